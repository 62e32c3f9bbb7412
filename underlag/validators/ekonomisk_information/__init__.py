"""The rules of accounts of the board's room for decisions."""

from __future__ import annotations

from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.validators.rule import Rule

RULES: tuple[Rule[EkonomiskInformation], ...] = ()
