"""The sums that must hold in a budget, as data: which printed figures add up to which.

The same relations serve the rules and the repair of figures that a scan reader misread. Source: the formulas of the
association's budget template. Pointers are JSON Pointers into the budget record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from underlag.schemas.budget import BLOCKS, KINDS, Budget, CostBlock, CostRow
from underlag.schemas.relations import Relation, Sum, figures
from underlag.values.folding import fold
from underlag.values.pointers import escaped, value_at

_SAME_NAME = 85.0


@dataclass(frozen=True, slots=True)
class BudgetSums:
    """The sums of the budget that lies `at` a pointer of a record. They depend on what the budget has, more than a pattern can say."""

    at: str = ""

    def relations(self, record: object) -> Iterator[Relation]:
        """The relations in `record`, which is plain data; none where it has no budget."""
        data = value_at(record, self.at)
        for relation in budget_relations(Budget.model_validate(data)) if data is not None else ():
            yield replace(relation, total=self.at + relation.total, terms=tuple(self.at + term for term in relation.terms))


def budget_figures(budget: Budget) -> dict[str, float]:
    """Every amount that the budget gives, by pointer into it."""
    leaves = figures(budget.model_dump(exclude={"insatsens_namn", "loptid", "angiven_enhet"}))
    return {pointer: amount for pointer, amount in leaves.items() if pointer.rpartition("/")[2] not in {"ar", "tjanst_procent"}}


def budget_relations(budget: Budget) -> tuple[Sum, ...]:
    """Every relation that this budget's own rows and columns give, from single rows up to comparisons between tables."""
    blocks = dict(zip(BLOCKS, (budget.detalj.rekvireras, budget.detalj.egenfinansiering), strict=True))
    found = [r for name, block in blocks.items() for r in _rows(block, f"/detalj/{name}")]
    found += [r for name, block in blocks.items() for r in _columns(block, f"/detalj/{name}")]
    found += [r for name, block in blocks.items() for r in _block(block, f"/detalj/{name}")]
    if all(block.totalt is not None or not any(_of_kind(block, kind) for kind in KINDS) for block in blocks.values()):
        found.append(_sum("summa", "/detalj/total_kostnad", tuple(f"/detalj/{name}/totalt" for name in BLOCKS)))
    found += [*_years(budget), *_summary(budget), *_between(budget)]
    return tuple(found)


def _sum(kind: str, total: str, terms: tuple[str, ...]) -> Sum:
    return Sum(kind, total, terms, slack=1)


def _of_kind(block: CostBlock, kind: str) -> tuple[CostRow, ...]:
    return {"lonekostnader": block.lonekostnader, "lokalkostnader": block.lokalkostnader, "ovriga_kostnader": block.ovriga_kostnader}[kind]


def _rows(block: CostBlock, at: str) -> Iterator[Sum]:
    for kind in KINDS:
        for n, row in enumerate(_of_kind(block, kind)):
            if row.belopp:
                yield _sum("rad", f"{at}/{kind}/{n}/summa", tuple(f"{at}/{kind}/{n}/belopp/{escaped(o)}" for o in row.belopp))


def _columns(block: CostBlock, at: str) -> Iterator[Sum]:
    for name in block.summor_per_organisation:
        sums = f"{at}/summor_per_organisation/{escaped(name)}"
        for kind in KINDS:
            rows = _of_kind(block, kind)
            terms = tuple(f"{at}/{kind}/{n}/belopp/{escaped(name)}" for n, row in enumerate(rows) if name in row.belopp)
            if terms:
                yield _sum("kolumn", f"{sums}/{kind}", terms)
        if _all_printed(block):
            yield _sum("kolumn", f"{sums}/totalt", tuple(f"{sums}/{kind}" for kind in KINDS))


def _block(block: CostBlock, at: str) -> Iterator[Sum]:
    organisations = [f"{at}/summor_per_organisation/{escaped(o)}" for o in block.summor_per_organisation]
    for kind in KINDS:
        rows = _of_kind(block, kind)
        if rows:
            yield _sum("summa", f"{at}/summa_{kind}", tuple(_rows_worth(block, kind, at)))
        if organisations:
            yield _sum("summa", f"{at}/summa_{kind}", tuple(f"{o}/{kind}" for o in organisations))
    if _all_printed(block):
        yield _sum("summa", f"{at}/totalt", tuple(f"{at}/summa_{kind}" for kind in KINDS))
    elif all(amount is None for amount in _printed(block)):
        yield _sum("summa", f"{at}/totalt", tuple(t for kind in KINDS for t in _rows_worth(block, kind, at)))
    if organisations:
        yield _sum("summa", f"{at}/totalt", tuple(f"{o}/totalt" for o in organisations))


