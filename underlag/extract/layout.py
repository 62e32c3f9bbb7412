"""A raw page to blocks in reading order: tables, paragraphs and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from underlag.extract.layout_aligned import Aligned, take_aligned
from underlag.extract.layout_bands import with_plain_rows
from underlag.extract.layout_columns import split_columns
from underlag.extract.layout_grid import Grid, GridCell, find_grids
from underlag.extract.layout_lines import line_box, row_to_line, type_size, words_to_rows
from underlag.extract.layout_paragraphs import Column, lines_to_paragraphs
from underlag.extract.layout_rows import rows_apart
from underlag.extract.raw import RawPage
from underlag.schemas.page import Block, Box, Cell, Line, Paragraph, Picture, Table, Word

_DEEPEST = 6
"""Boxes inside boxes inside boxes: deeper ones are not looked for."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A page, or a cell of a table, with what stands in it. `size` is the page's body type size."""

    page: int
    box: Box
    words: Sequence[Word]
    grids: Sequence[Grid]
    pictures: Sequence[Picture]
    size: float
    cell: bool = False


def lay_out(raw: RawPage) -> tuple[Block, ...]:
    """The page's blocks in reading order. All tolerances are relative to the type size."""
    size = type_size(raw.words)
    grids = [g for g in find_grids(raw.rules, tolerance=max(2.0, 0.3 * size)) if not _is_page_frame(g, raw)]
    grids = with_plain_rows(grids, raw.words, size)
    blocks = _blocks(_Area(raw.number, Box(0, 0, raw.width, raw.height), raw.words, grids, raw.pictures, size), 0)
    if raw.reader in ("pdf-ocr", "image"):  # only a scan loses rules
        return tuple(rows_apart(b, size) if isinstance(b, Table) and b.cols > 1 else b for b in blocks)
    return blocks


def _is_page_frame(grid: Grid, raw: RawPage) -> bool:
    """A frame drawn around the whole page is decoration."""
    return len(grid.cells) == 1 and grid.box.width > 0.85 * raw.width and grid.box.height > 0.85 * raw.height


def _blocks(area: _Area, depth: int) -> tuple[Block, ...]:
    outer, inner = _outermost(area.grids)
    placed: list[tuple[float, float, Block]] = []
    words, pictures = list(area.words), list(area.pictures)
    for grid in outer:
        mine = [w for w in words if grid.cell_at(*w.box.middle)]
        if len(grid.cells) == 1 and not mine and grid.box.height < 2 * area.size:
            continue
        words = [w for w in words if not grid.cell_at(*w.box.middle)]
        drawn = [p for p in pictures if p.box and grid.cell_at(*p.box.middle)]
        pictures = [p for p in pictures if not (p.box and grid.cell_at(*p.box.middle))]
        within = [g for g in inner if grid.box.holds(g.box)] if depth < _DEEPEST else []
        inside = _Area(area.page, grid.box, mine, within, drawn, area.size)
        placed.append((grid.box.top, grid.box.x0, _table(grid, inside, depth)))
    placed += [(p.box.top if p.box else 0.0, p.box.x0 if p.box else 0.0, p) for p in pictures]
    return _merged(_text(area, words, [t for _, _, t in placed if isinstance(t, Table)]), placed)


def _outermost(grids: Sequence[Grid]) -> tuple[list[Grid], list[Grid]]:
    """The grids that lie in no other one, and the rest. `grids` come largest first."""
    outer: list[Grid] = []
    inner: list[Grid] = []
    for grid in grids:
        (inner if any(o.box.holds(grid.box) for o in outer) else outer).append(grid)
    return outer, inner


def _table(grid: Grid, area: _Area, depth: int) -> Table:
    homes: dict[GridCell, list[Word]] = {}
    for word in area.words:
        cell = grid.cell_at(*word.box.middle)
        if cell:
            homes.setdefault(cell, []).append(word)
    cells = tuple(_cell(c, homes.get(c, []), area, depth) for c in grid.cells)
    return Table(cells, grid.rows, grid.cols, area.page, box=grid.box)


