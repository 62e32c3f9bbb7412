"""Checkboxes of a scanned page, however they are drawn and marked. Everything here counts in pixels of the sheet.

A box is first known by its outline standing free: four straight sides that meet in corners. That tells what boxes this page has;
then others of those sizes are found whose outline a tick, a cross or a line of the form has grown together with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_crossings import without_rules
from underlag.extract.scan_outlines import Ink, cornered, framed, marked, of_one_piece, solid, thickness
from underlag.extract.scan_rules import Area
from underlag.schemas.page import EMPTY, MARKED

_SMALLEST, _LARGEST = 6.2, 18.5  # points a side
_LONGER = 1.4  # a side may be this many times the other
_PALE = 232  # tone; the outlines of many forms are grey, ticks of a pencil too
_BREAK = 1.5  # points of an outline that may be missing
_MOST_SIZES = 6
_FARTHEST = 1.6  # sizes of the box that a mark may run out of it
_LETTER_GAP = 1.3  # points; letters of a word stand closer, a word keeps farther from its box
_WIDE_GAP = 2.4  # points; letters of a typewriter's face stand closer on both sides
_LETTER = 0.25, 0.6  # of a box's width: a letter of two is so wide; a side of its outline is narrower, a whole box wider
_LEAST = 0.45  # share of a side that is straight, where corners are round
_WORSE = 0.07  # share of a side that may be missing beside what is missing of the free box that it is compared with


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A box and whether anything is in it."""

    place: Area
    marked: bool


def checkboxes(sheet: Sheet) -> list[CheckBox]:
    """The boxes, marked where there is ink inside them. A filled square counts where the page has outlined ones of its size."""
    dark = np.where(sheet.grey < _PALE, np.uint8(255), np.uint8(0))
    whole = _closed(dark, sheet)
    found: list[Area] = []
    outlined: list[Area] = []
    for mask in (sheet.ink, dark, whole):
        fresh = [p for p in _free_outlines(mask, whole, sheet) if not any(p.meets(o) for o in found)]
        lined = [p for p in fresh if not solid(_inside(p, dark))]
        outlined += lined
        found = _apart([*found, *fresh, *_grown_together(lined, mask, sheet, broken=mask is whole)])
    kept = [p for p in found if not solid(_inside(p, dark)) or any(_alike(p, o) for o in outlined)]
    return [CheckBox(p, marked(_inside(p, dark))) for p in sorted(kept, key=lambda p: (p.top, p.x0))]


def box_word(box: CheckBox) -> OcrWord:
    """The box as a word of the page."""
    place = box.place
    return OcrWord(MARKED if box.marked else EMPTY, place.x0, place.top, place.x1, place.bottom, 0.9)


def without_boxes(boxes: Sequence[CheckBox], rules: list[Area], sheet: Sheet) -> Sheet:
    """`sheet` with the boxes and their marks painted over, so that no one takes them for letters or handwriting."""
    if not boxes:
        return sheet
    own = _traces(boxes, rules, sheet) > 0
    return replace(sheet, grey=np.where(own, np.uint8(255), sheet.grey), ink=np.where(own, np.uint8(0), sheet.ink))


def _traces(boxes: Iterable[CheckBox], rules: list[Area], sheet: Sheet) -> GreyImage:
    """A mask (255) of the boxes' own ink: outline, mark, and what of the mark runs out of the box."""
    dark = without_rules(np.where(sheet.grey < _PALE, np.uint8(255), np.uint8(0)), rules)
    mask = np.zeros_like(dark)
    for place in (box.place for box in boxes):
        around = _within(place.grown(round(_FARTHEST * max(place.width, place.height))), sheet)
        view = slice(around.top, around.bottom), slice(around.x0, around.x1)
        _, labels, stats, _ = cv2.connectedComponentsWithStats(dark[view], connectivity=8)
        inner = slice(place.top - around.top, place.bottom - around.top), slice(place.x0 - around.x0, place.x1 - around.x0)
        for label in np.unique(labels[inner]).tolist():
            left, top, width, height, _ = stats[label].tolist()
            if label and left > 0 and top > 0 and left + width < around.width and top + height < around.height:
                mask[view][labels == label] = 255
        mask[place.top : place.bottom, place.x0 : place.x1] = 255
    return np.asarray(cv2.dilate(mask, np.ones((5, 5), np.uint8)), np.uint8)


def _within(place: Area, sheet: Sheet) -> Area:
    height, width = sheet.ink.shape
    return Area(max(0, place.x0), max(0, place.top), min(width, place.x1), min(height, place.bottom))


