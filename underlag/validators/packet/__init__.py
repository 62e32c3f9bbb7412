"""The rules that compare the parts of one file, a board packet above all, with each other."""

from __future__ import annotations

from underlag.schemas.packet import Packet
from underlag.validators.packet import proposals
from underlag.validators.rule import Rule

RULES: tuple[Rule[Packet], ...] = (*proposals.RULES,)
