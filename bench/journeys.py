"""How long an application takes from command to exit, beside what the physical work alone costs.

Tool and floor run by turns, so that their ratio means something where absolute seconds drift. For Word and PDF with text the
floor is a Python process that unpacks the file and takes its text out with no structure at all; for scans it is that of
`bench.readers`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from bench.known import SAMPLES
from bench.readers import by_floor, read_apart

_TEXT_LIMIT = 2.0  # seconds that an application of 15 pages may take
_SCAN_LIMIT = 1.5  # times what Tesseract itself needs: the command's start and the judgment come on top of reading

_READ_PDF = "import sys, pypdfium2\nfor p in pypdfium2.PdfDocument(sys.argv[1]): p.get_textpage().get_text_range()"
_READ_WORD = (
    "import sys, zipfile, lxml.etree as e\n''.join(e.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml')).itertext())"
)


def measure_journeys(rounds: int) -> None:
    """Prints a line for the largest Word file of the sample inbox and for the PDFs with and without text that have most pages."""
    word = sorted((SAMPLES / "inbox").glob("*.docx"), key=lambda file: file.stat().st_size)
    pdfs = sorted((file for file in (SAMPLES / "inbox").glob("*.pdf") if _pages(file)), key=_pages)
    printed = [file for file in pdfs if ".scan." not in file.name]
    for file, bare in ((word[-1], _READ_WORD), (printed[-1], _READ_PDF)):
        print(f"{file.name}: {_text(file, bare, rounds)}", flush=True)
    scan = [file for file in pdfs if ".scan." in file.name][-1]
    print(f"{scan.name}: {_scan(scan, rounds)}", flush=True)


def _pages(file: Path) -> int:
    """Pages of a PDF; none where it can't be read."""
    try:
        with pypdfium2.PdfDocument(file) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return 0


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _extract(file: Path) -> None:
    """The tool as a person starts it."""
    done = subprocess.run([Path(sys.executable).with_name("underlag"), "extract", file], stdout=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit(f"underlag extract {file} ended with {done.returncode}")


def _text(file: Path, bare: str, rounds: int) -> str:
    times = [
        (_seconds(lambda: _extract(file)), _seconds(lambda: subprocess.run([sys.executable, "-c", bare, file], check=True)))
        for _ in range(rounds + 1)
    ][1:]  # the first only warms the disk
    tool, floor = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{tool:.2f} s = {tool / floor:.1f} x its bare text ({floor:.2f} s); {_TEXT_LIMIT:.0f} s allowed for 15 pages"


def _scan(file: Path, rounds: int) -> str:
    pages = _pages(file)
    times = [(_seconds(lambda: _extract(file)), read_apart(by_floor, file, (0,) * pages)[1].wall) for _ in range(rounds)]
    tool, floor = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{pages} pages, {tool:.1f} s = {tool / floor:.2f} x Tesseract alone ({floor:.1f} s); {_SCAN_LIMIT} x allowed"
