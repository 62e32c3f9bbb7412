"""Running text: the sentences of an answer, and whether it breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from underlag.values.pointers import value_at

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9”\"])|\n+")
# Words on which a Swedish text without an end mark has broken off; particles that may end a clause only count there.
_OPEN_WORDS = re.compile(
    r"(?:en|ett|den|det|de|och|eller|samt|att|för|med|av|i|på|till|från|som|om|vid|hos|genom|mellan|under|över|inom|utan|enligt|mot|ur|per"
    r"|vilket|vilken|vilka|där|när|så|inför|respektive|via|bland|eftersom|sin|sitt|sina|deras|vår|vårt|våra|är|ska|kan|har|kommer|bli|blir"
    r"|vara|även|såsom|då|men|utifrån|kring)",
    re.IGNORECASE,
)
_END_MARKS = (".", "!", "?", ":", ";", ")", "”", '"', "*", "…", "]")


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [piece.strip() for piece in _END.split(text) if piece.strip()]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item, with the pointer of the answer that it stands in."""

    at: str
    text: str


def told_at(record: Mapping[str, object], *answers: str) -> Iterator[Sentence]:
    """Every sentence of the texts at the pointers `answers` of a record (plain data)."""
    for at in answers:
        text = value_at(record, at)
        for sentence in sentences(text) if isinstance(text, str) else ():
            yield Sentence(at, sentence)


def breaks_off(line: str) -> bool:
    """Does a text without space at its end stop on a word, comma or hyphen after which a Swedish sentence goes on?"""
    if not line or line.endswith(_END_MARKS):
        return False
    if line.endswith(",") or re.search(r"[a-zåäö]-$", line):
        return True
    last = re.search(r"([^\W\d_]+)$", line)
    return last is not None and _OPEN_WORDS.fullmatch(last[1]) is not None and len(line.split()) > 3
