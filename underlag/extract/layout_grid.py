"""Rules to grids: which lines on a page draw a table, and where its cells are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from underlag.schemas.page import Box, union

MAX_CELLS = 20_000
"""A drawing with more crossings than this is no table."""
_MOST_BARS = 600


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's place in its grid and on the page."""

    row: int
    col: int
    row_span: int
    col_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table without its text."""

    box: Box
    rows: int
    cols: int
    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[int | None, ...], ...]
    """For each unit cell between neighbouring `ys` and `xs`: which of `cells` covers it."""

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell around a point; None outside the table and in the parts of its box that it leaves open."""
        row, col = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        if not (0 <= row < len(self.owners) and 0 <= col < len(self.owners[0])):
            return None
        owner = self.owners[row][col]
        return None if owner is None else self.cells[owner]


@dataclass(frozen=True, slots=True)
class _Bar:
    """A straight rule: `at` across its direction, from `start` to `end` along it."""

    at: float
    start: float
    end: float


def find_grids(rules: Iterable[Box], *, tolerance: float) -> list[Grid]:
    """The tables that `rules` draw, largest first. `tolerance`: how far, in points, ends may miss each other."""
    level, upright = [], []
    for rule in rules:
        if rule.width >= rule.height:
            level.append(_Bar(rule.middle[1], rule.x0, rule.x1))
        else:
            upright.append(_Bar(rule.middle[0], rule.top, rule.bottom))
    level, upright = _longest(_joined(level, tolerance)), _longest(_joined(upright, tolerance))
    grids = [_grid(h, v, tolerance) for h, v in _groups(level, upright, tolerance)]
    return sorted((g for g in grids if g), key=lambda g: -g.box.width * g.box.height)


def _joined(bars: list[_Bar], tolerance: float) -> list[_Bar]:
    """Pieces of one rule as one: those within `tolerance` of each other, across and along."""
    done: list[_Bar] = []
    for group in _clusters(bars, tolerance):
        group.sort(key=lambda b: b.start)
        current = group[0]
        for bar in group[1:]:
            if bar.start <= current.end + tolerance:
                longer = bar if bar.end - bar.start > current.end - current.start else current
                current = _Bar(longer.at, current.start, max(current.end, bar.end))
            else:
                done.append(current)
                current = bar
        done.append(current)
    return [b for b in done if b.end - b.start > tolerance]


def _longest(bars: list[_Bar]) -> list[_Bar]:
    """At most as many rules as a page of tables can have; a map or a drawing has more."""
    return bars if len(bars) <= _MOST_BARS else sorted(bars, key=lambda b: b.start - b.end)[:_MOST_BARS]


def _clusters(bars: list[_Bar], tolerance: float) -> list[list[_Bar]]:
    """Bars by their place across, a new cluster where the step is more than `tolerance` or the cluster would grow too wide."""
    found: list[list[_Bar]] = []
    for bar in sorted(bars, key=lambda b: b.at):
        if found and bar.at - found[-1][-1].at <= tolerance and bar.at - found[-1][0].at <= 2 * tolerance:
            found[-1].append(bar)
        else:
            found.append([bar])
    return found


def _groups(level: list[_Bar], upright: list[_Bar], tolerance: float) -> list[tuple[list[_Bar], list[_Bar]]]:
    """Rules that touch each other, directly or through others."""
    leader = list(range(len(level) + len(upright)))

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i, h in enumerate(level):
        for j, v in enumerate(upright, len(level)):
            if h.start - tolerance <= v.at <= h.end + tolerance and v.start - tolerance <= h.at <= v.end + tolerance:
                leader[find(i)] = find(j)
    groups: dict[int, tuple[list[_Bar], list[_Bar]]] = {}
    for i, h in enumerate(level):
        groups.setdefault(find(i), ([], []))[0].append(h)
    for j, v in enumerate(upright, len(level)):
        groups.setdefault(find(j), ([], []))[1].append(v)
    return list(groups.values())


def _grid(level: list[_Bar], upright: list[_Bar], tolerance: float) -> Grid | None:
    if len(level) < 2 or not upright:
        return None
    level, upright = _closed(level, upright, tolerance)
    ys = _places(level, tolerance)
    xs = _places(upright, tolerance)
    if len(ys) < 2 or len(xs) < 2 or (len(ys) - 1) * (len(xs) - 1) > MAX_CELLS:
        return None
    below = _walls(level, ys, xs, tolerance)
    beside = _walls(upright, xs, ys, tolerance)
    _close_sides(below, beside)
    areas = sorted(_areas(len(ys) - 1, len(xs) - 1, below, beside))
    return _numbered(areas, xs, ys) if areas else None


def _close_sides(below: list[list[bool]], beside: list[list[bool]]) -> None:
    """Draw the missing pieces of the outer border where rules reach it on both sides, as in a table with shaded rows."""
    rows, cols = len(beside[0]), len(below[0])
    for r in range(rows):
        for at, k in ((0, 0), (cols, cols - 1)):
            beside[at][r] = beside[at][r] or (below[r][k] and below[r + 1][k])
    for c in range(cols):
        for at, k in ((0, 0), (rows, rows - 1)):
            below[at][c] = below[at][c] or (beside[c][k] and beside[c + 1][k])


