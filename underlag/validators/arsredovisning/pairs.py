"""Which line of an insats' outcomes answers which line of its goals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from underlag.values.quantities import quantities_in

_FIGURE = re.compile(r"\d")
_SHORT = 6
"""Words of a line that is a figure and little else, before the lines that explain it."""

Pair = tuple[str, str]


def paired(goals: str, outcomes: str) -> list[Pair]:
    """Each goal with its outcome, where it is plain which belongs to which; else none.

    They are one to one, or so are the goals and the short lines with figures (an explanation follows them), or the goals
    that ask for a number and the outcomes that give one.

    >>> paired("30 ska delta\\n50 % ska få arbete", "28 deltog\\n54 %\\nDet var bättre än väntat.")
    [('30 ska delta', '28 deltog'), ('50 % ska få arbete', '54 %')]
    """
    asked, told = _lines(goals), _lines(outcomes)
    counted = [line for line in told if _FIGURE.search(line)]
    short = [line for line in counted if len(line.split()) <= _SHORT]
    numbered = [line for line in asked if quantities_in(line)]
    ways: tuple[tuple[Sequence[str], Sequence[str]], ...] = ((asked, told), (asked, short), (numbered, counted))
    return next((list(zip(one, other, strict=True)) for one, other in ways if len(one) == len(other)), [])


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
