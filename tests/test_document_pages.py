"""A file decided page by page, and the pieces of its pages that are shown beside findings."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.pdf_building import PdfText, text
from underlag.errors import UnreadableError
from underlag.extract.crops import Crops
from underlag.extract.document import read_document
from underlag.schemas.page import Paragraph
from underlag.schemas.result import Place

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def _printed(words: str) -> Image.Image:
    """An A4 page at 150 dpi with one line of text."""
    page = Image.new("L", (1240, 1754), 255)
    face = ImageFont.truetype(str(FONT), 32) if FONT.exists() else ImageFont.load_default(32)
    ImageDraw.Draw(page).text((150, 300), words, font=face, fill=0)
    return page


def _png(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(150, 150))
    return out.getvalue()


def _mixed() -> bytes:
    """Two pages: one typed, one a picture of text."""
    scan = io.BytesIO()
    _printed("Insatsens namn Vägvisaren").convert("RGB").save(scan, "PDF", resolution=150)
    typed = pdfium.PdfDocument(PdfText().page(text(72, 700, "Beskriv syftet med insatsen")).data())
    scanned = pdfium.PdfDocument(scan.getvalue())
    typed.import_pages(scanned)
    out = io.BytesIO()
    typed.save(out)
    return out.getvalue()


def _texts(data: bytes) -> list[tuple[str, str]]:
    return [(page.reader, " ".join(b.text for b in page.blocks if isinstance(b, Paragraph))) for page in read_document(data).pages]


def test_each_page_of_a_pdf_is_read_as_it_needs() -> None:
    typed, scanned = _texts(_mixed())
    assert typed == ("pdf-text", "Beskriv syftet med insatsen")
    assert scanned[0] == "pdf-ocr"
    assert "Vägvisaren" in scanned[1]


def test_a_page_image_is_read_and_its_boxes_are_points() -> None:
    document = read_document(_png(_printed("Insatsens namn Vägvisaren")))
    (page,) = document.pages
    assert (document.media_type, page.reader) == ("image/png", "image")
    assert (round(page.width), round(page.height)) == (595, 842)
    assert "Vägvisaren" in " ".join(b.text for b in page.blocks if isinstance(b, Paragraph))


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x7fELF\x02\x01", b"\x89PNG\r\n\x1a\nbroken", b"PK\x03\x04broken"])
def test_what_is_no_document_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_document(data)


@pytest.mark.parametrize("data", [PdfText().page(text(72, 700, "Budget")).data(), _png(_printed("Budget"))])
def test_a_crop_shows_the_place_with_its_surroundings_framed(data: bytes) -> None:
    crop = Crops(data).png(Place(page=1, bbox=(72, 140, 120, 152), where=None, text="Budget"))
    assert crop is not None
    image = Image.open(io.BytesIO(crop)).convert("RGB")
    assert image.width > (120 - 72) * 110 / 72
    assert (201, 127, 0) in {colour for _, colour in image.getcolors(1 << 24) or []}


def test_a_place_without_a_page_has_no_crop() -> None:
    assert Crops(b"text").png(Place(page=1, bbox=None, where="line 1", text="x")) is None
    assert Crops(PdfText().page(text(72, 700, "a")).data()).png(Place(page=9, bbox=(0, 0, 9, 9), where=None, text="x")) is None
