"""What the Word reader makes of paragraphs, tables, boxes and tracked changes. Each file is built here, as Word writes it."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.extract.word import read_word
from underlag.schemas.page import Cell, Document, Paragraph, Picture, Table, paragraphs

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are further parts by kind (`styles`, `footnotes`, `header`), related by their kind."""
    related = "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        main = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", content)
    return out.getvalue()


def read(body: str, **parts: str) -> Document:
    return read_word(docx(body, **parts))


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def texts(document: Document) -> list[str]:
    return [paragraph.text for page in document.pages for paragraph in paragraphs(page.blocks)]


def only(document: Document) -> Paragraph:
    """The one block of a document that is one paragraph."""
    (page,) = document.pages
    (block,) = page.blocks
    assert isinstance(block, Paragraph)
    return block


def table(document: Document) -> Table:
    """The first table."""
    return next(block for page in document.pages for block in page.blocks if isinstance(block, Table))


def cell(document: Document, row: int, col: int) -> Cell:
    found = table(document).at(row, col)
    assert found is not None
    return found


def test_blocks_stand_in_the_order_of_the_body_and_say_where() -> None:
    control = f"<w:sdt><w:sdtContent>{p(r('Svar'))}</w:sdtContent></w:sdt>"
    (page,) = read(p(r("Insatsens namn")) + p("") + control + tbl(tc(p(r("A"))) + tc(p(r("B")))) + p(r("Syfte"))).pages
    assert [b.text if isinstance(b, Paragraph) else b.where for b in page.blocks] == ["Insatsens namn", "Svar", "t1", "Syfte"]
    assert [line.where for paragraph in paragraphs(page.blocks) for line in paragraph.lines] == ["p1", "p3", "t1r1c1", "t1r1c2", "p4"]


def test_cells_and_rows_inside_content_controls_are_read() -> None:
    inner = f"<w:sdt><w:sdtContent>{tc(p(r('Svar')))}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{tc(p(r('Fråga')))}{inner}</w:tr></w:sdtContent></w:sdt>"
    assert texts(read(f"<w:tbl>{row}</w:tbl>")) == ["Fråga", "Svar"]


def test_nested_table_lies_in_its_cell() -> None:
    document = read(tbl(tc(p(r("Yttre"))), tc(tbl(tc(p(r("Inre")))) + p(""))))
    nested = cell(document, 1, 0).blocks[0]
    assert isinstance(nested, Table)
    assert nested.cells[0].where == "t1r2c1t1r1c1"
    assert nested.cells[0].text == "Inre"


def test_merged_cells_stand_once_with_their_spans() -> None:
    wide, down, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = read(tbl(tc(p(r("A")), down) + tc(p(r("B")), wide), tc(p(""), on) + tc(p(r("C"))) + tc(p(r("D")))))
    spans = {c.text: (c.row, c.col, c.row_span, c.col_span) for c in table(document).cells}
    assert spans == {"A": (0, 0, 2, 1), "B": (0, 1, 1, 2), "C": (1, 1, 1, 1), "D": (1, 2, 1, 1)}


def test_grid_columns_that_no_cell_uses_are_not_counted() -> None:
    three = '<w:gridSpan w:val="3"/>'
    document = read(tbl(tc(p(r("A")), three) + tc(p(r("B"))), tc(p(r("C")), three) + tc(p(r("D")))))
    assert (table(document).cols, cell(document, 1, 1).text) == (2, "D")


@pytest.mark.parametrize(("checked", "glyph"), [("1", "☒"), ("0", "☐")])
def test_checkbox_control_is_a_box_in_its_place(checked: str, glyph: str) -> None:
    state = f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'
    box = f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{r('?')}</w:sdtContent></w:sdt>"
    assert texts(read(p(r("Ja ") + box))) == [f"Ja {glyph}"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Håbo"/><w:listEntry w:val="Heby"/></w:ddList>', "Heby"),
        ("<w:textInput/>", "ifyllt"),
    ],
)
def test_old_form_fields_show_what_was_filled_in(data: str, shown: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    code = "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>"
    rest = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("ifyllt")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(read(p(r("Svar: ") + begin + code + rest))) == [f"Svar: {shown}"]


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☒"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☒"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>', "☐"),
        (r("o", '<w:rFonts w:ascii="Wingdings"/>'), "☐"),
        (r("\uf078"), "☒"),
        (r("✔"), "☒"),
        (r("□"), "☐"),
    ],
)
def test_drawn_boxes_of_symbol_fonts_are_boxes(run: str, shown: str) -> None:
    assert texts(read(p(run + r(" Ja")))) == [f"{shown} Ja"]


