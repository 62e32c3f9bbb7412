"""The numbers of a goal that count something, each with its comparison and the noun that it counts.

>>> [(number.value, number.noun) for number in numbers_in(read_goal("Minst 20 nya deltagare i tre grupper"))]
[(20.0, 3), (3.0, 6)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from underlag.values.ages import ages_in
from underlag.values.amounts import amounts_in
from underlag.values.dates import dates_in
from underlag.values.goal_words import HOURS, TIMES, Goal, read_goal
from underlag.values.nouns import STOPS, counted_noun
from underlag.values.numerals import NUMERALS

Comparison = Literal["minst", "hogst", "exakt"]

__all__ = ["Comparison", "Number", "numbers_in", "read_goal"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the tokens `first` up to before `past` (a percent sign included) of sentence `sentence`; `noun` is a token."""

    value: float
    percent: bool
    comparison: Comparison
    first: int
    past: int
    noun: int | None
    sentence: int
    article: bool
    """The number is "en" or "ett" and no comparison stands before it: it counts only with a frequency."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A number as it stands, or the two of a range: tokens `first` up to before `past`, in the sentence that ends at `end`."""

    values: tuple[float, ...]
    firsts: tuple[int, ...]
    past: int
    percent: bool
    begin: int
    end: int

    @property
    def first(self) -> int:
        return self.firsts[0]


_PERCENT = frozenset({"%", "procent", "procents", "procentenheter"})
_AT_LEAST = frozenset("minst minimum lagst atminstone overstiga overstiger ≥ >".split())
_AT_MOST = frozenset("hogst max maximalt maximum mest uppemot understiga understiger ≤ <".split())
_ABOUT = frozenset("ca cirka omkring ungefar runt totalt sammanlagt ca. c.a : . nagra ytterligare med till pa".split())
_OR_MORE: dict[str, Comparison] = {
    **dict.fromkeys(("fler", "mer", "hogre", "over"), "minst"),
    **dict.fromkeys(("farre", "mindre", "lagre", "under"), "hogst"),
}
_DETERMINERS = frozenset("de den det alla samtliga våra dessa deras sina respektive dem".split())
_PARTY = re.compile(
    r"(?:samverkans)?part(?:er|erna)|(?:samverkans)?aktor(?:er|erna)|myndighet(?:er|erna)|huvudman(?:nen)?|organisation(?:er|erna)|kommun(?:er|erna)"
)
_PREPOSITIONS = frozenset("mellan hos fran av inom med for i till kring over bland".split())
_PEOPLE = re.compile(
    r".*(?:individer|personer|unga|ungdomar|deltagare|vuxna|man|män|kvinnor|gruppen|aldern|aldrarna|alder|invanare)(?:na)?"
)
_CHANGE = re.compile(r"(?:oka|minska|hoja|sanka)[rst]?|(?:okn|minskn|hojn|sankn)ing(?:en)?")
_DONE = re.compile(r"\w+(?:it|at|tt|rt)")
_MANY = re.compile(r"(?!studier$)\w{4,}(?:ar|er|or)")
# How far on the unit of time may stand: "3, 6, 12 och 24 månader".
_LIST_REACH = 10
_FIGURE = re.compile(r"[0-9]{1,6}(?:,[0-9]{1,2})?")


def numbers_in(goal: Goal) -> list[Number]:
    """The numbers that count something, in order; of a range the lower (`minst`) and the higher (`hogst`)."""
    taken = _taken(goal)
    numbers: list[Number] = []
    for index, (begin, end) in enumerate(goal.sentences()):
        for place in _places(goal, begin, end):
            if taken.isdisjoint(place.firsts) and not _counts_nothing(goal, place):
                numbers.extend(_numbers(goal, place, index, numbers))
    return numbers


def _taken(goal: Goal) -> frozenset[int]:
    """Tokens of ages, dates, money and deadlines, and numbers that only name something."""
    spans = [(age.start, age.end) for age in ages_in(goal.plain)]
    spans += [(day.start, day.end) for day in dates_in(goal.plain, year=2000)]
    spans += [(amount.start, amount.end) for amount in amounts_in(goal.plain) if amount.value.unit]
    at, taken = 0, set[int]()
    for start, end in sorted(spans):
        while at < len(goal.starts) and goal.starts[at] < start:
            at += 1
        while at < len(goal.starts) and goal.starts[at] < end:
            taken.add(at)
            at += 1
    for kind in ("within", "rhythm"):
        taken.update(index for first, past in goal.marks[kind] for index in range(first, past))
    frequencies = {index for first, past in goal.marks["per"] for index in range(first, past)}
    taken.update(past - 1 for first, past in goal.marks["name"] if first not in frequencies and not _is_percent(goal, past))
    return frozenset(taken)


def _is_percent(goal: Goal, at: int) -> bool:
    return at < len(goal.words) and goal.words[at] in _PERCENT


