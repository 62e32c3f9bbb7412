"""Where no question asks for goals and outcomes: the headings ("Mål", "Mål 2", "Resultat") that stand over them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from underlag.extract.flow import Item
from underlag.extract.pair_tables import heading_row, pair_kind
from underlag.extract.shapes import stands_apart

_LONGEST = 60
_NUMBERED = re.compile(r"\d{1,2}\s*[:.]?\s*$")


@dataclass(frozen=True, slots=True)
class GoalHead:
    """A heading of goals or outcomes at item `index`; `kept` where it belongs to the answer, as one of several such."""

    index: int
    kept: bool


def goal_heads(items: Sequence[Item], taken: Collection[int], *, typography: bool) -> list[GoalHead]:
    """The headings that open goals and outcomes: each that follows something else, kept where goals are headed one by one."""
    found: list[tuple[int, str]] = []
    for index, item in enumerate(items):
        p = item.paragraph
        if p is None or index in taken or len(p.text) > _LONGEST or is_heading_row(item) or not stands_apart(item, typography=typography):
            continue
        if kind := pair_kind(p.text):
            found.append((index, kind))
    goals = [index for index, kind in found if kind == "mal"]
    one_by_one = len(goals) > 1 or any(_NUMBERED.search(items[index].text) for index in goals)
    heads = []
    for index, _ in found:
        before = max((n for n in (*taken, *(n for n, _ in found)) if n < index), default=-1)
        opens = before in taken or before < 0
        if opens or not one_by_one:
            heads.append(GoalHead(index, kept=one_by_one))
    return heads


def heads_columns(item: Item) -> bool:
    """Does the item stand in the row that heads the columns of a table of goals and outcomes?"""
    if item.table is None or item.cell is None or item.cell.row > 2:
        return False
    head = heading_row(item.table)
    return head is not None and item.cell.row == head[0]


def is_heading_row(item: Item) -> bool:
    """Is the item's whole row set bold, above rows of another kind?"""
    table, cell = item.table, item.cell
    if table is None or cell is None or table.cols < 2 or table.rows < 3:
        return False
    row = [c for c in table.row(cell.row) if c.paragraphs]
    below = [c for c in table.row(cell.row + 1) if c.paragraphs]
    bold = [all(p.bold or p.heading for p in c.paragraphs) for c in row]
    return len(row) > 1 and all(bold) and not all(p.bold for c in below for p in c.paragraphs)
