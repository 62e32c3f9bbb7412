"""Tables of numbers: every number with the words of its row and column before it, as a line of text would have them."""

from __future__ import annotations

import re
from dataclasses import replace

from underlag.extract.flow import Item, tables_of
from underlag.schemas.page import Cell, Paragraph, Table
from underlag.values.folding import fold

_NUMBER = re.compile(r"\s*(?:ca\.?\s*|[<>≤≥~]\s*)?-?\d[\d .,’']*(?:%|procent|kr|kronor|tkr|kkr|st|personer)?\.?\s*", re.IGNORECASE)
_NOTHING = re.compile(r"[\s–-]*")
_UNITS = re.compile(r"\b(?:tkr|kkr|tusental\w*)\b", re.IGNORECASE)


def header_rows(table: Table) -> int:
    """How many rows head the table's columns of numbers; 0 where it is no such table."""
    rows = 0
    for row in range(min(3, table.rows - 1)):
        cells = [c for c in table.row(row) if c.col > 0 or c.col_span > 1]
        if any(_NUMBER.fullmatch(c.text) and not re.fullmatch(r"20\d\d", c.text.strip()) for c in table.row(row)):
            break
        if not any(c.text.strip() for c in cells):
            break
        rows += 1
    body = [c for c in table.cells if c.row >= rows and c.col > 0]
    numbers = [c for c in body if _NUMBER.fullmatch(c.text)]
    filled = [c for c in body if not _NOTHING.fullmatch(c.text)]
    return rows if numbers and len(numbers) >= 0.6 * len(filled) else 0


def with_named_cells(items: list[Item]) -> list[Item]:
    """The stream with the cells of such tables as pairs of a label, made of the row's and the column's words, and a number."""
    heads = {id(t): rows for t in tables_of(items) if (rows := header_rows(t))}
    given: list[Item] = []
    for item in items:
        rows = heads.get(id(item.table), 0)
        if not rows or item.table is None or item.cell is None:
            given.append(item)
        elif item.cell.row >= rows and _NUMBER.fullmatch(item.cell.text):
            given += _pair(item, item.cell, item.table, rows)
        elif item.cell.row >= rows and item.cell.col > 0:
            given.append(item)
    return given


def _pair(item: Item, cell: Cell, table: Table, rows: int) -> list[Item]:
    """The label stands where the row's or the column's own words stand."""
    side = next((c for c in table.row(cell.row) if c.col < cell.col and not _NUMBER.fullmatch(c.text) and c.text.strip()), None)
    above = [c for r in range(rows) if (c := table.at(r, cell.col)) is not None]
    heads = list(dict.fromkeys([*([side] if side else []), *above]))
    lines = [line for c in heads for p in c.paragraphs for line in p.lines]
    corner = table.at(0, 0)
    unit = _UNITS.search(corner.text) if corner is not None and corner not in heads else None
    words = " ".join(" ".join(c.text.split()) for c in heads) + (f" ({unit[0]})" if unit else "")
    if not lines or not fold(words):
        return [item]
    label = replace(lines[0], text=words, words=(), bold=len(words))
    return [Item(Paragraph((label,))), item]
