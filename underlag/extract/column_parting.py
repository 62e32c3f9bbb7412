"""Cells that the reader ran together over several columns, parted again where their words stand under the columns.

Tables with shaded instead of ruled rows lose their column borders on every other row; aligned tables lose them where a heading
fills its column. A cell that its author merged holds one run of words and stays whole.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from underlag.schemas.page import Cell, Line, Paragraph, Table, Word, join_lines, union

_WIDE_GAP = 0.6  # of the type size; a space between words is about a quarter
_SLACK = 3.0  # points
_MOST_CELLS = 20_000


def parted(table: Table) -> Table:
    """The table with such cells parted."""
    wide = [cell for cell in table.cells if cell.col_span > 1]
    if not wide or len(table.cells) > _MOST_CELLS:
        return table
    lefts = _left_edges(table)
    if len(lefts) < table.cols:
        return table
    cells: list[Cell] = []
    for cell in table.cells:
        cells += _pieces(cell, lefts) if cell.col_span > 1 else [cell]
    return replace(table, cells=tuple(cells))


def _left_edges(table: Table) -> list[float]:
    """Where each column begins, from the cells that stand in it alone; empty where a column has none or they don't follow."""
    edges: dict[int, float] = {}
    for cell in table.cells:
        boxes = [cell.box] if cell.box else [line.box for p in cell.paragraphs for line in p.lines if line.box]
        if cell.col_span == 1 and boxes:
            edges[cell.col] = min([edges.get(cell.col, float("inf")), *(box.x0 for box in boxes)])
    lefts = [edges[col] - _SLACK for col in range(table.cols) if col in edges]
    return lefts if lefts == sorted(lefts) else []


def _pieces(cell: Cell, lefts: list[float]) -> list[Cell]:
    """The cell as one for each column that it has words under, or as it is."""
    if len(cell.paragraphs) != len(cell.blocks):
        return [cell]
    found: dict[int, list[Line]] = {}
    for line in (line for p in cell.paragraphs for line in p.lines):
        used: set[int] = set()
        for run in _runs(line):
            box = union([w.box for w in run])
            col = max(cell.col, min(cell.col + cell.col_span - 1, bisect_right(lefts, box.middle[0]) - 1))
            if col in used:
                return [cell]
            used.add(col)
            found.setdefault(col, []).append(replace(line, text=join_lines([w.text for w in run]), box=box, bold=0, words=tuple(run)))
    if len(found) < 2:
        return [cell]
    return [replace(cell, col=col, col_span=1, box=None, blocks=(Paragraph(tuple(lines)),)) for col, lines in sorted(found.items())]


def _runs(line: Line) -> list[list[Word]]:
    """The line's words, parted at gaps wider than a space."""
    runs: list[list[Word]] = []
    for word in line.words:
        if runs and word.box.x0 - runs[-1][-1].box.x1 < _WIDE_GAP * (word.size or word.box.height):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
