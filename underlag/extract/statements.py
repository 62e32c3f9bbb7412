"""The accounts of an annual report: income statement, balance sheet, cash flow, and the notes to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from underlag.extract.account_columns import NOTE, Header, header_in, merged, unit_in
from underlag.extract.account_figures import Figures, figures
from underlag.extract.account_rows import Piece, Row, account_rows
from underlag.extract.account_sections import Section, sections_of
from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.form import Field, Form
from underlag.schemas.page import Line, join_lines
from underlag.values.folding import fold

_SUM = re.compile(r"^(?:summa|totalt?|s a)\b")
_SUMS = {
    "/resultatrakning": re.compile(
        r"^(?:verksamhetens|rorelsens?|arets|periodens)? ?(?:rorelse)?resultat\b|^resultat (?:efter|fore)\b|"
        r"^verksamhetens netto(?:kostnad(?:er)?|resultat)?\b"
    ),
    "/kassaflode": re.compile(
        r"^kassaflode(?:t)? (?:fran|fore|efter)\b|^(?:arets|periodens) kassaflode|^medel fran\b|"
        r"^likvida medel (?:vid (?:arets|periodens) (?:slut|utgang)|ub)\b|^(?:arets )?forandring av likvida medel"
    ),
}
_NOTE_END = re.compile(r"\s*\(?\bnot(?:er)?\b\.?\s*(?P<number>[0-9]{1,2})(?:\s*(?:,|och|-|–)\s*[0-9]{1,2})*\)?\s*$", re.IGNORECASE)
_NOTE_PIECE = re.compile(r"^(?P<number>[0-9]{1,2})(?:\s*[,–-]\s*[0-9]{1,2})*$")
_OWN_LABEL = re.compile(r"^(?:varav|darav|avgar|tillkommer)\b")
_UNFINISHED = re.compile(r"^summa(?: eget)?$|\b(?:och|av|fran|for|till|med|eller|den|samt|fore|efter)$")
_SHORT = 8
_MANY_YEARS = 3


@dataclass(slots=True)
class Draft:
    """A row as it is put together: its name may still grow by the lines below it."""

    label: list[str]
    lines: list[Line]
    figures: Figures
    header: Header
    unit: str
    note: tuple[int, tuple[Line, ...]] | None
    bold: bool


@dataclass(slots=True)
class Account:
    """The reading of one section: its rows so far, the columns in force, and a name whose figures have not come yet."""

    header: Header | None
    unit: str
    own: bool = False
    edges: dict[int, float] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    headed: bool = False
    waiting: Row | None = None


def read_section(section: Section, inherited: Header | None, unit: str = "kr") -> Account:
    """The section's rows; `inherited` are the columns that hold where it has none of its own."""
    account = Account(inherited, unit_in(section.title) or unit)
    for row in section.rows:
        header = header_in(row)
        if header is not None:
            account.unit = unit_in(row.text) or account.unit
            account.header = merged(account.header, header) if account.headed and account.header else header
            account.headed, account.own, account.edges, account.waiting = True, True, {}, None
            continue
        found = figures(row, account.header, account.edges, account.unit) if account.header is not None and not row.long else None
        if found is None:
            _words(account, row)
        else:
            _add(account, row, found)
        account.headed = False
    return account


def _words(account: Account, row: Row) -> None:
    """A row without figures: a unit, the rest of the name above it, the beginning of the one below, or a heading."""
    text = row.text.strip()
    if len(text.split()) <= _SHORT:
        account.unit = unit_in(text) or account.unit
    above = account.drafts[-1] if account.drafts and account.waiting is None else None
    if above is not None and row.wraps and not row.long and _goes_on(above, row):
        account.drafts[-1].label.append(text)
        account.drafts[-1].lines += row.lines
    else:
        account.waiting = row if row.wraps and not row.long else None


def _goes_on(above: Draft, row: Row) -> bool:
    """Is the row the rest of the name above it: set alike, and not beginning anew, or the name above can't end where it does?"""
    unfinished = bool(_UNFINISHED.search(fold(above.label[-1])))
    anew = not row.text[:1].islower() or bool(_OWN_LABEL.match(fold(row.text)))
    return row.bold == above.bold and (unfinished or not anew) and len(row.text.split()) <= _SHORT


def _add(account: Account, row: Row, found: Figures) -> None:
    header = account.header
    if header is None:
        return
    label, lines, note = _name(found, header)
    before, account.waiting = account.waiting, None
    if before is not None and (not label or (label[:1].islower() and not _OWN_LABEL.match(fold(label)))):
        label, lines = join_lines([before.text, label]), [*before.lines, *lines]
    if label:
        account.drafts.append(Draft([label], lines, found, header, account.unit, note, row.bold))


def _name(found: Figures, header: Header) -> tuple[str, list[Line], tuple[int, tuple[Line, ...]] | None]:
    """The row's name, its lines, and the note it points to, in a column of its own or behind the name."""
    pieces = list(found.label)
    note: tuple[int, tuple[Line, ...]] | None = None
    if found.note is not None:
        note = int(found.note.text), found.note.lines
    for k, piece in found.under.items():
        if header.columns[k].key == NOTE and (match := _NOTE_PIECE.match(piece.text.strip())):
            note = int(match["number"]), piece.lines
    if len(pieces) > 1 and header.noted and (match := _NOTE_PIECE.match(pieces[-1].text.strip())):
        note = int(match["number"]), pieces.pop().lines
    text = " ".join(p.text for p in pieces).strip()
    if match := _NOTE_END.search(text):
        last = pieces[-1]
        note = int(match["number"]), last.lines
        pieces = pieces[:-1] if _NOTE_END.fullmatch(last.text) and len(pieces) > 1 else pieces
        text = text[: match.start()].strip()
    return text.strip(" :"), [line for p in pieces for line in p.lines], note


