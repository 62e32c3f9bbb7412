"""The straight lines of a scanned page, and the cells that they enclose. Everything here counts in pixels of the sheet."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of pixels; the right and lower edges lie outside it."""

    x0: int
    top: int
    x1: int
    bottom: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def grown(self, by: int) -> Area:
        return Area(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def meets(self, other: Area) -> bool:
        return self.x0 < other.x1 and other.x0 < self.x1 and self.top < other.bottom and other.top < self.bottom

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


def area(word: OcrWord) -> Area:
    return Area(word.x0, word.top, word.x1, word.bottom)


_SHORTEST_ACROSS, _SHORTEST_DOWN = 22.0, 11.0  # points; no printed letter of body size has strokes so long
_LONG_ACROSS, _LONG_DOWN = 70.0, 28.0  # points; shorter ones count only where both ends meet another line
_FREE_DOWN = 100.0  # points; a shorter upright that meets nothing is a stroke of a pen
_EDGE = 9.0  # points from the paper's edge within which lines are its shadow
_PALE_RULE = 232  # tone; the median that takes noise away makes thin rules paler than letters
_THICKEST = 3.2  # points
_BREAK = 3.0  # points of a rule that may be missing


def rules(sheet: Sheet) -> list[Area]:
    """Straight lines, broken ones joined; horizontal where wider than high. Filled fields, strokes of letters and of
    signatures, and the shadows at the paper's edges are none.
    """
    ink = np.where(sheet.grey < _PALE_RULE, np.uint8(255), np.uint8(0)) if sheet.noisy else sheet.ink
    across = _lines(ink, length=_SHORTEST_ACROSS * sheet.across, thickness=_THICKEST * sheet.down, gap=_BREAK * sheet.across)
    side = np.ascontiguousarray(ink.T)
    down = _lines(side, length=_SHORTEST_DOWN * sheet.down, thickness=_THICKEST * sheet.across, gap=_BREAK * sheet.down)
    standing = [Area(a.top, a.x0, a.bottom, a.x1) for a in down]
    across, standing = _off_edges(across, sheet), _off_edges(standing, sheet)
    long_across = [a for a in across if a.width >= _LONG_ACROSS * sheet.across]
    reach = round(2 * sheet.across)
    standing = [s for s in standing if s.height >= _LONG_DOWN * sheet.down or _hangs_between(s, long_across, reach)]
    standing = [s for s in standing if s.height >= _FREE_DOWN * sheet.down or any(s.grown(reach).meets(a) for a in long_across)]
    across = [a for a in across if a.width >= _LONG_ACROSS * sheet.across or _hangs_between(a, standing, reach)]
    kept = [line for line in across if not _underlines_ink(line, across, standing, reach)] + standing
    return [line for line in kept if not _runs_through_letters(line, kept, sheet)]


_LETTERS_TOUCH = 0.2  # of a line's length; text keeps clear of a table's rules


def _runs_through_letters(line: Area, lines: list[Area], sheet: Sheet) -> bool:
    """Is `line` free of upright lines and made of, or grown together with, the strokes of letters (bold capitals, underlines)?"""
    reach = round(2 * sheet.across)
    if line.width <= line.height or any(o.height > o.width and line.grown(reach).meets(o) for o in lines):
        return False
    near = max(2, round(1.0 * sheet.down))
    below = sheet.ink[line.bottom + 1 : line.bottom + 1 + near, line.x0 : line.x1]
    above = sheet.ink[max(0, line.top - 1 - near) : max(0, line.top - 1), line.x0 : line.x1]
    return any(float((part > 0).all(axis=0).mean()) > _LETTERS_TOUCH for part in (above, below) if part.size)


def _off_edges(lines: list[Area], sheet: Sheet) -> list[Area]:
    """Those that do not lie along an edge of the paper."""
    height, width = sheet.ink.shape
    near_x, near_y = _EDGE * sheet.across, _EDGE * sheet.down
    return [
        line for line in lines if not (line.x1 < near_x or line.x0 > width - near_x or line.bottom < near_y or line.top > height - near_y)
    ]


def _underlines_ink(line: Area, across: list[Area], standing: list[Area], reach: int) -> bool:
    """Does `line` lie free inside a cell, as the flourish under a signature does?"""
    if any(line.grown(reach).meets(other) for other in standing):
        return False
    left = [s for s in standing if s.x1 < line.x0 and s.top < line.top and s.bottom > line.bottom]
    right = [s for s in standing if s.x0 > line.x1 and s.top < line.top and s.bottom > line.bottom]
    return bool(left and right) and any(o.x0 < line.x0 and o.x1 > line.x1 for o in across if o is not line)


def _hangs_between(line: Area, others: list[Area], reach: int) -> bool:
    """Does `line` end at one of `others` on both sides?"""
    if line.width > line.height:
        ends = Area(line.x0, line.top, line.x0, line.bottom), Area(line.x1, line.top, line.x1, line.bottom)
    else:
        ends = Area(line.x0, line.top, line.x1, line.top), Area(line.x0, line.bottom, line.x1, line.bottom)
    return all(any(end.grown(reach).meets(other) for other in others) for end in ends)


def _lines(ink: GreyImage, *, length: float, thickness: float, gap: float) -> list[Area]:
    """Horizontal lines of `ink` at least `length` long and at most `thickness` thick, gaps up to `gap` closed.

    A slight slope breaks a line into steps, so neighbouring rows count as one. Pieces shorter than 0.45 of `length` are
    letters' strokes: they are thrown away before gaps are closed.
    """
    tall = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    pieces = cv2.morphologyEx(tall, cv2.MORPH_OPEN, np.ones((1, round(0.45 * length)), np.uint8))
    if not pieces.any():
        return []
    thick = cv2.morphologyEx(pieces, cv2.MORPH_OPEN, np.ones((round(thickness) + 3, max(3, round(length / 4))), np.uint8))
    pieces = cv2.subtract(pieces, cv2.dilate(thick, np.ones((5, 5), np.uint8)))
    runs = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((1, max(3, round(gap))), np.uint8))
    contours, _ = cv2.findContours(runs, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for left, top, width, height in map(cv2.boundingRect, contours):
        if width < length or height > thickness + 4:
            continue
        inked = ink[top : top + height, left : left + width] > 0
        straight = height < 0.8 * thickness or width > 10 * length or float(inked.mean()) > 0.45  # a long line may slope a little
        if straight and float(inked.any(axis=0).mean()) > (0.8 if width > 2.5 * length else 0.95):
            edge = 1 if height > 2 else 0  # what the widening of rows added
            found.append(Area(left, top + edge, left + width, top + height - edge))
    return found


def without_underlines(lines: list[Area], words: list[OcrWord], sheet: Sheet) -> list[Area]:
    """`lines` less those that merely underline words: free of other lines and no longer than the words that stand on them."""
    reach = round(2 * sheet.across)
    kept = []
    for line in lines:
        free = not any(other is not line and line.grown(reach).meets(other) for other in lines)
        if free and line.width > line.height and _carried(line, words, sheet) > 0.7:
            continue
        kept.append(line)
    return kept


def _carried(line: Area, words: list[OcrWord], sheet: Sheet) -> float:
    """The share of `line` that words stand on, from 4 points above it to 2 below."""
    above, below = line.top - 4 * sheet.down, line.bottom + 2 * sheet.down
    on = [w for w in words if above <= w.bottom <= below and w.x0 < line.x1 and w.x1 > line.x0]
    if not on:
        return 0.0
    return (min(line.x1, max(w.x1 for w in on)) - max(line.x0, min(w.x0 for w in on))) / line.width


def erased(image: GreyImage, lines: list[Area], sheet: Sheet) -> GreyImage:
    """`image` with `lines` painted white, their soft edges too, save where a letter's tail runs into a line."""
    clean = image.copy()
    edge = max(2, round(0.45 * sheet.down))
    longest_tail = round(5 * sheet.across)
    for line in lines:
        top, bottom, left, right = max(0, line.top - edge), line.bottom + edge, max(0, line.x0 - edge), line.x1 + edge
        if line.height > line.width or top < 2:
            clean[top:bottom, left:right] = 255
            continue
        above = np.max(sheet.ink[top - 2 : top, left:right], axis=0).reshape(1, -1)
        tail = cv2.morphologyEx(above, cv2.MORPH_CLOSE, np.ones((1, max(3, round(1.2 * sheet.across))), np.uint8))
        runs = cv2.morphologyEx(tail, cv2.MORPH_OPEN, np.ones((1, longest_tail), np.uint8))
        clean[top:bottom, left:right][:, (tail[0] == 0) | (runs[0] > 0)] = 255
    return clean


def cells(lines: list[Area], sheet: Sheet) -> list[Area]:
    """The rectangles that `lines` enclose, merged cells whole: the holes in what is drawn with the lines."""
    if not lines:
        return []
    drawn = np.zeros(sheet.ink.shape, np.uint8)
    reach = round(2 * sheet.across)
    for line in lines:
        dx, dy = (reach, 0) if line.width > line.height else (0, reach)
        drawn[max(0, line.top - dy) : line.bottom + dy, max(0, line.x0 - dx) : line.x1 + dx] = 255
    contours, tree = cv2.findContours(drawn, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour, node in zip(contours, tree[0], strict=True):
        left, top, wide, high = cv2.boundingRect(contour)
        roomy = wide > 6 * sheet.across and high > 6 * sheet.down
        if node[3] != -1 and roomy and cv2.contourArea(contour) > 0.85 * wide * high:
            found.append(Area(left + 1, top + 1, left + wide - 1, top + high - 1))  # a hole's outline runs on its rim
    return sorted(found, key=lambda cell: (cell.top, cell.x0))
