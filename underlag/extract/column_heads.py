"""The heading rows of a table: where they end, and which printed column is which declared one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from underlag.extract.column_cells import Printed, printed, read_cell, whole_number
from underlag.extract.column_sheet import FIGURE, Sheet
from underlag.schemas.columns import Column, Columns, Holds
from underlag.values.folding import fold

_MOST_ABOVE = 4
_MOST_HEAD_ROWS = 8
_SAME_HEAD = 88
_MOST_PERCENT = 1100
_LONGEST_ANSWER = 40
_COUNTING = re.compile(r"^(?:nr|lopnr|lopnummer|rad|n o)$")


@dataclass(frozen=True, slots=True)
class Head:
    """Headings `texts` by printed column, the printed columns of each declared one, and the row at which the body begins."""

    texts: tuple[str, ...]
    columns: dict[str, tuple[int, ...]]
    end: int

    def told(self, spec: Columns) -> set[int]:
        """The printed columns that were found, the names' left out."""
        return {col for c in spec.columns if c.holds is not Holds.NAME for col in self.columns.get(c.key, ())}


def head_of(sheet: Sheet, spec: Columns, *, captioned: bool) -> Head | None:
    """The headings, where they are those that the declaration describes; the fewest rows that say most."""
    best: tuple[int, Head] | None = None
    for start in range(min(_MOST_ABOVE, sheet.rows)):
        for size in range(1, _MOST_HEAD_ROWS + 1):
            if start + size > sheet.rows or (size > 1 and not _is_subheading(sheet, start + size - 1)):
                break
            cells = [_heading(sheet, start, start + size, col) for col in range(sheet.cols)]
            for tried in [cells] if sheet.ruled or size == 1 else [cells, _spread(cells, sheet, start)]:
                head = Head(tuple(cell.text for cell in tried), _matched(tried, spec, sheet, start + size), start + size)
                below = size > 1 and sheet.reaches_down(start + size - 1, 0)  # the names' heading goes on beside this row
                if _is_enough(head, spec, captioned=captioned) and (best is None or _count(head, spec) + below > best[0]):
                    best = _count(head, spec), _completed(head, tried, sheet, spec)
        if not sheet.is_banner(start) and len(sheet.told(start)) > 1:
            break
    return best[1] if best else None


def _heading(sheet: Sheet, start: int, end: int, col: int) -> Printed:
    """What stands above a printed column in rows `start` up to before `end`, merged cells included, each once."""
    cells = [cell for row in range(start, end) for cell in sheet.cells.get((row, col), ())]
    return printed([c for n, c in enumerate(cells) if all(c is not other for other in cells[:n])])


def _spread(cells: Sequence[Printed], sheet: Sheet, start: int) -> list[Printed]:
    """The headings where a table without borders sets one over several columns: it stands over the first of them only."""
    spread: list[Printed] = []
    over = Printed("", ())
    for col, cell in enumerate(cells):
        top = sheet.at(start, col)
        over = over if top.blank else top
        spread.append(Printed(f"{over.text} {cell.text}", over.lines + cell.lines) if top.blank and not cell.blank else cell)
    return spread


def _is_subheading(sheet: Sheet, row: int) -> bool:
    """Does the row go on with the headings: hardly a figure or answer in it, and no name of its own in the first column?"""
    own = not sheet.reaches_down(row, 0) and not sheet.at(row, 0).blank
    told = sheet.told(row)
    return not own and 2 * sum(bool(FIGURE.match(text)) for text in told) < max(1, len(told))


def _count(head: Head, spec: Columns) -> int:
    """How many declared columns were found, those of a list one by one."""
    return sum(len(head.columns.get(c.key, ())) for c in spec.columns if c.holds is not Holds.NAME)


def _is_enough(head: Head, spec: Columns, *, captioned: bool) -> bool:
    if not head.columns.get(spec.name.key) or any(c.required and not head.columns.get(c.key) for c in spec.columns):
        return False
    return _count(head, spec) >= max(1, spec.least - captioned)


def likeness(column: Column, folded: str) -> int | None:
    """How sure the heading is the column's (the place of the expression that meets it, 0 the surest); None where it is not."""
    if not folded or (column.never and re.search(column.never, folded)):
        return None
    return next((n for n, pattern in enumerate(column.headings) if re.search(pattern, folded)), None)


def _glued(cell: Printed) -> str:
    """The heading where a cell too narrow for its words breaks them without a hyphen."""
    return re.sub(r"(?<=[a-zåäö/])\n(?=[a-zåäö])", "", "\n".join(line.text.strip() for line in cell.lines)).replace("\n", " ")