def _closed(dark: GreyImage, sheet: Sheet) -> GreyImage:
    """`dark` with small gaps along and across filled, so that broken outlines are whole."""
    across, down = max(3, round(_BREAK * sheet.across)), max(3, round(_BREAK * sheet.down))
    level = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, across), np.uint8))
    upright = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((down, 1), np.uint8))
    return np.asarray(cv2.bitwise_or(level, upright), np.uint8)


def _free_outlines(mask: GreyImage, whole: GreyImage, sheet: Sheet) -> list[Area]:
    """The pieces of ink that are boxes as they stand."""
    contours, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)  # two levels: also what stands in a table's cell
    pieces = (c for c, (_, _, _, parent) in zip(contours, tree[0] if contours else (), strict=True) if parent == -1)
    places = (Area(x, y, x + w, y + h) for x, y, w, h in map(cv2.boundingRect, pieces))
    framing = (p for p in places if _boxlike(p, sheet) and framed(_inside(p, whole)))
    return [p for p in framing if not (_among_letters(p, sheet) or (marked(_inside(p, whole)) and _of_letters(p, sheet)))]


def _of_letters(place: Area, sheet: Sheet) -> bool:
    """Is the ink there that of letters side by side, such as "gj"?"""
    _, _, stats, _ = cv2.connectedComponentsWithStats(sheet.ink[place.top : place.bottom, place.x0 : place.x1], connectivity=8)
    narrow, wide = _LETTER[0] * place.width, _LETTER[1] * place.width
    return any(narrow < width < wide and height > 0.8 * place.height for _, _, width, height, _ in stats[1:].tolist())


def _among_letters(place: Area, sheet: Sheet) -> bool:
    """Does ink stand close to the left or right, or less close on both sides, that neither hangs together with the place's own
    nor is a rule?
    """
    reach, taller = round(_WIDE_GAP * sheet.across), place.height // 2
    around = _within(Area(place.x0 - reach, place.top - taller, place.x1 + reach, place.bottom + taller), sheet)
    crop = sheet.ink[around.top : around.bottom, around.x0 : around.x1]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(crop, connectivity=8)
    left, right = place.x0 - around.x0, place.x1 - around.x0
    own = set(np.unique(labels[place.top - around.top : place.bottom - around.top, left:right]).tolist())
    others = [row for label, row in enumerate(stats.tolist()) if label and label not in own]
    level = [
        (x, x + wide)
        for x, top, wide, high, _ in others
        if top < taller + place.height and top + high > taller and 0.4 * place.height < high < crop.shape[0]
    ]
    gaps = [(left - end, True) if end <= left else (begin - right, False) for begin, end in level]
    return any(gap < _LETTER_GAP * sheet.across for gap, _ in gaps) or len({side for _, side in gaps}) == 2


def _boxlike(place: Area, sheet: Sheet) -> bool:
    across, down = place.width / sheet.across, place.height / sheet.down
    return min(across, down) > _SMALLEST and max(across, down) < _LARGEST and max(across, down) < _LONGER * min(across, down)


def _alike(place: Area, other: Area) -> bool:
    return abs(place.width - other.width) < 0.2 * other.width and abs(place.height - other.height) < 0.2 * other.height


def _apart(places: Iterable[Area]) -> list[Area]:
    """The places without those that lie on an earlier one."""
    kept: list[Area] = []
    for place in places:
        if not any(place.meets(other) for other in kept):
            kept.append(place)
    return kept


def _grown_together(known: list[Area], mask: GreyImage, sheet: Sheet, *, broken: bool) -> list[Area]:
    """Boxes of the known sizes wherever all four sides are inked as theirs are, though more ink hangs on them.

    `broken`: their outlines are whole only where gaps are closed. That makes lines of letters too, so the size must be the same.
    """
    slack = 1 if broken else 3
    found: list[Area] = []
    for size in _sizes(known):
        thin = thickness(_inside(size, mask))
        places = (p for p in _of_size(size, mask, slack) if any(_in_line(p, other, sheet) for other in known))
        places = (p for p in places if broken or of_one_piece(_inside(p, mask)))
        found += [p for p in places if _outlined_as(_inside(p, mask), thin)]
    return [p for p in found if _clear_around(p, mask, sheet) and not _runs_on(p, mask, sheet) and not _among_letters(p, sheet)]


def _in_line(place: Area, other: Area, sheet: Sheet) -> bool:
    """Do the two stand beside each other in a row, or below each other in a column?"""
    near = 2 * sheet.across
    return abs(place.top - other.top) < 0.5 * other.height or abs(place.x0 - other.x0) < near or abs(place.x1 - other.x1) < near


