"""Which way up a scanned page stands, and how askew."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from underlag.extract.frame import Turn
from underlag.extract.ocr import GreyImage

_Numbers = npt.NDArray[np.float64]
_TURNED = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
OPPOSITE: dict[Turn, Turn] = {0: 180, 90: 270, 180: 0, 270: 90}
_FEWEST_GLYPHS = 40  # with fewer, lines can't be told from chance
_MANY_GLYPHS = 400  # with fewer, long rules tell the slope better than letters do: a page with but a table to sign in
_CLEARER = 1.15  # a page is turned only when the other way is this much clearer than as it lies
_WIDEST_SKEW = 6.0
_SHORTEST_STEP = 3.0  # points; at the widest skew a rule's steps are no shorter
_LEAST_RULED = 200.0  # points of rules that tell a page's slope
_MOST_POINTS = 20_000
_LEVEL = 0.05  # degrees
_MUCH = 0.75  # an image that is made smaller than this must be averaged first


@dataclass(frozen=True, slots=True)
class Stance:
    """What the glyphs say: `turn` to stand upright, remaining `skew`, and whether the page may as well be upside down."""

    turn: Turn = 0
    skew: float = 0.0
    unsure: bool = False


def turned(image: GreyImage, turn: Turn) -> GreyImage:
    """`image` turned clockwise by `turn` degrees."""
    return image if turn == 0 else np.asarray(cv2.rotate(image, _TURNED[turn]), dtype=np.uint8)


def straightened(image: GreyImage, skew: float, factor: float) -> GreyImage:
    """`image`, `factor` times its size, with lines that sloped by `skew` degrees made level; white where nothing was.

    Done in one step, since each resampling blurs.
    """
    height, width = image.shape
    size = round(factor * width), round(factor * height)
    if factor < _MUCH or (factor < 1 and abs(skew) < _LEVEL):
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        return straightened(image, skew, 1.0)
    if abs(skew) < _LEVEL:
        return image if factor == 1 else np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew, factor)
    matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    flat = cv2.warpAffine(image, matrix, size, flags=cv2.INTER_CUBIC, borderValue=255)
    return np.asarray(flat, dtype=np.uint8)


def stance(ink: GreyImage, pixels_per_point: float) -> Stance:
    """Find out how a page lies from `ink` (255 where dark).

    Letters stand on the baseline in one row and end at different heights: of the four sides of the glyphs' boxes, the lower
    ones line up best. So the side that lines up best, each at its best slope, is the page's lower side.
    """
    glyphs = _glyphs(ink, pixels_per_point)
    if len(glyphs) < _FEWEST_GLYPHS:
        return Stance()
    left, top, right, bottom = glyphs.T
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    sides: dict[Turn, tuple[_Numbers, _Numbers]] = {
        0: (middle_x, bottom),
        180: (-middle_x, -top),
        90: (-middle_y, right),  # the lower side is seen to the right: a clockwise quarter brings it down
        270: (middle_y, -left),
    }
    rough = {turn: _rough_slope(*side, pixels_per_point) for turn, side in sides.items()}
    # upper and lower side slope alike: what the one misses the other may have seen
    found = {turn: max(_clearest(*side, rough[t], pixels_per_point) for t in (turn, OPPOSITE[turn])) for turn, side in sides.items()}
    best = max(found, key=lambda turn: found[turn][0])
    if found[best][0] < _CLEARER * found[0][0]:
        best = 0
    skew = found[best][1]
    if len(glyphs) < _MANY_GLYPHS and best in (0, 180):
        ruled = _slope_of_rules(ink, pixels_per_point)
        skew = skew if ruled is None else ruled
    return Stance(best, skew, unsure=found[best][0] < _CLEARER * found[OPPOSITE[best]][0])


def _glyphs(ink: GreyImage, pixels_per_point: float) -> _Numbers:
    """Boxes (left, top, right, bottom) of what may be letters: 3 to 20 points high and wide, neither dots nor lines."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    left, top, width, height, area = stats[1:].T.astype(float)
    larger, smaller = np.maximum(width, height), np.minimum(width, height)
    keep = (larger > 3 * pixels_per_point) & (larger < 20 * pixels_per_point) & (smaller > 0.6 * pixels_per_point)
    keep &= area > 0.12 * width * height
    boxes: _Numbers = np.stack([left, top, left + width, top + height], axis=1)[keep]
    return boxes


def _slope_of_rules(ink: GreyImage, pixels_per_point: float) -> float | None:
    """The slope in degrees at which the long level rules lie, None where there are none to speak of.

    A slanting rule is a stair: the upper edges of its steps, longer than letters' strokes are wide, lie in a row as letters' feet do.
    """
    edges = ink.copy()
    edges[1:][ink[:-1] > 0] = 0
    steps = cv2.morphologyEx(edges, cv2.MORPH_OPEN, np.ones((1, round(_SHORTEST_STEP * pixels_per_point)), np.uint8))
    across, along = (places.astype(float) for places in np.nonzero(steps))
    if len(along) < _LEAST_RULED * pixels_per_point:
        return None
    some = slice(None, None, max(1, len(along) // _MOST_POINTS))
    rough = _rough_slope(along[some], across[some], pixels_per_point)
    return _clearest(along[some], across[some], rough, pixels_per_point)[1]


def _rough_slope(along: _Numbers, across: _Numbers, pixels_per_point: float) -> float:
    """The slope in degrees, to a tenth, at which the points seem to lie in rows."""
    coarse = max(np.arange(-_WIDEST_SKEW, _WIDEST_SKEW + 0.1, 0.5), key=lambda a: _clearness(along, across, a, 2 * pixels_per_point))
    return float(max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=lambda a: _clearness(along, across, a, pixels_per_point)))


def _clearest(along: _Numbers, across: _Numbers, slope: float, pixels_per_point: float) -> tuple[float, float]:
    """How well the points lie in rows at the slope near `slope` that suits them best, and that slope in degrees."""
    return max((_clearness(along, across, a, pixels_per_point / 2), float(a)) for a in np.arange(slope - 0.1, slope + 0.11, 0.02))


def _clearness(along: _Numbers, across: _Numbers, degrees: float, bin_width: float) -> float:
    """How well the points lie in rows that slope by `degrees`: the number of points in the row of an average point.

    Rows of a form are often evenly spaced, so that where bins begin matters to all of them alike: the better of two ways counts.
    """
    halves = 2 * (across - along * math.tan(math.radians(degrees))) / bin_width
    counts = np.bincount((halves - halves.min()).astype(np.int64)).astype(float)
    counts = np.append(counts, np.zeros(3 - len(counts) % 2))
    both = counts[:-1] + counts[1:]
    return float(max((both[0::2] ** 2).sum(), (both[1::2] ** 2).sum())) / len(along)
