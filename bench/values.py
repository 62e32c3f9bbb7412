"""How far the confidence of values can be trusted: the samples printed, scanned anew, read, and held against their answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdfium2

from bench.known import SAMPLES, KnownPage, printed_files
from bench.wear import QUALITIES, Quality, save, worn
from underlag.corpus.accuracy import GOLD, Accuracy, read_known
from underlag.pipeline import extract_file, reader_for
from underlag.settings import Settings

_JUDGED = date(2024, 1, 1)
_SURE, _SURE_RIGHT, _SURE_SHARE = 0.95, 98.0, 60.0
_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
_USUAL = ("office", "poor150")


def measure_values(names: Sequence[str], pages: int | None) -> None:
    """Prints what the values of each quality of `names` (the usual two without any) are worth; `pages` is the most of a quality."""
    for quality in QUALITIES:
        if quality.name in (names or _USUAL):
            accuracy = Accuracy()
            with tempfile.TemporaryDirectory() as folder, reader_for(Settings()) as reader:
                for file, answers in _scans(quality, pages, Path(folder)):
                    outcome = extract_file(file, on=_JUDGED, settings=Settings(), reader=reader)
                    accuracy.add(read_known(answers), outcome.result, quality.name)
            _print(quality, accuracy)


def _scans(quality: Quality, pages: int | None, folder: Path) -> Iterator[tuple[Path, Path]]:
    """The samples with known answers as scans, and their answers."""
    left = pages
    for file in printed_files():
        answers = SAMPLES / "answers" / f"{file.stem}{GOLD}"
        with pypdfium2.PdfDocument(file) as pdf:
            count = len(pdf)
        if answers.exists() and (left is None or count <= left):
            target = folder / file.name
            save([worn(KnownPage(file, n, (), ()), quality) for n in range(count)], quality, target)
            left = None if left is None else left - count
            yield target, answers


def _print(quality: Quality, accuracy: Accuracy) -> None:
    counts = [tally.counts for tally in accuracy.by_copy.values()]
    right, wrong, missing = (sum(count[verdict] for count in counts) for verdict in ("right", "wrong", "missing"))
    print(f"\n{quality.name}: {right + wrong + missing} known values, {100 * right / max(1, right + wrong + missing):.1f} % right")
    print("  confidence of values     number   right, %   share of the right ones, %")
    all_right = sum(is_right for _, is_right in accuracy.trusted)
    for low, high in zip(_EDGES, (*_EDGES[1:], 1.01), strict=True):
        within = [is_right for confidence, is_right in accuracy.trusted if low <= confidence < high]
        share, part = 100 * sum(within) / max(1, len(within)), 100 * sum(within) / max(1, all_right)
        asked = f"   ≥ {_SURE_RIGHT:g} {_verdict(share, _SURE_RIGHT)}, ≥ {_SURE_SHARE:g} {_verdict(part, _SURE_SHARE)}"
        print(f"  {low:4.2f} to {min(high, 1.0):4.2f}  {len(within):17}{share:11.2f}{part:11.1f}{asked if low == _SURE else ''}")


def _verdict(share: float, least: float) -> str:
    return "ok" if share >= least else "NOT"
