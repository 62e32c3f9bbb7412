"""The way back from a scanned page, made upright and level, to the page as displayed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from underlag.schemas.page import Box

Turn = Literal[0, 90, 180, 270]
"""Degrees clockwise by which the page as displayed must be turned to stand upright."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How the straightened page (`width` x `height` points) lies on the page as displayed.

    `turn` is undone last; `skew` is the degrees, clockwise, by which the turned page's lines slope down to the right.
    """

    width: float
    height: float
    turn: Turn = 0
    skew: float = 0.0

    def as_displayed(self, box: Box) -> Box:
        """The box around `box` on the page as displayed, in points from its top left corner."""
        corners = [self._point(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        angle, cx, cy = math.radians(self.skew), self.width / 2, self.height / 2
        dx, dy = x - cx, y - cy
        x, y = cx + dx * math.cos(angle) - dy * math.sin(angle), cy + dx * math.sin(angle) + dy * math.cos(angle)
        match self.turn:
            case 90:
                return y, self.width - x
            case 180:
                return self.width - x, self.height - y
            case 270:
                return self.height - y, x
            case _:
                return x, y
