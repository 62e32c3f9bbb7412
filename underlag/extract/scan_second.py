"""A second reading of single words by the English model, which knows `% § @ *` but neither å, ä, ö nor half as much of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from underlag.extract.ocr import Engine, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_rules import Area, area

_GROW = 0.12  # of a word's height: its box is tight
_MARGIN = 8  # pixels of white around a word
_LETTERS_SURE = 0.5
_SPACE = 0.27  # of the letters' height: a wider gap is a space

SecondReading = Callable[[Sequence[OcrWord]], list[OcrWord]]
"""What the English model reads where neighbouring words stand, with boxes on the page."""


def second_reading(sheet: Sheet, engine: Engine) -> SecondReading:
    """Reads words of `sheet` again; each place is cut out and read by itself, which costs little more than its width."""

    def read(words: Sequence[OcrWord]) -> list[OcrWord]:
        place = around(words)
        grow = max(3, round(_GROW * place.height))
        left, top = max(0, place.x0 - grow), max(0, place.top - grow)
        part = sheet.grey[top : place.bottom + grow, left : place.x1 + grow]
        found = engine.words(np.pad(part, _MARGIN, constant_values=255), "symbols", sheet.resolution)
        across, down = left - _MARGIN, top - _MARGIN
        return [replace(w, x0=w.x0 + across, x1=w.x1 + across, top=w.top + down, bottom=w.bottom + down) for w in found]

    return read


def is_text(words: Sequence[OcrWord]) -> bool:
    """Was something read that is no drawing: a figure, a section mark, or letters with some certainty?"""
    text = "".join(word.text for word in words)
    surely = all(word.confidence > _LETTERS_SURE for word in words)
    return bool(re.search(r"[\d§]", text)) or (surely and len(re.findall(r"[^\W\d_]", text)) > 1)


def around(words: Sequence[OcrWord]) -> Area:
    """The smallest area that holds `words`."""
    places = [area(word) for word in words]
    return Area(min(p.x0 for p in places), min(p.top for p in places), max(p.x1 for p in places), max(p.bottom for p in places))


def next_to(left: OcrWord, right: OcrWord) -> bool:
    """Do two words of one line stand no further apart than words do?"""
    height = max(right.bottom - right.top, left.bottom - left.top)
    return left.line == right.line and -height < right.x0 - left.x1 < 1.2 * height


def parted(word: OcrWord) -> list[OcrWord]:
    """A word whose text holds spaces, as words; each gets the share of the box that its letters have."""
    step, at, parts = (word.x1 - word.x0) / len(word.text), 0, []
    for text in word.text.split(" "):
        left, right = word.x0 + round(step * at), word.x0 + round(step * (at + len(text)))
        parts.append(replace(word, text=text, x0=left, x1=max(left + 1, right)))
        at += len(text) + 1
    return parts


def widest_gap(word: OcrWord, sheet: Sheet) -> bool:
    """Does the ink of `word` show a space?"""
    inked = np.flatnonzero(cv2.reduce(sheet.ink[word.top : word.bottom, word.x0 : word.x1], 0, cv2.REDUCE_MAX)[0])
    return inked.size > 1 and int(np.diff(inked).max()) > _SPACE * (word.bottom - word.top)


def stretches(first: str, second: str) -> list[tuple[bool, str, str]]:
    """Where two readings are the same and where they differ, by turns."""
    found: list[tuple[bool, str, str]] = []
    for step in Levenshtein.opcodes(first, second):
        same, own, other = step.tag == "equal", first[step.src_start : step.src_end], second[step.dest_start : step.dest_end]
        if found and not same and not found[-1][0]:
            found[-1] = (False, found[-1][1] + own, found[-1][2] + other)
        else:
            found.append((same, own, other))
    return found
