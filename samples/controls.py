"""Word's content controls: the fields of a form that is filled in on screen."""

from __future__ import annotations

from typing import Literal

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_EMPTY = "Klicka eller tryck här för att ange text."


def field(paragraph: Paragraph, text: str, kind: Literal["text", "date"] = "text") -> None:
    """A field within a line; unfilled it shows Word's own prompt in grey."""
    control, content = _control("" if text else "showingPlcHdr", kind)
    run = paragraph.add_run(text or _EMPTY)
    if not text:
        run.style = "Placeholder Text"
    content.append(run._r)  # noqa: SLF001 -- python-docx has no content controls of its own
    paragraph._p.append(control)  # noqa: SLF001 -- as above


def enclose(paragraphs: list[Paragraph]) -> None:
    """Puts paragraphs that stand one after the other in one rich text control."""
    control, content = _control()
    paragraphs[0]._p.addprevious(control)  # noqa: SLF001 -- as above
    for paragraph in paragraphs:
        content.append(paragraph._p)  # noqa: SLF001 -- as above


def checkbox(paragraph: Paragraph, *, ticked: bool) -> None:
    """A box to click."""
    mark, value = ("☒", 1) if ticked else ("☐", 0)
    control = parse_xml(
        f'<w:sdt {nsdecls("w")} {_W14}><w:sdtPr><w14:checkbox><w14:checked w14:val="{value}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{mark}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(control)  # noqa: SLF001 -- as above


def _control(*marks: str) -> tuple[_Element, _Element]:
    """An empty control and the element for its content; `marks` are its properties, in the schema's order."""
    control, properties, content = (_element(name) for name in ("sdt", "sdtPr", "sdtContent"))
    for mark in filter(None, marks):
        properties.append(_element(mark))
    control.append(properties)
    control.append(content)
    return control, content


def _element(name: str) -> _Element:
    return OxmlElement(f"w:{name}")
