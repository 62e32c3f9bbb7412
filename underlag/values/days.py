"""Where days stand in a text, before it is known of which year each is.

>>> [(day.year, day.month, day.day) for day in days_written("4/5 och 17 maj 2021")]
[(None, 5, 4), (2021, 5, 17)]
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from underlag.values.months import MONTH, number_of

YEAR = r"(?:19|20)[0-9]{2}"
_END = r"(?![\w])(?!-[0-9]{4}(?![0-9-]))(?![.,:/][0-9])"
_ISO = (
    rf"(?<!\w){YEAR}(?P<iso_mark> ?[-./] ?|(?= [01][0-9] [0-3][0-9](?!\w)) )(?P<iso_m>[0-9]{{1,2}})"
    r"(?:(?P=iso_mark)| ?[-./] ?)(?P<iso_d>[0-9]{1,2})(?![0-9])"
)
_EIGHT = rf"(?<![0-9A-Za-z])(?P<eight>{YEAR}[0-9]{{4}}){_END}"
# Six figures are a date only alone (or as the end of a period), and no amount.
_SIX = (
    r"(?:(?<![\w./:])(?<![0-9]-)|(?<=[0-9]{6}-))(?P<six>[0-6][0-9][01][0-9][0-3][0-9])"
    rf"{_END}(?! ?(?:kr|tkr|%|st)(?!\w))(?! [0-9]{{3}}(?![0-9]))"
)
_SLASHED = (
    r"(?<![0-9/])(?P<d>[0-9]{1,2}) ?/ ?(?P<m>[0-9]{1,2})(?![0-9])"
    rf"(?:(?: ?[-/.,] ?| {{1,2}})(?P<y>{YEAR})(?![0-9])| ?[-/] ?(?P<yy>[0-9]{{2}})(?![0-9]| ?/))?"
)
_POINTED = rf"(?<![0-9.])(?P<dd>[0-9]{{1,2}})\. ?(?P<dm>[0-9]{{1,2}})\. ?(?P<dy>{YEAR})(?![0-9])"
_NUMBER = r"[0-9]{1,2}(?::?[ae](?!\w))?"
_NAMED = (
    rf"(?<![\w.,/])(?P<days>{_NUMBER}(?:(?: ?, ?| ?- ?| och | & | samt ){_NUMBER}){{0,6}})\.? ?"
    rf"(?P<name>{MONTH})(?:(?: ?,)? (?:[åa]r )?(?P<ny>{YEAR})(?![0-9]))?"
)
_LAST = rf"(?<!\w)sista (?:dagen |dag )?(?:i )?(?P<last>{MONTH})(?: (?P<ly>{YEAR})(?![0-9]))?"
# Each alternative eats what it matches, so that pieces of an impossible date are not read as another one.
_DATE = re.compile(rf"{_ISO}|{_EIGHT}|{_SIX}|{_SLASHED}|{_POINTED}|{_NAMED}|{_LAST}", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{1,2}")
_NOT_A_DAY = re.compile(r" ?(?:tj[äa]nst|del|av|dag|%|[åa]r|timm)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day and month, with the year where it is written; both ends of its span."""

    year: int | None
    month: int
    day: int
    start: int
    end: int


def days_written(plain: str) -> list[Day]:
    """Every day in an evened text, also impossible ones; a shortened year is of this century."""
    return [day for match in _DATE.finditer(plain) for day in _days(plain, match)]


def _days(plain: str, match: re.Match[str]) -> list[Day]:
    start, end = match.span()
    if match["iso_m"]:
        return [Day(int(match.group()[:4]), int(match["iso_m"]), int(match["iso_d"]), start, end)]
    if match["eight"]:
        digits = match["eight"]
        return [Day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), start, end)]
    if match["six"]:
        digits = match["six"]
        return [Day(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]), start, end)]
    if match["d"]:
        written = _full_year(match["y"] or match["yy"])
        if written is None and _NOT_A_DAY.match(plain, end):
            return []
        return [Day(written, int(match["m"]), int(match["d"]), start, end)]
    if match["dd"]:
        return [Day(int(match["dy"]), int(match["dm"]), int(match["dd"]), start, end)]
    return _named(match)


def _named(match: re.Match[str]) -> list[Day]:
    """Days of a month written with its name, or the month's last day."""
    year = _full_year(match["ny"] or match["ly"])
    if match["last"]:
        month = number_of(match["last"])
        # The last of February is known only with its year; the 28th is refused by nobody and wrong every fourth year.
        day = monthrange(year, month)[1] if year else monthrange(2023, month)[1]
        return [Day(year, month, day, match.start(), match.end())] if year or month != 2 else []
    month = number_of(match["name"])
    numbers = list(_DAY.finditer(match["days"]))
    offset = match.start("days")
    early = [Day(year, month, int(each.group()), offset + each.start(), offset + each.end()) for each in numbers[:-1]]
    return [*early, Day(year, month, int(numbers[-1].group()), offset + numbers[-1].start(), match.end())]


def _full_year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
