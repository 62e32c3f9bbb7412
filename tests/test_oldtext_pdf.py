"""PDF files whose text layer has lost or mixed up its letters."""

from __future__ import annotations

from tests.pdf_building import PdfText, text
from underlag.extract.document import read_document
from underlag.schemas.page import paragraphs

LINES = (
    "Insatsägaren och Försäkringskassan ska följa upp målgruppen två gånger per år.",
    "Även samordningsförbundet får möjlighet att ta del av uppföljningen.",
    "Åtgärderna ska stödja självförsörjning och återgång i arbete från första månaden.",
)
BARE = str.maketrans("åäöÅÄÖ", "aaoAAO")


def wrongly_mapped() -> PdfText:
    """A PDF whose font shows å, ä and ö, and says that they are a and o."""
    chars = "\n".join(f"<{letter.encode('cp1252').hex()}> <{ord(letter.translate(BARE)):04x}>" for letter in "åäöÅÄÖ")
    cmap = f"/CIDInit /ProcSet findresource begin begincmap\n6 beginbfchar\n{chars}\nendbfchar\nendcmap end"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 100 0 R >>"
    return PdfText(objects={3: font, 100: f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream"})


def read(pdf: PdfText) -> tuple[str, str]:
    """The page's text on one line, and by which reader."""
    page = read_document(pdf.data()).pages[0]
    return " ".join(p.text for p in paragraphs(page.blocks)), page.reader


def lines(*written: str) -> list[str]:
    return [text(70, 100 + 20 * n, line, size=11) for n, line in enumerate(written)]


def test_a_page_whose_font_lies_about_its_letters_is_read_as_it_looks() -> None:
    assert read(wrongly_mapped().page(*lines(*LINES))) == (" ".join(LINES), "pdf-ocr")


def test_a_page_that_was_typed_without_dots_keeps_its_text() -> None:
    bare = [line.translate(BARE) for line in LINES]
    assert read(PdfText().page(*lines(*bare))) == (" ".join(bare), "pdf-text")


def test_text_of_another_character_set_is_put_right() -> None:
    spoilt = ["".join(bytes([byte]).decode("cp1252", "ignore") for byte in line.encode("mac_roman")) for line in LINES]
    assert read(PdfText().page(*lines(*spoilt[:2]))) == (" ".join(LINES[:2]), "pdf-text")
