"""The light markup in which answers are written, and the plain text that a record keeps of it.

A blank line ends a paragraph; lines in between run on. A line that begins with "- " opens a list item, one with "1. " a numbered item
(the number is part of the text); one with "## " is a subheading within the answer, one with "? " a sub-question of the form, which the
record leaves out.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Kind = Literal["text", "item", "heading", "question"]

_MARKS: dict[str, Kind] = {"- ": "item", "## ": "heading", "? ": "question"}
_STARTS = re.compile(r"- |## |\? |\d+\. ")


class Block(NamedTuple):
    """One paragraph of an answer, as it stands in the record; `kind` says how a form prints it."""

    kind: Kind
    text: str


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
    """`answer` as the record has it: a paragraph a line, without the marks."""
    return "\n".join(block.text for block in blocks(answer) if block.kind != "question")


def _block(text: str) -> Block:
    for mark, kind in _MARKS.items():
        if text.startswith(mark):
            return Block(kind, text.removeprefix(mark))
    return Block("text", text)
