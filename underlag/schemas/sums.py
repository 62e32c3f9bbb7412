"""The sums of a form, declared as data: which of its figures follow from which others.

A form declares them once (`Form.sums`), and both the rules and the repair of figures that a scan reader misread go by them:

    SUMS = (
        Total("tabell.rad", "/poster/{post}/totalt", of=("/poster/{post}/lon", "/poster/{post}/lokal")),
        Total("tabell.kolumn", "/summa/lon", of=("/poster/*/lon",), slack=1),
        Total("tabell.kvar", "/kvar", of=("/budget",), less=("/utfall",)),
        Percentage("tabell.andel", "/poster/{post}/andel", part=("/poster/{post}/totalt",), whole=("/summa/totalt",)),
        SameByName("tabell.samma", ("/poster", "totalt"), ("/utfall_per_post", "summa"), by="post"),
        BorneOut((Percentage("tabell.kvot", "/poster/{post}/kvot", part=("/poster/{post}/utfall",), whole=("/poster/{post}/budget",)),)),
    )

Pointers are patterns (`values.pointers.places`): `{x}` stands for every item, the same one throughout the declaration; `*` stands
for all items, which are added up. `relations` writes the declarations out for one record, `mends` tells what is wrong in it. A sum
that these words can't say is a class of its own with a method `relations` (see `budget_sums`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.fuzz import ratio

from underlag.schemas.relations import Quota, Relation, Sum, figures
from underlag.values.folding import fold
from underlag.values.pointers import places, value_at

_SAME_NAME = 88.0


class Declared(Protocol):
    """One declaration; it gives the relations that a record's own rows and columns make of it."""

    def relations(self, record: object) -> Iterator[Relation]:
        """The relations in `record`, a record as plain data."""
        ...


@dataclass(frozen=True, slots=True)
class Total:
    """`total` is what all of `of` add up to, less what `less` add up to. A figure that is not given counts as 0; with `every` there is
    no relation where one is missing.

    With a single figure in `of` it says that the two are the same. `slack` is how far off they may be, in units of the document:
    for a sum of rounded amounts.
    """

    kind: str
    total: str
    of: tuple[str, ...]
    less: tuple[str, ...] = ()
    slack: float = 0
    every: bool = False

    def relations(self, record: object) -> Iterator[Relation]:
        """One for each place of `total`."""
        for total, bound in places(record, self.total):
            terms, less = (tuple(p for each in some for p, _ in places(record, each, bound)) for some in (self.of, self.less))
            whole = not self.every or all(value_at(record, p) is not None for p in (*terms, *less))
            if terms and whole:
                yield Sum(self.kind, total, terms, less, self.slack)


@dataclass(frozen=True, slots=True)
class Percentage:
    """`share` is what `part` add up to in percent of what `whole` add up to, rounded as it is written."""

    kind: str
    share: str
    part: tuple[str, ...]
    whole: tuple[str, ...]

    def relations(self, record: object) -> Iterator[Relation]:
        """One for each place of `share` that has both."""
        for share, bound in places(record, self.share):
            part, whole = (tuple(p for each in some for p, _ in places(record, each, bound)) for some in (self.part, self.whole))
            if part and whole:
                yield Quota(self.kind, share, part, whole)


@dataclass(frozen=True, slots=True)
class BorneOut:
    """What does not hold in every document, for a column may mean something else: `sums` where at least as many of them hold as fail."""

    sums: tuple[Declared, ...]

    def relations(self, record: object) -> Iterator[Relation]:
        """Those of `sums`, none where the record does not bear them out."""
        held, failed = self.agreement(record)
        if held and held >= failed:
            yield from relations(self.sums, record)

    def agreement(self, record: object) -> tuple[int, int]:
        """How many of the relations hold in the record, and how many fail."""
        given = figures(record)
        outcomes = [relation.holds(given) for relation in relations(self.sums, record)]
        return outcomes.count(True), outcomes.count(False)


@dataclass(frozen=True, slots=True)
class EitherOf:
    """Figures that may mean one thing or another: of `readings` the one that the record bears out best, none where it bears out none."""

    readings: tuple[BorneOut, ...]

    def relations(self, record: object) -> Iterator[Relation]:
        """Those of the best reading."""
        agreements = [reading.agreement(record) for reading in self.readings]
        best = max(range(len(agreements)), key=lambda n: agreements[n][0] - agreements[n][1])
        yield from self.readings[best].relations(record)


@dataclass(frozen=True, slots=True)
class SameByName:
    """The same figure told in two tables, whose rows go together by their names, however spelt.

    `one` and `other` are the pointer of a table and the key of its figure; `by` is the key of the name, the same in both.
    """

    kind: str
    one: tuple[str, str]
    other: tuple[str, str]
    by: str

    def relations(self, record: object) -> Iterator[Relation]:
        """One for each pair of rows that are each other's likest."""
        mine, theirs = _names(record, self.one[0], self.by), _names(record, self.other[0], self.by)
        for row, name in mine.items():
            best = _likest(name, theirs)
            if best is not None and _likest(theirs[best], mine) == row:
                yield Sum(self.kind, f"{row}/{self.one[1]}", (f"{best}/{self.other[1]}",))


def _names(record: object, table: str, key: str) -> dict[str, str]:
    """The folded name of each row of `table`, by the row's pointer; rows without one are left out."""
    named = {row: value_at(record, f"{row}/{key}") for row, _ in places(record, f"{table}/*")}
    return {row: fold(name) for row, name in named.items() if isinstance(name, str) and fold(name)}


def _likest(name: str, among: Mapping[str, str]) -> str | None:
    likeness = {row: ratio(name, other) for row, other in among.items()}
    best = max(likeness, key=lambda row: likeness[row], default=None)
    return best if best is not None and likeness[best] >= _SAME_NAME else None


def relations(sums: tuple[Declared, ...], record: object) -> tuple[Relation, ...]:
    """Every relation that `sums` make of the record (plain data), sums before the rounded quotas."""
    every = [relation for declared in sums for relation in declared.relations(record)]
    return tuple(sorted(every, key=lambda relation: isinstance(relation, Quota)))
