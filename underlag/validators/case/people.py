"""How many people were to take part, and how many did by one report after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.packet import Member
from underlag.schemas.result import Severity
from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.case.goals import pairs
from underlag.validators.case.relating import reported, reports, time_of
from underlag.validators.case.spans import Quarter
from underlag.validators.periods import years_of
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.values.pointers import value_at

_COUNTED = (("totalt", "deltagare i allt"), ("avslutade", "avslutade i allt"))


def check_promised(case: Case[Followed]) -> Iterator[Judgment]:
    """As many took part as were promised; a rolling number promises none in all."""
    for application, report in pairs(case.record):
        promised, reached = _promised(application), report.record.antal_deltagare
        if promised is None or reached is None:
            continue
        place, number = promised
        at = (f"{report.at}/antal_deltagare", place)
        if reached >= number:
            yield holds(*at)
        else:
            yield case.broken(at, f"{reached} personer har deltagit; ansökan räknade med {number}.", number, reached)


def _promised(application: Member[Ansokan]) -> tuple[str, int] | None:
    """The number of people in all, and where it stands: as the application says, or so many a year."""
    expected, years, at = application.record.forvantat_antal_deltagare, years_of(application.record), application.at
    if expected.totalt is not None:
        return f"{at}/forvantat_antal_deltagare/totalt", expected.totalt
    if expected.per_ar is None or expected.lopande or years is None:
        return None
    return f"{at}/forvantat_antal_deltagare/per_ar", round(expected.per_ar * years)


def check_sinking(case: Case[Followed]) -> Iterator[Judgment]:
    """Counts of all since the start never sink; over a turn of the year some insatser begin to count anew."""
    for key, name in _COUNTED:
        found = _counts(case.record, key)
        for (before, was, was_at), (after, now, now_at) in pairwise(found):
            if now >= was:
                yield holds(now_at, was_at)
                continue
            message = f"Antalet {name} sjunker från {was} ({before}) till {now} ({after})."
            mild: Severity | None = "varning" if before.year != after.year else None
            yield case.broken((now_at, was_at), message, was, now, severity=mild)


def _counts(case: Followed, key: str) -> list[tuple[Quarter, int, str]]:
    """A count of participants quarter by quarter, with its place."""
    every = (
        (q, value_at(report.record.deltagare.model_dump(), f"/{key}"), f"{report.at}/deltagare/{key}")
        for q, report in reports(case).items()
    )
    return [(quarter, value, at) for quarter, value, at in every if isinstance(value, int)]


def check_ended(case: Case[Followed]) -> Iterator[Judgment]:
    """From one quarter to the next as many more have ended as the report says have ended in it."""
    for (before, earlier), (after, later) in pairwise(reports(case.record).items()):
        was, now, ended = earlier.record.deltagare.avslutade, later.record.deltagare.avslutade, later.record.deltagare.avslutade_perioden
        if before.following != after or before.year != after.year or was is None or now is None or ended is None or now < was:
            continue
        at = (f"{later.at}/deltagare/avslutade_perioden", f"{later.at}/deltagare/avslutade", f"{earlier.at}/deltagare/avslutade")
        if now - was == ended:
            yield holds(*at)
        else:
            message = f"{ended} sägs ha avslutats under {after}, men antalet avslutade går från {was} till {now}, alltså {now - was} fler."
            yield case.broken(at, message, now - was, ended)


def check_in_the_end(case: Case[Followed]) -> Iterator[Judgment]:
    """The final report counts at least as many as any quarterly report, and as many as the last quarter's."""
    for report in case.record.of(Slutrapport):
        told, span = report.record.antal_deltagare, time_of(report)
        counts = {q: r for q, r in (reported(case.record, span) if span else {}).items() if r.record.deltagare.totalt is not None}
        if told is None or span is None or not counts:
            continue
        last, most = max(counts), max(counts, key=lambda quarter: _total(counts[quarter]))
        held = last if last.span.last >= span.last and _total(counts[last]) >= _total(counts[most]) else most
        number, at = _total(counts[held]), (f"{report.at}/antal_deltagare", f"{counts[held].at}/deltagare/totalt")
        if told == number or (told > number and held.span.last < span.last):
            yield holds(*at)
        else:
            yield case.broken(at, f"Slutrapporten räknar {told} deltagare, men rapporten för {held} hade {number}.", number, told)


def _total(report: Member[Kvartalsrapport]) -> int:
    return report.record.deltagare.totalt or 0


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.deltagare_lovade",
        title="Så många har deltagit som ansökan räknade med",
        severity="varning",
        source="Ansökans förväntade antal deltagare och slutrapportens antal",
        guidance="Kontrollera att slutrapporten förklarar vad det beror på.",
        check=check_promised,
        needs=("/documents/*/record/forvantat_antal_deltagare", "/documents/*/record/antal_deltagare"),
    ),
    Rule(
        id="insats.deltagare_sjunker",
        title="Antalet deltagare sedan starten sjunker inte",
        severity="fel",
        source="Kvartalsrapporternas antal deltagare",
        guidance="En av rapporterna är fel; be insatsägaren rätta den.",
        check=check_sinking,
        needs=("/documents/*/record/deltagare",),
    ),
    Rule(
        id="insats.deltagare_avslutade",
        title="Antalet avslutade växer med dem som avslutas",
        severity="varning",
        source="Kvartalsrapporternas avslutade i allt och under kvartalet",
        guidance="Kontrollera talen i båda rapporterna.",
        check=check_ended,
        needs=("/documents/*/record/deltagare",),
    ),
    Rule(
        id="insats.deltagare_slut",
        title="Slutrapporten räknar samma deltagare som kvartalsrapporterna",
        severity="varning",
        source="Slutrapportens antal deltagare och kvartalsrapporternas",
        guidance="Kontrollera vilket antal som gäller och rätta det som är fel.",
        check=check_in_the_end,
        needs=("/documents/*/record/deltagare/totalt", "/documents/*/record/antal_deltagare"),
    ),
)