def test_placeholder_of_an_empty_control_is_no_text() -> None:
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Klicka här för att ange text.')}</w:sdtContent></w:sdt>"
    assert texts(read(p(r("Datum: ") + empty))) == ["Datum:"]


@pytest.mark.parametrize(
    ("yes", "no", "shown"),
    [
        ('<w:u w:val="single"/>', "", "☒ Ja / ☐ Nej"),
        ("<w:strike/>", "", "☐ Ja / ☒ Nej"),
        ("", '<w:highlight w:val="yellow"/>', "☐ Ja / ☒ Nej"),
        ("", "", "Ja / Nej"),
        ('<w:u w:val="single"/>', '<w:u w:val="single"/>', "Ja / Nej"),
    ],
)
def test_alternative_singled_out_by_its_looks_is_chosen(yes: str, no: str, shown: str) -> None:
    assert texts(read(p(r("Ja", yes) + r(" / ") + r("Nej", no)))) == [shown]


def test_tracked_changes_are_accepted_and_remarked() -> None:
    taken, put = "<w:del><w:r><w:delText>2020</w:delText></w:r></w:del>", f"<w:ins>{r('20')}</w:ins><w:ins>{r('21')}</w:ins>"
    document = read(p(r("År ") + taken + put))
    assert texts(document) == ["År 2021"]
    assert [(m.kind, m.text, m.where) for m in document.remarks] == [
        ("tracked_change", "Borttagen text: 2020", "p1"),
        ("tracked_change", "Infogad text: 2021", "p1"),
    ]


def test_deleted_rows_go_and_deleted_paragraph_marks_join() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc(p('<w:del><w:r><w:delText>Bort</w:delText></w:r></w:del>'))}</w:tr>"
    kept = f"<w:tr>{tc(p(r('Kvar')))}</w:tr>"
    document = read(p(r("En "), "<w:rPr><w:del/></w:rPr>") + p(r("mening")) + f"<w:tbl>{gone}{kept}</w:tbl>")
    assert texts(document) == ["En mening", "Kvar"]
    assert [m.text for m in document.remarks] == ["Borttagen tabellrad: Bort"]


def test_text_box_stands_once_after_its_anchor() -> None:
    content = f"<w:txbxContent>{p(r('I rutan'))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    document = read(p(f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>" + r("Ankare")) + p(r("Efter")))
    assert texts(document) == ["Ankare", "I rutan", "Efter"]


def test_headers_and_footers_are_furniture_and_no_text() -> None:
    header = f"<w:hdr {NAMES}>{p(r('Mall 2021'))}</w:hdr>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    document = read(p(r("Ett"), section) + p(r("Två")) + "<w:sectPr/>", header=header)
    assert texts(document) == ["Ett", "Två"]
    assert [[line.text for line in page.furniture] for page in document.pages] == [["Mall 2021"], ["Mall 2021"]]


@pytest.mark.parametrize(
    "turn",
    [
        p('<w:r><w:br w:type="page"/></w:r>') + p(r("Två")),
        p(r("Två"), "<w:pageBreakBefore/>"),
        tbl(tc(p(r("Två"), "<w:pageBreakBefore/>"))),
        p('<w:r><w:br w:type="page"/></w:r>') + p(r("Två"), "<w:pageBreakBefore/>"),
    ],
)
def test_the_authors_page_breaks_make_pages(turn: str) -> None:
    pages = read(p(r("Ett")) + turn).pages
    assert [[x.text for x in paragraphs(page.blocks)] for page in pages] == [["Ett"], ["Två"]]
    assert [page.number for page in pages] == [1, 2]


