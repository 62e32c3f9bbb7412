"""The sums that must hold in a budget, as data: which printed figures add up to which.

The same relations serve the rules and the repair of figures that a scan reader misread. Source: the formulas of the
association's budget template. Pointers are JSON Pointers into the budget record.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from underlag.schemas.budget import BLOCKS, KINDS, Budget, CostBlock, CostRow
from underlag.values.folding import fold

Figures = Mapping[str, int]
"""Pointer to amount in whole kronor, of every figure that the budget gives."""

RelationKind = Literal["rad", "kolumn", "summa", "per_ar", "sammanstallning", "stammer"]

_SAME_NAME = 85.0


@dataclass(frozen=True, slots=True)
class Relation:
    """`terms` add up to `total`; one term means that the two are the same figure. A term that is not given counts as 0."""

    kind: RelationKind
    total: str
    terms: tuple[str, ...]

    def sum(self, figures: Figures) -> int | None:
        """What the terms add up to, None where none of them is given."""
        given = [figures[t] for t in self.terms if t in figures]
        return sum(given) if given else None

    def off(self, figures: Figures) -> int | None:
        """Sum less total; None where either is missing."""
        added, total = self.sum(figures), figures.get(self.total)
        return None if added is None or total is None else added - total


@dataclass(frozen=True, slots=True)
class Mend:
    """The figure that is most likely wrong where `relation` does not hold, and the value at which it would.

    `others`: the relation's other figures. `certain` is false where another figure is as likely to be the wrong one.
    """

    relation: Relation
    pointer: str
    value: int
    others: tuple[str, ...]
    certain: bool


def figures(budget: Budget) -> dict[str, int]:
    """Every amount that the budget gives, by pointer."""
    return dict(_leaves(budget.model_dump(exclude={"insatsens_namn", "loptid", "angiven_enhet"}), ""))


def _leaves(value: object, at: str) -> Iterator[tuple[str, int]]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key not in {"ar", "tjanst_procent"}:
                yield from _leaves(below, f"{at}/{escaped(str(key))}")
    elif isinstance(value, (list, tuple)):
        for n, below in enumerate(value):
            yield from _leaves(below, f"{at}/{n}")
    elif isinstance(value, int):
        yield at, value


def escaped(key: str) -> str:
    """A key as a reference token of a JSON Pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def relations(budget: Budget) -> tuple[Relation, ...]:
    """Every relation that this budget's own rows and columns give, from single rows up to comparisons between tables."""
    blocks = dict(zip(BLOCKS, (budget.detalj.rekvireras, budget.detalj.egenfinansiering), strict=True))
    found = [r for name, block in blocks.items() for r in _rows(block, f"/detalj/{name}")]
    found += [r for name, block in blocks.items() for r in _columns(block, f"/detalj/{name}")]
    found += [r for name, block in blocks.items() for r in _block(block, f"/detalj/{name}")]
    if all(block.totalt is not None or not any(_of_kind(block, kind) for kind in KINDS) for block in blocks.values()):
        found.append(Relation("summa", "/detalj/total_kostnad", tuple(f"/detalj/{name}/totalt" for name in BLOCKS)))
    found += [*_years(budget), *_summary(budget), *_between(budget)]
    return tuple(found)


def _of_kind(block: CostBlock, kind: str) -> tuple[CostRow, ...]:
    return {"lonekostnader": block.lonekostnader, "lokalkostnader": block.lokalkostnader, "ovriga_kostnader": block.ovriga_kostnader}[kind]


def _rows(block: CostBlock, at: str) -> Iterator[Relation]:
    for kind in KINDS:
        for n, row in enumerate(_of_kind(block, kind)):
            if row.belopp:
                yield Relation("rad", f"{at}/{kind}/{n}/summa", tuple(f"{at}/{kind}/{n}/belopp/{escaped(o)}" for o in row.belopp))


def _columns(block: CostBlock, at: str) -> Iterator[Relation]:
    for name in block.summor_per_organisation:
        sums = f"{at}/summor_per_organisation/{escaped(name)}"
        for kind in KINDS:
            rows = _of_kind(block, kind)
            terms = tuple(f"{at}/{kind}/{n}/belopp/{escaped(name)}" for n, row in enumerate(rows) if name in row.belopp)
            if terms:
                yield Relation("kolumn", f"{sums}/{kind}", terms)
        yield Relation("kolumn", f"{sums}/totalt", tuple(f"{sums}/{kind}" for kind in KINDS))


def _block(block: CostBlock, at: str) -> Iterator[Relation]:
    organisations = [f"{at}/summor_per_organisation/{escaped(o)}" for o in block.summor_per_organisation]
    for kind in KINDS:
        rows = _of_kind(block, kind)
        if rows:
            yield Relation("summa", f"{at}/summa_{kind}", tuple(t for n, row in enumerate(rows) for t in _worth(row, f"{at}/{kind}/{n}")))
        if organisations:
            yield Relation("summa", f"{at}/summa_{kind}", tuple(f"{o}/{kind}" for o in organisations))
    # A kind with rows but no printed sum is unread or left out; without it nothing can be said of the total.
    printed = (block.summa_lonekostnader, block.summa_lokalkostnader, block.summa_ovriga_kostnader)
    if all(amount is not None or not _of_kind(block, kind) for kind, amount in zip(KINDS, printed, strict=True)):
        yield Relation("summa", f"{at}/totalt", tuple(f"{at}/summa_{kind}" for kind in KINDS))
    if organisations:
        yield Relation("summa", f"{at}/totalt", tuple(f"{o}/totalt" for o in organisations))


