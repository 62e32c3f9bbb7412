"""Tables with one signer a column, the fields' labels to the left, and over each column whose it is."""

from __future__ import annotations

from underlag.extract.signature_cells import ink_in, label_kind, lines_of, plain_lines
from underlag.extract.signature_lines import Block, put_field
from underlag.extract.signature_roles import role_in
from underlag.schemas.page import Cell, Table


def blocks_across(table: Table) -> list[Block]:
    """The blocks of a table with one signer a column and the fields' labels to the left; what stands over them names each."""
    kinds = {r: kind for r in range(table.rows) if (c := table.at(r, 0)) and c.col == 0 and (kind := label_kind(c.text))}
    others = [c for c in table.cells if c.col > 0]
    if table.cols < 3 or "underskrift" not in kinds.values() or len(kinds) < 2 or any(label_kind(c.text) for c in others if c.text):
        return []
    blocks = [Block() for _ in range(1, table.cols)]
    for cell in others:
        _put_across(blocks[cell.col - 1], table, cell, kinds.get(cell.row, "organisation"))
    return blocks


def _put_across(block: Block, table: Table, cell: Cell, kind: str) -> None:
    lines = lines_of(cell.paragraphs)
    if kind == "underskrift":
        label = table.at(cell.row, 0)
        block.signed = ink_in(cell.pictures, cell.text)
        block.signed_lines = lines_of(label.paragraphs) if label else ()
    elif lines:
        block.role = role_in(plain_lines(lines)) or block.role
        put_field(block, kind, plain_lines(lines), lines[0])
