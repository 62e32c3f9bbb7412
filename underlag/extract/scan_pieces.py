"""Connected pieces of ink that are larger than letters. Everything here counts in pixels of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from underlag.extract.ocr import GreyImage
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_rules import Area

_STROKE_FREE = 0.62  # a box fuller of ink than this is a filled field, not drawn in lines


@dataclass(frozen=True, slots=True)
class Piece:
    """Connected ink: where it is, and which pixels there are its own."""

    place: Area
    own: npt.NDArray[np.bool_]

    @property
    def size(self) -> int:
        """The number of its pixels."""
        return int(np.count_nonzero(self.own))

    @property
    def filled(self) -> bool:
        return self.size > _STROKE_FREE * self.own.size

    def within(self, area: Area) -> int:
        """The number of its pixels in `area`."""
        rows = slice(max(0, area.top - self.place.top), max(0, area.bottom - self.place.top))
        cols = slice(max(0, area.x0 - self.place.x0), max(0, area.x1 - self.place.x0))
        return int(np.count_nonzero(self.own[rows, cols]))

    def hollows(self) -> list[tuple[Area, float]]:
        """The holes in it: the place of each, and the share of that place that is the hole's."""
        contours, tree = cv2.findContours(self.own.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        holes = [c for c, node in zip(contours, tree[0], strict=True) if node[3] != -1]
        x, y = self.place.x0, self.place.top
        return [
            (Area(x + left, y + top, x + left + wide, y + top + high), cv2.contourArea(hole) / (wide * high))
            for hole in holes
            for left, top, wide, high in [cv2.boundingRect(hole)]
        ]


def pieces(ink: GreyImage, sheet: Sheet) -> list[Piece]:
    """The pieces of `ink` larger than letters that keep off the page's edges."""
    height, width = ink.shape
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    across, down = stats[:, 2] / sheet.across, stats[:, 3] / sheet.down
    large = np.flatnonzero(((down > 11) & (across > 6)) | ((across > 26) & (down > 4)))
    found = []
    for label in large[large > 0].tolist():
        left, top, wide, high, _ = stats[label].tolist()
        if left >= 3 and top >= 3 and left + wide <= width - 3 and top + high <= height - 3:
            found.append(Piece(Area(left, top, left + wide, top + high), labels[top : top + high, left : left + wide] == label))
    return found


def joined(places: Sequence[Area], reach: int) -> list[Area]:
    """Areas nearer than `reach` to one another, as one."""
    rest, found = list(places), []
    while rest:
        whole = rest.pop()
        near = [p for p in rest if whole.grown(reach).meets(p)]
        while near:
            rest = [p for p in rest if p not in near]
            whole = Area(
                min(whole.x0, *(p.x0 for p in near)),
                min(whole.top, *(p.top for p in near)),
                max(whole.x1, *(p.x1 for p in near)),
                max(whole.bottom, *(p.bottom for p in near)),
            )
            near = [p for p in rest if whole.grown(reach).meets(p)]
        found.append(whole)
    return found
