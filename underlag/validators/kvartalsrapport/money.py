"""The quarter's money: within its budget, and written in kronor."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.validators.bands import in_bands
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, share

_BUDGET, _OUTCOME, _FORECAST = "/budget/budget", "/budget/utfall", "/budget/prognos"
_TKR = 1_000
"""Kronor; figures in thousands are rounded to as much."""
_UNITS_APART = 50
"""So many times one amount of a quarter is not the other, unless one of them is in thousands."""
_FAR_BELOW = 0.5
"""Of the budget; with half of it unused no one would say that there is no deviation."""
_MOST = 50_000_000
"""Kronor; no quarter of one insats costs as much."""


def _of_one_unit(budget: int, other: int) -> bool:
    return other <= 0 or budget / _UNITS_APART < other < budget * _UNITS_APART


def check_outcome(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    budget, outcome = case.record.budget.budget, case.record.budget.utfall
    if not budget or outcome is None or not _of_one_unit(budget, outcome):
        return
    if outcome <= budget + _TKR:
        yield holds(_OUTCOME, _BUDGET)
        return
    silent = case.record.avvikelse_budget.svar is False
    message = f"Utfallet är {kronor(outcome)}, {share(round(100 * outcome / budget))} av kvartalets budget på {kronor(budget)}"
    message += ", men ingen avvikelse från budgeten anges." if silent else "."
    at = (_OUTCOME, _BUDGET, "/avvikelse_budget/svar") if silent else (_OUTCOME, _BUDGET)
    yield case.broken(at, message, budget, outcome, rests_on=(_OUTCOME, _BUDGET))


def check_bands(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    budget, outcome = case.record.budget.budget, case.record.budget.utfall
    if not budget or outcome is None or outcome > budget + _TKR or not _of_one_unit(budget, outcome):
        return
    part = round(100 * outcome / budget, 1)
    yield from in_bands(case, part, (_OUTCOME, _BUDGET), f"Utfallet är {share(part)} av kvartalets budget")


def check_deviation(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """That there is no deviation from the budget can't be said of an outcome far below it; one above it is another rule's."""
    money, deviates = case.record.budget, case.record.avvikelse_budget.svar
    if not money.budget or money.utfall is None or deviates is None or not _of_one_unit(money.budget, money.utfall):
        return
    at = ("/avvikelse_budget/svar", _OUTCOME, _BUDGET)
    if deviates or money.utfall >= money.budget * _FAR_BELOW:
        yield holds(*at)
    else:
        part = share(round(100 * money.utfall / money.budget))
        message = f"Ingen avvikelse från budgeten anges, men utfallet är {kronor(money.utfall)}, bara {part} av {kronor(money.budget)}."
        yield case.broken(at, message, True, False)


def check_forecast(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    money = case.record.budget
    if not money.budget or money.prognos is None or not _of_one_unit(money.budget, money.prognos):
        return
    if money.prognos > money.budget + _TKR:
        message = f"Prognosen är {kronor(money.prognos)}, mer än kvartalets budget på {kronor(money.budget)}."
        yield case.broken((_FORECAST, _BUDGET), message, money.budget, money.prognos)
    elif money.utfall is not None and money.utfall > money.prognos + _TKR and _of_one_unit(money.budget, money.utfall):
        message = f"Utfallet är {kronor(money.utfall)}, mer än prognosen för samma kvartal på {kronor(money.prognos)}."
        yield case.broken((_FORECAST, _OUTCOME), message, money.prognos, money.utfall, severity="upplysning")
    else:
        yield holds(_FORECAST, _BUDGET)


def check_size(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    """Amounts of unlikely size, as where one of them is in thousands."""
    money = case.record.budget
    given = {_BUDGET: money.budget, _OUTCOME: money.utfall, _FORECAST: money.prognos}
    for at, amount in given.items():
        if amount is None:
            continue
        if amount < 0 or amount > _MOST:
            yield case.broken((at,), f"Beloppet {kronor(amount)} är orimligt för ett kvartal.", None, amount)
        elif money.budget and not _of_one_unit(money.budget, amount):
            message = f"Beloppet {kronor(amount)} och kvartalets budget på {kronor(money.budget)} ser ut att ha olika enheter (kr och tkr)."
            yield case.broken((at, _BUDGET), message, None, amount)
        else:
            yield holds(at)


RULES = (
    Rule(
        id="budget.utfall",
        title="Utfallet ryms i kvartalets budget",
        severity="varning",
        source="Kvartalsrapporten, budget och utfall",
        guidance="Kontrollera beloppen och vad det högre utfallet beror på.",
        check=check_outcome,
        needs=(_BUDGET, _OUTCOME),
    ),
    Rule(
        id="budget.forbrukning",
        title="Budgeten förbrukas i den takt som förbundet räknar med",
        severity="varning",
        source="Policyn, budget_forbrukning",
        guidance="Följ upp med insatsägaren vad det beror på.",
        check=check_bands,
        needs=(_BUDGET, _OUTCOME, "budget_forbrukning"),
    ),
    Rule(
        id="budget.avvikelse",
        title="Ett utfall långt under budgeten anges som en avvikelse",
        severity="varning",
        source="Kvartalsrapporten, budget, utfall och ”Avvikelse från budget?”",
        guidance="Kontrollera beloppen och svaret; skriv vad avvikelsen beror på.",
        check=check_deviation,
        needs=(_BUDGET, _OUTCOME),
    ),
    Rule(
        id="budget.prognos",
        title="Prognosen ryms i kvartalets budget",
        severity="varning",
        source="Kvartalsrapporten, budget och prognos",
        guidance="Kontrollera beloppen och vad den högre prognosen beror på.",
        check=check_forecast,
        needs=(_BUDGET, _FORECAST),
    ),
    Rule(
        id="budget.storlek",
        title="Kvartalets belopp har rimlig storlek",
        severity="varning",
        source="Kvartalsrapporten, budget, utfall och prognos",
        guidance="Kontrollera beloppen och om de är i kronor eller tusental kronor.",
        check=check_size,
        needs=("/budget",),
    ),
)
