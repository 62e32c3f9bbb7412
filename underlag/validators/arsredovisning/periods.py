"""The times of an insats follow on each other: what it was first granted, and each extension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from underlag.schemas.arsredovisning import Arsredovisning, Description
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.dates import parse_period

_DAY = timedelta(days=1)


def spans(insats: Description) -> list[tuple[date, date]]:
    """First and last day of each of its times, in order; those without both are left out."""
    told = (parse_period(line) for line in (insats.insatsperiod or "").split("\n"))
    return sorted((first, last) for first, last in told if first is not None and last is not None)


def named(insats: Description, n: int) -> str:
    """What a message calls the insats with the number `n`."""
    return quoted(insats.namn) if insats.namn else f"Insats {n + 1}"


def goes_on(insats: Description, year: int | None) -> bool:
    """Does it go on after the year of the report, as far as is told?"""
    return year is not None and any(last > date(year, 12, 31) for _, last in spans(insats))


def check_order(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    for n, insats in enumerate(case.record.insatser):
        at, name = f"/insatser/{n}/insatsperiod", named(insats, n)
        every = spans(insats)
        for first, last in every:
            if first > last:
                yield case.broken((at,), f"{name} slutar {last}, före sin start {first}.", None, last.isoformat())
            else:
                yield holds(at)


def check_unbroken(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    for n, insats in enumerate(case.record.insatser):
        at, name = f"/insatser/{n}/insatsperiod", named(insats, n)
        every = spans(insats)
        for (_, last), (first, _) in pairwise(every):
            if last <= first <= last + _DAY:
                yield holds(at)
                continue
            between = "glapp" if first > last else "överlapp"
            message = f"Tiderna för {name} har ett {between}: en slutar {last} och nästa börjar {first}."
            yield case.broken((at,), message, (first - _DAY).isoformat(), last.isoformat())


def check_year(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    """An insats that the report describes went on in its year."""
    year = case.record.ar
    for n, insats in enumerate(case.record.insatser if year is not None else ()):
        every = [span for span in spans(insats) if span[0] <= span[1]]
        if not every or year is None:
            continue
        at, name = f"/insatser/{n}/insatsperiod", named(insats, n)
        if any(first.year <= year <= last.year for first, last in every):
            yield holds(at)
        else:
            yield case.broken((at,), f"{name} pågick inte under {year} enligt sina tider, {every[0][0]} till {every[-1][1]}.")


RULES: tuple[Rule[Arsredovisning], ...] = (
    Rule(
        id="insats.tid",
        title="Insatsernas tider slutar efter sin start",
        severity="fel",
        source="Årsredovisningens redovisning av insatserna, insatsperiod",
        guidance="Rätta det datum som är fel.",
        check=check_order,
        needs=("/insatser/*/insatsperiod",),
    ),
    Rule(
        id="insats.tider",
        title="En insats tider följer på varandra",
        severity="varning",
        source="Årsredovisningens redovisning av insatserna, insatsperiod",
        guidance="Kontrollera datumen mot besluten.",
        check=check_unbroken,
        needs=("/insatser/*/insatsperiod",),
    ),
    Rule(
        id="insats.ar",
        title="Redovisade insatser pågick under året",
        severity="upplysning",
        source="Årsredovisningens redovisning av insatserna, insatsperiod",
        guidance="Kontrollera tiderna.",
        check=check_year,
        needs=("/insatser/*/insatsperiod", "/ar"),
    ),
)
