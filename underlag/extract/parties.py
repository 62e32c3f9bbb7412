"""Reading form *parties*: organisations with the person to ask and an e-mail address, as lines, lists or tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from underlag.extract.flow import tables_of
from underlag.extract.labels import Answer
from underlag.extract.sublabels import Piece, header_column, header_row, pieces
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Cell, Line, Paragraph, Table
from underlag.schemas.wordings import PARTY
from underlag.values.contact import emails_in, person_name
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s*")
_BETWEEN = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b|&)\s*")

_OUTSIDE_BRACKETS = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b)\s*(?![^()]*\))")
_CONTRIBUTES = re.compile(r"\s(?:bidrar|medverkar|deltar|ansvarar|ställer|står|erbjuder|avsätter)\s")


@dataclass(slots=True)
class Draft:
    """A party while it is being read: texts with the lines they stand on."""

    organisation: list[tuple[str, Line]] = field(default_factory=list)
    person: list[tuple[str, Line]] = field(default_factory=list)
    epost: list[tuple[str, Line]] = field(default_factory=list)
    half: tuple[str, Line] | None = None  # a name that the end of its line divides

    @property
    def empty(self) -> bool:
        return not (self.organisation or self.person or self.epost)

    def tree(self, confidence: float) -> dict[str, Tree]:
        """The party as the record has it."""

        def leaf(parts: list[tuple[str, Line]], join: str) -> Leaf | None:
            texts = [t for t, _ in parts if t]
            return Leaf(join.join(texts), tuple(line for _, line in parts), confidence) if texts else None

        return {
            "organisation": leaf(self.organisation, "\n"),
            "kontaktperson": leaf(self.person[:1], " "),
            "epost": leaf(self.epost[:1], " "),
        }


def _tidy(text: str) -> str:
    return _NUMBER.sub("", text).strip(" .,;:–-")


def _take(draft: Draft, kind: str | None, text: str, line: Line) -> None:
    """Puts a labelled text where it belongs; an e-mail address is one wherever it stands."""
    if kind == "epost" and "@" in text:
        text = "".join(text.split())  # a long address that a narrow cell divides
    for mail in emails_in(text):
        draft.epost.append((mail.value, line))
    rest = text
    for mail in reversed(emails_in(text)):
        rest = rest[: mail.start] + rest[mail.end :]
    rest = _tidy(rest)
    if not rest:
        return
    if kind == "organisation":
        head, *others = rest.split(",")
        person = person_name(others[0]) if others and organisations_in(head) and not draft.person else None
        if person and person == others[0].strip() and all("@" in o for o in others[1:]):  # "Exempel kommun, Siv Ek"
            draft.person.append((person, line))
            rest = head.strip()
        draft.organisation.append((rest, line))
    elif kind == "kontaktperson":
        name = person_name(f"{draft.half[0]} {rest}" if draft.half else rest)
        if name:
            draft.person.append((name, draft.half[1] if draft.half else line))
        draft.half = None if name else (rest, line)
    elif kind == "epost" and not emails_in(text):
        draft.epost.append((rest, line))


def _labelled(found: list[Piece]) -> list[Draft]:
    """Pieces with small labels: a new party begins with each organisation, and where a numbered line opens."""
    drafts = [Draft()]
    open_kind: str | None = None
    for piece in found:
        kind = piece.kind
        named = (
            kind is None
            and open_kind not in (None, "organisation")
            and bool(drafts[-1].organisation)
            and _is_organisation(_tidy(piece.text))
        )
        kind = "organisation" if named else kind
        begins = kind == "organisation" or (kind is None and bool(_NUMBER.match(piece.text)))
        if begins and not drafts[-1].empty and (drafts[-1].organisation or kind is None):
            drafts.append(Draft())
        if kind is None:
            bare = _tidy(piece.text)
            kind = "organisation" if open_kind in (None, "organisation") and bare and not emails_in(piece.text) else open_kind
            if kind == "kontaktperson" and drafts[-1].person:
                kind = "annat"
        _take(drafts[-1], kind, piece.text, piece.line)
        open_kind = kind if kind != "annat" else open_kind
    return [d for d in drafts if not d.empty]


def _several(paragraphs: list[Paragraph]) -> list[Draft] | None:
    """Unlabelled text that lists known organisations, each on its own line or between commas: one party each."""
    entries: list[tuple[str, Line]] = []
    for p in (piece for whole in paragraphs for piece in _one_a_line(whole)):
        names = [n for n in _BETWEEN.split(_tidy(p.text)) if n.strip()]
        bracketed = [n for n in _OUTSIDE_BRACKETS.split(p.text.strip(" .")) if n.strip()]
        if len(bracketed) > 1 and "(" in p.text and all(_is_organisation(n.partition("(")[0].strip()) for n in bracketed):
            entries += [(n.strip(" )").replace("(", ", ", 1), p.lines[0]) for n in bracketed]
        elif len(names) > 1 and all(_is_organisation(n) for n in names):
            entries += [(_tidy(n), p.lines[0]) for n in names]
        elif p.bullet or _NUMBER.match(p.text) or _is_organisation(_tidy(re.split(r"[,;(]", _CONTRIBUTES.split(p.text)[0])[0])):
            entries.append((p.text, p.lines[0]))
        else:
            return None
    return [_split_entry(text, line) for text, line in entries] if len(entries) > 1 else None


def _one_a_line(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph whose every line is a known organisation's name as one paragraph a line."""
    if len(paragraph.lines) < 2 or not all(_is_organisation(_tidy(line.text)) for line in paragraph.lines):
        return [paragraph]
    return [replace(paragraph, lines=(line,)) for line in paragraph.lines]


