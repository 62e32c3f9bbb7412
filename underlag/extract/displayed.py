"""Blocks of a scanned page, laid out upright and level, with their boxes put back to the page as displayed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from underlag.schemas.page import Block, Box, Cell, Line, Paragraph, Picture, Table

Move = Callable[[Box], Box]


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
        return replace(block, lines=tuple(moved_line(line, move) for line in block.lines))
    box = move(block.box) if block.box else None
    if isinstance(block, Picture):
        return replace(block, box=box)
    return replace(block, box=box, cells=tuple(_moved_cell(c, move) for c in block.cells))
