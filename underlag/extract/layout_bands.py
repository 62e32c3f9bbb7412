"""Tables whose rows are told by shading: strips of the same columns, and the rows without a ground between and below them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from underlag.extract.layout_grid import Grid, GridCell
from underlag.extract.layout_lines import words_to_rows
from underlag.schemas.page import Box, Word, union

_MOST_ROWS = 3
"""A strip is a row, or the few rows of a heading; what has more is ruled."""
_SLACK = 3.0  # points
_FIGURE = re.compile(r"[-–−]?\d[\d\s.,/%:–-]*|[-–−]")


@dataclass(frozen=True, slots=True)
class _Row:
    """Printed lines that are one row of a table."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        return union([w.box for w in self.words])


@dataclass(slots=True)
class _Chain:
    """A table as it is put together: its strips, and the rows without a ground behind each of them (by the strip's number)."""

    strips: list[Grid]
    plain: dict[int, list[_Row]]

    @property
    def bottom(self) -> float:
        last = self.plain.get(len(self.strips) - 1)
        return last[-1].box.bottom if last else self.strips[-1].box.bottom


def with_plain_rows(grids: Sequence[Grid], words: Sequence[Word], size: float) -> list[Grid]:
    """The grids, strips of one table and the rows between and below them as one; `size` is the type size in points."""
    strips = sorted((g for g in grids if g.cols > 1 and g.rows <= _MOST_ROWS and not _is_inside(g, grids)), key=lambda g: g.box.top)
    done: list[Grid] = []
    used: set[int] = set()
    for strip in strips:
        if id(strip) in used:
            continue
        chain = _chain(strip, [s for s in strips if s.box.top > strip.box.top and id(s) not in used], words, size)
        if len(chain.strips) > 1 or chain.plain:
            used.update(map(id, chain.strips))
            done.append(_whole(chain))
    kept = [g for g in grids if id(g) not in used]
    return sorted([*kept, *done], key=lambda g: -g.box.width * g.box.height)


def _is_inside(grid: Grid, grids: Sequence[Grid]) -> bool:
    return any(other is not grid and other.box.holds(grid.box) and other.box.height > grid.box.height for other in grids)


def _chain(strip: Grid, below: Sequence[Grid], words: Sequence[Word], size: float) -> _Chain:
    chain = _Chain([strip], {})
    while True:
        after = next((s for s in below if s.box.top > chain.strips[-1].box.top and _same_columns(chain.strips[-1], s)), None)
        lines = _lines_below(chain.strips[-1], words, after.box.top if after else float("inf"))
        rows = _rows(lines, _edges([*chain.strips, *([after] if after else [])]), chain.strips[-1].box.bottom, size)
        reached = sum(len(row.words) for row in rows) == sum(map(len, lines))
        end = rows[-1].box.bottom if rows else chain.strips[-1].box.bottom
        joined = after is not None and reached and after.box.top - end < 1.1 * size
        if rows:
            chain.plain[len(chain.strips) - 1] = (
                [_Row(tuple(w for row in rows for w in row.words))] if joined and _alternate(chain) else rows
            )
        if after is None or not joined:
            return chain
        chain.strips.append(after)


def _alternate(chain: _Chain) -> bool:
    """Is every second row shaded? Then what stands between two strips is one row; behind the first, a heading, may be more."""
    return len(chain.strips) > 1 and chain.strips[-1].rows == 1


def _same_columns(a: Grid, b: Grid) -> bool:
    """Have the strips the same sides, and the one no column edge that the other, if it has as many, lacks?"""
    if abs(a.xs[0] - b.xs[0]) > _SLACK or abs(a.xs[-1] - b.xs[-1]) > _SLACK:
        return False
    few, many = sorted((a.xs, b.xs), key=len)
    return all(min(abs(x - other) for other in many) <= _SLACK for x in few)


def _edges(strips: Sequence[Grid]) -> list[float]:
    return list(max(strips, key=lambda strip: len(strip.xs)).xs)


def _lines_below(strip: Grid, words: Sequence[Word], end: float) -> list[list[Word]]:
    """The lines of words from the strip down to `end`."""
    return words_to_rows([w for w in words if strip.box.bottom - _SLACK < w.box.middle[1] < end])


def _rows(lines: Sequence[list[Word]], edges: Sequence[float], top: float, size: float) -> list[_Row]:
    """The rows that stand in the columns, from `top` down to the first line that does not, or that a gap sets apart."""
    rows: list[list[Word]] = []
    bottom = top
    for line in lines:
        box = union([w.box for w in line])
        columns = [_column(w.box, edges) for w in line]
        if None in columns or box.top - bottom > 1.1 * size:
            break
        filled = {c for c in columns if c is not None}
        figures = any(_FIGURE.fullmatch(w.text) and c for w, c in zip(line, columns, strict=True))
        if figures or 2 * len(filled) > len(edges) - 1 or (len(filled) > 1 and not rows):
            rows.append(line)
        elif rows and (line[0].text[:1].islower() or min(filled) > 0):
            rows[-1] = [*rows[-1], *line]
        else:
            break
        bottom = box.bottom
    return [_Row(tuple(row)) for row in rows]


def _column(box: Box, edges: Sequence[float]) -> int | None:
    """The column that the word stands in; None where it crosses an edge or stands outside."""
    left, right = bisect_right(edges, box.x0 + _SLACK) - 1, bisect_right(edges, box.x1 - _SLACK) - 1
    return left if left == right and 0 <= left < len(edges) - 1 else None


def _whole(chain: _Chain) -> Grid:
    """All rows as one grid with the columns of the strip that has most."""
    xs = _edges(chain.strips)
    cells: list[GridCell] = []
    tops: list[float] = []
    for number, strip in enumerate(chain.strips):
        first = len(tops)
        tops += sorted({c.box.top for c in strip.cells})
        cells += [_moved(cell, first, xs) for cell in strip.cells]
        bounds = _bounds(chain, number)
        for top, bottom in pairwise(bounds):
            cells += [GridCell(len(tops), n, 1, 1, Box(a, top, b, bottom)) for n, (a, b) in enumerate(pairwise(xs))]
            tops.append(top)
    end = max(c.box.bottom for c in cells)
    placed: list[list[int | None]] = [[None] * (len(xs) - 1) for _ in tops]
    for n, cell in enumerate(cells):
        for r in range(cell.row, cell.row + cell.row_span):
            placed[r][cell.col : cell.col + cell.col_span] = [n] * cell.col_span
    return Grid(union([c.box for c in cells]), len(tops), len(xs) - 1, tuple(cells), tuple(xs), (*tops, end), tuple(map(tuple, placed)))


def _bounds(chain: _Chain, number: int) -> list[float]:
    """Where the rows behind a strip begin, and where the last of them ends: in the middle between their lines."""
    rows = chain.plain.get(number, [])
    if not rows:
        return []
    middles = [(a.box.bottom + b.box.top) / 2 for a, b in pairwise(rows)]
    after = chain.strips[number + 1].box.top if number + 1 < len(chain.strips) else rows[-1].box.bottom + _SLACK
    return [chain.strips[number].box.bottom, *middles, after]


def _moved(cell: GridCell, first: int, xs: Sequence[float]) -> GridCell:
    """The strip's cell in the rows and columns of the whole."""
    left, right = (min(range(len(xs)), key=lambda k: abs(xs[k] - x)) for x in (cell.box.x0, cell.box.x1))
    return GridCell(first + cell.row, left, cell.row_span, max(1, right - left), cell.box)
