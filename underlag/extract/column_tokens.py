"""A line of a table that has come down as text, taken apart: the words before its values, and the values at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from underlag.schemas.page import Line
from underlag.values.folding import fold


class Sort(Enum):
    """What a value looks like."""

    FIGURE = "figure"  # digits in one piece
    COUNT = "count"  # a number with words: "60 unga åt gången", "318 (+27)"
    SHARE = "share"  # digits with a percent sign
    PAIR = "pair"  # "4/9"
    DATE = "date"
    DASH = "dash"
    ANSWER = "answer"  # Ja, Nej, OK and the like
    MISSING = "missing"  # "Ej reg", "uppgift saknas"


@dataclass(frozen=True, slots=True)
class Token:
    """One value as written, and the line it stands on."""

    text: str
    sort: Sort
    line: Line


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line as its words and the values behind them; `folded` is all of it; `gap`: an empty line stands before it."""

    line: Line
    folded: str
    label: str
    tokens: tuple[Token, ...]
    gap: bool


_MARKS = r"[*°!'’\"¹²³⁴⁵]{0,3}"
_ANSWERS = r"(?:ja|nej|delvis|ok|grön|gul|röd|gron|rod|enligt plan|avslutad(?:e|es)?(?: (?:kvartal|kv\.?)(?: ?[1-4])?)?)"
_PEOPLE = r"(?:personer|deltagare|individer|platser|ungdomar|unga|elever|familjer|kvinnor|män|st)"
_EACH = r"(?: (?:l.pande|totalt|samtidigt|.rligen|.t gången|i taget|per \w{2,12}))?"
_WHEN = r"(?:ännu|annu|än|(?:kv|kvartal(?:et)?|termin|halv.r|period)\.?(?: ?\d(?: ?(?:och|-) ?\d)?)?)"
_UNKNOWN = rf"(?:(?:ej|inte) ?(?:reg|redovis|rapporter|angiv|inl.mn)\w*\.?(?: {_WHEN})*|(?:ej|inga?) uppgift(?:er)?|uppgift(?:er)? saknas)"
_SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.DATE, re.compile(r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d\*{0,2}$")),
    (Sort.SHARE, re.compile(r"(?<![\w/])[<>]?[-−]?\d{1,4}(?:,\d{1,2})? ?%\*?$")),
    (Sort.PAIR, re.compile(r"(?<![\w/])\d{1,4} ?/ ?\d{1,4}$")),
    (
        Sort.COUNT,
        re.compile(
            rf"(?<![\w/])\d{{1,5}} {_PEOPLE}\b{_EACH}$|(?<![\w/])\d{{1,5}} ?\(\+ ?\d{{1,4}}\)$",
            re.IGNORECASE,
        ),
    ),
    (Sort.MISSING, re.compile(rf"(?<!\w){_UNKNOWN}$", re.IGNORECASE)),
    (Sort.ANSWER, re.compile(rf"(?<!\w){_ANSWERS}{_MARKS},?$", re.IGNORECASE)),
    (Sort.FIGURE, re.compile(r"(?<![\w/,.-])[-−]?\d{1,9}[*°]{0,2}$")),
    (Sort.DASH, re.compile(r"(?:(?<=\s)|^)[-–—]$")),
)


def cut_line(line: Line, *, gap: bool) -> CutLine:
    """Takes values off the line's end until words stand there; drawn rules that were read as "|" are none."""
    rest = " ".join(line.text.replace("|", " ").split())
    tokens: list[Token] = []
    while rest:
        found = next(((sort, m) for sort, pattern in _SORTS if (m := pattern.search(rest))), None)
        if found is None:
            break
        sort, match = found
        tokens.insert(0, Token(match[0].strip(), sort, line))
        rest = rest[: match.start()].rstrip()
    if rest and len(tokens) == 1 and tokens[0].sort is Sort.DASH:
        rest, tokens = f"{rest} {tokens[0].text}", []  # "Gröna vägen -": the name goes on
    return CutLine(line, fold(line.text.replace("%", " procent ")), rest, tuple(tokens), gap)
