"""The light markup in which answers are written, and the plain text that a record keeps of it.

A blank line ends a paragraph; lines in between run on. A line that begins with "- " opens a list item, one with "1. " a numbered item
(the number is part of the text); one with "## " is a subheading within the answer, one with "? " a sub-question of the form, which the
record leaves out. "| a | b" is a row of a table; "? | a | b" is the row of headings that the form itself prints over it.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["text", "item", "heading", "question", "row", "head"]

_MARKS: dict[str, Kind] = {"- ": "item", "## ": "heading", "? | ": "head", "? ": "question", "| ": "row"}
_STARTS = re.compile(r"- |## |\? |\| |\d+\. ")
_OF_THE_FORM = frozenset({"question", "head"})


class Block(NamedTuple):
    """One paragraph of an answer, as it stands in the record, or one row of a table, a cell a line; `kind` says how a form prints it."""

    kind: Kind
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row."""
        return tuple(self.text.split("\n"))


def blocks(answer: str) -> tuple[Block, ...]:
    """The paragraphs of `answer` in order."""
    groups: list[list[str]] = [[]]
    for line in map(str.strip, answer.strip().splitlines()):
        if not line or _STARTS.match(line) or (groups[-1] and groups[-1][0].startswith("## ")):
            groups.append([])
        if line:
            groups[-1].append(line)
    return tuple(_block(" ".join(group)) for group in groups if group)


def plain(answer: str) -> str:
    """`answer` as the record has it: a paragraph or cell a line, without the marks."""
    return "\n".join(block.text for block in blocks(answer) if block.kind not in _OF_THE_FORM)


def _block(text: str) -> Block:
    for mark, kind in _MARKS.items():
        if text.startswith(mark):
            held = text.removeprefix(mark)
            return Block(kind, "\n".join(map(str.strip, held.split(" | "))) if kind in {"row", "head"} else held)
    return Block("text", text)
