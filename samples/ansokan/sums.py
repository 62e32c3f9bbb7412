"""Builds a budget whose sums are right, so that only a planted misprint is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from underlag.schemas.budget import KINDS, Budget, CostBlock, CostRow, Detail, OrganisationSums, Period, SummaryRow, Sums, YearRow

Rows = tuple[CostRow, ...]


def row(name: str, amounts: Mapping[str, int], percent: float | None = None, period: Period | None = None) -> CostRow:
    """A cost row; `amounts` maps organisation to kronor."""
    span = period or Period()
    return CostRow(
        benamning=name, tjanst_procent=percent, start=span.start, slut=span.slut, belopp=dict(amounts), summa=sum(amounts.values())
    )


def block(organisations: tuple[str, ...], wages: Rows = (), premises: Rows = (), other: Rows = ()) -> CostBlock:
    """A block with the sums of every kind and organisation."""
    kinds = dict(zip(KINDS, (wages, premises, other), strict=True))
    sums = {kind: sum(r.summa or 0 for r in rows) for kind, rows in kinds.items()}
    return CostBlock(
        lonekostnader=wages,
        lokalkostnader=premises,
        ovriga_kostnader=other,
        summa_lonekostnader=sums["lonekostnader"],
        summa_lokalkostnader=sums["lokalkostnader"],
        summa_ovriga_kostnader=sums["ovriga_kostnader"],
        totalt=sum(sums.values()),
        summor_per_organisation={name: _column(name, kinds) for name in organisations},
    )


def year(number: int, wages: int, premises: int | None, other_premises: int | None, other: int) -> YearRow:
    """One year with its total."""
    total = wages + (premises or 0) + (other_premises or 0) + other
    return YearRow(
        ar=number, lonekostnader=wages, lokalkostnader=premises, ovriga_lokalkostnader=other_premises, ovriga_kostnader=other, totalt=total
    )


def budget(
    name: str | None, period: Period, unit: Literal["kr", "tkr"], blocks: tuple[CostBlock, CostBlock], years: tuple[YearRow, ...]
) -> Budget:
    """The whole budget; `blocks` are what is drawn and what the parties pay themselves."""
    drawn, own = blocks
    total = (drawn.totalt or 0) + (own.totalt or 0)
    rows = tuple(_summary(organisation, drawn, own) for organisation in drawn.summor_per_organisation)
    return Budget(
        insatsens_namn=name,
        loptid=period,
        angiven_enhet=unit,
        detalj=Detail(rekvireras=drawn, egenfinansiering=own, total_kostnad=total),
        per_ar=years,
        sammanstallning=rows,
        sammanstallning_summa=Sums(rekvireras=drawn.totalt, egenfinansiering=own.totalt, totalt=total),
    )


def _column(name: str, kinds: Mapping[str, Rows]) -> OrganisationSums:
    sums = [sum(r.belopp.get(name, 0) for r in kinds[kind]) for kind in KINDS]
    return OrganisationSums(lonekostnader=sums[0], lokalkostnader=sums[1], ovriga_kostnader=sums[2], totalt=sum(sums))


def _summary(organisation: str, drawn: CostBlock, own: CostBlock) -> SummaryRow:
    sought = drawn.summor_per_organisation[organisation].totalt or 0
    paid = own.summor_per_organisation[organisation].totalt or 0
    return SummaryRow(organisation=organisation, rekvireras=sought, egenfinansiering=paid, totalt=sought + paid)
