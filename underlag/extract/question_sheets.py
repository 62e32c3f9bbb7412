"""Forms set as a table of two columns: to the left each question with its instruction, to the right the answer.

The instruction belongs to no answer; it helps to tell what a question of unknown wording asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from underlag.extract.flow import Item, tables_of
from underlag.extract.vocabulary import LONGEST, Vocabulary
from underlag.schemas.page import Cell, Line, Paragraph, Table

_FEWEST = 3
"""Rows with a question; a table with fewer is a sheet only where its columns go on from one with more."""
_ALIGNED = 6.0  # points between the edges of the same column on two pages


def without_instructions(items: list[Item], words: Vocabulary) -> list[Item]:
    """The stream with each left cell of such a table as its question alone."""
    sheets = _sheets(tables_of(items), words)
    kept: list[Item] = []
    for _, group in groupby(items, key=lambda i: (id(i.table), id(i.cell)) if i.cell is not None else id(i)):
        run = list(group)
        table, cell = run[0].table, run[0].cell
        if table is None or cell is None or all(table is not s for s in sheets) or not _asks_beside(table, cell):
            kept += run
        else:
            kept += _question(run, words)
    return kept


def _sheets(tables: Sequence[Table], words: Vocabulary) -> list[Table]:
    whole = [t for t in tables if t.cols == 2 and _is_sheet(t, words)]
    return whole + [t for t in tables if t.cols == 2 and all(t is not w for w in whole) and any(_goes_on(t, w) for w in whole)]


def _asks_beside(table: Table, cell: Cell) -> bool:
    """Does the cell stand alone to the left of another?"""
    return cell.col == 0 and cell.col_span == 1 and table.at(cell.row, 1) is not None and bool(cell.paragraphs)


def _is_sheet(table: Table, words: Vocabulary) -> bool:
    lefts = [c for c in table.cells if _asks_beside(table, c)]
    rights = [c for c in table.cells if c.col == 1 and c.paragraphs]
    if len(lefts) < _FEWEST or any(len(c.paragraphs[0].text) > LONGEST for c in lefts):
        return False
    bold = sum(c.paragraphs[0].bold for c in lefts) >= 0.7 * len(lefts) and sum(c.paragraphs[0].bold for c in rights) < 0.4 * len(rights)
    wider = sum(len(c.text) for c in rights) > sum(len(c.text) for c in lefts)
    return (bold or wider) and sum(_known(c.paragraphs[0], words) for c in lefts) >= _FEWEST


def _known(paragraph: Paragraph, words: Vocabulary) -> bool:
    return any(_asked(_text(paragraph.lines[:n]), words) for n in range(1, len(paragraph.lines) + 1))


def _asked(text: str, words: Vocabulary) -> bool:
    return words.best(text, apart=True, open_parent=None) is not None or words.subject(text) is not None


def _goes_on(table: Table, sheet: Table) -> bool:
    """Do its columns stand where the sheet's stand (in a file without boxes: is its question set bold as well)?"""
    edges = [next((c.box.x0 for c in t.cells if c.col == 1 and c.box), None) for t in (table, sheet)]
    if edges[0] is not None and edges[1] is not None:
        return abs(edges[0] - edges[1]) < _ALIGNED
    lefts = [c for c in table.cells if _asks_beside(table, c)]
    return bool(lefts) and all(c.paragraphs[0].bold for c in lefts)


def _question(run: Sequence[Item], words: Vocabulary) -> list[Item]:
    """The cell's items as one: its question, or all its words where only they tell what it asks."""
    paragraphs = [p for i in run if (p := i.paragraph) and p.text.strip()]
    if not paragraphs:
        return list(run)
    first, whole = _label(paragraphs, words), tuple(line for p in paragraphs for line in p.lines)
    if not _asked(_text(first), words) and len(_text(whole)) <= LONGEST and words.subject(_text(whole)) is not None:
        first = whole
    return [replace(run[0], block=replace(paragraphs[0], lines=first))]


def _label(paragraphs: Sequence[Paragraph], words: Vocabulary) -> tuple[Line, ...]:
    """The lines of the question: the first paragraph, or of one without bold type the first lines that make a known question."""
    lines = paragraphs[0].lines
    if paragraphs[0].bold or (len(paragraphs) > 1 and _asked(_text(lines), words)):
        return lines
    return next((lines[:n] for n in range(len(lines), 0, -1) if words.best(_text(lines[:n]), apart=True, open_parent=None)), lines)


def _text(lines: Sequence[Line]) -> str:
    return Paragraph(tuple(lines)).text
