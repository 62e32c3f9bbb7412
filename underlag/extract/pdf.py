"""PDF files: pages by their text layer, and the pictures of those that have none."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from underlag.errors import EncryptedError, UnreadableError
from underlag.extract.furniture import without_furniture
from underlag.extract.layout import lay_out
from underlag.extract.pdf_fonts import font_descents
from underlag.extract.pdf_paths import read_drawn
from underlag.extract.pdf_shapes import read_shapes
from underlag.extract.pdf_space import page_space
from underlag.extract.pdf_words import TooMuchText, read_words
from underlag.extract.raw import RawPage
from underlag.schemas.page import Box, Document, Page, Trouble

MAX_PAGES = 5000
MAX_PIXELS = 40_000_000

class PdfFile:
    """An open PDF. Pages count from 1; each is closed again as soon as it is read."""

    def __init__(self, document: pdfium.PdfDocument, descents: Mapping[str, float]) -> None:
        self._document = document
        self._descents = descents
        self.page_count = len(document)

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._document.close()

    @contextmanager
    def _page(self, number: int) -> Iterator[pdfium.PdfPage]:
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError as error:
            raise BrokenPage(number) from error
        try:
            yield page
        finally:
            page.close()

    def raw_page(self, number: int) -> RawPage:
        """The page by its text layer. Raises `BrokenPage`."""
        with self._page(number) as page:
            space = page_space(page.raw)
            textpage = page.get_textpage()
            try:
                words, hidden = read_words(textpage.raw, space, self._descents)
            except TooMuchText as error:
                raise BrokenPage(number) from error
            finally:
                textpage.close()
            shapes = read_shapes(read_drawn(page.raw, space), words or hidden, space, number)
        return RawPage(number, space.width, space.height, "pdf-text", shapes.words, shapes.rules, shapes.pictures)

    def needs_ocr(self, number: int) -> bool:
        return not self.raw_page(number).words

    def image(self, number: int, dpi: int = 300) -> Image.Image:
        """The page as a picture."""
        with self._page(number) as page:
            width, height = page.get_size()
            scale = min(dpi / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale)
            image: Image.Image = bitmap.to_pil()
            return image

    def crop_png(self, number: int, box: Box, dpi: int = 110) -> bytes:
        """A piece of the page as PNG."""
        with self._page(number) as page:
            width, height = page.get_size()
            scale = min(dpi / 72, (MAX_PIXELS / max(1.0, width * height)) ** 0.5)
            cut = (max(0.0, box.x0), max(0.0, height - box.bottom), max(0.0, width - box.x1), max(0.0, box.top))
            bitmap = page.render(scale=scale, crop=cut)
            out = io.BytesIO()
            bitmap.to_pil().save(out, "PNG")
            return out.getvalue()


class BrokenPage(ValueError):
    """A page that pdfium can't read; `number` from 1."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"page {number}")


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
        what = "PDF-filen har inga sidor" if not count else f"PDF-filen har fler än {MAX_PAGES} sidor"
        raise UnreadableError(what, remedy="Kontrollera att det är rätt fil.")
    return PdfFile(document, font_descents(data))


def read_pdf_text(data: bytes) -> Document:
    """The whole file by its text layer."""
    raw: list[RawPage] = []
    troubles: list[Trouble] = []
    with open_pdf(data) as pdf:
        for number in range(1, pdf.page_count + 1):
            try:
                raw.append(pdf.raw_page(number))
            except BrokenPage:
                troubles.append(Trouble(number, f"Sidan {number} går inte att läsa."))
    pages = tuple(Page(r.number, r.reader, lay_out(r), r.furniture, r.width, r.height) for r in without_furniture(raw))
    return Document("application/pdf", pages, troubles=tuple(troubles))
