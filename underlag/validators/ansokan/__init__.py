"""The rules of applications, their budgets' own apart."""

from __future__ import annotations

from underlag.schemas.ansokan import Ansokan
from underlag.validators import parties, periods
from underlag.validators import signatures as every_signature
from underlag.validators.ansokan import (
    budget,
    contradictions,
    dates,
    financing,
    goals,
    limits,
    participants,
    posts,
    questions,
    signatures,
    steering,
    terms,
    texts,
)
from underlag.validators.rule import Rule

RULES: tuple[Rule[Ansokan], ...] = (
    *questions.RULES,
    *parties.RULES,
    *every_signature.RULES,
    *signatures.RULES,
    *periods.RULES,
    *dates.RULES,
    *participants.RULES,
    *goals.RULES,
    *budget.RULES,
    *financing.RULES,
    *posts.RULES,
    *limits.RULES,
    *steering.RULES,
    *texts.RULES,
    *contradictions.RULES,
    *terms.RULES,
)
