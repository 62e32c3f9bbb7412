"""A printed line whose parts stand far apart, as those of signers side by side do, cut into its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from underlag.schemas.page import Line, Word, union

_GAP = 2.5
"""Type heights between two words that don't belong together."""


def parted(line: Line) -> list[Line]:
    """The parts of the line from the left; the line alone where nothing stands apart or the reader has no words."""
    if len(line.words) < 2:
        return [line]
    parts = list(_runs(line.words))
    return [_part(line, run) for run in parts] if len(parts) > 1 else [line]


def _runs(words: tuple[Word, ...]) -> Iterator[list[Word]]:
    run = [words[0]]
    for before, word in pairwise(words):
        if word.box.x0 - before.box.x1 > _GAP * max(before.box.height, word.box.height):
            yield run
            run = []
        run.append(word)
    yield run


def _part(line: Line, run: list[Word]) -> Line:
    text = " ".join(word.text for word in run)
    return replace(line, text=text, words=tuple(run), box=union([w.box for w in run]), bold=len(text) if all(w.bold for w in run) else 0)
