"""The time of an insats is given and in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from underlag.validators.records import HasTime
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.values.dates import years_between


def years_of(record: HasTime) -> float | None:
    """How long the insats lasts, in years; None where that isn't given or is out of order."""
    start, end = record.insatstid.start, record.insatstid.slut
    if start is None or end is None or end < start:
        return None
    return years_between(date.fromisoformat(start), date.fromisoformat(end))


def check_insatstid(case: Case[HasTime]) -> Iterator[Judgment]:
    for key, name in (("start", "startdatum"), ("slut", "slutdatum")):
        at = f"/insatstid/{key}"
        if case.value(at) is not None:
            yield holds(at)
        elif case.scanned(at):
            yield Judgment("undecided", (at,), f"Insatsens {name} kunde inte läsas i skanningen; kontrollera i originalet.")
        else:
            found = "/insatstid" in case.texts
            yield Judgment("broken", (at,), f"Insatsens {name} saknas.", severity="fel" if found else "varning")


def check_order(case: Case[HasTime]) -> Iterator[Judgment]:
    start, end = case.record.insatstid.start, case.record.insatstid.slut
    if start is None or end is None:
        return
    at = ("/insatstid/slut", "/insatstid/start")
    if start <= end:
        yield holds(*at)
    else:
        yield case.broken(at, f"Insatsen slutar {end}, före sin start {start}.", None, end)


def check_intake(case: Case[HasTime]) -> Iterator[Judgment]:
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


RULES = (
    Rule(
        id="fragor.insatstid",
        title="Insatsens start- och slutdatum är angivna",
        severity="fel",
        source="Formulärets ”Insatstid”",
        guidance="Ange datumet med år, månad och dag.",
        check=check_insatstid,
    ),
    Rule(
        id="tid.ordning",
        title="Insatsen slutar efter sin start",
        severity="fel",
        source="Formulärets ”Insatstid”",
        guidance="Rätta det datum som är fel.",
        check=check_order,
        needs=("/insatstid/start", "/insatstid/slut"),
    ),
    Rule(
        id="tid.intag",
        title="Intaget slutar under insatstiden",
        severity="fel",
        source="Formulärets ”Eventuellt slutdatum för intag av personer i insatsen”",
        guidance="Rätta slutdatum för intag eller insatstiden.",
        check=check_intake,
        needs=("/insatstid/intag_slut",),
    ),
)
