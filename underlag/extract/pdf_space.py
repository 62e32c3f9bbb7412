"""From a PDF page's own coordinates to those of the page as displayed."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from underlag.schemas.page import Box


@dataclass(frozen=True, slots=True)
class PageSpace:
    """The visible part of a page in its own coordinates (points, y upwards) and its clockwise rotation: 0, 90, 180 or 270."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Width as displayed."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height as displayed."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as displayed, from the top left."""
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The rectangle between two corners, as displayed."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def page_space(page: pdfium.FPDF_PAGE) -> PageSpace:
    """Where the page's visible part lies (crop box, cut to the media box)."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)):
        rect.left, rect.bottom, rect.right, rect.top = 0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    rotation = (pdfium.FPDFPage_GetRotation(page) % 4) * 90
    return PageSpace(rect.left, rect.bottom, rect.right, rect.top, rotation)
