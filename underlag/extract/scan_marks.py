"""What a scanned page holds besides text and boxes: bullets, ink and charts. Everything here counts in pixels of the sheet."""

from __future__ import annotations

import cv2

from underlag.extract.ocr import OcrWord
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
    """Is `word` what the engine made of `blob`? It is short, and close around it; a letter's ring is only a part of its word."""
    near = blob.grown(round(3 * sheet.across))
    return len(word.text) <= 2 and near.holds(word.x0, word.top) and word.x1 <= near.x1 and word.bottom <= near.bottom
