"""Several Word documents bound into one, each with its own header, fonts and paper."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph

_LINKS = ("w:headerReference", "w:footerReference")


def bind(documents: Iterable[DocxDocument]) -> DocxDocument:
    """The documents one after another, each from a new page; the first is changed and returned."""
    first, *others = documents
    for other in others:
        _own_font(other)
        _append(first, other)
    return first


def _append(whole: DocxDocument, other: DocxDocument) -> None:
    before = len(whole.sections)
    last = whole.add_section()
    end = last._sectPr  # noqa: SLF001 -- python-docx cannot copy content between documents
    for element in other.element.body:
        if element.tag == qn("w:sectPr"):
            break
        copied = deepcopy(element)
        for link in [link for name in _LINKS for link in copied.iter(qn(name))]:
            link.getparent().remove(link)
        for picture in copied.iter(qn("a:blip")):
            image = other.part.related_parts[picture.get(qn("r:embed"))]
            picture.set(qn("r:embed"), whole.part.get_or_add_image(BytesIO(image.blob))[0])
        end.addprevious(copied)
    _paper(other.sections[-1], last)
    _furniture(other.sections[0], whole.sections[before])


def _paper(of: Section, to: Section) -> None:
    to.orientation = of.orientation
    to.page_width, to.page_height = of.page_width, of.page_height
    to.left_margin, to.right_margin = of.left_margin, of.right_margin
    to.top_margin, to.bottom_margin = of.top_margin, of.bottom_margin


def _furniture(of: Section, to: Section) -> None:
    for source, target in ((of.header, to.header), (of.footer, to.footer)):
        target.is_linked_to_previous = False
        for paragraph in target.paragraphs:
            paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 -- as above
        for paragraph in source.paragraphs:
            target._element.append(deepcopy(paragraph._p))  # noqa: SLF001 -- as above


def _own_font(document: DocxDocument) -> None:
    """Says at each run what the document's own style would have said."""
    normal = document.styles["Normal"].font
    for element in document.element.body.iter(qn("w:p")):
        for run in Paragraph(element, document).runs:
            run.font.name = run.font.name or normal.name
            run.font.size = run.font.size or normal.size
