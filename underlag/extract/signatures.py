"""Reading form *signatures*: who signs, for whom, when, and whether ink stands in the signature field.

A signature is never inferred from a name or a date: only from ink or a picture in the field made for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from underlag.extract.flow import Item, tables_of
from underlag.extract.labels import Answer
from underlag.extract.sublabels import Piece, header_row, kind_of, pieces
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Cell, Line, Paragraph, Picture, Table
from underlag.schemas.wordings import ROLE_WORDS, SIGNATURE
from underlag.values.contact import emails_in, person_name
from underlag.values.dates import dates_in
from underlag.values.folding import fold

_PARTIAL_DATE = re.compile(r"[\s,]*(?:\b(?:den\s+)?(?:19|20)\d\d[-–./ ]*\d{0,2}[-–./ ]*$|\b\d{1,2}[/.]\d{0,2}[-–/ ]*(?:\d{2,4})?\s*$)")


@dataclass(slots=True)
class Block:
    """One signature block while it is being read."""

    role: str | None = None
    organisation: tuple[str, Line] | None = None
    date: tuple[str, Line] | None = None
    name: tuple[str, Line] | None = None
    epost: tuple[str, Line] | None = None
    signed: bool | None = None
    signed_lines: tuple[Line, ...] = ()
    seen: set[str] = field(default_factory=set)
    partial_date: Line | None = None

    @property
    def empty(self) -> bool:
        return not (self.organisation or self.date or self.name or self.epost or self.signed)


def _plain_lines(lines: Sequence[Line]) -> str:
    return " ".join(line.text.strip() for line in lines).strip()


def _set_organisation_and_date(block: Block, text: str, line: Line) -> None:
    """Splits "Region X 2021-06-16" into the organisation and its date; an unfinished date is remembered as unreadable."""
    if (whose := re.search(r"\(([^()]*)\)", text)) and role_in(whose[1]):
        block.role, text = role_in(whose[1]), (text[: whose.start()] + text[whose.end() :]).strip()
    dates = dates_in(text)
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    if dates and block.date is None:
        block.date = (dates[-1].value.isoformat(), line)
    if not dates and (partial := _PARTIAL_DATE.search(rest)) and partial[0].strip(" ,"):
        block.partial_date = line
        rest = rest[: partial.start()]
    rest = re.sub(r"\s*\b(?:den|datum:?)\s*$", "", rest).strip(" ,;:.–-\t")
    if rest and block.organisation is None:
        block.organisation = (rest, line)


def _put(block: Block, kind: str, text: str, line: Line) -> None:
    """Puts the text of one labelled field into the block."""
    text = text.strip()
    if not text:
        return
    if kind in ("organisation_datum", "organisation", "datum"):
        if kind == "datum":
            found = dates_in(text)
            if found:
                block.date = (found[0].value.isoformat(), line)
            elif re.search(r"\d", text):
                block.partial_date = line
        else:
            _set_organisation_and_date(block, text, line)
    elif kind == "namn":
        name = person_name(text) or None
        mails = emails_in(text)
        if mails and block.epost is None:
            block.epost = (mails[0].value, line)
        if block.name is None and name:
            block.name = (name, line)
    elif kind == "epost":
        mails = emails_in(text)
        block.epost = (mails[0].value if mails else text, line)


def role_in(text: str) -> str | None:
    """Whose block a label says it is."""
    folded = fold(text)
    for role, words in ROLE_WORDS.items():
        if any(re.search(rf"\b{fold(w)}(?:s|ns|ens)?\b", folded) for w in words):
            return role
    return None


def ink_in(pictures: Sequence[Picture], text: str) -> bool | None:
    """True where ink or a picture stands in the field, False where it is empty, None where only typed text stands there."""
    if any(p.ink is not False for p in pictures):
        return True
    return None if text.strip() else False


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field of a signature table: its kind, its label, and what stands in it."""

    kind: str
    label: str
    label_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    pictures: tuple[Picture, ...]


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    return tuple(line for p in paragraphs for line in p.lines)


def _field(table: Table, cell: Cell) -> Field | None:
    """The field that a cell labels: its value stands under the label in the same cell, else in the cells to its right."""
    inside = cell.paragraphs
    if not inside:
        return None
    kind = kind_of(cell.text, SIGNATURE)
    if kind:
        values = _value_cells(table, cell)
        if not values and table.cols > 1 and not cell.pictures:
            return None
        pictures = cell.pictures + tuple(p for v in values for p in v.pictures)
        return Field(kind, cell.text, _lines(inside), _lines([p for v in values for p in v.paragraphs]), pictures)
    kind = kind_of(inside[0].text, SIGNATURE)
    if kind and len(inside) > 1:
        return Field(kind, inside[0].text, inside[0].lines, _lines(inside[1:]), cell.pictures)
    head, colon, rest = inside[0].text.partition(":")
    kind = kind_of(head, SIGNATURE) if colon else None
    first = inside[0].lines[0]
    return Field(kind, head, (first,), (replace(first, text=rest.strip()), *_lines(inside[1:])), cell.pictures) if kind else None


def _value_cells(table: Table, label: Cell) -> list[Cell]:
    """The cells right of a label cell in its row, up to the next label."""
    cells = []
    for cell in table.row(label.row):
        if cell.col > label.col:
            if kind_of(cell.text, SIGNATURE):
                break
            cells.append(cell)
    return cells


