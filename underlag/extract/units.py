"""The pieces of a file that can't be divided: a page, or what a heading that names a kind begins in a file without pages of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from underlag.extract.flow import stream
from underlag.extract.headlines import has_typography, heads
from underlag.extract.kind import Clues, Kinds
from underlag.schemas.page import Document, Page, Paragraph, Reader, paragraphs
from underlag.values.folding import fold

COVER_WORDS = 40
_LONG_LINE = 80
_PAGED = ("pdf-text", "pdf-ocr", "image")
_PAGE_NUMBER = re.compile(
    r"(?:^|\bsid(?:a|\.|an)?\s*|\bs\.\s*)(?P<n>\d{1,4})\s*(?:\(|/|\bav\b)\s*(?P<of>\d{1,4})\)?|^(?:sid(?:a|\.)?\s*)?(?P<alone>\d{1,3})$",
    re.IGNORECASE,
)
_DNR = re.compile(r"\b(?:dnr|diarie(?:nr|nummer)|ärendenummer)\b\.?\s*:?\s*(?P<nr>[\w/:. -]*?\d[\w/:.-]*)", re.IGNORECASE)
_UNFINISHED = re.compile(r"[\wåäöÅÄÖ,;–-]$")


@dataclass(frozen=True, slots=True)
class Unit:
    """What can't be divided: a page, or the part of one. `inner`: it begins in the middle of a page."""

    page: Page
    clues: Clues
    inner: bool

    @property
    def first(self) -> str:
        return next((p.text.strip() for p in _paragraphs(self.page) if p.text.strip()), "")

    def goes_on(self, before: Unit) -> bool:
        """Does it begin in the middle of a sentence: with a small letter, or, without a heading, after an unfinished line?"""
        head = next((p for p in _paragraphs(self.page) if p.text.strip()), None)
        headed = head is not None and (head.bold or head.heading or self.clues.first_head == head.text)
        return self.first[:1].islower() or (not headed and len(before.last) > _LONG_LINE and bool(_UNFINISHED.search(before.last)))

    @property
    def last(self) -> str:
        texts = [p.text.strip() for p in _paragraphs(self.page) if p.text.strip()]
        return texts[-1] if texts else ""

    @property
    def number(self) -> tuple[int, int | None] | None:
        """The page's printed number, and of how many, where a header or footer says."""
        for line in self.page.furniture:
            if found := _PAGE_NUMBER.search(line.text.strip()):
                return int(found["n"] or found["alone"]), int(found["of"]) if found["of"] else None
        return None

    @property
    def dnr(self) -> str | None:
        """The case number that its head bears."""
        lines = [line.text for line in self.page.furniture] + [p.text for _, p in zip(range(10), _paragraphs(self.page), strict=False)]
        found = next((m for text in lines if len(text) < 160 and (m := _DNR.search(text))), None)
        return fold(found["nr"]) if found else None


def _paragraphs(page: Page) -> Iterator[Paragraph]:
    return (p for i in stream(Document("", (page,))) if (p := i.paragraph))


def typography_of(document: Document) -> set[Reader]:
    """The ways of reading whose pages show what is set bold (a scan among them does not)."""
    return {page.reader for page in document.pages if has_typography(stream(Document("", (page,))))}


def clues_of(page: Page, kinds: Kinds, *, typography: bool) -> Clues:
    return kinds.clues(stream(Document("", (page,))), page.furniture, typography=typography)


def units_of(page: Page, kinds: Kinds, *, typography: bool) -> Iterator[Unit]:
    """The page; one that its author never divided falls apart at headings that name a kind."""
    cuts = [0, *_named_headings(page, kinds, typography=typography), len(page.blocks)]
    for k, (a, b) in enumerate(pairwise(cuts)):
        piece = page if len(cuts) == 2 else replace(page, blocks=page.blocks[a:b])
        yield Unit(piece, clues_of(piece, kinds, typography=typography), inner=k > 0)


def _named_headings(page: Page, kinds: Kinds, *, typography: bool) -> list[int]:
    """The blocks, but the first, whose heading names a kind of document."""
    if page.reader in _PAGED:
        return []
    found: list[int] = []
    words = 0
    for n, block in enumerate(page.blocks):
        plain = isinstance(block, Paragraph) and not block.bullet and "\t" not in block.text  # a row of cells is no heading
        if plain and words >= COVER_WORDS:
            head = heads(stream(Document("", (replace(page, blocks=(block,)),))), typography=typography)
            if head and kinds.named(head[0], typography=typography):
                found.append(n)
        words += sum(len(p.text.split()) for p in paragraphs((block,)))
    return found
