"""Which of two readings of a table's figure to believe: the Swedish model's or the figures-only one's."""

from __future__ import annotations

import re
from dataclasses import replace

from underlag.extract.ocr import OcrWord

_AMOUNT = r"-?\d{1,3}(?:[ .]\d{3})+|-?\d+(?:,\d+)?"
_DATE = r"\d{1,2}/\d{1,2}\s?-\s?(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}"
_FIGURE = re.compile(rf"(?:{_AMOUNT})(?: ?%)?|{_DATE}|\d{{1,2}}\.")
_WORDLIKE = re.compile(r"[a-zåäöéA-ZÅÄÖ]{3,}")
_SIGNLIKE = re.compile(r"[OoSX0KEMVv]+")


def may_be_figure(words: list[OcrWord]) -> bool:
    """Does the Swedish reading of a line leave room for its being a figure?"""
    text = "".join(word.text for word in words)
    if len(text) <= 3:
        return not text.isalpha() or bool(_SIGNLIKE.fullmatch(text))
    digits = sum(c.isdigit() for c in text)
    return digits >= 0.5 * len(text) and not _WORDLIKE.search(re.sub(_SIGNLIKE, "0", text))


def believed(first: list[OcrWord], second: list[OcrWord]) -> list[OcrWord] | None:
    """The reading to believe of one line; None where two figures contradict each other."""
    swedish, figures = _text(first), _text(second)
    if not second or not _well_formed(figures):
        return first
    if _digits(swedish) == _digits(figures):
        return first if _well_formed(swedish) and _at_least_as_good(first, second) else second
    if ("%" in figures and _digits(swedish).startswith(_digits(figures))) or not _well_formed(swedish):
        return second
    return None


def _well_formed(text: str) -> bool:
    """Is it an amount, a share or a date, whatever became of the spaces between its thousands?"""
    return bool(_FIGURE.fullmatch(text) or _FIGURE.fullmatch(text.replace(" ", "")))


def _at_least_as_good(first: list[OcrWord], second: list[OcrWord]) -> bool:
    """Of two readings with the same digits: does the first show more of the spaces, or, where signs differ, is it surer?"""
    if _text(first).replace(" ", "") == _text(second).replace(" ", ""):
        return len(first) >= len(second)
    return min(w.confidence for w in first) >= min(w.confidence for w in second)


def outvoted(first: list[OcrWord], second: list[OcrWord], third: list[OcrWord]) -> list[OcrWord]:
    """Of two contradicting readings the one that a third bears out, else the surer one, with a confidence that says so."""
    for words in (first, second):
        if _digits(_text(words)) == _digits(_text(third)):
            return [replace(word, confidence=0.8 * word.confidence) for word in words]
    surer = max(first, second, key=lambda words: min(word.confidence for word in words))
    return [replace(word, confidence=0.5 * word.confidence) for word in surer]


def _text(words: list[OcrWord]) -> str:
    return " ".join(word.text for word in words)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
