"""The rules of half-year memos."""

from __future__ import annotations

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.rule import Rule

RULES: tuple[Rule[Uppfoljning], ...] = ()
