"""A record held against the one that is known to be right, value by value.

Items of a list are paired with those that they are most like, wherever they stand; keys that the document writes (columns of amounts)
with those that are spelt alike. Numbers, dates, truth values and short words must be equal; a longer text may differ in a letter
out of ten, but not in its digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from underlag.values.pointers import escaped

Verdict = Literal["right", "wrong", "missing", "invented"]

_LIKE = 90.0  # percent that a text must share with the right one
_KEY_LIKE = 80.0
_SHORT = 12  # characters: a word of the form's own, a date, a code
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Pair:
    """One value: its pointer in the right record (`at`) and in the given one (`there`), null where that has none."""

    at: str
    there: str | None
    verdict: Verdict


def compared(right: object, given: object, at: str = "", there: str | None = "") -> Iterator[Pair]:
    """The values of both records. Null, empty texts, lists and objects are no values."""
    if isinstance(right, Mapping) or isinstance(given, Mapping):
        yield from _objects(_mapping(right), _mapping(given), at, there)
    elif isinstance(right, list | tuple) or isinstance(given, list | tuple):
        yield from _lists(_items(right), _items(given), at, there)
    elif right not in {None, ""} or given not in {None, ""}:
        yield Pair(at, there if given not in {None, ""} else None, _verdict(right, given))


def _verdict(right: object, given: object) -> Verdict:
    if right in {None, ""}:
        return "invented"
    if given in {None, ""}:
        return "missing"
    return "right" if same_value(right, given) else "wrong"


def same_value(right: object, given: object) -> bool:
    """Do both say the same?"""
    if isinstance(right, bool) or isinstance(given, bool):
        return right is given
    if isinstance(right, int | float) and isinstance(given, int | float):
        return abs(right - given) <= 1e-6 * max(1.0, abs(right))
    if not isinstance(right, str) or not isinstance(given, str):
        return False
    one, other = _plain(right), _plain(given)
    if one == other:
        return True
    return len(one) > _SHORT and ratio(one, other) >= _LIKE and _DIGITS.findall(one) == _DIGITS.findall(other)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _objects(right: Mapping[str, object], given: Mapping[str, object], at: str, there: str | None) -> Iterator[Pair]:
    names = _alike(right, given)
    for key, value in right.items():
        name = names.get(key)
        below = None if there is None or name is None else f"{there}/{escaped(name)}"
        yield from compared(value, None if name is None else given[name], f"{at}/{escaped(key)}", below)
    for name in given.keys() - set(names.values()):
        yield from compared(None, given[name], f"{at}/{escaped(name)}", f"{there}/{escaped(name)}")


def _alike(right: Mapping[str, object], given: Mapping[str, object]) -> dict[str, str]:
    """The given key for each right one: the same, else the one that is spelt most like it."""
    names = {key: key for key in right if key in given}
    for key in right.keys() - names.keys():
        left = [name for name in given if name not in names.values() and name not in right]
        best = max(left, key=lambda name: ratio(_plain(key), _plain(name)), default=None)
        if best is not None and ratio(_plain(key), _plain(best)) >= _KEY_LIKE:
            names[key] = best
    return names


def _lists(right: Sequence[object], given: Sequence[object], at: str, there: str | None) -> Iterator[Pair]:
    partner = _paired(right, given)
    for n, value in enumerate(right):
        m = partner.get(n)
        yield from compared(value, None if m is None else given[m], f"{at}/{n}", None if m is None else f"{there}/{m}")
    for m in sorted(set(range(len(given))) - set(partner.values())):
        yield from compared(None, given[m], f"{at}/{m}", f"{there}/{m}")


def _paired(right: Sequence[object], given: Sequence[object]) -> dict[int, int]:
    """The given item for each right one, best pairs first, near ones first among equals. Plain values of lists that are equally long stay
    in their places.
    """
    if len(right) == len(given) and not any(isinstance(item, Mapping) for item in right):
        return {n: n for n in range(len(right))}
    scores = [(likeness(one, other), -abs(n - m), n, m) for n, one in enumerate(right) for m, other in enumerate(given)]
    partner: dict[int, int] = {}
    for score, _, n, m in sorted(scores, reverse=True):
        if score > 0 and n not in partner and m not in partner.values():
            partner[n] = m
    return partner


def likeness(right: object, given: object) -> float:
    """The share of the values of both that are right, from 0 to 1."""
    verdicts = [pair.verdict for pair in compared(right, given)]
    return verdicts.count("right") / len(verdicts) if verdicts else 0.0
