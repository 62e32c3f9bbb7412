"""What a scan reader without å, ä and ö makes of Swedish letters, and which words a row of its signs may have been.

Costs are centibels: 100 makes a reading ten times less likely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from underlag.extract.lexicon import Lexicon
from underlag.extract.speller import is_swedish

_MOST = 420
_PART_WORST = 150
_LOST_LETTER = 300
_JOINT = 150
_SHORTEST_PART = 3
_COMMON_PART = 520
_RARE_PART = 6
_KEPT = 3
_ENDING = 150

# One sign read -> (letters meant, cost).
_SIGNS: dict[str, tuple[tuple[str, int], ...]] = {
    "a": (("å", 0), ("ä", 0), ("ö", 260)),
    "b": (("ö", 260),),
    "o": (("ö", 0),),
    "é": (("ö", 0), ("ä", 60), ("å", 80)),
    "á": (("å", 0), ("ä", 0)),
    "à": (("å", 0), ("ä", 0)),
    "ó": (("ö", 0),),
    "ü": (("ö", 60), ("ä", 120)),
    "d": (("å", 120), ("ä", 120), ("ö", 150)),
    "6": (("ö", 0),),
    "0": (("ö", 60), ("o", 60)),
    "&": (("å", 20), ("ä", 20), ("ö", 60)),
    "@": (("ä", 20), ("å", 20)),
    "€": (("ä", 60), ("ö", 60)),
    "?": (("å", 0), ("ä", 0), ("ö", 0)),
    "\ufffd": (("å", 0), ("ä", 0), ("ö", 0)),
    "3": (("å", 40),),
    "4": (("å", 40), ("ä", 40)),
    "g": (("ä", 260), ("ö", 260)),
    "t": (("ö", 300),),
    "i": (("ä", 130), ("å", 200), ("l", 220)),
    "e": (("ö", 260),),
    "I": (("l", 60),),
    "J": (("l", 150),),
    "[": (("l", 60),),
    "|": (("l", 80), ("i", 80)),
    "1": (("l", 60),),
    "w": (("vv", 120), ("v", 200)),
    "m": (("rn", 240),),
}
# Two signs read as of one letter or two.
_PAIRS: dict[str, tuple[tuple[str, int], ...]] = {
    "di": (("ä", 200),),
    "id": (("ä", 200),),
    "ad": (("å", 200), ("ä", 200)),
    "ii": (("ä", 130), ("å", 200)),
    "ia": (("ä", 150),),
    "ai": (("ä", 150),),
    "éo": (("ö", 40),),
    "oé": (("ö", 40),),
    "é6": (("ö", 40),),
    "6é": (("ö", 40),),
    "dé": (("ö", 80),),
    "6d": (("ö", 80),),
    "éd": (("ö", 80), ("ä", 80)),
    "éa": (("å", 60), ("ä", 60)),
    "éi": (("ä", 60),),
    "aé": (("ä", 60), ("å", 60)),
    "oo": (("ö", 120),),
    "li": (("ll", 220),),
    "rn": (("m", 180),),
    "cl": (("d", 200),),
    "wv": (("v", 120), ("vv", 120)),
    "vw": (("v", 120), ("vv", 120)),
}
# The signs that nothing but a lost dot is needed to explain, for words that no list holds.
_LOST_DOTS = {
    "a": "aåä",
    "o": "oö",
    "é": "öäå",
    "á": "åä",
    "à": "åä",
    "ó": "ö",
    "6": "ö",
    "0": "oö",
    "4": "åä",
    "&": "åäö",
    "?": "åäö",
    "\ufffd": "åäö",
}
_MOST_SPELLINGS = 600
_ENDINGS = frozenset(
    """
    s n en et ns ens ets na nas t a r er ar e de or orna ena erna arna ers ande ade nde ndes nden ning ningar ing ingar ingarna ningen
    ningarna het heten lig liga ligt iga igt are aren arens bar bara
    """.split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the letters meant, and how unlikely that is."""

    text: str
    cost: int