def test_footnotes_are_remarks_without_a_mark_in_the_text() -> None:
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="2">{p(r("Avser helår."))}</w:footnote></w:footnotes>'
    document = read(p(r("Budget") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=notes)
    assert texts(document) == ["Budget"]
    assert [(m.kind, m.text, m.where) for m in document.remarks] == [("footnote", "Avser helår.", "p1")]


def test_soft_breaks_part_answers_but_not_short_cells() -> None:
    broken = r("Kostnader") + "<w:r><w:br/></w:r>" + r("totalt")
    document = read(p(broken) + tbl(tc(p(broken)), tc(p(broken) + p(r("x" * 100)))))
    (page,) = document.pages
    assert [[line.text for line in x.lines] for x in paragraphs(page.blocks)][:3] == [["Kostnader"], ["totalt"], ["Kostnader", "totalt"]]


def test_bold_label_is_parted_from_the_answer_below_it_in_its_cell() -> None:
    document = read(tbl(tc(p(r("Insatsens namn", "<w:b/>") + "<w:r><w:br/></w:r>" + r("Vägen vidare")))))
    assert texts(document) == ["Insatsens namn", "Vägen vidare"]


@pytest.mark.parametrize(
    ("typed", "text", "bullet"),
    [
        ("• Ett mål", "Ett mål", True),
        ("- Ett mål", "Ett mål", True),
        ("o\tEtt mål", "Ett mål", True),
        ("1. Ett mål", "1. Ett mål", False),
        ("-", "-", False),
        ("- 5 000 kr", "- 5 000 kr", False),
        ("v 12", "v 12", False),
        ("*) Förklaring", "*) Förklaring", False),
    ],
)
def test_typed_bullets_are_taken_off(typed: str, text: str, bullet: bool) -> None:
    paragraph = only(read(p(r(typed))))
    assert (paragraph.text, paragraph.bullet) == (text, bullet)


def test_styles_make_list_items_headings_and_bold() -> None:
    def style(key: str, name: str, more: str) -> str:
        return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'

    numbered = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>'
    styles = (
        style("Punkt", "Punkter", numbered)
        + style("Under", "Egna punkter", '<w:basedOn w:val="Punkt"/>')
        + style("R1", "heading 1", "<w:rPr><w:b/></w:rPr>")
    )
    body = p(r("Mål"), '<w:pStyle w:val="Under"/>') + p(r("Syfte"), '<w:pStyle w:val="R1"/>') + p(r("Namn: ", "<w:b/>") + r("svar"))
    (page,) = read(body, styles=f"<w:styles {NAMES}>{styles}</w:styles>").pages
    item, heading, label = paragraphs(page.blocks)
    assert (item.bullet, item.level, item.heading) == (True, 2, False)
    assert (heading.heading, heading.bold) == (True, True)
    assert label.lines[0].bold == len("Namn:")


def test_characters_become_what_a_reader_sees() -> None:
    runs = (
        r("a\u00a0b")
        + "<w:r><w:softHyphen/></w:r>"
        + r("c\u00add")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + r("e", "<w:vanish/>")
        + r("a\u030a")
    )
    assert texts(read(p(runs))) == ["a bcd-å"]


def test_wide_gaps_are_one_tab() -> None:
    assert texts(read(p(r("Ja") + "<w:r><w:tab/><w:tab/></w:r>" + r("Nej     Vet  ej")))) == ["Ja\tNej\tVet ej"]


def picture(centimetres: float, uri: str = "picture") -> str:
    inner = f'<a:graphic><a:graphicData uri="http://x/{uri}"><a:blip/></a:graphicData></a:graphic>'
    return f'<w:r><w:drawing><wp:inline><wp:extent cx="{int(centimetres * 360_000)}" cy="9"/>{inner}</wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("content", "ink"),
    [
        (p(r("Region Uppsala") + picture(4)), True),
        (p(r("x" * 80) + picture(4)), None),
        (p(picture(13)), False),
        (p(picture(4, "chart")), False),
        (p('<w:r><w:pict><v:shape><v:imagedata/><o:signatureline id="{A}"/></v:shape></w:pict></w:r>'), False),
    ],
)
def test_picture_where_a_signature_stands_is_ink(content: str, ink: bool | None) -> None:
    document = read(p(r("Underskrift")) + tbl(tc(p(r("Namn"))) + tc(content)))
    assert [picture.ink for picture in cell(document, 0, 1).pictures] == [ink]


def test_letterhead_is_no_ink() -> None:
    (page,) = read(tbl(tc(p(picture(4)))) + p(r("Ansökan"))).pages
    block = page.blocks[0]
    assert isinstance(block, Table)
    assert [b.ink for b in block.cells[0].blocks if isinstance(b, Picture)] == [False]


WORDS = st.lists(st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=8), min_size=1, max_size=6)


@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(1, 3))
def test_no_word_is_lost_however_the_runs_are_cut(rows: list[list[str]], step: int) -> None:
    written = [unicodedata.normalize("NFC", f"§{' '.join(words)}") for words in rows]
    cut = ["".join(r(text[i : i + step]) for i in range(0, len(text), step)) for text in written]
    assert texts(read("".join(p(runs) for runs in cut) + tbl(*(tc(p(runs)) for runs in cut)))) == written * 2
