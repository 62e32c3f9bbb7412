"""The labels of a signature table's cells: "Insatsägare (namn)", "Samverkanspart (Exempel kommun)", above or below what is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from underlag.extract.flow import with_whole_addresses
from underlag.extract.signature_roles import organisation_in_label
from underlag.extract.sublabels import kind_of
from underlag.extract.vocabulary import clean_label
from underlag.schemas.page import Line, Paragraph, Picture, Table, join_lines
from underlag.schemas.wordings import SIGNATURE


@dataclass(frozen=True, slots=True)
class SignatureField:
    """One labelled field of a signature table: its kind, its label, what stands in it, and whom the label itself names."""

    kind: str
    label: str
    label_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    pictures: tuple[Picture, ...]
    organisation: str | None = None


def holds_more(paragraphs: Sequence[Paragraph]) -> bool:
    """Does a cell hold a label and more, though all of it together is like that label ("Namnförtydligande", "Siv Ek")?"""
    text = " ".join(p.text for p in paragraphs)
    if organisation_in_label(text):
        return False
    whole = clean_label(text)
    exact = any(clean_label(wording) == whole for wordings in SIGNATURE.values() for wording in wordings)
    found = None if exact else labelled_cell(paragraphs)
    return found is not None and any(clean_label(w) == clean_label(found.label) for ws in SIGNATURE.values() for w in ws)


@lru_cache(maxsize=4096)  # each cell of a table asks for its neighbours' labels too
def label_kind(text: str) -> str | None:
    """Which field of a signature block the whole text labels."""
    return "underskrift" if organisation_in_label(text) else kind_of(text, SIGNATURE)


@dataclass(frozen=True, slots=True)
class LabelledCell:
    """A cell that holds its label and what is filled in: the field's kind, the label, and the lines of each."""

    kind: str
    label: str
    label_lines: tuple[Line, ...]
    lines: tuple[Line, ...]


def labelled_cell(paragraphs: Sequence[Paragraph]) -> LabelledCell | None:
    """The label that opens a cell with other content, or ends it (small type below), as paragraphs or as lines of one."""
    groups = [p.lines for p in paragraphs]
    if len(groups) == 1:
        groups = [(line,) for line in groups[0]]
    for size in (1, 2):
        for at, past in ((0, size), (len(groups) - size, len(groups))):
            label = tuple(line for group in groups[at:past] for line in group) if 0 < size < len(groups) else ()
            text = join_lines([line.text for line in label])
            if kind := label_kind(text) if text else None:
                rest = tuple(line for group in (*groups[:at], *groups[past:]) for line in group)
                return LabelledCell(kind, text, label, rest)
    return None


def stands_in_columns(table: Table) -> bool:
    """Does each column hold blocks of its own: every filled cell opens or ends with a label, the same ones beside each other?"""
    if table.cols < 2:
        return False
    kinds: list[list[str | None]] = []
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.paragraphs or c.pictures]
        kinds.append([label_kind(c.text) or (found.kind if (found := labelled_cell(c.paragraphs)) else None) for c in cells])
    filled = [k for k in kinds if k]
    return any(len(k) > 1 for k in filled) and all(None not in k and len(set(k)) == 1 for k in filled)


def plain_lines(lines: Sequence[Line]) -> str:
    """The lines as one text."""
    return " ".join(line.text.strip() for line in lines).strip()


def ink_in(pictures: Sequence[Picture], text: str) -> bool | None:
    """True where ink or a picture stands in the field, False where it is empty, None where only typed text stands there."""
    if any(p.ink is not False for p in pictures):
        return True
    return None if any(c.isalnum() for c in text) else False  # a stray stroke or dot of a scan is no text


def lines_of(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """The paragraphs' lines, a divided e-mail address whole again."""
    return tuple(line for p in paragraphs for line in with_whole_addresses(p).lines)