def _numbered(areas: list[tuple[int, int, int, int]], xs: list[float], ys: list[float]) -> Grid:
    """The grid of the cells, with rows and columns in which no cell begins left out of the count."""
    rows = sorted({r for r, _, _, _ in areas})
    cols = sorted({c for _, c, _, _ in areas})
    cells = []
    owners: list[list[int | None]] = [[None] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for number, (r0, c0, r1, c1) in enumerate(areas):
        box = Box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])
        spans = sum(r0 <= r <= r1 for r in rows), sum(c0 <= c <= c1 for c in cols)
        cells.append(GridCell(bisect_right(rows, r0) - 1, bisect_right(cols, c0) - 1, *spans, box))
        for r in range(r0, r1 + 1):
            owners[r][c0 : c1 + 1] = [number] * (c1 + 1 - c0)
    box = union([c.box for c in cells])
    return Grid(box, len(rows), len(cols), tuple(cells), tuple(xs), tuple(ys), tuple(map(tuple, owners)))


def _closed(level: list[_Bar], upright: list[_Bar], tolerance: float) -> tuple[list[_Bar], list[_Bar]]:
    """The rules, with the outer sides that the drawing leaves open (tables without left and right border) added."""
    top, bottom = min(b.at for b in level), max(b.at for b in level)
    left, right = min(b.start for b in level), max(b.end for b in level)
    first, last = min(b.at for b in upright), max(b.at for b in upright)
    reach = 4 * tolerance
    more = []
    if first - left > reach and sum(b.start < left + tolerance for b in level) >= 2:
        more.append(_Bar(left, top, bottom))
    if right - last > reach and sum(b.end > right - tolerance for b in level) >= 2:
        more.append(_Bar(right, top, bottom))
    high, low = min(b.start for b in upright), max(b.end for b in upright)
    caps = []
    if top - high > reach and sum(b.start < high + tolerance for b in upright) >= 2:
        caps.append(_Bar(high, first, last))
    if low - bottom > reach and sum(b.end > low - tolerance for b in upright) >= 2:
        caps.append(_Bar(low, first, last))
    return level + caps, upright + more


def _places(bars: list[_Bar], tolerance: float) -> list[float]:
    """Where grid lines run across, in order; the longest bar of each cluster gives the place."""
    return [max(group, key=lambda b: b.end - b.start).at for group in _clusters(bars, tolerance)]


def _walls(bars: Sequence[_Bar], places: Sequence[float], steps: Sequence[float], tolerance: float) -> list[list[bool]]:
    """`walls[i][k]`: does a rule at `places[i]` cover most of the way from `steps[k]` to `steps[k + 1]`?"""
    walls = []
    for place in places:
        near = [b for b in bars if abs(b.at - place) <= 2 * tolerance]
        row = []
        for start, end in pairwise(steps):
            covered = sum(max(0.0, min(b.end, end) - max(b.start, start)) for b in near)
            row.append(covered >= 0.6 * (end - start))
        walls.append(row)
    return walls


def _areas(rows: int, cols: int, below: list[list[bool]], beside: list[list[bool]]) -> list[tuple[int, int, int, int]]:
    """Cells as `(first row, first column, last row, last column)`: unit cells without a wall between are one.

    What is open to the outside is no cell. Where the open parts make no rectangle, missing walls are taken as drawn: the
    widest rectangle from the top left is one cell, the rest is cut the same way.
    """
    outside = _outside(rows, cols, below, beside)
    taken = {(r, c) for r in range(rows) for c in range(cols) if (r, c) in outside}
    areas = []
    for r in range(rows):
        for c in range(cols):
            if (r, c) in taken:
                continue
            right = c
            while right + 1 < cols and not beside[right + 1][r] and (r, right + 1) not in taken:
                right += 1
            low = r
            while (
                low + 1 < rows
                and all(not below[low + 1][k] and (low + 1, k) not in taken for k in range(c, right + 1))
                and all(not beside[k][low + 1] for k in range(c + 1, right + 1))
            ):
                low += 1
            areas.append((r, c, low, right))
            taken.update((i, k) for i in range(r, low + 1) for k in range(c, right + 1))
    return areas


def _outside(rows: int, cols: int, below: list[list[bool]], beside: list[list[bool]]) -> set[tuple[int, int]]:
    """Unit cells from which one gets out of the drawing without crossing a rule."""
    open_cells = [
        (r, c)
        for r in range(rows)
        for c in range(cols)
        if (r == 0 and not below[0][c])
        or (r == rows - 1 and not below[rows][c])
        or (c == 0 and not beside[0][r])
        or (c == cols - 1 and not beside[cols][r])
    ]
    found = set(open_cells)
    while open_cells:
        r, c = open_cells.pop()
        steps = (
            (r - 1, c, below[r][c]),
            (r + 1, c, below[r + 1][c]),
            (r, c - 1, beside[c][r]),
            (r, c + 1, beside[c + 1][r]),
        )
        for row, col, wall in steps:
            if not wall and 0 <= row < rows and 0 <= col < cols and (row, col) not in found:
                found.add((row, col))
                open_cells.append((row, col))
    return found
