"""Ink beside a label that asks for it, where the block came as lines of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from underlag.extract.flow import Item
from underlag.extract.signature_roles import organisation_in_label
from underlag.extract.sublabels import Piece, pieces
from underlag.schemas.page import Line, Picture
from underlag.schemas.wordings import SIGNATURE

_REACH = 40.0  # points from a line to the ink that belongs to it


def ink_beside(piece: Piece, items: Sequence[Item]) -> bool | None:
    """Does ink stand where a labelled line (without a table) asks for it: near it on the page, or in Word next to it? False
    where nothing stands there, None where something is typed.
    """
    line = piece.line
    empty = None if re.search(r"\w{2}", piece.text) else False
    if line.box is None:
        return True if any(i.block.ink is not False for i in _next_to(line, items) if isinstance(i.block, Picture)) else empty
    pictures = [i.block for i in items if isinstance(i.block, Picture) and i.block.page == line.page]
    for p in pictures:
        if p.box and p.ink is not False and p.box.top - _REACH <= line.box.bottom and p.box.bottom + _REACH >= line.box.top:
            return True
    return empty


def _next_to(line: Line, items: Sequence[Item]) -> list[Item]:
    """The items between the line and the next that says something; those before it where ink stands above its label. A line drawn to
    sign on counts as its label's.
    """
    at = next((n for n, i in enumerate(items) if i.paragraph and line in i.paragraph.lines), len(items))
    if at < len(items) and not _says(items[at]):
        above = next((n for n in range(at, -1, -1) if _says(items[n])), -1)
        return list(takewhile(lambda i: not _says(i), items[above + 1 :]))
    first = next((n for n, i in enumerate(items) if isinstance(i.block, Picture)), len(items))
    lead = next((n for n, i in enumerate(items) if i.paragraph and _asks_for_ink(i.text)), len(items))
    run = items[at + 1 :] if first > lead else items[:at][::-1]
    return list(takewhile(lambda i: not _says(i), run))


def _says(item: Item) -> bool:
    """Does the item hold a letter or a digit?"""
    return re.search(r"[^\W_]", item.text) is not None


def _asks_for_ink(text: str) -> bool:
    return organisation_in_label(text.rstrip(": ._…")) is not None or "underskrift" in {p.kind for p in pieces([Line(text, 1)], SIGNATURE)}
