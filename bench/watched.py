"""The watched folder: from the drop of a one-page file to its result, and what a service with nothing to do costs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pypdfium2

from underlag.corpus.watch.making import make_site
from underlag.corpus.watch.site import SETTINGS, Site

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "more" / "stegvis-q2.pdf"
SETTLE = 1.0
IDLE_SECONDS = 30.0
DROPS = 7


def measure_watched() -> None:
    """Prints both figures."""
    with TemporaryDirectory() as folder:
        site = Site(Path(folder))
        make_site(site)
        (site.root / SETTINGS).write_text(f"[watch]\nsettle_seconds = {SETTLE:g}\n")
        with _service(site) as process:
            _timed_drop(site, 0)  # the first loads the extractor
            drops = [_timed_drop(site, number) for number in range(1, DROPS + 1)]
            result = f"{median(drops):.2f} s at the median, {max(drops):.2f} s at most"
            print(f"Watched folder: from drop to result {result}, beyond {SETTLE:g} s to settle", flush=True)
            time.sleep(5)
            before = _cpu_seconds(process.pid)
            time.sleep(IDLE_SECONDS)
            print(f"Watched folder: idle use {100 * (_cpu_seconds(process.pid) - before) / IDLE_SECONDS:.2f} % of a core")


@contextmanager
def _service(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-m", "underlag", "watch", str(site.root)], stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _timed_drop(site: Site, number: int) -> float:
    """Seconds from the drop to the result, less those that the file must stand still."""
    name = f"rapport {number}.pdf"
    unfinished = site.inbox / f".{name}"
    _one_page(unfinished, number)
    began = time.monotonic()
    unfinished.rename(site.inbox / name)
    while not list(site.done.rglob(name)):
        time.sleep(0.005)
    return time.monotonic() - began - SETTLE


def _one_page(file: Path, number: int) -> None:
    """The sample's first page, in a file whose bytes no other has."""
    with pypdfium2.PdfDocument(SAMPLE) as source, pypdfium2.PdfDocument.new() as page:
        page.import_pages(source, [0])
        page.save(file)
    with file.open("ab") as end:
        end.write(f"% {number}\n".encode())


def _cpu_seconds(process: int) -> float:
    """What the process and all that descend from it have used."""
    family, used = {process}, 0.0
    stats = {int(path.name): _stat(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    for _ in range(4):
        family |= {number for number, stat in stats.items() if stat and int(stat[1]) in family}
    for number in family:
        stat = stats.get(number)
        used += sum(map(int, stat[11:13])) / os.sysconf("SC_CLK_TCK") if stat else 0.0
    return used


def _stat(folder: Path) -> list[str]:
    """The fields after the name (proc(5)); none where the process has ended."""
    try:
        return (folder / "stat").read_text().rpartition(") ")[2].split()
    except OSError:
        return []
