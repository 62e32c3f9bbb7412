"""Numbers that a goal itself writes: how many, of what, how often, within which time.

>>> [(found.value.varde, found.value.per, found.value.avser) for found in quantities_in("Minst 20 nya deltagare per år.")]
[(20.0, 'ar', 'deltagare')]
>>> quantities_in("Uppföljning sker var femte månad.")
[]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from underlag.values.goal_numbers import Comparison, Number, numbers_in
from underlag.values.goal_words import DAYS, PERIODS, Goal, Per, read_goal
from underlag.values.numerals import NUMERALS
from underlag.values.spans import Found


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a goal. `avser` is the counted noun as written, `inom_dagar` the deadline (a week 7 days, a month 30)."""

    varde: float
    enhet: Literal["procent", "antal"]
    jamforelse: Comparison
    avser: str | None
    per: Per | None
    inom_dagar: int | None


_MODALS = frozenset("ska skall bor far erbjuds traffar har deltar kan".split())
_PEOPLE = re.compile(r".*(?:individer|personer|unga|ungdomar|deltagare|vuxna|man|män|kvinnor)(?:na)?")
_CLAUSE = frozenset({"och", "samt", "men", "varav", "medan", ";"})
# How far behind an article its frequency may stand: "ett avstämningsmöte med alla parter i insatsen per kvartal".
_ARTICLE_REACH = 8


def quantities_in(text: str) -> list[Found[Quantity]]:
    """Every number of a goal that counts something, in the order of the text; a range gives two.

    "en" and "ett" count with a comparison or a frequency. Ages, dates, money, lengths of time, list numbers and numbers that
    name a party or a part of a group give nothing.
    """
    goal = read_goal(text)
    numbers = numbers_in(goal)
    sentences = goal.sentences()
    per = _frequencies(goal, numbers, sentences)
    deadlines = _deadlines(goal, numbers, sentences)
    return [
        Found(_quantity(goal, number, per[at], deadlines[at]), goal.starts[number.first], goal.end(number.past - 1))
        for at, number in enumerate(numbers)
        if not number.article or _is_frequent(goal, number, sentences[number.sentence])
    ]


def _quantity(goal: Goal, number: Number, per: Per | None, days: int | None) -> Quantity:
    noun = None if number.noun is None else goal.tokens[number.noun]
    return Quantity(number.value, "procent" if number.percent else "antal", number.comparison, noun, per, days)


def _frequencies(goal: Goal, numbers: list[Number], sentences: list[tuple[int, int]]) -> list[Per | None]:
    """Each frequency belongs to the number before it; one that opens the sentence to all that follow in it.

    What is a part of something counted ("varav tolv") is counted as often.
    """
    found: list[Per | None] = [None] * len(numbers)
    for first, past in goal.marks["per"]:
        period = PERIODS[goal.words[past - 1]]
        before = _nearest_before(numbers, first, sentences)
        if before is not None:
            if found[before] is None and _may_recur(goal, numbers[before], first, period):
                found = [period if _same_place(numbers, at, before) else each for at, each in enumerate(found)]
        else:
            begin = next(begin for begin, end in sentences if begin <= first < end)
            end = next(end for start, end in sentences if start == begin)
            found = [period if each is None and first < numbers[at].first < end else each for at, each in enumerate(found)]
    for at in range(1, len(numbers)):
        here, last = numbers[at], numbers[at - 1]
        if found[at] is None and here.sentence == last.sentence and "varav" in goal.words[last.past : here.first]:
            found[at] = found[at - 1]
    return found


def _nearest_before(numbers: list[Number], token: int, sentences: list[tuple[int, int]]) -> int | None:
    before = [at for at, number in enumerate(numbers) if number.past <= token < sentences[number.sentence][1]]
    return before[-1] if before else None


def _same_place(numbers: list[Number], at: int, other: int) -> bool:
    """The same number, or the other end of its range."""
    one, two = numbers[at], numbers[other]
    return at == other or (
        one.sentence == two.sentence
        and abs(at - other) == 1
        and {one.comparison, two.comparison} == {"minst", "hogst"}
        and one.noun == two.noun
    )


def _may_recur(goal: Goal, number: Number, mark: int, period: Per) -> bool:
    """Not where people do something "varje vecka", nor a share further off than its own noun."""
    between = goal.words[number.past : mark]
    if number.percent:
        return len(between) <= 3
    people = number.noun is not None and _PEOPLE.fullmatch(goal.words[number.noun]) is not None
    return not (people and period != "ar" and any(word in _MODALS for word in between))


def _is_frequent(goal: Goal, number: Number, sentence: tuple[int, int]) -> bool:
    """Does a frequency stand close behind "ett möte", or just before it, with nothing else between?"""
    if number.noun is None:
        return False
    for first, past in goal.marks["per"] + goal.marks["rhythm"]:
        between = goal.words[number.noun + 1 : first]
        if number.noun < first < sentence[1] and len(between) <= _ARTICLE_REACH and not _is_broken(between):
            return True
        opens = sentence[0] <= first and not _is_broken(goal.words[sentence[0] : first])
        if opens and 0 <= number.first - past <= 3 and not _is_broken(goal.words[past : number.first]):
            return True
    return False


def _is_broken(words: tuple[str, ...]) -> bool:
    return any(word in NUMERALS or word in _CLAUSE or word in ("som", ",", ".") or word[0].isdigit() for word in words)


def _deadlines(goal: Goal, numbers: list[Number], sentences: list[tuple[int, int]]) -> list[int | None]:
    """A deadline belongs to the numbers before it in its clause; one before all numbers of its sentence, to all of them."""
    found: list[int | None] = [None] * len(numbers)
    for first, past in _longest(goal.marks["within"]):
        days = _days(goal, first, past)
        here = [at for at, number in enumerate(numbers) if sentences[number.sentence][0] <= first < sentences[number.sentence][1]]
        before = [at for at in here if numbers[at].past <= first]
        for at in _in_clause(goal, numbers, before) if before else here:
            found[at] = days if found[at] is None else found[at]
    return found


def _in_clause(goal: Goal, numbers: list[Number], before: list[int]) -> list[int]:
    """The last of these numbers, and those that no conjunction parts from it (both ends of a range always)."""
    clause = [before[-1]]
    for at in reversed(before[:-1]):
        between = goal.words[numbers[at].past : numbers[clause[-1]].first]
        if _CLAUSE.intersection(between) and not _same_place(numbers, at, clause[-1]):
            break
        clause.append(at)
    return clause


def _longest(marks: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Of marks that begin together the longest."""
    longest: dict[int, int] = {}
    for first, past in marks:
        longest[first] = max(past, longest.get(first, 0))
    return sorted(longest.items())


def _days(goal: Goal, first: int, past: int) -> int:
    """The last number before the unit of time, in days."""
    for word in reversed(goal.words[first : past - 1]):
        if word in NUMERALS or word[0].isdigit():
            amount = NUMERALS[word] if word in NUMERALS else float(word.replace(",", "."))
            return round(amount * DAYS[goal.words[past - 1]])
    return round(DAYS[goal.words[past - 1]])
