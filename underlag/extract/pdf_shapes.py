"""What a page's drawn shapes mean: table rules, checkboxes, ink, charts and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from underlag.extract.layout_grid import Grid, find_grids
from underlag.extract.layout_lines import type_size
from underlag.extract.pdf_charts import chart_areas
from underlag.extract.pdf_choices import crosses_out, with_choices_marked
from underlag.extract.pdf_paths import Drawn, Fill
from underlag.extract.pdf_space import PageSpace
from underlag.extract.radio_buttons import with_buttons_boxed
from underlag.schemas.page import EMPTY, MARKED, Box, Picture, Word

_TICK = re.compile(r"[xX×vV✓✔✗✘☒☑]")
_SIGNATURE = re.compile(r"underskr|undertecknas|namnteckn|signatur|namnförtydl|ort och datum", re.IGNORECASE)
_MOST_FILLS = 3000
_MOST_RULES = 4000
_MOST_SQUARES = 200


@dataclass(frozen=True, slots=True)
class Shapes:
    """The words, rules and pictures that remain when drawings are understood."""

    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    pictures: tuple[Picture, ...]


def read_shapes(drawn: Drawn, words: Sequence[Word], space: PageSpace, page: int) -> Shapes:
    """Rules, pictures and words, with the checkboxes that are drawn among the words and texts in charts left out."""
    size = type_size(words)
    drawn = replace(drawn, rules=_longest(drawn.rules))
    boxes, words, rules, strokes = _checkboxes(drawn, words, size)
    words, rules = with_choices_marked(with_buttons_boxed(words), rules, size)
    fills, shades = _cell_fills(drawn, rules, words, size)
    rules = rules + [side for fill in fills for side in edges(fill)]
    charts = chart_areas(strokes, shades, [o for o in drawn.outlines if o not in boxes], rules, words)
    words = [w for w in words if not any(c.holds(w.box) for c in charts)]
    rules = [r for r in rules if not any(c.holds(r) for c in charts)]
    grids = find_grids(rules, tolerance=max(2.0, 0.3 * size)) if drawn.images or strokes else []
    free = [s for s in _united(strokes) if not any(c.holds(s) for c in charts)]
    pictures = [Picture(page, c, ink=False) for c in charts]
    pictures += [Picture(page, b, ink=_is_ink(b, grids, words, space)) for b in drawn.images if min(b.width, b.height) > 3]
    pictures += [Picture(page, b, ink=_is_ink(b, grids, words, space)) for b in free if max(b.width, b.height) > 1.2 * size]
    pictures += [Picture(page, b, ink=True) for b in free if max(b.width, b.height) <= 1.2 * size and crosses_out(b, grids, words)]
    return Shapes((*words, *boxes.values()), tuple(rules), tuple(pictures))


def edges(box: Box) -> list[Box]:
    """The four sides of a rectangle as rules."""
    return [
        Box(box.x0, box.top, box.x1, box.top),
        Box(box.x0, box.bottom, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0, box.bottom),
        Box(box.x1, box.top, box.x1, box.bottom),
    ]


def _longest(rules: Sequence[Box]) -> list[Box]:
    """Each rule once, and no more of them than a page of tables has: drawings and maps are made of many short ones."""
    once = list(dict.fromkeys(rules))
    return once if len(once) <= _MOST_RULES else sorted(once, key=lambda r: -max(r.width, r.height))[:_MOST_RULES]


def _checkboxes(drawn: Drawn, words: Sequence[Word], size: float) -> tuple[dict[Box, Word], list[Word], list[Box], list[Box]]:
    """Small squares beside text as words, by their box; and the words, rules and strokes that are not part of one."""
    squares = [b for b in dict.fromkeys(drawn.outlines) if _is_square(b)][:_MOST_SQUARES]
    squares = [b for b in squares if _beside_text(b, words, size) and not _in_grid(b, drawn.rules)]
    if not squares:
        return {}, list(words), list(drawn.rules), list(drawn.strokes)
    ticks = [w for w in words if _TICK.fullmatch(w.text)]
    marks = [*drawn.strokes, *(f.box for f in drawn.fills), *(w.box for w in ticks), *drawn.rules]
    found = {b: Word(MARKED if any(_marks(m, b) for m in marks) else EMPTY, b, size=size) for b in squares}
    inside = [Box(b.x0 - 1.0, b.top - 1.0, b.x1 + 1.0, b.bottom + 1.0) for b in squares]
    gone = {id(w) for w in ticks if any(b.holds(w.box) for b in inside)}
    rules = [r for r in drawn.rules if not any(_within(r, b) for b in inside)]
    strokes = [s for s in drawn.strokes if not any(b.holds(s) and s.width < 2 * b.width for b in inside)]
    return found, [w for w in words if id(w) not in gone], rules, strokes


def _is_square(box: Box) -> bool:
    return 5 <= box.width <= 16 and 5 <= box.height <= 16 and abs(box.width - box.height) < 0.25 * box.width


def _in_grid(box: Box, rules: Sequence[Box]) -> bool:
    """Do longer rules run along or through the square's sides, as beside a narrow cell of a table?"""
    near = Box(box.x0 - 1.5, box.top - 1.5, box.x1 + 1.5, box.bottom + 1.5)
    touching = (r for r in rules if r.x0 <= near.x1 and r.x1 >= near.x0 and r.top <= near.bottom and r.bottom >= near.top)
    return any(not _within(r, near) for r in touching)


