"""The rules of a budget, whether it comes inside its application or alone."""

from __future__ import annotations

from underlag.schemas.ansokan import Ansokan
from underlag.validators.budget import financing, form, limits, sums, unit
from underlag.validators.rule import Rule

RULES: tuple[Rule[Ansokan], ...] = (
    *sums.RULES,
    *unit.RULES,
    *form.RULES,
    *financing.RULES,
    *limits.RULES,
)
