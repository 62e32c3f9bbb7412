"""In which unit the budget's amounts are written, whatever its heading says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget
from underlag.schemas.budget_sums import budget_figures
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor

_SAMPLE = 200


def written_unit(case: Case[Ansokan], budget: Budget) -> str | None:
    """Whether the amounts are written in kronor or thousands, as their digits on the page say; None where that can't be told.

    The record is in kronor; where its own digits stand on the page, kronor were written.
    """
    votes = {"kr": 0, "tkr": 0}
    for pointer, amount in list(budget_figures(budget).items())[:_SAMPLE]:
        evidence = case.evidence.get(f"/budget{pointer}")
        if evidence is None or amount < 1000:
            continue
        digits = re.sub(r"\D", "", " ".join(place.text for place in evidence.places))
        if str(amount) in digits:
            votes["kr"] += 1
        elif amount % 1000 == 0 and str(amount // 1000) in digits:
            votes["tkr"] += 1
    if votes["kr"] == votes["tkr"]:
        return "kr" if any(amount % 1000 for amount in budget_figures(budget).values()) else None
    return max(votes, key=lambda unit: votes[unit])


def rounding(case: Case[Ansokan], budget: Budget) -> int:
    """What rounding may cost: one unit of what is written."""
    in_thousands = budget.angiven_enhet == "tkr" and all(amount % 1000 == 0 for amount in budget_figures(budget).values())
    return 1000 if in_thousands and written_unit(case, budget) != "kr" else 1


def check_unit(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget = case.record.budget
    if budget is None or budget.angiven_enhet is None or not any(budget_figures(budget).values()):
        return
    at, said, written = "/budget/angiven_enhet", budget.angiven_enhet, written_unit(case, budget)
    largest = max(budget_figures(budget).values())
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


RULES = (
    Rule(
        id="budget.enhet",
        title="Beloppen är skrivna i den enhet som rubriken anger",
        severity="varning",
        source="Budgetmallen, ”Kostnader i tkr”",
        guidance="Ändra rubriken eller beloppen så att enheten stämmer.",
        check=check_unit,
        needs=("/budget/angiven_enhet",),
    ),
)
