"""Reading form *signatures*: who signs, for whom, when, and whether ink stands in the signature field.

A signature is never inferred from a name or a date: only from ink or a picture in the field made for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from underlag.extract.flow import Item, tables_of
from underlag.extract.labels import Answer
from underlag.extract.owners import Signer
from underlag.extract.signature_across import blocks_across
from underlag.extract.signature_cells import (
    SignatureField,
    holds_more,
    ink_in,
    label_kind,
    labelled_cell,
    lines_of,
    plain_lines,
    stands_in_columns,
)
from underlag.extract.signature_free import free_blocks
from underlag.extract.signature_lines import Block, line_blocks, put_field, put_typed_organisation
from underlag.extract.signature_roles import organisation_in_label, role_in
from underlag.extract.sublabels import header_row, kind_of, pieces
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Cell, Line, Table
from underlag.schemas.wordings import SIGNATURE
from underlag.values.folding import fold

_MOST_ROWS = 200  # no table of signatures is longer, and a hostile one must not cost more


def _field(table: Table, cell: Cell) -> SignatureField | None:
    """The field that a cell labels: its value stands beside the label in the same cell, else in the cells to its right."""
    inside = cell.paragraphs
    if not inside:
        return None
    kind = label_kind(cell.text)
    if kind and not holds_more(inside):
        values = _value_cells(table, cell)
        if not values and table.cols > 1 and not cell.pictures and not stands_in_columns(table) and not _labels_inside(table):
            return None
        pictures = cell.pictures + tuple(p for v in values for p in v.pictures)
        named = organisation_in_label(cell.text)
        return SignatureField(kind, cell.text, lines_of(inside), lines_of([p for v in values for p in v.paragraphs]), pictures, named)
    if found := labelled_cell(inside):
        return SignatureField(found.kind, found.label, found.label_lines, found.lines, cell.pictures, organisation_in_label(found.label))
    head, colon, rest = inside[0].text.partition(":")
    kind = kind_of(head, SIGNATURE) if colon else None
    first = inside[0].lines[0]
    return SignatureField(kind, head, (first,), (replace(first, text=rest.strip()), *lines_of(inside[1:])), cell.pictures) if kind else None


def _labels_inside(table: Table) -> bool:
    """Do cells of the table hold both a label and what is filled in, so that one with a label alone is an empty field?"""
    return any(labelled_cell(c.paragraphs) for c in table.cells)


def _value_cells(table: Table, label: Cell) -> list[Cell]:
    """The cells right of a label cell in its row, up to the next label."""
    cells = []
    for cell in table.row(label.row):
        if cell.col > label.col:
            if label_kind(cell.text) or labelled_cell(cell.paragraphs):
                break
            cells.append(cell)
    return cells


def _table_blocks(table: Table, blocks: list[Block], role: str | None) -> None:
    """Labelled fields in any order, column by column where each holds its own; a field seen already in this block begins the
    next. A date that heads a table of several signers is the date of them all.
    """
    by_column = stands_in_columns(table)
    cells = sorted(table.cells, key=lambda c: (c.col, c.row)) if by_column else list(table.cells)
    fields = [(c, f) for c in cells if (f := _field(table, c))]
    lead = _key(fields[0][1]) if fields else ""
    begun, column = len(blocks), -1
    for cell, found in fields:
        key = _key(found)
        moved = by_column and cell.col != column
        seen = blocks[-1].seen if len(blocks) > begun else set()
        again = key in seen and key in ("organisation", "underskrift", "namn")
        if not seen or moved or again or (key == lead and seen & {"underskrift", "namn"}):
            blocks.append(Block(role=role))
        column = cell.col
        _put(blocks[-1], key, found)
    if lead == "datum" and not by_column:
        for above, block in pairwise(blocks[begun:]):
            block.date = block.date or (above.date if "datum" not in block.seen else None)


def _key(found: SignatureField) -> str:
    return "organisation" if found.kind == "organisation_datum" else found.kind


def _put(block: Block, key: str, found: SignatureField) -> None:
    """Puts one labelled field into the block."""
    block.seen.add(key)
    block.role = role_in(found.label) or block.role
    if found.organisation and block.organisation is None and found.label_lines:
        block.organisation = (found.organisation, found.label_lines[0])
    if found.kind == "underskrift":
        typed = put_typed_organisation(block, found.lines)
        raw = any((line.where or "").startswith("line") for line in found.label_lines)  # raw text can't tell ink from its absence
        block.signed = None if raw else ink_in(found.pictures, typed)
        block.signed_lines = found.label_lines
    elif found.lines:
        put_field(block, found.kind, plain_lines(found.lines), found.lines[0])


def _column_blocks(table: Table, row: int, kinds: dict[int, str]) -> list[Block]:
    """Tables with one signer a row under a heading row."""
    blocks = []
    for r in range(row + 1, table.rows):
        block = Block()
        for cell in table.row(r):
            kind = kinds.get(cell.col, "annat")
            lines = lines_of(cell.paragraphs)
            if kind == "underskrift":
                block.signed = ink_in(cell.pictures, cell.text)
                head = table.at(row, cell.col)
                block.signed_lines = tuple(line for p in (head.paragraphs if head else ()) for line in p.lines)
            elif kind == "annat" and lines:
                block.role = role_in(plain_lines(lines)) or block.role
            elif lines:
                put_field(block, kind, plain_lines(lines), lines[0])
        blocks.append(block)
    return blocks


def _cell_block(cell: Cell) -> Block | None:
    """A block written whole in one cell, each field on a line of its own; None where the cell is no such thing."""
    found = pieces(lines_of(cell.paragraphs), SIGNATURE)
    kinds = {p.kind for p in found} - {None, "annat"}
    if len(kinds) < 2 or "underskrift" not in kinds:
        return None
    block = Block(role=role_in(cell.text))
    typed = ""
    for piece in found:
        block.role = role_in(piece.label) or block.role
        if piece.kind == "underskrift":
            typed += piece.text.strip(" ._…")
            block.signed_lines = (piece.line,)
        elif piece.kind:
            put_field(block, piece.kind, piece.text, piece.line)
    block.signed = ink_in(cell.pictures, typed)
    return block


def _read_table(table: Table, heading: str) -> list[Block]:
    """The blocks of one signature table; `heading` is what stands right above it."""
    whole = [b for cell in table.cells if (b := _cell_block(cell))]
    if whole:
        return whole
    head = header_row(table, SIGNATURE)
    if head and (len(head[1]) >= table.cols - 1 > 1 or not _labels_left(table)) and not stands_in_columns(table):
        return _column_blocks(table, *head)
    if across := blocks_across(table):
        return across
    blocks: list[Block] = []
    _table_blocks(table, blocks, role_in(heading))
    return blocks


def _blocks(items: Sequence[Item], answers: list[Answer]) -> list[Block]:
    blocks: list[Block] = []
    for table in tables_of(list(items)):
        at = next(n for n, i in enumerate(items) if i.table is table)
        above = items[at - 1].text if at and items[at - 1].table is None else ""
        blocks += _read_table(table, above)
    for run in _runs(answers):
        items_of = [i for answer in run for i in answer.items]
        lines = [line for n, answer in enumerate(run) for line in _lines_read(answer, label=bool(n))]
        raw = any(line.box is None and (line.where or "").startswith("line") for line in lines)
        labelled = line_blocks(pieces(lines, SIGNATURE), items_of, raw_text=raw)
        blocks += labelled if raw else max(labelled, free_blocks(items_of), key=_told)
    return [b for b in blocks if not b.empty]


def _told(blocks: Iterable[Block]) -> int:
    """How many fields the blocks that name someone, or are dated, have."""
    return sum(b.told for b in blocks if b.name or b.date)


def _lines_read(answer: Answer, *, label: bool) -> Iterator[Line]:
    """The answer's lines, with its label's where that belongs to a block (`label`, or a small one) and does not open the answer too."""
    lines = answer.lines
    if (label or _is_small_label(answer)) and lines[: len(answer.label)] != answer.label:
        yield from answer.label
    yield from lines


def _is_small_label(answer: Answer) -> bool:
    """Is what opened the answer a block's own "Underskrift:", not the heading over the blocks?"""
    label = plain_lines(answer.label).rstrip(" ._…")
    return label.endswith(":") and kind_of(label, SIGNATURE) == "underskrift"


