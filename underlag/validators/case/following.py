"""The reports that an insats owes by the calendar, and the meetings that they tell of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.packet import Member
from underlag.schemas.policy import in_force
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.case.relating import newest, reports, same_time
from underlag.validators.case.spans import Quarter, Span, month_end, quarter_of, quarters
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import listed
from underlag.values.pointers import places

_SHORTEST = 30  # days of a quarter; for fewer no report is asked
_A_YEAR = 4
_FIGURES = ("/deltagare/*", "/budget/*")


def _runs(case: Followed) -> list[tuple[str, Span]]:
    """The times for which the insats was planned, and where each stands: as decided, else as applied for."""
    decided = [(f"{note.at}/period", span) for note, span in newest(case, Tjansteskrivelse)]
    applied = [(f"{application.at}/insatstid", span) for application, span in newest(case, Ansokan)]
    return decided + [(at, span) for at, span in applied if not any(same_time(span, own) for _, own in decided)]


def check_missing(case: Case[Followed]) -> Iterator[Judgment]:
    """Each quarter of the insats has its report once that is due; one of which nothing is reported may never have begun, and
    of an application alone nothing is asked.
    """
    found = reports(case.record)
    for at, span in _runs(case.record):
        due = [quarter for quarter in quarters(span) if quarter.span.shared(span) >= _SHORTEST and _is_due(case, quarter)]
        missing = [quarter for quarter in due if quarter not in found]
        if not due:
            continue
        if not missing:
            yield holds(at)
            continue
        message = f"Kvartalsrapporter saknas bland handlingarna för insatstiden {span}: {_listed(missing)}."
        places = (f"{at}/start", f"{at}/slut", *(f"{report.at}/period/{key}" for report in found.values() for key in ("kvartal", "ar")))
        if None in (quarter_of(r.record.period.ar, r.record.period.kvartal) for r in case.record.of(Kvartalsrapport)):
            yield Judgment("undecided", places, f"{message} Det finns rapporter som inte säger vilket kvartal de gäller; kontrollera dem.")
        elif found or case.record.of(Slutrapport):
            yield case.broken(places, message, len(due), len(due) - len(missing))
        elif case.record.of(Tjansteskrivelse):
            yield Judgment("undecided", places, f"{message} Kontrollera om insatsen har startat.")


def _is_due(case: Case[Followed], quarter: Quarter) -> bool:
    end = quarter.span.last
    months = in_force(case.policy.kvartalsrapport_manader, end)
    return months is not None and month_end(end.year, end.month + months.varde) < case.on


def _listed(missing: list[Quarter]) -> str:
    """ "kvartal 1 och 2 2023, kvartal 1 2024"."""
    years = groupby(missing, key=lambda quarter: quarter.year)
    return ", ".join(f"kvartal {listed(str(q.number) for q in of_year)} {year}" for year, of_year in years)


def check_final(case: Case[Followed]) -> Iterator[Judgment]:
    """An insats that is over has a final report; one that nothing was reported of may never have begun."""
    finals = case.record.of(Slutrapport)
    runs = [run for run in _runs(case.record) if run[1].last < case.on]
    if not runs:
        return
    at, span = max(runs, key=lambda run: run[1].last)
    goes_on = any(own.last >= case.on for _, own in _runs(case.record))
    if finals:
        yield holds(at, f"{finals[-1].at}/insatstid")
    elif reports(case.record) and not goes_on:
        yield case.broken((f"{at}/slut",), f"Insatsen slutade {span.last}, men ingen slutrapport finns bland handlingarna.", None, None)


def check_twice(case: Case[Followed]) -> Iterator[Judgment]:
    """Two reports for one quarter say the same."""
    every = [(quarter_of(r.record.period.ar, r.record.period.kvartal), r) for r in case.record.of(Kvartalsrapport)]
    for (quarter, one), (same, other) in combinations(every, 2):
        if quarter is None or quarter != same:
            continue
        apart = _apart(case, one, other)
        if not apart:
            yield holds(f"{other.at}/period", f"{one.at}/period")
            continue
        values = " och ".join(str(case.value(at)) for at in apart[:2])
        message = f"Två rapporter för {quarter} säger olika ({len(apart) // 2} uppgifter skiljer, den första {values})."
        yield case.broken((*apart, f"{other.at}/period", f"{one.at}/period"), message)


def _apart(case: Case[Followed], one: Member[Kvartalsrapport], other: Member[Kvartalsrapport]) -> tuple[str, ...]:
    """The places of figures that both have and that differ, pair by pair."""
    keys = [at for pattern in _FIGURES for at, _ in places(one.record.model_dump(), pattern)]
    both = [(f"{other.at}{key}", f"{one.at}{key}") for key in keys]
    given = ((new, old) for new, old in both if case.value(new) is not None and case.value(old) is not None)
    return tuple(at for new, old in given if case.value(new) != case.value(old) for at in (new, old))


def check_meetings(case: Case[Followed]) -> Iterator[Judgment]:
    """In a year that is reported whole the steering group has met as often as it must."""
    found = reports(case.record)
    for year in sorted({quarter.year for quarter in found}):
        of_year = [report for quarter, report in found.items() if quarter.year == year]
        held = {f"{report.at}/antal_styrgruppsmoten": report.record.antal_styrgruppsmoten for report in of_year}
        counts = [count for count in held.values() if count is not None]
        wanted = in_force(case.policy.styrgrupp_moten_per_ar, Quarter(year, _A_YEAR).span.last)
        if wanted is None or len(counts) != _A_YEAR:
            continue
        if sum(counts) >= wanted.varde:
            yield holds(*held)
        else:
            message = f"Styrgruppen träffades {sum(counts)} gånger {year}; det ska vara minst {wanted.varde} ({wanted.kalla})."
            yield case.broken(tuple(held), message, wanted.varde, sum(counts))


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.rapporter_saknas",
        title="Varje kvartal av insatsen har sin rapport",
        severity="varning",
        source="Policyn, kvartalsrapport_manader; insatstiden och kvartalsrapporternas period",
        guidance="Lägg till rapporterna om de finns; be annars insatsägaren lämna dem.",
        check=check_missing,
    ),
    Rule(
        id="insats.slutrapport_saknas",
        title="En avslutad insats har en slutrapport",
        severity="varning",
        source="Insatstidens slut",
        guidance="Lägg till slutrapporten om den finns; be annars insatsägaren lämna den.",
        check=check_final,
    ),
    Rule(
        id="insats.rapport_dubbel",
        title="Två rapporter för samma kvartal säger detsamma",
        severity="varning",
        source="Kvartalsrapporternas period",
        guidance="Kontrollera vilken som gäller, och att kvartalet är rätt i båda.",
        check=check_twice,
        needs=("/documents/*/record/period/kvartal",),
    ),
    Rule(
        id="insats.styrgrupp",
        title="Styrgruppen träffas så ofta på ett år som den ska",
        severity="varning",
        source="Policyn, styrgrupp_moten_per_ar; kvartalsrapporternas antal möten",
        guidance="Kontrollera antalet med insatsägaren.",
        check=check_meetings,
        needs=("/documents/*/record/antal_styrgruppsmoten",),
    ),
)
