"""The rows of the budget are filled in: each within its time, each wage with its share of post."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.validators.budget.places import blocks, row_name, rows, worth
from underlag.validators.rule import Case, Judgment, Rule, holds


def check_rows(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget, time = case.record.budget, case.record.insatstid
    if budget is None:
        return
    first, last = time.start or budget.loptid.start, time.slut or budget.loptid.slut
    for at, row in rows(budget):
        if row.start is None and row.slut is None:
            continue
        wrong = [key for key, out in (("start", _out(row.start, first, last)), ("slut", _out(row.slut, first, last))) if out]
        if row.start is not None and row.slut is not None and row.start > row.slut:
            wrong = wrong or ["slut", "start"]
        if not wrong:
            yield holds(at)
            continue
        places = tuple(f"{at}/{key}" for key in wrong)
        span = f"{row.start or '?'}–{row.slut or '?'}"
        message = f"Tiden {span} för {row_name(row, at)} ligger utanför insatstiden {first or '?'}–{last or '?'}"
        ends = " eller slutar före sin start." if row.start and row.slut and row.start > row.slut else "."
        early = wrong[0] == "start"
        yield case.broken(places, message + ends, first if early else last, row.start if early else row.slut)


def _out(day: str | None, first: str | None, last: str | None) -> bool:
    return day is not None and ((first is not None and day < first) or (last is not None and day > last))


def check_posts(case: Case[Ansokan]) -> Iterator[Judgment]:
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
        id="tid.budgetrader",
        title="Kostnadernas tid ligger inom insatstiden",
        severity="fel",
        source="Budgetmallen, ”tidsperiod från–till”",
        guidance="Rätta radens tid; kostnader utanför insatstiden ersätts inte.",
        check=check_rows,
        needs=("/budget/detalj",),
    ),
    Rule(
        id="budget.tjanstegrad",
        title="Varje lönekostnad har tjänstens omfattning",
        severity="upplysning",
        source="Budgetmallen, ”tjänst i %”",
        guidance="Ange hur stor del av en heltid som tjänsten är.",
        check=check_posts,
        needs=("/budget/detalj/*/lonekostnader",),
    ),
)