def _key(key: str, *, bare: bool, as_year: bool) -> str:
    """The column's key: a bare year is its last day, unless the table compares many years."""
    return f"{key}-12-31" if bare and not as_year else key


def rows_tree(account: Account, pointer: str) -> list[Tree]:
    """The account's rows as trees; those without an amount under a dated column are headings and left out."""
    trees: list[Tree] = []
    for draft in account.drafts:
        dated = {k: c for k, c in enumerate(draft.header.columns) if c.dated}
        as_year = pointer == "/noter" and len([c for c in dated.values() if c.bare_year]) >= _MANY_YEARS
        amounts: dict[str, Tree] = {}
        for k, column in dated.items():
            piece = draft.figures.under.get(k)
            value = piece.amount(draft.unit) if piece else None
            name = _key(column.key, bare=column.bare_year, as_year=as_year)
            amounts[name] = Leaf(value, piece.lines) if piece and value is not None else amounts.get(name)
        if all(leaf is None for leaf in amounts.values()) and not _dashes(draft, list(dated)):
            continue
        text, lines = join_lines(draft.label), tuple(draft.lines)
        note = Leaf(draft.note[0], draft.note[1]) if draft.note else None
        trees.append({"post": Leaf(text, lines), "not": note, "belopp": amounts, "summa": Leaf(is_sum(text, pointer), lines)})
    return trees


def _dashes(draft: Draft, dated: Sequence[int]) -> bool:
    """Does the row say by dashes, one in each column, that there is nothing?"""
    pieces: list[Piece | None] = [draft.figures.under.get(k) for k in dated]
    return all(p is not None and p.dash for p in pieces)


def is_sum(post: str, pointer: str) -> bool:
    """Is the row a sum, by its wording? Results are sums in the income statement, flows in the cash flow."""
    folded = fold(post)
    special = _SUMS.get(pointer)
    return bool(_SUM.match(folded) or (special and special.match(folded)))


def read_statement(items: list[Item], field_: Field, form: Form) -> list[Tree]:
    """The rows of the statement that the field asks for; a statement that goes on under its own heading is one."""
    best: list[Tree] = []
    for section in sections_of(account_rows(items), form):
        if section.pointer == field_.pointer:
            rows = _added_up(rows_tree(read_section(section, None), field_.pointer), field_.pointer)
            again = len(_names(rows) & _names(best)) > 0.3 * min(len(rows), len(best))
            best = (max(best, rows, key=len) if again else best + rows) if best and rows else best or rows
    return best


def _added_up(rows: list[Tree], pointer: str) -> list[Tree]:
    """The rows of an income statement, those as sums that are one by their amounts though their names don't say so."""
    since: list[dict[str, Tree]] = []
    for row in rows if pointer == "/resultatrakning" else []:
        if not isinstance(row, dict):
            continue
        is_total = row["summa"]
        if isinstance(is_total, Leaf) and not is_total.value and _is_total_of(row, since):
            row["summa"] = replace(is_total, value=True)
        since = [] if isinstance(row["summa"], Leaf) and row["summa"].value else [*since, row]
    return rows


def _is_total_of(row: dict[str, Tree], parts: Sequence[dict[str, Tree]]) -> bool:
    """Is each amount of the row the sum of two or more amounts above it?"""
    whole = _amounts(row)
    sums = {key: sum(_amounts(part).get(key, 0) for part in parts) for key in whole}
    return len(parts) > 1 and any(whole.values()) and whole == sums


def _amounts(row: dict[str, Tree]) -> dict[str, int]:
    amounts = row["belopp"]
    leaves = amounts.items() if isinstance(amounts, dict) else ()
    return {key: int(leaf.value) for key, leaf in leaves if isinstance(leaf, Leaf) and isinstance(leaf.value, int)}


def _names(rows: Sequence[Tree]) -> set[str]:
    leaves = [row.get("post") for row in rows if isinstance(row, dict)]
    return {fold(str(leaf.value)) for leaf in leaves if isinstance(leaf, Leaf)}


def read_notes(items: list[Item], form: Form) -> list[Tree]:
    """The notes in order. A note without columns of its own has those that head the notes, else those of the one before it."""
    notes: dict[int, dict[str, Tree]] = {}
    shared: Header | None = None
    unit = "kr"
    heading = False
    for section in sections_of(account_rows(items), form):
        if section.pointer not in ("/noter", "/samverkansinsatser"):
            statement = read_section(section, None)
            shared, unit = statement.header or shared, statement.unit if statement.drafts else unit
            continue
        account = read_section(section, shared, unit)
        if section.number is None:
            shared, unit, heading = account.header, account.unit, account.own or heading
            continue
        shared = account.header if account.own and not heading else shared
        _put(notes, section, rows_tree(account, "/noter"))
    return list(notes.values())


def _put(notes: dict[int, dict[str, Tree]], section: Section, rows: list[Tree]) -> None:
    """A note that goes on under a repeated heading is one note; one that says nothing yields to one that does."""
    number = section.number
    if number is None:
        return
    old = notes.get(number)
    before = old["rader"] if old is not None else None
    if old is not None and isinstance(before, list) and before:
        old["rader"] = before + rows if not _names(rows) & _names(before) else before
        return
    title, lines = section.title, section.lines
    if not title and (first := next((r for r in section.rows if not r.long), None)):
        title, lines = first.text, first.lines
    notes[number] = {"nummer": Leaf(number, section.lines), "rubrik": Leaf(title, lines) if title else None, "rader": rows}
