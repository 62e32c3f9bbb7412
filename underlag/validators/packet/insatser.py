"""What of a packet is about the same insats: notes, applications, rows and matters that name it, however they spell it."""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio, token_set_ratio

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.schemas.packet import Member, Packet
from underlag.values.folding import fold

_SAME = 85.0
_LIKE = 88.0


def same(one: str | None, other: str | None) -> bool:
    """Do both name one insats? One may say more than the other ("Insatsen Vägen in, förlängning")."""
    a, b = fold(one or ""), fold(other or "")
    return bool(a and b) and token_set_ratio(a, b) >= _SAME


def application_for(packet: Packet, name: str | None) -> Member[Ansokan] | None:
    """The application for the insats of that name; None where none or more than one may be it."""
    found = [application for application in packet.of(Ansokan) if same(name, application.record.insatsens_namn)]
    return found[0] if len(found) == 1 else None


def row_for(account: EkonomiskInformation, name: str | None) -> int | None:
    """The row of the account with what is proposed for the insats: the last one that bears its name, alone or with its owner's."""
    wanted = fold(name or "")
    found = [n for n, row in enumerate(account.rader) if wanted and _bare(row.rubrik) and ratio(_bare(row.rubrik), wanted) >= _LIKE]
    return found[-1] if found else None


def _bare(heading: str | None) -> str:
    """A row's heading without what stands in brackets (its owner)."""
    return fold(re.sub(r"\([^()]*\)", " ", heading or ""))
