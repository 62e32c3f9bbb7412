"""A result as one HTML page for the reviewer: what was found, beside what the document says there, and then the record.

The page is whole in itself (images inside, no scripts) and asks no other address for anything.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

from underlag.report.blocks import Section
from underlag.report.findings import Group, Item, checks, counts, groups, items, part_name, part_title, places_at
from underlag.report.labels import GROUPS, OBSERVATIONS, READERS, SEVERITIES, pages_words, place_words
from underlag.report.page import template
from underlag.report.record import sections
from underlag.report.wording import in_words, one_line
from underlag.schemas.dating import document_day
from underlag.schemas.division import PartStart
from underlag.schemas.forms import FORMS
from underlag.schemas.result import Observation, Part, Place, Result
from underlag.schemas.words import TYPES, pointer_words
from underlag.values.pointers import tokens

LONGEST_QUOTE = 400  # characters
MOST_CROPS = 150  # bounds the page's size, and the time to cut them
PICTURED = frozenset({"handwriting", "stamp", "illegible"})  # observations that are shown as they look
MOST_REPEATS = 5  # of one crop; findings further down quote its text
NO_TITLES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Figure:
    """What stands at a place (`near` it, where the value itself was not read): its crop (`src` a data: address), else its text."""

    caption: str
    page: int
    near: bool
    src: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the page shows it; `judged` says whether expected and actual values belong to it."""

    item: Item
    document: str
    section: str
    expected: str | None
    actual: str | None
    judged: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader observed, in words; `figure` where it has to be seen to be judged."""

    kind: str
    field: str
    text: str
    where: str
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A document of the file. `number` counts from 1 and begins its anchors; `judged` says by which day's policy it is judged."""

    number: int
    title: str
    name: str
    pages: str
    judged: str
    sections: tuple[Section, ...]
    observations: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What was read on a page: the sections of the record with their anchors, and the findings by number."""

    number: int
    sections: tuple[tuple[str, str], ...]
    findings: tuple[int, ...]


def places_to_show(result: Result) -> tuple[Place, ...]:
    """The places whose page crops stand beside the findings, each once, those that the page shows unfolded first; then those of
    observations that have to be seen.

    Only places with a box, and no more than `MOST_CROPS`: the others are quoted. Neighbouring lines of one value are one
    place, so a place need not be one of the evidence's own.
    """
    kinds = [kind for group in groups(items(result)) for kind in group.kinds]
    ordered = [item for kind in kinds for item in kind.first] + [item for kind in kinds for item in kind.rest]
    places = [place for item in ordered for place in item.places]
    places += [place for part in result.parts for seen in part.observations if (place := _to_see(seen)) is not None]
    return tuple(dict.fromkeys(place for place in places if place.bbox is not None))[:MOST_CROPS]


def _to_see(seen: Observation) -> Place | None:
    """The place to look at, where words do not tell what was observed."""
    return seen.places[0] if seen.kind in PICTURED and seen.places else None


def render_html(
    result: Result, crops: Mapping[Place, bytes], *, titles: Mapping[str, str] = NO_TITLES, split: Sequence[PartStart] = ()
) -> str:
    """The page. `crops`: PNG by place (see `places_to_show`); a place without one is quoted. `titles`: what the rules are
    called, by id. `split`: why each document of the file begins where it does.
    """
    found = items(result)
    parts = tuple(_part(number, part, result.made.judged_at, crops) for number, part in enumerate(result.parts, start=1))
    return template("report.html.j2").render(
        result=result,
        heading=next((part.name for part in parts if part.name), result.source.file),
        reader=READERS[result.source.reader],
        parts=parts,
        counts=counts(found),
        checks=checks(result),
        groups=_groups(found, parts, crops),
        group_names=GROUPS,
        severities=SEVERITIES,
        titles=titles,
        pages=_pages(result, parts, found),
        split=_split(split),
        table_number=count(1).__next__,
    )


def _split(starts: Sequence[PartStart]) -> tuple[tuple[str, str, str], ...]:
    """Each document's title, pages and reasons, where there is more than one."""
    if len(starts) < 2:
        return ()
    return tuple((TYPES[s.type], pages_words(*s.pages), "; ".join(s.reasons) or "filens början") for s in starts)


