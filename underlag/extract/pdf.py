"""PDF files: pages by their text layer, and the pictures of those that have none."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from underlag.errors import EncryptedError, UnreadableError
from underlag.extract.layout_lines import type_size
from underlag.extract.pdf_fonts import font_descents
from underlag.extract.pdf_forms import Field, has_notes, read_fields, with_fields
from underlag.extract.pdf_images import page_image, rendered
from underlag.extract.pdf_paths import Drawn, read_drawn
from underlag.extract.pdf_quality import is_damaged, is_mostly_picture, is_rubbish
from underlag.extract.pdf_shapes import read_shapes
from underlag.extract.pdf_space import PageSpace, page_space
from underlag.extract.pdf_words import TooMuchTextError, read_words
from underlag.extract.raw import RawPage
from underlag.schemas.page import Box, Trouble, Word

MAX_PAGES = 5000


class PageError(ValueError):
    """A page that can't be read, though its file can; `trouble` says so for the document."""

    def __init__(self, number: int, what: str) -> None:
        self.trouble = Trouble(number, what)
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A page as its text layer gives it, and whether that can be trusted."""

    raw: RawPage
    needs_ocr: bool
    only_scan: bool
    """Nothing is on the page but pictures (and perhaps an invisible text)."""


class PdfFile:
    """An open PDF; use it in `with`. Pages count from 1, and are closed again as soon as they are read."""

    def __init__(self, document: pdfium.PdfDocument, descents: Mapping[str, float]) -> None:
        self._document = document
        self._descents = descents
        self._last: _Reading | None = None
        self._fields: dict[int, list[Field]] = {}
        self.page_count = len(document)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._document.close()

    def raw_page(self, number: int) -> RawPage:
        """The page by its text layer. Raises PageError."""
        return self._read(number).raw

    def needs_ocr(self, number: int) -> bool:
        """Is there no text, or none that can be trusted: rubbish, damaged, invisible, or only a stamp's on a scan? Raises PageError."""
        return self._read(number).needs_ocr

    def image(self, number: int, dpi: int = 300) -> Image.Image:
        """The page as a picture in greys as displayed; `dpi` where it must be rendered. Raises PageError.

        A scan's own image is returned at its own resolution: points per pixel are page width / image width.
        """
        only_scan = self._read(number).only_scan
        with self._page(number) as page:
            return page_image(page, dpi, only_scan=only_scan)

    def crop_png(self, number: int, box: Box, dpi: int = 110) -> bytes:
        """A piece of the page, as displayed, as PNG. Raises PageError."""
        with self._page(number) as page:
            width, height = page.get_size()
            left, top = min(max(0.0, box.x0), width - 1), min(max(0.0, box.top), height - 1)
            right, bottom = max(left + 1, min(width, box.x1)), max(top + 1, min(height, box.bottom))
            out = io.BytesIO()
            rendered(page, dpi, (left, height - bottom, width - right, top)).save(out, "PNG")
            return out.getvalue()

    @contextmanager
    def _page(self, number: int) -> Iterator[pdfium.PdfPage]:
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError as error:
            raise PageError(number, f"sidan {number} är skadad och går inte att läsa") from error
        try:
            yield page
        finally:
            page.close()

    def _read(self, number: int) -> _Reading:
        if self._last is None or self._last.raw.number != number:
            with self._page(number) as page:
                merged = self._merge_notes(page, number)
                self._last = None if merged else self._reading(page, number)
            if self._last is None:  # a page shows what was merged into it when it is opened again
                with self._page(number) as page:
                    self._last = self._reading(page, number)
        return self._last

    def _merge_notes(self, page: pdfium.PdfPage, number: int) -> bool:
        """Makes fields, stamps and typed-on text part of the page (in memory), and remembers the fields; once. Were there any?"""
        if number in self._fields:
            return False
        form = self._document.formenv
        self._fields[number] = read_fields(page.raw, form.raw, page_space(page.raw)) if form else []
        merged = has_notes(page.raw)
        if merged:
            pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY)
        return merged

    def _reading(self, page: pdfium.PdfPage, number: int) -> _Reading:
        space = page_space(page.raw)
        drawn = read_drawn(page.raw, space)
        seen, hidden = self._words(page, space, number)
        if drawn.covered and seen:
            seen, hidden = [], [*seen, *hidden]
        words = with_fields(seen, self._fields[number], type_size(seen or hidden))
        shapes = read_shapes(drawn, words or hidden, space, number)
        raw = RawPage(number, space.width, space.height, "pdf-text", shapes.words, shapes.rules, shapes.pictures)
        return _Reading(raw, _needs_ocr(words, hidden, drawn, space), only_scan=not words and bool(drawn.images))

    def _words(self, page: pdfium.PdfPage, space: PageSpace, number: int) -> tuple[list[Word], list[Word]]:
        try:
            textpage = page.get_textpage()
        except pdfium.PdfiumError as error:
            raise PageError(number, f"texten på sidan {number} är skadad och går inte att läsa") from error
        try:
            return read_words(textpage.raw, space, self._descents)
        except TooMuchTextError as error:
            raise PageError(number, f"sidan {number} har orimligt mycket text") from error
        finally:
            textpage.close()


def _needs_ocr(words: list[Word], hidden: list[Word], drawn: Drawn, space: PageSpace) -> bool:
    page = Box(0, 0, space.width, space.height)
    covered = sum(b.overlap(page) for b in drawn.images) / max(1.0, space.width * space.height)
    if not words:
        return bool(hidden or drawn.images or drawn.strokes)
    return is_rubbish(words) or is_mostly_picture(words, covered) or is_damaged(words)


def open_pdf(data: bytes, password: str | None = None) -> PdfFile:
    """Open a PDF. Raises EncryptedError or UnreadableError."""
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise EncryptedError("filen är låst med lösenord", remedy="Spara en kopia utan lösenord och försök igen.") from error
        raise UnreadableError("filen går inte att läsa som PDF", remedy="Öppna den i ett annat program och spara om den.") from error
    count = len(document)
    if not 0 < count <= MAX_PAGES:
        document.close()
        what = f"PDF-filen har fler än {MAX_PAGES} sidor" if count else "PDF-filen har inga sidor"
        raise UnreadableError(what, remedy="Kontrollera att det är rätt fil.")
    if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
        document.init_forms()
    return PdfFile(document, font_descents(data))
