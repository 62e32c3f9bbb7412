"""Insatser described in one table, a row each; and tables of figures, whose headings are no labels of a description."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Cell, Table
from underlag.values.spans import evened

Labeller = Callable[[str], str | None]
"""What tells which label of a description a text is."""

_FIGURE = re.compile(r"[-–−]?\s?\d[\d\s.,]*\s*(?:%|kr|tkr)?|[-–−]")
_DASH = re.compile(r"[\s\-–—_.]*")
_MOST_HEAD_ROWS = 3
_FEWEST_LABELS = 3


def is_table_of_figures(table: Table, label: Labeller) -> bool:
    """Does the table hold amounts under headings, of which at most one is a label of a description ("Utfall 2019")?"""
    if table.cols < 3 or len(set(_labels(table, 0, label).values()) - {"namn", "annat"}) > 1:
        return False
    told = [text for c in table.cells if c.row > 0 and c.col > 0 and (text := evened(c.text).strip())]
    return len(told) > 2 and 2 * sum(bool(_FIGURE.fullmatch(text)) for text in told) > len(told)


def described_rows(table: Table, label: Labeller) -> list[dict[str, Tree]]:
    """The description of each row of a table whose columns are headed by at least three of the labels; none where it has no such."""
    for head in range(min(_MOST_HEAD_ROWS, table.rows)):
        kinds = _labels(table, head, label)
        if len(set(kinds.values()) - {"namn", "annat"}) >= _FEWEST_LABELS:
            named = next((col for col, kind in kinds.items() if kind == "namn"), 0)
            return [row for n in range(head + 1, table.rows) if (row := _row(table, n, named, kinds, label))]
    return []


def _labels(table: Table, row: int, label: Labeller) -> dict[int, str]:
    return {cell.col: kind for cell in table.row(row) if (kind := label(cell.text))}


def _row(table: Table, number: int, named: int, kinds: Mapping[int, str], label: Labeller) -> dict[str, Tree] | None:
    """The row; None for headings repeated behind a page break and for rows that say nothing but a name."""
    cells = {cell.col: cell for cell in table.row(number)}
    if sum(label(cell.text) == kinds.get(col) for col, cell in cells.items() if cell.text.strip()) >= _FEWEST_LABELS:
        return None
    answers: dict[str, Tree] = {"namn": _text(cells.get(named), " ")}
    for col, kind in kinds.items():
        answers.setdefault(kind, _text(cells.get(col), "\n"))
    return answers if sum(leaf is not None for leaf in answers.values()) > 1 else None


def _text(cell: Cell | None, joint: str) -> Leaf | None:
    told = [p for p in cell.paragraphs if not _DASH.fullmatch(p.text)] if cell else []
    return Leaf(joint.join(p.text.strip() for p in told), tuple(line for p in told for line in p.lines)) if told else None