def _groups(
    found: tuple[Item, ...], parts: tuple[ShownPart, ...], crops: Mapping[Place, bytes]
) -> tuple[tuple[Group, tuple[tuple[str, tuple[Shown, ...]], ...]], ...]:
    """The groups of findings, each with its rules and what is shown of them. A crop is repeated `MOST_REPEATS` times at most."""
    used: Counter[Place] = Counter()

    def shown(item: Item) -> Shown:
        used.update(item.places)
        return _shown(item, parts, {place: crops[place] for place in item.places if place in crops and used[place] <= MOST_REPEATS})

    return tuple((group, tuple((kind.rule, tuple(map(shown, kind.items))) for kind in group.kinds)) for group in groups(found))


def _shown(item: Item, parts: tuple[ShownPart, ...], crops: Mapping[Place, bytes]) -> Shown:
    finding = item.finding
    spot = item.spots[0] if item.spots else None
    pointer = spot.pointer if spot else ""
    part = parts[spot.index] if spot else None
    return Shown(
        item=item,
        document=f"{part.title}, {part.pages}" if part and len(parts) > 1 else "",
        section=_section_of(part, pointer) if part else "",
        expected=in_words(finding.expected, pointer),
        actual=in_words(finding.actual, pointer),
        judged=finding.expected is not None or finding.actual is not None,
        figures=tuple(_figure(place, crops, near=place in item.nearby) for place in item.places),
    )


def _section_of(part: ShownPart, pointer: str) -> str:
    """The anchor of the section that shows the value at `pointer`, else that of its document."""
    top = tokens(pointer)[:1]
    return next((f"d{part.number}-{s.anchor}" for s in part.sections if top and top[0] in s.keys), f"d{part.number}")


def _figure(place: Place, crops: Mapping[Place, bytes], *, near: bool) -> Figure:
    crop = crops.get(place)
    src = f"data:image/png;base64,{b64encode(crop).decode('ascii')}" if crop else None
    return Figure(place_words(place), place.page, near, src, one_line(place.text, LONGEST_QUOTE))


def _judged(part: Part, judged_at: str) -> str:
    """By the policy of which day a document is judged, as a sentence; empty for one that there are no rules for."""
    if part.type == "okand":
        return ""
    form = FORMS.get(part.type)
    day = document_day(form.dated, part.record) if form else None
    if day is None:
        return f"Handlingen säger inte vilken dag den är från; den bedöms efter det regelverk som gällde {judged_at}."
    return f"Handlingens dag är {day}; den bedöms efter det regelverk som gällde {min(day.isoformat(), judged_at)}."


def _part(number: int, part: Part, judged_at: str, crops: Mapping[Place, bytes]) -> ShownPart:
    return ShownPart(
        number=number,
        title=part_title(part),
        name=part_name(part),
        pages=pages_words(*part.pages),
        judged=_judged(part, judged_at),
        sections=sections(part),
        observations=tuple(_observation(o, part, crops) for o in part.observations),
    )


def _observation(seen: Observation, part: Part, crops: Mapping[Place, bytes]) -> Seen:
    places = seen.places or places_at(part, seen.at)
    where = place_words(places[0]) if places else ""
    place = _to_see(seen)
    figure = _figure(place, crops, near=False) if place is not None and place in crops else None
    return Seen(OBSERVATIONS[seen.kind], pointer_words(seen.at, part.record), one_line(seen.text, LONGEST_QUOTE), where, figure)


def _pages(result: Result, parts: tuple[ShownPart, ...], found: tuple[Item, ...]) -> tuple[ReadPage, ...]:
    """What was read page by page; nothing for a file without pages of its own."""
    if result.source.reader in {"docx", "text"}:
        return ()
    on_page: dict[int, list[tuple[str, str]]] = {}
    for part in parts:
        for section in part.sections:
            for page in section.pages:
                on_page.setdefault(page, []).append((f"d{part.number}-{section.anchor}", section.title))
    findings = {n: tuple(i.number for i in found if any(p.page == n for p in i.places)) for n in range(1, result.source.pages + 1)}
    return tuple(ReadPage(n, tuple(on_page.get(n, ())), findings[n]) for n in findings if n in on_page or findings[n])
