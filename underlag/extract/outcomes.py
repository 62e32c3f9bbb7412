"""Was a goal reached? What the report itself says, and what two numbers of one unit show.

>>> said("Målet har inte nåtts."), said("målet har i huvudsak nåtts"), said("Bägge målen har uppfyllts."), said("Arbetet pågår.")
('nej', 'delvis', 'ja', None)
>>> measured("70 elever ska delta", "bara 58 elever deltog"), measured("80 % ska vara nöjda", "85 %")
('nej', 'ja')
"""

from __future__ import annotations

import re
from typing import Literal

from underlag.schemas.page import EMPTY, MARKED
from underlag.values.folding import fold
from underlag.values.measures import compared

Reached = Literal["ja", "delvis", "nej"]

_REACHED = (
    r"(?:upp)?na(?:dd[ae]?s?|tts?|tt|ddes)|uppna(?:s|r|tt|ddes|dda|dde)?|uppfyll(?:t|ts|s|da|des|d|er|de)"
    r"|infria(?:t|ts|des|de|s|d)|avklara(?:t|d|de)|genomfor(?:t|ts|d|da|des)"
)
_VERB = re.compile(rf"\b(?:{_REACHED})\b")
_PARTLY = re.compile(
    r"\b(?:delvis|till (?:viss|stor|storre|liten) del|i viss man|i huvudsak|i stort sett|till halften|nastan"
    r"|(?:inte|ej) (?:helt|fullt ut)|pa god vag)\b"
)
_NOT = re.compile(r"\b(?:ej|inte|icke|inget|ingen|inga|aldrig)\b")
_NEAR = 45
_ALONE: dict[str, Reached] = {
    "ja": "ja",
    "nej": "nej",
    "delvis": "delvis",
    "uppnatt": "ja",
    "uppfyllt": "ja",
    "nej ej uppfyllt": "nej",
    "helt": "ja",
    "inte": "nej",
    "ej": "nej",
}
_BOX = re.compile(rf"[{MARKED}{EMPTY}]")


def is_reaching(text: str) -> bool:
    """Does the text speak of a goal as reached or not reached?"""
    folded = fold(text)
    return bool(re.search(r"\bmal(?:et|en|sattning\w*)?\b", folded) and _VERB.search(folded))


def said(text: str) -> Reached | None:
    """What the text says of the goal; None where it says nothing of the kind. Only its first two sentences count."""
    if MARKED in text:
        text = _marked(text)
    folded = fold(text)
    if (alone := _ALONE.get(folded)) is not None:
        return alone
    if re.match(r"(?:ja|nej|delvis)\b", folded) and re.match(r"\s*(?:ja|nej|delvis)\s*[.,:;–-]", text, re.IGNORECASE):
        return _ALONE[folded.split()[0]]
    head = fold(" ".join(re.split(r"(?<=[.!?])\s+", text)[:2]))
    for verb in _VERB.finditer(head):
        around = head[max(0, verb.start() - _NEAR) : verb.end() + 20]
        if not (re.search(r"\bmal(?:et|en|sattning\w*|nivan?)?\b", head) or verb.start() < _NEAR):
            continue
        if verb[0].startswith(("genomfor", "avklara")) and not re.search(r"\bmal(?:et|en)?\b", around):
            continue
        if _PARTLY.search(around):
            return "delvis"
        return "nej" if _NOT.search(around) else "ja"
    return None


def _marked(text: str) -> str:
    """The word whose box is marked, whether the boxes stand before their words or behind them."""
    words = [word.strip() for word in _BOX.split(text)]
    at = [box[0] for box in _BOX.finditer(text)].index(MARKED)
    return words[at + (not words[0] or words[0].endswith(":"))]


def measured(goal: str, outcome: str) -> Reached | None:
    """Reached or not, where the goal and its outcome are each one number (or a span) of the same unit; else None."""
    found = compared(goal, outcome)
    return None if found is None else "ja" if found.reached else "nej"
