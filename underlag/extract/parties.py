"""Reading form *parties*: organisations with the person to ask and an e-mail address, as lines, lists or tables."""

from __future__ import annotations

from collections.abc import Sequence

from underlag.extract.flow import Item, tables_of
from underlag.extract.labels import Answer
from underlag.extract.party_drafts import NUMBER, Draft, is_organisation, tidy
from underlag.extract.party_lists import listed_parties
from underlag.extract.signature_roles import role_in
from underlag.extract.sublabels import Piece, header_column, header_row, pieces
from underlag.extract.tree import Tree
from underlag.schemas.page import Cell, Table
from underlag.schemas.wordings import PARTY
from underlag.values.contact import emails_in
from underlag.values.folding import fold

_MAX_ROW = 1 << 30


def _labelled(found: list[Piece]) -> list[Draft]:
    """Pieces with small labels: a new party begins with each organisation, and where a numbered line opens."""
    drafts = [Draft()]
    open_kind: str | None = None
    for piece in found:
        kind = piece.kind
        named = (
            kind is None and open_kind not in (None, "organisation") and bool(drafts[-1].organisation) and is_organisation(tidy(piece.text))
        )
        kind = "organisation" if named else kind
        begins = kind == "organisation" or (kind is None and bool(NUMBER.match(piece.text)))
        if begins and not drafts[-1].empty and (drafts[-1].organisation or kind is None):
            drafts.append(Draft())
        if kind is None:
            bare = tidy(piece.text)
            kind = "organisation" if open_kind in (None, "organisation") and bare and not emails_in(piece.text) else open_kind
            if kind == "kontaktperson" and drafts[-1].person:
                kind = "annat"
        drafts[-1].take(kind, piece.text, piece.line)
        open_kind = kind if kind != "annat" else open_kind
    return [d for d in drafts if not d.empty]


def _take_cell(draft: Draft, kind: str, cell: Cell) -> None:
    """Puts a cell's text where it belongs; an address that a narrow cell divides is put together."""
    if kind == "epost" and cell.text.count("@") == 1:
        draft.take(kind, cell.text, cell.paragraphs[0].lines[0])
        return
    if kind == "annat":
        draft.role = draft.role or role_in(cell.text)
    for p in cell.paragraphs:
        draft.take(kind, p.text, p.lines[0])


def _from_columns(table: Table, row: int, kinds: dict[int, str]) -> list[Draft]:
    drafts = []
    for r in range(row + 1, table.rows):
        draft = Draft()
        for cell in table.row(r):
            _take_cell(draft, kinds.get(cell.col, "annat"), cell)
        if not draft.empty:
            drafts.append(draft)
    return drafts


def _from_rows(table: Table, kinds: dict[int, str]) -> list[Draft]:
    drafts = []
    for col in range(1, table.cols):
        draft = Draft()
        for r, kind in kinds.items():
            cell = table.at(r, col)
            if cell is not None and cell.col == col:
                _take_cell(draft, kind, cell)
        if not draft.empty:
            drafts.append(draft)
    return drafts


def party_columns(table: Table) -> tuple[int, dict[int, str]] | None:
    """The row that heads columns of parties, and what each column holds; None where the table is no such list."""
    head = header_row(table, PARTY)
    return head if head and not any(NUMBER.match(cell.text) for cell in table.row(head[0])) else None


def party_items(items: Sequence[Item]) -> frozenset[int]:
    """The items (by index) that stand in rows of such tables, below their headings."""
    heads = {id(t): head[0] for t in tables_of(items) if (head := party_columns(t)) and "organisation" in head[1].values()}
    return frozenset(n for n, i in enumerate(items) if i.cell is not None and i.cell.row > heads.get(id(i.table), _MAX_ROW))


def opening_roles(items: Sequence[Item]) -> int | None:
    """The first item of the table of parties in which a column tells who owns the insats and who takes part."""
    for table in tables_of(items):
        head = party_columns(table)
        if head and {draft.role for draft in _from_columns(table, *head)} >= {"insatsagare", "samverkanspart"}:
            return next(n for n, item in enumerate(items) if item.table is table and item.paragraph)
    return None


def _drafts(answer: Answer) -> list[Draft]:
    for table in tables_of(answer.items):
        head = party_columns(table)
        if head:
            return _from_columns(table, *head)
        side = header_column(table, PARTY)
        if side:
            return _from_rows(table, side)
    paragraphs = [p for p in answer.paragraphs if p.text.strip()]
    cut = pieces((line for p in paragraphs for line in p.lines), PARTY)
    return _labelled(cut) if any(p.kind for p in cut) else listed_parties(paragraphs)


def read_roles(answers: list[Answer]) -> list[tuple[Tree, str | None]]:
    """The parties of all the answers ("Samverkanspart 1", "Samverkanspart 2"), each once, with the role that a column tells."""
    parties: list[tuple[Tree, str | None]] = []
    seen: list[str] = []
    for answer in answers:
        for draft in _drafts(answer):
            name = fold(" ".join(text for text, _ in draft.organisation))
            if not name or name not in seen:
                parties.append((draft.tree(answer.likeness), draft.role))
                seen.append(name)
    return parties


def read_parties(answers: list[Answer]) -> list[Tree]:
    """The parties of all the answers, each once."""
    return [party for party, _ in read_roles(answers)]
