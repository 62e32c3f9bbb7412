"""What a born-digital PDF becomes: words where they stand, tables, furniture, checkboxes, and clear ends for broken files."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pdf_building import PdfText, curve, frame, rule, shade, text, upright_text
from underlag.errors import EncryptedError, UnreadableError
from underlag.extract.document import read_document
from underlag.extract.pdf import PageError, open_pdf
from underlag.schemas.page import EMPTY, MARKED, Box, Page, Paragraph, Picture, Table, paragraphs


def only_page(pdf: PdfText) -> Page:
    document = read_document(pdf.data())
    assert document.troubles == ()
    return document.pages[0]


def texts(page: Page) -> list[str]:
    return [p.text for p in paragraphs(page.blocks)]


def test_words_stand_where_pdfplumber_finds_them() -> None:
    data = PdfText().page(text(70, 100, "Beskriv syftet med insatsen"), text(70, 130, "Fet rubrik", size=14, font="F2")).data()
    with open_pdf(data) as pdf:
        words = pdf.raw_page(1).words
    with pdfplumber.open(io.BytesIO(data)) as reference:
        expected = reference.pages[0].extract_words()
    assert [w.text for w in words] == [e["text"] for e in expected]
    for word, e in zip(words, expected, strict=True):
        found = (word.box.x0, word.box.top, word.box.x1, word.box.bottom)
        assert found == pytest.approx((e["x0"], e["top"], e["x1"], e["bottom"]), abs=0.5)
    assert [w.bold for w in words] == [False] * 4 + [True] * 2
    assert words[-1].size == 14


@pytest.mark.parametrize(("gap", "words"), [(0.0, ["totalt19"]), (0.8, ["totalt", "19"])])
def test_a_figure_at_a_tab_stop_right_behind_its_label_is_a_word_of_its_own(gap: float, words: list[str]) -> None:
    with open_pdf(PdfText().page(text(70, 100, "totalt"), text(91.7 + gap, 100, "19")).data()) as pdf:
        assert [w.text for w in pdf.raw_page(1).words] == words


def test_a_descriptor_with_descent_zero_is_taken_at_its_word() -> None:
    pdf = PdfText().page(text(70, 100, "Syfte", size=20).replace("/F1", "/F9"))
    pdf.objects[100] = (
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Arial /FirstChar 32 /LastChar 33 /Widths [300 300] /FontDescriptor 101 0 R >>"
    )
    pdf.objects[101] = "<< /Type /FontDescriptor /FontName /ABCDEF+Arial /Flags 32 /FontBBox [-500 -300 1300 1000] /Ascent 0 /Descent 0 >>"
    pdf.page_extra = "/Resources << /Font << /F9 100 0 R >> >>"
    with open_pdf(pdf.data()) as opened:
        (word,) = opened.raw_page(1).words
    assert (word.box.top, word.box.bottom) == pytest.approx((80, 100), abs=0.5)


def test_turned_pages_are_read_as_displayed() -> None:
    pdf = PdfText(page_extra="/Rotate 90").page(text(70, 100, "Budget"))
    page = only_page(pdf)
    assert (page.width, page.height) == (842, 595)
    (line,) = next(p for p in page.blocks if isinstance(p, Paragraph)).lines
    assert line.box is not None
    assert line.box.height > line.box.width  # the word stands on its end
    turned = PdfText(page_extra="/Rotate 90").page(upright_text(100, 700, "Budget för insatsen"))
    assert texts(only_page(turned)) == ["Budget för insatsen"]


def test_a_crop_box_moves_the_origin() -> None:
    pdf = PdfText(page_extra="/MediaBox [0 0 595 842] /CropBox [50 100 500 800]").page(text(70, 100, "Syfte"))
    with open_pdf(pdf.data()) as opened:
        raw = opened.raw_page(1)
    assert (raw.width, raw.height) == (450, 700)
    assert raw.words[0].box.x0 == pytest.approx(20, abs=0.1)
    assert raw.words[0].box.bottom == pytest.approx(100 - 42 + 2, abs=1)


def test_a_ruled_table_keeps_merged_and_empty_cells() -> None:
    lines = [rule(70, y, 470, y) for y in (100, 120, 140, 160)]
    lines += [rule(x, 100, x, 160) for x in (70, 470)] + [rule(270, 120, 270, 160)]
    marks = [
        text(75, 114, "Kostnader i tkr", font="F2"),
        text(75, 134, "Huvudinsatsägare"),
        text(400, 134, "8 614 500"),
        text(75, 154, "Summa"),
    ]
    (table,) = only_page(PdfText().page(*lines, *marks)).blocks
    assert isinstance(table, Table)
    assert (table.rows, table.cols, table.ruled) == (3, 2, True)
    assert [(c.row, c.col, c.col_span, c.text) for c in table.cells] == [
        (0, 0, 2, "Kostnader i tkr"),
        (1, 0, 1, "Huvudinsatsägare"),
        (1, 1, 1, "8 614 500"),
        (2, 0, 1, "Summa"),
        (2, 1, 1, ""),
    ]


def test_shaded_cells_without_lines_are_a_table() -> None:
    marks = [shade(70, 100 + 20 * r, 270, 119 + 20 * r) + shade(271, 100 + 20 * r, 470, 119 + 20 * r) for r in range(2)]
    marks += [text(75, 114, "Syfte"), text(275, 114, "Stöd"), text(75, 134, "Bakgrund"), text(275, 134, "Behov")]
    (table,) = only_page(PdfText().page(*marks)).blocks
    assert isinstance(table, Table)
    assert [c.text for c in table.cells] == ["Syfte", "Stöd", "Bakgrund", "Behov"]


def test_the_shading_behind_a_word_is_no_table() -> None:
    page = only_page(PdfText().page(shade(70, 90, 100, 103), text(70, 100, "Syfte är markerat i texten")))
    assert texts(page) == ["Syfte är markerat i texten"]
    assert not any(isinstance(b, Table) for b in page.blocks)


def test_headers_footers_and_page_numbers_are_furniture() -> None:
    pdf = PdfText()
    for number in range(1, 5):
        pdf.page(
            text(70, 40, "Samordningsförbundet Uppsala län"),
            text(70, 200, f"Text nummer {'abcd'[number - 1]}"),
            text(280, 810, f"Sida {number} (4)"),
        )
    document = read_document(pdf.data())
    assert [[p.text for p in paragraphs(page.blocks)] for page in document.pages] == [[f"Text nummer {c}"] for c in "abcd"]
    assert [line.text for line in document.pages[2].furniture] == ["Samordningsförbundet Uppsala län", "Sida 3 (4)"]


def test_a_word_divided_by_a_soft_hyphen_is_put_together() -> None:
    pdf = PdfText().page(text(70, 100, "Insatsen ger arbetslivsinrikt\xad"), text(70, 112, "ad rehabilitering."))
    assert texts(only_page(pdf)) == ["Insatsen ger arbetslivsinriktad rehabilitering."]


def test_a_raised_figure_stays_apart_from_the_number_before_it() -> None:
    raised = "BT /F1 10 Tf 1 0 0 1 70 742 Tm (620) Tj /F1 6 Tf 1 0 0 1 86.7 746 Tm (3) Tj ET"
    assert texts(only_page(PdfText().page(raised))) == ["620³"]


@pytest.mark.parametrize(
    ("mark", "expected"), [("", EMPTY), (rule(101, 91, 109, 99) + rule(101, 99, 109, 91), MARKED), (text(102, 98, "x"), MARKED)]
)
def test_small_squares_beside_text_are_checkboxes(mark: str, expected: str) -> None:
    page = only_page(PdfText().page(text(70, 99, "Ja"), frame(100, 90, 110, 100), mark, text(70, 150, "Nästa fråga i formuläret")))
    assert texts(page)[0] == f"Ja {expected}"


def test_ticks_of_symbol_fonts_are_checkboxes() -> None:
    assert texts(
        only_page(PdfText().page(text(70, 99, "Ja"), text(100, 99, "8", font="F3"), text(120, 99, "Nej"), text(150, 99, "o", font="F3")))
    ) == [f"Ja {MARKED} Nej {EMPTY}"]


def test_form_fields_are_read_with_their_values() -> None:
    pdf = PdfText(
        page_extra="/Annots [100 0 R 101 0 R 102 0 R]", catalog_extra="/AcroForm << /Fields [100 0 R 101 0 R 102 0 R] /DA (/F1 10 Tf) >>"
    )
    widget = "<< /Type /Annot /Subtype /Widget /F 4"
    pdf.objects[100] = f"{widget} /FT /Tx /T (namn) /V (Rehab i samverkan) /DA (/Helv 10 Tf 0 g) /Rect [150 735 400 755] >>"
    pdf.objects[101] = f"{widget} /FT /Btn /T (ja) /V /On /AS /On /Rect [150 700 160 710] /AP << /N << /On 103 0 R /Off 103 0 R >> >> >>"
    pdf.objects[102] = f"{widget} /FT /Btn /T (nej) /AS /Off /Rect [250 700 260 710] /AP << /N << /On 103 0 R /Off 103 0 R >> >> >>"
    pdf.objects[103] = "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 0 >>\nstream\n\nendstream"
    pdf.page(text(70, 100, "Insatsens namn"), text(70, 140, "Diskuterad i LOKUS"), text(165, 140, "Ja"), text(265, 140, "Nej"))
    found = texts(only_page(pdf))
    assert found[0].endswith("Rehab i samverkan")
    assert found[-1] == f"Diskuterad i LOKUS {MARKED} Ja {EMPTY} Nej"


def test_ink_in_a_signature_cell_is_told_from_a_logo() -> None:
    cell = frame(70, 300, 470, 360)
    logo = curve(70, 20, 150, 60)
    (picture, table) = only_page(PdfText().page(logo, cell, curve(200, 310, 320, 350), text(75, 315, "Insatsägare"))).blocks
    assert isinstance(picture, Picture)
    assert picture.ink is None
    assert isinstance(table, Table)
    assert [p.ink for p in table.cells[0].pictures] == [True]


def test_labels_in_a_drawn_chart_are_left_out() -> None:
    bars = [shade(100 + 40 * k, 200 - 15 * k, 120 + 40 * k, 260) for k in range(5)]
    labels = [text(100 + 40 * k, 258, f"{k}0") for k in range(5)]
    page = only_page(PdfText().page(*bars, *labels, text(70, 100, "Andelen unga ökar i länet.")))
    assert texts(page) == ["Andelen unga ökar i länet."]
    assert [b.ink for b in page.blocks if isinstance(b, Picture)] == [False]


def test_a_scanned_page_needs_ocr_and_gives_its_own_image() -> None:
    scan = io.BytesIO()
    Image.new("L", (595, 842), 200).save(scan, "PDF", resolution=72.0)
    with open_pdf(scan.getvalue()) as pdf:
        assert pdf.needs_ocr(1)
        assert pdf.image(1).size == (595, 842)
    with open_pdf(PdfText().page(text(70, 100, "Beskriv syftet med insatsen")).data()) as pdf:
        assert not pdf.needs_ocr(1)
        assert pdf.image(1, dpi=72).size == (595, 842)
        assert Image.open(io.BytesIO(pdf.crop_png(1, Box(60, 80, 260, 110), dpi=72))).size == (200, 30)


def test_text_without_a_usable_encoding_needs_ocr() -> None:
    garbled = [text(70, 100 + 12 * k, "6DPRUGQLQJVI UEXQGHW %HVNULY V\\IWHW PHG LQVDWVHQ %DNJUXQG") for k in range(12)]
    with open_pdf(PdfText().page(*garbled).data()) as pdf:
        assert pdf.needs_ocr(1)


def test_files_that_cannot_be_read_end_in_one_clear_error() -> None:
    whole = PdfText().page(text(70, 100, "Syfte")).data()
    for data in (b"", b"hej", whole[:60], PdfText().data()):
        with pytest.raises(UnreadableError):
            open_pdf(data)
    locked = PdfText(trailer_extra=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4 >> /ID [<00> <00>]")
    with pytest.raises(EncryptedError):
        open_pdf(locked.page(text(70, 100, "Syfte")).data())


def test_a_truncated_file_with_junk_before_it_is_still_read() -> None:
    whole = PdfText().page(text(70, 100, "Syfte")).data()
    data = b"junk before the header\n" + whole[: whole.index(b"startxref")]
    assert [p.text for page in read_document(data).pages for p in paragraphs(page.blocks)] == ["Syfte"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1500), st.binary(max_size=12))
def test_damage_ends_in_a_document_or_one_of_our_errors(at: int, junk: bytes) -> None:
    whole = PdfText().page(text(70, 100, "Syfte"), frame(60, 80, 300, 130)).page(text(70, 100, "Bakgrund")).data()
    damaged = whole[: at % len(whole)] + junk + whole[at % len(whole) + len(junk) :]
    try:
        document = read_document(damaged)
    except (UnreadableError, EncryptedError):
        return
    assert len(document.pages) + len(document.troubles) > 0


def test_a_page_that_is_not_there_is_a_page_error() -> None:
    data = PdfText().page(text(70, 100, "Syfte")).page(text(70, 100, "Mål")).data()
    broken = data.replace(b"/Kids [10 0 R 12 0 R]", b"/Kids [10 0 R 99 0 R]")
    with open_pdf(broken) as pdf:
        assert [w.text for w in pdf.raw_page(1).words] == ["Syfte"]
        with pytest.raises(PageError) as caught:
            pdf.raw_page(2)
    assert caught.value.trouble.page == 2
    assert [t.page for t in read_document(broken).troubles] == [2]
