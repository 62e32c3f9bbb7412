"""The short cells of ruled tables, read row by row.

Tesseract's page layout drops single figures and mixes neighbouring cells in dense tables. Here each cell's lines of ink are
found first; those at one height are set side by side, the empty space between them cut out, and read as one printed line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from underlag.extract.ocr import Engine, GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_rules import Area

_TALLEST_CELL = 64.0  # points; longer texts are better left to the page layout
_TALLEST_LINE, _LOWEST_LINE = 18.0, 3.0
_DOTS = 2.2  # points between a letter and its dots, or between strokes of a faint letter
_SPACE = 14.0  # points of white left between two cells of a strip
_LONGEST = 760.0  # points of a strip


@dataclass(frozen=True, slots=True)
class _Strip:
    """Pieces of the page that stand on one line, from the left."""

    pieces: list[Area]

    @property
    def top(self) -> int:
        return min(p.top for p in self.pieces)

    @property
    def bottom(self) -> int:
        return max(p.bottom for p in self.pieces)


def short_cells(cells: list[Area], sheet: Sheet) -> list[Area]:
    """The cells that have a neighbour beside them and are no taller than a few lines."""
    low = [c for c in cells if c.height < _TALLEST_CELL * sheet.down]
    reach = round(6 * sheet.across)
    return [c for c in low if any(o is not c and _beside(c, o, reach) for o in cells)]


def _beside(cell: Area, other: Area, reach: int) -> bool:
    shared = min(cell.bottom, other.bottom) - max(cell.top, other.top)
    apart = max(cell.x0 - other.x1, other.x0 - cell.x1)
    return shared > 0.5 * cell.height and -reach < apart < reach


def lines_of(cell: Area, ink: GreyImage, sheet: Sheet) -> list[Area] | None:
    """Where the printed lines of `cell` stand; None when its ink has no such lines (a scribble, a picture)."""
    inset = max(1, round(0.7 * sheet.down))
    inner = ink[cell.top + inset : cell.bottom - inset, cell.x0 + inset : cell.x1 - inset] > 0
    inked = np.flatnonzero(inner.any(axis=1))
    if inked.size == 0:
        return []
    breaks = np.flatnonzero(np.diff(inked) > 1)
    runs = list(zip(inked[np.r_[0, breaks + 1]].tolist(), (inked[np.r_[breaks, inked.size - 1]] + 1).tolist(), strict=True))
    merged: list[tuple[int, int]] = []
    for start, end in runs:
        low = merged and (min(end - start, merged[-1][1] - merged[-1][0]) < 4 * sheet.down)
        if low and start - merged[-1][1] < _DOTS * sheet.down:
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    found = []
    for start, end in merged:
        if end - start > _TALLEST_LINE * sheet.down:
            return None
        if end - start >= _LOWEST_LINE * sheet.down:
            columns = np.flatnonzero(inner[start:end].any(axis=0))
            left, top = cell.x0 + inset, cell.top + inset
            found.append(Area(left + int(columns[0]), top + start, left + int(columns[-1]) + 1, top + end))
    return found


def read_lines(lines: list[Area], image: GreyImage, sheet: Sheet, engine: Engine, first_line: int) -> list[OcrWord]:
    """The words of `lines`, each line of a cell with a line number of its own, counted from `first_line`."""
    words: list[OcrWord] = []
    for strip in _strips(lines, sheet):
        words += _read(strip, image, sheet, engine, first_line + len(words))
    return words


def _strips(lines: list[Area], sheet: Sheet) -> list[_Strip]:
    """Lines that overlap in height by more than half, as long as a strip is not too long."""
    strips: list[_Strip] = []
    for line in sorted(lines, key=lambda a: (a.bottom, a.x0)):
        for strip in strips[-3:]:
            shared = min(strip.bottom, line.bottom) - max(strip.top, line.top)
            length = sum(p.width / sheet.across + _SPACE for p in strip.pieces)
            if shared > 0.6 * min(line.height, strip.bottom - strip.top) and length < _LONGEST:
                strip.pieces.append(line)
                break
        else:
            strips.append(_Strip([line]))
    for strip in strips:
        strip.pieces.sort(key=lambda a: a.x0)
    return strips


def _read(strip: _Strip, image: GreyImage, sheet: Sheet, engine: Engine, first_line: int) -> list[OcrWord]:
    grow, space = round(1.5 * sheet.down), round(_SPACE * sheet.across)
    top, bottom = max(0, strip.top - grow), strip.bottom + grow
    width = sum(p.width + space for p in strip.pieces) + space
    row = np.full((bottom - top + 2 * grow, width), 255, np.uint8)
    spans, x = [], space
    for piece in strip.pieces:
        part = image[top:bottom, piece.x0 - 2 : piece.x1 + 2]
        row[grow : grow + part.shape[0], x - 2 : x - 2 + part.shape[1]] = part
        spans.append((x, piece))
        x += piece.width + space
    found = []
    for word in engine.words(row, "line", sheet.resolution):
        middle = (word.x0 + word.x1) / 2
        for number, (start, piece) in enumerate(spans):
            if start - space / 2 <= middle < start + piece.width + space / 2:
                across, down = piece.x0 - start, top - grow
                left = min(max(piece.x0, word.x0 + across), piece.x1 - 1)
                right = min(max(left + 1, word.x1 + across), piece.x1)
                upper, lower = word.top + down, word.bottom + down
                found.append(replace(word, x0=left, x1=right, top=upper, bottom=lower, line=first_line + number))
    return found
