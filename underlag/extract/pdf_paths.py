"""Path objects and images of a PDF page: rules, filled areas, drawings and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from underlag.extract.pdf_space import PageSpace
from underlag.schemas.page import Box

_MAX_SEGMENTS = 20_000
_MAX_OBJECTS = 200_000
_DEEPEST = 8
_THIN = 3.0
"""A filled area no higher (or wider) than this, in points, is a line."""

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]
_Handle = Any  # a pdfium handle: an untyped ctypes pointer


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page. All boxes as displayed, from the top left, in points."""

    rules: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    """Rectangles filled with a colour that is not white."""
    outlines: list[Box] = field(default_factory=list)
    """Rectangles drawn in one path; their sides are among the rules too."""
    strokes: list[Box] = field(default_factory=list)
    """Curves, slanting lines and other shapes."""
    images: list[Box] = field(default_factory=list)


def read_drawn(page: _Handle, space: PageSpace) -> Drawn:
    """Everything drawn on the page, form XObjects included."""
    drawn = Drawn()
    count = 0
    for handle, matrix in _objects(page):
        count += 1
        if count > _MAX_OBJECTS:
            break
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(handle, matrix, space, drawn)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _bounds(handle, matrix, space)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE and box and min(box.width, box.height) <= _THIN:
                drawn.rules.append(box)
            elif box:
                drawn.images.append(box)
    return drawn


def _objects(page: _Handle) -> Iterator[tuple[_Handle, _Matrix]]:
    """The page's objects with the matrix of the form XObjects around them."""
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _within(pdfium.FPDFPage_GetObject(page, i), _SAME, 0)


def _within(handle: _Handle, matrix: _Matrix, depth: int) -> Iterator[tuple[_Handle, _Matrix]]:
    if not handle:
        return
    if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, matrix
    elif depth < _DEEPEST:
        inner = _times(_matrix(handle), matrix)
        for i in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _within(pdfium.FPDFFormObj_GetObject(handle, i), inner, depth + 1)


def _matrix(handle: _Handle) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: _Matrix, x: float, y: float) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(handle: _Handle, matrix: _Matrix, space: PageSpace) -> Box | None:
    """The object's box, cut to the page; None where nothing of it is on the page."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *sides):
        return None
    left, bottom, right, top = (s.value for s in sides)
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return _on_page(space.box(min(xs), min(ys), max(xs), max(ys)), space)


def _on_page(box: Box, space: PageSpace) -> Box | None:
    x0, x1 = max(box.x0, 0.0), min(box.x1, space.width)
    top, bottom = max(box.top, 0.0), min(box.bottom, space.height)
    return Box(x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None


def _read_path(handle: _Handle, matrix: _Matrix, space: PageSpace, drawn: Drawn) -> None:
    filled, stroked = _paint(handle)
    if not (filled or stroked):
        return
    box = _bounds(handle, matrix, space)
    if box is None:
        return
    if filled and not stroked and min(box.width, box.height) <= _THIN:
        drawn.rules.append(box)
        return
    lines = _polylines(handle, _times(_matrix(handle), matrix), space)
    if lines is None:
        drawn.strokes.append(box)
        return
    for line in lines:
        _read_polyline(line, filled, stroked, drawn)


def _paint(handle: _Handle) -> tuple[bool, bool]:
    """Is the path seen as filled, as stroked? White and transparent paint is not seen."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    filled = bool(fill.value) and _seen(handle, pdfium.FPDFPageObj_GetFillColor)
    stroked = bool(stroke.value) and _seen(handle, pdfium.FPDFPageObj_GetStrokeColor)
    return filled, stroked


def _seen(handle: _Handle, colour: Any) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not colour(handle, *parts):
        return True
    red, green, blue, alpha = (p.value for p in parts)
    return alpha > 12 and min(red, green, blue) < 250


def _polylines(handle: _Handle, matrix: _Matrix, space: PageSpace) -> list[list[_Point]] | None:
    """The path's lines as displayed; None when it is mostly curves (corners rounded by small ones are taken as square)."""
    count = pdfium.FPDFPath_CountSegments(handle)
    if not 2 <= count <= _MAX_SEGMENTS:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    lines: list[list[_Point]] = []
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return None
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = space.point(*_apply(matrix, x.value, y.value))
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not lines:
            lines.append([point])
        else:
            lines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and lines[-1][0] != point:
            lines[-1].append(lines[-1][0])
    return [line for line in lines if len(line) > 1]


def _read_polyline(line: list[_Point], filled: bool, stroked: bool, drawn: Drawn) -> None:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    if min(box.width, box.height) <= _THIN:
        drawn.rules.append(box)
        return
    sides = list(zip(line, line[1:], strict=False))
    if any(abs(ax - bx) > 1.0 and abs(ay - by) > 1.0 for (ax, ay), (bx, by) in sides):
        drawn.strokes.append(box)
        return
    if filled and len(sides) <= 5:
        drawn.fills.append(box)
    if stroked:
        drawn.rules += [Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)) for (ax, ay), (bx, by) in sides]
        if len(sides) in (4, 5):
            drawn.outlines.append(box)
