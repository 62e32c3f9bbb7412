"""What the memo over all insatser says of one of them, against the quarterly reports that it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from underlag.schemas.case import Document, Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.packet import Member
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.case.names import SHORTENED, likeness
from underlag.validators.case.relating import names_of, places_of, reports
from underlag.validators.case.spans import Quarter, quarter_of
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, number
from underlag.values.pointers import value_at

_TABLES = ("deltagare", "budget")
_AT_THE_END: Mapping[str, str] = {"totalt": "deltagare i allt", "avslutade": "avslutade i allt", "pagaende": "pågående"}
_IN_THE_TIME = (
    ("deltagare", "avslutade_perioden", "avslutade under perioden", 0),
    ("budget", "budget", "kronor i budget", 1_000),
    ("budget", "utfall", "kronor i utfall", 1_000),
)
"""Table and key of the memo, which a report has likewise; what is counted; how far off a report's figure may be by rounding."""


def tells_of(document: Document, case: Followed) -> bool:
    """Is this a memo with a row about the insats?"""
    return document.type == "uppfoljning" and any(_row(document.record, table, case) is not None for table in _TABLES)


def _row(memo: Mapping[str, object], table: str, case: Followed) -> int | None:
    """The number of the one row about the insats; None where none or several may be."""
    rows, names, where = value_at(memo, f"/{table}"), names_of(case), places_of(case)
    called = [str(value_at(row, "/insats") or "") for row in rows] if isinstance(rows, Sequence) else []
    found = [n for n, row in enumerate(called) if any(likeness(row, name, where) >= SHORTENED for name in names)]
    return found[0] if len(found) == 1 else None


def check_memo(case: Case[Followed]) -> Iterator[Judgment]:
    """Counts since the start are those of the memo's last quarter; what happened in its time is the sum of its quarters."""
    for memo in case.record.of(Uppfoljning):
        period = memo.record.period
        quarters = [] if period is None else [q for k in period.kvartal if (q := quarter_of(period.ar, k)) is not None]
        told = {q: report for q, report in reports(case.record).items() if q in quarters}
        if quarters and max(quarters) in told:
            yield from _at_the_end(case, memo, max(quarters), told[max(quarters)])
        if quarters and len(told) == len(set(quarters)):
            yield from _in_the_time(case, memo, list(told.values()))


def _at_the_end(case: Case[Followed], memo: Member[Uppfoljning], quarter: Quarter, report: Member[Kvartalsrapport]) -> Iterator[Judgment]:
    row = _row(memo.record.model_dump(), "deltagare", case.record)
    for key, name in _AT_THE_END.items() if row is not None else ():
        at = (f"{memo.at}/deltagare/{row}/{key}", f"{report.at}/deltagare/{key}")
        said, reported = (case.value(pointer) for pointer in at)
        if not isinstance(said, int) or not isinstance(reported, int):
            continue
        if said == reported:
            yield holds(*at)
        else:
            yield case.broken(at, f"Uppföljningen har {said} {name}, men rapporten för {quarter} har {reported}.", reported, said)


def _in_the_time(case: Case[Followed], memo: Member[Uppfoljning], told: Sequence[Member[Kvartalsrapport]]) -> Iterator[Judgment]:
    for table, key, name, rounding in _IN_THE_TIME:
        row = _row(memo.record.model_dump(), table, case.record)
        at = (f"{memo.at}/{table}/{row}/{key}", *(f"{report.at}/{table}/{key}" for report in told))
        said, *parts = (case.value(pointer) for pointer in at)
        reported = [part for part in parts if isinstance(part, int)]
        if row is None or not isinstance(said, int) or len(reported) != len(told):
            continue
        if abs(said - sum(reported)) <= rounding * len(told):
            yield holds(*at)
        else:
            write = kronor if rounding else number
            message = f"Uppföljningen har {number(said)} {name}, men kvartalsrapporterna för samma tid har {write(sum(reported))}."
            yield case.broken(at, message, sum(reported), said)


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.uppfoljning",
        title="Uppföljningen säger om insatsen det som dess kvartalsrapporter säger",
        severity="varning",
        source="Uppföljningens tabeller över deltagare och budget mot kvartalsrapporterna",
        guidance="Rätta uppföljningen, eller be insatsägaren rätta rapporten.",
        check=check_memo,
        needs=("/documents/*/record/period/kvartal", "/documents/*/record/deltagare"),
    ),
)
