"""The names of the months, whole and shortened, as a pattern and as numbers.

>>> number_of("Sept."), number_of("maj"), name_of(5)
(9, 5, 'maj')
"""

from __future__ import annotations

_NAMES = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")

MONTH = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)(?:\.|(?!\w)))(?!\w)"
)
"""One month, without groups; a shortened name may have its point."""


def number_of(name: str) -> int:
    """1-12 for a name that `MONTH` matches."""
    start = name.casefold()[:3]
    return next(number for number, whole in enumerate(_NAMES, 1) if whole.startswith(start))


def name_of(number: int) -> str:
    """The whole name of the month 1-12."""
    return _NAMES[number - 1]
