"""Which rows of an annual report stand in which statement or note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from underlag.extract.account_columns import header_in
from underlag.extract.account_rows import Row
from underlag.schemas.form import Form, Reading
from underlag.schemas.page import Line
from underlag.values.folding import fold

_NOTE = re.compile(r"^(?:N[Oo][Tt])\.?\s*(?:nr\.?\s*)?(?P<number>[0-9]{1,2})(?![0-9])\s*[.:)–-]*\s*(?P<title>.*)$", re.DOTALL)
_NUMBERED = re.compile(r"^(?P<number>[0-9]{1,2})[.)]?\s+(?P<title>[A-ZÅÄÖ].*)$", re.DOTALL)
_NUMBERING = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+")
_ACCOUNTS = frozenset({"resultatrakning", "balansrakning", "kassaflodesanalys", "kassaflode", "finansieringsanalys", "noter"})
"""What a chapter may be called that no note is."""
_LISTED = re.compile(r"(?:\t|\.{2,}|\s)\s*(?:sid(?:an|a)?\.?\s*|s\.\s*)?[0-9]{1,3}$")
_CLOSES = re.compile(
    r"^(?:revisionsberattelse|redovisningsprincip|underskrift|nyckeltal|femars|flerars|driftredovisning|budgetuppfoljning|"
    r"forvaltningsberattelse|styrelsens? |revision|bilag|god ekonomisk hushallning|kommentar|insatsredovisning)"
)
_SUBHEAD = re.compile(
    r"tillgang|kapital|skuld|avsattning|fordring|kassa|likvid|verksamhet|intakt|kostnad|finans|invester|ansvarsforbind|stallda|"
    r"panter|poster|belopp|rorelse|resultat|period|forbund|medlem|\bnot\b|\btkr\b|\bkr\b|inventarier|avskrivning|(?:19|20)\d\d"
)
_LONGEST = 12
_WIDEST = 200
_FLOWS = re.compile(r"^kassaflode (?:fran|fore|efter|for den|i )")


@dataclass(slots=True)
class Section:
    """A statement, note or table of costs: the pointer it fills, a note's number and title, and its rows in order."""

    pointer: str
    number: int | None = None
    title: str = ""
    lines: tuple[Line, ...] = ()
    rows: list[Row] = field(default_factory=list)
    headed: bool = False

    def take(self, row: Row) -> None:
        """Takes a row; `headed` is true from the first that heads columns."""
        self.headed = self.headed or header_in(row) is not None
        self.rows.append(row)


def sections_of(rows: Sequence[Row], form: Form) -> list[Section]:
    """The sections in order. One ends where the next begins, and at a heading that no account has."""
    headings = _headings(form)
    sections: list[Section] = []
    current: Section | None = None
    for row in rows:
        opened = _opens(row, current, headings)
        if opened is not None:
            current = opened
            sections.append(current)
            if header_in(row):
                current.take(row)
        elif current is not None and _closes(row, current):
            current = None
        elif current is not None:
            current.take(row)
    return sections


def _headings(form: Form) -> list[tuple[str, str]]:
    """The folded headings of the form's accounts and their pointers, the longest first."""
    kinds = (Reading.STATEMENT, Reading.NOTES, Reading.COSTS)
    named = [(fold(label), f.pointer) for f in form.fields if f.reading in kinds for label in (*f.labels, *f.weak)]
    return sorted(named, key=lambda n: -len(n[0]))


def _opens(row: Row, current: Section | None, headings: list[tuple[str, str]]) -> Section | None:
    """The section that the row opens, if any."""
    if row.long or not row.pieces or len(row.text) > _WIDEST:
        return None
    header = header_in(row)
    label = header.label if header else row.text
    if not header and any(p.amount() is not None for p in row.pieces[1:]):
        return None
    label = _NUMBERING.sub("", label) if fold(_NUMBERING.sub("", label)).split(" ")[0] in _ACCOUNTS else label
    notes = current if current is not None and current.pointer == "/noter" else None
    inside = notes is None and current is not None and bool(current.rows) and row.table is not None and row.table is current.rows[-1].table
    if not inside and (note := _note_in(label, row, notes)):
        return note
    words = fold(label).split()
    if not label[:1].isupper() or len(words) > _LONGEST or label.rstrip().endswith((".", ",")) or _LISTED.search(label):
        return None
    folded = " ".join(words)
    pointer = next((p for name, p in headings if folded == name or folded.startswith(f"{name} ")), None)
    if pointer is None or _FLOWS.match(folded) or _is_inside(row, current, pointer):
        return None
    return Section(pointer, title=label, lines=row.lines)


def _is_inside(row: Row, current: Section | None, pointer: str) -> bool:
    """Is a row that reads like a heading but a row of the account that is open?"""
    if current is None or not current.rows:
        return False
    same_table = row.table is not None and row.table is current.rows[-1].table
    costs = pointer == "/samverkansinsatser"
    return (same_table and (costs or pointer == current.pointer)) or (costs and current.headed and not row.heading)


def _note_in(label: str, row: Row, notes: Section | None) -> Section | None:
    """The note that the row heads: "Not 3. Kostnader", and inside the notes also "3. Kostnader" where it is the next number."""
    found = _NOTE.match(label) or (_NUMBERED.match(label) if notes is not None and _is_next(label, row, notes) else None)
    if found is None:
        return None
    title, words = found["title"].strip(" .:"), len(found["title"].split())
    listed = _LISTED.search(found["title"]) and re.search(r"\.{2,}|\t|sid", found["title"])
    sentence = words > 4 and found["title"].rstrip().endswith(".")
    if listed or sentence or words > _LONGEST or title[:1].islower():
        return None
    return Section("/noter", int(found["number"]), title, row.lines)


def _is_next(label: str, row: Row, notes: Section) -> bool:
    """Does "3. Kostnader" bear the number after the last note's, and is it set as a heading where it would be the first?"""
    found = _NUMBERED.match(label)
    after = found is not None and int(found["number"]) == (notes.number or 0) + 1
    return after and (row.bold or row.heading or notes.number is not None)


def _closes(row: Row, current: Section) -> bool:
    """Does the row end the section: a heading of something else, or, below a statement's figures, running text?"""
    if row.long:
        return current.pointer not in ("/noter", "/samverkansinsatser") and current.headed
    folded = fold(row.text)
    if any(p.amount() is not None for p in row.pieces[1:]) or header_in(row):
        return False
    if _CLOSES.match(folded) and len(folded.split()) <= _LONGEST and row.text[:1].isupper():
        return True
    heads = (row.heading or (row.bold and row.table is None)) and row.text[:1].isupper()
    return heads and not _SUBHEAD.search(folded)
