"""Born-digital PDFs: words with boxes and ruled tables by our reader, beside pdfplumber's text and tables of the same files."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pdfplumber

from bench.drawn import draw
from bench.known import printed_files
from underlag.extract.document import read_document
from underlag.schemas.page import Block, Table

_FASTER = 4.0


def measure_digital(rounds: int) -> None:
    """Prints one line: CPU seconds, their ratio and the number of tables (of at least two rows and columns) each found."""
    with tempfile.TemporaryDirectory() as made:
        draw(Path(made) / "drawn.pdf")
        files = [*printed_files(), Path(made) / "drawn.pdf"]
        times = [(_seconds(_ours, files), _seconds(_plumber, files)) for _ in range(rounds + 1)][1:]  # the first only warms up
        tables, reference = _ours(files), _plumber(files)
    own, other = (statistics.median(column) for column in zip(*times, strict=True))
    fast, same = ("ok" if met else "NOT" for met in (other / own >= _FASTER, tables == reference))
    print(f"born-digital, {len(files)} files: {own:.2f} CPU s, pdfplumber {other:.2f} = {other / own:.1f} x, ≥ {_FASTER:g} asked  {fast}")
    print(f"  tables found {tables}, by pdfplumber {reference}, the same asked  {same}", flush=True)


def _seconds(work: Callable[[list[Path]], int], files: list[Path]) -> float:
    began = time.process_time()
    work(files)
    return time.process_time() - began


def _ours(files: list[Path]) -> int:
    return sum(sum(_tables(page.blocks)) for file in files for page in read_document(file.read_bytes()).pages)


def _tables(blocks: tuple[Block, ...]) -> Iterator[bool]:
    for table in blocks:
        if isinstance(table, Table):
            yield table.ruled and min(table.rows, table.cols) > 1
            for cell in table.cells:
                yield from _tables(cell.blocks)


def _plumber(files: list[Path]) -> int:
    found = 0
    for file in files:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text()
                found += sum(len(table) > 1 and len(table[0]) > 1 for table in page.extract_tables())
                page.close()
    return found
