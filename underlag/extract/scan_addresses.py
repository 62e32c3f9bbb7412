"""E-mail addresses, put right by a second reading: the Swedish model has neither `@` nor `_`, and parts words at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from underlag.extract.ocr import OcrWord
from underlag.extract.scan_second import SecondReading, around, next_to, stretches

_ENDINGS = r"(?:se|nu|com|org|net|eu|info|fi|no|dk|example)"
_DOMAIN = re.compile(rf"[^\s:/]{{3,}}[.,]{_ENDINGS}[.,;:)]*|[\w.\-]*[a-zåäö]{{2,}}\(?[Q©®€&][a-zåäö][\w.\-]*", re.IGNORECASE)
_ENDING = re.compile(rf"\.?{_ENDINGS}[.,;:)]*")
_WEB = re.compile(r"www|https?", re.IGNORECASE)
_FOR_AT = r"\(?[Q©®€&]\)?"  # what is read for `@`
_ADDRESS = re.compile(r"(?:[^\W_][\w.\-+]*)?@[\w.\-]+")  # the rest may stand on another line
_BETWEEN = tuple(".-_")
_NO_SPACE = 0.2  # of a word's height
_GUESSED = re.compile(rf"([a-zåäö\d][\w.\-+]*){_FOR_AT}([a-zåäö][\w\-]*(?:\.[\w\-]+)*\.{_ENDINGS})\b")


def with_addresses(words: list[OcrWord], read: SecondReading) -> list[OcrWord]:
    """`words` with each address as one word."""
    return [word for _, line in groupby(words, key=lambda w: w.line) for word in _with_addresses(list(line), read)]


def _with_addresses(line: list[OcrWord], read: SecondReading) -> Iterator[OcrWord]:
    at = 0
    for first, last in _spots(line):
        yield from line[at:first]
        yield from _addressed(line[first : last + 1], read)
        at = last + 1
    yield from line[at:]


def _spots(line: list[OcrWord]) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch of a line in which an address may stand."""
    free = 0
    for i, word in enumerate(line):
        following = line[i + 1].text if i + 1 < len(line) and next_to(word, line[i + 1]) else ""
        whole = word.text + following if _ENDING.fullmatch(following) else word.text
        if i < free or not _DOMAIN.fullmatch(whole) or _WEB.match(whole):
            continue
        first, last = i, i
        while first > max(free, i - 2) and next_to(line[first - 1], line[first]) and line[first - 1].text[-1] not in ",;:":
            first -= 1
        while last + 1 < len(line) and next_to(line[last], line[last + 1]) and _ENDING.fullmatch(line[last + 1].text):
            last += 1
        free = last + 1
        yield first, last


def _addressed(words: list[OcrWord], read: SecondReading) -> Iterator[OcrWord]:
    """The words of a stretch, those that make up an address joined; as they are where none is seen."""
    second = read(words)
    own, text = _seen(words, second) or _guessed(words) or ([], "")
    for word in words:
        if own and word is own[0]:
            place, trust = around(own), min(w.confidence for w in second or own)
            yield OcrWord(text, place.x0, place.top, place.x1, place.bottom, trust, word.line)
        elif not any(word is other for other in own):
            yield word


def _seen(words: list[OcrWord], second: list[OcrWord]) -> tuple[list[OcrWord], str] | None:
    """The address that the second reading shows: the words at its place, and what the two readings agree on."""
    for seen in _joined(second):
        own = [w for w in words if seen.x0 <= (w.x0 + w.x1) / 2 <= seen.x1]
        while own and own[0] is not words[0] and _touch(left := words[words.index(own[0]) - 1], own[0]):
            own.insert(0, left)
        text = agreed("".join(w.text for w in own), seen.text)
        if own and _ADDRESS.fullmatch(text.strip('().,;:<>"”')):
            return own, text
    return None


def _touch(left: OcrWord, right: OcrWord) -> bool:
    """Is there no space between two words?"""
    return right.x0 - left.x1 < _NO_SPACE * (right.bottom - right.top)


def _joined(words: list[OcrWord]) -> Iterator[OcrWord]:
    """What stands around an `@`, each as one word."""
    for i, word in enumerate(words):
        if "@" in word.text:
            first = i - 1 if i and word.text.startswith("@") else i
            last = i + 1 if i + 1 < len(words) and word.text.endswith("@") else i
            own = words[first : last + 1]
            yield replace(word, text="".join(w.text for w in own), x0=own[0].x0, x1=own[-1].x1)


def _guessed(words: list[OcrWord]) -> tuple[list[OcrWord], str] | None:
    """The address that the first reading alone shows, by a sign that never stands within a word."""
    for first in reversed(range(len(words))):
        text = "".join(w.text for w in words[first:])
        if _GUESSED.match(text):
            return words[first:], _GUESSED.sub(r"\1@\2", text)
    return None


def agreed(first: str, second: str) -> str:
    """An address by two readings of it: letters and figures by the first, `@` by the second, dots and dashes by the one that
    has them.
    """
    text = ""
    for same, own, other in stretches(first, second):
        if "@" in other:
            before, after = other.index("@"), len(other) - other.index("@") - 1
            whole = len(own) >= before + after
            text += (
                (own[:before] if whole else other[:before])
                + "@"
                + ((own[len(own) - after :] if whole else other[-after:]) if after else "")
            )
        elif not same and other in _BETWEEN and text and (own in _BETWEEN or own == ""):
            text += other
        elif not same and "_" in other and len(other) == len(own) + 1:
            text += own[: other.index("_")] + "_" + own[other.index("_") :]
        else:
            text += own
    return text.rstrip("_-")
