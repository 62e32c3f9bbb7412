"""What the statements say of the year: that they are there, of that year, and how it went."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.account_links import YEARS_RESULT
from underlag.schemas.arsredovisning import AccountRow, Arsredovisning
from underlag.validators.bands import in_bands
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, quoted, share
from underlag.values.folding import fold

_ASKED = {"resultatrakning": "Resultaträkningen", "balansrakning": "Balansräkningen", "noter": "Noterna"}
_ALL = 100.5
"""Percent of a budget, with rounding."""


def years_result(case: Case[Arsredovisning]) -> tuple[str, int] | None:
    """The result of the report's year with its pointer; None where the statement does not tell it."""
    for n, row in reversed([*enumerate(case.record.resultatrakning)]):
        if row.post and YEARS_RESULT.search(fold(row.post)):
            return next(((f"/resultatrakning/{n}/belopp/{c}", a) for c, a in _amounts(row) if c[:4] == str(case.record.ar)), None)
    return None


def _amounts(row: AccountRow) -> list[tuple[str, int]]:
    return [(column, amount) for column, amount in row.belopp.items() if amount is not None]


def check_there(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    for key, name in _ASKED.items():
        if case.value(f"/{key}"):
            yield holds(f"/{key}")
        else:
            message = f"{name} hittades inte; den kan finnas som en bild eller i en egen handling."
            yield case.broken_unless_scanned((f"/{key}",), message.replace("den kan", "de kan") if key == "noter" else message)


def check_year(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    """The last year in the statements is that of the report."""
    year = case.record.ar
    for key, rows in (("resultatrakning", case.record.resultatrakning), ("balansrakning", case.record.balansrakning)):
        last = max((int(column[:4]) for row in rows for column in row.belopp if column[:4].isdecimal()), default=None)
        if last is None or year is None:
            continue
        at = ("/ar", f"/{key}")
        if last == year:
            yield holds(*at)
        else:
            message = f"Årsredovisningen avser {year}, men {_ASKED[key].lower()} går till {last}."
            yield case.broken_unless_scanned(at, message, last, year)


def check_result(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    result = years_result(case)
    if result is None:
        return
    at, amount = result
    if amount >= 0:
        yield holds(at)
    else:
        yield case.broken((at,), f"Årets resultat är ett underskott på {kronor(-amount)}.", None, amount)


def _costs(case: Case[Arsredovisning]) -> Iterator[tuple[str, str, float]]:
    """What each insats has used of its budget, in percent: its pointer, the insats, the share."""
    for n, cost in enumerate(case.record.samverkansinsatser):
        if cost.forbrukningskvot is not None:
            name = quoted(cost.insats) if cost.insats else f"Insats {n + 1}"
            yield f"/samverkansinsatser/{n}/forbrukningskvot", name, cost.forbrukningskvot


def check_used(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    for at, name, percent in _costs(case):
        if percent <= _ALL:
            yield holds(at)
        else:
            yield case.broken((at,), f"{name} har förbrukat {share(percent)} av sin budget.", 100, percent)


def check_bands(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    for at, name, percent in _costs(case):
        if percent <= _ALL:
            yield from in_bands(case, percent, (at,), f"{name} har förbrukat {share(percent)} av sin budget")


RULES: tuple[Rule[Arsredovisning], ...] = (
    Rule(
        id="konto.finns",
        title="Resultaträkning, balansräkning och noter finns",
        severity="upplysning",
        source="Årsredovisningens räkningar och noter",
        guidance="Kontrollera i originalet.",
        check=check_there,
    ),
    Rule(
        id="konto.ar",
        title="Räkningarna är de för årsredovisningens år",
        severity="varning",
        source="Årsredovisningens titel och räkningarnas kolumner",
        guidance="Kontrollera vilket år handlingen avser.",
        check=check_year,
        needs=("/ar",),
    ),
    Rule(
        id="konto.underskott",
        title="Året gav inget underskott",
        severity="upplysning",
        source="Resultaträkningen, årets resultat",
        guidance="Se vad förvaltningsberättelsen säger om orsaken.",
        check=check_result,
        needs=("/resultatrakning", "/ar"),
    ),
    Rule(
        id="konto.forbrukat",
        title="Ingen insats har förbrukat mer än sin budget",
        severity="varning",
        source="Tabellen över insatsernas kostnader",
        guidance="Kontrollera beloppen, och att årsredovisningen förklarar vad det beror på.",
        check=check_used,
        needs=("/samverkansinsatser/*/forbrukningskvot",),
    ),
    Rule(
        id="konto.forbrukning",
        title="Insatserna förbrukar sin budget i den takt som förbundet räknar med",
        severity="varning",
        source="Policyn, budget_forbrukning",
        guidance="Se vad årsredovisningen säger om orsaken.",
        check=check_bands,
        needs=("/samverkansinsatser/*/forbrukningskvot", "budget_forbrukning"),
    ),
)
