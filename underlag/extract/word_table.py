"""The grid of a Word table: which cell covers which rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from underlag.extract.word_xml import Node, W, child_value, elements, switched, whole_number

WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}" + name for name in ("AlternateContent", "Choice", "Fallback")
}
"""Elements that stand around rows, cells, paragraphs and tables without being anything themselves."""
_WIDEST = 16_384


@dataclass(slots=True)
class Slot:
    """A cell to be read: its element and its place, from 0. Rows that are deleted or hidden are not counted."""

    node: Node
    row: int
    start: int
    end: int
    row_span: int = 1


def unwrapped(node: Node, wanted: tuple[str, ...]) -> Iterator[Node]:
    """The children of `node` with a `wanted` tag, also those inside wrappers."""
    for child in elements(node):
        if child.tag in wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from unwrapped(child, wanted)


def row_fate(row: Node) -> str:
    """`"del"` and `"ins"` for tracked rows, `"hidden"`, or "" for any other."""
    properties = row.find(W + "trPr")
    if properties is None:
        return ""
    if switched(properties, "hidden"):
        return "hidden"
    return next((name for name in ("del", "ins") if properties.find(W + name) is not None), "")


def grid(rows: list[Node]) -> tuple[list[Slot], int]:
    """The cells of `rows` in row order, and the number of columns.

    Columns are counted by the edges that cells really have: grid columns that no cell begins or ends at vanish.
    """
    slots: list[Slot] = []
    above: dict[int, Slot] = {}
    for number, row in enumerate(rows):
        above = _read_row(row, number, above, slots)
    edges = sorted({edge for slot in slots for edge in (slot.start, slot.end)})
    rank = {edge: i for i, edge in enumerate(edges)}
    for slot in slots:
        slot.start, slot.end = rank[slot.start], rank[slot.end]
    return slots, max(len(edges) - 1, 0)


def _read_row(row: Node, number: int, above: dict[int, Slot], slots: list[Slot]) -> dict[int, Slot]:
    """Adds the row's own cells to `slots`, lets merged ones grow; gives what the next row's merged cells may hang on."""
    at = _span(row.find(W + "trPr"), "gridBefore", least=0)
    below: dict[int, Slot] = {}
    last: Slot | None = None
    for cell in unwrapped(row, (W + "tc",)):
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            continue
        end = at + _span(properties, "gridSpan", least=1)
        merge = _merge(properties, "vMerge")
        if _merge(properties, "hMerge") == "continue" and last is not None:
            last.end = end
        elif merge == "continue" and at in above:
            slot = below[at] = above[at]
            slot.row_span = number - slot.row + 1
        else:
            last = Slot(cell, number, at, end)
            slots.append(last)
            if merge:
                below[at] = last
        at = end
    return below


def _span(properties: Node | None, name: str, *, least: int) -> int:
    return min(max(whole_number(child_value(properties, name), least), least), _WIDEST)


def _merge(properties: Node | None, name: str) -> str | None:
    """`"restart"`, `"continue"`, or None for a cell that is not merged."""
    node = None if properties is None else properties.find(W + name)
    return None if node is None else (node.get(W + "val") or "continue")