def _places(goal: Goal, begin: int, end: int) -> list[_Place]:
    """The numbers of a sentence, ranges taken whole."""
    places: list[_Place] = []
    at = begin
    while at < end:
        place = _range(goal, at, begin, end) or _single(goal, at, begin, end)
        if place is None:
            at += 1
        else:
            places.append(place)
            at = place.past
    return places


def _range(goal: Goal, at: int, begin: int, end: int) -> _Place | None:
    """ "40-50", "10 till 15 %", "mellan 10 och 15", "två-tre"; not the way "från 20 till 40" of a change."""
    low, joint, high = at, goal.words[at].partition("-"), at
    if joint[1] and joint[0] in NUMERALS and joint[2] in NUMERALS:
        values, firsts = (float(NUMERALS[joint[0]]), float(NUMERALS[joint[2]])), (at, at)
    else:
        middle = at + 2 if _is_percent(goal, at + 1) else at + 1
        high = middle + 1
        if high >= end or not _joins(goal, middle, before=at - 1, begin=begin):
            return None
        first, second = _value(goal, low), _value(goal, high)
        if first is None or second is None or first >= second or (first < 1900 <= second):
            return None
        values, firsts = (first, second), (low, high)
    percent = _is_percent(goal, high + 1)
    return _Place(values, firsts, high + (2 if percent else 1), percent, begin, end)


def _joins(goal: Goal, middle: int, *, before: int, begin: int) -> bool:
    opening = goal.words[before] if before >= begin else ""
    if goal.words[middle] == "och":
        return opening == "mellan"
    if goal.words[middle] == "till" and opening == "fran":
        return not any(_CHANGE.fullmatch(word) for word in goal.words[max(begin, before - 12) : before])
    return goal.words[middle] in ("-", "till")


def _single(goal: Goal, at: int, begin: int, end: int) -> _Place | None:
    value = _value(goal, at)
    if value is None:
        return None
    past = at + 1
    if past < end and re.fullmatch("[1-9][0-9]{0,2}", goal.words[at]) and re.fullmatch("[0-9]{3}", goal.words[past]):
        value, past = value * 1000 + int(goal.words[past]), past + 1
    percent = _is_percent(goal, past) and past < end
    return _Place((value,), (at,), past + percent, percent, begin, end)


def _value(goal: Goal, at: int) -> float | None:
    word = goal.words[at]
    if word in NUMERALS:
        return float(NUMERALS[word])
    if _FIGURE.fullmatch(word) or (_is_percent(goal, at + 1) and re.fullmatch(r"[0-9]{1,3}\.[0-9]{1,2}", word)):
        return float(word.replace(",", "."))
    return None


def _counts_nothing(goal: Goal, place: _Place) -> bool:
    """Is it a list number, a year, a length of time, a party's number, the whole of "8 av 10", or a number in figures and words?"""
    words = goal.words
    before = words[place.first - 1] if place.first > place.begin else ""
    after = words[place.past] if place.past < place.end else ""
    if place.percent:
        return False
    return (
        (place.first == place.begin and (after == ")" or (after in (".", ":") and place.past < place.end)))
        or (all(1900 <= value <= 2099 for value in place.values) and len(words[place.first]) == 4)
        or (before == "(" and after == ")")
        or _is_ratio(goal, place)
        or _is_time(goal, place)
        or _is_age(goal, place)
        or (before == "av" and place.first - 2 >= place.begin and _value(goal, place.first - 2) is not None)
        or _is_party(goal, place)
    )


def _is_ratio(goal: Goal, place: _Place) -> bool:
    """ "1:1", "2003:1210": figures that a colon joins without a space."""
    around = goal.plain[max(0, goal.starts[place.first] - 2) : goal.starts[place.first]], goal.plain[goal.end(place.past - 1) :][:2]
    return re.fullmatch("[0-9]:", around[0]) is not None or re.fullmatch(":[0-9]", around[1]) is not None


def _is_time(goal: Goal, place: _Place) -> bool:
    """A length of time ("6 månader efter", "4, 8 och 12 månader"), unless so much of it falls on every week or year."""
    at = place.past
    while (
        at + 1 < min(place.end, place.past + _LIST_REACH)
        and goal.words[at] in (",", "och", "eller", "-", "till", "/")
        and _value(goal, at + 1) is not None
    ):
        at += 2
    if at >= place.end or goal.words[at] not in TIMES or goal.tokens[at].casefold() == "är":
        return False
    if any(first == at + 1 for first, _ in goal.marks["per"] + goal.marks["rhythm"]):
        return False
    before = goal.words[place.first - 1] if place.first > place.begin else ""
    return goal.words[at] not in HOURS or before not in _AT_LEAST | _AT_MOST


def _is_age(goal: Goal, place: _Place) -> bool:
    """ "vuxna 18-66": a span of ages behind those who have them."""
    if len(place.values) != 2 or place.first == place.begin or not (place.values[0] >= 13 and place.values[1] <= 99):
        return False
    return bool(_PEOPLE.fullmatch(goal.words[place.first - 1])) and _noun(goal, place) is None


