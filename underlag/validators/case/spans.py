"""Stretches of days: the time that a document is about."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from underlag.values.pointers import value_at

_TIMES = ("/insatstid", "/period", "/loptid")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From the first day to the last, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def meets(self, other: Span) -> bool:
        """Is there a day that both hold?"""
        return self.first <= other.last and other.first <= self.last

    def shared(self, other: Span) -> int:
        """How many days both hold."""
        return max(0, (min(self.last, other.last) - max(self.first, other.first)).days + 1)

    def apart(self, other: Span) -> int:
        """How many days lie between the two."""
        return max(0, (max(self.first, other.first) - min(self.last, other.last)).days - 1)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter (1-4) of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"kvartal {self.number} {self.year}"

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(date(self.year, 3 * self.number - 2, 1), month_end(self.year, 3 * self.number))

    @property
    def following(self) -> Quarter:
        """The next one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)


def quarter_of(year: object, number: object) -> Quarter | None:
    """The quarter that a report is about; None where it does not say, or says what is no quarter."""
    if isinstance(year, int) and isinstance(number, int) and 1900 <= year <= 2099 and 1 <= number <= 4:
        return Quarter(year, number)
    return None


def quarters(span: Span) -> Iterator[Quarter]:
    """The quarters that hold a day of the span."""
    here = Quarter(span.first.year, (span.first.month + 2) // 3)
    while here.span.first <= span.last:
        yield here
        here = here.following


def span_of(record: Mapping[str, object]) -> Span | None:
    """The time that a record (plain data) of any kind is about; None where it does not say both ends, or not in order."""
    for pointer in _TIMES:
        start, end = (_day(value_at(record, f"{pointer}/{key}")) for key in ("start", "slut"))
        if start is not None and end is not None and start <= end:
            return Span(start, end)
        quarter = quarter_of(value_at(record, f"{pointer}/ar"), value_at(record, f"{pointer}/kvartal"))
        if quarter is not None:
            return quarter.span
    return None


def _day(value: object) -> date | None:
    """The day of an ISO date; None for anything else, which a record saved by another hand may hold."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month, which may be counted on past December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def day_after(day: date) -> date:
    """The next day."""
    return day + timedelta(days=1)
