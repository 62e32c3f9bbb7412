"""Days and periods as Swedish forms write them; what is impossible or incomplete is no date.

>>> [found.value.isoformat() for found in dates_in("12 februari, 8 april och 8 juni 2023")]
['2023-02-12', '2023-04-08', '2023-06-08']
>>> parse_date("30/4- 2024"), parse_date("4/5")
(datetime.date(2024, 4, 30), None)
>>> parse_period("1/8- 2023- 31/8-2024")
(datetime.date(2023, 8, 1), datetime.date(2024, 8, 31))
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from underlag.values.days import YEAR, days_written
from underlag.values.months import MONTH, number_of
from underlag.values.spans import Found, evened

Period = tuple[date | None, date | None]
_Stretch = tuple[date, date]

_DAYS_A_YEAR = 365.25
_SENTENCE_END = re.compile(r"[!?]\s|\.\s+(?=[A-ZÅÄÖ])|\n\s*\n")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
# Words that may stand around the date of a cell: a label or a preposition, no sentence.
_MOST_WORDS = 2
_MONTHS = re.compile(
    rf"(?<!\w)(?P<name>{MONTH})(?:,? (?P<year>{YEAR})(?![0-9]))?"
    rf"|(?<![0-9/.-])(?P<y>{YEAR})[-/](?P<m>[01][0-9])(?![0-9])(?!-[0-9]{{2}}(?![0-9]))",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"(?<![0-9])({YEAR})(?![0-9])")
_UNTIL = re.compile(r"(?:-|t\.? ?o\.? ?m\.?|till(?: och med)?|tom|senast|slut(?:ar|datum)?)[ :]*$", re.IGNORECASE)


def dates_in(text: str, *, year: int | None = None) -> list[Found[date]]:
    """Every date; one without a year gets that of the next date in its sentence, else `year`, else it is left out.

    The month's last day ("sista augusti 2023") counts, a month alone doesn't. Of "12 och 18 mars" the first span is the 12.
    """
    plain = evened(text)
    days = days_written(plain)
    ends = [match.start() for match in _SENTENCE_END.finditer(plain)]
    found: list[Found[date]] = []
    shared: int | None = None
    sentence_start = len(plain)
    for day in reversed(days):
        while ends and ends[-1] >= day.end:
            sentence_start = ends.pop()
            shared = None
        if day.end > sentence_start:
            shared = None
        if day.year is not None:
            shared = day.year
        when = _date(day.year or shared or year, day.month, day.day)
        if when is not None:
            found.append(Found(when, day.start, day.end))
    return found[::-1]


def parse_date(text: str, *, year: int | None = None) -> date | None:
    """The date of a cell that holds one date and little else; what stands in brackets is not counted."""
    for cell in (_BRACKETS.sub(" ", text), text):
        found = dates_in(cell, year=year)
        if len(found) == 1:
            rest = cell[: found[0].start] + " " + cell[found[0].end :]
            few = len(_WORD.findall(rest)) <= _MOST_WORDS
            return found[0].value if few and not re.search(r"[0-9]", rest) else None
        if found:
            return None
    return None


def parse_period(text: str) -> Period:
    """Start and end, of days, of months (first and last day) or of years; a side that is not written is None.

    A single date is the start unless a dash or a word such as "till" stands before it. More than two points give neither.
    """
    plain = evened(text).strip()
    points = _points(plain)
    if len(points) == 2:
        return points[0].value[0], points[1].value[1]
    if len(points) != 1:
        return None, None
    first, last = points[0].value
    if first != last:
        return first, last
    return (None, last) if _UNTIL.search(plain[: points[0].start]) else (first, None)


def years_in(text: str) -> list[int]:
    """The years 1900-2099 that stand in the text, alone or in a date, each once, in order; not law numbers ("2003:1210")."""
    years = re.findall(rf"(?<![0-9])({YEAR})(?![0-9:]| [0-9]{{3}}(?![0-9])| ?(?:kr|tkr|%))", evened(text))
    return list(dict.fromkeys(int(year) for year in years))


def _date(year: int | None, month: int, day: int) -> date | None:
    """None where there is no such day."""
    if year is None or not 1900 <= year <= 2099 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _points(plain: str) -> list[Found[_Stretch]]:
    days = [Found((found.value, found.value), found.start, found.end) for found in dates_in(plain)]
    free = [found for found in _months(plain) if all(found.end <= day.start or found.start >= day.end for day in days)]
    points = sorted([*days, *free], key=lambda point: point.start)
    if points:
        return points
    return [Found((date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)), match.start(), match.end()) for match in _YEARS.finditer(plain)]


def _months(plain: str) -> list[Found[_Stretch]]:
    """Months, each with its own year or that of the next."""
    found: list[Found[_Stretch]] = []
    shared: int | None = None
    for match in reversed(list(_MONTHS.finditer(plain))):
        written = match["year"] or match["y"]
        shared = int(written) if written else shared
        month = number_of(match["name"]) if match["name"] else int(match["m"])
        if shared is not None and 1 <= month <= 12:
            stretch = (date(shared, month, 1), date(shared, month, monthrange(shared, month)[1]))
            found.append(Found(stretch, match.start(), match.end()))
    return found[::-1]


def years_between(first: date, last: date) -> float:
    """How many years there are from the one day to the other, both included."""
    return ((last - first).days + 1) / _DAYS_A_YEAR
