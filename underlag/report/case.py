"""A case as a reader takes it: an insats's documents with what each tells in figures, the findings with their places, the changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from underlag.report.findings import Group, Item, Spot, groups, located, part_title
from underlag.report.labels import pages_words, place_words
from underlag.report.wording import amount, counted, in_words, one_line
from underlag.schemas.case import CaseFile, Change, Document, Insats, Piece, document_pointer
from underlag.schemas.result import Part, Place
from underlag.schemas.words import pointer_words
from underlag.values.pointers import tokens, value_at

LONGEST_VALUE = 160  # characters
MOST_CHANGES = 60  # of one version
_IN_A_DOCUMENT = re.compile(r"/documents/(\d+)(?:/record(/.*)?)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One document in the overview of its insats. `figures`: what it says of money and people; `doubtful`: why it may not belong."""

    number: int
    kind: str
    time: str
    figures: str
    file: str
    doubtful: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change in words; `pieces` where a long text differs in some of its words."""

    kind: str
    field: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """What one version changes; `hidden` counts the changes that are left out."""

    new: str
    old: str
    changes: tuple[ShownChange, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal as promised, and what the final report says of it; `told` is None where it says nothing that is known again."""

    promised: str
    told: str | None
    outcome: str
    reached: str


@dataclass(frozen=True, slots=True)
class ShownInsats:
    """One insats. `number` counts from 1."""

    number: int
    name: str
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    goals: tuple[ShownGoal, ...]
    versions: tuple[ShownVersion, ...]
    counts: str


def shown(case: CaseFile) -> Iterator[ShownInsats]:
    """The insatser of the case, in its order."""
    parts = tuple(map(_part, case.documents))
    first = 1
    for n, insats in enumerate(case.insatser, start=1):
        items = tuple(located(first + i, f, tuple(_spots(parts, f.at))) for i, f in enumerate(insats.findings))
        first += len(items)
        yield ShownInsats(
            number=n,
            name=one_line(insats.namn, LONGEST_VALUE),
            lines=tuple(_lines(case, insats)),
            groups=groups(items),
            goals=tuple(_goals(case, insats)),
            versions=tuple(_versions(case, insats)),
            counts=_counts(insats, groups(items)),
        )


def _part(document: Document) -> Part:
    """The document as the part of a file that it was."""
    return Part(type=document.type, pages=document.pages, confidence=1.0, record=document.record, evidence=document.evidence)


def _spots(parts: tuple[Part, ...], at: tuple[str, ...]) -> Iterator[Spot]:
    for pointer in at:
        m = _IN_A_DOCUMENT.fullmatch(pointer)
        if m and int(m[1]) < len(parts):
            yield Spot(int(m[1]), parts[int(m[1])], m[2] or "")


def document_of(case: CaseFile, pointer: str) -> Document:
    """The document that a pointer into the case leads to, or into."""
    return case.documents[int(tokens(pointer)[1])]


def document_words(case: CaseFile, pointer: str, place: Place | None = None) -> str:
    """Kind and file of a document, and a place in it: "Ansökan (ansokan.docx), stycke 4"; of one in a file of several else its pages."""
    document = document_of(case, pointer)
    several = sum(other.sha256 == document.sha256 for other in case.documents) > 1
    where = place_words(place) if place else pages_words(*document.pages) if several else ""
    return f"{part_title(_part(document))} ({one_line(document.file)})" + (f", {where}" if where else "")


def place_in_words(case: CaseFile, item: Item) -> Iterator[str]:
    """Each document that a finding is about, once, with its first place there."""
    seen: set[int] = set()
    for spot in item.spots:
        if spot.index not in seen:
            seen.add(spot.index)
            yield document_words(case, document_pointer(spot.index), first_place(item, spot))


def first_place(item: Item, spot: Spot) -> Place | None:
    """Where one of the values stands that a finding is about."""
    return next(iter(located(item.number, item.finding, (spot,)).places), None)


def _lines(case: CaseFile, insats: Insats) -> Iterator[Line]:
    for belonging in insats.documents:
        document = document_of(case, belonging.document)
        yield Line(
            number=int(tokens(belonging.document)[1]),
            kind=part_title(_part(document)),
            time=one_line(_time(document.record), LONGEST_VALUE),
            figures=_figures(document),
            file=one_line(document.file),
            doubtful=belonging.why if belonging.likeness < 0.9 else "",
        )


