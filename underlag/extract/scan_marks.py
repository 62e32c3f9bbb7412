"""What a scanned page holds besides text: checkboxes, bullets, ink and charts. Everything here counts in pixels of the sheet."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_rules import Area
from underlag.schemas.page import EMPTY, MARKED

BULLET = "•"

_Labels = npt.NDArray[np.int32]


def checkboxes(sheet: Sheet) -> list[OcrWord]:
    """Small square outlines, `☐`, or `☒` with anything in them."""
    contours, tree = cv2.findContours(sheet.ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour, (_, _, child, parent) in zip(contours, tree[0] if tree is not None else (), strict=True):
        left, top, width, height = cv2.boundingRect(contour)
        if parent != -1 or child == -1 or not _square(width / sheet.across, height / sheet.down):
            continue
        inside = sheet.ink[top : top + height, left : left + width] > 0
        if _framed(inside):
            border = max(2, round(0.2 * width))
            core = inside[border:-border, border:-border]
            mark = MARKED if float(core.mean()) > 0.08 else EMPTY
            found.append(OcrWord(mark, left, top, left + width, top + height, 0.9))
    return found


def _square(width: float, height: float) -> bool:
    return 5.5 < width < 15 and 5.5 < height < 15 and 0.8 < width / height < 1.25


def _framed(inside: npt.NDArray[np.bool_]) -> bool:
    """Do all four sides of the box carry a straight stroke from corner to corner?"""
    band = max(2, round(0.16 * min(inside.shape)))
    sides = (inside[:band].any(axis=0), inside[-band:].any(axis=0), inside[:, :band].any(axis=1), inside[:, -band:].any(axis=1))
    thin = (inside[:band].all(axis=0), inside[-band:].all(axis=0), inside[:, :band].all(axis=1), inside[:, -band:].all(axis=1))
    lines = (inside[:band].mean(axis=1).max(), inside[-band:].mean(axis=1).max(), inside[:, :band].mean(axis=0).max(), inside[:, -band:].mean(axis=0).max())
    return all(float(s.mean()) > 0.9 for s in sides) and all(float(m) > 0.75 for m in lines) and not all(float(t.mean()) > 0.95 for t in thin)
