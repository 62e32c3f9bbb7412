"""The outline of a box cut out of a page, and what stands inside it. `True` is ink; the cut's edges are the outline's own."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Ink = npt.NDArray[np.bool_]

_SIDE = 0.16  # of the box: how far inside its edge a side may run
_CORNER = 0.11
_INK_INSIDE = 0.06  # share of the inside that a mark covers at least
_SOLID = 0.85  # share of the inside from which on a box is filled


def framed(inside: Ink) -> bool:
    """Does a straight stroke run along each of the four sides, and do they meet in the corners?"""
    band = max(2, round(_SIDE * min(inside.shape)))
    sides = (inside[:band], inside[-band:], inside[:, :band].T, inside[:, -band:].T)
    return all(float(side.any(axis=0).mean()) > 0.9 and float(side.mean(axis=1).max()) > 0.7 for side in sides) and cornered(inside)


def cornered(inside: Ink) -> bool:
    """Is there ink in three of the corners or more? The bows of D, O and 0 leave theirs empty; a broken outline may lack one."""
    reach = max(2, round(_CORNER * min(inside.shape)))
    corners = [inside[rows, cols] for rows in (slice(reach), slice(-reach, None)) for cols in (slice(reach), slice(-reach, None))]
    return sum(bool(corner.any()) for corner in corners) >= 3


def _core(inside: Ink) -> Ink:
    """What is inside the outline, clear of its rules."""
    small = min(inside.shape)
    rules = _rules(inside)
    thin = min(*(run for _, run in rules), round(0.3 * small)) + max(2, round(0.12 * small))
    top, bottom, left, right = (begin + thin for begin, _ in rules)
    return inside[top : inside.shape[0] - bottom, left : inside.shape[1] - right]


def thickness(inside: Ink) -> int:
    """Of the outline's rules where least ink hangs on them, in pixels; 0 where one is missing."""
    return min(run for _, run in _rules(inside))


def _rules(inside: Ink) -> tuple[tuple[int, int], ...]:
    """Where the upper, lower, left and right rule begins, counted from its edge, and how many rows of pixels it has."""
    high, wide = (slice(n // 4, -(n // 4)) for n in inside.shape)
    sides = (inside[:, wide], inside[::-1, wide], inside[high].T, inside[high, ::-1].T)
    return tuple(_first_run(side.mean(axis=1) >= 0.5) for side in sides)


def _first_run(inked: Ink) -> tuple[int, int]:
    """The begin and length of the first run in the outer part of `inked`; nothing long where there is none."""
    outer = np.flatnonzero(inked[: max(3, round(_SIDE * len(inked)))])
    if not outer.size:
        return 0, 0
    begin = int(outer[0])
    clear = np.flatnonzero(~inked[begin:])
    return begin, int(clear[0]) if clear.size else len(inked) - begin


def solid(inside: Ink) -> bool:
    """Is all of the inside inked?"""
    core = _core(inside)
    return float(core.mean()) > _SOLID if core.size else True


def marked(inside: Ink) -> bool:
    """Is there a stroke inside, not merely a speck?"""
    core = _core(inside)
    if not core.size:
        return True
    count, _, stats, _ = cv2.connectedComponentsWithStats(core.astype(np.uint8), connectivity=8)
    longest = max((max(w, h) for _, _, w, h, _ in stats[1:].tolist()), default=0) if count > 1 else 0
    return float(core.mean()) > _INK_INSIDE and longest > 0.3 * min(core.shape)


def of_one_piece(inside: Ink) -> bool:
    """Does one piece of ink reach from side to side both ways, as pieces of several letters do not?"""
    _, _, stats, _ = cv2.connectedComponentsWithStats(inside.astype(np.uint8), connectivity=8)
    high, wide = inside.shape
    return any(width > 0.85 * wide and height > 0.85 * high for _, _, width, height, _ in stats[1:].tolist())
