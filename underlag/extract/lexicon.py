"""Swedish words and how common they are, for telling which word a damaged one was.

Frequencies come from the package `wordfreq` (its large Swedish list); the words of the forms and of the trade, and the names of
municipalities and authorities, are added to them, since a text that has lost its dots is nearly always made of these. Whether
a rarer word is one at all is asked of `speller`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from underlag.schemas.ansokan import FORM
from underlag.schemas.places import AUTHORITIES, COUNTIES, REGIONS
from underlag.schemas.standing import STANDING_TERMS
from underlag.schemas.trade import SURE_TWINS, TRADE
from underlag.schemas.wordings import PARTY, SIGNATURE

RAREST = 620
"""The rarest word that counts as one, in centibels below every word of a text: 620 is one word in 1.6 million."""
_OF_THE_TRADE = 400
_BONUS = 60
_HARDLY = 740
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`costs`: how rare each word is, in centibels (200 is one word in a hundred, 600 one in a million). `rare`:
    words too rare to be guessed, which are still words where they stand. `openings`: every beginning of a word of `costs`, the words
    themselves included. `trade`: the words of the forms and of the trade. `places`: the words that names of places are made of.
    """

    costs: dict[str, int]
    rare: dict[str, int]
    openings: frozenset[str]
    trade: frozenset[str]
    places: frozenset[str]


def _words(texts: Iterator[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


def _of_the_forms() -> Iterator[str]:
    """The forms' own labels, instructions and terms."""
    yield from (label for f in FORM.fields for label in (*f.labels, *f.weak))
    yield from (*FORM.ignored, STANDING_TERMS, *(wording for wording, _ in FORM.levels))
    yield from (w for words in (*PARTY.values(), *SIGNATURE.values()) for w in words)


def _of_places() -> Iterator[str]:
    for place in (*COUNTIES, *REGIONS, *(name for names in COUNTIES.values() for name in names)):
        yield place
        yield place if place.endswith("s") else f"{place}s"


@cache
def swedish() -> Lexicon:
    """The lexicon, loaded when it is first asked for (0.3 CPU seconds)."""
    from wordfreq import get_frequency_list  # noqa: PLC0415 - damaged text alone needs it, and it costs every start 0.2 s

    by_cost = get_frequency_list("sv", "large")
    costs = {word: cost for cost, words in enumerate(by_cost[: RAREST + 1]) for word in words if word.isalpha()}
    rare = {word: cost for cost, words in enumerate(by_cost[RAREST + 1 : _HARDLY], RAREST + 1) for word in words}
    places = _words(_of_places())
    trade = _words(_of_the_forms()) | TRADE | SURE_TWINS | _words(iter(AUTHORITIES))
    for word in trade | places:
        costs[word] = min(costs.get(word, _OF_THE_TRADE), _OF_THE_TRADE) - _BONUS
    return Lexicon(costs, rare, frozenset(word[:n] for word in costs for n in range(1, len(word) + 1)), trade, places)
