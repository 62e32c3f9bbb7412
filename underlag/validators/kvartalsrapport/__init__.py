"""The rules of quarterly reports."""

from __future__ import annotations

from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.validators import signatures as every_signature
from underlag.validators.kvartalsrapport import contradictions, dates, money, participants, questions, signatures, steering
from underlag.validators.rule import Rule

RULES: tuple[Rule[Kvartalsrapport], ...] = (
    *dates.RULES,
    *questions.RULES,
    *contradictions.RULES,
    *steering.RULES,
    *money.RULES,
    *participants.RULES,
    *signatures.RULES,
    *every_signature.DATED,
)
