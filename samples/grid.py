"""Tables of figures as offices draw them: heading rows that repeat, merged cells, rows of a group, marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from samples import paper
from samples.paper import Container

LEFT, ABOVE = "<", "^"
"""A cell that is one with the cell to its left, or with the one above."""

_MARK = re.compile(r"\^(\w+)$")
"""The mark of a note after a cell's text: `Ja^1` is printed with a raised 1."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a table looks. `head` and `band` fill the heading and every second row (RRGGBB, "" for none); `weight` in eighths of a
    point, 0 for no lines; `words` are the columns that are set flush left, besides the first.
    """

    size: float = 9
    head: str = "D9E2F3"
    band: str = ""
    line: str = "7F7F7F"
    weight: int = 4
    words: frozenset[int] = frozenset()
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """The rows under the heading. `bold` are those that stand out, counted from 0, from the end where negative."""

    rows: tuple[Row, ...]
    bold: frozenset[int] = frozenset()


def grid(container: Container, widths: Sequence[float], heads: Iterable[Row], body: Body, ruling: Ruling) -> Table:
    """Draws a table; `widths` in cm. The heading rows are repeated where the table runs over a page."""
    tops = tuple(heads)
    made = paper.table(container, len(tops) + len(body.rows), widths, border=ruling.line, weight=ruling.weight)
    cells = [tuple(row.cells) for row in made.rows]
    _join(cells, (*tops, *body.rows))
    bold = {n % len(body.rows) for n in body.bold}
    for n, row in enumerate(tops):
        _repeat(made, n)
        for cell, text in zip(cells[n], row, strict=True):
            _write(cell, text, ruling, bold=True, color=ruling.ink)
            _fill(cell, ruling.head)
    for n, row in enumerate(body.rows):
        for column, (cell, text) in enumerate(zip(cells[len(tops) + n], row, strict=True)):
            paragraph = _write(cell, text, ruling, bold=n in bold)
            if paragraph is not None and column and column not in ruling.words:
                paper.right(paragraph)
            if n % 2:
                _fill(cell, ruling.band)
    _unbroken(made)
    return made


def note(container: Container, mark: str, text: str, size: float = 8) -> None:
    """A note under a table, behind its raised mark."""
    paragraph = paper.line(container, "", size=size)
    paper.ink(paragraph, mark, size=size).font.superscript = True
    paper.ink(paragraph, f" {text}", size=size)


def _join(cells: list[tuple[_Cell, ...]], rows: tuple[Row, ...]) -> None:
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == LEFT:
                start = max(c for c in range(column) if row[c] != LEFT)
                cells[n][start].merge(cells[n][column])
            elif text == ABOVE:
                start = max(r for r in range(n) if rows[r][column] != ABOVE)
                cells[start][column].merge(cells[n][column])


def _write(cell: _Cell, text: str, ruling: Ruling, *, bold: bool, color: str = "") -> Paragraph | None:
    if text in {LEFT, ABOVE}:
        return None
    mark = _MARK.search(text)
    *above, last = (text[: mark.start()] if mark else text).split("\n")
    for line in above:
        paper.line(cell, line, bold=bold, size=ruling.size, color=color).paragraph_format.space_after = 0
    paragraph = paper.line(cell, last, bold=bold, size=ruling.size, color=color)
    if mark:
        paper.ink(paragraph, mark[1], size=ruling.size).font.superscript = True
    paragraph.paragraph_format.space_after = 0
    return paragraph


def _fill(cell: _Cell, color: str) -> None:
    if color:
        paper.shade(cell, color)


def _repeat(made: Table, row: int) -> None:
    made.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 -- python-docx has no setting for it


def _unbroken(made: Table) -> None:
    """No row runs over a page."""
    for row in made.rows:
        mark = OxmlElement("w:cantSplit")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 -- as above
