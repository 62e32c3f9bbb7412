"""Signature blocks that stand side by side, each field of one signer beside the same field of the next, regrouped signer by signer.

A layout without rules gives such blocks as rows of labels, with the ink and the lines to sign on loose between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from underlag.extract.flow import Item
from underlag.extract.sublabels import kind_of, pieces
from underlag.schemas.page import Block, Cell, Paragraph, Picture, Table
from underlag.schemas.wordings import SIGNATURE

_DRAWN_LINE = re.compile(r"[\s._…–-]*")
_ALIGNED = 12.0  # points between left edges of the same column


def _kind(cell: Cell) -> str | None:
    """The small label that opens the cell."""
    lines = [line for p in cell.paragraphs for line in p.lines]
    if not lines or ":" not in lines[0].text:
        return None
    found = pieces(lines[:1], SIGNATURE)
    return found[0].kind if found else kind_of(lines[0].text, SIGNATURE)


def _row_kinds(table: Table) -> list[str] | None:
    """The label of each row where all its cells open with the same one; None where the table is no such thing."""
    kinds = []
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.paragraphs]
        found = {_kind(c) for c in cells}
        if len(found) != 1 or None in found or (row == 0 and len(cells) < 2):
            return None
        kinds += [k for k in found if k]
    return kinds if table.cols > 1 else None


def _lefts(table: Table) -> list[float | None]:
    """Where the text of each column begins."""
    edges: list[list[float]] = [[] for _ in range(table.cols)]
    for cell in table.cells:
        edges[cell.col] += [line.box.x0 for p in cell.paragraphs for line in p.lines if line.box]
    return [min(xs) if xs else None for xs in edges]


def _is_aligned(table: Table, first: Table) -> bool:
    pairs = list(zip(_lefts(table), _lefts(first), strict=False))
    return table.cols == first.cols and all(a is None or (b is not None and abs(a - b) < _ALIGNED) for a, b in pairs)


def _band(groups: Sequence[Sequence[Item]]) -> int:
    """How many of the groups, from the first, belong to one band of signers side by side; 0 for none."""
    first = groups[0][0].table
    if first is None or (kinds := _row_kinds(first)) is None:
        return 0
    seen, end = set(kinds), 1
    for number, group in enumerate(groups[1:], start=1):
        item = group[0]
        if item.table is not None:
            more = _row_kinds(item.table)
            if more is None or item.table.page != first.page or not _is_aligned(item.table, first) or None in _lefts(first):
                break
            seen.update(more)
            end = number + 1
        elif not (isinstance(item.block, Picture) and item.block.box) and not _DRAWN_LINE.fullmatch(item.text):
            break
        elif isinstance(item.block, Picture) and item.block.page == first.page:
            end = number + 1
    return end if "underskrift" in seen else 0


def _column_of(picture: Picture, lefts: Sequence[float | None]) -> int:
    """The column in which the middle of the picture stands."""
    middle = picture.box.middle[0] if picture.box else 0.0
    return max((n for n, x in enumerate(lefts) if x is not None and x <= middle), default=0)


def _regrouped(groups: Sequence[Sequence[Item]], first: Table) -> list[Item]:
    """A table with one cell for each signer; the label that opens the band opens each further row of signers."""
    lefts = _lefts(first)
    lead = (_row_kinds(first) or [""])[0]
    held: dict[tuple[int, int], list[Block]] = {}
    signer = -1
    for group in groups:
        item = group[0]
        if item.table is None:
            if isinstance(item.block, Picture):
                held.setdefault((signer, _column_of(item.block, lefts)), []).append(item.block)
            continue
        for row, kind in enumerate(_row_kinds(item.table) or []):
            signer += kind == lead
            for cell in item.table.row(row):
                held.setdefault((signer, cell.col), []).extend(b for b in cell.blocks if isinstance(b, Paragraph | Picture))
    cells = tuple(Cell(row, col, tuple(blocks), page=first.page) for (row, col), blocks in sorted(held.items(), key=lambda h: h[0]))
    table = Table(cells, signer + 1, first.cols, first.page, first.box, first.where, first.ruled)
    return [Item(b, table, c) for c in cells for b in c.blocks if isinstance(b, Paragraph | Picture)]


def signers_apart(items: Sequence[Item]) -> list[Item]:
    """The items with every band of signers side by side regrouped; all else as it was."""
    groups = [list(g) for _, g in groupby(items, key=lambda i: id(i.table) if i.table is not None else id(i))]
    kept: list[Item] = []
    number = 0
    while number < len(groups):
        past = _band(groups[number:])
        first = groups[number][0].table
        if past and first is not None:
            kept += _regrouped(groups[number : number + past], first)
            number += past
        else:
            kept += groups[number]
            number += 1
    return kept
