"""Quarterly reports of whatever look read alike: every answer, and nothing that the report does not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.quarterly_building import Paper
from tests.quarterly_lines import numbered, running
from tests.quarterly_tables import columns, two_columns
from underlag.extract.document import read_document
from underlag.extract.flow import stream
from underlag.extract.form_reader import FormReading, read_form
from underlag.extract.tree import Json
from underlag.schemas.kvartalsrapport import FORM

PAPERS: tuple[Callable[[], Paper], ...] = (columns, two_columns, numbered, running)


def leaves(value: Json, at: str = "") -> Iterator[tuple[str, Json]]:
    """What a record says, by pointer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from leaves(inner, f"{at}/{n}")
    elif value is not None:
        yield at, value


def read(data: bytes) -> FormReading:
    """The Word file as a quarterly report."""
    document = read_document(data)
    return read_form(document, stream(document), FORM)


@pytest.mark.parametrize("look", PAPERS)
def test_every_look_says_the_same_things(look: Callable[[], Paper]) -> None:
    paper = look()
    assert dict(leaves(read(paper.data).record)) == paper.says


@pytest.mark.parametrize("look", PAPERS)
def test_every_answer_shows_where_it_was_read(look: Callable[[], Paper]) -> None:
    reading = read(look().data)
    said = dict(leaves(reading.record))
    assert said.keys() == reading.evidence.keys()
    assert all(e.places for e in reading.evidence.values())
