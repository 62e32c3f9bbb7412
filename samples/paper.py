"""Drawing on a Word document: the few strokes that all looks of the form share."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from samples.ink import scribble
from samples.markup import Block, blocks

Cell = _Cell
Container = DocxDocument | Cell
_MADE = datetime(2024, 3, 1, 12)  # noqa: DTZ001 -- a document property has no zone
_ZIPPED = (2024, 3, 1, 12, 0, 0)


def break_page(document: DocxDocument) -> None:
    """Begins a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def new_document(font: str, size: float, margin: float = 2.2) -> DocxDocument:
    """An empty A4 portrait page; `size` in points, `margin` in cm."""
    document = Document()
    document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER).font.color.rgb = RGBColor(0x80, 0x80, 0x80)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    normal.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(margin)
    section.top_margin = section.bottom_margin = Cm(2.0)
    return document


def letterhead(document: DocxDocument, left: str, right_side: str = "", *, numbered: bool = False, size: float = 8.5) -> None:
    """A line at the head of every page, and page numbers at the foot."""
    section = document.sections[-1]
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    head = section.header.paragraphs[0]
    head.style = document.styles["Normal"]
    head.paragraph_format.tab_stops.add_tab_stop(section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT)
    ink(head, f"{left}\t{right_side}" if right_side else left, size=size, color="595959")
    if numbered:
        foot = centre(section.footer.paragraphs[0])
        ink(foot, "Sida ", size=size)
        _number(foot, size)


def landscape(document: DocxDocument, *, first: bool = False) -> Section:
    """Begins a landscape section; `first`: turns the one that the document has."""
    section: Section = document.sections[0] if first else document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.2)
    section.header_distance = section.footer_distance = Cm(0.7)
    return section


def line(container: Container, text: str = "", *, bold: bool = False, size: float = 0, color: str = "", italic: bool = False) -> Paragraph:
    """A paragraph; in a fresh cell it is the one that is already there. `size` 0 and `color` "" keep the document's own."""
    paragraph = _next(container)
    ink(paragraph, text, bold=bold, size=size, color=color, italic=italic)
    return paragraph


def ink(paragraph: Paragraph, text: str, *, bold: bool = False, size: float = 0, color: str = "", italic: bool = False) -> Run:
    """Adds text to a paragraph."""
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    if color:
        run.font.color.rgb = RGBColor.from_string(color)
    return run


def write(container: Container, answer: str | None, width: float = 15.0) -> list[Paragraph]:
    """An answer in markup: paragraphs, list items, subheadings, and tables `width` cm wide. What is given back are the paragraphs."""
    written: list[Paragraph] = []
    for tabular, run in groupby(blocks(answer or ""), lambda block: block.kind in {"row", "head"}):
        if tabular:
            _table(container, list(run), width)
        else:
            written += (paragraph for block in run for paragraph in _block(container, block))
    return written


def items(container: Container, texts: Sequence[str]) -> list[Paragraph]:
    """A list."""
    made = []
    for text in texts:
        paragraph = _next(container)
        paragraph.style = "List Bullet"
        ink(paragraph, text)
        made.append(paragraph)
    return made


def table(container: Container, rows: int, widths: Sequence[float], *, border: str = "000000", weight: int = 4) -> Table:
    """A table with fixed column widths in cm; `weight` in eighths of a point, 0 for no lines."""
    columns = len(widths)
    made = container.add_table(rows, columns)
    made.autofit = False
    _borders(made, border, weight)
    for n, width in enumerate(widths):
        made.columns[n].width = Cm(width)
        for cell in made.columns[n].cells:
            cell.width = Cm(width)
    return made


def row(made: Table) -> tuple[_Cell, ...]:
    """The cells of a new last row."""
    added: _Row = made.add_row()  # type: ignore[no-untyped-call]
    return added.cells


def size(cell: _Cell, width: float) -> None:
    """Sets a cell's width in cm."""
    cell.width = Cm(width)