def _outlined_as(inside: Ink, known: int) -> bool:
    """Are there rules on all sides, where least ink hangs on them about as thick as the `known` ones?"""
    return min(1, known) <= thickness(inside) <= 1.4 * known + 1 and cornered(inside)


def _inside(place: Area, mask: GreyImage) -> Ink:
    return mask[place.top : place.bottom, place.x0 : place.x1] > 0


def _sizes(known: list[Area]) -> list[Area]:
    """One box of each size."""
    sizes: list[Area] = []
    for place in known:
        if not any(abs(place.width - s.width) <= 2 and abs(place.height - s.height) <= 2 for s in sizes):
            sizes.append(place)
    return sizes[:_MOST_SIZES]


def _of_size(size: Area, mask: GreyImage, slack: int) -> list[Area]:
    """The places where strokes stand as the sides of `size` do, inked about as far as those."""
    score = _sides_inked(size, mask, slack)
    least = max(_LEAST, score[size.top, size.x0] / 255 - _WORSE) * 255
    hits = (score >= least).astype(np.uint8)
    inked = np.flatnonzero(hits.any(axis=1))
    places = []
    for band in np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1) if inked.size else ():  # few rows of a page have any
        _, _, stats, centres = cv2.connectedComponentsWithStats(hits[band[0] : band[-1] + 1], connectivity=8)
        for (_, _, wide, high, _), (x, y) in zip(stats[1:].tolist(), centres[1:].tolist(), strict=True):
            if max(wide, high) < 0.3 * min(size.width, size.height):
                left, top = round(x), round(y + int(band[0]))
                places.append(Area(left, top, left + size.width, top + size.height))
    return places


def _sides_inked(size: Area, mask: GreyImage, slack: int) -> GreyImage:
    """For each place as the upper left corner of a box: the share (0-255) that is inked of its least inked side.

    `slack`: the rows or columns of pixels in which a far side may lie.
    """
    width, height = size.width, size.height
    level = cv2.boxFilter(mask, cv2.CV_8U, (width - 4, 1), anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    upright = cv2.boxFilter(mask, cv2.CV_8U, (1, height - 4), anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    rows, cols = mask.shape[0] - height - 1, mask.shape[1] - width - 1
    lower, farther = cv2.dilate(level, np.ones((slack, 1), np.uint8)), cv2.dilate(upright, np.ones((1, slack), np.uint8))
    top, bottom = level[1 : 1 + rows, 2 : 2 + cols], lower[height - 2 : height - 2 + rows, 2 : 2 + cols]
    left, right = upright[2 : 2 + rows, 1 : 1 + cols], farther[2 : 2 + rows, width - 2 : width - 2 + cols]
    return np.asarray(np.minimum(np.minimum(top, bottom), np.minimum(left, right)), np.uint8)


def _clear_around(place: Area, whole: GreyImage, sheet: Sheet) -> bool:
    """Is it white right outside the middle of at least three sides? Around the bows of a letter it is not."""
    near, far = round(0.6 * sheet.across), round(1.4 * sheet.across)
    outer, inner = _within(place.grown(far), sheet), _within(place.grown(near), sheet)
    rows = slice(place.top + place.height // 4, place.bottom - place.height // 4)
    cols = slice(place.x0 + place.width // 4, place.x1 - place.width // 4)
    strips = (
        whole[outer.top : inner.top, cols],
        whole[inner.bottom : outer.bottom, cols],
        whole[rows, outer.x0 : inner.x0],
        whole[rows, inner.x1 : outer.x1],
    )
    return sum(float((strip > 0).mean()) > 0.4 for strip in strips if strip.size) <= 1


def _runs_on(place: Area, whole: GreyImage, sheet: Sheet) -> bool:
    """Do the sides go on beyond two corners or more, as the rules around a table's cell do?"""
    near, far = round(0.8 * sheet.across), round(6 * sheet.across)
    band = max(2, round(0.1 * min(place.width, place.height)))
    beyond = 0
    for y in (place.top, place.bottom - band):
        for x0, x1 in ((place.x0 - far, place.x0 - near), (place.x1 + near, place.x1 + far)):
            beyond += _inked(whole[max(0, y) : y + band, max(0, x0) : max(0, x1)])
    for x in (place.x0, place.x1 - band):
        for y0, y1 in ((place.top - far, place.top - near), (place.bottom + near, place.bottom + far)):
            beyond += _inked(whole[max(0, y0) : max(0, y1), max(0, x) : x + band].T)
    return beyond >= 2


def _inked(strip: GreyImage) -> bool:
    return bool(strip.size) and float((strip > 0).any(axis=0).mean()) > 0.9
