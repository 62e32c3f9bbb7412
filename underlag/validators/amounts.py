"""The budget's figures add up, table by table and between the tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from underlag.schemas.budget import Budget
from underlag.schemas.result import PartType
from underlag.schemas.sums import Figures, Mend, Relation, RelationKind, figures, mends, relations
from underlag.validators.budget_places import figure_name, row_name, rows
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor
from underlag.values.amounts import amounts_in

_BOTH: tuple[PartType, ...] = ("ansokan", "budget")
_ROUGHLY = re.compile(
    r"\b(?:ca|cirka|c:a|omkring|ungef[äa]r|knappt|drygt|runt)\b|\bm(?:n|se)?kr\b|miljon|\bt(?:se)?kr\b|\bkkr\b", re.IGNORECASE
)
_SAMPLE = 200
_WRONG_IN_SCAN, _PART_IN_SCAN = 4, 0.12
_WRONG, _PART = 8, 0.3


def written_unit(case: Case, budget: Budget) -> str | None:
    """Whether the amounts are written in kronor or thousands, as their digits on the page say; None where that can't be told.

    The record is in kronor; where its own digits stand on the page, kronor were written.
    """
    votes = {"kr": 0, "tkr": 0}
    for pointer, amount in list(figures(budget).items())[:_SAMPLE]:
        evidence = case.evidence.get(f"/budget{pointer}")
        if evidence is None or amount < 1000:
            continue
        digits = re.sub(r"\D", "", " ".join(place.text for place in evidence.places))
        if str(amount) in digits:
            votes["kr"] += 1
        elif amount % 1000 == 0 and str(amount // 1000) in digits:
            votes["tkr"] += 1
    if votes["kr"] == votes["tkr"]:
        return "kr" if any(amount % 1000 for amount in figures(budget).values()) else None
    return max(votes, key=lambda unit: votes[unit])


def tolerance(case: Case, budget: Budget) -> int:
    """What rounding may cost: one unit of what is written."""
    in_thousands = budget.angiven_enhet == "tkr" and all(amount % 1000 == 0 for amount in figures(budget).values())
    return 1000 if in_thousands and written_unit(case, budget) != "kr" else 1


@dataclass(frozen=True, slots=True)
class _Audit:
    """A budget's sums gone through once: its figures, which sums hold, what is wrong, and whether that is too much."""

    given: Figures
    holding: tuple[Relation, ...]
    wrong: tuple[Mend, ...]
    garbled: bool


@lru_cache(maxsize=1)
def _audit(case: Case) -> _Audit:
    """Every rule of this module looks at the same audit; a case is compared by identity."""
    budget = case.record.budget or Budget()
    slack, given = tolerance(case, budget), figures(budget)
    offs = [(relation, relation.off(given)) for relation in relations(budget)]
    checked = [(relation, off) for relation, off in offs if off is not None]
    wrong = mends(budget, tolerance=slack)
    few, part = (_WRONG_IN_SCAN, _PART_IN_SCAN) if case.scanned("/budget") else (_WRONG, _PART)
    garbled = len(wrong) >= few and len(wrong) > part * len(checked)
    return _Audit(given, tuple(relation for relation, off in checked if abs(off) <= slack), wrong, garbled)


def check_readable(case: Case) -> Iterator[Judgment]:
    if not _audit(case).given:
        return
    if _audit(case).garbled:
        message = "Budgetens tabeller stämmer inte på många ställen; de är troligen fel lästa. Kontrollera summorna i originalet."
        yield Judgment("undecided", ("/budget/detalj",), message)
    else:
        yield holds("/budget/detalj")


def _adds_up(kind: RelationKind) -> Callable[[Case], Iterator[Judgment]]:
    """The check of all relations of one kind."""

    def check(case: Case) -> Iterator[Judgment]:
        budget, audit = case.record.budget, _audit(case)
        if budget is None or audit.garbled:
            return
        for relation in audit.holding:
            if relation.kind == kind:
                yield holds(f"/budget{relation.total}")
        for mend in audit.wrong:
            if mend.relation.kind == kind:
                yield _mismatch(case, budget, mend, audit.given[mend.pointer])

    return check


def _mismatch(case: Case, budget: Budget, mend: Mend, actual: int) -> Judgment:
    at = (f"/budget{mend.pointer}", *(f"/budget{p}" for p in mend.others))
    name = figure_name(budget, at[0])
    if mend.pointer == mend.relation.total and len(mend.relation.terms) > 1:
        message = f"{name[0].upper()}{name[1:]} är {kronor(actual)}, men delarna summerar till {kronor(mend.value)}."
    else:
        other = figure_name(budget, f"/budget{mend.relation.total if mend.pointer != mend.relation.total else mend.relation.terms[0]}")
        message = f"{name[0].upper()}{name[1:]} är {kronor(actual)}, men för att stämma med {other} skulle det vara {kronor(mend.value)}."
    return case.broken(at, message, mend.value, actual)