def together(made: Table) -> None:
    """Keeps a table on one page."""
    for row in made.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def shade(cell: _Cell, color: str) -> None:
    """Fills a cell; `color` as RRGGBB."""
    fill = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        fill.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001 -- python-docx has no shading of its own


def ruled(made: Table, below: int, color: str = "000000") -> None:
    """Lines above the first row, under the heading of `below` rows and under the last row, for a table without other lines."""
    rows = made.rows
    for n, sides in {0: ("top",), below - 1: ("bottom",), len(rows) - 1: ("bottom",)}.items():
        for cell in rows[n].cells:
            _edges(cell, ("top", "bottom") if n == 0 == below - 1 else sides, color)


def right(paragraph: Paragraph) -> Paragraph:
    """Sets a paragraph flush right."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def sign(container: Container, name: str, width: float = 4.2) -> Paragraph:
    """A signature's ink."""
    paragraph = _next(container)
    scribble_in(paragraph, name, width)
    return paragraph


def scribble_in(paragraph: Paragraph, name: str, width: float = 4.2) -> None:
    """A signature's ink within a line."""
    paragraph.add_run().add_picture(io.BytesIO(scribble(name)), width=Cm(width))


def points(size: float) -> Length:
    """A length in points."""
    return Pt(size)


def centre(paragraph: Paragraph) -> Paragraph:
    """Centres a paragraph."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def bar(paragraph: Paragraph, color: str) -> None:
    """Shades a whole paragraph: a coloured bar."""
    fill = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        fill.set(qn(f"w:{key}"), value)
    paragraph._p.get_or_add_pPr().append(fill)  # noqa: SLF001 -- as above


def rule(paragraph: Paragraph, color: str) -> None:
    """A thin line under a paragraph."""
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", color)):
        edge.set(qn(f"w:{key}"), value)
    borders.append(edge)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 -- as above


def save(document: DocxDocument, path: Path) -> None:
    """Writes the document so that the same content gives the same bytes."""
    properties = document.core_properties
    properties.created = properties.modified = _MADE
    properties.author, properties.title = "Exempel", "Påhittat underlag"
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            fixed.writestr(zipfile.ZipInfo(name, _ZIPPED), made.read(name), zipfile.ZIP_DEFLATED)


def _number(paragraph: Paragraph, size: float) -> None:
    """The page's number as a field."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 -- python-docx has no fields
    field.append(ink(paragraph, "1", size=size)._r)  # noqa: SLF001 -- as above


def _next(container: Container) -> Paragraph:
    fresh = isinstance(container, _Cell) and len(container.paragraphs) == 1
    first = container.paragraphs[0] if fresh else None
    return first if first is not None and not first.runs else container.add_paragraph()


def _block(container: Container, block: Block) -> list[Paragraph]:
    if block.kind == "item":
        return items(container, (block.text,))
    return [line(container, block.text, bold=block.kind in {"heading", "question"})]


def _table(container: Container, rows: Sequence[Block], width: float) -> None:
    columns = len(rows[0].cells)
    made = table(container, len(rows), (width / columns,) * columns)
    for drawn, block in zip(made.rows, rows, strict=True):
        for cell, text in zip(drawn.cells, block.cells, strict=True):
            line(cell, text, bold=block.kind == "head")
    if not isinstance(container, _Cell):  # a cell ends its tables with a paragraph of its own
        line(container).paragraph_format.space_after = Pt(0)


def _edges(cell: _Cell, sides: Sequence[str], color: str) -> None:
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 -- as above
    edges = OxmlElement("w:tcBorders")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "8"), ("color", color)):
            edge.set(qn(f"w:{key}"), value)
        edges.append(edge)
    properties.append(edges)


def _borders(made: Table, color: str, weight: int) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single" if weight else "nil"), ("sz", str(weight)), ("color", color)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    made._tbl.tblPr.xpath("w:tblLayout")[0].addprevious(borders)  # noqa: SLF001 -- as above; the schema sets this order
