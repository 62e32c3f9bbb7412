"""Rows of a scanned table whose rules the scan has lost: told by figures that stand under each other in more than one column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from underlag.extract.layout_lines import baseline
from underlag.schemas.page import Block, Cell, Line, Paragraph, Table

_FIGURE = re.compile(r"[-–−]?[\d\s.,%/]*\d[\d\s.,%/]*(?:kr|tkr|:-)?$")


@dataclass(frozen=True, slots=True)
class _Band:
    """The cells of one ruled row, and the heights (points from the top) at which lines stand in them."""

    cells: tuple[Cell, ...]
    heights: tuple[float, ...]

    def line_at(self, cell: Cell, height: float, reach: float) -> list[Line]:
        return [line for line in _lines(cell) if abs(baseline(line) - height) <= reach]


def _lines(cell: Cell) -> list[Line]:
    return [line for p in cell.blocks if isinstance(p, Paragraph) for line in p.lines]


def rows_apart(table: Table, size: float) -> Table:
    """The table with every ruled row parted that plainly holds several; `size` is the type size in points."""
    rows: list[list[Cell]] = []
    for r in range(table.rows):
        cells = table.row(r)
        spans = any(c.row <= r < c.row + c.row_span and c.row_span > 1 for c in table.cells)
        band = _Band(cells, _heights(cells, 0.45 * size))
        groups = [] if spans or len(band.heights) < 2 else _groups(band, 0.45 * size)
        rows += [list(cells)] if len(groups) < 2 else [_piece(band, group, 0.45 * size) for group in groups]
    if len(rows) == table.rows:
        return table
    starts = {id(c): n for n, row in enumerate(rows) for c in row}
    cells = tuple(replace(c, row=starts[id(c)]) for row in rows for c in row)
    return replace(table, cells=cells, rows=len(rows))


def _heights(cells: Sequence[Cell], reach: float) -> tuple[float, ...]:
    """The distinct heights of lines in the cells, from the top."""
    found: list[list[float]] = []
    for height in sorted(baseline(line) for c in cells for line in _lines(c)):
        if found and height - found[-1][0] <= 2 * reach and height - found[-1][-1] <= reach:
            found[-1].append(height)
        else:
            found.append([height])
    return tuple(median(group) for group in found)


def _groups(band: _Band, reach: float) -> list[list[float]]:
    """The heights of each row in the band; one group where nothing shows that there is more than one row."""
    columns = [c for c in band.cells if c.col > 0]
    filled = {h: [c for c in columns if band.line_at(c, h, reach)] for h in band.heights}
    figures = {h: {c.col for c in filled[h] if all(_FIGURE.match(line.text) for line in band.line_at(c, h, reach))} for h in band.heights}
    if not _is_doubled(band.heights, filled, figures):
        return [list(band.heights)]
    groups: list[list[float]] = []
    for height in band.heights:
        first = next((line for c in band.cells if c.col == 0 for line in band.line_at(c, height, reach)), None)
        goes_on = first is not None and first.text[:1].islower()
        if groups and goes_on and not (filled[height] and any(filled[h] for h in groups[-1])):
            groups[-1].append(height)  # a label of two lines, its figures beside one of them
        else:
            groups.append([height])
    return groups


def _is_doubled(heights: Sequence[float], filled: dict[float, list[Cell]], figures: dict[float, set[int]]) -> bool:
    """Do two heights show two rows: figures one under the other in a column, or lines in two columns, one of them a figure?"""
    for n, a in enumerate(heights):
        for b in heights[n + 1 :]:
            both = {c.col for c in filled[a]} & {c.col for c in filled[b]}
            if both & figures[a] & figures[b] or len(both & (figures[a] | figures[b])) >= 2:
                return True
    return False


def _piece(band: _Band, heights: Sequence[float], reach: float) -> list[Cell]:
    """One row of the band: each cell with the lines that stand at its heights."""
    pieces = []
    for cell in band.cells:
        blocks: list[Block] = []
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                lines = tuple(line for line in block.lines if any(abs(baseline(line) - h) <= reach for h in heights))
                glyph = block.glyph if lines[:1] == block.lines[:1] else None
                blocks += [replace(block, lines=lines, glyph=glyph)] if lines else []
            elif heights[0] == band.heights[0]:
                blocks.append(block)
        pieces.append(replace(cell, blocks=tuple(blocks)))
    return pieces
