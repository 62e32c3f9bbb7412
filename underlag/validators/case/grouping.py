"""Which documents belong to one insats: by its name, its owner, its time and its case number; what may belong to two is put with none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from underlag.schemas.case import Document
from underlag.schemas.dating import document_day
from underlag.schemas.forms import FORMS
from underlag.schemas.result import PartType
from underlag.validators.case.names import EQUAL, likeness
from underlag.validators.case.spans import Span, span_of
from underlag.values.folding import fold
from underlag.values.organisations import same_organisation
from underlag.values.pointers import places, value_at

SURE, LIKELY = 0.9, 0.7
_SAME_OWNER, _OTHER_OWNER = 0.1, -0.2
_SAME_TIME, _FAR_APART = 0.05, -0.1
_YEAR = 366  # days
_ONE_OWNER, _TWO_OWNERS = 0.85, 0.5
_PARTIES = ("/insatsagare/*/organisation", "/samverkansparter/*/organisation")
_FIRST: Sequence[PartType] = ("ansokan", "tjansteskrivelse", "kvartalsrapport", "slutrapport", "budget")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a document says of the insats that it is about. `places`: folded words of its parties' names."""

    number: int
    type: PartType
    name: str
    owners: tuple[str, ...]
    places: frozenset[str]
    case_number: str
    span: Span | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a document fits an insats, 0-1, and why (Swedish)."""

    likeness: float
    why: str


@dataclass(slots=True)
class Group:
    """The documents (numbers in the case, by their days) of one insats, with how each was known."""

    fits: dict[int, Fit] = field(default_factory=dict)
    name: str = ""
    _members: list[_Signs] = field(default_factory=list)

    def take(self, signs: _Signs, fit: Fit) -> None:
        """Puts a document in its place by its day."""
        self._members.append(signs)
        self._members.sort(key=lambda one: (one.day or date.max, _FIRST.index(one.type), one.number))
        self.fits = {one.number: fit if one is signs else self.fits[one.number] for one in self._members}
        self.name = self.name or signs.name

    def fit(self, signs: _Signs) -> Fit:
        """How well a document fits: as its best with one of the members, if it contradicts none of them."""
        each = [_fit(signs, member) for member in self._members]
        best = max(each, key=lambda fit: fit.likeness)
        if min(fit.likeness for fit in each) < LIKELY - abs(_OTHER_OWNER):
            return Fit(0.0, "")
        taken = any(one.type == signs.type and one.span and signs.span and one.span.meets(signs.span) for one in self._members)
        return Fit(0.0, "") if taken and best.likeness < SURE else best


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups; by document the groups (numbers) that it may belong to; and the documents that name no insats."""

    groups: tuple[Group, ...]
    doubts: Mapping[int, tuple[int, ...]]
    unplaced: tuple[int, ...]


def grouped(documents: Sequence[Document]) -> Grouping:
    """Sorts the documents by insats. Those that say most of it come first, so that the others are held against what is known."""
    every = [_signs(n, document) for n, document in enumerate(documents)]
    placed = [signs for signs in every if signs.type in _FIRST and (signs.name or signs.case_number)]
    groups: list[Group] = []
    doubts: dict[int, tuple[int, ...]] = {}
    for signs in sorted(placed, key=_order):
        found = {n: fit for n, group in enumerate(groups) if (fit := group.fit(signs)).likeness >= LIKELY}
        likely = sorted(found, key=lambda n: -found[n].likeness)
        sure = [n for n in likely if found[n].likeness >= SURE]
        chosen = sure or likely
        if len(chosen) > 1:
            doubts[signs.number] = tuple(chosen)
        elif chosen:
            groups[chosen[0]].take(signs, found[chosen[0]])
        elif signs.name:
            groups.append(Group())
            groups[-1].take(signs, Fit(1.0, "namnet"))
    known = {n for group in groups for n in group.fits} | doubts.keys()
    return Grouping(tuple(groups), doubts, tuple(signs.number for signs in every if signs.number not in known))


def _order(signs: _Signs) -> tuple[bool, bool, int, date, int]:
    return (not signs.name, not signs.owners, _FIRST.index(signs.type), signs.day or date.max, signs.number)


def _signs(number: int, document: Document) -> _Signs:
    record, form = document.record, FORMS.get(document.type)
    parties = [name for pattern in _PARTIES for at, _ in places(record, pattern) if (name := _text(record, at))]
    owners = [name for at, _ in places(record, _PARTIES[0]) if (name := _text(record, at))] or [_text(record, "/insatsagare")]
    span = span_of(record)
    return _Signs(
        number=number,
        type=document.type,
        name=_text(record, "/insatsens_namn") or _text(record, "/insats"),
        owners=tuple(owner for owner in owners if owner),
        places=frozenset(word for name in parties for word in fold(name).split()),
        case_number=fold(_text(record, "/dnr")),
        span=span,
        day=(document_day(form.dated, record) if form else None) or (span.first if span else None),
    )


def _text(record: Mapping[str, object], pointer: str) -> str:
    value = value_at(record, pointer)
    return value.strip() if isinstance(value, str) else ""


def _fit(one: _Signs, other: _Signs) -> Fit:
    if one.case_number and one.case_number == other.case_number and not (one.name and other.name):
        return Fit(1.0, "samma diarienummer")
    score = likeness(one.name, other.name, one.places | other.places)
    if not score:
        return Fit(0.0, "")
    why = ["samma namn" if score == EQUAL else "liknande namn"]
    owners = max((same_organisation(a, b) for a in one.owners for b in other.owners), default=None)
    if owners is not None and owners >= _ONE_OWNER:
        score += _SAME_OWNER
        why.append("samma insatsägare")
    elif owners is not None and owners < _TWO_OWNERS:
        score += _OTHER_OWNER
        why.append("annan insatsägare")
    if one.span and other.span and one.span.meets(other.span):
        score += _SAME_TIME
        why.append("samma tid")
    elif one.span and other.span and one.span.apart(other.span) > _YEAR:
        score += _FAR_APART
        why.append("annan tid")
    return Fit(round(min(1.0, max(0.0, score)), 2), ", ".join(why))
