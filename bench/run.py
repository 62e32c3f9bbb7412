"""`make bench`: how long an application takes from command to exit, beside what the physical work alone costs.

    .venv/bin/python bench/run.py [FILE …]          without files: the longest sample of each kind in samples/inbox

Absolute seconds drift with whatever else the machine does; tool and floor are run by turns, so that their ratio means something.

- Word and PDF with text: floor is a Python process that unpacks the file and takes its text out with no structure at all.
- Scans: floor is Tesseract alone (Swedish, loaded beforehand, one process a core) on the pages as rendered beforehand at 300 dpi.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pypdfium2
import tesserocr
from PIL import Image

from underlag.extract.ocr import language_data

INBOX = Path(__file__).resolve().parent.parent / "samples" / "inbox"
TEXT_LIMIT = 2.0  # seconds that an application of 15 pages may take
SCAN_LIMIT = 1.5  # times what Tesseract itself needs
DPI = 300

READ_PDF = "import sys, pypdfium2\nfor p in pypdfium2.PdfDocument(sys.argv[1]): p.get_textpage().get_text_range()"
READ_WORD = "import sys, zipfile, lxml.etree as e\n''.join(e.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml')).itertext())"

_api: tesserocr.PyTessBaseAPI | None = None  # one a process of the pool


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures underlag beside the physical work alone.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    for file in given.files or longest_of_each_kind():
        measure = scan if is_scan(file) else text
        print(f"{file.name}: {measure(file, given.rounds)}", flush=True)


def longest_of_each_kind() -> list[Path]:
    """The largest Word file, and the PDFs with and without text that have most pages."""
    word = sorted(INBOX.rglob("*.docx"), key=lambda file: file.stat().st_size)
    pdfs = sorted((file for file in INBOX.rglob("*.pdf") if pages(file)), key=pages)
    kinds = (word, [file for file in pdfs if not is_scan(file)], [file for file in pdfs if is_scan(file)])
    return [kind[-1] for kind in kinds if kind]


def pages(file: Path) -> int:
    """Pages of a PDF; none where it can't be read."""
    try:
        with pypdfium2.PdfDocument(file) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return 0


def is_scan(file: Path) -> bool:
    """Is it a PDF whose first page has no text layer?"""
    if file.suffix.lower() != ".pdf":
        return False
    with pypdfium2.PdfDocument(file) as pdf:
        return not pdf[0].get_textpage().get_text_range().strip()


def by_turns(tool: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds of the two, after one round that only warms the disk."""
    taken: list[tuple[float, float]] = [(seconds(tool), seconds(floor)) for _ in range(rounds + 1)][1:]
    return statistics.median(t for t, _ in taken), statistics.median(f for _, f in taken)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def extract(file: Path) -> None:
    """The tool as a person starts it."""
    done = subprocess.run([Path(sys.executable).with_name("underlag"), "extract", file], stdout=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit(f"underlag extract {file} ended with {done.returncode}")


def text(file: Path, rounds: int) -> str:
    """A file with text, against reading nothing but its characters."""
    reader = READ_WORD if file.suffix.lower() == ".docx" else READ_PDF
    tool, floor = by_turns(lambda: extract(file), lambda: subprocess.run([sys.executable, "-c", reader, file], check=True), rounds)
    length = "" if file.suffix.lower() == ".docx" else f"{pages(file)} pages, "
    return f"{length}{tool:.2f} s = {tool / floor:.1f} x its bare text ({floor:.2f} s); {TEXT_LIMIT:.0f} s allowed for 15 pages"


def scan(file: Path, rounds: int) -> str:
    """A scan, against Tesseract alone."""
    with tempfile.TemporaryDirectory() as folder:
        images = rendered(file, Path(folder))
        with ProcessPoolExecutor(os.cpu_count(), initializer=load_tesseract) as pool:
            list(pool.map(recognise, images[:2]))
            tool, floor = by_turns(lambda: extract(file), lambda: list(pool.map(recognise, images)), rounds)
    return f"{len(images)} pages, {tool:.1f} s = {tool / floor:.2f} x Tesseract alone ({floor:.1f} s); {SCAN_LIMIT} x allowed"


def rendered(file: Path, folder: Path) -> list[Path]:
    """The pages as grey pictures."""
    images = []
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf):
            images.append(folder / f"{number}.png")
            page.render(scale=DPI / 72, grayscale=True).to_pil().save(images[-1], compress_level=1)
    return images


def load_tesseract() -> None:
    global _api  # noqa: PLW0603  an initializer can hand its process nothing else
    _api = tesserocr.PyTessBaseAPI(path=str(language_data()), lang="swe", psm=tesserocr.PSM.AUTO)


def recognise(image: Path) -> int:
    assert _api
    with Image.open(image) as picture:
        _api.SetImage(picture)
    _api.SetSourceResolution(DPI)
    return len(_api.GetTSVText(0))


if __name__ == "__main__":
    main()
