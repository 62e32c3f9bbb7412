"""The running answers of an application, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from underlag.schemas.ansokan import Ansokan

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9”\"])|\n+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item, with the pointer of the answer that it stands in."""

    at: str
    text: str


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [piece.strip() for piece in _END.split(text) if piece.strip()]


def told(record: Ansokan) -> Iterator[Sentence]:
    """Every sentence of the answers in running text, goals left out."""
    answers = (
        ("/syfte", record.syfte),
        ("/bakgrund", record.bakgrund),
        ("/malgrupp", record.malgrupp),
        ("/metoder", record.metoder),
        ("/uppfoljning", record.uppfoljning),
        ("/tillvaratagande", record.tillvaratagande),
        ("/lokus/text", record.lokus.text),
    )
    for at, text in answers:
        for sentence in sentences(text or ""):
            yield Sentence(at, sentence)