def _table_blocks(table: Table, blocks: list[Block], role: str | None) -> None:
    """Labelled fields in any order; a field seen already in this block begins the next."""
    for found in (f for cell in table.cells if (f := _field(table, cell))):
        key = "organisation" if found.kind == "organisation_datum" else found.kind
        if not blocks or (key in blocks[-1].seen and key in ("organisation", "underskrift", "namn")):
            blocks.append(Block(role=role))
        block = blocks[-1]
        block.seen.add(key)
        block.role = role_in(found.label) or block.role
        if found.kind == "underskrift":
            block.signed = ink_in(found.pictures, _plain_lines(found.lines))
            block.signed_lines = found.label_lines
        elif found.lines:
            _put(block, found.kind, _plain_lines(found.lines), found.lines[0])


def _column_blocks(table: Table, row: int, kinds: dict[int, str]) -> list[Block]:
    """Tables with one signer a row under a heading row."""
    blocks = []
    for r in range(row + 1, table.rows):
        block = Block()
        for cell in table.row(r):
            kind = kinds.get(cell.col, "annat")
            lines = [line for p in cell.paragraphs for line in p.lines]
            if kind == "underskrift":
                block.signed = ink_in(cell.pictures, cell.text)
                head = table.at(row, cell.col)
                block.signed_lines = tuple(line for p in (head.paragraphs if head else ()) for line in p.lines)
            elif kind == "annat" and lines and cell.col not in kinds:
                block.role = role_in(_plain_lines(lines)) or block.role
            elif lines:
                _put(block, kind, _plain_lines(lines), lines[0])
        blocks.append(block)
    return blocks


_TRACE = re.compile(r"[^\w\s]")


def _line_blocks(found: list[Piece], items: Sequence[Item], *, raw_text: bool) -> list[Block]:
    """Signature blocks written as lines: a field seen already in this block begins the next."""
    blocks: list[Block] = []
    role: str | None = None
    for piece in found:
        kind = piece.kind
        if kind is None and len(piece.text) < 60 and (named := role_in(piece.text)):
            role = named
            continue
        if kind is None or kind == "annat":
            if blocks and kind is None and raw_text and blocks[-1].signed is None and "underskrift" in blocks[-1].seen and _is_trace(piece.text):
                blocks[-1].signed = True
            continue
        key = "organisation" if kind == "organisation_datum" else kind
        if not blocks or (key in blocks[-1].seen and key in ("organisation", "underskrift", "namn")):
            blocks.append(Block(role=role))
        block = blocks[-1]
        block.seen.add(key)
        block.role = role_in(piece.label) or block.role
        if kind == "underskrift":
            block.signed_lines = (piece.line,)
            if raw_text:
                block.signed = True if piece.text and _is_trace(piece.text) else None
            else:
                block.signed = _ink_beside(piece.line, items)
            continue
        _put(block, kind, piece.text, piece.line)
    return blocks


def _is_trace(text: str) -> bool:
    """Does text read in a signature field look like what a scan reader makes of ink, not like typed words?"""
    words = re.findall(r"[a-zåäöA-ZÅÄÖ]{4,}", text)
    return len(text.strip()) >= 2 and not words and bool(_TRACE.search(text) or len(text.split()) > 1)


def _ink_beside(line: Line, items: Sequence[Item]) -> bool | None:
    """Ink on the same page within three type heights of the line (a signature line without a table)."""
    pictures = [i.block for i in items if isinstance(i.block, Picture) and i.block.page == line.page]
    if line.box is None:
        return True if any(p.ink is True for p in pictures) else None
    for p in pictures:
        if p.box and p.ink is not False and p.box.top - 40 <= line.box.bottom and p.box.bottom + 40 >= line.box.top:
            return True
    return None


def _cell_block(cell: Cell) -> Block | None:
    """A block written whole in one cell, each field on a line of its own; None where the cell is no such thing."""
    found = pieces(_lines(cell.paragraphs), SIGNATURE)
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
            _put(block, piece.kind, piece.text, piece.line)
    block.signed = ink_in(cell.pictures, typed)
    return block


def _read_table(table: Table, heading: str) -> list[Block]:
    """The blocks of one signature table; `heading` is what stands right above it."""
    whole = [b for cell in table.cells if (b := _cell_block(cell))]
    if whole:
        return whole
    head = header_row(table, SIGNATURE)
    if head and not _labels_left(table):
        return _column_blocks(table, *head)
    blocks: list[Block] = []
    _table_blocks(table, blocks, role_in(heading))
    return blocks


def _blocks(items: Sequence[Item], answers: list[Answer]) -> list[Block]:
    blocks: list[Block] = []
    for table in tables_of(list(items)):
        at = next(n for n, i in enumerate(items) if i.table is table)
        above = items[at - 1].text if at and items[at - 1].table is None else ""
        blocks += _read_table(table, above)
    for answer in answers:
        lines = [line for i in answer.items if i.paragraph for line in i.paragraph.lines]
        raw = any(line.box is None and (line.where or "").startswith("line") for line in lines)
        blocks += _line_blocks(pieces(lines, SIGNATURE), answer.items, raw_text=raw)
    return [b for b in blocks if not b.empty]


def is_signature_table(table: Table) -> bool:
    """Does the table hold a field to sign in beside another small label of a signature block?"""
    kinds = {f.kind for c in table.cells if (f := _field(table, c))} | {kind_of(c.text, SIGNATURE) for c in table.cells}
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
        leaf = lambda x: Leaf(x[0], (x[1],)) if x else None  # noqa: E731 - three words, used four times below
        from_blocks.append(
            {
                "roll": Leaf(role, lines),
                "organisation": leaf(block.organisation),
                "datum": leaf(block.date),
                "namn": leaf(block.name),
                "epost": leaf(block.epost),
                "undertecknad": Leaf(block.signed, lines) if block.signed is not None else None,
            }
        )
    return from_blocks, illegible
