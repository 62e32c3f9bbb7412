"""The running answers of an application, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from underlag.validators.sentences import Sentence, told_at

ANSWERS = ("/syfte", "/bakgrund", "/malgrupp", "/metoder", "/uppfoljning", "/tillvaratagande", "/lokus/text")


def told(data: Mapping[str, object]) -> Iterator[Sentence]:
    """Every sentence of the answers in running text, goals left out; `data` is the record as plain data."""
    return told_at(data, *ANSWERS)
