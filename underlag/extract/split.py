"""Where in a file a new document begins: one file may hold a whole board packet.

The file is walked unit by unit (a page; in files without pages of their own, what a heading that names a kind begins), and each
unit goes on with the document before it unless enough speaks for a new one. Signs are weighed, for none is sure by itself: a
report quotes other reports' titles, a packet has page numbers of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from underlag.errors import UsageError
from underlag.extract.kind import Clues, Kind, Kinds
from underlag.extract.units import COVER_WORDS, Unit, clues_of, typography_of, units_of
from underlag.schemas.division import PageRange
from underlag.schemas.page import Document, Line, Page
from underlag.schemas.result import PartType
from underlag.values.folding import fold

_ENOUGH = 2.0
_WHOLE = 0.5  # the share of a kind's questions that a unit asks which is a document by itself
_LITTLE = 0.2  # the share that headings of another document may seem to ask by chance
_AHEAD = 6  # units that are looked at to tell what kind a document that may begin here is
_ATTACHMENT = re.compile(r"^bilaga\b(?:\s*(?:nr\.?)?\s*\d{0,3}(?:[.:]\d{1,2})?)?", re.IGNORECASE)
_NOTES: frozenset[PartType] = frozenset({"kallelse", "tjansteskrivelse", "ekonomisk_information", "medlemsavgifter"})
_WITH_BUDGET: frozenset[PartType] = frozenset({"ansokan", "slutrapport", "arsredovisning"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """One document of the file: its pages, its kind, and what told that it begins there (Swedish; none for the first)."""

    document: Document
    kind: Kind
    reasons: tuple[str, ...] = ()

    @property
    def pages(self) -> PageRange:
        """First and last page, from 1."""
        numbers = [p.number for p in self.document.pages]
        return (min(numbers, default=1), max(numbers, default=1))


def divide(document: Document, kinds: Kinds) -> list[Stretch]:
    """The documents of the file, in order; a file that holds one is one stretch."""
    typography = typography_of(document)
    units = [unit for page in document.pages for unit in units_of(page, kinds, typography=page.reader in typography)]
    if not units:
        return [Stretch(document, Kind("okand", 0.5))]
    groups: list[tuple[list[Unit], tuple[str, ...]]] = [([units[0]], ())]
    for n, unit in enumerate(units[1:], start=1):
        reasons = _begins(groups[-1][0], unit, units[n + 1 : n + _AHEAD], kinds)
        if reasons:
            groups.append(([unit], reasons))
        else:
            groups[-1][0].append(unit)
    return [_stretch(document, group, reasons, kinds) for group, reasons in groups]


def divide_at(document: Document, ranges: Sequence[PageRange], kinds: Kinds) -> list[Stretch]:
    """The documents as a person divides the pages; pages that no range names are documents of their own between them.

    Raises UsageError for pages that the file doesn't have.
    """
    count = max((p.number for p in document.pages), default=1)
    if ranges and ranges[-1][1] > count:
        raise UsageError(f"--split nämner sidan {ranges[-1][1]}, men filen har {count}", remedy="Ange sidor som finns")
    whole = [(a, b, "enligt --split") for a, b in ranges]
    edges = [(0, 0), *ranges, (count + 1, count + 1)]
    between = [(a[1] + 1, b[0] - 1, "sidor mellan dem som --split nämner") for a, b in pairwise(edges) if b[0] - a[1] > 1]
    typography = typography_of(document)
    stretches = []
    for first, last, reason in sorted(whole + between):
        units = [
            u
            for page in document.pages
            if first <= page.number <= last
            for u in (Unit(page, clues_of(page, kinds, typography=page.reader in typography), inner=False),)
        ]
        if units:
            stretches.append(_stretch(document, units, (reason,), kinds))
    return stretches


def _stretch(document: Document, units: Sequence[Unit], reasons: tuple[str, ...], kinds: Kinds) -> Stretch:
    """The units as a document of their own, with the remarks and troubles of their pages."""
    pages: list[Page] = []
    for unit in units:
        if pages and pages[-1].number == unit.page.number:
            pages[-1] = replace(pages[-1], blocks=pages[-1].blocks + unit.page.blocks)
        else:
            pages.append(unit.page)
    numbers = {p.number for p in pages}
    remarks = tuple(r for r in document.remarks if r.page in numbers)
    kind = kinds.kind(units[0].clues.joined(u.clues for u in units[1:]))
    return Stretch(Document(document.media_type, tuple(pages), remarks), kind, reasons)


def _begins(before: Sequence[Unit], unit: Unit, after: Sequence[Unit], kinds: Kinds) -> tuple[str, ...]:
    """Why a new document begins with the unit; nothing where it goes on with those before."""
    current = before[0].clues.joined(u.clues for u in before[1:])
    kind = _kind_so_far(current, kinds)
    if not unit.first or (unit.clues.only_budget and kind in _WITH_BUDGET and not unit.clues.opening.get(kind)):
        return ()
    signs = [*_by_kind(current, kind, unit, after, kinds), *_by_number(before[-1], unit)]
    if not unit.inner:
        signs += _by_look(before, unit, kind)
    if kind == "okand" and unit.inner:
        signs = [s for s in signs if s[0] >= _ENOUGH]
    goes_on = 2.0 if unit.goes_on(before[-1]) else 0.0
    weight = sum(w for w, _ in signs) - goes_on
    return tuple(reason for w, reason in signs if w > 0) if weight >= _ENOUGH else ()


Sign = tuple[float, str]
"""How much a sign weighs (2 is enough), and what it is in Swedish."""


def _by_kind(current: Clues, kind: PartType, unit: Unit, after: Sequence[Unit], kinds: Kinds) -> Iterator[Sign]:
    """A title or questions of another kind, or the same kind's questions asked from the beginning again."""
    ahead = unit.clues.joined(u.clues for u in _same_document(unit, after, kinds))
    kinds_ahead = kinds.kind(ahead).type
    title = unit.clues.heads.get(kinds_ahead) or _first_title(unit.clues)
    opening = unit.clues.opening.get(kinds_ahead, set()) & set(kinds.weights.get(kinds_ahead, {}))
    if kinds_ahead != kind and kinds_ahead in kinds.forms and not (kind == "okand" and _is_cover(current, kinds_ahead)):
        firm = kinds.coverage(kinds_ahead, ahead) >= 0.3 and kinds.points(kinds_ahead, ahead) - kinds.points(kind, ahead) > 0.1
        opens = len(opening) >= 2 and bool(set(kinds.first_questions(kinds_ahead)) & opening)
        name = kinds.forms[kinds_ahead].name
        if firm and title:
            yield 3.0, f"rubriken ”{_short(title)}” inleder ett dokument av slaget {name}"
        elif firm and opens:
            yield 2.0, f"frågorna i {name} börjar"
        elif firm and unit.clues.first_head and _is_whole(unit, kinds_ahead, current, kind, kinds):
            yield 3.0, f"sidan är ett helt dokument av slaget {name}"
    elif kinds_ahead == kind and kind in kinds.forms:
        again = set(kinds.first_questions(kind)) & unit.clues.opening.get(kind, set()) & current.asked.get(kind, set())
        all_again = len(again) >= min(2, len(kinds.weights[kind]))
        title = unit.clues.heads.get(kind, "")
        if again and kinds.coverage(kind, current) >= 0.4 and not unit.clues.only_budget and (all_again or (title and not unit.inner)):
            yield 1.0 + all_again, f"frågorna i {kinds.forms[kind].name} börjar om"
            if title:
                yield 1.0, f"rubriken ”{_short(title)}” står igen"
    if kind in _NOTES and _ATTACHMENT.match(unit.first) and len(unit.first) < 100:
        yield 2.0, f"”{_short(unit.first)}” är en bilaga"
    if unit.clues.unknown and not title:
        firmly = kind in _NOTES or (kind == "okand" and not unit.inner)
        asks_on = kinds.coverage(kind, unit.clues) >= _LITTLE
        ended = not unit.inner and unit.first == unit.clues.unknown and not asks_on and kinds.coverage(kind, current) >= _WHOLE
        yield 3.0 if firmly else 2.0 if ended else 1.5, f"rubriken ”{_short(unit.clues.unknown)}” namnger ett annat dokument"


