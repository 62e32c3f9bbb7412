"""Word's XML: its names, and a parser that no file can turn against us."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Node = etree._Element  # noqa: SLF001 (lxml's public class for elements, in spite of its name)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (the prefix that every Word file uses)

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), f"{_TRANSITIONAL}{transitional}".encode())
    for strict, transitional in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/picture", "drawingml/2006/picture"),
    )
)
MAX_MARKS = 1_000_000
"""Most `<` that a part may hold; a form of 15 pages has some 15 000. A mark costs up to 150 bytes and 10 microseconds."""


def parse(data: bytes, *, mend: bool = False) -> Node | None:
    """The root of a part, None where it is no XML (with `mend`: as much of it as can be understood).

    ISO strict names become the transitional ones. No entity is expanded, no DTD loaded and nothing fetched; libxml2 itself
    refuses trees deeper than 256 and texts over 10 MB.
    """
    if data.count(b"<") > MAX_MARKS:
        return None
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False, recover=mend
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def value(node: Node | None, name: str = "val") -> str | None:
    """The attribute `w:name`; None where it, or the node, is missing."""
    return None if node is None else node.get(W + name)


def child_value(node: Node | None, child: str, name: str = "val") -> str | None:
    """The attribute `w:name` of the child element `w:child`."""
    return None if node is None else value(node.find(W + child), name)


def switch(node: Node | None) -> bool | None:
    """An on/off property: present without a value means on; None where the element is missing."""
    if node is None:
        return None
    return (value(node) or "1").lower() not in ("0", "false", "off", "none")


def switched(node: Node | None, child: str) -> bool:
    """Is the on/off property `w:child` there and on?"""
    return bool(switch(node.find(W + child))) if node is not None else False


def whole_number(text: str | None, default: int = 0) -> int:
    """A number of an attribute; files of odd origin write "", "1.5" or "auto"."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def remove(node: Node) -> None:
    """Takes `node` out of its tree."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def elements(node: Node) -> Iterator[Node]:
    """The child elements (entity references, which are not expanded, are no elements)."""
    return node.iterchildren("*")
