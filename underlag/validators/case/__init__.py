"""One insats through all its documents: which they are, whether they agree, and what a new version of its application changes."""

from __future__ import annotations

from underlag.schemas.case import Followed
from underlag.validators.case import following, goals, memos, minutes, money, partners, people, times
from underlag.validators.rule import Rule

RULES: tuple[Rule[Followed], ...] = (
    *minutes.RULES,
    *times.RULES,
    *following.RULES,
    *money.RULES,
    *goals.RULES,
    *people.RULES,
    *memos.RULES,
    *partners.RULES,
)