def _is_party(goal: Goal, place: _Place) -> bool:
    """ "hos minst två parter", "två av huvudmännen": how many of those who cooperate, not what is counted."""
    noun = _noun(goal, place)
    if noun is None or not _PARTY.fullmatch(goal.words[noun]):
        return False
    at = place.first - 1
    while at >= place.begin and goal.words[at] in _AT_LEAST | _AT_MOST | {"de", "alla"}:
        at -= 1
    return (at >= place.begin and goal.words[at] in _PREPOSITIONS) or goal.words[place.past] == "av"


def _numbers(goal: Goal, place: _Place, sentence: int, earlier: list[Number]) -> list[Number]:
    said = _comparison(goal, place)
    noun = _noun(goal, place)
    if noun is None and not (earlier and earlier[-1].sentence == sentence):
        noun = _noun_before(goal, place)
    article = said == "exakt" and goal.words[place.first] in ("en", "ett") and not place.percent
    if len(place.values) == 1:
        return [Number(place.values[0], place.percent, said, place.first, place.past, noun, sentence, article)]
    low, high = place.values
    first, second = place.firsts
    return [
        Number(low, place.percent, "minst", first, first + 1, noun, sentence, False),
        Number(high, place.percent, "hogst", second, place.past, noun, sentence, False),
    ]


def _comparison(goal: Goal, place: _Place) -> Comparison:
    behind = goal.words[place.past : min(place.past + 4, place.end)]
    for alternative in (after for word, after in pairwise(behind) if word == "eller"):
        if alternative in _OR_MORE:
            return _OR_MORE[alternative]
    at = place.first - 1
    while at - 1 >= place.begin and goal.words[at] in _ABOUT and not (goal.words[at] == "till" and goal.words[at - 1] == "upp"):
        at -= 1
    near = goal.words[max(place.begin, at - 2) : at + 1]
    return _comparison_of_words(near, over=place.percent or place.values[0] > 1) if near else "exakt"


def _comparison_of_words(near: tuple[str, ...], *, over: bool) -> Comparison:
    """From the up to three words before a number."""
    last, pair = near[-1], near[-2:]
    negated = any(word in ("inte", "ej", "aldrig") for word in near[:-1])
    if last in _AT_LEAST or pair in (("mer", "an"), ("fler", "an"), ("flera", "an"), ("hogre", "an")) or (last == "over" and over):
        return "hogst" if negated else "minst"
    if last in _AT_MOST or pair in (("mindre", "an"), ("farre", "an"), ("lagre", "an"), ("upp", "till")) or (last == "under" and over):
        return "minst" if negated else "hogst"
    return "exakt"


def _noun(goal: Goal, place: _Place) -> int | None:
    """The counted noun after the number, or after "av" and the words that point at a group."""
    at = place.past
    if at + 2 < place.end and goal.words[at] == "(" and goal.words[at + 2] == ")":
        at += 3
    if at + 1 < place.end and goal.words[at] == "eller" and goal.words[at + 1] in _OR_MORE:
        at += 2
    if at < place.end and goal.words[at] == "av":
        at += 1
        while at < place.end and (goal.words[at] in _DETERMINERS or _value(goal, at) is not None):
            at += 1
        if at < place.end and goal.words[at] in ("foljande", "ovanstaende"):
            return None
        return _shifted(counted_noun(goal.words[at : min(at + 10, place.end)], one=False), at)
    noun = counted_noun(goal.words[at : min(at + 10, place.end)], one=place.values[-1] == 1)
    return _shifted(noun, at) if noun is not None else _object(goal, place, at)


def _shifted(index: int | None, by: int) -> int | None:
    return None if index is None else index + by


def _object(goal: Goal, place: _Place, at: int) -> int | None:
    """ "varav tolv ska ha gjort framsteg(ar)": without a noun at the number, the things done are what is counted."""
    if place.percent or at >= place.end or goal.words[at] not in ("ska", "skall", "har", "bor"):
        return None
    at += 1
    if at < place.end and goal.words[at] == "ha":
        at += 1
    if at + 1 < place.end and _DONE.fullmatch(goal.words[at]) and _MANY.fullmatch(goal.words[at + 1]) and goal.words[at + 1] not in STOPS:
        return at + 1
    return None


def _noun_before(goal: Goal, place: _Place) -> int | None:
    """ "Antalet deltagare ska vara 40", "andelen unga ... 70 %": the noun stands with the word for number or share."""
    for at in range(place.first - 1, max(place.begin, place.first - 25) - 1, -1):
        if re.fullmatch(r"antal(?:et)?|andel(?:en)?", goal.words[at]):
            start = at + 1
            while start < place.first and goal.words[start] in _DETERMINERS | {"av"}:
                start += 1
            return _shifted(counted_noun(goal.words[start : place.first], one=False), start)
    return None
