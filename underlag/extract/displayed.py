"""Raw pages to pages: headers and footers apart, every page laid out, and what was scanned put back as it is displayed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from underlag.extract.frame import Frame
from underlag.extract.furniture import without_furniture
from underlag.extract.layout import lay_out
from underlag.extract.layout_lines import line_box
from underlag.extract.raw import RawPage
from underlag.schemas.page import Block, Box, Cell, Line, Page, Paragraph, Picture

Move = Callable[[Box], Box]


def pages_of(raws: Sequence[RawPage], frames: Mapping[int, Frame]) -> tuple[Page, ...]:
    """The pages in order; `frames` has, by number, how those that were scanned lie as displayed."""
    return tuple(_page(raw, frames.get(raw.number)) for raw in without_furniture(list(raws)))


def _page(raw: RawPage, frame: Frame | None) -> Page:
    blocks, furniture = lay_out(raw), raw.furniture
    headers = sum(line_box(line).middle[1] < raw.height / 2 for line in furniture)
    if frame is None:
        return Page(raw.number, raw.reader, blocks, furniture, raw.width, raw.height, headers)
    width, height = (raw.height, raw.width) if frame.turn in (90, 270) else (raw.width, raw.height)
    lines = tuple(moved_line(line, frame.as_displayed) for line in furniture)
    return Page(raw.number, raw.reader, moved(blocks, frame.as_displayed), lines, width, height, headers)


def moved_line(line: Line, move: Move) -> Line:
    """The line with its box, and those of its words, moved."""
    words = tuple(replace(w, box=move(w.box)) for w in line.words)
    return replace(line, box=move(line.box) if line.box else None, words=words)


def _moved_cell(cell: Cell, move: Move) -> Cell:
    return replace(cell, box=move(cell.box) if cell.box else None, blocks=moved(cell.blocks, move))


def moved(blocks: tuple[Block, ...], move: Move) -> tuple[Block, ...]:
    """The blocks with every box in them moved."""
    return tuple(_moved(block, move) for block in blocks)


def _moved(block: Block, move: Move) -> Block:
    if isinstance(block, Paragraph):
        glyph = replace(block.glyph, box=move(block.glyph.box)) if block.glyph else None
        return replace(block, lines=tuple(moved_line(line, move) for line in block.lines), glyph=glyph)
    box = move(block.box) if block.box else None
    if isinstance(block, Picture):
        return replace(block, box=box)
    return replace(block, box=box, cells=tuple(_moved_cell(c, move) for c in block.cells))
