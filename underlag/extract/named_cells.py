"""Tables of numbers: every number with the words of its row and column before it, as a line of text would have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from underlag.extract.flow import Item, tables_of
from underlag.extract.turned_rows import continued
from underlag.schemas.page import Cell, Paragraph, Table
from underlag.values.folding import fold

_NUMBER = re.compile(r"\s*(?:ca\.?\s*|[<>≤≥~]\s*)?-?\d[\d .,’']*(?:%|procent|kr|kronor|tkr|kkr|st|personer)?\.?\s*", re.IGNORECASE)
_NOTHING = re.compile(r"[\s–-]*")


def _is_number(text: str) -> bool:
    return len(text) <= 40 and _NUMBER.fullmatch(text) is not None


def header_rows(table: Table) -> int:
    """How many rows head the table's columns of numbers; 0 where it is no such table."""
    rows = 0
    for row in range(min(3, table.rows - 1)):
        cells = [c for c in table.row(row) if c.col > 0 or c.col_span > 1]
        if any(_is_number(c.text) and not re.fullmatch(r"20\d\d", c.text.strip()) for c in table.row(row)):
            break
        if not any(c.text.strip() for c in cells):
            break
        rows += 1
    body = [c for c in table.cells if c.row >= rows and c.col > 0]
    numbers = [c for c in body if _is_number(c.text)]
    filled = [c for c in body if not _NOTHING.fullmatch(c.text)]
    return rows if numbers and len(numbers) >= 0.6 * len(filled) else 0


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where the headings of a table's columns stand: in its own first rows, or in those of the table it goes on with."""

    table: Table
    rows: int
    body: int
    """The table's own first row of numbers."""


def _heads(items: list[Item]) -> dict[int, _Heads]:
    found: dict[int, _Heads] = {}
    going_on = continued(items)
    for table in tables_of(items):
        rows = header_rows(table)
        earlier = found.get(id(going_on.get(id(table))))
        if rows:
            found[id(table)] = _Heads(table, rows, rows)
        elif earlier is not None:
            found[id(table)] = replace(earlier, body=0)
    return found


def with_named_cells(items: list[Item]) -> list[Item]:
    """The stream with the cells of such tables as pairs of a label, made of the row's and the column's words, and a number."""
    heads = _heads(items)
    given: list[Item] = []
    for item in items:
        found = heads.get(id(item.table))
        if found is None or item.table is None or item.cell is None:
            given.append(item)
        elif item.cell.row >= found.body and _is_number(item.cell.text):
            given += _pair(item, item.cell, item.table, found)
        elif item.cell.row >= found.body and item.cell.col > 0:
            given.append(item)
    return given


def _pair(item: Item, cell: Cell, table: Table, found: _Heads) -> list[Item]:
    """The label stands where the row's or the column's own words stand."""
    side = next((c for c in table.row(cell.row) if c.col < cell.col and not _is_number(c.text) and c.text.strip()), None)
    above = [c for r in range(found.rows) if (c := found.table.at(r, cell.col)) is not None]
    heads = list(dict.fromkeys([*([side] if side else []), *above]))
    lines = [line for c in heads for p in c.paragraphs for line in p.lines]
    words = " ".join(" ".join(c.text.split()) for c in heads)
    if not lines or not fold(words):
        return [item]
    label = replace(lines[0], text=words, words=(), bold=len(words))
    return [Item(Paragraph((label,))), item]
