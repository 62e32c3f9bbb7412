"""What is drawn and what a post costs keep within what the policy sets, where it sets anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget, CostRow
from underlag.validators.budget.places import blocks, row_name, worth
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, share
from underlag.values.dates import years_between

_DRAWN = "/budget/detalj/rekvireras/totalt"


def check_years(case: Case[Ansokan]) -> Iterator[Judgment]:
    """No year of the table per year is above the cap."""
    cap, budget = case.in_force(case.policy.tak_per_ar), case.record.budget
    for n, row in enumerate(budget.per_ar) if budget is not None else ():
        if cap is None or row.totalt is None:
            continue
        at = f"/budget/per_ar/{n}/totalt"
        if row.totalt <= cap.varde:
            yield holds(at)
        else:
            message = f"Budgeten för år {row.ar} är {kronor(row.totalt)}, över taket {kronor(cap.varde)} för ett år ({cap.kalla})."
            yield case.broken((at,), message, cap.varde, row.totalt)


def check_whole(case: Case[Ansokan]) -> Iterator[Judgment]:
    """What is drawn in all is within the cap."""
    cap, budget = case.in_force(case.policy.tak_per_insats), case.record.budget
    drawn = budget.detalj.rekvireras.totalt if budget is not None else None
    if cap is None or drawn is None:
        return
    if drawn <= cap.varde:
        yield holds(_DRAWN)
    else:
        message = f"Insatsen rekvirerar {kronor(drawn)}, över taket {kronor(cap.varde)} för en insats ({cap.kalla})."
        yield case.broken((_DRAWN,), message, cap.varde, drawn)


def check_wages(case: Case[Ansokan]) -> Iterator[Judgment]:
    """A post costs what a full post costs, for its share of one and its time."""
    wanted, budget = case.in_force(case.policy.arslon_heltid), case.record.budget
    if wanted is None or budget is None:
        return
    span = f"{kronor(wanted.varde.lagst)}–{kronor(wanted.varde.hogst)}"
    for at, row in _wages(budget):
        yearly = _yearly(case, budget, row)
        if yearly is None:
            continue
        places = (f"{at}/summa", f"{at}/tjanst_procent")
        if wanted.varde.lagst <= yearly <= wanted.varde.hogst:
            yield holds(*places)
        else:
            message = (
                f"{row_name(row, at)} kostar omräknat {kronor(yearly)} för en heltid på ett år "
                f"({share(row.tjanst_procent or 0)} tjänst); det brukar vara {span} ({wanted.kalla})."
            )
            limit = wanted.varde.lagst if yearly < wanted.varde.lagst else wanted.varde.hogst
            yield case.broken(places, message[0].upper() + message[1:], limit, yearly)


def _wages(budget: Budget) -> Iterator[tuple[str, CostRow]]:
    for at, block in blocks(budget):
        for n, row in enumerate(block.lonekostnader):
            yield f"{at}/lonekostnader/{n}", row


def _yearly(case: Case[Ansokan], budget: Budget, row: CostRow) -> int | None:
    """The cost of a full post for a year in kronor; None where the amount, the share or the time isn't known."""
    time = case.record.insatstid
    start = row.start or budget.loptid.start or time.start
    end = row.slut or budget.loptid.slut or time.slut
    amount = worth(row)
    if not amount or not row.tjanst_procent or start is None or end is None or end < start:
        return None
    return round(amount / (row.tjanst_procent / 100) / years_between(date.fromisoformat(start), date.fromisoformat(end)))


RULES = (
    Rule(
        id="budget.tak_ar",
        title="Inget år kostar mer än taket för ett år",
        severity="varning",
        source="Policyn, tak_per_ar",
        guidance="Sänk budgeten för året eller motivera varför den är högre.",
        check=check_years,
        needs=("/budget/per_ar/*/totalt", "tak_per_ar"),
    ),
    Rule(
        id="budget.tak_insats",
        title="Insatsen kostar inte mer än taket för en insats",
        severity="varning",
        source="Policyn, tak_per_insats",
        guidance="Sänk budgeten eller motivera varför den är högre.",
        check=check_whole,
        needs=(_DRAWN, "tak_per_insats"),
    ),
    Rule(
        id="budget.arslon",
        title="En tjänst kostar vad en heltid brukar kosta",
        severity="varning",
        source="Policyn, arslon_heltid",
        guidance="Kontrollera beloppet, tjänstens omfattning och dess tid.",
        check=check_wages,
        needs=("/budget/detalj/*/lonekostnader/*/tjanst_procent", "arslon_heltid"),
    ),
)
