"""Relations between a record's figures, and which figure is most likely wrong where one does not hold."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from underlag.values.pointers import escaped

Figures = Mapping[str, float]
"""Pointer to number, of every figure that a record gives. Whole numbers are ints."""

_EPSILON = 1e-6
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Sum:
    """`terms` less `less` add up to `total`; one term means that the two are the same figure. One that isn't given counts as 0.

    `kind` names the rule that it belongs to; `slack`: how far off it may be, in units of the document.
    """

    kind: str
    total: str
    terms: tuple[str, ...]
    less: tuple[str, ...] = ()
    slack: float = 0

    @property
    def pointers(self) -> tuple[str, ...]:
        """The total first."""
        return (self.total, *self.terms, *self.less)

    def expected(self, figures: Figures) -> float | None:
        """What the total should be; None where no term is given."""
        if not any(p in figures for p in (*self.terms, *self.less)):
            return None
        return sum(figures.get(t, 0) for t in self.terms) - sum(figures.get(t, 0) for t in self.less)

    def holds(self, figures: Figures, unit: float = 1) -> bool | None:
        """Does it hold, with rounding to `unit`? None where the total or every term is missing."""
        expected, total = self.expected(figures), figures.get(self.total)
        return None if expected is None or total is None else abs(expected - total) <= self.slack * unit + _EPSILON

    def mended(self, pointer: str, figures: Figures) -> float | None:
        """The value of the figure at `pointer` at which it would hold."""
        expected, total = self.expected(figures), figures.get(self.total)
        if expected is None or total is None:
            return None
        if pointer == self.total:
            return expected
        return figures[pointer] + (expected - total if pointer in self.less else total - expected)


@dataclass(frozen=True, slots=True)
class Quota:
    """`total` is what `part` add up to in percent of what `whole` add up to, rounded to as many decimals as it is written with."""

    kind: str
    total: str
    part: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def pointers(self) -> tuple[str, ...]:
        """The percentage first."""
        return (self.total, *self.part, *self.whole)

    def expected(self, figures: Figures) -> float | None:
        """What the percentage should be, rounded as the written one is; None where a part or every whole is missing, or the whole is 0."""
        exact, total = self._exact(figures), figures.get(self.total)
        return None if exact is None else round(exact, _decimals(total)) if total is not None else exact

    def _exact(self, figures: Figures) -> float | None:
        whole = sum(figures.get(p, 0) for p in self.whole)
        return 100 * sum(figures[p] for p in self.part) / whole if whole and all(p in figures for p in self.part) else None

    def holds(self, figures: Figures, unit: float = 1) -> bool | None:
        """Does it hold, but for rounding? None where a figure is missing. The document's `unit` of amounts does not matter."""
        exact, total = self._exact(figures), figures.get(self.total)
        return None if exact is None or total is None else abs(exact - total) <= _HALF / 10 ** _decimals(total) + _EPSILON

    def mended(self, pointer: str, figures: Figures) -> float | None:
        """The value of the figure at `pointer` at which it would hold; a part or whole only as near as the rounding lets it be."""
        total = figures.get(self.total)
        if pointer == self.total or total is None or self._exact(figures) is None:
            return self.expected(figures)
        part, whole = (sum(figures.get(p, 0) for p in some) for some in (self.part, self.whole))
        if pointer in self.part:
            return figures[pointer] + round(total * whole / 100) - part
        return figures[pointer] + round(100 * part / total) - whole if total else None


def _decimals(percent: float) -> int:
    return next((n for n in (0, 1) if abs(round(percent, n) - percent) < _EPSILON), 2)


Relation = Sum | Quota


@dataclass(frozen=True, slots=True)
class Mend:
    """The figure that is most likely wrong where `relation` does not hold, and the value at which it would.

    `others`: the relation's other figures. `certain` is false where another figure is as likely to be the wrong one.
    """

    relation: Relation
    pointer: str
    value: float
    others: tuple[str, ...]
    certain: bool


def figures(record: object, at: str = "") -> dict[str, float]:
    """Every number in a record (plain data), by pointer; `at` is where the record lies."""
    return dict(_numbers(record, at))


def _numbers(value: object, at: str) -> Iterator[tuple[str, float]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _numbers(below, f"{at}/{escaped(str(key))}")
    elif isinstance(value, list | tuple):
        for n, below in enumerate(value):
            yield from _numbers(below, f"{at}/{n}")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield at, value


def mends(given: dict[str, float], relations: tuple[Relation, ...], unit: float = 1) -> tuple[Mend, ...]:
    """The figures that are most likely wrong, one for each mistake: what an earlier mend already puts right is left out.

    The figure blamed is the one whose change mends the most relations that it stands in; where several would do, the total.
    `unit`: what the document's amounts are rounded to.
    """
    found: list[Mend] = []
    touching: dict[str, list[Relation]] = {}
    for relation in relations:
        for pointer in dict.fromkeys(relation.pointers):
            touching.setdefault(pointer, []).append(relation)
    for relation in relations:
        if relation.holds(given, unit) is not False:
            continue
        if relation.holds(ChainMap({m.pointer: m.value for m in found}, given), unit) is False:
            mend = _blamed(relation, touching, given, unit)
            if all(mend.pointer != m.pointer for m in found):
                found.append(mend)
    return tuple(found)


def _blamed(relation: Relation, touching: Mapping[str, list[Relation]], given: dict[str, float], unit: float) -> Mend:
    values = {p: relation.mended(p, given) for p in relation.pointers if p in given}
    changes = {p: value for p, value in values.items() if value is not None}
    gains = {
        p: _holding(touching[p], ChainMap({p: value}, given), unit) - _holding(touching[p], given, unit) for p, value in changes.items()
    }
    best = max(changes, key=lambda p: (gains[p], p == relation.total))
    others = tuple(p for p in (*relation.pointers[1:], relation.total) if p != best and p in given)
    certain = all(gain < gains[best] for p, gain in gains.items() if p != best)
    return Mend(relation, best, changes[best], others, certain)


def _holding(mine: list[Relation], given: Figures, unit: float) -> int:
    return sum(1 for relation in mine if relation.holds(given, unit))
