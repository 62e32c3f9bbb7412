"""The budget annex as the template has it: detail, per year, summary; a `Ledger` says how a copy of it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.document import Document as DocxDocument
from docx.table import Table

from samples import paper, wording
from samples.ansokan.application import Application
from underlag.schemas.budget import Budget, CostBlock, CostRow

_KINDS = (("Lönekostnader", "lonekostnader"), ("Lokalkostnader", "lokalkostnader"), ("Övriga kostnader", "ovriga_kostnader"))


@dataclass(frozen=True, slots=True)
class Ledger:
    """How a copy of the template looks. `idle` lists, by kind, rows that are printed although they are empty; `zero` is what
    their total column shows. `numbered`: wage rows carry "1. ". `years` heads the columns per year.
    """

    unit: str
    amount: Callable[[int | None], str] = wording.kronor
    day: Callable[[str | None], str] = wording.iso
    head: str = "D9D9D9"
    fill: str = "E2EFDA"
    size: float = 7.5
    zero: str = "0"
    numbered: bool = False
    total: str = "ATT REKVIRERA - ALLA INSATSÄGARE"
    idle: tuple[tuple[str, ...], ...] = ((), (), ())
    label: float = 5.2
    column: float = 2.9


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    bold: bool = False
    head: bool = False


def annex(document: DocxDocument, app: Application, style: Ledger) -> None:
    """All three tables, each under its heading."""
    budget = app.printed_budget
    name = app.budget_name or app.insats
    span = f"{style.day(budget.loptid.start)} - {style.day(budget.loptid.slut)}"
    paper.line(document, f"Budget - detaljerad {name}", bold=True, size=13)
    paper.line(document, f"Insatsens löptid: {span}")
    paper.line(document, "Fyll i färgmarkerade fält:", italic=True, size=8)
    paper.line(document, "Kostnader att rekvirera från Samordningsförbundet", bold=True)
    rows = list(_Sheet(budget, style, app.spare_columns).rows())
    widths = (style.label, 1.8, 1.9, 1.9, *(style.column for _ in rows[0].cells[4:-1]), style.column)
    _print(paper.table(document, len(rows), widths), rows, style)
    paper.break_page(document)
    per_year(document, budget, style)
    paper.line(document)
    paper.line(document, f"Budgetsammanställning {name}", bold=True, size=13)
    summary(document, app, budget, style)


def per_year(document: DocxDocument, budget: Budget, style: Ledger) -> None:
    """The table "ÅR 1 …"."""
    years = budget.per_ar
    rows = [
        _Row(("", *(f"ÅR {n + 1}" for n in range(len(years)))), bold=True, head=True),
        _Row(("", *(str(y.ar) for y in years)), bold=True, head=True),
        _Row(("LÖNEKOSTNADER inkl P.O tillägg", *(style.amount(y.lonekostnader) for y in years))),
        _Row(("LOKALKOSTNADER", *("" for _ in years)), bold=True),
        _Row(("Lokalkostnader", *(style.amount(y.lokalkostnader) for y in years))),
        _Row(("Övriga lokalkostnader", *(style.amount(y.ovriga_lokalkostnader) for y in years))),
        _Row(("ÖVRIGA KOSTNADER", *(style.amount(y.ovriga_kostnader) for y in years))),
        _Row(("TOTALT", *(style.amount(y.totalt) for y in years)), bold=True),
    ]
    _print(paper.table(document, len(rows), (6.4, *(3.0 for _ in years))), rows, style)


def summary(document: DocxDocument, app: Application, budget: Budget, style: Ledger) -> None:
    """ "Budgetsammanställning": a row of role above each organisation."""
    head = ("Att rekvirera från Samordningsförbundet", "Projektägarnas egenfinansiering", "Totalt projektet")
    rows = [
        _Row(("Projektets löptid", style.day(budget.loptid.start), style.day(budget.loptid.slut), "")),
        _Row((style.unit, *head), bold=True, head=True),
    ]
    for n, row in enumerate(budget.sammanstallning):
        rows.append(_Row((_role(n, "Delinsatsägare "), "", "", ""), bold=True))
        rows.append(_Row((row.organisation or "", *map(style.amount, (row.rekvireras, row.egenfinansiering, row.totalt)))))
    for n in range(len(budget.sammanstallning), len(budget.sammanstallning) + app.spare_columns):
        rows += [_Row((_role(n, "Delinsatsägare "), "", "", ""), bold=True), _Row(("NAMN", style.zero, style.zero, style.zero))]
    total = budget.sammanstallning_summa
    rows.append(_Row(("Summa", *map(style.amount, (total.rekvireras, total.egenfinansiering, total.totalt))), bold=True))
    _print(paper.table(document, len(rows), (5.6, 3.8, 3.8, 3.4)), rows, style)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The detailed budget, row by row; `organisations` head its columns, `spare` placeholder columns follow."""

    budget: Budget
    style: Ledger
    spare: int

    @property
    def organisations(self) -> tuple[str, ...]:
        return tuple(self.budget.detalj.rekvireras.summor_per_organisation)

    def rows(self) -> Iterator[_Row]:
        detail, columns = self.budget.detalj, len(self.organisations) + self.spare
        roles = tuple(_role(n, "Delinsatsägare") for n in range(columns))
        names = (*self.organisations, *("NAMN",) * self.spare, "")
        yield _Row((self.style.unit, "", "", "", *roles, self.style.total), bold=True, head=True)
        yield _Row(("", "", "", "", *names), bold=True, head=True)
        yield from self._block(detail.rekvireras, ("Lönekostnader inkl PO-pålägg", "tjänst i %", "från", "till"))
        yield self._sum("Totalt från Samordningsförbundet", detail.rekvireras, "totalt")
        yield _Row(("Egenfinansiering", "", "", "", *names), bold=True, head=True)
        yield from self._block(detail.egenfinansiering, ("Lönekostnader inkl po-pål", "tjänst i %", "", ""))
        yield self._sum("Summa egenfinansiering", detail.egenfinansiering, "totalt")
        yield self._whole("Total kostnad för insatsen")

    def _block(self, costs: CostBlock, wage_heading: tuple[str, str, str, str]) -> Iterator[_Row]:
        """The rows of what is drawn, or of own financing, with a sum after each kind."""
        blank = ("",) * (len(self.organisations) + self.spare + 1)
        for n, (label, kind) in enumerate(_KINDS):
            wages = kind == "lonekostnader"
            yield _Row((*(wage_heading if wages else (label, "", "", "")), *blank), bold=True)
            rows: tuple[CostRow, ...] = getattr(costs, kind)
            for number, row in enumerate(rows, 1):
                yield self._cost(row, f"{number}. " if self.style.numbered and wages else "")
            for idle in self.style.idle[n]:
                if idle not in {r.benamning for r in rows}:
                    yield _Row((idle, "", "", "", *blank[1:], self.style.zero))
            yield self._sum(f"Summa {label.lower()}", costs, kind)

    def _cost(self, row: CostRow, number: str) -> _Row:
        amounts = (self.style.amount(row.belopp.get(o)) for o in self.organisations)
        terms = (wording.percent(row.tjanst_procent), self.style.day(row.start), self.style.day(row.slut))
        return _Row((f"{number}{row.benamning}", *terms, *amounts, *("",) * self.spare, self.style.amount(row.summa)))

    def _sum(self, label: str, costs: CostBlock, kind: str) -> _Row:
        whole: int | None = getattr(costs, "totalt" if kind == "totalt" else f"summa_{kind}")
        columns: list[int | None] = [getattr(costs.summor_per_organisation[o], kind) for o in self.organisations]
        share = sum(r.tjanst_procent or 0 for r in costs.lonekostnader)
        posts = wording.percent(share) if kind == "lonekostnader" else ""
        amounts = (*map(self.style.amount, columns), *(self.style.zero,) * self.spare, self.style.amount(whole))
        return _Row((label, posts, "", "", *amounts), bold=True)

    def _whole(self, label: str) -> _Row:
        blocks = (self.budget.detalj.rekvireras, self.budget.detalj.egenfinansiering)
        both = (sum(b.summor_per_organisation[o].totalt or 0 for b in blocks) for o in self.organisations)
        amounts = (*map(self.style.amount, both), *(self.style.zero,) * self.spare, self.style.amount(self.budget.detalj.total_kostnad))
        return _Row((label, "", "", "", *amounts), bold=True, head=True)


def _role(number: int, later: str) -> str:
    if number == 0:
        return "Huvudinsatsägare"
    return f"{later}{number}" if later.endswith(" ") else later


def _print(table: Table, rows: list[_Row], style: Ledger) -> None:
    for cells, row in zip((r.cells for r in table.rows), rows, strict=True):
        for n, (cell, text) in enumerate(zip(cells, row.cells, strict=True)):
            paragraph = paper.line(cell, text, bold=row.bold, size=style.size)
            paragraph.paragraph_format.space_after = 0
            if n and not row.head:
                paper.right(paragraph)
            if row.head:
                paper.shade(cell, style.head)
            elif style.fill and not row.bold and 0 < n < len(cells) - 1:
                paper.shade(cell, style.fill)
