"""Which names of two lists mean the same thing, however they are spelt, shortened or turned around.

>>> namesakes(["Ekdal, Nya vägar till arbete", "Ljusstugan"], ["Ljusstugan Ekdal", "Nya vägar, Ekdal", "Kaptenen"])
{1: 0, 0: 1}
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from underlag.values.folding import fold

ALIKE = 0.75
"""Of the words of the shorter name, as many must be in the longer."""

_BEGINNING = 5  # letters that two forms of a word share ("Språkstöd", "Språkstödsledare")
_SLIP = 85.0  # a word with a letter misread
_SMALL = frozenset("och i av for till med pa vid en ett den det som samt att m fl inom om".split())


def likeness(one: str, other: str) -> float:
    """How many of the words of the shorter name the longer has, 0-1; 0 where either has none."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return sum(any(_same(word, each) for each in long) for word in short) / len(short) if short else 0.0


def namesakes(names: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """For each of `names` that has one its namesake among `others`, by their numbers; the likeliest pairs first, none taken twice."""
    scores = [
        (alike, ratio(fold(name), fold(other)), -i, -j)
        for i, name in enumerate(names)
        for j, other in enumerate(others)
        if (alike := likeness(name, other)) >= ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(scores, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in fold(name).split() if word not in _SMALL))


@lru_cache(maxsize=4096)
def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _BEGINNING and (long.startswith(short) or ratio(one, other) >= _SLIP))