def _cell(place: GridCell, words: Sequence[Word], area: _Area, depth: int) -> Cell:
    pictures = [p for p in area.pictures if p.box and place.box.holds(p.box)]
    grids = [g for g in area.grids if place.box.holds(g.box)]
    inside = _Area(area.page, place.box, words, grids, pictures, type_size(words, default=area.size), cell=True)
    return Cell(
        place.row, place.col, _blocks(inside, depth + 1), row_span=place.row_span, col_span=place.col_span, page=area.page, box=place.box
    )


def _text(area: _Area, words: list[Word], tables: Sequence[Table]) -> list[tuple[float, float, Block]]:
    """Paragraphs and unruled tables of the words, each column of text by itself, in reading order."""
    found: list[tuple[float, float, Block]] = []
    barriers = [t.box for t in tables if t.box]
    parts = split_columns(words, barriers, area.size)
    for part in parts:
        found += _part(area, part, alone=len(parts) == 1)
    return found


def _part(area: _Area, words: Sequence[Word], *, alone: bool) -> list[tuple[float, float, Block]]:
    rows = words_to_rows(words)
    found: list[tuple[float, float, Block]] = []
    for piece in take_aligned(rows, area.size):
        if isinstance(piece, Aligned):
            found.append((piece.box.top, piece.box.x0, _aligned_table(piece, area)))
        else:
            lines = [row_to_line(row, area.page) for row in piece]
            column = _column(area, lines, alone=alone)
            found += [(_top(p), _left(p), p) for p in lines_to_paragraphs(lines, column)]
    return found


def _column(area: _Area, lines: Sequence[Line], *, alone: bool) -> Column:
    """Where the lines' margins are. `alone`: no other column of text stands beside them."""
    boxes = [line_box(line) for line in lines]
    left, right = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
    ragged = not (len(boxes) > 1 and _is_centred(boxes, area.size))
    if area.cell:
        padding = min(max(left - area.box.x0, 0.0), 2 * area.size)
        right = max(right, area.box.x1 - padding - 0.2 * area.size)
        ragged = ragged and right - left > 10 * area.size
    elif alone and sum(b.x1 > right - 4 * area.size for b in boxes) < 3:
        right = max(right, area.box.x1 - (left - area.box.x0) - area.size)
    return Column(left, right, area.size, ragged=ragged)


def _is_centred(boxes: Sequence[Box], size: float) -> bool:
    middles = [(b.x0 + b.x1) / 2 for b in boxes]
    lefts = [b.x0 for b in boxes]
    middle = median(middles)
    return all(abs(m - middle) < 0.5 * size for m in middles) and max(lefts) - min(lefts) > 0.8 * size


def _top(paragraph: Paragraph) -> float:
    return line_box(paragraph.lines[0]).top


def _left(paragraph: Paragraph) -> float:
    return min(line_box(line).x0 for line in paragraph.lines)


def _aligned_table(piece: Aligned, area: _Area) -> Table:
    cells = []
    for c in piece.cells:
        lines = [row_to_line(row, area.page) for row in words_to_rows(c.words)]
        column = Column(c.box.x0, c.box.x1, area.size, ragged=False)
        blocks = tuple(lines_to_paragraphs(lines, column)) if lines else ()
        cells.append(Cell(c.row, c.col, blocks, col_span=c.col_span, page=area.page, box=c.box))
    return Table(tuple(cells), piece.rows, piece.cols, area.page, box=piece.box, ruled=False)


def _merged(text: list[tuple[float, float, Block]], placed: list[tuple[float, float, Block]]) -> tuple[Block, ...]:
    """Tables and pictures set into the text, which keeps its own order, before the first block that starts below them."""
    result = list(text)
    for item in sorted(placed, key=lambda i: (i[0], i[1])):
        at = next((k for k, other in enumerate(result) if (other[0], other[1]) > (item[0], item[1])), len(result))
        result.insert(at, item)
    return tuple(block for _, _, block in result)
