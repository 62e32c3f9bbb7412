"""The one quarter that a short answer names, in fewer words than running text needs.

>>> answered_quarter("4/2019"), answered_quarter("2021 Q2"), answered_quarter("☐ 1 ☐ 2 ☒ 3 ☐ 4"), answered_quarter("IV")
((2019, 4), (2021, 2), (None, 3), (None, 4))
>>> answered_quarter("oktober - december 2019"), answered_quarter("2020-03-10"), answered_quarter("kvartal 2 och 3 2022")
((2019, 4), (2020, None), (2022, None))
"""

from __future__ import annotations

import re

from underlag.values.dates import parse_period, years_in
from underlag.values.quarters import quarters_in
from underlag.values.spans import evened

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ONE = r"(?:iv|i{1,3}|[1-4])(?![\w:]|[-.]\d{2})"
_NAME = r"(?:q|kv(?:artal(?:et)?)?\b\.?)"
_ALONE = re.compile(rf"\s*{_NAME}?\s*[:.]?\s*({_ONE})\s*\.?\s*(?:[,/:-]?\s*(?:år\s*:?\s*)?20\d\d)?\s*", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?<![\d/.-])([1-4])\s*[/:,-]\s*(20\d\d)(?![\d-])|(?<!\d)(20\d\d)\s*(?:[/:,.-]|\s)?\s*(?:q|kv\w*\s*)?([1-4])(?![\d:]|[-/.]\d)",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"(?<!\w){_NAME}\s*:?\s*({_ONE})", re.IGNORECASE)
_BEHIND_BOX = re.compile(rf"☒\s*{_NAME}?\s*({_ONE})", re.IGNORECASE)
_BEFORE_BOX = re.compile(rf"({_ONE})\s*☒", re.IGNORECASE)


def answered_quarter(text: str) -> tuple[int | None, int | None]:
    """Year and quarter, each None where the text does not say it or names more than one."""
    plain = evened(text)
    years = years_in(plain)
    year = years[0] if len(years) == 1 else None
    if "☒" in plain or "☐" in plain:
        first = re.search(r"[☒☐]|[1-4](?!\d)", plain)
        ticked = (_BEHIND_BOX if first is not None and first[0] in "☒☐" else _BEFORE_BOX).findall(plain)
        return year, _number(ticked[0]) if len(ticked) == 1 else None
    named = {found.value.quarters for found in quarters_in(plain)}
    if named:
        return year, next(iter(named))[0] if len(named) == 1 and all(len(q) == 1 for q in named) else None
    if beside := _BESIDE.search(plain):
        return int(beside[2] or beside[3]), int(beside[1] or beside[4])
    alone = _ALONE.fullmatch(plain) or _CALLED.search(plain)
    return year, _number(alone[1]) if alone else _spanned(plain)


def _number(written: str) -> int:
    return _ROMAN.get(written.lower()) or int(written)


def _spanned(plain: str) -> int | None:
    """The quarter of which the text names the first and last day."""
    start, end = parse_period(plain)
    if start is None or end is None or start.year != end.year or (start.day, start.month % 3) != (1, 1) or end.month - start.month != 2:
        return None
    return end.month // 3
