"""Many files in one run: how far the cores are used, beside what the same reading must cost, and a run that is killed and started again.

The floor is Tesseract's own time for the scanned pages, on all cores, and that of the same run once its scanned pages are known.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

from bench.known import SAMPLES, printed_files
from bench.readers import CORES, by_floor, read_apart

FILES = 500
_SCAN_EACH = 5  # one file in so many is a scan
_PAGES_EACH = 2  # of a scan
_DPI = 200


class Spent(NamedTuple):
    """Seconds on the clock and on the processors, and megabytes of memory at the peak."""

    wall: float
    cpu: float
    memory: float


def measure_digitise(files: int) -> None:
    """Prints how a run over that many files compares with its floor, and that one which was killed does nothing twice."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        pages = _make_files(home, files)
        (home / "cache").mkdir(mode=0o700)
        (home / "settings.toml").write_text('cache = "cache"\n', encoding="utf-8")
        whole = _run(home, "first", "--settings", str(home / "settings.toml"))
        known = _run(home, "known", "--settings", str(home / "settings.toml"))
        floor = read_apart(by_floor, home / "scans.pdf", (0,) * pages)[1].wall + known.wall if pages else known.wall
        used = whole.cpu / whole.wall / CORES
        print(f"  {files} files, {pages} scanned pages: {whole.wall:.0f} s, {used:.0%} of {CORES} cores (90 % wanted)", flush=True)
        print(f"  {whole.wall / floor:.2f} x the floor (at most 1.25 wanted), {whole.memory:.0f} MB (at most 400 wanted)", flush=True)
        print(f"  killed in the middle: {_killed(home, files)}", flush=True)


def _make_files(home: Path, files: int) -> int:
    """Fills `in` with files of contents of their own, and `scans.pdf` with the scanned pages among them; how many these are."""
    inbox = home / "in"
    inbox.mkdir()
    born = [*printed_files(), *sorted((SAMPLES / "more").glob("*.docx")), *sorted((SAMPLES / "inbox").glob("*.txt"))]
    pictures = cycle(_scanned_pages())
    every: list[Image.Image] = []
    for number, sample in enumerate(islice(cycle(born), files)):
        if number % _SCAN_EACH:
            (inbox / f"{number:04}{sample.suffix}").write_bytes(sample.read_bytes() + b"\n" * (1 + number))
            continue
        pages = [_marked(page, number) for page in islice(pictures, _PAGES_EACH)]
        _save(pages, inbox / f"{number:04}.pdf")
        every += pages
    if every:
        _save(every, home / "scans.pdf")
    return len(every)


def _scanned_pages() -> list[Image.Image]:
    """All pages of the samples' scans, as grey pictures."""
    pages = []
    for file in sorted(SAMPLES.glob("[im]*/*.scan.pdf")):
        with pypdfium2.PdfDocument(file) as pdf:
            pages += [page.render(scale=_DPI / 72).to_pil().convert("L") for page in pdf]
    return pages


def _marked(page: Image.Image, number: int) -> Image.Image:
    """The page with a corner of its own, so that no page has been read before."""
    page = page.copy()
    page.putpixel((0, 0), number % 256)
    page.putpixel((1, 0), number // 256)
    return page


def _save(pages: list[Image.Image], file: Path) -> None:
    pages[0].save(file, save_all=True, append_images=pages[1:], resolution=_DPI)


def _command(home: Path, out: str, *more: str) -> list[str]:
    return [sys.executable, "-m", "underlag", "digitise", str(home / "in"), "--out", str(home / out), "--judged-at", "2026-01-01", *more]


def _run(home: Path, out: str, *more: str) -> Spent:
    began = time.perf_counter()
    process = subprocess.Popen(_command(home, out, *more), stdout=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _killed(home: Path, files: int) -> str:
    """Kills a run when half is done, starts it again, and tells whether each file was read once."""
    manifest = home / "killed" / "manifest.jsonl"
    with subprocess.Popen(_command(home, "killed"), stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and _lines(manifest) < files // 2:
            time.sleep(0.2)
        process.kill()
    before = _lines(manifest)
    subprocess.run(_command(home, "killed"), stdout=subprocess.DEVNULL, check=False)
    entries = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines()]
    read = Counter(entry["place"] for entry in entries if entry["state"] == "klar")
    twice = sum(count > 1 for count in read.values())
    return f"{before} files were done, {len(read)} of {files} after the second run, {twice} of them twice"


def _lines(manifest: Path) -> int:
    return manifest.read_text(encoding="utf-8").count("\n") if manifest.exists() else 0
