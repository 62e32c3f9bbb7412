"""The rules of half-year memos."""

from __future__ import annotations

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.rule import Rule
from underlag.validators.uppfoljning import answers, listing, money, participants, sections, tables, told

RULES: tuple[Rule[Uppfoljning], ...] = (
    *tables.RULES,
    *listing.RULES,
    *participants.RULES,
    *money.RULES,
    *answers.RULES,
    *told.RULES,
    *sections.RULES,
)
