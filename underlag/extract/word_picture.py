"""Tells ink from charts among the pictures of a Word file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from underlag.extract.word_xml import WP, A, Node, O, V, W, whole_number
from underlag.schemas.page import Block, Paragraph, Picture

Kind = Literal["ink", "image", "other"]

WIDEST = 12 / 2.54 * 72
"""Points (12 cm); no signature is wider."""
SHORT = 60
"""Characters; a cell with more text than this holds an answer and not only a name and date beside the signature."""

_EMU = 12_700  # a point
_INK = ("wordprocessingInk", "/inkml", "2010/ink")
_OTHER = ("chart", "diagram", "lockedCanvas", "model3d", "slicer")
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*(\d+(?:\.\d+)?)\s*(pt|in|cm|mm|px)?", re.IGNORECASE)
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "px": 0.75, "": 0.75}
_SIGNING = re.compile(r"_{5}|\.{8}|…{4}|underskrift|namnteckning|namnförtydligande|ort och datum|signatur", re.IGNORECASE)


def picture_kind(drawing: Node, signed: frozenset[str]) -> Kind | None:
    """What a `w:drawing`, `w:pict` or `w:object` shows; None where it is a text box, a line or another plain shape.

    `signed`: ids of the signature lines that have been signed (from the package's XML signatures).
    """
    line = next(drawing.iter(O + "signatureline"), None)
    if line is not None:
        return "ink" if (line.get("id") or "").upper() in signed else "other"
    if next(drawing.iter(O + "ink", "{*}contentPart"), None) is not None:
        return "ink"
    kinds = [node.get("uri") or "" for node in drawing.iter(A + "graphicData")]
    if any(word in uri for uri in kinds for word in _INK):
        return "ink"
    if drawing.tag == W + "object" or any(word in uri for uri in kinds for word in _OTHER):
        return "other"
    if next(drawing.iter(A + "blip", V + "imagedata", A + "custGeom"), None) is None:
        return None
    return "other" if _width(drawing) > WIDEST else "image"


def _width(drawing: Node) -> float:
    """In points; 0 where it isn't told."""
    extent = next(drawing.iter(WP + "extent"), None)
    if extent is not None:
        return whole_number(extent.get("cx")) / _EMU
    styles = (_WIDTH.search(node.get("style") or "") for node in drawing.iter(V + "*"))
    return next((float(found[1]) * _UNITS[(found[2] or "").lower()] for found in styles if found), 0.0)


def settle_ink(blocks: list[Block], *, in_cell: bool) -> list[Block]:
    """Pictures that could be anything count as ink where a signature would stand: in a cell with little text, or beside a line
    to sign on (the two blocks before or after).
    """
    lonely = in_cell and sum(len(b.text) for b in blocks if isinstance(b, Paragraph)) <= SHORT
    return [
        replace(b, ink=True) if isinstance(b, Picture) and b.ink is None and (lonely or _beside_line(blocks, i)) else b
        for i, b in enumerate(blocks)
    ]


def _beside_line(blocks: list[Block], i: int) -> bool:
    near = blocks[max(0, i - 2) : i + 3]
    return any(isinstance(b, Paragraph) and len(b.text) <= 2 * SHORT and _SIGNING.search(b.text) for b in near)
