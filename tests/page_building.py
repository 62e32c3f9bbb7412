"""Small documents built in a test: paragraphs, boxes and tables of the page model, without a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.schemas.ansokan import FORM
from underlag.schemas.form import Form
from underlag.schemas.page import Block, Cell, Document, Line, Page, Paragraph, Picture, Reader, Table
from underlag.schemas.result import Evidence, Observation


def para(text: str, *, bold: bool = False, bullet: bool = False, italic: bool = False, page: int = 1) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph((Line(text, page, where="p1", bold=len(text) if bold else 0, italic=italic),), bullet=bullet)


def table(rows: Sequence[Sequence[str | Block]], *, bold_first: bool = False) -> Table:
    """A table of one-line cells; an empty text is an empty cell."""
    cells = tuple(
        Cell(
            r,
            c,
            () if text == "" else ((para(text, bold=bold_first and r == 0),) if isinstance(text, str) else (text,)),
            where=f"t1r{r + 1}c{c + 1}",
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(cells, len(rows), max(len(row) for row in rows), 1)


@dataclass(frozen=True)
class Read:
    """What was read; `record` is plain JSON, loose so that a test can reach into it."""

    record: Any
    evidence: dict[str, Evidence]
    observations: tuple[Observation, ...]


def read(*blocks: Block, reader: Reader = "docx", furniture: tuple[Line, ...] = ()) -> Read:
    """The blocks as one page, read after the application's form."""
    document = Document("application/test", (Page(1, reader, tuple(blocks), furniture),))
    reading = read_form(document, stream(document), FORM)
    return Read(reading.record, reading.evidence, reading.observations)


def ink(*, ink: bool | None = True) -> Picture:
    """A scribble in a cell."""
    return Picture(1, where="t1r2c2", ink=ink)


def read_kind(form: Form, *blocks: Block, reader: Reader = "docx", furniture: tuple[Line, ...] = ()) -> Read:
    """The blocks as one page, read after any form."""
    document = Document("application/test", (Page(1, reader, tuple(blocks), furniture),))
    reading = read_form(document, stream(document), form)
    return Read(reading.record, reading.evidence, reading.observations)
