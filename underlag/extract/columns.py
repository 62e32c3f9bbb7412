"""Tables of declared columns: found by their headings wherever they stand, in any order of columns, over any number of pages.

`read_table` gives the rows and `read_totals` the row that adds them up; `Paper` reads several tables of one paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz

from underlag.extract.column_answers import settle_answers
from underlag.extract.column_cells import in_kronor, read_cell, read_pair
from underlag.extract.column_heads import Head, head_of, repeats
from underlag.extract.column_lines import LineTables
from underlag.extract.column_sheet import Sheet, sheet_of
from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.page import Table, join_lines
from underlag.values.folding import fold

Row = dict[str, Tree]

_SAME_NAME = 96
_LONGEST_CAPTION = 160
_CONTINUED = re.compile(r"\b(?:forts|fortsattning)\b")
_REST = re.compile(r"[a-zåäö(][^.:]{0,50}$")


@dataclass(frozen=True, slots=True)
class Sight:
    """A table in the stream, the line above it, and whether it follows right upon the table before it (a page break apart)."""

    table: Table
    caption: str
    follows: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One table of the kind that was looked for. `first`: where its body begins, 0 where it goes on with the table before."""

    sheet: Sheet
    head: Head
    first: int


@dataclass(slots=True)
class Rows:
    """What the tables of one kind say: the rows, and the row that adds them up."""

    rows: list[Row] = field(default_factory=list)
    totals: Row | None = None


class Paper:
    """One paper's items and the tables that it is declared to have; a printed column belongs to one kind of table only."""

    def __init__(self, items: Sequence[Item], specs: Sequence[Columns]) -> None:
        self._items, self._specs = items, specs

    @cached_property
    def _lines(self) -> LineTables:
        return LineTables(self._items)

    @cached_property
    def _names(self) -> list[str]:
        """Names of rows, which help where another table's names stand on several lines."""
        return self._lines.names(self._specs) if len(self._specs) > 1 else []

    @cached_property
    def _parts(self) -> dict[Columns, list[Part]]:
        """The tables of each kind; one that goes on after a page break without headings of its own included."""
        parts: dict[Columns, list[Part]] = {spec: [] for spec in self._specs}
        last: dict[Columns, Part] = {}
        for sight in sights(self._items):
            sheet = sheet_of(sight.table)
            heads = _heads(sheet, sight.caption, self._specs)
            found = {spec: Part(sheet, head, head.end) for spec, head in heads.items()}
            if not found and sight.follows and not sheet.headed:
                found = {spec: Part(sheet, p.head, 0) for spec, p in last.items() if p.sheet.cols == sheet.cols}
            for spec, part in found.items():
                parts[spec].append(part)
            last = found
        return parts

    def rows(self, spec: Columns) -> Rows:
        """Rows and totals of the tables of one kind; where there is none, of lines that are such a table."""
        found = _from_tables(self._parts[spec], spec)
        if not found.rows and self._lines.has(spec):
            found.rows = self._lines.rows(spec, self._names)
        _part_totals(found, spec)
        return found


def read_table(items: Sequence[Item], spec: Columns) -> list[Row]:
    """The rows of every table among the items that has the declared columns, in order, a name once; totals left out."""
    return Paper(items, [spec]).rows(spec).rows


def read_totals(items: Sequence[Item], spec: Columns) -> Row | None:
    """The row that adds up the others, where the declaration says how it is known and the table has one."""
    return Paper(items, [spec]).rows(spec).totals


def sights(items: Sequence[Item]) -> list[Sight]:
    """The tables among the items, each with the line above it."""
    found: list[Sight] = []
    above: list[str] = []
    for item in items:
        if item.table is None:
            above = [*above, item.text] if item.text.strip() else above
        elif all(s.table is not item.table for s in found):
            caption = above[-1] if above and len(above[-1]) <= _LONGEST_CAPTION else ""
            found.append(Sight(item.table, caption, follows=bool(found) and all(map(_is_between, above))))
            above = []
    return found


def _is_between(text: str) -> bool:
    """May the text stand between two pages of one table: "forts.", or the last words of a cell?"""
    return bool(_CONTINUED.search(fold(text)) or _REST.match(text))


def _heads(sheet: Sheet, caption: str, specs: Sequence[Columns]) -> dict[Columns, Head]:
    """The kinds of table that this one is: most often one; more where it holds the columns of several side by side."""
    folded = fold(caption)
    heads = {s: h for s in specs if (h := head_of(sheet, s, captioned=any(re.search(p, folded) for p in s.captions))) is not None}
    kept: dict[Columns, Head] = {}
    taken: set[int] = set()
    for spec, head in sorted(heads.items(), key=lambda pair: -len(pair[1].told(pair[0]))):
        if not head.told(spec) & taken:
            kept[spec] = head
            taken |= head.told(spec)
    return kept


