"""Periods are in order, and what has a period of its own keeps within the insats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from underlag.validators.budget_places import row_name, rows
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import listed, quoted
from underlag.values.dates import parse_period

_SHORTFALL_DAYS = 31
_PHASE = re.compile(
    r"\bfas(?:en)?\b|\w+fas(?:en)?\b|\betapp\b|genomf[öo]rande|planering|mobilisering|uppstart|avslut|implementering|f[öo]rberedelse|utv[äa]rdering",
    re.IGNORECASE,
)


def check_order(case: Case) -> Iterator[Judgment]:
    start, end = case.record.insatstid.start, case.record.insatstid.slut
    if start is None or end is None:
        return
    at = ("/insatstid/slut", "/insatstid/start")
    if start <= end:
        yield holds(*at)
    else:
        yield case.broken(at, f"Insatsen slutar {end}, före sin start {start}.", None, end)


def check_intake(case: Case) -> Iterator[Judgment]:
    time, at = case.record.insatstid, "/insatstid/intag_slut"
    if time.intag_slut is None or (time.start is None and time.slut is None):
        return
    if time.slut is not None and time.intag_slut > time.slut:
        message = f"Intaget till insatsen slutar {time.intag_slut}, efter insatsens slut {time.slut}."
        yield case.broken((at, "/insatstid/slut"), message, time.slut, time.intag_slut)
    elif time.start is not None and time.intag_slut < time.start:
        message = f"Intaget till insatsen slutar {time.intag_slut}, före insatsens start {time.start}."
        yield case.broken((at, "/insatstid/start"), message, time.start, time.intag_slut)
    else:
        yield holds(at)


@dataclass(frozen=True, slots=True)
class _Phase:
    text: str
    start: date
    end: date


def _phases(text: str) -> Iterator[_Phase]:
    """Lines of the answer that give a part of the time from one day to another."""
    for line in text.splitlines():
        start, end = parse_period(line)
        if start is not None and end is not None and start != end and _PHASE.search(line):
            yield _Phase(line.strip(), start, end)


def check_phases(case: Case) -> Iterator[Judgment]:
    phases = tuple(_phases(case.answer("/insatstid")))
    for before, after in pairwise(phases):
        if after.start > after.end:
            message = f"Fasen {quoted(after.text)} slutar före sin start."
        elif after.start <= before.end:
            message = f"Fasen {quoted(after.text)} börjar innan fasen före, {quoted(before.text)}, är slut."
        else:
            yield holds("/insatstid")
            continue
        yield case.broken(("/insatstid", "/insatstid/start", "/insatstid/slut"), message, None, after.start.isoformat())


def check_budget_period(case: Case) -> Iterator[Judgment]:
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


def check_rows(case: Case) -> Iterator[Judgment]:
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


def check_years(case: Case) -> Iterator[Judgment]:
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


def check_lokus(case: Case) -> Iterator[Judgment]:
    lokus = case.record.lokus
    if lokus.diskuterad is False:
        message = "Ansökan har enligt formuläret inte diskuterats i lokal utvecklingsgrupp."
        yield case.broken(("/lokus/diskuterad",), message, True, False)
    elif lokus.diskuterad:
        yield holds("/lokus/diskuterad")
    elif lokus.text is not None:
        yield Judgment("not_applicable", ("/lokus/diskuterad",))
    else:
        message = "Det framgår inte om ansökan har diskuterats i lokal utvecklingsgrupp."
        yield case.broken_unless_scanned(("/lokus/diskuterad",), message)


def check_lokus_date(case: Case) -> Iterator[Judgment]:
    lokus = case.record.lokus
    if lokus.text is None or lokus.diskuterad is False:
        return
    if lokus.datum:
        late = [day for day in lokus.datum if day > case.on.isoformat()]
        if late:
            message = f"Diskussionen anges till {late[0]}, en dag som ännu inte varit."
            yield case.broken(("/lokus/datum", "/lokus/text"), message, None, late[0])
        else:
            yield holds("/lokus/datum")
    else:
        message = "Det framgår inte vilken dag ansökan diskuterades i lokal utvecklingsgrupp."
        yield case.broken(("/lokus/datum", "/lokus/text"), message)


RULES = (
    Rule(
        id="tid.ordning",
        title="Insatsen slutar efter sin start",
        severity="fel",
        source="Ansökningsformuläret, ”Planerad insatstid”",
        guidance="Rätta det datum som är fel.",
        check=check_order,
    ),
    Rule(
        id="tid.intag",
        title="Intaget slutar under insatstiden",
        severity="fel",
        source="Ansökningsformuläret, ”Eventuellt slutdatum för intag av personer i insatsen”",
        guidance="Rätta slutdatum för intag eller insatstiden.",
        check=check_intake,
    ),
    Rule(
        id="tid.faser",
        title="Insatsens faser följer på varandra",
        severity="varning",
        source="Ansökningsformuläret, ”Planerad insatstid”",
        guidance="Kontrollera årtal och dagar; faserna brukar följa på varandra utan att överlappa.",
        check=check_phases,
    ),
    Rule(
        id="tid.budget",
        title="Budgetens löptid är insatstiden",
        severity="varning",
        source="Budgetmallen, ”Insatsens löptid”",
        guidance="Ange samma tid i budgeten som i ansökan.",
        check=check_budget_period,
    ),
    Rule(
        id="tid.budgetrader",
        title="Kostnadernas tid ligger inom insatstiden",
        severity="fel",
        source="Budgetmallen, ”tidsperiod från–till”",
        guidance="Rätta radens tid; kostnader utanför insatstiden ersätts inte.",
        check=check_rows,
        types=("ansokan", "budget"),
    ),
    Rule(
        id="tid.budgetar",
        title="Budgeten per år har insatsens år",
        severity="varning",
        source="Budgetmallen, tabellen per år",
        guidance="Fördela budgeten på de år då insatsen pågår.",
        check=check_years,
    ),
    Rule(
        id="lokus.diskuterad",
        title="Ansökan är diskuterad i lokal utvecklingsgrupp",
        severity="varning",
        source="Ansökningsformuläret, ”Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?”",
        guidance="Ta upp ansökan i gruppen och kryssa för svaret.",
        check=check_lokus,
    ),
    Rule(
        id="lokus.datum",
        title="Dagen för diskussionen är angiven",
        severity="varning",
        source="Ansökningsformuläret, ”Hur och när har ansökan diskuterats?”",
        guidance="Ange vilken dag, med år, som ansökan diskuterades.",
        check=check_lokus_date,
    ),
)
