"""The straight lines of a scanned page, and the cells that they enclose. Everything here counts in pixels of the sheet."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_lines import level_lines


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
_FINE = 2.1  # pixels a point: more show no more rules, and take longer
_THICKEST = 3.2  # points
_BREAK = 3.0  # points of a rule that may be missing
_DARK = 170  # the tone of a dark bar
_STRIP, _WRITING, _LOWEST_BAR = (40.0, 1.5), 14.0, 8.0  # points: a strip of it, what is written on it, and its least height
_MENDED = 14.0  # points that may be missing where it would meet another


def rules(sheet: Sheet) -> list[Area]:
    """Straight lines, broken ones joined; horizontal where wider than high. Filled fields, strokes of letters and of
    signatures, and the shadows at the paper's edges are none.
    """
    across, standing = (_off_edges(lines, sheet) for lines in _lines(sheet))
    bars = _bars(sheet)
    long_across = [a for a in across if a.width >= _LONG_ACROSS * sheet.across] + [edge for bar in bars for edge in _ledges(bar)]
    reach = round(2 * sheet.across)
    standing = [s for s in standing if s.height >= _LONG_DOWN * sheet.down or _hangs_between(s, long_across, reach // 2)]
    standing = [s for s in standing if s.height >= _FREE_DOWN * sheet.down or any(s.grown(reach).meets(a) for a in long_across)]
    across = [a for a in across if a.width >= _LONG_ACROSS * sheet.across or _hangs_between(a, standing, reach)]
    kept = [line for line in across if not _underlines_ink(line, across, standing, reach)] + standing
    kept = [line for line in kept if not _runs_through_letters(line, kept, sheet)]
    return _mended([*kept, *_edges(bars, standing, reach)], reach, round(_MENDED * sheet.across))


def _lines(sheet: Sheet) -> tuple[list[Area], list[Area]]:
    """All straight lines, level and upright ones."""
    tones, ink, across, down = sheet.plain, sheet.ink, sheet.across, sheet.down
    step = max(1.0, min(across, down) / _FINE)
    if step > 1:
        tones, ink = (_shrunk(image, step) for image in (tones, ink))
        ink, across, down = np.where(ink > 64, np.uint8(255), np.uint8(0)), across / step, down / step
    level = level_lines(tones, ink, (across, down), length=_SHORTEST_ACROSS, thickness=_THICKEST, gap=_BREAK)
    tones, ink = np.ascontiguousarray(tones.T), np.ascontiguousarray(ink.T)
    upright = level_lines(tones, ink, (down, across), length=_SHORTEST_DOWN, thickness=_THICKEST, gap=_BREAK)
    return [Area(*(round(step * edge) for edge in run)) for run in level], [
        Area(*(round(step * edge) for edge in (upper, left, lower, right))) for left, upper, right, lower in upright
    ]


def _shrunk(image: GreyImage, step: float) -> GreyImage:
    return np.asarray(cv2.resize(image, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA), np.uint8)


def _edges(bars: list[Area], standing: list[Area], reach: int) -> list[Area]:
    """The outlines of those dark bars at which upright lines end: rows of a table, with light writing and no rules of their own."""
    found: list[Area] = []
    for bar in bars:
        ledges = _ledges(bar)
        if any(ledge.grown(reach).meets(line) for ledge in ledges for line in standing):
            found += [*ledges, *(Area(x - 1, bar.top, x + 1, bar.bottom) for x in (bar.x0, bar.x1))]
    return found


def _ledges(bar: Area) -> list[Area]:
    """The upper and the lower edge of a bar, as lines."""
    return [Area(bar.x0, y - 1, bar.x1, y + 1) for y in (bar.top, bar.bottom)]


def _bars(sheet: Sheet) -> list[Area]:
    """Dark bars: strips of dark above and below what is written on them, and most of what lies between."""
    across, down = sheet.across / 4, sheet.down / 4
    dark = np.where(_shrunk(sheet.plain, 4) < _DARK, np.uint8(255), np.uint8(0))
    strips = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((max(2, round(_STRIP[1] * down)), round(_STRIP[0] * across)), np.uint8))
    solid = cv2.morphologyEx(strips, cv2.MORPH_CLOSE, np.ones((round(_WRITING * down), 1), np.uint8))
    found = []
    for left, top, width, height, size in cv2.connectedComponentsWithStats(solid)[2][1:].tolist():
        inside = dark[top : top + height, left : left + width] > 0
        if height > _LOWEST_BAR * down and size > 0.9 * width * height and float(inside.mean()) > 0.6:
            found.append(Area(4 * left, 4 * top, 4 * (left + width), 4 * (top + height)))
    return found


def _mended(lines: list[Area], reach: int, most: int) -> list[Area]:
    """`lines`, those that end a little short of one that crosses their way carried on to it."""
    upright = [line for line in lines if not _across(line)]
    level = [line for line in lines if _across(line)]
    turned = [_turned(line) for line in upright]
    carried = [_turned(_carried_on(line, [_turned(o) for o in level], reach, most)) for line in turned]
    return [_carried_on(line, upright, reach, most) for line in level] + carried


def _turned(line: Area) -> Area:
    return Area(line.top, line.x0, line.bottom, line.x1)


def _carried_on(line: Area, crossing: list[Area], reach: int, most: int) -> Area:
    """The level `line` carried on to the nearest upright one, at most `most`, where it ends at none."""
    near = [o for o in crossing if o.top - reach <= line.bottom and line.top <= o.bottom + reach]
    before = [o.x0 for o in near if line.x0 - most <= o.x0 <= line.x0 + reach]
    after = [o.x1 for o in near if line.x1 - reach <= o.x1 <= line.x1 + most]
    return Area(min(line.x0, max(before, default=line.x0)), line.top, max(line.x1, min(after, default=line.x1)), line.bottom)


_LETTERS_TOUCH, _LETTERS_CROSS = 0.2, 0.35  # of a line's length, where it is free, and where it meets upright ones


def _runs_through_letters(line: Area, lines: list[Area], sheet: Sheet) -> bool:
    """Is `line` made of, or grown together with, the strokes of letters (bold capitals, underlines)? Text keeps clear of rules."""
    reach, tones = round(2 * sheet.across), sheet.plain
    free = not any(_across(o) != _across(line) and line.grown(reach).meets(o) for o in lines)
    if not _across(line):
        line, tones = _turned(line), tones.T
    rim, near = max(1, round(0.5 * sheet.down)), max(2, round(1.0 * sheet.down))
    below = tones[line.bottom + rim : line.bottom + rim + near, line.x0 : line.x1]
    above = tones[max(0, line.top - rim - near) : max(0, line.top - rim), line.x0 : line.x1]
    own = float(np.median(tones[line.top : line.bottom, line.x0 : line.x1].min(axis=0)))
    touched = max((_share_as_dark(part, own) for part in (above, below) if part.size), default=0.0)
    return touched > (_LETTERS_TOUCH if free else _LETTERS_CROSS)


def _share_as_dark(beside: GreyImage, tone: float) -> float:
    """The share of the columns of `beside` that are nearer to `tone` than to its own paper, shaded or not."""
    columns = beside.mean(axis=0)
    return float((columns < (float(np.percentile(columns, 80)) + tone) / 2).mean())


def _across(line: Area) -> bool:
    return line.width > line.height


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
