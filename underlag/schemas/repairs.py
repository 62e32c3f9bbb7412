"""Figures that a scan reader may have misread, told by the relations that fail with them and hold without."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from underlag.schemas.relations import Figures, Quota, Relation

Doubt = Callable[[str, float, float], int | None]
"""May the figure at a pointer, read as the first number, be the second? How many relations that fail must bear it out; None where
it may not.
"""

Changes = Mapping[str, float]
"""By pointer, what stands there instead of what was read."""

_MOST_STEPS = 3000  # of the search, in one document


@dataclass(frozen=True, slots=True)
class Repair:
    """Relations that fail, and the ways to make them hold with all others that the changed figures stand in: as few figures changed as
    can be, each as its reader may have misread it. None where no way was found.
    """

    failing: tuple[Relation, ...]
    ways: tuple[Changes, ...]


def repairs(given: Figures, relations: Sequence[Relation], doubt: Doubt, unit: float = 1, *, most: int = 3) -> Iterator[Repair]:
    """One for each group of failing relations that share figures, or for those of them that single figures mend where nothing mends all
    (an author's own mistake among them); a way changes at most so many figures. `unit`: what the document's amounts are rounded to.
    """
    touching: dict[str, list[Relation]] = {}
    for relation in relations:
        for pointer in dict.fromkeys(relation.pointers):
            touching.setdefault(pointer, []).append(relation)
    search = _Search(given, touching, doubt, unit)
    for failing in _groups([relation for relation in relations if relation.holds(given, unit) is False]):
        ways = search.ways(failing, most)
        yield from (Repair(failing, ways),) if ways else search.apart(failing)


def _groups(failing: Sequence[Relation]) -> Iterator[tuple[Relation, ...]]:
    """The relations in groups whose figures have nothing to do with each other."""
    groups: list[list[Relation]] = []
    for relation in failing:
        mine = set(relation.pointers)
        near = [group for group in groups if any(mine & set(other.pointers) for other in group)]
        groups = [group for group in groups if group not in near] + [[*chain.from_iterable(near), relation]]
    return map(tuple, groups)


def _rivals(mended: Mapping[tuple[str, float], frozenset[Relation]]) -> Iterator[Repair]:
    """Single changes with the relations that each mends, those that mend the same one together as ways between which nothing decides."""
    left = dict(mended)
    while left:
        change, failing = left.popitem()
        ways = [change]
        while rivals := [other for other, relations in left.items() if relations & failing]:
            failing = failing.union(*(left.pop(other) for other in rivals))
            ways += rivals
        yield Repair(tuple(failing), tuple(dict([way]) for way in ways))


class _Search:
    """Looks for the changes of figures that make relations hold, the fewest first."""

    def __init__(self, given: Figures, touching: Mapping[str, Sequence[Relation]], doubt: Doubt, unit: float) -> None:
        self._given, self._touching, self._doubt, self._unit = dict(given), touching, doubt, unit
        self._steps = 0

    def ways(self, failing: Sequence[Relation], most: int) -> tuple[Changes, ...]:
        """All ways with as few changes as can be; none where the search grows too long."""
        for count in range(1, most + 1):
            found = {frozenset(way.items()): way for way in self._within(failing, {}, count)}
            if self._steps > _MOST_STEPS:
                return ()
            if found:
                return tuple(found.values())
        return ()

    def apart(self, failing: Sequence[Relation]) -> Iterator[Repair]:
        """The single figures that make every relation hold in which they stand, with those of `failing` that they mend."""
        mended: dict[tuple[str, float], frozenset[Relation]] = {}
        for pointer in dict.fromkeys(p for relation in failing for p in relation.pointers if p in self._given):
            mine = self._touching[pointer]
            for value in self._values(pointer, self._given):
                now = ChainMap({pointer: value}, self._given)
                if all(relation.holds(now, self._unit) is not False for relation in mine):
                    mended[pointer, value] = frozenset(relation for relation in mine if relation in failing)
        return _rivals(mended)

    def _within(self, failing: Sequence[Relation], changes: dict[str, float], left: int) -> Iterator[Changes]:
        """The ways that begin with `changes` and make at most `left` more."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            return
        now = ChainMap(changes, self._given)
        touched = chain(failing, *(self._touching[p] for p in changes))
        broken = next((relation for relation in touched if relation.holds(now, self._unit) is False), None)
        if broken is None:
            yield changes
        elif left:
            for pointer in broken.pointers:
                if pointer in self._given and pointer not in changes:
                    for value in self._values(pointer, now):
                        yield from self._within(failing, {**changes, pointer: value}, left - 1)

    def _values(self, pointer: str, now: Figures) -> set[float]:
        """What the figure would be for one of its failing relations to hold, where it may have been misread so.

        A rounded percentage tells nothing exact of its part and its whole.
        """
        mine, read = self._touching[pointer], self._given[pointer]
        failing = sum(relation.holds(self._given, self._unit) is False for relation in mine)
        exact = [relation for relation in mine if pointer == relation.total or not isinstance(relation, Quota)]
        wanted = {relation.mended(pointer, now) for relation in exact if relation.holds(now, self._unit) is False}
        return {v for v in wanted if v is not None and (needed := self._doubt(pointer, read, v)) is not None and needed <= failing}
