"""The rules of final reports."""

from __future__ import annotations

from underlag.schemas.slutrapport import Slutrapport
from underlag.validators import parties, periods
from underlag.validators import signatures as every_signature
from underlag.validators.rule import Rule
from underlag.validators.slutrapport import goals, money, participants, questions, shares, signatures

RULES: tuple[Rule[Slutrapport], ...] = (
    *questions.RULES,
    *periods.RULES,
    *parties.ADDRESSES,
    *parties.NAMES,
    *every_signature.RULES,
    *signatures.RULES,
    *goals.RULES,
    *shares.RULES,
    *participants.RULES,
    *money.RULES,
)
