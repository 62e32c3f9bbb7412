"""Tables without rules: rows whose pieces stand in columns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from underlag.schemas.page import Box, Word, union

_Row = list[Word]
_AMOUNT = re.compile(r"[-–−+(]?\s*\d[\d\s.,:/()–-]*\s*(?:%|kr|tkr|mkr|st|kronor)?\)?\*?|[-–−]|[12]\d{3}-\d\d-\d\d", re.IGNORECASE)
_LEADER = re.compile(r"[.…_·]{4,}|[.…]{2,}")
_UNFINISHED = re.compile(r"\w\W*\s[-–—]$|\w/$")
"""A cell that can't end where it does: "2022-01-15 –"."""
_FEWEST_ROWS = 3
_WIDEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class AlignedCell:
    """A cell of a table without rules."""

    row: int
    col: int
    col_span: int
    words: tuple[Word, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table without rules; every place has a cell, or is covered by one to its left."""

    box: Box
    rows: int
    cols: int
    cells: tuple[AlignedCell, ...]


def take_aligned(rows: Sequence[_Row], size: float) -> list[list[_Row] | Aligned]:
    """Rows of words from the top, as runs of text and tables without rules, in order."""
    result: list[list[_Row] | Aligned] = []
    text: list[_Row] = []
    at = 0
    while at < len(rows):
        run = _run_length(rows, at, size)
        table = _table(rows[at : at + run], size) if run >= 2 else None
        if table is None:
            text.append(rows[at])
            at += 1
            continue
        if text:
            result.append(text)
            text = []
        result.append(table)
        at += run
    if text:
        result.append(text)
    return result


def _pieces(row: _Row, size: float) -> list[_Row]:
    """A row cut where the gap is wider than any space between words."""
    pieces = [[row[0]]]
    for last, word in pairwise(row):
        if word.box.x0 - last.box.x1 > 1.1 * size:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def _run_length(rows: Sequence[_Row], start: int, size: float) -> int:
    """How many rows from `start` on could be one table: rows of several pieces, with single ones between."""
    if len(_pieces(rows[start], size)) < 2:
        return 0
    end, single = start + 1, 0
    pitch = 1.3 * size
    left = min(w.box.x0 for w in rows[start])
    for k in range(start + 1, len(rows)):
        step = _bottom(rows[k]) - _bottom(rows[k - 1])
        pieces = len(_pieces(rows[k], size))
        if step > 3.2 * size or (pieces < 2 and step > 1.5 * pitch) or abs(_size(rows[k]) - _size(rows[start])) > 0.3 * size:
            break
        pitch = max(pitch, min(step, 1.8 * size))
        left = min(left, rows[k][0].box.x0)
        single = single + 1 if pieces < 2 else 0
        if single > 3:
            break
        if pieces >= 2:
            end = k + 1
    while end - start > 1 and end < len(rows) and _ends_cell(rows[end - 1], rows[end], size):
        end += 1
    return end - start


def _ends_cell(last: _Row, row: _Row, size: float) -> bool:
    """Is the row, below the last one of several pieces, but the second line of one of its cells?"""
    if _bottom(row) - _bottom(last) >= 1.5 * size or len(_pieces(row, size)) > 1:
        return False
    above = min(_pieces(last, size), key=lambda piece: abs(row[0].box.x0 - piece[0].box.x0))
    if abs(row[0].box.x0 - above[0].box.x0) >= 0.5 * size:
        return False
    return row[0].text[:1].islower() or bool(_UNFINISHED.search(" ".join(w.text for w in above)))


def _bottom(row: _Row) -> float:
    return median(w.box.bottom for w in row)


def _size(row: _Row) -> float:
    return median(w.size or w.box.height for w in row)


def _table(rows: Sequence[_Row], size: float) -> Aligned | None:
    """The rows as a table, where they are one."""
    several = [pieces for row in rows if len(pieces := _pieces(row, size)) > 1]
    if len(several) < 2 or len(several) * 2 < len(rows):
        return None
    gutters = _gutters(several, size)
    if not gutters:
        return None
    grid = [_split(row, gutters, size) for row in rows]
    if not _is_table(grid, len(gutters) + 1, size):
        return None
    return _cells(_continued(grid), gutters)


def _gutters(several: Sequence[Sequence[_Row]], size: float) -> list[float]:
    """The middles of the vertical strips which (nearly) no row's pieces cross."""
    boxes = [[union([w.box for w in piece]) for piece in pieces] for pieces in several]
    left, right = min(b[0].x0 for b in boxes), max(b[-1].x1 for b in boxes)
    width = int(right - left) + 1
    change = [0] * (width + 1)  # of the number of pieces above each point, from the one before
    for row in boxes:
        for box in row:
            change[max(0, int(box.x0 - left))] += 1
            change[min(width, int(box.x1 - left) + 1)] -= 1
    cover = list(accumulate(change))
    allowed = 0.12 * len(boxes)
    found, start = [], None
    for x in range(width + 1):
        if cover[x] <= allowed and x < width:
            start = x if start is None else start
        elif start is not None:
            if x - start >= 0.8 * size and start > 0:
                found.append(left + (start + x) / 2)
            start = None
    return found


@dataclass(slots=True)
class _Piece:
    """Words of a row that stand in the columns `first` to `last`."""

    first: int
    last: int
    words: list[Word]

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


def _split(row: _Row, gutters: Sequence[float], size: float) -> list[_Piece]:
    """A row's words by column; words that run on across a gutter without a gap stay together."""
    pieces: list[_Piece] = []
    for word in row:
        first = bisect_left(gutters, word.box.x0 + 0.2 * size)
        last = max(first, bisect_left(gutters, word.box.x1 - 0.2 * size))
        if pieces and (first <= pieces[-1].last or _runs_on(pieces[-1], word, size)):
            pieces[-1].words.append(word)
            pieces[-1].last = max(pieces[-1].last, last)
        else:
            pieces.append(_Piece(first, last, [word]))
    return pieces


def _runs_on(piece: _Piece, word: Word, size: float) -> bool:
    """Does the word follow the piece without a gap, though a gutter lies between? Amounts never do."""
    return word.box.x0 - piece.words[-1].box.x1 < 0.45 * size and not re.match(r"[-–−]?\d", word.text)


def _is_table(grid: Sequence[Sequence[_Piece]], cols: int, size: float) -> bool:
    """Do the columns hold amounts, or values that begin (or end) at one place beside short labels?"""
    several = [row for row in grid if len(row) > 1]
    if len(several) < 2 or any(_LEADER.search(p.text) for row in several for p in row):
        return False
    if sum(len(p.text) > _WIDEST_LABEL for row in several for p in row[:-1]) > 0.2 * len(several):
        return False
    if any(re.fullmatch(r"\W|[ov]|\(?\w{1,2}[.)]", row[0].text) for row in several):
        return False
    columns = [[p for row in several for p in row if p.first == k == p.last] for k in range(cols)]
    if len(several) < _FEWEST_ROWS:
        return all(len(c) == 2 and _is_pair(c, size) for c in columns) or (cols > 2 and all(map(_is_headed, columns)))
    aligned = [c for c in columns[1:] if len(c) >= _FEWEST_ROWS and _lines_up(c, size)]
    sparse = [c for c in columns[1:] if len(c) < _FEWEST_ROWS and all(_AMOUNT.fullmatch(p.text) for p in c)]
    return bool(aligned) and 2 * (len(aligned) + len(sparse)) >= cols - 1


def _is_pair(pieces: Sequence[_Piece], size: float) -> bool:
    """Two rows only make a table when their pieces begin at exactly the same places, far from the next column's."""
    starts = [p.words[0].box.x0 for p in pieces]
    return max(starts) - min(starts) < 0.15 * size and all(len(p.text) <= _WIDEST_LABEL for p in pieces)


def _is_headed(pieces: Sequence[_Piece]) -> bool:
    """Does the column have a bold heading over one plain piece, which stands below it (the first row before a page's end)?"""
    if len(pieces) != 2:
        return False
    (head, body), (above, below) = pieces, (union([w.box for w in p.words]) for p in pieces)
    return all(w.bold for w in head.words) and not any(w.bold for w in body.words) and above.x0 < below.x1 and below.x0 < above.x1


def _lines_up(pieces: Sequence[_Piece], size: float) -> bool:
    """Do a column's pieces begin or end at one place, or are they amounts?"""
    numbers = sum(bool(_AMOUNT.fullmatch(p.text)) for p in pieces)
    starts, ends = [p.words[0].box.x0 for p in pieces], [p.words[-1].box.x1 for p in pieces]
    slack = 0.6 * size
    middles = [(a + b) / 2 for a, b in zip(starts, ends, strict=True)]
    even = max(_near(starts, slack), _near(ends, slack), 0.9 * _near(middles, slack))
    return even >= 0.8 * len(pieces) or (numbers >= 0.6 * len(pieces) and even >= 0.5 * len(pieces))


def _near(places: Sequence[float], slack: float) -> int:
    """How many of the places lie near the usual one."""
    middle = median(places)
    return sum(abs(p - middle) <= slack for p in places)


def _continued(grid: Sequence[list[_Piece]]) -> list[list[_Piece]]:
    """The rows, with those that only carry on a cell of the row above put into it."""
    result: list[list[_Piece]] = []
    for row in grid:
        above = result[-1] if result else []
        homes = [next((p for p in above if p.first == piece.first and p.last >= piece.last), None) for piece in row]
        if all(home is not None and _carries_on(home, piece, alone=len(row) == 1) for home, piece in zip(homes, row, strict=True)):
            for home, piece in zip(homes, row, strict=True):
                assert home is not None
                home.words.extend(piece.words)
        else:
            result.append(row)
    return result


def _carries_on(home: _Piece, piece: _Piece, *, alone: bool) -> bool:
    """Does the piece go on with the cell above it? `alone`: nothing else stands in its row."""
    if _UNFINISHED.search(home.text):
        return True
    if _AMOUNT.fullmatch(piece.text) or _AMOUNT.fullmatch(home.text):
        return False
    return piece.text[0].islower() or (alone and piece.first > 0)


def _cells(grid: Sequence[Sequence[_Piece]], gutters: Sequence[float]) -> Aligned:
    boxes = [union([w.box for p in row for w in p.words]) for row in grid]
    box = union(boxes)
    xs = [box.x0, *gutters, box.x1]
    cells = []
    for r, row in enumerate(grid):
        taken = {k for p in row for k in range(p.first, p.last + 1)}
        for p in row:
            place = Box(xs[p.first], boxes[r].top, xs[p.last + 1], boxes[r].bottom)
            cells.append(AlignedCell(r, p.first, p.last - p.first + 1, tuple(p.words), place))
        free = sorted(set(range(len(xs) - 1)) - taken)
        cells += [AlignedCell(r, k, 1, (), Box(xs[k], boxes[r].top, xs[k + 1], boxes[r].bottom)) for k in free]
    cells.sort(key=lambda c: (c.row, c.col))
    return Aligned(box, len(grid), len(xs) - 1, tuple(cells))
