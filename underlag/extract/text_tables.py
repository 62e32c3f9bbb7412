"""Forms' own tables in raw text (parties, signatures): rows whose cells are parted by tabs, as tables again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.signature_cells import label_kind
from underlag.extract.sublabels import kind_of
from underlag.extract.text_markup import cells
from underlag.schemas.page import Cell, Line, Paragraph, Table
from underlag.schemas.wordings import PARTY, ROLE_WORDS, SIGNATURE
from underlag.values.folding import fold

Rows = list[tuple[int, list[list[str]]]]
_FEWEST, _MOST = 2, 200  # rows of a form's own table
_OPENINGS = frozenset(
    fold(wording)[:2] for wordings in (*SIGNATURE.values(), *PARTY.values(), *ROLE_WORDS.values()) for wording in wordings
)


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table and the written lines it takes up: numbers from `first` to `last`, both included."""

    table: Table
    first: int
    last: int


def _is_label(text: str) -> bool:
    """Is the text a small label of parties or signatures? (Most cells begin otherwise, which is quickly told.)"""
    if fold(text[:12].lstrip("0123456789.) "))[:2] not in _OPENINGS:
        return False
    head = text.partition(":")[0]
    return label_kind(text) is not None or (":" in text and kind_of(head.lstrip("0123456789.) "), PARTY) is not None)


def _has_label(row: list[list[str]]) -> bool:
    return any(_is_label(piece) for cell in row for piece in cell)


def _is_title(row: list[list[str]]) -> bool:
    """Is the row the heading of signatures ("Underskrifter"), not a field to sign in?"""
    pieces = [piece for cell in row for piece in cell]
    return len(pieces) == 1 and fold(pieces[0]).endswith(("underskrifter", "underskrift"))


def _under_values(rows: Rows) -> Rows:
    """Rows of values with their labels in the row below ("Siv Ek", "Samverkanspart (namn)") as one row each."""
    merged: Rows = []
    for number, row in rows:
        above = merged[-1][1][0] if merged else []
        first = row[0] if row else []
        bare = len(first) == 1 and label_kind(first[0]) is not None
        if bare and len(above) == 1 and label_kind(above[0]) is None and all(label_kind(p) for c in row[1:] for p in c):
            merged[-1] = (merged[-1][0], [[*above, *first], []])
        else:
            merged.append((number, row))
    return merged


def _table(rows: Rows) -> Table:
    width = max(len(row) for _, row in rows)
    made = []
    for r, (number, row) in enumerate(rows):
        for c, pieces in enumerate(row):
            where = f"line {number}"
            blocks = tuple(Paragraph((Line(piece, 1, where=where, confidence=0.9),)) for piece in pieces)
            made.append(Cell(r, c, blocks, where=where))
    return Table(tuple(made), len(rows), width, 1, where=f"line {rows[0][0]}", ruled=False)


def tables_of_text(written: Sequence[str]) -> list[TextTable]:
    """The tables of a form among the written lines (numbered from 1): tabbed rows in which small labels stand."""
    found: list[TextTable] = []
    run: Rows = []
    for number, line in enumerate([*written, ""], start=1):
        if "\t" in line and "<table" not in line.lower():
            run.append((number, cells(line)))
            continue
        while run and _is_title(run[0][1]):
            run = run[1:]
        labelled = [n for n, (_, row) in enumerate(run) if _has_label(row)] if len(run) <= _MOST else []
        if len(labelled) >= _FEWEST:
            first = labelled[0]
            opens_with_value = first == 1 and not _is_label(" ".join(run[0][1][0])) and label_kind(" ".join(run[1][1][0])) is not None
            rows = run[0 if opens_with_value else first : labelled[-1] + 1]
            merged = _under_values(rows) if opens_with_value else rows
            found.append(TextTable(_table(merged), rows[0][0], rows[-1][0]))
        run = []
    return found
