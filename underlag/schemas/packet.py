"""The parts of one file together, as the rules that compare them with each other see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from underlag.schemas.published import RECORDS
from underlag.schemas.result import Model, Part, PartType

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Member(Generic[M]):
    """One part of a packet: the pointer at which its record lies in the result, and the record."""

    at: str
    record: M


class PacketPart(Model):
    """A part's kind and its record as data."""

    type: PartType
    record: dict[str, Any]


class Packet(Model):
    """The record of a whole file: its parts in page order. Pointers into it are pointers into the result."""

    parts: tuple[PacketPart, ...]

    def of(self, model: type[M]) -> tuple[Member[M], ...]:
        """Every part whose record is a `model` (Ansokan, Tjansteskrivelse …), in page order."""
        return tuple(
            Member(f"/parts/{n}/record", model.model_validate(part.record))
            for n, part in enumerate(self.parts)
            if RECORDS.get(part.type) is model
        )


def packet_of(parts: Sequence[Part]) -> Packet:
    """The packet that these parts of a result are."""
    return Packet(parts=tuple(PacketPart(type=part.type, record=part.record) for part in parts))
