"""A table as a plain grid of rows and printed columns, whatever cells its author merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.column_cells import Printed, printed
from underlag.extract.column_parting import parted
from underlag.schemas.page import Cell, Table

_MOST_COLUMNS = 40
_FEWEST_ROWS = 4
_REAL_BORDER = 0.2
FIGURE = re.compile(r"^(?!(?:19|20)\d\d$)[<>~]?[-−]?\d[\d\s.,/%-]*\s*(?:%|kr|tkr)?\**$|^(?:ja|nej|ok|-)$", re.IGNORECASE)
"""What only a row of the body holds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """For each place the cells that stand there (more than one where stray borders divide a column). `ruled`: borders are drawn."""

    cells: dict[tuple[int, int], tuple[Cell, ...]]
    rows: int
    cols: int
    ruled: bool

    def at(self, row: int, col: int) -> Printed:
        """What is printed there."""
        return printed(self.cells.get((row, col), ()))

    def told(self, row: int) -> list[str]:
        """The texts of the cells in the row, a merged one once."""
        seen: dict[int, str] = {}
        for col in range(self.cols):
            for cell in self.cells.get((row, col), ()):
                if id(cell) not in seen and (text := printed([cell]).text):
                    seen[id(cell)] = text
        return list(seen.values())

    def is_banner(self, row: int) -> bool:
        """Is the row one cell over all columns: a title, or the heading of a group?"""
        ids = {id(cell) for col in range(self.cols) for cell in self.cells.get((row, col), ())}
        return self.cols > 1 and len(ids) == 1 and (row, self.cols - 1) in self.cells

    def reaches_down(self, row: int, col: int) -> bool:
        """Does the cell there begin in a row above?"""
        cells = self.cells.get((row, col), ())
        return bool(cells) and all(cell.row < row for cell in cells)

    @property
    def headed(self) -> bool:
        """Does the first row look like headings?"""
        first = self.told(0) if self.rows else []
        return len(first) > 1 and not any(FIGURE.match(text) for text in first)


def sheet_of(table: Table) -> Sheet:
    """The table's cells by row and column; what a hostile file spans beyond the table's size is left out.

    A border that hardly any row has (a hand-drawn Word table, a line misread in a scan) parts no columns.
    """
    table = parted(table)
    cols = min(table.cols, _MOST_COLUMNS)
    grid: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
            for col in range(cell.col, min(cell.col + cell.col_span, cols)):
                grid.setdefault((row, col), cell)
    number = _numbering(grid, table.rows, cols, ruled=table.ruled)
    places: dict[tuple[int, int], tuple[Cell, ...]] = {}
    for (row, col), cell in sorted(grid.items(), key=lambda place: place[0]):
        have = places.get((row, number[col]), ())
        if all(cell is not other for other in have):
            places[row, number[col]] = (*have, cell)
    return Sheet(places, table.rows, number[-1] + 1 if number else 0, table.ruled)


def _numbering(grid: dict[tuple[int, int], Cell], rows: int, cols: int, *, ruled: bool) -> list[int]:
    """The printed column that each grid column is part of."""
    number = [0] * cols
    for col in range(1, cols):
        sides = [(grid.get((row, col - 1)), grid.get((row, col))) for row in range(rows)]
        parted = sum(1 for left, right in sides if left is not right)
        stray = rows >= _FEWEST_ROWS and parted < max(2.0, _REAL_BORDER * rows)
        number[col] = number[col - 1] + (0 if stray or (not ruled and _is_head_beside_body(sides)) else 1)
    return number


def _is_head_beside_body(sides: Sequence[tuple[Cell | None, Cell | None]]) -> bool:
    """Without borders, a heading set flush left and its figures set flush right may seem to be two columns."""
    left = [n for n, (a, b) in enumerate(sides) if a is not None and a is not b and a.text.strip()]
    right = [n for n, (a, b) in enumerate(sides) if b is not None and a is not b and b.text.strip()]
    worded = all((cell := sides[n][0]) is not None and not FIGURE.match(cell.text.strip()) for n in left)
    return bool(left) and bool(right) and left[-1] < right[0] and worded
