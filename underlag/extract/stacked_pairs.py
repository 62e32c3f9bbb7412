"""Forms set as a grid in which each value stands under its label: the rows of labels and of values as pairs, column by column."""

from __future__ import annotations

from dataclasses import replace

from underlag.extract.flow import Item, tables_of
from underlag.extract.subjects import Subjects, looks
from underlag.schemas.page import Cell, Table


def with_stacked_pairs(items: list[Item], subjects: Subjects) -> list[Item]:
    """The stream with each label of such a grid right before its value; all else as it was."""
    grids = {id(t): below for t in tables_of(items) if (below := _values_below(t, subjects))}
    held: dict[int, list[Item]] = {}
    for item in items:
        if id(item.table) in grids:
            held.setdefault(id(item.cell), []).append(replace(item, table=None, cell=None))
    given: list[Item] = []
    for item in items:
        values = grids.get(id(item.table))
        if values is None:
            given.append(item)
        elif id(item.cell) in values and id(item.cell) in held:
            given += [*held.pop(id(item.cell)), *held.pop(id(values[id(item.cell)]), [])]
    return given


def _values_below(table: Table, subjects: Subjects) -> dict[int, Cell]:
    """By the id of each label's cell the cell below it; empty where the table is no grid of labels over values."""
    found: dict[int, Cell] = {}
    row = 0
    while row + 1 < table.rows:
        labels = [c for c in table.row(row) if c.text.strip()]
        below = [table.at(row + 1, c.col) for c in labels]
        pairs = [(c, v) for c, v in zip(labels, below, strict=True) if v is not None and subjects.of(c.text, looks(v.text))]
        if not labels or len(pairs) < len(labels) or any(_asks(v, subjects) for _, v in pairs):
            return {}
        found |= {id(c): v for c, v in pairs}
        row += 2
    return found if row == table.rows and len(found) > 1 else {}


def _asks(cell: Cell, subjects: Subjects) -> bool:
    return bool(cell.text.strip()) and subjects.named(cell.text, looks("")) is not None
