"""The day that a document bears, by which it is told which policy it is judged by."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from underlag.values.pointers import places, value_at


def document_day(dated: tuple[str, ...], record: object) -> date | None:
    """The day of a record (plain data): the latest at the first of the patterns `dated` that has any; None where none has.

    A day is an ISO date; a year, or a year with quarters, counts as its last day.
    """
    for pattern in dated:
        days = [day for pointer, _ in places(record, pattern) if (day := _day(value_at(record, pointer))) is not None]
        if days:
            return max(days)
    return None


def _day(value: object) -> date | None:
    if isinstance(value, Mapping):
        return _quarter_end(value.get("ar"), value.get("kvartal"))
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return _quarter_end(value, None)


def _quarter_end(year: object, quarters: object) -> date | None:
    if not isinstance(year, int) or isinstance(year, bool) or not date.min.year <= year <= date.max.year:
        return None
    named = [q for q in (quarters if isinstance(quarters, list | tuple) else (quarters,)) if isinstance(q, int) and 1 <= q <= 4]
    month = 3 * max(named, default=4)
    return date(year, month, monthrange(year, month)[1])