def _runs(answers: Sequence[Answer]) -> list[list[Answer]]:
    """The answers, those together that a small label "Underskrift:" inside a block had divided."""
    runs: list[list[Answer]] = []
    for answer in answers:
        above = runs[-1][-1].paragraphs if runs else []
        open_field = pieces(above[-1].lines, SIGNATURE) if above else []
        inside = open_field and open_field[-1].kind in ("organisation_datum", "organisation", "datum")
        if inside and _is_small_label(answer):
            runs[-1].append(answer)
        else:
            runs.append([answer])
    return runs


def is_signature_table(table: Table) -> bool:
    """Does the table hold a field to sign in beside another small label of a signature block?"""
    if table.rows > _MOST_ROWS:
        return False
    kinds = {f.kind for c in table.cells if (f := _field(table, c))} | {label_kind(c.text) for c in table.cells}
    kinds -= {None, "annat"}
    if any(_cell_block(c) for c in table.cells):
        return True
    return len(kinds) >= 2 and bool(kinds & {"underskrift", "organisation_datum"})


def _labels_left(table: Table) -> bool:
    first = [kind_of(c.text, SIGNATURE) for c in table.cells if c.col == 0]
    return sum(k is not None for k in first) >= 2


def signature_items(items: Sequence[Item]) -> list[Item]:
    """The items of signature tables, each table's with the short line above it that says whose it is."""
    tables = [t for t in tables_of(list(items)) if is_signature_table(t)]
    taken: list[Item] = []
    for n, item in enumerate(items):
        if item.table is None or all(item.table is not t for t in tables):
            continue
        above = items[n - 1] if n else None
        if above and above.table is None and 0 < len(above.text) < 60 and role_in(above.text) and all(above is not t for t in taken):
            taken.append(above)
        taken.append(item)
    return taken


