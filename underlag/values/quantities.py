"""Numbers that a goal itself writes: how many, of what, how often, within which time.

>>> [(found.value.varde, found.value.jamforelse, found.value.avser) for found in quantities_in("Minst 20 nya deltagare per år.")]
[(20.0, 'minst', 'deltagare')]
>>> quantities_in("Uppföljning sker var tredje månad.")
[]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from underlag.values.ages import ages_in
from underlag.values.amounts import amounts_in
from underlag.values.dates import dates_in
from underlag.values.goal_words import DAYS, HOURS, PERIODS, TIMES, Goal, Per, read_goal
from underlag.values.nouns import STOPS, counted_noun
from underlag.values.numerals import NUMERALS
from underlag.values.spans import Found

Unit = Literal["procent", "antal"]
Comparison = Literal["minst", "hogst", "exakt"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a goal. `avser` is the counted noun as written, `inom_dagar` the deadline (a week 7 days, a month 30)."""

    varde: float
    enhet: Unit
    jamforelse: Comparison
    avser: str | None
    per: Per | None
    inom_dagar: int | None


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in the tokens `first` up to `last` (a percent sign included), and the token past the whole of its range."""

    quantity: Quantity
    first: int
    last: int
    past: int
    noun: int | None


_PERCENT = ("%", "procent", "procentenheter")
_AT_LEAST = frozenset("minst minimum lagst atminstone overstiga overstiger ≥ >".split())
_AT_MOST = frozenset("hogst max maximalt maximum mest uppemot understiga understiger ≤ <".split())
_ABOUT = frozenset("ca cirka omkring ungefar runt totalt sammanlagt ca. c.a : . nagra ytterligare med till pa".split())
_DETERMINERS = frozenset("de den det alla samtliga våra dessa deras sina respektive dem".split())
_MODALS = frozenset("ska skall bor far erbjuds traffar har deltar kan".split())
_PARTY = re.compile(
    r"(?:samverkans)?part(?:er|erna)|(?:samverkans)?aktor(?:er|erna)|myndighet(?:er|erna)|huvudman(?:nen)?|organisation(?:er|erna)|kommun(?:er|erna)"
)
_PREPOSITIONS = frozenset("mellan hos fran av inom med for i till kring over bland".split())
_PEOPLE = re.compile(r".*(?:individer|personer|unga|ungdomar|deltagare|vuxna|man|kvinnor|gruppen|aldern|aldrarna|alder|invanare)(?:na)?")
_CHANGE = frozenset("oka okar okat okas okning minska minskar minskat minskas minskning hoja hojas sanka sankas".split())
_DONE = re.compile(r"\w+(?:it|at|tt|rt)")
_MANY = re.compile(r"(?!studier$)\w{4,}(?:ar|er|or)")


def quantities_in(text: str) -> list[Found[Quantity]]:
    """Every number of a goal that counts something, in the order of the text; a range gives two."""
    goal = read_goal(text)
    taken = _taken(goal)
    found: list[Found[Quantity]] = []
    for first, past in goal.sentences():
        numbers = _numbers(goal, taken, first, past)
        numbers = _with_deadlines(goal, _with_frequencies(goal, numbers, first, past), first, past)
        found.extend(Found(each.quantity, goal.starts[each.first], goal.end(each.last)) for each in numbers if _counts(goal, each))
    return found


def _taken(goal: Goal) -> frozenset[int]:
    """Tokens that belong to ages, dates, amounts of money, deadlines or numbers that count nothing."""
    spans = [(age.start, age.end) for age in ages_in(goal.plain)]
    spans += [(day.start, day.end) for day in dates_in(goal.plain, year=2000)]
    spans += [(amount.start, amount.end) for amount in amounts_in(goal.plain) if amount.value.unit]
    taken: set[int] = set()
    at = 0
    for start, end in sorted(spans):
        while at < len(goal.starts) and goal.starts[at] < start:
            at += 1
        inside = at
        while inside < len(goal.starts) and goal.starts[inside] < end:
            taken.add(inside)
            inside += 1
    for kind in ("within", "rhythm"):
        taken.update(index for first, past in goal.marks[kind] for index in range(first, past))
    frequencies = {index for first, past in goal.marks["per"] for index in range(first, past)}
    for first, past in goal.marks["other"]:
        percent = past < len(goal.words) and goal.words[past] in _PERCENT
        if not percent and first not in frequencies:
            taken.add(past - 1)
    return frozenset(taken)


def _numbers(goal: Goal, taken: frozenset[int], first: int, past: int) -> list[_Number]:
    """The numbers of a sentence, each range as two, before frequencies and deadlines."""
    ranges = {_first_number(goal, start): (start, end) for start, end in goal.marks["range"] if first <= start and end <= past}
    thousands = dict(goal.marks["thousand"])
    numbers: list[_Number] = []
    at = first
    for start, end in goal.marks["number"] + goal.marks["range"]:
        del start, end
    while at < past:
        step = _range_at(goal, ranges, at, past) or _number_at(goal, thousands, at, past)
        if not step:
            at += 1
            continue
        if step[0].first not in taken and not _is_no_count(goal, step, (first, past)):
            numbers.extend(step)
        at = step[-1].past
    return numbers
