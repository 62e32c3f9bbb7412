"""The lines of a document that may be its title, and the heads of lines that may ask a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from underlag.extract.flow import Item
from underlag.extract.vocabulary import BRACKETS, LONGEST

LONGEST_TITLE = 120
_HEAD_ITEMS = 14
_HEAD_TITLES = 6
_LEADERS = re.compile(r"\s*(?:[.…_]{2,}|\s)\s*\d{1,3}\s*$")  # a line of a table of contents
_SENTENCE = re.compile(r"[.,;]\s*$")
_FEWEST_ROWS = 3


def has_typography(items: Iterable[Item]) -> bool:
    """Is anything set bold or as a heading?"""
    return any(p.bold or p.heading for i in items if (p := i.paragraph))


def heads(items: Sequence[Item], *, typography: bool) -> list[str]:
    """The lines at the head of a document that may be its title: set as headings, one word alone on its line, or short where
    type tells nothing.
    """
    found: list[str] = []
    for item in [i for i in items if i.text.strip()][:_HEAD_ITEMS]:
        p = item.paragraph
        if p is None or (item.table is not None and item.table.cols > 2):
            continue
        set_as_heading = p.bold or p.heading
        text = p.text if set_as_heading else p.lines[0].text
        alone = " " not in text.strip() and text.strip().isalpha() and item.table is None
        if not set_as_heading and (not text[:1].isupper() or (len(p.lines) > 2 and not alone)):
            continue
        if (
            len(text) <= LONGEST_TITLE
            and (set_as_heading or alone or not typography)
            and not (_SENTENCE.search(text) and not set_as_heading)
        ):
            found.append(text)
    return found[:_HEAD_TITLES]


def heads_column(item: Item) -> bool:
    """Is the item a heading over a column of a table of figures, which asks nothing?"""
    table, cell = item.table, item.cell
    return table is not None and cell is not None and table.cols > 2 and table.rows > _FEWEST_ROWS and cell.row <= 1


def label_heads(text: str, bold: int, *, typography: bool) -> Iterator[tuple[str, bool]]:
    """Possible labels at the head of a line, and whether each is set apart from what follows."""
    if len(text) <= LONGEST:
        yield text, True
        if (bare := BRACKETS.sub("", text)) != text:
            yield bare, True
    for mark in (":", "?", " - ", " – ", " — ", "\t"):
        at = text.find(mark)
        if 0 < at < min(LONGEST, len(text) - 1):
            yield text[:at], True
    if (listed := _LEADERS.sub("", text)) != text and len(listed) <= LONGEST:
        yield listed, True
    if 2 < bold < len(text):
        yield text[:bold], True
    if not typography:
        words = text.split()[:9]
        for count in range(1, len(words)):
            if len(head := " ".join(words[:count])) >= 8:
                yield head, False