def _split_entry(text: str, line: Line) -> Draft:
    """One line of a list: organisation first, then perhaps a person and an address."""
    draft = Draft()
    plain = _NUMBER.sub("", text)
    first, *others = re.split(r"[,;:]\s+|\s+[–-]\s+|\t", plain)
    if (told := _CONTRIBUTES.search(plain)) and _is_organisation(plain[: told.start()].strip()):
        first, others = plain[: told.start()].strip(), []
    _take(draft, "organisation", first, line)
    for other in others:
        _take(draft, "kontaktperson", other, line)
    return draft


def _is_organisation(text: str) -> bool:
    found = organisations_in(text)
    return bool(found) and found[0].start <= 2 and (found[0].end - found[0].start) >= 0.6 * len(text)


def _take_cell(draft: Draft, kind: str, cell: Cell) -> None:
    """Puts a cell's text where it belongs; an address that a narrow cell divides is put together."""
    if kind == "epost" and cell.text.count("@") == 1:
        _take(draft, kind, cell.text, cell.paragraphs[0].lines[0])
        return
    for p in cell.paragraphs:
        _take(draft, kind, p.text, p.lines[0])


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


def _drafts(answer: Answer) -> list[Draft]:
    for table in tables_of(answer.items):
        head = header_row(table, PARTY)
        if head and not any(_NUMBER.match(cell.text) for cell in table.row(head[0])):
            return _from_columns(table, *head)
        side = header_column(table, PARTY)
        if side:
            return _from_rows(table, side)
    paragraphs = [p for p in answer.paragraphs if p.text.strip()]
    cut = pieces((line for p in paragraphs for line in p.lines), PARTY)
    if any(p.kind for p in cut):
        return _labelled(cut)
    several = _several(paragraphs)
    if several:
        return several
    draft = Draft()
    for p in paragraphs:
        rest = p.text
        mails = emails_in(rest)
        name = person_name(re.split(r"[,(]", rest)[0]) if mails else None
        kind = "kontaktperson" if draft.organisation and (mails and name) else "organisation"
        _take(draft, kind, rest, p.lines[0])
    return [] if draft.empty else [draft]


def read_parties(answers: list[Answer]) -> list[Tree]:
    """The parties of all the answers ("Samverkanspart 1", "Samverkanspart 2"), each once."""
    parties: list[Tree] = []
    seen: list[str] = []
    for answer in answers:
        for draft in _drafts(answer):
            name = fold(" ".join(text for text, _ in draft.organisation))
            if not name or name not in seen:
                parties.append(draft.tree(answer.likeness))
                seen.append(name)
    return parties
