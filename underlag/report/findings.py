"""The findings of a result in the order a reviewer takes them, each with the places where its values stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from underlag.report.labels import GROUPS, pages_words, place_words
from underlag.report.wording import counted, one_line
from underlag.schemas.result import Checks, Finding, Part, Place, Result
from underlag.schemas.words import TYPES, pointer_words
from underlag.values.pointers import pointer_of, tokens

LEAVES_PER_POINTER = 3
LINES_PER_LEAF = 3
PLACES_PER_FINDING = 6
FIRST_OF_A_KIND = 5
BESIDE = 60.0  # points between the texts of neighbouring cells
LONGEST_NAME = 240  # characters

_IN_A_PART = re.compile(r"/parts/(\d+)(?:/record)?(/.*)?")


@dataclass(frozen=True, slots=True)
class Spot:
    """One pointer of a finding, led back to the part whose record it points into (`index` into the result's parts)."""

    index: int
    part: Part
    pointer: str


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, numbered from 1 through the whole result. `hidden` counts places that are left out of `places`; `nearby` are
    those that stand close by, where the value itself was not read anywhere (most often because it is missing).
    """

    number: int
    finding: Finding
    spots: tuple[Spot, ...]
    places: tuple[Place, ...]
    hidden: int
    nearby: frozenset[Place]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields in words, the wrong one first."""
        return tuple(dict.fromkeys(one_line(pointer_words(spot.pointer, spot.part.record)) for spot in self.spots))


@dataclass(frozen=True, slots=True)
class Kind:
    """The findings of one rule."""

    rule: str
    items: tuple[Item, ...]

    @property
    def first(self) -> tuple[Item, ...]:
        return self.items[:FIRST_OF_A_KIND]

    @property
    def rest(self) -> tuple[Item, ...]:
        return self.items[FIRST_OF_A_KIND:]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity, or (`undecided`) those which the rules could not decide."""

    key: str
    kinds: tuple[Kind, ...]

    @property
    def count(self) -> int:
        return sum(len(kind.items) for kind in self.kinds)


def items(result: Result) -> tuple[Item, ...]:
    """All findings, part by part and last those that compare parts."""
    own = ((f, tuple(Spot(i, part, p) for p in f.at)) for i, part in enumerate(result.parts) for f in part.findings)
    between = ((f, tuple(_spots(result, f.at))) for f in result.findings)
    return tuple(located(n, finding, spots) for n, (finding, spots) in enumerate(chain(own, between), start=1))


def located(number: int, finding: Finding, spots: tuple[Spot, ...]) -> Item:
    """A finding with its places. Where some pointers have places of their own, the surroundings of the others would only distract."""
    own = _each_once(_observed(spot, finding.actual) or places_at(spot.part, spot.pointer) for spot in spots)
    places = own or _each_once(places_near(spot.part, spot.pointer) for spot in spots)
    shown = places[:PLACES_PER_FINDING]
    return Item(number, finding, spots, shown, len(places) - len(shown), frozenset() if own else frozenset(shown))


def _observed(spot: Spot, text: object) -> tuple[Place, ...]:
    """Where the reader observed the very text that a finding is about (a placeholder that the record leaves out)."""
    seen = (o.places for o in spot.part.observations if o.at == spot.pointer and o.text == text)
    return _joined(chain.from_iterable(seen))


def _each_once(places: Iterable[tuple[Place, ...]]) -> tuple[Place, ...]:
    """The places without those that stand inside one before them."""
    kept: list[Place] = []
    for place in chain.from_iterable(places):
        if not any(_inside(place, other) for other in kept):
            kept.append(place)
    return tuple(kept)


def _inside(place: Place, other: Place) -> bool:
    if place.bbox is None or other.bbox is None or place.page != other.page:
        return place == other
    (x0, top, x1, bottom), (other_x0, other_top, other_x1, other_bottom) = place.bbox, other.bbox
    return other_x0 <= x0 and other_top <= top and x1 <= other_x1 and bottom <= other_bottom


def _spots(result: Result, at: Iterable[str]) -> Iterator[Spot]:
    for pointer in at:
        m = _IN_A_PART.fullmatch(pointer)
        if m and int(m[1]) < len(result.parts):
            yield Spot(int(m[1]), result.parts[int(m[1])], m[2] or "")


def groups(found: tuple[Item, ...]) -> tuple[Group, ...]:
    """The findings by severity, worst first, the undecided last; in each group by rule. Empty groups are left out."""
    sorted_out: dict[str, dict[str, list[Item]]] = {key: {} for key in GROUPS}
    for item in found:
        key = "undecided" if item.finding.outcome == "undecided" else item.finding.severity
        sorted_out[key].setdefault(item.finding.rule, []).append(item)
    return tuple(
        Group(key, tuple(Kind(rule, tuple(of_rule)) for rule, of_rule in by_rule.items())) for key, by_rule in sorted_out.items() if by_rule
    )


def places_at(part: Part, pointer: str) -> tuple[Place, ...]:
    """Where a value stands: its own evidence, else the first leaves beneath it. Neighbouring lines and cells are one place.

    The running text (`""`) has no place of its own.
    """
    exact = part.evidence.get(pointer)
    if exact is not None and exact.places:
        return _joined(exact.places[:LINES_PER_LEAF])
    return _of_leaves(_beneath(part, pointer)[:LEAVES_PER_POINTER]) if pointer else ()


def places_near(part: Part, pointer: str) -> tuple[Place, ...]:
    """What stands closest to a value that was not read: its first siblings, or else one leaf of the nearest parent that has any."""
    path = tokens(pointer)[:-1]
    while path:
        parent = pointer_of(path)
        leaves = _beneath(part, parent)
        siblings = [leaf for leaf in leaves if "/" not in leaf[0][len(parent) + 1 :]]
        if leaves:
            return _of_leaves(siblings[:LEAVES_PER_POINTER] or leaves[:1])
        path = path[:-1]
    return ()


def _beneath(part: Part, pointer: str) -> list[tuple[str, tuple[Place, ...]]]:
    return [(p, e.places) for p, e in part.evidence.items() if p.startswith(pointer + "/") and e.places]


def _of_leaves(leaves: Iterable[tuple[str, tuple[Place, ...]]]) -> tuple[Place, ...]:
    return _joined(chain.from_iterable(places[:LINES_PER_LEAF] for _, places in leaves))


def _joined(places: Iterable[Place]) -> tuple[Place, ...]:
    """Places that follow close upon each other on a page (lines of a text, cells of a row) become one."""
    joined: list[Place] = []
    for place in places:
        together = _together(joined[-1], place) if joined else None
        if together is None:
            joined.append(place)
        else:
            joined[-1] = together
    return tuple(joined)


def _together(a: Place, b: Place) -> Place | None:
    """One place of both, if `b` begins within two of its own lines below `a`, or stands just to its right."""
    if a.bbox is None or b.bbox is None or a.page != b.page:
        return None
    line = b.bbox[3] - b.bbox[1]
    below = -line / 2 <= b.bbox[1] - a.bbox[3] <= 2 * line and min(a.bbox[2], b.bbox[2]) > max(a.bbox[0], b.bbox[0])
    beside = abs(b.bbox[3] - a.bbox[3]) <= line / 2 and 0 <= b.bbox[0] - a.bbox[2] <= BESIDE
    if not below and not beside:
        return None
    box = (min(a.bbox[0], b.bbox[0]), min(a.bbox[1], b.bbox[1]), max(a.bbox[2], b.bbox[2]), max(a.bbox[3], b.bbox[3]))
    return Place(page=a.page, bbox=box, where=a.where, text=f"{a.text}\n{b.text}" if below else f"{a.text} {b.text}")


def checks(result: Result) -> Checks:
    """The judgments of all parts, and those between them that a person should see (a result does not count those that held)."""
    each = [part.checks for part in result.parts]
    between = [finding.outcome for finding in result.findings]
    return Checks(
        holds=sum(c.holds for c in each),
        broken=sum(c.broken for c in each) + between.count("broken"),
        undecided=sum(c.undecided for c in each) + between.count("undecided"),
        not_applicable=sum(c.not_applicable for c in each),
    )


def counts(found: tuple[Item, ...]) -> dict[str, int]:
    """How many findings each group has, the empty ones included."""
    return dict.fromkeys(GROUPS, 0) | {group.key: group.count for group in groups(found)}


def counts_line(result: Result) -> str:
    """ "2 fel, 3 varningar, 1 kunde inte avgöras; 31 kontroller höll"."""
    by_group = counts(items(result))
    parts = [
        counted(by_group["fel"], "fel", "fel"),
        counted(by_group["varning"], "varning", "varningar"),
        counted(by_group["upplysning"], "upplysning", "upplysningar") if by_group["upplysning"] else "",
        f"{by_group['undecided']} kunde inte avgöras" if by_group["undecided"] else "",
    ]
    return ", ".join(p for p in parts if p) + f"; {counted(checks(result).holds, 'kontroll', 'kontroller')} höll"


def place_line(item: Item, *, several: bool) -> str:
    """Where a finding's first value stands: "sid 5", or "nära sid 5" where it was not read; for a finding without places the
    pages of its document, if the file holds `several`.
    """
    if item.places:
        place = item.places[0]
        return ("nära " if place in item.nearby else "") + place_words(place)
    if item.spots and several:
        return pages_words(*item.spots[0].part.pages)
    return ""


def part_name(part: Part) -> str:
    """The insats (or heading) that a part is about, empty where it does not say."""
    for key in ("insatsens_namn", "insats", "rubrik", "organ"):
        name = part.record.get(key)
        if isinstance(name, str) and name.strip():
            return one_line(name, LONGEST_NAME)
    return ""


def part_title(part: Part) -> str:
    """The kind of document in words."""
    return TYPES[part.type]
