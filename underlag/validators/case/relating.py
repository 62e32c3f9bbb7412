"""Which of an insats's documents are about the same time, and which of them still count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from underlag.schemas.case import Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.packet import Member
from underlag.schemas.result import Model
from underlag.validators.case.spans import Quarter, Span, quarter_of, span_of
from underlag.values.folding import fold
from underlag.values.pointers import places, value_at

M = TypeVar("M", bound=Model)

_PARTIES = ("/insatsagare/*/organisation", "/samverkansparter/*/organisation")

Dated = tuple[Member[M], Span]


def names_of(case: Followed) -> set[str]:
    """The names that the documents give the insats."""
    return {str(name) for d in case.documents.values() for key in ("/insatsens_namn", "/insats") if (name := value_at(d.record, key))}


def places_of(case: Followed) -> frozenset[str]:
    """The folded words of its parties' names: in the name of an insats they only say where."""
    parties = (str(value_at(d.record, at) or "") for d in case.documents.values() for p in _PARTIES for at, _ in places(d.record, p))
    return frozenset(word for name in parties for word in fold(name).split())


def time_of(member: Member[M]) -> Span | None:
    """The time that a document is about."""
    return span_of(member.record.model_dump())


def dated(case: Followed, model: type[M]) -> Iterator[Dated[M]]:
    """The documents of a kind that say their time, in the order of their days."""
    for member in case.of(model):
        span = time_of(member)
        if span is not None:
            yield member, span


def same_time(one: Span, other: Span) -> bool:
    """Are two documents of a kind about the same time, so that the later takes the earlier's place?"""
    return one.shared(other) * 2 >= min(one.days, other.days)


def newest(case: Followed, model: type[M]) -> list[Dated[M]]:
    """The documents of a kind that no later one is about the same time as."""
    every = list(dated(case, model))
    return [(member, span) for n, (member, span) in enumerate(every) if not any(same_time(span, later) for _, later in every[n + 1 :])]


def about(case: Followed, model: type[M], span: Span | None) -> Member[M] | None:
    """The document of a kind that counts for a time; where that or the document's own is unknown, the only one there is."""
    every = case.of(model)
    if len(every) == 1 and (span is None or time_of(every[0]) is None):
        return every[0]
    meeting = [(own.shared(span), n, member) for n, (member, own) in enumerate(newest(case, model)) if span is not None and own.meets(span)]
    return max(meeting, key=lambda found: found[:2])[2] if meeting else None


def reports(case: Followed) -> dict[Quarter, Member[Kvartalsrapport]]:
    """The quarterly reports in the order of their quarters; of several for one quarter the latest."""
    found = {}
    for report in case.of(Kvartalsrapport):
        quarter = quarter_of(report.record.period.ar, report.record.period.kvartal)
        if quarter is not None:
            found[quarter] = report
    return dict(sorted(found.items()))


def reported(case: Followed, span: Span) -> dict[Quarter, Member[Kvartalsrapport]]:
    """The reports for the quarters within a time (a quarter counts that lies half in it)."""
    return {quarter: report for quarter, report in reports(case).items() if quarter.span.shared(span) * 2 >= quarter.span.days}
