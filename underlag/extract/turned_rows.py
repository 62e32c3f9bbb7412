"""Tables that go on over a page: which table goes on with which, and rows that the page's end divides put together."""

from __future__ import annotations

from dataclasses import replace

from underlag.extract.flow import Item, tables_of
from underlag.schemas.page import Paragraph, Table


def continued(items: list[Item]) -> dict[int, Table]:
    """By the id of each table that goes on from the page before: the table that it goes on with (nothing stands between them)."""
    found: dict[int, Table] = {}
    tables = tables_of(items)
    last: Item | None = None
    for item in items:
        before = last.table if last is not None else None
        if item.table is not None and before is not None and item.table is not before and _alike(before, item.table):
            found[id(item.table)] = before
        last = item if item.text.strip() or item.paragraph is None else last
    return {key: table for key, table in found.items() if any(t is table for t in tables)}


def _alike(before: Table, after: Table) -> bool:
    return after.cols == before.cols > 1 and after.page > before.page


def with_rows_joined(items: list[Item]) -> list[Item]:
    """The stream with the first row of such a table added to the row that it goes on with, cell by cell."""
    going_on = {key for key, before in continued(items).items() if _divided(before, _table(items, key))}
    given: list[Item] = []
    before: Item | None = None
    for item in items:
        if id(item.table) in going_on and item.cell is not None and item.cell.row == 0:
            _add(given, item, before)
            continue
        given.append(item)
        before = item
    return given


def _table(items: list[Item], key: int) -> Table:
    return next(i.table for i in items if i.table is not None and id(i.table) == key)


def _divided(before: Table, after: Table) -> bool:
    """Does the first row of `after` go on with the last of `before`?"""
    ends, begins = before.row(before.rows - 1), after.row(0)
    pairs = [(a.text.strip(), b.text.strip()) for a in ends for b in begins if a.col == b.col]
    if pairs and pairs[0][0] and not pairs[0][1] and any(b for _, b in pairs):
        return True
    goes_on = [bool(a and b) and (b[0].islower() or (b.endswith("?") and not a.endswith(("?", ".")))) for a, b in pairs]
    return any(goes_on) and not any(a.endswith(("?", ".")) and b[:1].isupper() for a, b in pairs[:1])


def _add(given: list[Item], item: Item, last: Item | None) -> None:
    """Adds the item to the last one of its column in the row above, or behind that row."""
    for n in range(len(given) - 1, max(-1, len(given) - 12), -1):
        other = given[n]
        if last is None or other.table is not last.table or other.cell is None or last.cell is None or other.cell.row != last.cell.row:
            break
        if (
            item.cell is not None
            and other.cell.col == item.cell.col
            and isinstance(other.block, Paragraph)
            and isinstance(item.block, Paragraph)
        ):
            given[n] = replace(other, block=replace(other.block, lines=other.block.lines + item.block.lines))
            return
    given.append(replace(item, table=last.table, cell=replace(item.cell, row=last.cell.row)) if last and last.cell and item.cell else item)
