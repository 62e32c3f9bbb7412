"""Path objects and images of a PDF page: rules, filled areas, drawings and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import pypdfium2.raw as pdfium

from underlag.extract.pdf_space import PageSpace
from underlag.schemas.page import Box

_MAX_SEGMENTS = 20_000
_MAX_OBJECTS = 200_000
_DEEPEST = 8
_MOST_ROUNDED = 40
_THIN = 3.0
"""A filled area no higher (or wider) than this, in points, is a line."""

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]
_Handle = Any  # a pdfium handle: an untyped ctypes pointer


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle filled with a colour (red, green, blue, 0-255) that is not white."""

    box: Box
    colour: tuple[int, int, int]


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page. All boxes as displayed, from the top left, in points."""

    rules: list[Box] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    outlines: list[Box] = field(default_factory=list)
    """Rectangles drawn in one path; their sides are among the rules too."""
    strokes: list[Box] = field(default_factory=list)
    """Curves, slanting lines and other shapes."""
    images: list[Box] = field(default_factory=list)
    covered: bool = False
    """An image as large as the page is painted over text."""


def read_drawn(page: _Handle, space: PageSpace) -> Drawn:
    """Everything drawn on the page, form XObjects included."""
    drawn = Drawn()
    texts = False
    for handle, matrix in islice(_objects(page), _MAX_OBJECTS):
        kind = pdfium.FPDFPageObj_GetType(handle)
        texts = texts or kind == pdfium.FPDF_PAGEOBJ_TEXT
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(handle, matrix, space, drawn)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _bounds(handle, matrix, space)
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE and box and min(box.width, box.height) <= _THIN:
                drawn.rules.append(box)
            elif box:
                drawn.images.append(box)
                drawn.covered = drawn.covered or (texts and box.width * box.height > 0.8 * space.width * space.height)
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
    paint = _paint(handle)
    box = _bounds(handle, matrix, space) if paint.fill or paint.stroked else None
    if box is None:
        return
    if not paint.stroked and min(box.width, box.height) <= _THIN:
        drawn.rules.append(box)
        return
    lines = _polylines(handle, _times(_matrix(handle), matrix), space)
    if lines is None:
        drawn.strokes.append(box)
        return
    for line in lines:
        _read_polyline(line, paint, drawn)


@dataclass(frozen=True, slots=True)
class _Paint:
    """How a path is seen; white and transparent paint is not."""

    fill: tuple[int, int, int] | None
    stroked: bool


def _paint(handle: _Handle) -> _Paint:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    return _Paint(
        _colour(handle, pdfium.FPDFPageObj_GetFillColor) if fill.value else None,
        bool(stroke.value) and _colour(handle, pdfium.FPDFPageObj_GetStrokeColor) is not None,
    )


def _colour(handle: _Handle, getter: Callable[..., int]) -> tuple[int, int, int] | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not getter(handle, *parts):
        return 0, 0, 0
    red, green, blue, alpha = (p.value for p in parts)
    return (red, green, blue) if alpha > 12 and min(red, green, blue) < 250 else None


def _polylines(handle: _Handle, matrix: _Matrix, space: PageSpace) -> list[list[_Point]] | None:
    """The path's lines as displayed; None when it has curves, unless they only round the corners of a rectangle."""
    count = pdfium.FPDFPath_CountSegments(handle)
    if not 2 <= count <= _MAX_SEGMENTS:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    lines: list[list[_Point]] = []
    curved = False
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if curved and count > _MOST_ROUNDED:
            return None
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = space.point(*_apply(matrix, x.value, y.value))
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not lines:
            lines.append([point])
        else:
            lines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and lines[-1][0] != point:
            lines[-1].append(lines[-1][0])
    lines = [line for line in lines if len(line) > 1]
    return [_squared(line) for line in lines] if curved and all(_is_rounded(line) for line in lines) else None if curved else lines


def _is_rounded(line: list[_Point]) -> bool:
    """Is most of the line's box drawn by level and upright sides?"""
    box = _around(line)
    straight = sum(abs(ax - bx) + abs(ay - by) for (ax, ay), (bx, by) in pairwise(line) if abs(ax - bx) < 0.1 or abs(ay - by) < 0.1)
    return straight > 0.7 * 2 * (box.width + box.height) and min(box.width, box.height) > _THIN


def _squared(line: list[_Point]) -> list[_Point]:
    box = _around(line)
    return [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom), (box.x0, box.top)]


def _around(line: list[_Point]) -> Box:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _read_polyline(line: list[_Point], paint: _Paint, drawn: Drawn) -> None:
    box = _around(line)
    if min(box.width, box.height) <= _THIN:
        drawn.rules.append(box)
        return
    sides = list(pairwise(line))
    if any(abs(ax - bx) > 1.0 and abs(ay - by) > 1.0 for (ax, ay), (bx, by) in sides):
        drawn.strokes.append(box)
        return
    if paint.fill and len(sides) <= 5:
        drawn.fills.append(Fill(box, paint.fill))
    if paint.stroked:
        drawn.rules += [_around([a, b]) for a, b in sides]
        if len(sides) in (4, 5):
            drawn.outlines.append(box)
