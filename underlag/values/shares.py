"""Shares: numbers written with a percent sign or the word.

>>> [found.value for found in percent_in("70 % kvinnor och 12,5 procent ungdomar")]
[70.0, 12.5]
>>> parse_percent(">90%"), parse_percent("20"), parse_percent("20", bare=True)
(90.0, None, 20.0)
"""

from __future__ import annotations

import re

from underlag.values.spans import Found, evened

_NUMBER = r"[0-9]{1,4}(?: ?[.,] ?[0-9]{1,2}(?![0-9]))?"
# "o/o" and "°/o" are what scan readers make of a percent sign.
_SIGN = r"(?:%|(?:procent|pct)(?!\w)|[o°]/[o0](?!\w))"
_SHARE = re.compile(rf"(?<![\w.,])(?:(?<![0-9] )(?<![-])-)?({_NUMBER}) ?{_SIGN}", re.IGNORECASE)
_CELL = re.compile(rf"\(?(?:[<>≤≥~]|ca\.?)? ?(-?) ?({_NUMBER}) ?({_SIGN})?\)?", re.IGNORECASE)


def percent_in(text: str) -> list[Found[float]]:
    """Every share in running text; of "40-50 %" only the number at the sign."""
    plain = evened(text)
    return [
        Found(_number(match.group(1)) * (-1 if match.group().startswith("-") else 1), match.start(), match.end())
        for match in _SHARE.finditer(plain)
    ]


def parse_percent(text: str, *, bare: bool = False) -> float | None:
    """The share of a cell that holds nothing else; with `bare` the sign may be missing (the column's heading says it)."""
    match = _CELL.fullmatch(evened(text).strip())
    if match is None or not (match.group(3) or bare):
        return None
    return _number(match.group(2)) * (-1 if match.group(1) else 1)


def _number(written: str) -> float:
    return float(written.replace(" ", "").replace(",", "."))
