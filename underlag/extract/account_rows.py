"""A document as the rows of an account: table rows, lines with tab stops, and lines whose words stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from underlag.extract.flow import Item
from underlag.schemas.page import Box, Cell, Line, Paragraph, Table, Word, join_lines, union
from underlag.values.amounts import parse_amount
from underlag.values.spans import evened

_GAP = 0.9
"""A space between words that parts columns, as a share of the height of the type (a word space is about a quarter of it)."""

_JUNK = re.compile(r"^[\s|\[\](){}_.:]+|[\s|\[\](){}_:]+$")
_DASH = re.compile(r"^[\s–—−_-]+$")
_NUMBER_WORD = re.compile(r"^-?[0-9]{1,3}(?:[.'][0-9]{3})*$|^-$")
_LONG_LINE = 110
_FIGURE_LAST = re.compile(r"(?:^|\s)[(\[]?-?[0-9]{1,3}(?:[ .][0-9]{3})*[)\]]?$")
_RAISED = re.compile(r"\^\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one column of a row. `col`: position in its table or among its line's tab stops, null where words part it."""

    text: str
    lines: tuple[Line, ...]
    col: int | None = None
    box: Box | None = None
    words: tuple[Word, ...] = ()

    @property
    def dash(self) -> bool:
        """Is it a dash, as written where there is no amount?"""
        return bool(_DASH.match(self.text))

    def amount(self, unit: str = "kr") -> int | None:
        """The piece as an amount in kronor (`unit` where it has none of its own); brackets around a zero are a scan's noise."""
        plain = evened(self.text).strip()
        value = parse_amount(f"{plain} {unit}" if plain[-1:].isdigit() else plain)
        if value is None and (bare := _JUNK.sub("", plain)) != plain:
            value = parse_amount(f"{bare} {unit}" if bare[-1:].isdigit() else bare)
        return value


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its pieces from the left. `table`: the table it stands in; `heading`: it is set as a heading of its own."""

    pieces: tuple[Piece, ...]
    table: Table | None = None
    heading: bool = False
    bold: bool = False
    tabbed: bool = False
    long: bool = False

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.pieces)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for p in self.pieces for line in p.lines)

    @property
    def wraps(self) -> bool:
        """May its label go on in the next row? Not in a ruled table, whose cells hold whole labels."""
        return self.table is None or not self.table.ruled


def account_rows(items: list[Item]) -> list[Row]:
    """The rows of all items, in order; a table stands where its first paragraph stood in the stream."""
    rows: list[Row] = []
    done: list[Table] = []
    for item in items:
        if item.table is not None:
            if all(item.table is not t for t in done):
                done.append(item.table)
                rows += _table_rows(item.table)
        elif item.paragraph is not None:
            rows += _line_rows(item.paragraph)
    return rows


def _table_rows(table: Table) -> Iterator[Row]:
    for number in range(table.rows):
        cells = [c for c in table.row(number) if c.text.strip()]
        if not cells:
            continue
        bold = all(p.bold for c in cells for p in c.paragraphs if p.text.strip())
        for pieces in _stacked(cells) if table.ruled else [_respaced(cells)]:
            yield Row(tuple(pieces), table, bold=bold)


def _stacked(cells: list[Cell]) -> list[list[Piece]]:
    """The pieces of the row; of several rows where each cell stacks as many lines, amounts in all but the first."""
    stacks = [[line for p in c.paragraphs for line in p.lines if line.text.strip()] for c in cells]
    high = len(stacks[0])
    even = len(cells) > 1 and high > 1 and all(len(s) == high for s in stacks)
    if even and all(parse_amount(line.text) is not None for stack in stacks[1:] for line in stack):
        return [[_piece((stack[k],), cell.col) for cell, stack in zip(cells, stacks, strict=True)] for k in range(high)]
    return [
        [
            _piece(tuple(stack), cell.col + cell.col_span - 1 if k else cell.col)
            for k, (cell, stack) in enumerate(zip(cells, stacks, strict=True))
        ]
    ]


def _respaced(cells: list[Cell]) -> list[Piece]:
    """The pieces of a row of a table without rules, whose cells were told by gaps alone: a cell that holds more is parted."""
    pieces: list[Piece] = []
    for place, cell in enumerate(cells):
        lines = [line for p in cell.paragraphs for line in p.lines if line.text.strip()]
        runs = spaced(lines[0]) if len(lines) == 1 and lines[0].words else []
        pieces += runs if len(runs) > 1 else [_piece(tuple(lines), cell.col + cell.col_span - 1 if place else cell.col)]
    return pieces


def _piece(lines: tuple[Line, ...], col: int) -> Piece:
    boxes = [line.box for line in lines if line.box]
    words = tuple(w for line in lines for w in line.words)
    return Piece(_unraised(join_lines([line.text for line in lines])), lines, col, union(boxes) if boxes else None, words)


def _unraised(text: str) -> str:
    """Without the marks that a text file writes around raised text ("^{Not 1}")."""
    return _RAISED.sub(r"\1", text)


def _line_rows(paragraph: Paragraph) -> Iterator[Row]:
    """A paragraph's lines as rows; `long` marks those of running text."""
    texts = [line.text.rstrip() for line in paragraph.lines]
    listed = sum("\t" in text or "|" in text or bool(_FIGURE_LAST.search(text)) for text in texts) * 3 >= len(texts)
    long = not listed and (len(paragraph.text) > 150 or (len(texts) > 1 and texts[-1].endswith(".")))
    for line in paragraph.lines:
        if not line.text.strip(" |:-\t"):
            continue
        bold = line.bold >= len(line.text.rstrip(" :")) > 0
        tabbed = "\t" in line.text or line.text.count("|") > 1
        if line.box is None and len(texts) > 1 and not listed:
            long = len(line.text) > _LONG_LINE or line.text.rstrip().endswith(".")
        pieces = _tabbed(line) if tabbed else spaced(line)
        yield Row(tuple(pieces), None, paragraph.heading, bold, tabbed, long)