def _from_tables(parts: Sequence[Part], spec: Columns) -> Rows:
    found = Rows()
    headings: dict[str, str] = {}
    for part in parts:
        headings |= {key: part.head.texts[cols[0]] for key, cols in part.head.columns.items() if cols}
        found.rows += [r for r in _rows(part, spec, found.rows) if not _is_repeated(r, found.rows, spec)]
    settle_answers(spec.columns, found.rows)
    in_kronor(spec.columns, found.rows, headings)
    return found


def _rows(part: Part, spec: Columns, before: Sequence[Row]) -> list[Row]:
    """The rows of one table; `before` are those of the tables before it."""
    rows: list[Row] = []
    name = part.head.columns[spec.name.key][0]
    for n in range(part.first, part.sheet.rows):
        if repeats(part.sheet, n, part.head) or part.sheet.is_banner(n) or not part.sheet.told(n):
            continue
        if n > part.first and part.sheet.reaches_down(n, name):
            continue
        row = _row(part, n, spec)
        above = rows or (before if n == part.first == 0 else [])
        if above and (n == part.first == 0 or not part.sheet.ruled) and _is_rest(part, n, spec):
            _add_rest(above[-1], row, spec)
        elif row.get(spec.name.key) is not None:
            rows.append(row)
    return rows


def _is_rest(part: Part, n: int, spec: Columns) -> bool:
    """Has the row nothing but more of a name or of texts: the next line of the row above, or its end behind a page break?"""
    told = {c.key: not all(part.sheet.at(n, col).blank for col in cols) for c in spec.columns if (cols := part.head.columns.get(c.key))}
    texts = {c.key for c in spec.columns if c.holds in (Holds.NAME, Holds.TEXT)}
    return not all(told.values()) and not any(told[key] for key in told if key not in texts)


def _add_rest(row: Row, rest: Row, spec: Columns) -> None:
    """Puts the rest of a name and of texts behind what the row has."""
    for column in spec.columns:
        begun, more = row.get(column.key), rest.get(column.key)
        if isinstance(begun, Leaf) and isinstance(more, Leaf):
            row[column.key] = Leaf(join_lines([str(begun.value), str(more.value)]), begun.lines + more.lines)


def _row(part: Part, n: int, spec: Columns) -> Row:
    row: Row = {}
    shared = _shared(part.head.columns, spec)
    for column in spec.columns:
        cols = part.head.columns.get(column.key, ())
        if column.holds is Holds.LIST:
            row[column.key] = [read_cell(column, part.sheet.at(n, c), part.head.texts[c]) for c in cols]
        elif not cols:
            row[column.key] = None
        elif column.key in shared:
            row |= read_pair(shared[column.key], part.sheet.at(n, cols[0]), part.head.texts[cols[0]])
        else:
            row[column.key] = read_cell(column, part.sheet.at(n, cols[0]), part.head.texts[cols[0]])
    return row


def _shared(columns: Mapping[str, tuple[int, ...]], spec: Columns) -> dict[str, list[Column]]:
    """For each column that shares its printed column with others: all those."""
    paired = [c for c in spec.columns if c.paired and columns.get(c.key)]
    groups = {c.key: [o for o in paired if columns[o.key] == columns[c.key]] for c in paired}
    return {key: group for key, group in groups.items() if len(group) > 1}


def _name(row: Row, spec: Columns) -> str:
    leaf = row.get(spec.name.key)
    return str(leaf.value) if isinstance(leaf, Leaf) else ""


def _leaves(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else [value]


def _values(row: Row) -> list[object]:
    return [leaf.value if isinstance(leaf, Leaf) else None for v in row.values() for leaf in _leaves(v)]


def _is_repeated(row: Row, rows: Sequence[Row], spec: Columns) -> bool:
    """Has an earlier table the same row already?"""
    name = fold(_name(row, spec))
    return any(fuzz.ratio(name, fold(_name(r, spec))) >= _SAME_NAME and _values(r)[1:] == _values(row)[1:] for r in rows)


def _part_totals(found: Rows, spec: Columns) -> None:
    """Takes the totals' row out of the rows; the last where there are more."""
    if not spec.totals:
        return
    totals = [r for r in found.rows if re.search(spec.totals, fold(_name(r, spec)))]
    found.rows = [r for r in found.rows if all(r is not t for t in totals)]
    if totals:
        found.totals = {key: value for key, value in totals[-1].items() if key != spec.name.key}
