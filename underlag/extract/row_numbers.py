"""Tables of questions whose first column only numbers the rows: the same table without it."""

from __future__ import annotations

import re
from dataclasses import replace

from underlag.extract.flow import Item, tables_of
from underlag.schemas.page import Cell, Table

_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[.):]?|[a-zåäö][.)])?", re.IGNORECASE)
_FEWEST = 3


def without_row_numbers(items: list[Item]) -> list[Item]:
    """The stream, the numbers of such tables left out and their other columns moved one to the left."""
    moved = {id(t): _moved(t) for t in tables_of(items) if _is_numbered(t)}
    if not moved:
        return items
    given: list[Item] = []
    for item in items:
        if id(item.table) not in moved or item.cell is None:
            given.append(item)
            continue
        table, cells = moved[id(item.table)]
        if id(item.cell) in cells:
            given.append(replace(item, table=table, cell=cells[id(item.cell)]))
    return given


def _is_numbered(table: Table) -> bool:
    """Do numbers alone, each another, stand in the first of three columns or more?"""
    first = [c for c in table.cells if c.col == 0]
    numbers = [c.text.strip() for c in first if c.text.strip()]
    if table.cols < 3 or len(numbers) < _FEWEST or any(c.col_span > 1 for c in first):
        return False
    return len(set(numbers)) == len(numbers) and all(_NUMBER.fullmatch(n) for n in numbers)


def _moved(table: Table) -> tuple[Table, dict[int, Cell]]:
    """The table without its first column, and its cells by the id of what they were."""
    cells = {id(c): replace(c, col=c.col - 1) for c in table.cells if c.col > 0}
    return replace(table, cells=tuple(cells.values()), cols=table.cols - 1), cells