def _tabbed(line: Line) -> list[Piece]:
    """Pieces by tab stops, or between the bars of a table drawn with them."""
    text = line.text.rstrip()
    cells = text.split("\t") if "\t" in text else text.removeprefix("|").removesuffix("|").split("|")
    return [Piece(_unraised(text.strip()), (line,), col) for col, text in enumerate(cells) if text.strip()]


def spaced(line: Line) -> list[Piece]:
    """The line parted where its words stand far apart; whole where the reader has no boxes."""
    if not line.words:
        return [Piece(_unraised(line.text.strip()), (line,))]
    runs: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.box.x0 - before.box.x1 > _GAP * max(before.box.height, word.box.height):
            runs.append([])
        runs[-1].append(word)
    if len(runs) == 1:
        return [Piece(line.text.strip(), (line,), None, line.box, line.words)]
    return [_run(line, run) for run in runs]


def _run(line: Line, run: Sequence[Word]) -> Piece:
    """Some of a line's words as a piece of their own."""
    return Piece((part := part_of(line, run)).text, (part,), None, part.box, part.words)


def part_of(line: Line, run: Sequence[Word]) -> Line:
    """The part of a line that is made of some of its words."""
    text = " ".join(w.text for w in run)
    return replace(line, text=text, box=union([w.box for w in run]), words=tuple(run), bold=len(text) if line.bold else 0)


def tail_apart(piece: Piece) -> tuple[Piece, Piece] | None:
    """A label and the amount that a reader glued to it, parted before the figures that end it; None where there are none."""
    count = 0
    for word in reversed(piece.words):
        if not _NUMBER_WORD.match(evened(word.text)):
            break
        count += 1
    if not count or count == len(piece.words) or len(piece.lines) != 1:
        return None
    line, words = piece.lines[0], list(piece.words)
    label, tail = _run(line, words[:-count]), _run(line, words[-count:])
    return replace(label, col=piece.col), replace(tail, col=None)


def parted(piece: Piece, count: int) -> list[Piece] | None:
    """Figures that stand too close to tell apart by a fixed gap, cut at their widest gaps into `count` amounts."""
    words = list(piece.words)
    if count < 2 or len(words) < count or len(piece.lines) != 1:
        return None
    gaps = sorted(range(1, len(words)), key=lambda k: words[k - 1].box.x1 - words[k].box.x0)[: count - 1]
    bounds = [0, *sorted(gaps), len(words)]
    cut = [_run(piece.lines[0], words[a:b]) for a, b in pairwise(bounds)]
    return cut if all(p.amount() is not None or p.dash for p in cut) else None
