"""The page model: what every reader (Word, PDF, scan, text) turns its bytes into.

A document is pages; a page is blocks in reading order; a block is a paragraph, a table or a picture. Paragraphs are made of
lines, and a line knows where it stands. Pages count from 1. Boxes are PDF points (1/72 inch) from the top left corner of the
page *as displayed*. Checkboxes of every origin (Word content controls, AcroForm, glyphs, boxes found in a scan) stand in the
text as `☒` (marked) or `☐` (empty).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

MARKED, EMPTY, BULLET = "☒", "☐", "•"

Reader = Literal["pdf-text", "pdf-ocr", "docx", "text", "image"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the page's top left corner; `x0 <= x1` and `top <= bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    def __post_init__(self) -> None:
        if self.x0 > self.x1 or self.top > self.bottom:
            raise ValueError(f"impossible box {self}")

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre as `(x, y)`."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, other: Box, *, margin: float = 0.0) -> bool:
        """Does the centre of `other` lie inside this box, grown by `margin` points?"""
        x, y = other.middle
        return self.x0 - margin <= x <= self.x1 + margin and self.top - margin <= y <= self.bottom + margin

    def overlap(self, other: Box) -> float:
        """Area shared with `other`, in square points."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


def union(boxes: list[Box]) -> Box:
    """The smallest box around all of `boxes` (at least one)."""
    return Box(min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes))


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the reader saw it. `confidence` is 0.0-1.0; `size` the type size in points, where known. `others`: what other readings
    of a scanned figure made of it, where they differ.
    """

    text: str
    box: Box
    confidence: float = 1.0
    size: float | None = None
    bold: bool = False
    italic: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (PDF, scan), one paragraph of a Word file, or one line of a text file.

    `where` says the place where there is no box: `p41`, `t3r4c2` (from 1), `line 112`. `bold` is the number of leading
    characters that are set bold (`len(text)` when all are), so that a bold label before its answer can be told. `italic`: all of it is
    set in italics, as far as the reader sees type.
    `confidence` is the reader's own, 0.0-1.0. `words` is empty where the reader has no boxes.
    """

    text: str
    page: int
    box: Box | None = None
    where: str | None = None
    confidence: float = 1.0
    bold: int = 0
    size: float | None = None
    words: tuple[Word, ...] = ()
    italic: bool = False


_HYPHEN = re.compile(r"(?<=[a-zåäöé])-$")
_KEPT_HYPHEN = re.compile(r"(?<=[A-ZÅÄÖ0-9])-$")
_CONJUNCTION = re.compile(r"(?:och|eller|samt)\b")


def join_lines(lines: list[str]) -> str:
    """Printed lines as running text: a word divided at the line's end is put together again.

    A hyphen is kept where the next line starts with "och", "eller" (as in "mål- och ..."), after capitals and digits
    ("LUG-möten", "2015-2018"), and inside an e-mail address.
    """
    pieces: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        last = pieces[-1] if pieces else ""
        bound = not _CONJUNCTION.match(line)
        if bound and line[0].islower() and _HYPHEN.search(last):
            pieces[-1] = last if "@" in line.split()[0] else last[:-1]
            pieces.append(line)
        elif not pieces or last.endswith("/") or (bound and line[0].isalnum() and _KEPT_HYPHEN.search(last)):
            pieces.append(line)
        else:
            pieces.append(f" {line}")
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What its author ended with a return, as far as that can be told.

    `bullet`: it is a list item whose glyph was left out of the text (typed numbers such as "1. " stay); `glyph` is that glyph
    where the reader saw it as a word. `level`: list or indent level, 0 for none. `heading`: set in a heading style or in
    larger type than the body.
    """

    lines: tuple[Line, ...]
    bullet: bool = False
    level: int = 0
    heading: bool = False
    glyph: Word | None = None

    @property
    def text(self) -> str:
        return join_lines([line.text for line in self.lines])

    @property
    def bold(self) -> bool:
        """Is the whole paragraph set bold?"""
        return all(line.bold >= len(line.text.rstrip(" :*()")) > 0 for line in self.lines)

    @property
    def italic(self) -> bool:
        """Is the whole paragraph set in italics?"""
        return all(line.italic for line in self.lines)

    @property
    def page(self) -> int:
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, drawing or blot of ink. `ink` is true where it looks like handwriting or a signature (a picture placed in
    an answer counts), false for a logo, chart or photograph, null where it can't be told.
    """

    page: int
    box: Box | None = None
    where: str | None = None
    ink: bool | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `row` and `col` count from 0; a merged cell stands once, at its top left, with its spans."""

    row: int
    col: int
    blocks: tuple[Block, ...] = ()
    row_span: int = 1
    col_span: int = 1
    page: int = 1
    box: Box | None = None
    where: str | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The cell's own paragraphs, nested tables' included, in reading order."""
        return tuple(paragraphs(self.blocks))

    @property
    def text(self) -> str:
        """The cell's text, a line a paragraph."""
        return "\n".join(p.text for p in self.paragraphs)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Picture))


@dataclass(frozen=True, slots=True)
class Table:
    """A table, ruled or aligned. `cells` in row order; positions that a merged cell covers have no cell of their own."""

    cells: tuple[Cell, ...]
    rows: int
    cols: int
    page: int
    box: Box | None = None
    where: str | None = None
    ruled: bool = True

    def at(self, row: int, col: int) -> Cell | None:
        """The cell that covers `(row, col)`, also where a merged one does."""
        for c in self.cells:
            if c.row <= row < c.row + c.row_span and c.col <= col < c.col + c.col_span:
                return c
        return None

    def row(self, number: int) -> tuple[Cell, ...]:
        """The cells that begin in row `number`, from the left."""
        return tuple(sorted((c for c in self.cells if c.row == number), key=lambda c: c.col))


Block = Paragraph | Table | Picture


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs of `blocks` in reading order, those in tables (row by row, cell by cell) included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for cell in block.cells:
                yield from paragraphs(cell.blocks)


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `furniture` holds headers, footers and page numbers, which no answer contains; the first `headers` of them stand
    above the blocks. `width`, `height` in points (0 where the file has no pages of its own).
    """

    number: int
    reader: Reader
    blocks: tuple[Block, ...]
    furniture: tuple[Line, ...] = ()
    width: float = 0.0
    height: float = 0.0
    headers: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader saw and leaves out of the text: `kind` as in the result's observations."""

    kind: Literal["tracked_change", "handwriting", "stamp", "illegible", "footnote"]
    text: str
    page: int
    box: Box | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page (or, with None, the file) that could not be read whole; `what` is Swedish and says what is missing."""

    page: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its pages, what the reader remarked, and what it could not read."""

    media_type: str
    pages: tuple[Page, ...]
    remarks: tuple[Remark, ...] = ()
    troubles: tuple[Trouble, ...] = field(default=())
