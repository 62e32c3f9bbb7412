"""Headers, footers and page numbers: what recurs at the edges of pages."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from underlag.extract.layout_lines import line_box, row_to_line, type_size, words_to_rows
from underlag.extract.raw import RawPage
from underlag.schemas.page import Line

_HEAD, _FOOT = 0.12, 0.10
_ALIKE = 80.0
_PLAIN = 1.06  # of the page's type size, at most
_APART = 0.6  # of its own height
_LONG = 200  # pages; in a longer file its pages nearby show what recurs
_NEIGHBOURS = 30
_ZONE = 12.0  # points; lines at heights that differ by less may be the same header
_PAGE_NUMBER = re.compile(r"(?:sida|sid\.?|page|s\.)?\s*[-–]?\s*\d{1,4}\s*(?:(?:\(|/|av|of|\|)\s*\d{1,4}\s*\)?)?\s*[-–]?", re.IGNORECASE)

_YEAR = re.compile(r"(?:19|20)\d\d")  # the last word of a heading on two lines, more likely than so high a page number


@dataclass(frozen=True, slots=True, eq=False)
class _Edge:
    """A line at the top or bottom of a page; `y` is its middle, in points from the top."""

    page: int
    line: Line
    y: float
    head: bool
    key: str
    shape: tuple[int, int]


def without_furniture(pages: Sequence[RawPage]) -> list[RawPage]:
    """The pages, in order, with headers, footers and page numbers moved from their words to their furniture."""
    edges = {page.number: _edges(page) for page in pages}
    shapes = {page.number: _shape(page) for page in pages}
    alike = _pages_alike([edge for found in edges.values() for edge in found])
    lone = {number: [e for e in found if len(alike[e]) == 1] for number, found in edges.items()}
    cleared = []
    for at, page in enumerate(pages):
        near = [p.number for p in (pages if len(pages) <= _LONG else pages[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1])]
        like = [number for number in near if shapes[number] == shapes[page.number]]
        gone = [e for e in edges[page.number] if _is_furniture(e, alike[e], near, like, lone) or _is_header_of_some(e, alike[e], page)]
        cleared.append(_cleared(page, gone))
    return cleared


def _edges(page: RawPage) -> list[_Edge]:
    found = []
    for row in words_to_rows([w for w in page.words if _at_edge(page, w.box.middle[1])]):
        line = row_to_line(row, page.number)
        y = line_box(line).middle[1]
        found.append(_Edge(page.number, line, y, y < page.height / 2, re.sub(r"\d+", "0", line.text.lower()), _shape(page)))
    return found


def _at_edge(page: RawPage, y: float) -> bool:
    return y < _HEAD * page.height or y > (1 - _FOOT) * page.height


def _pages_alike(edges: Sequence[_Edge]) -> dict[_Edge, set[int]]:
    """For each edge, in order of pages, the pages with one like it at its height, its own among them."""
    zones: dict[tuple[bool, int], list[_Edge]] = {}
    for edge in edges:
        zones.setdefault(_zone(edge), []).append(edge)
    reach = _NEIGHBOURS if len({edge.page for edge in edges}) > _LONG else sys.maxsize
    found = {}
    for edge in edges:
        head, step = _zone(edge)
        near = [e for beside in (step - 1, step, step + 1) for e in _nearby(zones.get((head, beside), ()), edge.page, reach)]
        found[edge] = {e.page for e in near if abs(e.y - edge.y) < _ZONE and _likeness(e.key, edge.key) >= _ALIKE}
    return found


def _nearby(edges: Sequence[_Edge], page: int, reach: int) -> Sequence[_Edge]:
    """Those of the edges, which are in order of pages, that stand at most `reach` pages away."""
    first, last = (bisect_left(edges, page + step, key=lambda e: e.page) for step in (-reach, reach + 1))
    return edges[first:last]


def _zone(edge: _Edge) -> tuple[bool, int]:
    """Top or bottom, and the height on the page in steps: only lines of neighbouring zones can be alike."""
    return edge.head, int(edge.y // _ZONE)


@lru_cache(maxsize=100_000)
def _likeness(key: str, other: str) -> float:
    return ratio(key, other)


def _is_furniture(edge: _Edge, numbers: set[int], near: Sequence[int], like: Sequence[int], lone: Mapping[int, Sequence[_Edge]]) -> bool:
    """`numbers`: the pages with an edge like it; `near`: the pages it is judged by; `like`: those of its page's shape; `lone`: the
    edges of each page that stand on no other.
    """
    text = edge.line.text.strip()
    if _PAGE_NUMBER.fullmatch(text) and not _YEAR.fullmatch(text):
        return True
    if len(numbers) < 2:
        return False
    if len(numbers.intersection(like)) * 2 > len(like) or len(numbers) * 2 > len(near):
        return True
    others = [e for number in like if number not in numbers for e in lone[number]]
    return _in_a_row(numbers) >= 3 and not _in_text(edge, others)


def _is_header_of_some(edge: _Edge, numbers: set[int], page: RawPage) -> bool:
    """Does the line recur on pages in a row, plain and apart from the text? Then it is the header of one document of many."""
    if _in_a_row(numbers) < 3 or edge.line.bold or not edge.line.size or edge.line.size > _PLAIN * type_size(page.words):
        return False
    box = line_box(edge.line)
    rest = [w.box for w in page.words if w not in edge.line.words]
    gaps = (b.top - box.bottom if edge.head else box.top - b.bottom for b in rest)
    return min((gap for gap in gaps if gap > -box.height / 2), default=box.height) > _APART * box.height


def _shape(page: RawPage) -> tuple[int, int]:
    return round(page.width / 20), round(page.height / 20)


def _in_text(edge: _Edge, others: Sequence[_Edge]) -> bool:
    """Does other pages' text begin (or end) at this line's height? Then it is a heading that recurs, no header."""
    box = line_box(edge.line)
    boxes = (line_box(e.line) for e in others if e.head == edge.head)
    return any(b.top < box.bottom if edge.head else b.bottom > box.top for b in boxes)


def _in_a_row(numbers: set[int]) -> int:
    best = run = 0
    last = -1
    for number in sorted(numbers):
        run = run + 1 if number == last + 1 else 1
        best, last = max(best, run), number
    return best


def _cleared(page: RawPage, edges: Sequence[_Edge]) -> RawPage:
    if not edges:
        return page
    gone = {id(word) for e in edges for word in e.line.words}
    kept = tuple(w for w in page.words if id(w) not in gone)
    return replace(page, words=kept, furniture=page.furniture + tuple(e.line for e in edges))
