"""What a scanned page holds besides text and boxes: bullets, ink and charts. Everything here counts in pixels of the sheet."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_rules import Area, area
from underlag.schemas.page import BULLET


def with_bullets(words: list[OcrWord], sheet: Sheet) -> list[OcrWord]:
    """`words` with a `•` before each line that begins with a small blob or ring, in place of what was read there."""
    contours, tree = cv2.findContours(sheet.ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)  # also those inside a table's frame
    bullets = []
    for contour, (_, _, _, parent) in zip(contours, tree[0] if contours else (), strict=True):
        if parent != -1:
            continue
        left, top, width, height = cv2.boundingRect(contour)
        across, down = width / sheet.across, height / sheet.down
        if not (2 < across < 6.5 and 2 < down < 6.5 and 0.7 < across / down < 1.4 and cv2.contourArea(contour) > 0.55 * width * height):
            continue
        blob = Area(left, top, left + width, top + height)
        if _round(contour) and _before_line(blob, words, sheet) and not any(_figure_on(w, blob, sheet) for w in words):
            bullets.append(OcrWord(BULLET, blob.x0, blob.top, blob.x1, blob.bottom, 0.9))
    left_over = [w for w in words if not any(_stands_for(w, area(b), sheet) for b in bullets)]
    return left_over + bullets


def _round(contour: cv2.typing.MatLike) -> bool:
    """Has the blob no dents, as letters and figures have?"""
    return cv2.contourArea(contour) > 0.88 * cv2.contourArea(cv2.convexHull(contour))


def _figure_on(word: OcrWord, blob: Area, sheet: Sheet) -> bool:
    return any(c.isdigit() for c in word.text) and word.confidence > 0.5 and _stands_for(word, blob, sheet)


def _before_line(blob: Area, words: list[OcrWord], sheet: Sheet) -> bool:
    """Does a text line begin 4 to 45 points to the right of `blob`, at its height, with nothing between or to the left?"""
    middle = (blob.top + blob.bottom) / 2
    level = [w for w in words if w.top <= middle <= w.bottom and not _stands_for(w, blob, sheet)]
    if any(w.x0 < blob.x1 and w.x1 > blob.x0 - 30 * sheet.across for w in level):
        return False
    right = [w for w in level if w.x0 >= blob.x1]
    if not right:
        return False
    first = min(right, key=lambda w: w.x0)
    return 3 * sheet.across < first.x0 - blob.x1 < 45 * sheet.across and first.bottom - middle > 1.5 * sheet.down


def _stands_for(word: OcrWord, blob: Area, sheet: Sheet) -> bool:
    """Is `word` what the engine made of `blob`? It is short, and wholly around it."""
    near = blob.grown(round(3 * sheet.across))
    return len(word.text) <= 2 and near.holds((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2) and word.x1 <= near.x1


_STROKE_FREE = 0.62  # a box fuller of ink than this is a filled field, not a drawing of lines


def ink_and_pictures(words: list[OcrWord], lines: list[Area], sheet: Sheet) -> list[tuple[Area, bool]]:
    """What stands on the page and is neither word nor rule: (place, true for handwriting or a stamp, false for a chart)."""
    ink = sheet.ink.copy()
    for line in lines:
        ink[max(0, line.top - 3) : line.bottom + 3, max(0, line.x0 - 3) : line.x1 + 3] = 0
    for word in words:
        if _explains(word, sheet):
            ink[word.top - 2 : word.bottom + 2, word.x0 - 2 : word.x1 + 2] = 0
    shapes = _components(ink, sheet)
    bars = [place for place, drawn in shapes if not drawn and not _written_on(place, words, sheet)]
    charts = _joined(bars, round(30 * sheet.across))
    scribbles = _joined([place for place, drawn in shapes if drawn], round(14 * sheet.across))
    found = [(place, False) for place in charts]
    return found + [(place, True) for place in scribbles if not any(place.meets(chart) for chart in charts)]


def _written_on(place: Area, words: list[OcrWord], sheet: Sheet) -> bool:
    """Is this filled field the ground of a heading: one line high, with words on it?"""
    on = [w for w in words if w.confidence > 0.4 and len(w.text) > 2 and place.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2)]
    return bool(on) and place.height < 40 * sheet.down


def _explains(word: OcrWord, sheet: Sheet) -> bool:
    """Is the ink under `word` text? So where it is read surely, or is long and looks like a word (script types read badly)."""
    if word.confidence >= 0.6:
        return True
    wordlike = len(word.text) >= 4 and sum(c.isalnum() for c in word.text) >= 0.75 * len(word.text)
    return wordlike and word.confidence > 0.25 and word.bottom - word.top < 20 * sheet.down


def _components(ink: GreyImage, sheet: Sheet) -> list[tuple[Area, bool]]:
    """Connected ink larger than letters, off the page's edges: with true what is drawn in thin strokes, else filled areas."""
    height, width = ink.shape
    contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for left, top, wide, high in map(cv2.boundingRect, contours):
        across, down = wide / sheet.across, high / sheet.down
        at_edge = left < 3 or top < 3 or left + wide > width - 3 or top + high > height - 3
        if at_edge or not ((down > 11 and across > 6) or (across > 26 and down > 4)):
            continue
        place = Area(left, top, left + wide, top + high)
        own = ink[top : top + high, left : left + wide] > 0
        if float(own.mean()) > _STROKE_FREE:
            if across > 12 and down > 8:
                found.append((place, False))
        elif _shape(own, sheet):
            found.append((place, False))
        else:
            found.append((place, True))
    return found


def _shape(own: npt.NDArray[np.bool_], sheet: Sheet) -> bool:
    """Is this the outline of a drawn figure (a box or an ellipse of a diagram): does it enclose room for text?"""
    contours, tree = cv2.findContours(own.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    for contour, node in zip(contours, tree[0], strict=True):
        _, _, wide, high = cv2.boundingRect(contour)
        roomy = wide > 28 * sheet.across and high > 12 * sheet.down
        if node[3] != -1 and roomy and cv2.contourArea(contour) > 0.7 * wide * high:
            return True
    return False


def _joined(places: list[Area], reach: int) -> list[Area]:
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


def without_noise(words: list[OcrWord], pictures: list[tuple[Area, bool]]) -> list[OcrWord]:
    """`words` less those inside charts, and less the doubtful ones that were read from strokes of ink."""

    def kept(word: OcrWord) -> bool:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return not any(place.holds(x, y) and (not drawn or word.confidence < 0.6) for place, drawn in pictures)

    return [word for word in words if kept(word)]
