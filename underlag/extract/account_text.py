"""Figures at the end of a bare line of text, where neither tab stops nor the places of words tell the columns.

>>> split_figures(["1", "204", "551", "998", "001"], 2)
['1204551', '998001']
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

_FIGURE = re.compile(r"[(\[]?-?[0-9]{1,12}(?:[.'][0-9]{3})*(?:,[0-9]{1,2})?%?[)\]]?|-|%")
_HEAD = re.compile(r"-?(?:[1-9][0-9]{0,2}|0)")
_TAIL = re.compile(r"[0-9]{3}(?:,[0-9]{1,2})?")
_MOST_GROUPS, _MOST_TOKENS, _MOST_FIGURES = 4, 18, 6
_FAR = 4.5
"""Two amounts of one row seldom differ by more orders of magnitude than this; then the first is a number in the row's name."""


def trailing_figures(text: str) -> tuple[list[str], list[str]]:
    """The words of a line and the figures that end it, as single tokens; a sign or bracket belongs to its token."""
    tokens = re.sub(r"(?<=[0-9]) (?=%)", "", text).split()
    start = len(tokens)
    while start and _FIGURE.fullmatch(tokens[start - 1]):
        start -= 1
    return tokens[:start], tokens[start:]


def split_figures(tokens: Sequence[str], count: int, *, kronor: bool = True) -> list[str] | None:
    """The tokens as `count` figures of magnitudes as alike as can be; None where there is no such way.

    In whole `kronor` a row whose figures all have a sign of their own, and are too few, is not cut smaller.
    """
    if not 1 <= count <= min(_MOST_FIGURES, len(tokens)) or len(tokens) > _MOST_TOKENS:
        return None
    signed = sum(figure.startswith("-") and len(figure) > 1 for figure in tokens)
    own = next(_ways(tuple(tokens), signed), []) if kronor and 0 < signed < count else []
    if own and all(figure.startswith("-") for figure in own):
        return None
    ways = [way for way in _ways(tuple(tokens), count) if _spread(way) <= _FAR]
    return min(ways, key=_spread, default=None)


def _ways(tokens: tuple[str, ...], count: int) -> Iterator[list[str]]:
    """Every way to read the tokens as that many figures."""
    if not tokens or count == 0:
        if not tokens and count == 0:
            yield []
        return
    for size in range(1, min(_MOST_GROUPS, len(tokens) - count + 1) + 1):
        head, tails = tokens[0], tokens[1:size]
        if re.fullmatch(r"-?0[0-9]+", head):
            return
        if size > 1 and not (_HEAD.fullmatch(head) and head not in ("0", "-0") and all(_TAIL.fullmatch(t) for t in tails)):
            break
        for rest in _ways(tokens[size:], count - 1):
            yield ["".join((head, *tails)), *rest]


def _spread(figures: Sequence[str]) -> float:
    """How many orders of magnitude lie between the smallest and the largest figure; zeros, dashes and shares aside."""
    sizes = [math.log10(float(n)) for f in figures if "%" not in f and (n := re.sub(r"[^0-9]", "", f.split(",")[0]).lstrip("0"))]
    return max(sizes) - min(sizes) if sizes else 0.0


def best_reading(tokens: Sequence[str], count: int, *, noted: bool, kronor: bool) -> tuple[int, str | None, list[str]] | None:
    """How the figures are read: how many tokens before them belong to the name, a note's number among those, the figures."""
    whole = split_figures(tokens, count, kronor=kronor)
    may_note = noted and len(tokens) > count and re.fullmatch(r"[0-9]{1,2}", tokens[0])
    behind = split_figures(tokens[1:], count, kronor=kronor) if may_note else None
    if behind and (whole is None or _spread(behind) + 0.1 < _spread(whole)):
        return 1, tokens[0], behind
    if whole is not None:
        return 0, None, whole
    for skip in range(1, len(tokens)):
        if tokens[skip - 1].startswith("-"):
            return None
        if figures := split_figures(tokens[skip:], count, kronor=kronor):
            return skip, None, figures
    return None
