"""Quarters of a year as texts write them: by number, as halves of the year, as spans of months or days.

>>> [found.value for found in quarters_in("Uppföljning kvartal 2 och 3, 2022")]
[Quarters(year=2022, quarters=(2, 3))]
>>> [found.value for found in quarters_in("första halvåret 2020 samt Q3")]
[Quarters(year=2020, quarters=(1, 2)), Quarters(year=None, quarters=(3,))]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from underlag.values.dates import parse_period
from underlag.values.months import MONTH, number_of
from underlag.values.spans import Found, evened


@dataclass(frozen=True, slots=True)
class Quarters:
    """Quarters 1-4 in order, and their year where it is written with them."""

    year: int | None
    quarters: tuple[int, ...]


_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_TAIL = rf"(?:[ ,:/(-]{{0,3}}(?:(?:under|av|år|ar|for|för)[ ]){{0,2}}(?P<after>{_YEAR}))?"
_LEAD = rf"(?:(?<![0-9-])(?P<before>{_YEAR})[ ,:/-]{{0,3}})?"
_JOIN = r"[ ]?(?:[-+&,/]|och|samt|till(?: och med)?|t\.?o\.?m\.?)[ ]?"
_MARK = r"(?:kvartal(?:en|et|s)?|kvart\.|kv\.?|q)"
_ORDINALS = ("första", "andra", "tredje", "fjärde")
_ORDINAL = r"(?:f[öo]rsta|andra|tredje|fj[äa]rde)"
_DIGITS = rf"(?P<digits>[1-4](?![0-9])(?:{_JOIN}(?:{_MARK} ?)?[1-4](?![0-9%])(?! ?%))*)"
_NUMBERED = re.compile(rf"{_LEAD}(?<!\w){_MARK}[ :]?{_DIGITS}{_TAIL}", re.IGNORECASE)
_NAMED = re.compile(rf"(?<!\w)(?P<words>{_ORDINAL}(?:{_JOIN}{_ORDINAL})*) kvartal(?:et|en)?(?!\w){_TAIL}", re.IGNORECASE)
_HALF = re.compile(
    rf"{_LEAD}(?<!\w)(?:(?P<word>f[öo]rsta|andra) halv[åa]r(?:et)?"
    rf"|halv[åa]r(?:et)? ?(?P<half>[12])(?![0-9])|(?P<h>[Hh])(?P<short>[12]))(?!\w){_TAIL}",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"(?<!\w)(?:hel[åa]r(?:et)?|hela [åa]ret|hela)(?: {_YEAR}|(?!\w)){_TAIL}", re.IGNORECASE)
_MONTHS = re.compile(rf"{_LEAD}(?<!\w)(?P<first>{MONTH}) ?(?:-|till(?: och med)?|t\.?o\.?m\.?) ?(?P<last>{MONTH}){_TAIL}", re.IGNORECASE)
_DAYS = re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}} ?(?:-|till(?: och med)?|t\.?o\.?m\.?) ?{_YEAR}-[0-9]{{2}}-[0-9]{{2}}")
_SPAN = re.compile(r"[1-4] ?(?:-|till)")


def quarters_in(text: str) -> list[Found[Quarters]]:
    """Every mention, in order; of mentions that overlap the first pattern's."""
    plain = evened(text)
    found: list[Found[Quarters]] = []
    for pattern, read in ((_NUMBERED, _numbered), (_NAMED, _named), (_HALF, _half), (_WHOLE, _whole), (_MONTHS, _months), (_DAYS, _days)):
        for match in pattern.finditer(plain):
            value = read(match)
            if value is not None and all(match.end() <= f.start or match.start() >= f.end for f in found):
                found.append(Found(value, match.start(), match.end()))
    return sorted(found, key=lambda f: f.start)


def _year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    written = groups.get("after") or groups.get("before")
    return int(written) if written else None


def _numbered(match: re.Match[str]) -> Quarters | None:
    digits = [int(d) for d in re.findall(r"(?<![0-9])[1-4](?![0-9])", match["digits"])]
    if len(digits) == 2 and _SPAN.match(match["digits"]):
        digits = list(range(digits[0], digits[1] + 1))
    return Quarters(_year(match), tuple(sorted(set(digits)))) if digits else None


def _named(match: re.Match[str]) -> Quarters | None:
    words = re.findall(_ORDINAL, match["words"].casefold())
    return Quarters(_year(match), tuple(sorted({_ordinal(word) for word in words})))


def _ordinal(word: str) -> int:
    """1-4; only the first letter and the last but one count, so that lost dots don't matter."""
    return next(n for n, known in enumerate(_ORDINALS, 1) if (known[0], known[-2]) == (word[0], word[-2]))


def _half(match: re.Match[str]) -> Quarters | None:
    second = (match["word"] or "").casefold() == "andra" or (match["half"] or match["short"]) == "2"
    return Quarters(_year(match), (3, 4) if second else (1, 2))


def _whole(match: re.Match[str]) -> Quarters | None:
    year = re.search(_YEAR, match[0])
    named = re.match(r"hel[åa]r", match[0], re.IGNORECASE)
    return Quarters(int(year[0]) if year else None, (1, 2, 3, 4)) if year or named else None


def _months(match: re.Match[str]) -> Quarters | None:
    return _between(_year(match), number_of(match["first"]), number_of(match["last"]))


def _days(match: re.Match[str]) -> Quarters | None:
    start, end = parse_period(match[0])
    if start is None or end is None or start.year != end.year or start.day != 1 or end.day < 30:
        return None
    return _between(start.year, start.month, end.month)


def _between(year: int | None, first: int, last: int) -> Quarters | None:
    """The quarters that the months make up whole."""
    if first > last or first % 3 != 1 or last % 3 != 0:
        return None
    return Quarters(year, tuple(range((first + 2) // 3, last // 3 + 1)))