def _worth(row: CostRow, at: str) -> tuple[str, ...]:
    """The figures that a row adds to its block: its own sum, or where it has none its columns."""
    return (f"{at}/summa",) if row.summa is not None else tuple(f"{at}/belopp/{escaped(o)}" for o in row.belopp)


def _years(budget: Budget) -> Iterator[Relation]:
    for n in range(len(budget.per_ar)):
        parts = ("lonekostnader", "lokalkostnader", "ovriga_lokalkostnader", "ovriga_kostnader")
        yield Relation("per_ar", f"/per_ar/{n}/totalt", tuple(f"/per_ar/{n}/{part}" for part in parts))
    if budget.per_ar:
        years = range(len(budget.per_ar))
        total = _covered_by_years(budget)
        yield Relation("stammer", total, tuple(f"/per_ar/{n}/totalt" for n in years))
        if total == "/detalj/rekvireras/totalt":
            yield Relation("stammer", "/detalj/rekvireras/summa_lonekostnader", tuple(f"/per_ar/{n}/lonekostnader" for n in years))
            yield Relation("stammer", "/detalj/rekvireras/summa_ovriga_kostnader", tuple(f"/per_ar/{n}/ovriga_kostnader" for n in years))


def _covered_by_years(budget: Budget) -> str:
    """The total that the table per year spreads: some fill in the whole cost, most what is drawn from the association."""
    added = sum(row.totalt or 0 for row in budget.per_ar)
    drawn, whole = budget.detalj.rekvireras.totalt, budget.detalj.total_kostnad
    if whole is not None and added == whole != drawn:
        return "/detalj/total_kostnad"
    return "/detalj/rekvireras/totalt"


def _summary(budget: Budget) -> Iterator[Relation]:
    rows = range(len(budget.sammanstallning))
    for n in rows:
        row = f"/sammanstallning/{n}"
        yield Relation("sammanstallning", f"{row}/totalt", (f"{row}/rekvireras", f"{row}/egenfinansiering"))
    for column in ("rekvireras", "egenfinansiering", "totalt"):
        if rows:
            yield Relation("sammanstallning", f"/sammanstallning_summa/{column}", tuple(f"/sammanstallning/{n}/{column}" for n in rows))
    sums = "/sammanstallning_summa"
    yield Relation("sammanstallning", f"{sums}/totalt", (f"{sums}/rekvireras", f"{sums}/egenfinansiering"))


def _between(budget: Budget) -> Iterator[Relation]:
    """The summary and the detail say the same, organisation by organisation and in all."""
    for column in BLOCKS:
        yield Relation("stammer", f"/detalj/{column}/totalt", (f"/sammanstallning_summa/{column}",))
    yield Relation("stammer", "/detalj/total_kostnad", ("/sammanstallning_summa/totalt",))
    for n, row in enumerate(budget.sammanstallning):
        for column, block in zip(BLOCKS, (budget.detalj.rekvireras, budget.detalj.egenfinansiering), strict=True):
            name = _column_of(row.organisation, block)
            if name is not None:
                at = f"/detalj/{column}"
                terms = tuple(
                    f"{at}/{kind}/{i}/belopp/{escaped(name)}"
                    for kind in KINDS
                    for i, cost in enumerate(_of_kind(block, kind))
                    if name in cost.belopp
                )
                yield Relation("stammer", f"/sammanstallning/{n}/{column}", terms)


def _column_of(organisation: str | None, block: CostBlock) -> str | None:
    """The heading of this organisation's column in the detailed budget; None where no heading is like it."""
    columns = {name: None for kind in KINDS for row in _of_kind(block, kind) for name in row.belopp}
    wanted = _plain(organisation)
    likeness = {name: ratio(wanted, _plain(name)) for name in columns}
    best = max(likeness, key=lambda name: likeness[name], default=None)
    return best if wanted and best is not None and likeness[best] >= _SAME_NAME else None


def _plain(name: str | None) -> str:
    return fold(re.sub(r"\(.*?\)", " ", name or ""))


def mends(budget: Budget, *, tolerance: int) -> tuple[Mend, ...]:
    """The figures that are most likely wrong, one for each mistake: what an earlier mend already puts right is left out.

    The figure blamed is the one whose change mends the most relations that it stands in; where several would do, the total.
    """
    given, found = figures(budget), list[Mend]()
    touching: dict[str, list[Relation]] = {}
    for relation in (every := relations(budget)):
        for pointer in {relation.total, *relation.terms}:
            touching.setdefault(pointer, []).append(relation)
    for relation in every:
        off = relation.off(given)
        if off is None or abs(off) <= tolerance:
            continue
        mended = relation.off(ChainMap({m.pointer: m.value for m in found}, given))
        if mended is None or abs(mended) > tolerance:
            mend = _blamed(relation, touching, given, tolerance)
            if all(mend.pointer != m.pointer for m in found):
                found.append(mend)
    return tuple(found)


def _blamed(relation: Relation, touching: Mapping[str, list[Relation]], given: dict[str, int], tolerance: int) -> Mend:
    off = relation.off(given) or 0
    changes = {relation.total: given[relation.total] + off}
    changes |= {t: given[t] - off for t in relation.terms if t in given}
    gains = {
        p: _holding(touching[p], ChainMap({p: value}, given), tolerance) - _holding(touching[p], given, tolerance)
        for p, value in changes.items()
    }
    best = max(changes, key=lambda p: (gains[p], p == relation.total))
    others = tuple(p for p in (*relation.terms, relation.total) if p != best and p in given)
    certain = all(gain < gains[best] for p, gain in gains.items() if p != best)
    return Mend(relation, best, changes[best], others, certain)


def _holding(mine: list[Relation], given: Figures, tolerance: int) -> int:
    offs = [r.off(given) for r in mine]
    return sum(1 for off in offs if off is not None and abs(off) <= tolerance)
