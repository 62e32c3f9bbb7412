"""What of a packet is about the same insats: notes, applications, rows and matters that name it, however they spell it."""

from __future__ import annotations

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.ekonomisk_information import EkonomiskInformation
from underlag.schemas.packet import Member, Packet
from underlag.values.insats_names import heads_insats, same_insats


def application_for(packet: Packet, name: str | None) -> Member[Ansokan] | None:
    """The application for the insats of that name; None where none or more than one may be it."""
    found = [application for application in packet.of(Ansokan) if same_insats(name, application.record.insatsens_namn)]
    return found[0] if len(found) == 1 else None


def row_for(account: EkonomiskInformation, name: str | None) -> int | None:
    """The row of the account with what is proposed for the insats: the last one that bears its name, alone or with its owner's."""
    found = [n for n, row in enumerate(account.rader) if heads_insats(row.rubrik, name)]
    return found[-1] if found else None