def _time(record: Mapping[str, object]) -> str:
    for key in ("/insatstid", "/period", "/loptid"):
        start, end = value_at(record, f"{key}/start"), value_at(record, f"{key}/slut")
        if start or end:
            return f"{start or '?'}–{end or '?'}"
        year, quarter = value_at(record, f"{key}/ar"), value_at(record, f"{key}/kvartal")
        if quarter:
            numbers = " och ".join(map(str, quarter)) if isinstance(quarter, list | tuple) else quarter
            return f"kvartal {numbers} {year or '?'}"
    return ""


_FIGURES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "ansokan": (
        ("sökt {}", ("/sokt_belopp", "/budget/detalj/rekvireras/totalt")),
        ("{} deltagare", ("/forvantat_antal_deltagare/totalt",)),
        ("{} deltagare per år", ("/forvantat_antal_deltagare/per_ar",)),
    ),
    "budget": (("sökt {}", ("/detalj/rekvireras/totalt",)),),
    "tjansteskrivelse": (("högst {}", ("/maxbelopp",)),),
    "kvartalsrapport": (
        ("budget {}", ("/budget/budget",)),
        ("utfall {}", ("/budget/utfall",)),
        ("{} deltagare", ("/deltagare/totalt",)),
        ("{} avslutade", ("/deltagare/avslutade",)),
    ),
    "slutrapport": (("återfört {}", ("/aterforda_medel",)), ("{} deltagare", ("/antal_deltagare",))),
}
"""What is told of each kind in the overview, and where it stands (the first place that has a value)."""


def _figures(document: Document) -> str:
    told = []
    for words, pointers in _FIGURES.get(document.type, ()):
        value = next((v for pointer in pointers if (v := value_at(document.record, pointer)) is not None), None)
        if isinstance(value, int):
            told.append(words.format(value if words.startswith("{}") else amount(value)))
    return ", ".join(told)


def _goals(case: CaseFile, insats: Insats) -> Iterator[ShownGoal]:
    for goal in insats.goals:
        told = None if goal.told is None else _at(case, goal.told)
        yield ShownGoal(
            promised=_text(value_at(_at(case, goal.promised), "/text")),
            told=None if told is None else _text(value_at(told, "/text")),
            outcome=_text(value_at(told, "/utfall")),
            reached=in_words(value_at(told, "/uppfyllt"), "/uppfyllt") or "",
        )


def _at(case: CaseFile, pointer: str) -> object:
    m = _IN_A_DOCUMENT.fullmatch(pointer)
    return value_at(case.documents[int(m[1])].record, m[2] or "") if m else None


def _text(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""


def _versions(case: CaseFile, insats: Insats) -> Iterator[ShownVersion]:
    for version in insats.versions:
        changes = tuple(_change(case, change) for change in version.changes[:MOST_CHANGES])
        hidden = len(version.changes) - len(changes)
        yield ShownVersion(document_words(case, version.new), document_words(case, version.old), changes, hidden)


def _change(case: CaseFile, change: Change) -> ShownChange:
    record, (_, pointer) = document_of(case, change.at[0]).record, change.at[0].split("/record", 1)
    before, after = (one_line(in_words(value, pointer) or "", LONGEST_VALUE) for value in (change.before, change.after))
    return ShownChange(change.kind, one_line(pointer_words(pointer, record)), before, after, change.text)


def _counts(insats: Insats, found: tuple[Group, ...]) -> str:
    by_group = {group.key: group.count for group in found}
    said = [
        counted(by_group.get("fel", 0), "fel", "fel"),
        counted(by_group.get("varning", 0), "varning", "varningar"),
        counted(by_group["upplysning"], "upplysning", "upplysningar") if "upplysning" in by_group else "",
        f"{by_group['undecided']} kunde inte avgöras" if "undecided" in by_group else "",
    ]
    return ", ".join(each for each in said if each) + f"; {counted(insats.checks.holds, 'kontroll', 'kontroller')} höll"
