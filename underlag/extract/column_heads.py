"""The heading rows of a table: where they end, and which printed column is which declared one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from underlag.extract.column_cells import printed
from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.page import Cell, Table
from underlag.values.folding import fold

_MOST_ABOVE = 4
_MOST_HEAD_ROWS = 4
_MOST_COLUMNS = 40
_SAME_HEAD = 88
_COUNTING = re.compile(r"^(?:nr|lopnr|lopnummer|rad|n o)$")
_FIGURE = re.compile(r"^(?!(?:19|20)\d\d$)[<>~]?[-−]?\d[\d\s.,/%-]*\s*(?:%|kr|tkr)?\**$|^(?:ja|nej|ok|-)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a grid: for each place the cell that covers it. `headed`: its first row looks like headings."""

    cells: dict[tuple[int, int], Cell]
    rows: int
    cols: int
    headed: bool

    def text(self, row: int, col: int) -> str:
        cell = self.cells.get((row, col))
        return printed([cell]).text if cell else ""

    def told(self, row: int) -> list[str]:
        """The texts of the cells in the row, a merged one once."""
        seen: dict[int, str] = {}
        for col in range(self.cols):
            cell = self.cells.get((row, col))
            if cell is not None and (text := printed([cell]).text):
                seen[id(cell)] = text
        return list(seen.values())

    def is_banner(self, row: int) -> bool:
        """Is the row one cell over all columns: a title, or the heading of a group?"""
        first, last = self.cells.get((row, 0)), self.cells.get((row, self.cols - 1))
        return self.cols > 1 and first is not None and first is last


@dataclass(frozen=True, slots=True)
class Head:
    """Headings `texts` by printed column, the printed columns of each declared one, and the row at which the body begins."""

    texts: tuple[str, ...]
    columns: dict[str, tuple[int, ...]]
    start: int
    end: int


def sheet_of(table: Table) -> Sheet:
    """The table's cells by place; what a hostile file spans beyond the table's size is left out."""
    cols = min(table.cols, _MOST_COLUMNS)
    cells: dict[tuple[int, int], Cell] = {}
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
            for col in range(cell.col, min(cell.col + cell.col_span, cols)):
                cells.setdefault((row, col), cell)
    sheet = Sheet(cells, table.rows, cols, headed=False)
    first = sheet.told(0) if table.rows else []
    headed = len(first) > 1 and not any(_FIGURE.match(text) for text in first)
    return Sheet(cells, table.rows, cols, headed)


def head_of(sheet: Sheet, spec: Columns, *, captioned: bool) -> Head | None:
    """The headings, where they are those that the declaration describes; the fewest rows that say most."""
    best: tuple[int, Head] | None = None
    for start in range(min(_MOST_ABOVE, sheet.rows)):
        for size in range(1, _MOST_HEAD_ROWS + 1):
            if start + size > sheet.rows or (size > 1 and not _is_subheading(sheet, start + size - 1)):
                break
            texts = headings(sheet, start, start + size)
            columns = matched(texts, spec)
            told = sum(len(cols) if c.holds is Holds.LIST else 1 for c in spec.columns if (cols := columns.get(c.key)))
            if _is_enough(columns, spec, captioned=captioned) and (best is None or told > best[0]):
                best = told, Head(texts, columns, start, start + size)
        if not sheet.is_banner(start) and len(sheet.told(start)) > 1:
            break
    return best[1] if best else None


def headings(sheet: Sheet, start: int, end: int) -> tuple[str, ...]:
    """The heading of each printed column: what stands above it in rows `start` up to before `end`, merged cells included."""
    texts: list[str] = []
    for col in range(sheet.cols):
        cells = [cell for row in range(start, end) if (cell := sheet.cells.get((row, col)))]
        distinct = [c for n, c in enumerate(cells) if all(c is not d for d in cells[:n])]
        texts.append(printed(distinct).text)
    return tuple(texts)


def _is_subheading(sheet: Sheet, row: int) -> bool:
    """Does the row go on with the headings: no figures or answers in it, and no name of its own in the first column?"""
    first = sheet.cells.get((row, 0))
    own = first is not None and first.row == row and bool(printed([first]).text)
    return not own and not any(_FIGURE.match(text) for text in sheet.told(row))


def _is_enough(columns: dict[str, tuple[int, ...]], spec: Columns, *, captioned: bool) -> bool:
    if any(c.required and not columns.get(c.key) for c in spec.columns) or not columns.get(spec.name.key):
        return False
    told = sum(len(cols) if c.holds is Holds.LIST else 1 for c in spec.columns if c.holds is not Holds.NAME and (cols := columns.get(c.key)))
    return told >= max(1, spec.least - captioned)


def likeness(column: Column, folded: str) -> int | None:
    """How sure the heading is the column's (the place of the expression that meets it, 0 the surest); None where it is not."""
    if not folded or (column.never and re.search(column.never, folded)):
        return None
    return next((n for n, pattern in enumerate(column.headings) if re.search(pattern, folded)), None)


def matched(texts: Sequence[str], spec: Columns) -> dict[str, tuple[int, ...]]:
    """The printed columns of each declared column: the surest first, from the left, a printed column once (pairs share one)."""
    folded = [fold(text.replace("%", " procent ")) for text in texts]
    tries = [
        (rank, n, col, column)
        for n, column in enumerate(spec.columns)
        for col, text in enumerate(folded)
        if column.holds is not Holds.LIST and (rank := likeness(column, text)) is not None
    ]
    columns: dict[str, tuple[int, ...]] = {}
    taken: dict[int, Column] = {}
    for _, _, col, column in sorted(tries, key=lambda t: t[:3]):
        other = taken.get(col)
        if column.key in columns or (other is not None and not (other.paired and column.paired and other.holds is column.holds)):
            continue
        columns[column.key] = (col,)
        taken.setdefault(col, column)
    if spec.name.key not in columns and not spec.name.required:
        first = next((col for col, text in enumerate(folded) if not _COUNTING.match(text)), 0)
        if first not in taken and not (spec.name.never and re.search(spec.name.never, folded[first])):
            columns[spec.name.key] = (first,)
            taken[first] = spec.name
    for column in spec.columns:
        if column.holds is Holds.LIST:
            columns[column.key] = _listed(column, folded, set(taken))
    return columns


def _listed(column: Column, folded: Sequence[str], taken: set[int]) -> tuple[int, ...]:
    """The printed columns of a list: all that are left where most of them have its headings, else those that have."""
    left = [col for col in range(len(folded)) if col not in taken]
    met = [col for col in left if likeness(column, folded[col]) is not None]
    return tuple(left if 2 * len(met) > len(left) else met)


def repeats(sheet: Sheet, row: int, head: Head) -> bool:
    """Does the row say the headings again (a page break within one table)?"""
    told = " ".join(fold(text) for text in sheet.told(row))
    said = " ".join(dict.fromkeys(fold(text) for text in head.texts))
    return bool(told) and fuzz.ratio(told, said) >= _SAME_HEAD
