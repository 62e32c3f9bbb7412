"""The rules of case notes."""

from __future__ import annotations

from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.rule import Rule
from underlag.validators.tjansteskrivelse import proposal

RULES: tuple[Rule[Tjansteskrivelse], ...] = (*proposal.RULES,)
