r"""Markup in raw text: what HTML that a reader model left in it says of lines, cells and list items.

>>> list(divided("<p>Mål: a</p> <ul>• Att ge • Att få</ul>"))
['Mål: a', '• Att ge', '• Att få']
>>> cells("<i>Siv Ek</i> Samverkanspart (namn)\tOrt och datum")
[['Siv Ek', 'Samverkanspart (namn)'], ['Ort och datum']]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = re.compile(r"</?(?:p|br|div|h[1-6]|table|thead|tbody|tr|td|th|ul|ol|li|hr)\b[^<>]{0,300}/?>", re.IGNORECASE)
_LIST = re.compile(r"<(?P<kind>[uo]l)\b[^<>]{0,300}>", re.IGNORECASE)
_ITEMS = {"ul": re.compile(r"(?:(?<=\s)|^)(?=[-–]\s[A-ZÅÄÖ])|(?=•)"), "ol": re.compile(r"(?:(?<=\s)|^)(?=\d{1,2}[.)]\s+[A-ZÅÄÖ])")}
_SPOKEN_FIRST = re.compile(r"^\s*(<([iu])>[^<>]{3,60}</\2>)\s*(?=[^\s<])", re.IGNORECASE)
_SPAN = re.compile(r"(<([iu])>.{0,300}?</\2>)", re.IGNORECASE)
_ANY = re.compile(r"<[^<>]{0,300}>")


def divided(line: str) -> Iterator[str]:
    """The lines that one written line holds: paragraphs, table rows, list items, and an opening in italics ("Individnivå")."""
    if "<" not in line:
        yield line
        return
    inside: str | None = None
    at = 0
    tabled = "<table" in line.lower()
    for tag in [*_BLOCK.finditer(line), None]:
        piece = line[at : tag.start() if tag else len(line)]
        repeated = piece.split("\t") if tabled else [piece]  # a table in markup, and its rows once more behind it
        for part in _ITEMS[inside].split(piece) if inside else repeated:
            yield from (p for p in _opening_apart(part) if p.strip())
        if tag is None:
            return
        begun = _LIST.match(tag[0])
        inside = begun["kind"].lower() if begun else None if tag[0].lower().startswith(("</ul", "</ol")) else inside
        at = tag.end()


def stands_alone(line: str) -> bool:
    """Is the line a paragraph or table row by its markup, not a printed line that goes on in the next?"""
    return "\t" in line or ("<" in line and _BLOCK.search(line) is not None)


def _opening_apart(piece: str) -> list[str]:
    """A piece that opens in italics or underlined, and goes on in plain type, as two; rows of cells stay whole."""
    opening = _SPOKEN_FIRST.match(piece)
    return [opening[1], piece[opening.end() :]] if opening and "\t" not in piece.strip() else [piece.strip(" ")]


def cells(row: str) -> list[list[str]]:
    """The cells of a row whose cells are parted by tabs, each as its pieces: what is set in italics stands by itself."""
    found = []
    for cell in row.split("\t"):
        pieces = [_ANY.sub(" ", p) for p in _SPAN.sub("\n\\1\n", cell).split("\n")]
        found.append([" ".join(p.split()) for p in pieces if p.strip()])
    return found