def _all_printed(block: CostBlock) -> bool:
    """Has each kind with rows its printed sum? Where only some have, one was unread or left out: nothing can be said of the total."""
    return all(amount is not None or not _of_kind(block, kind) for kind, amount in zip(KINDS, _printed(block), strict=True))


def _printed(block: CostBlock) -> tuple[int | None, ...]:
    """The printed sums by kind. A budget of its author's own look has none, only a total of all rows."""
    return block.summa_lonekostnader, block.summa_lokalkostnader, block.summa_ovriga_kostnader


def _rows_worth(block: CostBlock, kind: str, at: str) -> Iterator[str]:
    """The figures that the rows of a kind add to their block."""
    return (t for n, row in enumerate(_of_kind(block, kind)) for t in _worth(row, f"{at}/{kind}/{n}"))


def _worth(row: CostRow, at: str) -> tuple[str, ...]:
    """The figures that a row adds to its block: its own sum, or where it has none its columns."""
    return (f"{at}/summa",) if row.summa is not None else tuple(f"{at}/belopp/{escaped(o)}" for o in row.belopp)


def _years(budget: Budget) -> Iterator[Sum]:
    for n in range(len(budget.per_ar)):
        parts = ("lonekostnader", "lokalkostnader", "ovriga_lokalkostnader", "ovriga_kostnader")
        yield _sum("per_ar", f"/per_ar/{n}/totalt", tuple(f"/per_ar/{n}/{part}" for part in parts))
    if budget.per_ar:
        years = range(len(budget.per_ar))
        total = _covered_by_years(budget)
        yield _sum("stammer", total, tuple(f"/per_ar/{n}/totalt" for n in years))
        if total == "/detalj/rekvireras/totalt":
            yield _sum("stammer", "/detalj/rekvireras/summa_lonekostnader", tuple(f"/per_ar/{n}/lonekostnader" for n in years))
            yield _sum("stammer", "/detalj/rekvireras/summa_ovriga_kostnader", tuple(f"/per_ar/{n}/ovriga_kostnader" for n in years))


def _covered_by_years(budget: Budget) -> str:
    """The total that the table per year spreads: some fill in the whole cost, most what is drawn from the association."""
    added = sum(row.totalt or 0 for row in budget.per_ar)
    drawn, whole = budget.detalj.rekvireras.totalt, budget.detalj.total_kostnad
    if whole is not None and added == whole != drawn:
        return "/detalj/total_kostnad"
    return "/detalj/rekvireras/totalt"


def _summary(budget: Budget) -> Iterator[Sum]:
    rows = range(len(budget.sammanstallning))
    for n in rows:
        row = f"/sammanstallning/{n}"
        yield _sum("sammanstallning", f"{row}/totalt", (f"{row}/rekvireras", f"{row}/egenfinansiering"))
    for column in ("rekvireras", "egenfinansiering", "totalt"):
        if rows:
            yield _sum("sammanstallning", f"/sammanstallning_summa/{column}", tuple(f"/sammanstallning/{n}/{column}" for n in rows))
    sums = "/sammanstallning_summa"
    yield _sum("sammanstallning", f"{sums}/totalt", (f"{sums}/rekvireras", f"{sums}/egenfinansiering"))


def _between(budget: Budget) -> Iterator[Sum]:
    """The summary and the detail say the same, organisation by organisation and in all."""
    for column in BLOCKS:
        yield _sum("stammer", f"/detalj/{column}/totalt", (f"/sammanstallning_summa/{column}",))
    yield _sum("stammer", "/detalj/total_kostnad", ("/sammanstallning_summa/totalt",))
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
                yield _sum("stammer", f"/sammanstallning/{n}/{column}", terms)


def _column_of(organisation: str | None, block: CostBlock) -> str | None:
    """The heading of this organisation's column in the detailed budget; None where no heading is like it."""
    columns = {name: None for kind in KINDS for row in _of_kind(block, kind) for name in row.belopp}
    wanted = _plain(organisation)
    likeness = {name: ratio(wanted, _plain(name)) for name in columns}
    best = max(likeness, key=lambda name: likeness[name], default=None)
    return best if wanted and best is not None and likeness[best] >= _SAME_NAME else None


def _plain(name: str | None) -> str:
    return fold(re.sub(r"\(.*?\)", " ", name or ""))
