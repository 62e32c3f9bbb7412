"""The report is about one quarter that is over, and comes in time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from underlag.schemas.kvartalsrapport import Kvartalsrapport, Period
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.signatures import BLOCKS, dated

_QUARTERS = 4


def quarter_end(period: Period) -> date | None:
    """The quarter's last day; None where year or quarter is missing or no such thing."""
    if period.ar is None or period.kvartal is None or not 1 <= period.kvartal <= _QUARTERS or not 1900 <= period.ar <= 2099:
        return None
    return _month_end(period.ar, 3 * period.kvartal)


def _month_end(year: int, month: int) -> date:
    """The last day of a month, which may be counted on past December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _handed_in(case: Case[Kvartalsrapport]) -> tuple[str, date] | None:
    """The day that the report came, or else that it was first signed, and where that stands."""
    if case.record.inlamnad is not None:
        return "/inlamnad", date.fromisoformat(case.record.inlamnad)
    signed = [(day, f"{BLOCKS}/{n}/datum") for n, _, day in dated(case)]
    return (min(signed)[1], min(signed)[0]) if signed else None


def check_whole_period(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    period = case.record.period
    given = {"ar": period.ar, "kvartal": period.kvartal}
    missing = [key for key, value in given.items() if value is None]
    if len(missing) == len(given):
        return  # a question without an answer, which is another rule's
    if not missing:
        yield holds("/period")
        return
    word = "år" if missing == ["ar"] else "kvartal"
    yield case.broken_unless_scanned((f"/period/{missing[0]}", "/period"), f"Rapporten säger inte vilket {word} den avser.")


def _rests_on(case: Case[Kvartalsrapport], at: str, day: date, months: int) -> tuple[str, ...]:
    """The places that a report's being late rests on: not the quarter, where the last one that was over by `day` would do as well, and not
    the day, where another place says the same and was surely read.
    """
    over = _month_end(day.year, 3 * ((day.month - 1) // 3))
    quarter = () if day > _month_end(over.year, over.month + months) else ("/period/ar", "/period/kvartal")
    same = [f"{BLOCKS}/{n}/datum" for n, _, signed in dated(case) if signed == day]
    sure = any(place != at and not case.doubtful(place) for place in same)
    return quarter if sure else (at, *quarter)


def check_late(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    months = case.in_force(case.policy.kvartalsrapport_manader)
    end, came = quarter_end(case.record.period), _handed_in(case)
    if months is None or end is None or came is None:
        return
    at, day = came
    due = _month_end(end.year, end.month + months.varde)
    places = (at, "/period/ar", "/period/kvartal")
    if day <= due:
        yield holds(*places)
        return
    quarter = f"kvartal {case.record.period.kvartal} {case.record.period.ar}"
    done = "inlämnad" if at == "/inlamnad" else "undertecknad"
    message = f"Rapporten för {quarter} skulle ha lämnats senast {due} ({months.kalla}) men är {done} {day}."
    yield case.broken(places, message, due.isoformat(), day.isoformat(), rests_on=_rests_on(case, at, day, months.varde))


def check_over(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    end = quarter_end(case.record.period)
    if end is None:
        return
    days = [] if case.record.inlamnad is None else [("/inlamnad", date.fromisoformat(case.record.inlamnad))]
    days += [(f"{BLOCKS}/{n}/datum", day) for n, _, day in dated(case)]
    early = [(at, day) for at, day in days if day < end]
    yield from (holds(at) for at, day in days if day >= end)
    if early:
        done = "inlämnad" if early[0][0] == "/inlamnad" else "undertecknad"
        message = f"Rapporten är {done} {early[0][1]}, innan kvartalet som den avser är slut ({end})."
        yield case.broken((*(at for at, _ in early), "/period/kvartal"), message, end.isoformat(), early[0][1].isoformat())


RULES = (
    Rule(
        id="period.hel",
        title="Både år och kvartal är angivna",
        severity="varning",
        source="Kvartalsrapporten, ”Kvartal och år”",
        guidance="Ange år och kvartal.",
        check=check_whole_period,
    ),
    Rule(
        id="rapport.i_tid",
        title="Rapporten är inlämnad i tid",
        severity="varning",
        source="Policyn, kvartalsrapport_manader",
        guidance="Kontrollera dagen; påminn insatsägaren om när nästa rapport ska lämnas.",
        check=check_late,
        needs=("/period/ar", "/period/kvartal", "kvartalsrapport_manader"),
    ),
    Rule(
        id="rapport.efter_kvartalet",
        title="Rapporten är lämnad och undertecknad efter kvartalets slut",
        severity="varning",
        source="Kvartalsrapporten, ”Kvartal och år” och ”Inlämnad”",
        guidance="Kontrollera datumet och kvartalet; siffrorna kan inte avse hela kvartalet om rapporten skrevs tidigare.",
        check=check_over,
        needs=("/period/ar", "/period/kvartal"),
    ),
)
