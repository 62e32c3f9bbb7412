"""Charts in raw text: an axis that has become a column of numbers, with the chart's title above and its legend below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile(r"^\s*\d{1,6}\s*$")
_YEAR = re.compile(r"^\s*(?:19|20)\d\d\s*$")
_LITTER = re.compile(r"^\s*\S{0,1}\s*$")
_FEWEST_TICKS, _MOST_TICKS = 5, 25
_TITLE_LINES, _TITLE_WIDTH = 3, 60
_LEGEND_BLOCKS, _LEGEND_WIDTH = 3, 30
_ENDED = re.compile(r"[.:;,]\s*$")


def chart_lines(lines: Sequence[str]) -> set[int]:
    """Numbers (from 1) of the lines that are a chart's axis, title or legend."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        end = _axis_end(lines, at) if _NUMBER.match(lines[at]) and not _YEAR.match(lines[at]) else at
        if end > at:
            found |= {n + 1 for n in (*_title(lines, at), *range(at, end), *_legend(lines, end))}
        at = max(end, at + 1)
    return found


def _axis_end(lines: Sequence[str], start: int) -> int:
    """Where the axis that begins at `start` ends; `start` where none does. An axis counts in equal steps, one of which may be lost."""
    ticks: list[int] = []
    end = at = start
    while at < len(lines) and len(ticks) <= _MOST_TICKS and (_NUMBER.match(lines[at]) or _LITTER.match(lines[at])):
        if _NUMBER.match(lines[at]):
            ticks.append(int(lines[at]))
            end = at + 1
        at += 1
    steps = [b - a for a, b in pairwise(ticks)]
    step = max(set(steps), key=steps.count, default=0)
    even = step != 0 and len(ticks) <= _MOST_TICKS and steps.count(step) >= len(steps) - 1 and all(s % step == 0 for s in steps)
    return end if len(ticks) >= _FEWEST_TICKS and even else start


def _title(lines: Sequence[str], axis: int) -> list[int]:
    """The short lines right above the axis."""
    at = axis - 1
    while at >= 0 and not lines[at].strip():
        at -= 1
    block: list[int] = []
    while at >= 0 and lines[at].strip():
        block.append(at)
        at -= 1
    fits = len(block) <= _TITLE_LINES and all(len(lines[n]) <= _TITLE_WIDTH and not _ENDED.search(lines[n]) for n in block)
    return block if fits else []


def _legend(lines: Sequence[str], at: int) -> list[int]:
    """The short blocks below the axis: what its bars are called."""
    found: list[int] = []
    for _ in range(_LEGEND_BLOCKS):
        while at < len(lines) and not lines[at].strip():
            at += 1
        block: list[int] = []
        while at < len(lines) and lines[at].strip():
            block.append(at)
            at += 1
        if len(block) != 1 or len(lines[block[0]]) > _LEGEND_WIDTH or re.search(r"[:;]|[.,]$", lines[block[0]].strip()):
            return found
        found += block
    return found
