"""Pages of known text: what stands where on a page of a born-digital PDF, read by pdfplumber and so not by our own reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pdfplumber
import pypdfium2
from pdfplumber.page import Page as PlumberPage

from underlag.schemas.page import Box, Word, join_lines

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_LONGEST_CELL = 80  # characters; a longer text is prose in a frame, which the character error rate measures


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a ruled table: its text on one line, and its box."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page and its truth; `number` counts from 0. Boxes in points as displayed."""

    file: Path
    number: int
    words: tuple[Word, ...]
    cells: tuple[TableCell, ...]

    @property
    def name(self) -> str:
        return f"{self.file.stem} {self.number + 1}"


def printed_files() -> list[Path]:
    """The samples' born-digital PDFs."""
    return sorted(file for folder in ("more", "inbox") for file in (SAMPLES / folder).glob("*.pdf") if _has_text(file))


def _has_text(file: Path) -> bool:
    if file.stat().st_size == 0 or ".scan." in file.name:
        return False
    with pypdfium2.PdfDocument(file) as pdf:
        return bool(pdf[0].get_textpage().get_text_range().strip())


@cache
def known_pages(drawn: Path, most: int) -> list[KnownPage]:
    """At most `most` pages: the drawn ones by turns with the samples', of which those with most figures and most text are taken."""
    with pypdfium2.PdfDocument(drawn) as pdf:
        own = [(drawn, number) for number in range(len(pdf))]
    printed = [(file, number) for file in printed_files() for number in _telling(file)]
    order: list[tuple[Path, int]] = []
    while own or printed:
        order += own[:1] + printed[:1]
        own, printed = own[1:], printed[1:]
    return [known_page(file, number) for file, number in order[:most]]


def _telling(file: Path) -> list[int]:
    """The page with most figures and the page with most letters."""
    with pypdfium2.PdfDocument(file) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    figures = max(range(len(texts)), key=lambda n: len(re.findall(r"\d", texts[n])))
    return sorted({figures, max(range(len(texts)), key=lambda n: len(texts[n]))})


def known_page(file: Path, number: int) -> KnownPage:
    """The words of a page and the short cells of its ruled tables of at least two rows and columns."""
    with pdfplumber.open(file) as pdf:
        page = pdf.pages[number]
        found = page.extract_words(x_tolerance=2)
        words = tuple(Word(w["text"], Box(w["x0"], w["top"], w["x1"], w["bottom"])) for w in found)
        cells = [TableCell(text_within(box, words), box) for box in _cell_boxes(page)]
    return KnownPage(file, number, words, tuple(c for c in cells if 0 < len(c.text) <= _LONGEST_CELL))


def _cell_boxes(page: PlumberPage) -> list[Box]:
    tables = [t for t in page.find_tables() if len(t.rows) > 1 and len({cell[0] for cell in t.cells}) > 1]
    return [Box(*cell) for table in tables for cell in table.cells]


def text_within(box: Box, words: Sequence[Word]) -> str:
    """The words whose middles lie in `box`, line by line, on one line."""
    rows: list[list[Word]] = []
    for word in sorted((w for w in words if box.holds(w.box)), key=lambda w: w.box.middle[1]):
        same = bool(rows) and word.box.middle[1] - rows[-1][-1].box.middle[1] < 0.5 * word.box.height
        rows[-1].append(word) if same else rows.append([word])
    return join_lines([" ".join(w.text for w in sorted(row, key=lambda w: w.box.x0)) for row in rows])
