"""The scan reader beside plain Tesseract: time and accuracy, by turns in one run.

    .venv/bin/python bench/scan_bench.py [FILE.scan.pdf …] [--rounds N]      without files: every scan in samples/

The floor is Tesseract with the Swedish model through its own interface, one worker a core, on pages decoded beforehand. Both
read the same pages. Truth is the text layer of the scan's born-digital twin (FILE.pdf): words found whatever their order,
words with a digit, words with `%`, `@`, `§`, and words with å, ä, ö.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2
from PIL import Image

from underlag.extract.ocr import Tesseract
from underlag.extract.scan import ScanJob, read_scans
from underlag.extract.scan_clean import grey

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KINDS = {"words": r"", "figures": r"\d", "signs": r"[%@§]", "åäö": r"[åäöÅÄÖ]"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the scan reader beside plain Tesseract.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    files = given.files or sorted(SAMPLES.rglob("*.scan.pdf"))
    pages = [job for file in files for job in page_jobs(file)]
    truth = sum((counted(text(twin(file))) for file in files), Counter[str]())
    floor_times, own_times = [], []
    floor_words: Counter[str] = Counter()
    own_words: Counter[str] = Counter()
    for _ in range(given.rounds):
        seconds, floor_words = timed_floor(pages)
        floor_times.append(seconds)
        seconds, own_words = timed_reader(pages)
        own_times.append(seconds)
    floor, own = statistics.median(floor_times), statistics.median(own_times)
    print(f"{len(pages)} pages: Tesseract {floor:.1f} s, scan reader {own:.1f} s, ratio {own / floor:.2f}")
    for kind, pattern in KINDS.items():
        print(f"  {kind:8} Tesseract {kept(truth, floor_words, pattern)}, scan reader {kept(truth, own_words, pattern)}")


def page_jobs(file: Path) -> Iterator[ScanJob]:
    """The pages' own images, decoded."""
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf, start=1):
            images = [item for item in page.get_objects() if isinstance(item, pypdfium2.PdfImage)]
            image: Image.Image = images[0].get_bitmap().to_pil().convert("L")
            width, height = page.get_size()
            yield ScanJob(image, number, width, height, "pdf-ocr")


def twin(file: Path) -> Path:
    """The born-digital copy, in whichever folder of the samples it lies."""
    name = file.name.replace(".scan.pdf", ".pdf")
    found = [place for place in (file.with_name(name), *sorted(SAMPLES.rglob(name))) if place.exists()]
    if not found:
        raise SystemExit(f"{file}: no {name} to compare with")
    return found[0]


def text(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def plain(text: str) -> str:
    """Dashes and quotes as one kind, marks that are no text left out."""
    text = re.sub("[\ufffe\u00ad–—]", "-", re.sub("[”“]", '"', text))
    return re.sub("[•\uf0b7]", " ", text)


def timed_floor(pages: list[ScanJob]) -> tuple[float, Counter[str]]:
    images = [(grey(page.image), round(page.image.height / page.height * 72)) for page in pages]
    workers = os.cpu_count() or 1
    engines = [Tesseract() for _ in range(workers)]

    def read(worker: int) -> list[str]:
        return [word.text for image, dpi in images[worker::workers] for word in engines[worker].words(image, "page", dpi)]

    start = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        found = [word for words in pool.map(read, range(workers)) for word in words]
    return time.perf_counter() - start, counted(" ".join(found))


def timed_reader(pages: list[ScanJob]) -> tuple[float, Counter[str]]:
    start = time.perf_counter()
    found = [word.text for page in read_scans(pages) for word in page.raw.words]
    return time.perf_counter() - start, counted(" ".join(found))


def counted(text: str) -> Counter[str]:
    """How often each word stands in `text`. Thousands are put together, however the reader parts them: "1 250" is "1250"."""
    return Counter(re.sub(r"(?<=\d) (?=\d{3}\b)", "", plain(text)).split())


def kept(truth: Counter[str], found: Counter[str], pattern: str) -> str:
    """How many of the true words that hold `pattern` were found."""
    wanted = Counter({word: n for word, n in truth.items() if re.search(pattern, word)})
    return f"{100 * (wanted & found).total() / max(1, wanted.total()):5.1f} % of {wanted.total()}"


if __name__ == "__main__":
    main()