def check_row_totals(case: Case) -> Iterator[Judgment]:
    """A row with amounts has its total, in a budget whose rows have totals."""
    budget = case.record.budget
    if budget is None or all(row.summa is None for _, row in rows(budget)) or _audit(case).garbled:
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


def check_sought(case: Case) -> Iterator[Judgment]:
    """The amount that the text applies for is the budget's amount to draw."""
    budget, sought = case.record.budget, case.record.sokt_belopp
    if budget is None or sought is None:
        return
    figure = [
        ("/budget/sammanstallning_summa/rekvireras", budget.sammanstallning_summa.rekvireras),
        ("/budget/detalj/rekvireras/totalt", budget.detalj.rekvireras.totalt),
    ]
    known = [(at, amount) for at, amount in figure if amount is not None]
    if not known:
        return
    slack = max(tolerance(case, budget), _rounding(case, sought))
    at = ("/sokt_belopp", *(place for place, _ in known))
    if any(abs(amount - sought) <= slack for _, amount in known):
        yield holds(*at)
        return
    message = f"Ansökan anger {kronor(sought)} som sökt belopp, men budgeten har {kronor(known[0][1])} att rekvirera."
    yield case.broken(at, message, known[0][1], sought)


def _rounding(case: Case, sought: int) -> int:
    """Half of the last digit that counts, where the text rounds ("cirka 2,4 mkr"); else nothing."""
    text = case.written("/sokt_belopp")
    if not _ROUGHLY.search(text) or not amounts_in(text):
        return 0
    zeros = len(str(sought)) - len(str(sought).rstrip("0"))
    return int(10**zeros) // 2


RULES = (
    Rule(
        id="budget.last",
        title="Budgetens tabeller gick att läsa",
        severity="varning",
        source="Budgetmallen",
        guidance="Kontrollera summorna i originalet.",
        check=check_readable,
        types=_BOTH,
    ),
    Rule(
        id="budget.rad",
        title="Radens belopp per organisation ger radens summa",
        severity="fel",
        source="Budgetmallen, ”Budget – detaljerad”",
        guidance="Kontrollera beloppen på raden och rätta det som är fel.",
        check=_adds_up("rad"),
        types=_BOTH,
    ),
    Rule(
        id="budget.radsumma",
        title="Varje rad med belopp har en summa",
        severity="fel",
        source="Budgetmallen, kolumnen ”Att rekvirera – alla insatsägare”",
        guidance="Fyll i radens summa och räkna om totalerna.",
        check=check_row_totals,
        types=_BOTH,
    ),
    Rule(
        id="budget.kolumn",
        title="Organisationens kolumn summerar",
        severity="fel",
        source="Budgetmallen, ”Budget – detaljerad”",
        guidance="Räkna om kolumnen.",
        check=_adds_up("kolumn"),
        types=_BOTH,
    ),
    Rule(
        id="budget.summa",
        title="Den detaljerade budgetens summor stämmer",
        severity="fel",
        source="Budgetmallen, ”Budget – detaljerad”",
        guidance="Räkna om summan; kontrollera att alla rader och organisationer är med.",
        check=_adds_up("summa"),
        types=_BOTH,
    ),
    Rule(
        id="budget.per_ar",
        title="Årets kostnader ger årets total",
        severity="fel",
        source="Budgetmallen, tabellen per år",
        guidance="Räkna om årets total.",
        check=_adds_up("per_ar"),
        types=_BOTH,
    ),
    Rule(
        id="budget.sammanstallning",
        title="Sammanställningens rader och summor stämmer",
        severity="fel",
        source="Budgetmallen, ”Budgetsammanställning”",
        guidance="Räkna om sammanställningen.",
        check=_adds_up("sammanstallning"),
        types=_BOTH,
    ),
    Rule(
        id="budget.stammer",
        title="Detaljerad budget, budget per år och sammanställning säger samma sak",
        severity="fel",
        source="Budgetmallen: sammanställningen hämtar sina belopp från den detaljerade budgeten",
        guidance="Rätta den tabell som är fel så att alla tabeller har samma belopp.",
        check=_adds_up("stammer"),
        types=_BOTH,
    ),
    Rule(
        id="budget.sokt",
        title="Sökt belopp är budgetens belopp att rekvirera",
        severity="fel",
        source="Ansökningsformuläret, ”Ange budget/finansiering”",
        guidance="Rätta beloppet i ansökan eller budgeten.",
        check=check_sought,
    ),
)