def _is_whole(unit: Unit, ahead: PartType, current: Clues, kind: PartType, kinds: Kinds) -> bool:
    """Does the unit alone ask most questions of a kind of which what stands before asks next to none, and the unit none of that's?"""
    begun = kinds.coverage(ahead, current) >= _LITTLE
    return kinds.coverage(ahead, unit.clues) >= _WHOLE and not begun and not kinds.coverage(kind, unit.clues)


def _first_title(clues: Clues) -> str:
    """The very first heading, where it names a kind of document ("Ansökan …" over a case note); a budget is none."""
    return next((text for kind, text in clues.heads.items() if kind != "budget" and text == clues.first_head), "")


def _kind_so_far(current: Clues, kinds: Kinds) -> PartType:
    """The kind of what stands before; what names itself is that kind though its questions are still to come."""
    told = kinds.kind(current).type
    named = max((k for k in current.titles if k in kinds.forms), key=lambda k: current.titles[k], default=None)
    return named if told == "okand" and named and current.titles[named] >= 0.85 and not current.unknown else told


def _is_cover(current: Clues, ahead: PartType) -> bool:
    """Is what stands before but the title page of what comes?"""
    return ahead in current.titles or (current.words < COVER_WORDS and not current.unknown)


def _same_document(unit: Unit, after: Sequence[Unit], kinds: Kinds) -> Iterator[Unit]:
    """What follows the unit up to where another title stands (its own may stand on every page), or most questions of a kind of
    which nothing has been asked.
    """
    own = [fold(text) for text in unit.clues.heads.values()]
    asked = {*unit.clues.asked, *unit.clues.titles}
    for other in after:
        named = [fold(text) for kind, text in other.clues.heads.items() if kind != "budget"]
        if other.clues.unknown or any(all(fuzz.ratio(text, mine) < 80 for mine in own) for text in named):
            return
        if any(kind not in asked and kinds.coverage(kind, other.clues) >= _WHOLE for kind in other.clues.asked):
            return
        asked |= set(other.clues.asked)
        yield other


