"""The rules of annual reports."""

from __future__ import annotations

from underlag.schemas.arsredovisning import Arsredovisning
from underlag.validators.arsredovisning import accounts, goals, periods, statements, told
from underlag.validators.rule import Rule

RULES: tuple[Rule[Arsredovisning], ...] = (
    *accounts.RULES,
    *statements.RULES,
    *goals.RULES,
    *periods.RULES,
    *told.RULES,
)
