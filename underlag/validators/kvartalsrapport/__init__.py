"""The rules of quarterly reports."""

from __future__ import annotations

from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.validators import signatures
from underlag.validators.rule import Rule

RULES: tuple[Rule[Kvartalsrapport], ...] = (*signatures.DATED,)
