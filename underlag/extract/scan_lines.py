"""Where straight lines run in the tones of a page. Everything here counts in pixels of the image that is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from underlag.extract.ocr import GreyImage

Run = tuple[int, int, int, int]
"""A line's left, upper, right and lower edge; the right and lower ones lie outside it."""

_BESIDE = 1.6  # points from a thin line to where the paper's tone is taken
_FAINTEST, _PLAINEST = 7, 30  # tones by which a line must be darker than the paper on both sides, on a clean and on the worst page
_SHORT = 2.0  # points over which tones are taken to find a line's ends
_PIECE = 9.0  # points of a line that must stand clear, so that the strokes of letters do not count
_DISTURBED = 14.0  # points over which what stands close to a line may hide it
_EVEN = 0.85  # of a thin line's length, over which it must be as dark as in most places; letters in a row are not


def level_lines(
    tones: GreyImage, ink: GreyImage, per_point: tuple[float, float], *, length: float, thickness: float, gap: float
) -> list[Run]:
    """Level lines, broken ones joined: those that `ink` (255 where dark) shows, and thin or pale ones that only `tones` do.

    `per_point`: pixels a point along and across the lines. `length` in points is the least, `thickness` and `gap` the most.
    """
    along, across = per_point
    measures = {"length": length * along, "thickness": thickness * across, "gap": gap * along}
    beside = max(2, round(_BESIDE * across))
    long, short = (_relief(tones, round(stretch * along), beside) for stretch in (0.4 * length, _SHORT))
    inked = [run for run in _lines(ink, **measures) if _parts_paper(run, tones, beside)]
    thick = [run for run in inked if _is_thick(run, ink, beside)]
    thin = [run for run in inked if run not in thick] + _lines(_ridges(long.both), **measures)
    fitted: list[Run] = []
    for run in thin:
        if not any(_covers(other, run) for other in fitted):
            fitted += [part for part in _fitted(run, long, short, along) if part[2] - part[0] >= measures["length"]]
    return thick + [run for run in _joined(fitted) if not any(_covers(other, run) for other in thick)]


def _is_thick(line: Run, ink: GreyImage, beside: int) -> bool:
    """Is it so thick that the rows beside it do not tell it from the paper?"""
    left, top, right, bottom = line
    return bottom - top > beside and float((ink[top:bottom, left:right] > 0).mean()) > 0.6


def _covers(line: Run, other: Run) -> bool:
    """Does `line` run where `other` does, along most of it?"""
    shared = min(line[2], other[2]) - max(line[0], other[0])
    return shared > 0.9 * (other[2] - other[0]) and other[1] <= line[3] and line[1] <= other[3]


def _joined(lines: list[Run]) -> list[Run]:
    """Lines that run into one another as one."""
    joined: list[Run] = []
    for left, top, right, bottom in sorted(lines):
        for n, other in enumerate(joined):
            if left <= other[2] and top <= other[3] and other[1] <= bottom:
                joined[n] = other[0], min(top, other[1]), max(right, other[2]), max(bottom, other[3])
                break
        else:
            joined.append((left, top, right, bottom))
    return joined


@dataclass(frozen=True, slots=True)
class _Relief:
    """By how many tones each pixel, taken with its neighbours in the row, is darker than the rows on both sides, and on one."""

    both: GreyImage
    one: GreyImage


def _relief(tones: GreyImage, stretch: int, beside: int) -> _Relief:
    """Over a stretch of a row noise evens out, and so do the strokes of letters; a line, dotted or faint, stays as dark as it is."""
    means = cv2.blur(tones, (stretch, 1))
    padded = cv2.copyMakeBorder(means, beside, beside, 0, 0, cv2.BORDER_REPLICATE)
    above, below = padded[: -2 * beside], padded[2 * beside :]
    both, one = (cv2.subtract(side, means) for side in (cv2.min(above, below), cv2.max(above, below)))
    return _Relief(np.asarray(both, np.uint8), np.asarray(one, np.uint8))


def _ridges(darker: GreyImage) -> GreyImage:
    """255 where a row stands out from the page's noise."""
    noise = float(np.percentile(darker[::4, ::4], 90))  # text covers less than a tenth of a page's rows so clearly
    least = min(_PLAINEST, max(_FAINTEST, 2.5 * noise))
    return np.where(darker > least, np.uint8(255), np.uint8(0))


def _fitted(line: Run, long: _Relief, short: _Relief, along: float) -> Iterator[Run]:
    """The parts of `line`, each followed to both its ends; none that is not as dark all along as in most places."""
    left, top, right, bottom = line
    first_row = max(0, top - 1)  # it may slope
    rows = slice(first_row, bottom + 1)
    contrast = long.both[rows].max(axis=0)
    usual = 0.4 * float(np.median(contrast[left:right]))
    clear = _closed(contrast > usual, -_PIECE * along)
    hidden = short.one[rows].max(axis=0) > usual
    for start, end in _spans(_closed(clear, _DISTURBED * along) & (clear | hidden)):
        dark = start + np.flatnonzero(short.both[rows, start:end].max(axis=0) > usual)
        if start >= right or end <= left or usual < _FAINTEST / 5 or not dark.size or dark.size < _EVEN * np.ptp(dark):
            continue
        depth = long.both[rows, start:end].mean(axis=1)
        own = first_row + np.flatnonzero(depth >= 0.25 * depth.max())
        yield int(dark[0]), int(own[0]), int(dark[-1]) + 1, int(own[-1]) + 1


def _closed(row: npt.NDArray[np.bool_], gap: float) -> npt.NDArray[np.bool_]:
    """`row` with gaps up to `gap` pixels filled; where `gap` is negative, with pieces up to its size taken away."""
    mode = cv2.MORPH_CLOSE if gap > 0 else cv2.MORPH_OPEN
    return np.asarray(cv2.morphologyEx(row.astype(np.uint8).reshape(1, -1), mode, np.ones((1, abs(round(gap))), np.uint8))[0] > 0)


def _spans(row: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where `row` is true: starts, and ends that lie outside."""
    edges = np.flatnonzero(np.diff(np.r_[False, row, False])).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _parts_paper(line: Run, tones: GreyImage, beside: int) -> bool:
    """Is `tones` lighter on both sides of `line`? The edge of a dark bar is not."""
    left, top, right, bottom = line
    sides = tones[max(0, top - 2 * beside) : max(1, top - beside), left:right], tones[bottom + beside : bottom + 2 * beside, left:right]
    own = float(tones[top:bottom, left:right].mean())
    return all(side.size == 0 or float(side.mean()) > own + _FAINTEST for side in sides)


def _lines(ink: GreyImage, *, length: float, thickness: float, gap: float) -> list[Run]:
    """Level lines of `ink` at least `length` long and at most `thickness` thick, gaps up to `gap` closed.

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
        missing = int(width - np.count_nonzero(inked.any(axis=0)))
        if straight and missing < (0.2 * width if width > 2.5 * length else 0.05 * width + 1):  # closing gaps widens by a pixel
            edge = 1 if height > 2 else 0  # what the widening of rows added
            found.append((left, top + edge, left + width, top + height - edge))
    return found
