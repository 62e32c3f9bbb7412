"""What case notes propose to grant agrees with what the applications in the same file ask for."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.packet import Member, Packet
from underlag.schemas.result import Severity
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.packet.insatser import application_for
from underlag.validators.rule import Case, Judgment, Record, Rule, holds
from underlag.validators.wording import kronor, quoted

_ROUNDING = 1000  # kronor: proposals are written in whole thousands


def _pairs(packet: Packet) -> Iterator[tuple[Member[Tjansteskrivelse], Member[Ansokan]]]:
    """Each note that proposes something, with its application where that lies in the file."""
    for note in packet.of(Tjansteskrivelse):
        application = application_for(packet, note.record.insats)
        if application is not None:
            yield note, application


def check_amounts(case: Case[Packet]) -> Iterator[Judgment]:
    """The amount that a case note proposes is what its application asks for over the years that the note is about."""
    for note, application in _pairs(case.record):
        yield from compare_amounts(case, note, application)


def compare_amounts(
    case: Case[Record], note: Member[Tjansteskrivelse], application: Member[Ansokan], *, less: Severity | None = None
) -> Iterator[Judgment]:
    """A note against the application that it is about; `less`: the severity where less is proposed than is asked for."""
    asked = _asked(note, application)
    if note.record.maxbelopp is None or not asked:
        return
    proposed, wanted = note.record.maxbelopp, sum(asked.values())
    at = (f"{note.at}/maxbelopp", *asked)
    if abs(proposed - wanted) < _ROUNDING:
        yield holds(*at)
        return
    name, more = quoted(application.record.insatsens_namn or ""), "mer" if proposed > wanted else "mindre"
    message = f"Förslaget är högst {kronor(proposed)} till {name}, {more} än de {kronor(wanted)} som ansökan har för samma tid."
    yield case.broken(at, message, wanted, proposed, severity=less if proposed < wanted else None)


def _asked(note: Member[Tjansteskrivelse], application: Member[Ansokan]) -> dict[str, int]:
    """What the application asks for, by pointer: in all where the note is about its whole time, else in the note's years."""
    budget, period, time = application.record.budget, note.record.period, application.record.insatstid
    whole = {} if budget is None else {f"{application.at}/budget/detalj/rekvireras/totalt": budget.detalj.rekvireras.totalt}
    whole[f"{application.at}/sokt_belopp"] = application.record.sokt_belopp
    told = {at: amount for at, amount in whole.items() if amount is not None}
    rows = {} if budget is None else {n: row.totalt for n, row in enumerate(budget.per_ar)}
    years = _years(period.start, period.slut)
    of_years = {f"{application.at}/budget/per_ar/{n}/totalt": total for n, total in rows.items() if budget and budget.per_ar[n].ar in years}
    amounts = {at: total for at, total in of_years.items() if total is not None}
    every_year = bool(years) and len(amounts) == len(years)
    if every_year and not (period.start == time.start and period.slut == time.slut):
        return amounts
    covers = (period.start, period.slut) == (None, None) or years == _years(time.start, time.slut)
    return dict(list(told.items())[:1]) if covers else {}


def _years(start: str | None, end: str | None) -> range:
    """The calendar years from one ISO day to another; none where either is unknown."""
    return range(int(start[:4]), int(end[:4]) + 1) if start and end else range(0)


def check_time(case: Case[Packet]) -> Iterator[Judgment]:
    """The time that a case note proposes is the one that its application is about."""
    for note, application in _pairs(case.record):
        yield from compare_times(case, note, application)


def compare_times(
    case: Case[Record], note: Member[Tjansteskrivelse], application: Member[Ansokan], *, within: Severity | None = None
) -> Iterator[Judgment]:
    """A note against the application that it is about; `within`: the severity where a part of the time is proposed."""
    period, time = note.record.period, application.record.insatstid
    ends = (("start", "börjar", period.start, time.start), ("slut", "slutar", period.slut, time.slut))
    for end, verb, proposed, asked in ends:
        if proposed is None or asked is None:
            continue
        at = (f"{note.at}/period/{end}", f"{application.at}/insatstid/{end}")
        if proposed == asked:
            yield holds(*at)
            continue
        name, shorter = quoted(application.record.insatsens_namn or ""), proposed > asked if end == "start" else proposed < asked
        message = f"Förslaget för {name} {verb} {proposed}, men tiden i ansökan {verb} {asked}."
        yield case.broken(at, message, asked, proposed, severity=within if shorter else None)


RULES = (
    Rule(
        id="paket.belopp",
        title="Föreslaget belopp är det som ansökan har för samma tid",
        severity="varning",
        source="Tjänsteskrivelsens förslag till beslut och budgeten i ansökan som den gäller",
        guidance="Kontrollera att avvikelsen är avsedd och att bedömningen motiverar den.",
        check=check_amounts,
        needs=("/parts/*/record/maxbelopp",),
    ),
    Rule(
        id="paket.tid",
        title="Föreslagen tid är den som ansökan gäller",
        severity="varning",
        source="Tjänsteskrivelsens förslag till beslut och ”Planerad insatstid” i ansökan som den gäller",
        guidance="Kontrollera att avvikelsen är avsedd och att bedömningen motiverar den.",
        check=check_time,
        needs=("/parts/*/record/period", "/parts/*/record/insatstid"),
    ),
)
