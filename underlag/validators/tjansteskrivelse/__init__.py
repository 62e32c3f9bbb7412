"""The rules of case notes."""

from __future__ import annotations

from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.rule import Rule

RULES: tuple[Rule[Tjansteskrivelse], ...] = ()
