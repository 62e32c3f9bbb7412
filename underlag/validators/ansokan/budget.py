"""The application has a budget, and it is the application's own: its name, its time, its parties, its amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz.fuzz import token_set_ratio

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget_sums import budget_figures
from underlag.validators.budget.unit import rounding
from underlag.validators.organisations import ALIKE, likeness, parties
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, listed, quoted
from underlag.values.amounts import amounts_in
from underlag.values.folding import fold

_SAME_INSATS = 55.0
_SHORTFALL_DAYS = 31
_ROUGHLY = re.compile(
    r"\b(?:ca|cirka|c:a|omkring|ungef[äa]r|knappt|drygt|runt)\b|\bm(?:n|se)?kr\b|miljon|\bt(?:se)?kr\b|\bkkr\b", re.IGNORECASE
)


def check_there(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget = case.record.budget
    given = budget_figures(budget) if budget is not None else {}
    if any(given.values()):
        yield holds("/budget")
    else:
        message = "Någon budget hittades inte i ansökan." if budget is None else "Budgeten har inga belopp."
        yield case.broken_unless_scanned(("/budget",), message)


def check_name(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget, name = case.record.budget, case.record.insatsens_namn
    if budget is None or budget.insatsens_namn is None or name is None:
        return
    at = ("/budget/insatsens_namn", "/insatsens_namn")
    if token_set_ratio(fold(budget.insatsens_namn), fold(name)) >= _SAME_INSATS:
        yield holds(*at)
    else:
        message = f"Budgeten heter {quoted(budget.insatsens_namn)}, men insatsen {quoted(name)}."
        yield case.broken(at, message, name, budget.insatsens_namn)


def check_parties(case: Case[Ansokan]) -> Iterator[Judgment]:
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


def check_budget_period(case: Case[Ansokan]) -> Iterator[Judgment]:
    budget, time = case.record.budget, case.record.insatstid
    if budget is None:
        return
    for key, mine, whole in (("start", budget.loptid.start, time.start), ("slut", budget.loptid.slut, time.slut)):
        if mine is None or whole is None:
            continue
        at = (f"/budget/loptid/{key}", f"/insatstid/{key}")
        outside = mine < whole if key == "start" else mine > whole
        gap = abs((date.fromisoformat(mine) - date.fromisoformat(whole)).days)
        if not outside and gap <= _SHORTFALL_DAYS:
            yield holds(*at)
            continue
        where = "ligger utanför insatstiden" if outside else "täcker inte hela insatstiden"
        words = "börjar" if key == "start" else "slutar"
        message = f"Budgetens löptid {where}: budgeten {words} {mine}, insatsen {whole}."
        yield case.broken(at, message, whole, mine)


def check_years(case: Case[Ansokan]) -> Iterator[Judgment]:
    """The table per year has the years of the insats, no more and no fewer."""
    budget, time = case.record.budget, case.record.insatstid
    if budget is None or not budget.per_ar or time.start is None or time.slut is None or time.start > time.slut:
        return
    wanted = set(range(int(time.start[:4]), int(time.slut[:4]) + 1))
    given = {row.ar for row in budget.per_ar}
    for n, row in enumerate(budget.per_ar):
        if row.ar not in wanted:
            at = f"/budget/per_ar/{n}/ar"
            message = f"Budgeten per år har år {row.ar}, som ligger utanför insatstiden {time.start}–{time.slut}."
            yield case.broken((at,), message, None, row.ar)
    missing = sorted(wanted - given)
    if missing and len(missing) < len(wanted):
        message = f"Budgeten per år saknar {listed(map(str, missing))}, fast insatsen pågår då."
        yield case.broken_unless_scanned(("/budget/per_ar",), message)
    if given == wanted:
        yield holds("/budget/per_ar")


def check_sought(case: Case[Ansokan]) -> Iterator[Judgment]:
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
    slack = max(rounding(case, budget), _rounding(case, sought))
    at = ("/sokt_belopp", *(place for place, _ in known))
    if any(abs(amount - sought) <= slack for _, amount in known):
        yield holds(*at)
        return
    message = f"Ansökan anger {kronor(sought)} som sökt belopp, men budgeten har {kronor(known[0][1])} att rekvirera."
    yield case.broken(at, message, known[0][1], sought)


def _rounding(case: Case[Ansokan], sought: int) -> int:
    """Half of the last digit that counts, where the text rounds ("cirka 2,4 mkr"); else nothing."""
    text = case.written("/sokt_belopp")
    if not _ROUGHLY.search(text) or not amounts_in(text):
        return 0
    zeros = len(str(sought)) - len(str(sought).rstrip("0"))
    return int(10**zeros) // 2


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
        id="budget.namn",
        title="Budgeten gäller den insats som ansökan gäller",
        severity="varning",
        source="Budgetmallen, ”Insatsens namn”",
        guidance="Kontrollera att rätt budget är bifogad och skriv insatsens namn.",
        check=check_name,
        needs=("/budget/insatsens_namn", "/insatsens_namn"),
    ),
    Rule(
        id="budget.parter",
        title="Budgetens organisationer är parter i ansökan",
        severity="varning",
        source="Budgetmallen, ”Budgetsammanställning”",
        guidance="Lägg till organisationen som part eller rätta budgeten.",
        check=check_parties,
        needs=("/budget/sammanstallning/*/organisation", "/*/*/organisation"),
    ),
    Rule(
        id="tid.budget",
        title="Budgetens löptid är insatstiden",
        severity="varning",
        source="Budgetmallen, ”Insatsens löptid”",
        guidance="Ange samma tid i budgeten som i ansökan.",
        check=check_budget_period,
        needs=("/budget/loptid", "/insatstid"),
    ),
    Rule(
        id="tid.budgetar",
        title="Budgeten per år har insatsens år",
        severity="varning",
        source="Budgetmallen, tabellen per år",
        guidance="Fördela budgeten på de år då insatsen pågår.",
        check=check_years,
        needs=("/budget/per_ar", "/insatstid/start", "/insatstid/slut"),
    ),
    Rule(
        id="budget.sokt",
        title="Sökt belopp är budgetens belopp att rekvirera",
        severity="fel",
        source="Ansökningsformuläret, ”Ange budget/finansiering”",
        guidance="Rätta beloppet i ansökan eller budgeten.",
        check=check_sought,
        needs=("/sokt_belopp", "/budget"),
    ),
)
