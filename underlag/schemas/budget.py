"""The budget of an insats: its record and the sums that must hold in it.

The sums are declared once, as data, and serve both the rules and (for scans) the repair of misread figures. Source: the
budget template of the application form ("Budget - detaljerad", "Budgetsammanställning", the table per year).
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.result import Model

KINDS = ("lonekostnader", "lokalkostnader", "ovriga_kostnader")
BLOCKS = ("rekvireras", "egenfinansiering")


class Period(Model):
    """From and to, ISO dates, both days included."""

    start: str | None = None
    slut: str | None = None


class CostRow(Model):
    """One row of the detailed budget. `belopp` maps the column's heading as written to whole kronor."""

    benamning: str | None = None
    tjanst_procent: float | None = None
    start: str | None = None
    slut: str | None = None
    belopp: dict[str, int] = {}
    summa: int | None = None


class OrganisationSums(Model):
    """The printed sums of one organisation's column."""

    lonekostnader: int | None = None
    lokalkostnader: int | None = None
    ovriga_kostnader: int | None = None
    totalt: int | None = None


class CostBlock(Model):
    """One block of the detailed budget; the sums are the printed totals over all organisations."""

    lonekostnader: tuple[CostRow, ...] = ()
    lokalkostnader: tuple[CostRow, ...] = ()
    ovriga_kostnader: tuple[CostRow, ...] = ()
    summa_lonekostnader: int | None = None
    summa_lokalkostnader: int | None = None
    summa_ovriga_kostnader: int | None = None
    totalt: int | None = None
    summor_per_organisation: dict[str, OrganisationSums] = {}


class Detail(Model):
    """The detailed budget: what is drawn from the association, what the parties pay, and the whole."""

    rekvireras: CostBlock = CostBlock()
    egenfinansiering: CostBlock = CostBlock()
    total_kostnad: int | None = None


class YearRow(Model):
    """One year of the table per year."""

    ar: int
    lonekostnader: int | None = None
    lokalkostnader: int | None = None
    ovriga_lokalkostnader: int | None = None
    ovriga_kostnader: int | None = None
    totalt: int | None = None


class Sums(Model):
    """Drawn, own and whole."""

    rekvireras: int | None = None
    egenfinansiering: int | None = None
    totalt: int | None = None


class SummaryRow(Sums):
    """One organisation of the summary."""

    organisation: str | None = None


class Budget(Model):
    """The budget, in whole kronor whatever its heading claims (`angiven_enhet` keeps the claim)."""

    insatsens_namn: str | None = None
    loptid: Period = Period()
    angiven_enhet: Literal["kr", "tkr"] | None = None
    detalj: Detail = Detail()
    per_ar: tuple[YearRow, ...] = ()
    sammanstallning: tuple[SummaryRow, ...] = ()
    sammanstallning_summa: Sums = Sums()
