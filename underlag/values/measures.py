"""A goal and its outcome as two numbers of one unit, and whether the one reaches the other.

>>> found = compared("Minst 70 elever ska delta", "bara 58 elever deltog")
>>> found.wanted.varde, found.got.varde, found.reached
(70.0, 58.0, False)
>>> compared("80 % ska vara nöjda", "De flesta är nöjda") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from underlag.values.folding import fold
from underlag.values.quantities import Quantity, quantities_in

_NONE_OF = re.compile(r"\b(?:inga|ingen|inget|noll)\s+(\w+)")
_ANYONE = frozenset("deltagare deltagarna personer individer manniskor".split())
"""Those who take part, by any name."""
_BARE = re.compile(r"\s*(?:ca\.?|cirka|totalt)?\s*(\d{1,5})\s*(?:st\.?)?\s*")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a goal asks for, and what its outcome gives of the same."""

    wanted: Quantity
    got: Quantity

    @property
    def reached(self) -> bool:
        """Is it as much as is wanted, or no more than is allowed?"""
        return self.got.varde <= self.wanted.varde if self.wanted.jamforelse == "hogst" else self.got.varde >= self.wanted.varde


def compared(goal: str, outcome: str) -> Measure | None:
    """The goal's first number with the outcome's one number of the same unit and noun; None where there is no such pair."""
    wanted = [f.value for f in quantities_in(goal)]
    if not wanted:
        return None
    first = wanted[0]
    got = _counted(outcome, [q.avser for q in wanted if q.avser])
    if first.enhet == "procent":
        alike = [q for q in got if q.enhet == "procent"]
        if sum(q.enhet == "procent" for q in wanted) > 1:
            return None
    else:
        bare = _BARE.fullmatch(outcome)
        alike = [q for q in got if q.enhet == "antal" and q.avser and first.avser and _same(q.avser, first.avser)]
        if bare and not alike:
            alike = [Quantity(float(bare[1]), "antal", "exakt", first.avser, first.per, None)]
    if len(alike) != 1 or (first.per and alike[0].per and first.per != alike[0].per):
        return None
    return Measure(first, alike[0])


def _counted(text: str, nouns: list[str]) -> list[Quantity]:
    """The quantities of the text, and "inga deltagare" as none of what the goal counts."""
    found = [f.value for f in quantities_in(text)]
    none = (match[1] for match in _NONE_OF.finditer(fold(text)) if any(_same(match[1], noun) for noun in nouns))
    return found + [Quantity(0.0, "antal", "exakt", noun, None, None) for noun in none]


def _same(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    return a == b or (a in _ANYONE and b in _ANYONE) or (min(len(a), len(b)) >= 5 and (a[:5] == b[:5] or fuzz.ratio(a, b) >= 85))
