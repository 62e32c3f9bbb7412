"""The words of a document in reading order, each with its place: a scan's can be held against those of its born-digital twin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from underlag.schemas.page import BULLET, Box, Line, Page, Paragraph, Word, paragraphs


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """One word. `box` is null in Word and text files, where `where` says the place (`p41`, `t3r4c2`, `line 112`)."""

    page: int
    text: str
    confidence: float
    box: Box | None = None
    where: str | None = None


def words_of(page: Page) -> Iterator[PlacedWord]:
    """The page's words: headers, then blocks (tables cell by cell, row by row; bullets before their items), then footers."""
    for line in page.furniture[: page.headers]:
        yield from _of_line(line)
    for paragraph in paragraphs(page.blocks):
        yield from _of_paragraph(paragraph)
    for line in page.furniture[page.headers :]:
        yield from _of_line(line)


def _of_paragraph(paragraph: Paragraph) -> Iterator[PlacedWord]:
    if paragraph.glyph:
        yield _placed(paragraph.glyph, paragraph.page)
    for line in paragraph.lines:
        yield from _of_line(line)


def _of_line(line: Line) -> Iterator[PlacedWord]:
    if line.words:
        yield from (_placed(word, line.page) for word in line.words)
    else:
        yield from (PlacedWord(line.page, text, line.confidence, line.box, line.where) for text in line.text.split())


def _placed(word: Word, page: int) -> PlacedWord:
    """The word; a bullet of a symbol font, whose code means nothing outside that font, as `•`."""
    symbol = len(word.text) == 1 and "\ue000" <= word.text <= "\uf8ff"
    return PlacedWord(page, BULLET if symbol else word.text, word.confidence, word.box)
