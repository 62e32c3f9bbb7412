"""The rules of final reports."""

from __future__ import annotations

from underlag.schemas.slutrapport import Slutrapport
from underlag.validators import parties, periods, signatures
from underlag.validators.rule import Rule

RULES: tuple[Rule[Slutrapport], ...] = (
    *periods.RULES,
    *parties.ADDRESSES,
    *signatures.RULES,
)