def _within(rule: Box, box: Box) -> bool:
    return rule.x0 >= box.x0 and rule.x1 <= box.x1 and rule.top >= box.top and rule.bottom <= box.bottom


def _beside_text(box: Box, words: Sequence[Word], size: float) -> bool:
    """Does a word stand on the square's line, near its left or right?"""
    return any(
        min(w.box.bottom, box.bottom) - max(w.box.top, box.top) > 0.3 * size
        and (0 <= w.box.x0 - box.x1 < 3 * size or 0 <= box.x0 - w.box.x1 < 3 * size)
        for w in words
    )


def _marks(mark: Box, square: Box) -> bool:
    """Does the shape lie in the square as a cross, tick or blot does, and is no side of it?"""
    small = 0.3 * square.width < mark.width < 1.6 * square.width and 0.3 * square.height < mark.height < 1.6 * square.height
    same = abs(mark.width - square.width) < 0.3 and abs(mark.height - square.height) < 0.3
    return small and not same and square.holds(mark)


def _cell_fills(drawn: Drawn, rules: Sequence[Box], words: Sequence[Word], size: float) -> tuple[list[Box], list[Box]]:
    """The filled rectangles that are cells (their sides are as good as rules), and the others.

    A cell has rules or other cells along its sides, or is a field with several lines of text. A mark behind a word or the
    shading of single lines is none.
    """
    fills = _stacked(list(dict.fromkeys(drawn.fills))[:_MOST_FILLS])
    cells: list[Box] = []
    shades: list[Box] = []
    corners: dict[tuple[int, int], int] = {}
    for box in fills:
        for x, y in _corners(box):
            corners[x, y] = corners.get((x, y), 0) + 1
    level: dict[int, list[Box]] = {}
    for rule in rules:
        if rule.width > rule.height:
            level.setdefault(round(rule.middle[1] / 2), []).append(rule)
    for box in fills:
        shared = sum(_is_shared(x, y, corners) for x, y in _corners(box))
        is_field = box.height > 2.4 * size and sum(box.holds(w.box) for w in words) > 4
        is_cell = shared >= 2 or is_field or _ruled(box, level)
        (cells if is_cell and min(box.width, box.height) > 0.6 * size else shades).append(box)
    return cells, shades


def _corners(box: Box) -> list[tuple[int, int]]:
    """The four corners on a raster of 2 points."""
    return [(round(x / 2), round(y / 2)) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]


def _is_shared(x: int, y: int, corners: Mapping[tuple[int, int], int]) -> bool:
    """Does another area have a corner here too?"""
    return sum(corners.get((x + i, y + j), 0) for i in (-1, 0, 1) for j in (-1, 0, 1)) > 1


def _stacked(fills: Sequence[Fill]) -> list[Box]:
    """The filled areas, those of one colour and width that follow each other downwards (the lines of a paragraph) as one."""
    result: list[Fill] = []
    for fill in sorted(fills, key=lambda f: (f.box.x0, f.box.x1, f.colour, f.box.top)):
        last = result[-1] if result else None
        same = last and last.colour == fill.colour and abs(last.box.x0 - fill.box.x0) < 1 and abs(last.box.x1 - fill.box.x1) < 1
        if last and same and abs(fill.box.top - last.box.bottom) < 0.3:
            result[-1] = Fill(Box(last.box.x0, last.box.top, fill.box.x1, fill.box.bottom), fill.colour)
        else:
            result.append(fill)
    return [f.box for f in result]


def _ruled(box: Box, level: Mapping[int, Sequence[Box]]) -> bool:
    """Does a rule run along the top or bottom of the area? `level`: level rules by their height on the page."""
    return any(
        min(rule.x1, box.x1) - max(rule.x0, box.x0) > 0.8 * box.width
        for side in (box.top, box.bottom)
        for step in (-1, 0, 1)
        for rule in level.get(round(side / 2) + step, ())
    )


def _united(strokes: Sequence[Box]) -> list[Box]:
    """Strokes that lie close together as one drawing."""
    areas: list[Box] = []
    for stroke in sorted(strokes[:_MOST_FILLS], key=lambda s: s.x0):
        grown = stroke
        apart = []
        for area in areas:
            near = area.x0 - 6 <= grown.x1 and area.x1 + 6 >= grown.x0 and area.top - 6 <= grown.bottom and area.bottom + 6 >= grown.top
            if near:
                grown = Box(min(area.x0, grown.x0), min(area.top, grown.top), max(area.x1, grown.x1), max(area.bottom, grown.bottom))
            else:
                apart.append(area)
        areas = [*apart, grown]
    return areas


def _is_ink(box: Box, grids: Sequence[Grid], words: Sequence[Word], space: PageSpace) -> bool | None:
    """Is a picture a signature or a scribble? It is when it is small and stands in a table's cell or beside a signature's label."""
    if box.width * box.height > 0.08 * space.width * space.height or box.height > 130 or box.width > 320:
        return False
    if box.bottom < 0.12 * space.height:
        return None
    if any(grid.cell_at(*box.middle) for grid in grids):
        return True
    around = Box(box.x0 - 150, max(0.0, box.top - 45), box.x1 + 150, box.bottom + 45)
    return True if any(around.holds(w.box) and _SIGNATURE.search(w.text) for w in words) else None
