"""Old text: words put right in text that has lost its å, ä and ö, against what stands on the page.

Every sample page with text is printed, scanned and really read by Tesseract's English model, as an old archive would have done it; and
its own text is stripped of dots. Each true word is paired with the word read at its place, before and after it was put right.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
from rapidfuzz import fuzz

from bench.known import printed_files
from underlag.extract.restore import restored_lines

_DPI = 200
_DOTTED = "åäöÅÄÖ"
_STRIPPED = str.maketrans("åäöÅÄÖ", "aaoAAO")
_ALIKE = str.maketrans("åäöÅÄÖéÉ6&", "aaoaaoooóa")
_EDGE = ".,;:!?()[]\"”“’'*•–-—_|"
_LEAST_ALIKE = 60
_REACH = 6


@dataclass(slots=True)
class Count:
    """`words` true ones that found a counterpart, `right` ones before and after, the same for å, ä and ö; `spoilt` words by name."""

    words: int = 0
    right: list[int] = field(default_factory=lambda: [0, 0])
    dots: int = 0
    dots_right: list[int] = field(default_factory=lambda: [0, 0])
    spoilt: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, true: str, read: str, shown: str) -> None:
        """Counts one word as it stands, as it was read, and as it is after it was put right."""
        places = [n for n, sign in enumerate(true) if sign in _DOTTED]
        self.words += 1
        self.dots += len(places)
        for at, word in enumerate((read, shown)):
            self.right[at] += word == true
            self.dots_right[at] += (
                sum(word[n : n + 1] == true[n] for n in places) if len(word) == len(true) else len(places) * (word == true)
            )
        if read == true != shown:
            self.spoilt[f"{true} → {shown}"] += 1
        elif shown != true:
            self.left[f"{true}: {shown}"] += 1


def measure_oldtext(show: int) -> None:
    """Prints what English scans and stripped text gain; `show`: the most words of each sort that are listed."""
    scanned, stripped, sound = Count(), Count(), Count()
    for file in printed_files():
        pages = _texts(file)
        for true, read in zip(pages, _read_in_english(file), strict=True):
            _compare(scanned, true, read)
        whole = "\n".join(pages)
        _compare(stripped, whole, whole.translate(_STRIPPED))
        _compare(sound, whole, whole)
    for name, count in (("read in English", scanned), ("stripped of dots", stripped), ("sound", sound)):
        print(_line(name, count))
        for what, words in (("made wrong", count.spoilt), ("left wrong", count.left)):
            for word, times in words.most_common(show):
                print(f"    {what} {times} times: {word}")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _line(name: str, count: Count) -> str:
    words, dots = max(1, count.words), max(1, count.dots)
    right = " → ".join(f"{100 * n / words:.1f}" for n in count.right)
    dotted = " → ".join(f"{100 * n / dots:.1f}" for n in count.dots_right)
    spoilt = sum(count.spoilt.values())
    return (
        f"  {name:17} {count.words} words, right {right} %, å/ä/ö {dotted} %, made wrong {1000 * spoilt / words:.2f} in 1000 ({spoilt}),"
        f" {count.seconds:.1f} CPU s"
    )


def _texts(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def _read_in_english(file: Path) -> Iterator[str]:
    """Each page as Tesseract's English model reads it at 200 dpi."""
    with pypdfium2.PdfDocument(file) as pdf, tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        for page in pdf:
            page.render(scale=_DPI / 72, grayscale=True).to_pil().save(picture)
            command = ["tesseract", str(picture), "-", "-l", "eng"]
            alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
            yield subprocess.run(command, check=True, capture_output=True, text=True, timeout=120, env=alone).stdout


def _compare(count: Count, true: str, read: str) -> None:
    began = time.process_time()
    shown = "\n".join(restored_lines(read.split("\n")))
    count.seconds += time.process_time() - began
    wanted = _words(true)
    for word, before, after in zip(wanted, _paired(wanted, _words(read)), _paired(wanted, _words(shown)), strict=True):
        if before and after and any(sign.isalpha() for sign in word):
            count.add(word, before, after)


def _words(text: str) -> list[str]:
    return [word for token in re.findall(r"\S+", text) if (word := token.strip(_EDGE))]


def _paired(true: Sequence[str], read: Sequence[str]) -> list[str | None]:
    """For each true word the word read in its place, told by the order of the words; None where it was lost."""
    keys, others = [w.translate(_ALIKE).lower() for w in true], [w.translate(_ALIKE).lower() for w in read]
    pairs: list[str | None] = [None] * len(true)
    for tag, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs[a:b] = read[c:d]
        elif tag == "replace":
            for n in range(a, b):
                near = [(fuzz.ratio(keys[n], others[m]), -m) for m in range(c, min(d, c + _REACH))]
                likeness, at = max(near, default=(0, 0))
                if likeness >= _LEAST_ALIKE:
                    pairs[n], c = read[-at], 1 - at
    return pairs
