"""The shapes of a printed line of figures: which stand tall, what lies low or at half height, and where the spaces are.

Recognition tells figures well but loses commas, spaces and minus signs; their shapes tell these and not the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_high, median_low
from typing import Literal

import numpy as np
import numpy.typing as npt

from underlag.extract.ocr import GreyImage
from underlag.extract.scan_rules import Area

Kind = Literal["tall", "low", "dash", "other"]
"""A figure, stroke or capital; a comma or full stop; a hyphen or minus sign; anything else, such as a small letter."""

_TALL, _LOW, _FLAT = 0.82, 0.55, 0.32  # of a figure's height: least, most, most
_PITCH = 0.78  # of a figure's height from one figure to the next, where the line does not tell
_NARROWEST, _WIDEST = 0.6, 0.92  # pitch in known typefaces
_SIDE = 0.15  # of a figure's height that a run of ink is narrower than its figures' room
_HALF = 0.31  # of a figure's height: half its width
_SPACED = 1.23  # of the pitch: figures this far apart have a space between them
_CLOSE = 0.5  # of a figure's height: the widest gap between a minus sign and its figure
_TOUCHING = 4  # figures that may touch; more are a word's letters
_SIGN = 0.75, 1.2  # of a figure's height: the least width of a `%`, and the usual one
_NEARLY = 0.74  # of the highest mark's height: `§` is higher than the figures before it
_DEEP = 0.12  # of a figure's height
_COMMA, _BELOW = 0.18, 0.05  # of a figure's height: a comma is higher than this, or reaches as far below the line


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of ink without a gap, in pixels of the page. `figures` that touch are counted by their width; 0 for what is not tall."""

    kind: Kind
    x0: int
    x1: int
    figures: int
    comma: bool = False
    """Is it as high as a comma, or does it reach below the line? A full stop does not."""
    deep: bool = False
    """Does it stand on the line and reach clearly below it, as `§` does?"""


@dataclass(frozen=True, slots=True)
class Shape:
    """The marks of a line from the left; the height of its figures, and from one to the next, in pixels."""

    marks: tuple[Mark, ...]
    height: float
    pitch: float

    @property
    def minus(self) -> bool:
        """Does it begin with a minus sign, close before its first figure?"""
        return len(self.marks) > 1 and self.marks[0].kind == "dash" and self.gap_before(1) < _CLOSE

    @property
    def figures(self) -> int:
        return sum(mark.figures for mark in self.marks)

    @property
    def even(self) -> bool:
        """Is it made of nothing but figures, capitals and their signs, few of which touch?"""
        return self.figures > 0 and all(mark.kind != "other" and mark.figures <= _TOUCHING for mark in self.marks)

    def number(self, sign: str) -> Shape:
        """The line without its minus sign and without the `%`, `§` or `:-` at its end."""
        marks = self.marks[1:] if self.minus else self.marks
        if sign == "%":
            first = next((n for n in reversed(range(len(marks))) if marks[-1].x1 - marks[n].x0 >= _SIGN[0] * self.height), 0)
            before = marks[-1].x1 - marks[first].x0 - _SIGN[1] * self.height if marks else 0.0
            touching = max(0, round((before + _SIDE * self.height) / self.pitch))
            end = [replace(marks[first], x1=round(marks[first].x0 + before), figures=touching)] if touching else []
            return replace(self, marks=(*marks[:first], *end))
        return replace(self, marks=marks[: len(marks) - len(sign)])

    def lows(self) -> dict[int, Mark]:
        """Commas and full stops by the number of figures before each."""
        found, count = {}, 0
        for mark in self.marks:
            if mark.kind == "low":
                found[count] = mark
            count += mark.figures
        return found

    def spaces(self) -> set[int]:
        """After how many figures a space stands: from the middle of one figure to that of the next it is wider than usual."""
        found, count = set(), 0
        half = _HALF * self.height
        for left, mark in pairwise(self.marks):
            count += left.figures
            if left.kind == mark.kind == "tall":
                before = left.x1 - half if left.figures > 1 else (left.x0 + left.x1) / 2
                after = mark.x0 + half if mark.figures > 1 else (mark.x0 + mark.x1) / 2
                if after - before > _SPACED * self.pitch:
                    found.add(count)
        return found

    def gap_before(self, number: int) -> float:
        """The white before a mark, in heights of a figure."""
        return (self.marks[number].x0 - self.marks[number - 1].x1) / self.height if 0 < number < len(self.marks) else 0.0


def shape_of(place: Area, ink: GreyImage) -> Shape | None:
    """The shape of the line whose ink lies in `place`; None where nothing stands there."""
    part = ink[place.top : place.bottom, place.x0 : place.x1] > 0
    runs = _runs(np.asarray(part.any(axis=0)))
    if not runs:
        return None
    rows = [np.flatnonzero(part[:, start:end].any(axis=1)) for start, end in runs]
    boxes = [Area(start, int(own[0]), end, int(own[-1]) + 1) for (start, end), own in zip(runs, rows, strict=True)]
    tallest = max(box.height for box in boxes)
    tall = [box for box in boxes if box.height > _NEARLY * tallest]
    top, base = median_high(box.top for box in tall), median_low(box.bottom for box in tall)
    kinds = [_kind(box, top, base) for box in boxes]
    height = base - top
    pitch = _pitch([box for box, kind in zip(boxes, kinds, strict=True) if kind == "tall"], height)
    marks = [
        Mark(
            kind,
            place.x0 + box.x0,
            place.x0 + box.x1,
            max(1, round((box.width + _SIDE * height) / pitch)) if kind == "tall" else 0,
            box.bottom > base + _BELOW * height or box.height > _COMMA * height,
            kind == "tall" and box.bottom > base + _DEEP * height,
        )
        for box, kind in zip(boxes, kinds, strict=True)
    ]
    return Shape(tuple(marks), height, pitch)


def _runs(inked: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.r_[False, inked, False])).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _kind(box: Area, top: float, base: float) -> Kind:
    height = base - top
    if box.height > _TALL * height:
        return "tall"
    if box.height < _LOW * height and box.top > base - 0.4 * height and box.width < 0.42 * height:
        return "low"
    middle = (box.top + box.bottom) / 2
    if box.height < _FLAT * height and box.width > 0.2 * height and base - 0.75 * height < middle < base - 0.2 * height:
        return "dash"
    return "other"


def _pitch(tall: list[Area], height: float) -> float:
    """From one figure to the next: what lies between most neighbours that stand by themselves, and what two or three that touch tell."""
    single = 0.72 * height
    pairs = [(a, b) for a, b in pairwise(tall) if a.width < single and b.width < single]
    apart = [(b.x0 + b.x1 - a.x0 - a.x1) / 2 for a, b in pairs]
    rooms = [box.width + _SIDE * height for box in tall if box.width >= single]
    apart += [room / n for room in rooms for n in (round(room / (_PITCH * height)),) if n in (2, 3)]
    close = sorted(d for d in apart if d > 0.55 * height)
    usual = close[len(close) // 4] if close else _PITCH * height  # those that a space parts are fewer, and further apart
    return min(max(usual, _NARROWEST * height), _WIDEST * height)
