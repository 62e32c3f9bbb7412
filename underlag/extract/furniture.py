"""Headers, footers and page numbers: what recurs at the edges of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from underlag.extract.layout_lines import line_box, row_to_line, words_to_rows
from underlag.extract.raw import RawPage
from underlag.schemas.page import Line

_HEAD, _FOOT = 0.12, 0.10
_ALIKE = 80.0
_MOST_COMPARED = 600
_NEIGHBOURS = 30
_PAGE_NUMBER = re.compile(r"(?:sida|sid\.?|page|s\.)?\s*[-–]?\s*\d{1,4}\s*(?:(?:\(|/|av|of|\|)\s*\d{1,4}\s*\)?)?\s*[-–]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the top or bottom of a page."""

    page: int
    line: Line
    head: bool
    key: str
    shape: tuple[int, int]


def without_furniture(pages: Sequence[RawPage]) -> list[RawPage]:
    """The pages with headers, footers and page numbers moved from their words to their furniture."""
    edges = [edge for page in pages for edge in _edges(page)]
    zones: dict[tuple[bool, int], list[_Edge]] = {}
    for edge in edges:
        zones.setdefault(_zone(edge), []).append(edge)
    gone: dict[int, list[_Edge]] = {}
    for edge in edges:
        near = [e for step in (-1, 0, 1) for e in zones.get((edge.head, _zone(edge)[1] + step), ())]
        if _is_furniture(edge, near, edges, pages):
            gone.setdefault(edge.page, []).append(edge)
    return [_cleared(page, gone.get(page.number, [])) for page in pages]


def _zone(edge: _Edge) -> tuple[bool, int]:
    """Top or bottom, and the height on the page in steps of 12 points: only lines of neighbouring zones can be alike."""
    return edge.head, int(line_box(edge.line).middle[1] // 12)


def _edges(page: RawPage) -> list[_Edge]:
    found = []
    for row in words_to_rows([w for w in page.words if _at_edge(page, w.box.middle[1])]):
        line = row_to_line(row, page.number)
        box = line_box(line)
        head = box.middle[1] < page.height / 2
        key = re.sub(r"\d+", "0", line.text.lower())
        found.append(_Edge(page.number, line, head, key, _shape(page)))
    return found


def _at_edge(page: RawPage, y: float) -> bool:
    return y < _HEAD * page.height or y > (1 - _FOOT) * page.height


def _is_furniture(edge: _Edge, near: Sequence[_Edge], edges: Sequence[_Edge], pages: Sequence[RawPage]) -> bool:
    if _PAGE_NUMBER.fullmatch(edge.line.text.strip()):
        return True
    if len(near) > _MOST_COMPARED:  # a very long file: its pages nearby show what recurs
        near = [e for e in near if abs(e.page - edge.page) <= _NEIGHBOURS]
        pages = [p for p in pages if abs(p.number - edge.page) <= _NEIGHBOURS]
    numbers = {e.page for e in near if _alike(edge, e)}
    if len(numbers) < 2:
        return False
    shaped = {p.number for p in pages if _shape(p) == edge.shape}
    if len(numbers & shaped) * 2 > len(shaped) or len(numbers) * 2 > len(pages):
        return True
    return _in_a_row(numbers) >= 3 and not _in_text(edge, edges, shaped - numbers)


def _shape(page: RawPage) -> tuple[int, int]:
    return round(page.width / 20), round(page.height / 20)


def _in_text(edge: _Edge, edges: Sequence[_Edge], others: set[int]) -> bool:
    """Does other pages' text begin (or end) at this line's height? Then it is a heading that recurs, no header."""
    box = line_box(edge.line)
    near = [e for e in edges if e.page in others and e.head == edge.head]
    reach = [line_box(e.line) for e in near if not any(_alike(e, other) for other in edges if other.page != e.page)]
    return any(b.top < box.bottom if edge.head else b.bottom > box.top for b in reach)


def _in_a_row(numbers: set[int]) -> int:
    best = run = 0
    last = -1
    for number in sorted(numbers):
        run = run + 1 if number == last + 1 else 1
        best, last = max(best, run), number
    return best


def _alike(a: _Edge, b: _Edge) -> bool:
    near = abs(line_box(a.line).middle[1] - line_box(b.line).middle[1]) < 12
    return a.head == b.head and near and ratio(a.key, b.key) >= _ALIKE


def _cleared(page: RawPage, edges: Sequence[_Edge]) -> RawPage:
    if not edges:
        return page
    gone = {id(word) for e in edges for word in e.line.words}
    kept = tuple(w for w in page.words if id(w) not in gone)
    return replace(page, words=kept, furniture=page.furniture + tuple(e.line for e in edges))
