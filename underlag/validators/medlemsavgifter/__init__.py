"""The rules of tables of members' fees."""

from __future__ import annotations

from underlag.schemas.medlemsavgifter import Medlemsavgifter
from underlag.validators.medlemsavgifter import fees
from underlag.validators.rule import Rule

RULES: tuple[Rule[Medlemsavgifter], ...] = (*fees.RULES,)
