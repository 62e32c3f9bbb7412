"""What the parties pay themselves stands in the budget with amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget
from underlag.validators.budget.places import row_name, rows, worth
from underlag.validators.organisations import plain
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, quoted, share

_OWN = "/budget/detalj/egenfinansiering"
_SAYS_SELF = re.compile(r"egen\w*\s*\w*finansier|sj[äa]lvfinansier|finansier\w* sj[äa]lv", re.IGNORECASE)
_STAFF_OF = {"arbetsformedlingen": "arbetsformedl", "forsakringskassan": "forsakringskass"}


def check_rows(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget = case.record.budget
    for at, row in rows(budget) if budget is not None else ():
        if not at.startswith(_OWN) or not row.tjanst_procent:
            continue
        if worth(row):
            yield holds(f"{at}/summa")
        else:
            name = row_name(row, at)
            message = f"{name[0].upper()}{name[1:]} anges på {share(row.tjanst_procent)} men utan belopp."
            judged = case.broken_unless_scanned if row.summa is None else case.broken
            yield judged((f"{at}/summa", f"{at}/tjanst_procent"), message, None, row.summa)


def check_summary(case: Case[Ansokan]) -> Iterator[Judgment]:
    """A party said in the summary to pay for itself does so, and draws no post of its own."""
    budget = case.record.budget
    for n, row in enumerate(budget.sammanstallning if budget is not None else ()):
        at = f"/budget/sammanstallning/{n}"
        if budget is None or row.organisation is None or not _SAYS_SELF.search(row.organisation):
            continue
        drawn = _drawn_posts(budget, row.organisation)
        if drawn:
            where, amount = drawn[0]
            drawn_post = f"{where[1]} på {kronor(amount)} ska rekvireras från förbundet"
            message = f"Sammanställningen säger {quoted(row.organisation)}, men {drawn_post}."
            yield case.broken((f"{at}/organisation", where[0]), message, 0, amount)
        elif row.egenfinansiering:
            yield holds(at)
        else:
            message = f"Sammanställningen säger {quoted(row.organisation)}, men ingen egenfinansiering är angiven på raden."
            yield case.broken((f"{at}/organisation", f"{at}/egenfinansiering"), message, None, row.egenfinansiering)


def _drawn_posts(budget: Budget, organisation: str) -> list[tuple[tuple[str, str], int]]:
    stem = _STAFF_OF.get(plain(organisation), "")
    found = []
    for at, row in rows(budget):
        if stem and "/rekvireras/" in at and stem in plain(row.benamning).replace(" ", ""):
            found.append(((at, row_name(row, at)), worth(row) or 0))
    return [(where, amount) for where, amount in found if amount]


def check_any(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget = case.record.budget
    if budget is None:
        return
    own = budget.detalj.egenfinansiering
    printed = (own.totalt, budget.sammanstallning_summa.egenfinansiering)
    amounts = (*printed, *(worth(row) for at, row in rows(budget) if at.startswith(_OWN)))
    if any(amounts):
        yield holds(f"{_OWN}/totalt")
    elif all(amount is None for amount in amounts):
        yield Judgment("undecided", (f"{_OWN}/totalt",), "Uppgift om egenfinansiering hittades inte i budgeten; kontrollera i originalet.")
    else:
        yield Judgment("broken", (f"{_OWN}/totalt",), "Ingen part bidrar med egenfinansiering enligt budgeten.", None, 0)


RULES = (
    Rule(
        id="egenfinansiering.rad",
        title="En egenfinansierad tjänst har ett belopp",
        severity="varning",
        source="Budgetmallen, ”Egenfinansiering”",
        guidance="Ange vad tjänsten kostar, eller stryk raden.",
        check=check_rows,
        needs=("/budget/detalj/egenfinansiering/*/*/tjanst_procent",),
    ),
    Rule(
        id="egenfinansiering.part",
        title="En part som sägs finansiera sig själv gör det",
        severity="varning",
        source="Budgetmallen, ”Budgetsammanställning”",
        guidance="Kontrollera vem som betalar och rätta sammanställningen eller den detaljerade budgeten.",
        check=check_summary,
        needs=("/budget/sammanstallning/*/organisation",),
    ),
    Rule(
        id="egenfinansiering.finns",
        title="Egenfinansiering är angiven",
        severity="upplysning",
        source="Budgetmallen, ”Egenfinansiering”",
        guidance="Kontrollera att det stämmer; ange annars vad parterna betalar själva.",
        check=check_any,
    ),
)
