"""Draws the bench's own pages with pdfium: prose and ruled tables in several types and sizes, always the same."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c

from bench import wording

_WIDTH, _HEIGHT, _MARGIN = 595.0, 842.0, 62.0
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is set. `font` and `bold` are names of the standard fonts of PDF; `size` in points; `rule` is a line's weight."""

    font: str
    bold: str
    size: float
    rule: float = 0.6
    grey: int = 0
    shaded: bool = False


_PAGES: tuple[tuple[Look, tuple[Rows, ...], int], ...] = (
    (Look("Helvetica", "Helvetica-Bold", 10), (wording.BUDGET,), 0),
    (Look("Times-Roman", "Times-Bold", 11, rule=0.4), (wording.STATUTES, wording.CONTACTS), 4),
    (Look("Helvetica", "Helvetica-Bold", 9, rule=0.5, grey=120, shaded=True), (wording.RESULTS, wording.CONTACTS), 8),
    (Look("Times-Roman", "Times-Bold", 12, rule=0.8), (wording.RESULTS,), 2),
    (Look("Helvetica", "Helvetica-Bold", 8, rule=0.3), (wording.CONTACTS, wording.BUDGET), 6),
    (Look("Times-Roman", "Times-Bold", 10, rule=0.5, shaded=True), (wording.BUDGET, wording.STATUTES), 10),
)


def draw(target: Path) -> None:
    """Writes the pages as a PDF; each holds prose, which begins with another sentence, and its tables."""
    with pypdfium2.PdfDocument.new() as pdf:
        for look, tables, first in _PAGES:
            page = pdf.new_page(_WIDTH, _HEIGHT)
            pen = _Pen(pdf, page, look)
            sentences = wording.PROSE[first:] + wording.PROSE[:first]
            for n, table in enumerate(tables):
                pen.prose(" ".join(sentences[4 * n : 4 * n + 4]))
                pen.table(table)
            pen.prose(" ".join(sentences[4 * len(tables) :]))
            page.gen_content()
        pdf.save(target)


class _Pen:
    """Writes down a page from its top."""

    def __init__(self, pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, look: Look) -> None:
        self._pdf, self._page, self._look = pdf, page, look
        self._fonts = {name: pdfium_c.FPDFText_LoadStandardFont(pdf.raw, name.encode()) for name in (look.font, look.bold)}
        self._y = _HEIGHT - _MARGIN

    def prose(self, text: str) -> None:
        """A paragraph, ragged right; figures are not parted from one another nor from their sign."""
        line = ""
        for word in re.split(r" (?![%§–]|\d{3}\b)", text):
            longer = f"{line} {word}".strip()
            if self._width(longer) > _WIDTH - 2 * _MARGIN:
                self._line(line)
                longer = word
            line = longer
        self._line(line)
        self._y -= 0.6 * self._look.size

    def table(self, rows: Rows) -> None:
        """A ruled table over the whole width: the first row bold, the columns after the first flush right where they hold figures."""
        size, high = self._look.size, 1.7 * self._look.size
        widths = [max(self._width(row[n], self._look.bold) for row in rows) for n in range(len(rows[0]))]
        spare = (_WIDTH - 2 * _MARGIN - sum(widths)) / len(widths)
        edges = [_MARGIN + sum(widths[:n]) + spare * n for n in range(len(widths) + 1)]
        top = self._y + 0.4 * size
        if self._look.shaded:
            self._fill(edges[0], top - high, edges[-1] - edges[0], high)
        for number, row in enumerate(rows):
            font = self._look.font if number else self._look.bold
            for n, text in enumerate(row):
                right = n > 0 and number > 0 and text[-1:] in "0123456789%"
                x = edges[n + 1] - 4 - self._width(text, font) if right else edges[n] + 4
                self._text(text, x, top - 1.15 * size - number * high, font)
        self._rules(edges, [top - high * n for n in range(len(rows) + 1)])
        self._y = top - high * len(rows) - 1.9 * size

    def _line(self, text: str) -> None:
        self._text(text, _MARGIN, self._y, self._look.font)
        self._y -= 1.35 * self._look.size

    def _text(self, text: str, x: float, y: float, font: str) -> None:
        item = self._item(text, font)
        pdfium_c.FPDFPageObj_Transform(item, 1, 0, 0, 1, x, y)
        pdfium_c.FPDFPage_InsertObject(self._page.raw, item)

    def _item(self, text: str, font: str) -> pdfium_c.FPDF_PAGEOBJECT:
        item = pdfium_c.FPDFPageObj_CreateTextObj(self._pdf.raw, self._fonts[font], ctypes.c_float(self._look.size))
        held = ctypes.create_string_buffer((text + "\0").encode("utf-16-le"))
        pdfium_c.FPDFText_SetText(item, ctypes.cast(held, pdfium_c.FPDF_WIDESTRING))
        return item

    def _width(self, text: str, font: str | None = None) -> float:
        item = self._item(text, font or self._look.font)
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        pdfium_c.FPDFPageObj_Destroy(item)
        return right.value - left.value

    def _rules(self, edges: Sequence[float], heights: Sequence[float]) -> None:
        for x in edges:
            self._stroke((x, heights[0]), (x, heights[-1]))
        for y in heights:
            self._stroke((edges[0], y), (edges[-1], y))

    def _stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        path = pdfium_c.FPDFPageObj_CreateNewPath(*start)
        pdfium_c.FPDFPath_LineTo(path, *end)
        pdfium_c.FPDFPageObj_SetStrokeColor(path, *[self._look.grey] * 3, 255)
        pdfium_c.FPDFPageObj_SetStrokeWidth(path, self._look.rule)
        pdfium_c.FPDFPath_SetDrawMode(path, pdfium_c.FPDF_FILLMODE_NONE, 1)
        pdfium_c.FPDFPage_InsertObject(self._page.raw, path)

    def _fill(self, x: float, y: float, width: float, height: float) -> None:
        box = pdfium_c.FPDFPageObj_CreateNewRect(x, y, width, height)
        pdfium_c.FPDFPageObj_SetFillColor(box, 218, 218, 218, 255)
        pdfium_c.FPDFPath_SetDrawMode(box, pdfium_c.FPDF_FILLMODE_ALTERNATE, 0)
        pdfium_c.FPDFPage_InsertObject(self._page.raw, box)
