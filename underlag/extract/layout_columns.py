"""Newspaper columns: side-by-side running text is read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from underlag.extract.layout_lines import words_to_rows
from underlag.schemas.page import Box, Word, union

_FEWEST_LINES = 6
_MOST_TRIED = 6
_FULLEST = 0.55
_WORDS_A_LINE = 3.0


@dataclass(frozen=True, slots=True)
class _Band:
    """A gutter at `x` that runs from `top` to `bottom`."""

    x: float
    top: float
    bottom: float


def split_columns(words: Sequence[Word], barriers: Sequence[Box], size: float) -> list[tuple[Word, ...]]:
    """The words in parts, each to be read from its top to its bottom. `barriers`: tables, across which no gutter runs."""
    if not words:
        return []
    band = _best_band(words, barriers, size)
    if band is None:
        return [tuple(words)]
    above = [w for w in words if w.box.middle[1] < band.top]
    below = [w for w in words if w.box.middle[1] > band.bottom]
    between = [w for w in words if band.top <= w.box.middle[1] <= band.bottom]
    left = [w for w in between if w.box.middle[0] < band.x]
    right = [w for w in between if w.box.middle[0] >= band.x]
    return [part for group in (above, left, right, below) for part in split_columns(group, barriers, size)]


def _best_band(words: Sequence[Word], barriers: Sequence[Box], size: float) -> _Band | None:
    """The longest gutter between two columns of running text."""
    area = union([w.box for w in words])
    if area.width < 30 * size or len(words) < 2 * _FEWEST_LINES * _WORDS_A_LINE:
        return None
    boxes = [w.box for w in words] + list(barriers)
    bands = [
        band
        for step in range(5, 16)
        for band in _bands(boxes, area.x0 + area.width * step / 20, area, size)
        if band.bottom - band.top > _FEWEST_LINES * size
    ]
    bands.sort(key=lambda b: b.top - b.bottom)
    return next((b for b in bands[:_MOST_TRIED] if _is_between_texts(words, b, size)), None)


def _bands(boxes: Sequence[Box], x: float, area: Box, size: float) -> list[_Band]:
    """Where a clear strip around `x` runs, between the boxes that stand in its way."""
    crossing = sorted((b for b in boxes if b.x0 < x + 0.4 * size and b.x1 > x - 0.4 * size), key=lambda b: b.top)
    found = []
    top = area.top
    for box in crossing:
        if box.top > top:
            found.append(_Band(x, top, box.top))
        top = max(top, box.bottom)
    found.append(_Band(x, top, max(top, area.bottom)))
    return found


def _is_between_texts(words: Sequence[Word], band: _Band, size: float) -> bool:
    inside = [w for w in words if band.top <= w.box.middle[1] <= band.bottom]
    left = [w for w in inside if w.box.middle[0] < band.x]
    right = [w for w in inside if w.box.middle[0] >= band.x]
    return _is_running_text(left, size) and _is_running_text(right, size)


def _is_running_text(words: Sequence[Word], size: float) -> bool:
    """Lines filled with words, as in a column of text; no labels, numbers or cells."""
    rows = words_to_rows(words)
    if len(rows) < _FEWEST_LINES or len(words) < _WORDS_A_LINE * len(rows):
        return False
    box = union([w.box for w in words])
    if box.width < 10 * size:
        return False
    filled = sum(row[-1].box.x1 - row[0].box.x0 for row in rows) / (box.width * len(rows))
    gaps = sum(b.box.x0 - a.box.x1 > 1.5 * size for row in rows for a, b in pairwise(row))
    return filled >= _FULLEST and gaps <= 0.2 * len(rows)
