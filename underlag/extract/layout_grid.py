"""Rules to grids: which lines on a page draw a table, and where its cells are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from underlag.schemas.page import Box, union

MAX_CELLS = 20_000
"""A drawing with more crossings than this is no table."""


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
    level, upright = _joined(level, tolerance), _joined(upright, tolerance)
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
    areas = _areas(len(ys) - 1, len(xs) - 1, below, beside)
    cells = tuple(
        GridCell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, Box(xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])) for r0, c0, r1, c1 in sorted(areas)
    )
    return _trimmed(cells)


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
        for start, end in zip(steps, steps[1:], strict=False):
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
            while low + 1 < rows and all(not below[low + 1][k] and (low + 1, k) not in taken for k in range(c, right + 1)) and all(
                not beside[k][low + 1] for k in range(c + 1, right + 1)
            ):
                low += 1
            areas.append((r, c, low, right))
            taken.update((i, k) for i in range(r, low + 1) for k in range(c, right + 1))
    return areas


def _outside(rows: int, cols: int, below: list[list[bool]], beside: list[list[bool]]) -> set[tuple[int, int]]:
    """Unit cells from which one gets out of the drawing without crossing a rule."""
    open_cells = [(r, c) for r in range(rows) for c in range(cols) if _leaks(r, c, rows, cols, below, beside)]
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


def _leaks(r: int, c: int, rows: int, cols: int, below: list[list[bool]], beside: list[list[bool]]) -> bool:
    return (
        (r == 0 and not below[0][c])
        or (r == rows - 1 and not below[rows][c])
        or (c == 0 and not beside[0][r])
        or (c == cols - 1 and not beside[cols][r])
    )


def _trimmed(cells: tuple[GridCell, ...]) -> Grid | None:
    """The grid of `cells` with rows and columns that hold no cell's start left out."""
    if not cells:
        return None
    rows = sorted({c.row for c in cells})
    cols = sorted({c.col for c in cells})
    kept = tuple(
        GridCell(
            rows.index(c.row),
            cols.index(c.col),
            sum(c.row <= r < c.row + c.row_span for r in rows),
            sum(c.col <= k < c.col + c.col_span for k in cols),
            c.box,
        )
        for c in cells
    )
    return Grid(union([c.box for c in kept]), len(rows), len(cols), kept)
