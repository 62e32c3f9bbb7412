"""The seam to text recognition: a greyscale image in, words with boxes and confidence out.

`Tesseract` wraps Tesseract through tesserocr (docs/decisions/0001-ocr-engine.md); `RecordedEngine` answers with words written
down beforehand, for tests and replays. An engine is used by one thread at a time; several may run side by side.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from underlag.errors import MissingDependencyError

GreyImage = npt.NDArray[np.uint8]
"""Rows of pixels, 0 black to 255 white."""

Mode = Literal["page", "line", "block", "symbols", "numbers"]
"""What to read: a whole page; one line or one block of Swedish; one line with the signs that the Swedish model lacks
(`% § @ ° * #`; å, ä, ö are lost); one line of nothing but figures.
"""


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word in pixels of the image it was read from. `line` tells words of one printed line; `confidence` is 0.0-1.0. `others`: what
    other readings made of it, where it is a figure.
    """

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    line: int = 0
    others: tuple[str, ...] = ()


class RecognitionTimeoutError(Exception):
    """The engine gave up a page that took too long; nothing of it was read."""


class Engine(Protocol):
    """Anything that reads words from an image."""

    def words(self, image: GreyImage, mode: Mode, resolution: int) -> list[OcrWord]:
        """The words of `image` in the engine's reading order; `resolution` in dots per inch."""
        ...


@dataclass(frozen=True, slots=True)
class RecordedEngine:
    """An engine that gives, for each mode, the same written-down words whatever the image; none for a mode not recorded."""

    answers: Mapping[Mode, tuple[OcrWord, ...]]

    def words(self, image: GreyImage, mode: Mode, resolution: int) -> list[OcrWord]:
        return list(self.answers.get(mode, ()))


os.environ["OMP_THREAD_LIMIT"] = "1"  # must stand before libtesseract loads: builds with OpenMP are 6-15 times slower without it
try:
    import tesserocr  # type: ignore[import-not-found, import-untyped, unused-ignore]
except ImportError:
    tesserocr = None

_PAGE_SECONDS, _CROP_SECONDS = 60, 10
_LONGEST_WAIT = 8  # times as long, at most, where others use the processors too
_NUMBERS = "0123456789 -.,%/"
_APT = "Installera med: sudo apt install tesseract-ocr tesseract-ocr-swe"
_PLACES = ("/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata")


def library_version() -> str | None:
    """The version of the Tesseract library that tesserocr brings along; null where tesserocr is missing."""
    return None if tesserocr is None else str(tesserocr.tesseract_version()).splitlines()[0]


def language_data(places: Sequence[Path] | None = None) -> Path:
    """The folder with Tesseract's language data that holds Swedish and English, the newest version first.

    Looked for below `places`; with None in `TESSDATA_PREFIX`, then where Debian, a local build and Homebrew put it.
    """
    prefix = os.environ.get("TESSDATA_PREFIX")
    roots = [Path(place) for place in ((prefix,) if prefix else ()) + _PLACES] if places is None else places
    folders = [f for root in roots for f in (root, root / "tessdata", *sorted(root.glob("*/tessdata"), reverse=True)) if f.is_dir()]
    for folder in folders:
        if all((folder / f"{language}.traineddata").is_file() for language in ("swe", "eng")):
            return folder
    if any((folder / "eng.traineddata").is_file() for folder in folders):
        raise MissingDependencyError("Tesseracts svenska språkdata (swe) saknas", remedy=_APT)
    raise MissingDependencyError("Tesseracts språkdata hittades inte", remedy=_APT)


def engine_identity() -> str:
    """What tells one installation's readings from another's: the library's version and the contents of the language data."""
    folder, data = language_data(), hashlib.blake2b(digest_size=20)
    for language in ("swe", "eng"):
        data.update((folder / f"{language}.traineddata").read_bytes())
    return f"{library_version()} {data.hexdigest()}"


class Tesseract:
    """Tesseract, kept loaded between pages: the Swedish model for text, the English one where signs are asked for."""

    def __init__(self) -> None:
        if tesserocr is None:
            raise MissingDependencyError(
                "inskannade sidor kan inte läsas: Python-paketet tesserocr saknas", remedy=f"Installera med: pip install tesserocr. {_APT}"
            )
        self._path = str(language_data())
        self._swedish = self._load("swe")
        self._english: tesserocr.PyTessBaseAPI | None = None  # loaded when first asked for: most pages never do

    def _load(self, language: str) -> tesserocr.PyTessBaseAPI:
        try:
            return tesserocr.PyTessBaseAPI(path=self._path, lang=language)
        except RuntimeError as error:
            raise MissingDependencyError(f"Tesseracts språkdata ({language}) i {self._path} kan inte läsas", remedy=_APT) from error

    def words(self, image: GreyImage, mode: Mode, resolution: int) -> list[OcrWord]:
        """The words of `image`. Raises `RecognitionTimeoutError` for a page that takes longer than a minute,
        on a machine that has more to do than processors accordingly more.
        """
        api = self._api(mode)
        height, width = image.shape
        api.SetImageBytes(np.ascontiguousarray(image).tobytes(), width, height, 1, width)
        api.SetSourceResolution(resolution)
        seconds = _PAGE_SECONDS if mode == "page" else _CROP_SECONDS
        if not api.Recognize(int(seconds * 1000 * _crowded())):
            raise RecognitionTimeoutError
        words = _parse(api.GetTSVText(0))
        api.Clear()
        return words

    def _api(self, mode: Mode) -> tesserocr.PyTessBaseAPI:
        if mode in ("symbols", "numbers"):
            if self._english is None:
                self._english = self._load("eng")
            self._english.SetPageSegMode(tesserocr.PSM.RAW_LINE if mode == "symbols" else tesserocr.PSM.SINGLE_LINE)
            self._english.SetVariable("tessedit_char_whitelist", _NUMBERS if mode == "numbers" else "")
            return self._english
        layout = {"page": tesserocr.PSM.AUTO, "block": tesserocr.PSM.SINGLE_BLOCK, "line": tesserocr.PSM.SINGLE_LINE}
        self._swedish.SetPageSegMode(layout[mode])
        return self._swedish


def _crowded() -> float:
    """How many times longer work takes than on an idle machine, as its load tells: a page isn't given up for having waited."""
    if not hasattr(os, "getloadavg"):
        return 1.0
    return min(max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)), _LONGEST_WAIT)


def _parse(tsv: str) -> list[OcrWord]:
    """Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    words, line = [], 0
    for row in tsv.splitlines():
        fields = row.split("\t")
        if fields[0] == "4":
            line += 1
        elif fields[0] == "5" and fields[11].strip():
            left, top, width, height = (int(f) for f in fields[6:10])
            confidence = min(1.0, max(0.0, float(fields[10]) / 100))
            words.append(OcrWord(fields[11].strip(), left, top, left + width, top + height, confidence, line))
    return [_cut_short(word, after) for word, after in zip_longest(words, words[1:])]


def _cut_short(word: OcrWord, after: OcrWord | None) -> OcrWord:
    """`word` up to the one that follows it: Tesseract now and then gives a word the box of all that it parted it from."""
    over = after is not None and after.line == word.line and word.x0 < after.x0 < after.x1 <= word.x1
    return replace(word, x1=after.x0) if after and over else word