def whole_readings(signs: str, lexicon: Lexicon, *, gaps: int = 0) -> list[Reading]:
    """The words of the lexicon that the signs may have been, likeliest first; up to `gaps` of their å, ä and ö left no sign."""
    best: dict[str, int] = {}
    for end, reading in _words_from(signs, 0, lexicon, gaps=gaps):
        if end == len(signs):
            best[reading.text] = min(reading.cost, best.get(reading.text, reading.cost))
    return sorted((Reading(text, cost) for text, cost in best.items()), key=lambda r: r.cost)


def compound_readings(signs: str, lexicon: Lexicon) -> list[Reading]:
    """The likeliest ways to read the word as several put together, best first."""
    reached: list[dict[str, int]] = [{} for _ in range(len(signs) + 1)]
    reached[0][""] = 0
    for at in range(len(signs)):
        if not reached[at]:
            continue
        here = sorted(reached[at].items(), key=lambda r: r[1])[:_KEPT]
        for end, part in _parts(signs, at, lexicon):
            for text, cost in here:
                whole, total = text + part.text, cost + part.cost + (_JOINT if at else 0)
                if total < reached[end].get(whole, 10**6):
                    reached[end][whole] = total
    return sorted((Reading(text, cost) for text, cost in reached[-1].items()), key=lambda r: r.cost)


def spelt_readings(signs: str) -> list[str]:
    """The words that Hunspell knows among those that the signs may have been, were their dots alone lost; none where that is too many."""
    choices = [_LOST_DOTS.get(sign, sign.lower()) for sign in signs]
    if prod(map(len, choices)) > _MOST_SPELLINGS:
        return []
    return [word for word in map("".join, product(*choices)) if is_swedish(word)]


def _steps(signs: str, at: int) -> Iterator[tuple[str, int, int]]:
    """What the signs at a place may have been: `(letters, signs used, cost)`."""
    sign = signs[at]
    if sign.isalpha():
        yield sign.lower(), 1, 0 if sign != "é" else 60
    for letters, cost in _SIGNS.get(sign, ()):
        yield letters, 1, cost
    for letters, cost in _PAIRS.get(signs[at : at + 2].lower(), ()):
        yield letters, 2, cost


def _words_from(signs: str, start: int, lexicon: Lexicon, most: int = _MOST, *, gaps: int = 0) -> Iterator[tuple[int, Reading]]:
    """Every word of the lexicon that the signs from `start` may have been: `(where it ends, the word)`."""
    open_ends = [(start, "", 0, gaps)]
    while open_ends:
        at, letters, cost, left = open_ends.pop()
        if letters in lexicon.costs:
            yield at, Reading(letters, lexicon.costs[letters] + cost)
        if at >= len(signs):
            continue
        steps = [*_steps(signs, at), *((c, 0, _LOST_LETTER) for c in "åäö" if left)]
        for new, used, extra in steps:
            if cost + extra <= most and letters + new in lexicon.openings:
                open_ends.append((at + used, letters + new, cost + extra, left - (not used)))


def _parts(signs: str, at: int, lexicon: Lexicon) -> Iterator[tuple[int, Reading]]:
    """What may stand at a place inside a compound: a word, a word with the s that joins, an ending."""
    for end, word in _words_from(signs, at, lexicon, _PART_WORST):
        if len(word.text) < _SHORTEST_PART or (len(word.text) < 5 and lexicon.costs[word.text] > _COMMON_PART):
            continue
        yield end, word
        if signs[end : end + 1].lower() == "s" and end + 1 < len(signs):
            yield end + 1, Reading(word.text + "s", word.cost + 40)
    for end in range(at + _RARE_PART, len(signs) + 1):
        rare = lexicon.rare.get(signs[at:end].lower())
        if rare is not None:
            yield end, Reading(signs[at:end].lower(), rare)
    if at and signs[at:].lower() in _ENDINGS:
        yield len(signs), Reading(signs[at:].lower(), _ENDING)
