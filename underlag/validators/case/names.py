"""How alike two names of insatser are: what documents add, leave out, shorten or misspell does not make another insats.

Finer than `values.insats_names`, which serves the few papers of one meeting: here the documents of many years meet, and of many parties.

>>> likeness("Projekt Vägen in, förlängning 2024-2025", "Vägen in")
1.0
>>> likeness("Vägen in – stöd till unga", "Vägen in") > likeness("Vägen in för unga", "Vägen in") > likeness("Vägen ut", "Vägen in")
True
>>> likeness("Vägen in 2", "Vägen in"), likeness("Håbo, Vägen in", "Håbo, Språkcafé")
(0.0, 0.0)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from underlag.schemas.places import COUNTIES
from underlag.values.folding import fold

EQUAL, NEAR, SHORTENED, PERHAPS = 1.0, 0.95, 0.92, 0.75

_SPELT_ALIKE = 90.0
_SHORTEST_SHORT = 4  # letters of a name that may be a part of a longer one by more than chance
_LONGEST_ACRONYM = 6
_ADDED = frozenset(
    """
    insats insatsen samverkansinsats samverkansinsatsen projekt projektet ansokan forlangning forlangningen forlangd fortsattning fortsatt
    finansiering budget kvartalsrapport slutrapport kommun kommunen stad region regionen lan av om for till och i pa med den
    """.split()
)
_ENDINGS = re.compile(r"(?<=\w{4})(?:projektet|projekt|insatsen)$")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?: \d\d\b)?")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4"}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_TAIL = re.compile(r"\s+[-–—]\s+|[:;,(|/]")
_PLACES = frozenset(fold(name) for names in COUNTIES.values() for name in names)


class _Name(NamedTuple):
    """What tells an insats: the words of its name that are its own, and its numbers (of years none)."""

    words: tuple[str, ...]
    numbers: frozenset[str]

    @property
    def joined(self) -> str:
        return "".join(self.words)


def likeness(one: str, other: str, places: frozenset[str] = frozenset()) -> float:
    """0-1. `places`: folded words that say where (of the parties' names), beside the names of municipalities.

    `EQUAL`: the same words; `NEAR`: misspelt, or with a place added; `SHORTENED`: the other without its tail, or its own short form in
    brackets; `PERHAPS`: the other with words added that may make it another insats, or its initials.
    """
    a, b = _name(one), _name(other)
    if not a.words or not b.words or a.numbers != b.numbers:
        return 0.0
    if a.joined == b.joined:
        return EQUAL
    if ratio(a.joined, b.joined) >= _SPELT_ALIKE:
        return NEAR
    return max(_contained(one, other, places), _contained(other, one, places), _acronym(one, other), _acronym(other, one))


def own_words(name: str) -> str:
    """What tells the insats, folded: its name without its tail behind a dash or comma, without years and words that any may have."""
    words = _YEARS.sub(" ", fold(_head(name))).split()
    return " ".join([word for word in words if word not in _ADDED] or words)


def _contained(short: str, long: str, places: frozenset[str]) -> float:
    """Is `short` the longer name without some of its words?"""
    a, head = _name(short), _name(_head(long))
    added = _added(a, _name(long)) if len(a.joined) >= _SHORTEST_SHORT else None
    if added is None:
        return _same_head(short, long)
    if all(_is_place(word, places) for word in added):
        return NEAR
    before_tail = _added(a, head)
    return PERHAPS if before_tail is None or not all(_is_place(word, places) for word in before_tail) else SHORTENED


def _added(short: _Name, long: _Name) -> set[str] | None:
    """The words that `long` has besides those of `short`; None where it lacks one of them."""
    if not short.words or not all(any(ratio(word, w) >= _SPELT_ALIKE for w in long.words) for word in short.words):
        return None
    return {w for w in long.words if not any(ratio(word, w) >= _SPELT_ALIKE for word in short.words)}


def _same_head(one: str, other: str) -> float:
    """Do both begin alike (with more than a place), and go on differently behind a dash, comma or bracket?"""
    head, same = _name(_head(one)), _name(_head(one)).joined == _name(_head(other)).joined
    tells = len(head.joined) >= _SHORTEST_SHORT and not all(_is_place(word, frozenset()) for word in head.words)
    return PERHAPS if same and tells and not _two_places(one, other) else 0.0


def _two_places(one: str, other: str) -> bool:
    """Do the names say two different places?"""
    here, there = ({word for word in _name(name).words if _is_place(word, frozenset())} for name in (one, other))
    return bool(here and there) and here != there


def _acronym(short: str, long: str) -> float:
    """Is `short` the short form that `long` gives in brackets, or made of its initials?"""
    own = _name(short).joined
    if any(_name(inside).joined == own for inside in _BRACKETS.findall(long)):
        return SHORTENED
    initials = {"".join(word[0] for word in fold(long).split()), "".join(word[0] for word in _name(long).words)}
    return PERHAPS if 2 < len(own) <= _LONGEST_ACRONYM and own in initials else 0.0


def _head(name: str) -> str:
    return _TAIL.split(name.strip(), maxsplit=1)[0]


def _is_place(word: str, places: frozenset[str]) -> bool:
    return word in places or word in _PLACES or word.removesuffix("s") in _PLACES


@lru_cache(maxsize=1024)
def _name(text: str) -> _Name:
    every = _YEARS.sub(" ", fold(text)).split()
    numbers = frozenset(_ROMAN.get(word, word) for word in every if word in _ROMAN or word.isdecimal())
    words = [word for word in every if word not in _ROMAN and not word.isdecimal()]
    own = [_ENDINGS.sub("", word) for word in words if word not in _ADDED]
    return _Name(tuple(own or words), numbers)
