"""What soft line breaks mean: new paragraphs in an answer, mere lines in a heading or a short cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from underlag.schemas.page import Block, Paragraph, Picture, Table

Draft = tuple[Paragraph, ...] | Table | Picture
"""A block; or the lines of one Word paragraph, each still a paragraph of its own."""

SHORT = 60
"""Characters; a cell with no more holds one thing, whose lines are broken to fit the cell."""
MIDDLING = 160
"""Characters; in a cell with no more, a line that goes on in small letters is the same sentence."""


def flow(drafts: list[Draft]) -> list[Block]:
    """In the body each line that the author broke is a paragraph."""
    return [block for draft in drafts for block in (draft if isinstance(draft, tuple) else (draft,))]


def cell_blocks(drafts: list[Draft]) -> list[Block]:
    """In a cell, lines that only were broken to fit stay together."""
    size = sum(len(p.text) for draft in drafts if isinstance(draft, tuple) for p in draft)
    return [block for draft in drafts for block in (_kept(draft, size) if isinstance(draft, tuple) else (draft,))]


def _kept(lines: tuple[Paragraph, ...], size: int) -> Iterator[Paragraph]:
    held = lines[0]
    for line in lines[1:]:
        if _together(held, line, size):
            held = replace(held, lines=held.lines + line.lines)
        else:
            yield held
            held = line
    yield held


def _together(held: Paragraph, line: Paragraph, size: int) -> bool:
    """Is `line` only the next line of what `held` says? A bold line above a plain one is a label above its answer."""
    if line.bullet or held.bold != line.bold:
        return False
    return size <= SHORT or (size <= MIDDLING and _goes_on(held.text, line.text))


def _goes_on(before: str, after: str) -> bool:
    return after[0].islower() and (before[-1].isalpha() or before[-1] in ",-/")
