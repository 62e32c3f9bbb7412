"""Tables of declared columns: found by their headings wherever they stand, in any order of columns, over any number of pages.

`read_table` gives the rows, `read_totals` the row that adds them up, `tables_of_kind` the tables themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from underlag.extract.column_cells import Printed, in_kronor, printed, read_cell, read_pair
from underlag.extract.column_heads import Head, Sheet, head_of, repeats, sheet_of
from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.page import Table
from underlag.values.folding import fold

Row = dict[str, Tree]

_SAME_NAME = 96
_GOES_ON = re.compile(r"^[a-zåäö(/–-]")
_UNFINISHED = re.compile(r"[,/–-]$|\b(?:och|med|för|i|till|av)$")


@dataclass(slots=True)
class Sight:
    """A table in the stream, the line above it, and whether it follows right upon the table before it (a page break apart)."""

    table: Table
    caption: str = ""
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The body of one table of the kind that was looked for: which printed column holds what, and the rows."""

    sheet: Sheet
    head: Head
    first: int

    def cell(self, row: int, col: int) -> Printed:
        """The printed cell that covers the place."""
        found = self.sheet.cells.get((row, col))
        return printed([found]) if found else Printed("", ())


@dataclass(slots=True)
class Rows:
    """What the tables of one kind say: the rows, and the row that adds them up."""

    rows: list[Row] = field(default_factory=list)
    totals: Row | None = None


def read_table(items: Sequence[Item], spec: Columns) -> list[Row]:
    """The rows of every table among the items that has the declared columns, in order, a name once; totals left out."""
    return read_rows(items, spec).rows


def read_totals(items: Sequence[Item], spec: Columns) -> Row | None:
    """The row that adds up the others, where the declaration says how it is known and the table has one."""
    return read_rows(items, spec).totals


def sights(items: Sequence[Item]) -> list[Sight]:
    """The tables among the items, each with the line above it."""
    found: list[Sight] = []
    above: list[str] = []
    for item in items:
        if item.table is None:
            above = [*above[-1:], item.text] if item.text.strip() else above
        elif all(s.table is not item.table for s in found):
            between = [t for t in above if not re.search(r"\b(?:forts|fortsattning)\b", fold(t))]
            found.append(Sight(item.table, " ".join(above)[-300:], follows=bool(found) and not between))
            above = []
        elif item.table is not found[-1].table:
            above = []
    return found


def tables_of_kind(items: Sequence[Item], spec: Columns) -> list[Part]:
    """The tables with the declared columns; one that goes on after a page break without headings of its own included."""
    parts: list[Part] = []
    last: Part | None = None
    for sight in sights(items):
        sheet = sheet_of(sight.table)
        captioned = any(re.search(p, fold(sight.caption)) for p in spec.captions)
        head = head_of(sheet, spec, captioned=captioned)
        if head is not None:
            last = Part(sheet, head, head.end)
        elif last is not None and sight.follows and sheet.cols == last.sheet.cols and not sheet.headed:
            last = Part(sheet, last.head, 0)
        else:
            last = None
        if last is not None:
            parts.append(last)
    return parts


def read_rows(items: Sequence[Item], spec: Columns) -> Rows:
    """Rows and totals of the tables of one kind among the items."""
    found = Rows()
    headings: dict[str, str] = {}
    for part in tables_of_kind(items, spec):
        headings |= {key: part.head.texts[cols[0]] for key, cols in part.head.columns.items() if cols}
        body = [r for r in _rows(part, spec) if not _is_repeated(r, found.rows, spec)]
        if body and found.rows and part.first == 0:
            body = _with_divided_row(body, found.rows, spec)
        found.rows += body
    in_kronor(spec.columns, found.rows, headings)
    _part_totals(found, spec)
    return found


def _rows(part: Part, spec: Columns) -> list[Row]:
    rows: list[Row] = []
    names = part.head.columns.get(spec.name.key, ())
    for n in range(part.first, part.sheet.rows):
        if repeats(part.sheet, n, part.head) or part.sheet.is_banner(n) or not part.sheet.told(n):
            continue
        if n > part.first and names and _same_cell(part, n, names[0]):
            continue
        row = _row(part, n, spec)
        if row.get(spec.name.key) is not None:
            rows.append(row)
    return rows


def _same_cell(part: Part, row: int, col: int) -> bool:
    """Does the name's cell reach down from the row above?"""
    cell = part.sheet.cells.get((row, col))
    return cell is not None and cell.row < row


def _row(part: Part, n: int, spec: Columns) -> Row:
    row: Row = {}
    shared = _shared(part.head.columns, spec)
    for column in spec.columns:
        cols = part.head.columns.get(column.key, ())
        if column.holds is Holds.LIST:
            row[column.key] = [read_cell(column, part.cell(n, c), part.head.texts[c]) for c in cols]
        elif not cols:
            row[column.key] = None
        elif column.key in shared:
            row |= read_pair(shared[column.key], part.cell(n, cols[0]), part.head.texts[cols[0]])
        else:
            row[column.key] = read_cell(column, part.cell(n, cols[0]), part.head.texts[cols[0]])
    return row


def _shared(columns: Mapping[str, tuple[int, ...]], spec: Columns) -> dict[str, list[Column]]:
    """For each column that shares its printed column with others: all those."""
    paired = [c for c in spec.columns if c.paired and columns.get(c.key)]
    groups = {c.key: [o for o in paired if columns[o.key] == columns[c.key]] for c in paired}
    return {key: group for key, group in groups.items() if len(group) > 1}


def _name(row: Row, spec: Columns) -> str:
    leaf = row.get(spec.name.key)
    return str(leaf.value) if isinstance(leaf, Leaf) else ""


def _is_repeated(row: Row, rows: Sequence[Row], spec: Columns) -> bool:
    """Has an earlier table the same row already?"""
    name = fold(_name(row, spec))
    values = [_values(row)] if name else []
    return any(fuzz.ratio(name, fold(_name(r, spec))) >= _SAME_NAME and _values(r) in values for r in rows)


def _values(row: Row) -> list[object]:
    leaves = [leaf for v in row.values() for leaf in (v if isinstance(v, list) else [v])]
    return [leaf.value if isinstance(leaf, Leaf) else None for leaf in leaves]


def _with_divided_row(body: list[Row], rows: Sequence[Row], spec: Columns) -> list[Row]:
    """Where a page break divides a row, the rest of its name stands alone at the head of the next page: put back."""
    first, last = body[0], rows[-1]
    rest, begun = first[spec.name.key], last[spec.name.key]
    alone = not any(v for key, v in first.items() if key != spec.name.key and v not in (None, []))
    if not (alone and isinstance(rest, Leaf) and isinstance(begun, Leaf)):
        return body
    if _GOES_ON.match(str(rest.value)) or _UNFINISHED.search(str(begun.value)):
        last[spec.name.key] = Leaf(f"{begun.value} {rest.value}", begun.lines + rest.lines)
        return body[1:]
    return body


def _part_totals(found: Rows, spec: Columns) -> None:
    """Takes the totals' row out of the rows; the last where there are more."""
    if not spec.totals:
        return
    totals = [r for r in found.rows if re.search(spec.totals, fold(_name(r, spec)))]
    found.rows = [r for r in found.rows if all(r is not t for t in totals)]
    if totals:
        found.totals = {key: value for key, value in totals[-1].items() if key != spec.name.key}
