"""The rules of accounts to the board of what can be decided."""

from __future__ import annotations

from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.validators.ekonomisk_information import room
from underlag.validators.rule import Rule

RULES: tuple[Rule[EkonomiskInformation], ...] = (*room.RULES,)
