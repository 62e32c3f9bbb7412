"""The two that read the scans, each in a process of its own: the tool, and the floor that it is measured against.

The floor is Tesseract alone with its Swedish model: one thread, page layout mode 3, one engine a core, pages decoded beforehand.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium_c

from bench.known import TableCell
from underlag.extract.document import read_document
from underlag.extract.ocr import GreyImage, Tesseract
from underlag.extract.scan_clean import grey
from underlag.schemas.page import Block, Box, Page, Table, Word, paragraphs

CORES = os.cpu_count() or 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one page, in points of its image. `cells` is null for a reader that knows no tables."""

    words: tuple[Word, ...]
    cells: tuple[TableCell, ...] | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a batch took: seconds on the processors and on the clock, and megabytes of memory a core at its peak."""

    cpu: float
    wall: float
    memory: float


def read_apart(
    reader: Callable[[Path, tuple[int, ...]], tuple[list[Reading], Cost]], file: Path, turns: tuple[int, ...]
) -> tuple[list[Reading], Cost]:
    """What `reader` gives, from a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(reader, file, turns).result()


def by_tool(file: Path, _turns: tuple[int, ...]) -> tuple[list[Reading], Cost]:
    """The product's way from the file's bytes to pages. It is not told how the pages are turned."""
    data = file.read_bytes()
    document, cost = _timed(lambda: read_document(data))
    return [_reading(page) for page in document.pages], cost


def by_floor(file: Path, turns: tuple[int, ...]) -> tuple[list[Reading], Cost]:
    """Tesseract alone; it gets the pages the right way up."""
    images = [(np.rot90(image, -turn), dpi) for (image, dpi), turn in zip(_decoded(file), turns, strict=True)]
    engines = [Tesseract() for _ in range(CORES)]

    def share(core: int) -> list[Reading]:
        return [_floor_page(image, dpi, engines[core]) for image, dpi in images[core::CORES]]

    def all_shares() -> list[list[Reading]]:
        with ThreadPoolExecutor(CORES) as pool:
            return list(pool.map(share, range(CORES)))

    shares, cost = _timed(all_shares)
    return [shares[n % CORES][n // CORES] for n in range(len(images))], cost


def _decoded(file: Path) -> Iterator[tuple[GreyImage, int]]:
    with pypdfium2.PdfDocument(file) as pdf:
        for page in pdf:
            image = grey(next(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])).get_bitmap().to_pil())
            yield image, round(image.shape[0] / page.get_height() * 72)


def _floor_page(image: GreyImage, dpi: int, engine: Tesseract) -> Reading:
    points = 72 / dpi
    words = engine.words(image, "page", dpi)
    return Reading(tuple(Word(w.text, Box(*(edge * points for edge in (w.x0, w.top, w.x1, w.bottom))), w.confidence) for w in words))


def _timed(work: Callable[[], T]) -> tuple[T, Cost]:
    cpu, wall = _cpu(), time.perf_counter()
    done = work()
    wall = time.perf_counter() - wall
    return done, Cost(_cpu() - cpu, wall, _peak())


def _cpu() -> float:
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


def _peak() -> float:
    """Megabytes a core: this process's own and, where it started others, the largest of them."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return own / 1024 / CORES + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _reading(page: Page) -> Reading:
    lines = [line for paragraph in paragraphs(page.blocks) for line in paragraph.lines]
    words = tuple(word for line in (*lines, *page.furniture) for word in line.words)
    return Reading(words, tuple(_cells(page.blocks)))


def _cells(blocks: tuple[Block, ...]) -> Iterator[TableCell]:
    for table in blocks:
        if isinstance(table, Table):
            for cell in table.cells:
                if cell.box:
                    yield TableCell(" ".join(cell.text.split()), cell.box)
                yield from _cells(cell.blocks)
