"""Searchable PDF/A of scans: pages as they were, words where they stand, and what PDF/A-2b asks of the file."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from shutil import which

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from underlag.cli import run
from underlag.extract.archival import searchable
from underlag.extract.pdf_space import page_space
from underlag.schemas.page import Box, Document, Line, Page, Paragraph, Word, union

INBOX = Path(__file__).resolve().parent.parent / "samples" / "inbox"
WORDS = (Word("Målgrupp", Box(100, 120, 160, 132)), Word("”å–ö”", Box(170, 120, 200, 132)), Word("\U0001f600 ", Box(210, 120, 220, 132)))


def picture(mode: str = "L", form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (420, 594), 200 if mode == "L" else None).save(out, form, dpi=(72, 72))
    return out.getvalue()


def scan(*, rotate: int = 0, crop: tuple[int, int, int, int] | None = None, content: bytes = b"", annotated: bool = False) -> bytes:
    """A PDF of one page, 420 x 594 points, that holds a picture (and `content`)."""
    with pikepdf.new() as pdf:
        image = pdf.make_stream(picture(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=420, Height=594, BitsPerComponent=8)
        image["/ColorSpace"], image["/Filter"] = pikepdf.Name.DeviceGray, pikepdf.Name.DCTDecode
        page = pdf.add_blank_page(page_size=(420, 594))
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        page.obj["/Contents"] = pdf.make_stream(b"q 420 0 0 594 0 0 cm /Im0 Do Q\n" + content)
        page.obj["/Rotate"] = rotate
        if crop:
            page.obj["/CropBox"] = pikepdf.Array(crop)
        if annotated:
            page.obj["/Annots"] = pikepdf.Array(
                [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[9, 9, 30, 30])]
            )
        pdf.docinfo["/Author"] = "Någon"
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def read(*, number: int = 1) -> Document:
    """What a reader made of a page: one line of words."""
    line = Line("Målgrupp ”å–ö” \U0001f600", number, words=WORDS)
    return Document("application/pdf", (Page(number, "pdf-ocr", (Paragraph((line,)),)),))


def place(data: bytes, text: str) -> Box:
    """Where a text stands on the first page as displayed, as pdfium sees it."""
    with pdfium.PdfDocument(data) as pdf:
        page = pdf[0]
        textpage = page.get_textpage()
        letters = {n: char for n in range(textpage.count_chars()) if (char := textpage.get_text_range(n, 1)).strip()}
        first = "".join(letters.values()).index(text)
        space = page_space(page.raw)
        return union([space.box(*textpage.get_charbox(n, loose=True)) for n in list(letters)[first : first + len(text)]])


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (10, 20, 410, 560)])
def test_words_stand_where_they_were_read_however_the_page_is_turned_and_cut(rotate: int, crop: tuple[int, int, int, int] | None) -> None:
    found = place(searchable(scan(rotate=rotate, crop=crop), read(), title="a"), "Målgrupp")
    wanted = WORDS[0].box
    assert [round(side) for side in (found.x0, found.top, found.x1, found.bottom)] == [wanted.x0, wanted.top, wanted.x1, wanted.bottom]


def test_the_words_are_invisible() -> None:
    data = scan()
    with pdfium.PdfDocument(searchable(data, read(), title="a")) as made, pdfium.PdfDocument(data) as original:
        assert made[0].render().to_pil().tobytes() == original[0].render().to_pil().tobytes()


@pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not installed")
def test_another_reader_finds_the_words_in_their_boxes(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(searchable(scan(), read(), title="a"))
    seen = subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], capture_output=True, check=True).stdout.decode()  # noqa: S607
    boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', seen)
    wanted = [(word.box.x0, word.box.top, word.box.x1, word.box.bottom) for word in WORDS[:2]]
    assert [tuple(round(float(side)) for side in sides) for *sides, _ in boxes[:2]] == wanted
    assert [text for *_, text in boxes[:2]] == ["Målgrupp", "”å–ö”"]


def test_a_page_of_pictures_keeps_them_to_the_byte() -> None:
    with pikepdf.open(io.BytesIO(searchable(scan(), read(), title="a"))) as pdf:
        assert pdf.pages[0].get_images()["/Im0"].read_raw_bytes() == picture()


@pytest.mark.parametrize(
    "data", [scan(content=b"BT ET"), scan(annotated=True), picture(), picture("1", "PNG"), picture("P", "PNG"), picture("CMYK")]
)
def test_any_other_page_becomes_a_picture_of_itself(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(searchable(data, read(), title="a"))) as pdf:
        assert "/Annots" not in pdf.pages[0].obj
        (image,) = pdf.pages[0].get_images().values()
        assert image["/ColorSpace"] in {pikepdf.Name.DeviceGray, pikepdf.Name.DeviceRGB}
        assert image["/Width"] >= 420
    assert round(place(searchable(data, read(), title="a"), "Målgrupp").x0) == WORDS[0].box.x0


@pytest.mark.parametrize("data", [scan(), scan(annotated=True), picture("RGB", "TIFF")])
def test_what_pdfa_asks_for_is_there_and_nothing_else(data: bytes) -> None:
    made = searchable(data, read(), title="Ansökan\x07.pdf")
    assert made == searchable(data, read(), title="Ansökan\x07.pdf")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert not pdf.is_encrypted
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Lang", "/Metadata"}
        assert "/ID" in pdf.trailer
        assert "/Info" not in pdf.trailer
        about = pdf.open_metadata()
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["dc:title"]) == ("2", "B", "Ansökan.pdf")
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFA1
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        (font,) = pdf.pages[0].resources["/Font"].values()
        descendant = font.DescendantFonts[0]
        assert descendant.FontDescriptor.FontFile2.read_bytes()
        assert len(descendant.CIDToGIDMap.read_bytes()) == 2 * 0x10000


def test_a_page_that_could_not_be_read_is_there_without_words() -> None:
    with pikepdf.open(io.BytesIO(searchable(scan(), read(number=2), title="a"))) as pdf:
        assert len(pdf.pages) == 1


def test_a_document_that_is_no_scan_is_refused(tmp_path: Path) -> None:
    stderr = io.BytesIO()
    assert run(["searchable", str(INBOX / "stegvis.docx"), "--out", str(tmp_path / "a.pdf")], stderr=stderr, debug=False) == 2
    assert "är ingen skannad handling" in stderr.getvalue().decode()
    assert not list(tmp_path.iterdir())