def signers_as_owner(items: Sequence[Item], answers: list[Answer]) -> list[Signer]:
    """Those whose blocks say that they sign as owner."""
    blocks = [b for b in _blocks(items, answers) if b.role == "insatsagare"]
    return [Signer(b.organisation[0] if b.organisation else None, b.name[0] if b.name else None) for b in blocks]


def _leaf(read: tuple[str, Line] | None) -> Leaf | None:
    return Leaf(read[0], (read[1],)) if read else None


def read_signatures(items: Sequence[Item], answers: list[Answer], owners: Sequence[str]) -> tuple[list[Tree], list[tuple[int, Line]]]:
    """The signature blocks in order, and those (by position) whose date is there but can't be read.

    A block whose labels don't say whose it is belongs to the owner where its organisation is the owner's, or it is the first.
    """
    from_blocks: list[Tree] = []
    illegible: list[tuple[int, Line]] = []
    blocks = _blocks(items, answers)
    for number, block in enumerate(blocks):
        role = block.role
        if role is None:
            named = fold(block.organisation[0]) if block.organisation else ""
            own = any(named and (named in fold(o) or fold(o) in named) for o in owners)
            role = "insatsagare" if own or (number == 0 and not owners) else "samverkanspart"
        lines = block.signed_lines or tuple(x[1] for x in (block.organisation, block.name) if x)
        if block.partial_date and block.date is None:
            illegible.append((number, block.partial_date))
        from_blocks.append(
            {
                "roll": Leaf(role, lines),
                "organisation": _leaf(block.organisation),
                "datum": _leaf(block.date),
                "namn": _leaf(block.name),
                "epost": _leaf(block.epost),
                "undertecknad": Leaf(block.signed, lines) if block.signed is not None else None,
            }
        )
    return from_blocks, illegible
