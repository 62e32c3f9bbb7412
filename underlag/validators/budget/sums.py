"""The budget's figures add up, table by table and between the tables."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget_sums import BudgetSums
from underlag.validators.arithmetic import Arithmetic
from underlag.validators.budget.places import figure_name, row_name, rows
from underlag.validators.budget.unit import rounding
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor


def _name(case: Case[Ansokan], pointer: str) -> str:
    budget = case.record.budget
    assert budget is not None, "only a budget has figures"
    return figure_name(budget, pointer)


def _unit(case: Case[Ansokan]) -> float:
    return rounding(case, case.record.budget) if case.record.budget is not None else 1


SUMS = Arithmetic((BudgetSums("/budget"),), "/budget/detalj", _name, _unit, kronor)


def check_row_totals(case: Case[Ansokan]) -> Iterator[Judgment]:
    """A row with amounts has its total, in a budget whose rows have totals."""
    budget = case.record.budget
    if budget is None or all(row.summa is None for _, row in rows(budget)) or SUMS.audit(case).garbled:
        return
    for at, row in rows(budget):
        added = sum(row.belopp.values())
        if not added:
            continue
        places = (f"{at}/summa", f"{at}/belopp")
        if row.summa is not None:
            yield holds(f"{at}/summa")
        else:
            message = f"Totalkolumnen är tom för {row_name(row, at)}, fast raden har {kronor(added)}."
            yield case.broken_unless_scanned(places, message, added)


RULES = (
    Rule(
        id="budget.last",
        title="Budgetens tabeller gick att läsa",
        severity="varning",
        source="Budgetmallen",
        guidance="Kontrollera summorna i originalet.",
        check=SUMS.readable,
        needs=("/budget",),
    ),
    Rule(
        id="budget.rad",
        title="Radens belopp per organisation ger radens summa",
        severity="fel",
        source="Budgetmallen, ”Budget – detaljerad”",
        guidance="Kontrollera beloppen på raden och rätta det som är fel.",
        check=SUMS.adds_up("rad"),
        needs=("/budget",),
    ),
    Rule(
        id="budget.radsumma",
        title="Varje rad med belopp har en summa",
        severity="fel",
        source="Budgetmallen, kolumnen ”Att rekvirera – alla insatsägare”",
        guidance="Fyll i radens summa och räkna om totalerna.",
        check=check_row_totals,
        needs=("/budget/detalj",),
    ),
    Rule(
        id="budget.kolumn",
        title="Organisationens kolumn summerar",
        severity="fel",
        source="Budgetmallen, ”Budget – detaljerad”",
        guidance="Räkna om kolumnen.",
        check=SUMS.adds_up("kolumn"),
        needs=("/budget",),
    ),
    Rule(
        id="budget.summa",
        title="Den detaljerade budgetens summor stämmer",
        severity="fel",
        source="Budgetmallen, ”Budget – detaljerad”",
        guidance="Räkna om summan; kontrollera att alla rader och organisationer är med.",
        check=SUMS.adds_up("summa"),
        needs=("/budget",),
    ),
    Rule(
        id="budget.per_ar",
        title="Årets kostnader ger årets total",
        severity="fel",
        source="Budgetmallen, tabellen per år",
        guidance="Räkna om årets total.",
        check=SUMS.adds_up("per_ar"),
        needs=("/budget",),
    ),
    Rule(
        id="budget.sammanstallning",
        title="Sammanställningens rader och summor stämmer",
        severity="fel",
        source="Budgetmallen, ”Budgetsammanställning”",
        guidance="Räkna om sammanställningen.",
        check=SUMS.adds_up("sammanstallning"),
        needs=("/budget",),
    ),
    Rule(
        id="budget.stammer",
        title="Detaljerad budget, budget per år och sammanställning säger samma sak",
        severity="fel",
        source="Budgetmallen: sammanställningen hämtar sina belopp från den detaljerade budgeten",
        guidance="Rätta den tabell som är fel så att alla tabeller har samma belopp.",
        check=SUMS.adds_up("stammer"),
        needs=("/budget",),
    ),
)
