"""The running answers of an application, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from underlag.schemas.ansokan import Ansokan
from underlag.validators.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item, with the pointer of the answer that it stands in."""

    at: str
    text: str


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
