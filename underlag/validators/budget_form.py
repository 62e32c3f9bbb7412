"""The budget is there, in the unit that it says, under its own name, for the parties of the application."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from underlag.schemas.sums import figures
from underlag.validators.amounts import written_unit
from underlag.validators.budget_places import blocks, row_name, worth
from underlag.validators.organisations import ALIKE, likeness, parties
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, quoted
from underlag.values.folding import fold

_SAME_INSATS = 55.0


def check_there(case: Case) -> Iterator[Judgment]:
    budget = case.record.budget
    given = figures(budget) if budget is not None else {}
    if any(given.values()):
        yield holds("/budget")
    else:
        message = "Någon budget hittades inte i ansökan." if budget is None else "Budgeten har inga belopp."
        yield case.broken_unless_scanned(("/budget",), message)


def check_unit(case: Case) -> Iterator[Judgment]:
    budget = case.record.budget
    if budget is None or budget.angiven_enhet is None or not any(figures(budget).values()):
        return
    at, said, written = "/budget/angiven_enhet", budget.angiven_enhet, written_unit(case, budget)
    largest = max(figures(budget).values())
    if written is None:
        message = f"Budgetens rubrik säger {said}; om beloppen är skrivna så går inte att avgöra. Kontrollera."
        yield Judgment("undecided", (at,), message, None, said)
    elif written == said:
        yield holds(at)
    elif said == "tkr":
        message = f"Tabellerna har rubriken ”i tkr” fast beloppen är skrivna i hela kronor (störst är {kronor(largest)})."
        yield case.broken((at,), message, "kr", said)
    else:
        message = f"Budgeten anger kronor fast beloppen är skrivna i tusental (störst är {kronor(largest)})."
        yield case.broken((at,), message, "tkr", said)


def check_name(case: Case) -> Iterator[Judgment]:
    budget, name = case.record.budget, case.record.insatsens_namn
    if budget is None or budget.insatsens_namn is None or name is None:
        return
    at = ("/budget/insatsens_namn", "/insatsens_namn")
    if token_set_ratio(fold(budget.insatsens_namn), fold(name)) >= _SAME_INSATS:
        yield holds(*at)
    else:
        message = f"Budgeten heter {quoted(budget.insatsens_namn)}, men insatsen {quoted(name)}."
        yield case.broken(at, message, name, budget.insatsens_namn)


def check_parties(case: Case) -> Iterator[Judgment]:
    """Whoever has money in the summary is a party of the application."""
    budget = case.record.budget
    names = [party.organisation for _, party in parties(case.record) if party.organisation is not None]
    if budget is None or not names:
        return
    for n, row in enumerate(budget.sammanstallning):
        at = f"/budget/sammanstallning/{n}/organisation"
        if row.organisation is None:
            continue
        if any(likeness(row.organisation, name) >= ALIKE for name in names):
            yield holds(at)
        else:
            message = f"{quoted(row.organisation)} står i budgetens sammanställning men inte bland ansökans parter."
            yield case.broken_unless_scanned((at,), message, None, row.organisation)


def check_posts(case: Case) -> Iterator[Judgment]:
    """A wage has its share of post."""
    budget = case.record.budget
    for at, block in blocks(budget) if budget is not None else ():
        for n, row in enumerate(block.lonekostnader):
            here = f"{at}/lonekostnader/{n}"
            if row.tjanst_procent is not None:
                yield holds(f"{here}/tjanst_procent")
            elif worth(row) and not case.scanned(here):
                message = f"Tjänstens omfattning i procent saknas för {row_name(row, here)}."
                yield Judgment("broken", (f"{here}/tjanst_procent",), message)


RULES = (
    Rule(
        id="budget.saknas",
        title="Ansökan har en budget",
        severity="varning",
        source="Ansökningsformuläret, ”Ange budget/finansiering (separat budget ska bifogas enligt mall)”",
        guidance="Bifoga budgeten enligt mallen.",
        check=check_there,
    ),
    Rule(
        id="budget.enhet",
        title="Beloppen är skrivna i den enhet som rubriken anger",
        severity="varning",
        source="Budgetmallen, ”Kostnader i tkr”",
        guidance="Ändra rubriken eller beloppen så att enheten stämmer.",
        check=check_unit,
        types=("ansokan", "budget"),
    ),
    Rule(
        id="budget.namn",
        title="Budgeten gäller den insats som ansökan gäller",
        severity="varning",
        source="Budgetmallen, ”Insatsens namn”",
        guidance="Kontrollera att rätt budget är bifogad och skriv insatsens namn.",
        check=check_name,
    ),
    Rule(
        id="budget.parter",
        title="Budgetens organisationer är parter i ansökan",
        severity="varning",
        source="Budgetmallen, ”Budgetsammanställning”",
        guidance="Lägg till organisationen som part eller rätta budgeten.",
        check=check_parties,
    ),
    Rule(
        id="budget.tjanstegrad",
        title="Varje lönekostnad har tjänstens omfattning",
        severity="upplysning",
        source="Budgetmallen, ”tjänst i %”",
        guidance="Ange hur stor del av en heltid som tjänsten är.",
        check=check_posts,
        types=("ansokan", "budget"),
    ),
)