def _by_number(last: Unit, unit: Unit) -> Iterator[Sign]:
    """Page numbers that begin again, or go on."""
    before, now = last.number, unit.number
    if before is None or now is None or unit.inner:
        return
    if now[0] == 1 and (before[0] > 1 or before[1] == 1 or (now[1] is not None and before[1] is not None)):
        yield 2.0, "sidnumreringen börjar om på 1"
    elif now[0] == before[0] + 1 and now[1] == before[1]:
        yield -1.0, ""


def _by_look(before: Sequence[Unit], unit: Unit, kind: PartType) -> Iterator[Sign]:
    """Another case number, other headers and footers, another paper."""
    dnr = next((d for u in before if (d := u.dnr)), None)
    if unit.dnr and dnr and unit.dnr != dnr:
        yield 2.0, "ett annat diarienummer"
    elif unit.dnr and not dnr and kind not in _NOTES:
        yield 1.0, "ett diarienummer"
    old, new = _margin_texts(before[-1].page.furniture), _margin_texts(unit.page.furniture)
    if old and new and not any(fuzz.ratio(a, b) >= 80 for a in old for b in new):
        yield 1.0, "sidhuvudet eller sidfoten byts"
    a, b = before[-1].page, unit.page
    if a.width and b.width and (abs(a.width - b.width) > 20 or abs(a.height - b.height) > 20):
        yield 0.5, "papperet byter format"


def _margin_texts(lines: Sequence[Line]) -> list[str]:
    """Headers and footers without their figures; page numbers alone left out."""
    texts = [re.sub(r"\d+", "", fold(line.text)).strip() for line in lines]
    return [t for t in texts if len(t) > 6]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
