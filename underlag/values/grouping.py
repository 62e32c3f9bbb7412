"""Where one number ends and the next begins, when only digit groups are left of a row of figures.

>>> split_groups(["268", "000", "268", "000"])
[['268', '000'], ['268', '000']]
>>> split_groups(["500", "268", "000"], 2)
[['500'], ['268', '000']]
"""

from __future__ import annotations

import re

# No amount of an insats, nor of an association, has more than nine digits.
_MOST_GROUPS = 3
# Rows longer than this are no rows of a table; their groups are then taken one number each.
_LONGEST_ROW = 300

_HEAD = re.compile(r"[1-9][0-9]{0,2}")
_TAIL = re.compile(r"[0-9]{3}(?: ?,[0-9]{1,2})?")
# "1460 000": the space after the millions was lost, and no number begins with a zero.
_LONG_HEAD = re.compile(r"[1-9][0-9]{3}")
_ZERO_TAIL = re.compile(r"0[0-9]{2}(?: ?,[0-9]{1,2})?")
_ENDED = re.compile(r".*,")

Cost = tuple[int, int, int]


def split_groups(groups: list[str], wanted: int | None = None) -> list[list[str]]:
    """The groups as numbers: the fewest numbers, none beginning with a stray zero, of lengths as even as can be.

    With `wanted` the best split into that many, or the best of all where none is.
    """
    if len(groups) > _LONGEST_ROW:
        return [[group] for group in groups]
    if wanted is not None:
        split = _best(groups, wanted)
        if split is not None:
            return split
    return _best(groups, None) or []


def _best(groups: list[str], wanted: int | None) -> list[list[str]] | None:
    """Dynamic programming over (groups used, numbers made); without `wanted` the count of numbers is part of the cost."""
    table: dict[tuple[int, int], tuple[Cost, list[int]]] = {(0, 0): ((0, 0, 0), [])}
    for at in range(len(groups)):
        for made in range(at + 1 if wanted is not None else 1):
            if (at, made) not in table:
                continue
            (strays, count, uneven), sizes = table[at, made]
            for size in range(1, _most(groups, at) + 1):
                cost = (strays + _stray(groups[at]), count + 1, uneven + size * size)
                key = (at + size, made + 1 if wanted is not None else 0)
                if key not in table or cost < table[key][0]:
                    table[key] = (cost, [*sizes, size])
    end = table.get((len(groups), wanted or 0))
    return None if end is None else _cut(groups, end[1])


def _most(groups: list[str], at: int) -> int:
    """How many groups a number that begins here can have."""
    if _LONG_HEAD.fullmatch(groups[at]):
        return 2 if at + 1 < len(groups) and _ZERO_TAIL.fullmatch(groups[at + 1]) else 1
    if not _HEAD.fullmatch(groups[at]):
        return 1
    size = 1
    while (
        size < _MOST_GROUPS and at + size < len(groups) and _TAIL.fullmatch(groups[at + size]) and not _ENDED.match(groups[at + size - 1])
    ):
        size += 1
    return size


def _stray(group: str) -> int:
    """A number that begins with a zero is none (but zero is)."""
    return int(len(group) > 1 and group[0] == "0" and group[1].isdigit())


def _cut(groups: list[str], sizes: list[int]) -> list[list[str]]:
    at, numbers = 0, []
    for size in sizes:
        numbers.append(groups[at : at + size])
        at += size
    return numbers
