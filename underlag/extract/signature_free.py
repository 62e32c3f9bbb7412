"""Signature blocks without small labels: a place and a date, ink or a drawn line, a name, an organisation, in any order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from underlag.extract.flow import Item
from underlag.extract.line_parts import parted
from underlag.extract.signature_lines import Block, put_field
from underlag.extract.signature_names import organisation_apart
from underlag.extract.signature_roles import is_role, organisation_told, role_in
from underlag.schemas.page import Paragraph, Picture, Table
from underlag.values.contact import emails_in, person_name
from underlag.values.dates import dates_in

_DRAWN = re.compile(r"\s*(?:[xX]\s*)?[_.…]{4,}[\s_.…]*")
_LONGEST = 90
_ALIGNED = 12.0  # points between left edges of one column
_FEWEST = 3
_PAGE = 10_000.0  # points; more than any page is high, so that pages follow each other
_DATE = re.compile(r"\b(?:den )?\d{1,2}(?:[/.]| [a-zåäö]{3,9})\s*\d{0,4}\b", re.IGNORECASE)


def free_blocks(items: Sequence[Item]) -> list[Block]:
    """The blocks that the items of a signature section hold where no small label tells one field from another."""
    blocks = [b for group in _groups(items) for b in _blocks(group)]
    return sorted((b for b in blocks if b.name and (b.date or b.partial_date or b.signed is not None)), key=_row)


def _row(block: Block) -> tuple[int, int]:
    """How far down the document the block stands, so that those side by side follow each other from the left."""
    line = block.name[1] if block.name else None
    return (line.page, round(line.box.top / _ALIGNED)) if line and line.box else (0, 0)


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """The items as they belong together: a signer's column each, running text, a cell each, or a column or row of a table each."""
    columns = _side_by_side(items)
    if columns:
        return columns
    groups: list[list[Item]] = []
    for _, run in groupby(items, key=lambda i: id(i.table) if i.table is not None else 0):
        held = list(run)
        table = held[0].table
        groups += [held] if table is None else _of_table(held, table)
    return groups


def _side_by_side(items: Sequence[Item]) -> list[list[Item]]:
    """The items of a page without rules by the columns that signers stand in, side by side; none where they don't."""
    placed = [(x, y, piece) for item in items for x, y, piece in _pieces(item)]
    if not placed or len(placed) < len([i for i in items if i.text or isinstance(i.block, Picture)]):
        return []
    lefts = _lefts([x for x, _, piece in placed if piece.paragraph])
    if len(lefts) < 2:
        return []
    columns: list[list[tuple[float, Item]]] = [[] for _ in lefts]
    for x, y, piece in placed:
        columns[max((n for n, left in enumerate(lefts) if left <= x + _ALIGNED), default=0)].append((y, piece))
    named = [c for c in columns if any(_kind(i) == "namn" for _, i in c)]
    if len(named) < 2:
        return []
    return [[item for _, item in sorted(column, key=lambda p: p[0])] for column in columns if column]


def _pieces(item: Item) -> list[tuple[float, float, Item]]:
    """What of the item stands apart on its lines: where it begins, how far down the document, and the piece."""
    block = item.block
    if isinstance(block, Picture):
        return [(block.box.middle[0], block.page * _PAGE + block.box.middle[1], item)] if block.box else []
    return [
        (box.x0, line.page * _PAGE + box.middle[1], Item(Paragraph((part,))))
        for line in block.lines
        for part in parted(line)
        if (box := part.box) is not None
    ]


def _lefts(starts: Sequence[float]) -> list[float]:
    """Where columns begin: left edges that at least three pieces share."""
    found: list[float] = []
    for x in sorted(starts):
        if not found or x - found[-1] > _ALIGNED:
            found.append(x)
    return [x for x in found if sum(0 <= s - x <= _ALIGNED for s in starts) >= _FEWEST]


def _of_table(items: Sequence[Item], table: Table) -> list[list[Item]]:
    """The items of a table by cell, by column or by row, whichever gives the blocks that say most."""
    placed = [(i, i.cell) for i in items if i.cell is not None]
    cells = [[i for i, c in placed if c is cell] for cell in table.cells]
    columns = [[i for i, c in placed if c.col == col] for col in range(table.cols)]
    rows = [[i for i, c in placed if c.row == row] for row in range(table.rows)]
    return max((cells, columns, rows), key=_told) if placed else []


def _told(groups: Sequence[Sequence[Item]]) -> int:
    """How many fields the blocks of the groups have."""
    return sum(len(block.seen) for group in groups for block in _blocks(group) if block.name)


def _kind(item: Item) -> str | None:
    """Which field of a block the item is."""
    if isinstance(item.block, Picture):
        return "ink" if item.block.ink is not False else None
    text = item.text.strip()
    if not text or len(text) > _LONGEST:
        return None
    if _DRAWN.fullmatch(text):
        return "line"
    if emails_in(text) and not person_name(text):
        return "epost"
    if dates_in(text) or (_DATE.search(text) and not person_name(text)):
        return "datum"
    if organisation_apart(text)[0] or role_in(text):
        return "organisation" if person_name(organisation_apart(text)[1]) is None else "namn"
    return "namn" if person_name(text) else None


def _blocks(items: Sequence[Item]) -> list[Block]:
    """The blocks that follow each other: the kind of field that came first opens each further one."""
    told = [(kind, i) for i in items if (kind := _kind(i))]
    blocks: list[Block] = []
    lead = told[0][0] if told else ""
    for kind, item in told:
        if not blocks or (kind == lead and blocks[-1].name and kind in blocks[-1].seen):
            blocks.append(Block())
        blocks[-1].seen.add(kind)
        _put(blocks[-1], kind, item)
    return blocks


def _put(block: Block, kind: str, item: Item) -> None:
    if kind == "ink":
        block.signed = True
        return
    lines = item.paragraph.lines if item.paragraph else ()
    if kind == "line":
        block.signed = bool(block.signed)
        block.signed_lines = lines
    elif kind == "organisation":
        block.role = block.role or role_in(item.text)
        if not is_role(item.text):
            block.organisation = block.organisation or organisation_told(item.text, lines[0])
    else:
        block.role = block.role or (role_in(item.text) if kind == "namn" else None)
        put_field(block, kind, item.text, lines[0])
