"""The rules that compare the parts of one file with each other."""

from __future__ import annotations

from underlag.schemas.packet import Packet
from underlag.validators.packet import finances, matters, proposals
from underlag.validators.rule import Rule

RULES: tuple[Rule[Packet], ...] = (*proposals.RULES, *finances.RULES, *matters.RULES)