def _speaks_against(column: Column, col: int, sheet: Sheet, first: int) -> bool:
    """Do the cells of the printed column plainly hold something else than the declared one?"""
    told = [cell.text for row in range(first, sheet.rows) if not (cell := sheet.at(row, col)).blank and any(map(str.isdigit, cell.text))]
    if column.holds in (Holds.NUMBER, Holds.AMOUNT):
        return 2 * sum("%" in text for text in told) > len(told) > 0
    if column.holds is Holds.SHARE:
        return 2 * sum("%" not in text and (whole_number(text) or 0) > _MOST_PERCENT for text in told) > len(told) > 0
    return False


def _matched(heads: Sequence[Printed], spec: Columns, sheet: Sheet, first: int) -> dict[str, tuple[int, ...]]:
    """The printed columns of each declared column: the surest first, from the left, a printed column once (pairs share one)."""
    folded = [fold(head.text.replace("%", " procent ")) for head in heads]
    glued = [fold(_glued(head).replace("%", " procent ")) for head in heads]
    tries = [
        (min(ranks), n, col, column)
        for n, column in enumerate(spec.columns)
        for col, texts in enumerate(zip(folded, glued, strict=True))
        if column.holds is not Holds.LIST
        and (ranks := [rank for text in texts if (rank := likeness(column, text)) is not None])
        and not _speaks_against(column, col, sheet, first)
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
        if first not in taken and not (spec.name.never and folded and re.search(spec.name.never, folded[first])):
            columns[spec.name.key] = (first,)
            taken[first] = spec.name
    for column in spec.columns:
        if column.holds is Holds.LIST:
            left = [col for col in range(max(columns.get(spec.name.key, (0,))), len(folded)) if col not in taken]
            columns[column.key] = _listed(column, folded, [col for col in left if not _is_prose(sheet, col, first)])
    return columns


def _listed(column: Column, folded: Sequence[str], left: Sequence[int]) -> tuple[int, ...]:
    """The printed columns of a list: all that are left behind the names where most of them have its headings, else those that have."""
    met = [col for col in left if likeness(column, folded[col]) is not None]
    return tuple(left if 2 * len(met) > len(left) else met)


def _is_prose(sheet: Sheet, col: int, first: int) -> bool:
    """Do the cells of the column comment rather than answer?"""
    told = [len(cell.text) for row in range(first, sheet.rows) if not (cell := sheet.at(row, col)).blank]
    return 2 * sum(length > _LONGEST_ANSWER for length in told) > len(told)


def _completed(head: Head, cells: Sequence[Printed], sheet: Sheet, spec: Columns) -> Head:
    """The head of a scanned table with the columns whose headings were misread: those that fill a gap between known ones."""
    if all(line.confidence >= 1.0 for cell in cells for line in cell.lines):
        return head
    values = [c for c in spec.columns if c.holds not in (Holds.NAME, Holds.LIST)]
    columns = dict(head.columns)
    taken = {col for cols in columns.values() for col in cols}
    at = 0
    while at < len(values):
        run = at
        while run < len(values) and not columns.get(values[run].key):
            run += 1
        before = columns[values[at - 1].key][0] if at else max(head.columns[spec.name.key])
        after = columns[values[run].key][0] if run < len(values) else sheet.cols
        free = [col for col in range(before + 1, after) if col not in taken]
        if run > at and len(free) == run - at and all(_suits(c, col, head.end, sheet) for c, col in zip(values[at:run], free, strict=True)):
            columns |= {c.key: (col,) for c, col in zip(values[at:run], free, strict=True)}
        at = run + 1
    return Head(head.texts, columns, head.end)


def _suits(column: Column, col: int, first: int, sheet: Sheet) -> bool:
    """Do most cells of the printed column hold what the declared one holds?"""
    told = [cell for row in range(first, sheet.rows) if not (cell := sheet.at(row, col)).blank]
    return bool(told) and 2 * sum(read_cell(column, cell, "") is not None for cell in told) >= len(told)


def repeats(sheet: Sheet, row: int, head: Head) -> bool:
    """Does the row say the headings again (a page break within one table)?"""
    told = " ".join(fold(text) for text in sheet.told(row))
    said = " ".join(dict.fromkeys(fold(text) for text in head.texts))
    return bool(told) and fuzz.ratio(told, said) >= _SAME_HEAD
