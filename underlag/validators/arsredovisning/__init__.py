"""The rules of annual reports."""

from __future__ import annotations

from underlag.schemas.arsredovisning import Arsredovisning
from underlag.validators.rule import Rule

RULES: tuple[Rule[Arsredovisning], ...] = ()
