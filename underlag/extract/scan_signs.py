"""A second reading of spots where the Swedish model must have misread: it has no `%`, `@`, `§`, `*`.

It prints "90 %" as "90 20", "9096" or "90 Yo", "a@b.se" as "aQb.se" and "(*)" as '(")'. Such spots are cut out, set side by
side in strips and read once more with the English model, whose word is taken only where the rest of it agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
from rapidfuzz.fuzz import ratio

from underlag.extract.ocr import Engine, GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet

Kind = Literal["percent", "unit", "address", "section", "star"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Words (by their index, all of one line) that are to be read again together, and what they may be."""

    words: tuple[int, ...]
    kind: Kind


_JUNK = r"(?:[0-9]?(?:9[0-9]?|2[0-9]|4[06]|6[0-9]|[79]?/[0o]|\?/o)0?|[YV%&]?[o0O]|\$|£)"
_ENDING = re.compile(r"00$")
_GLUED = re.compile(rf"[(<>\-~]*\d[\d.,]*?{_JUNK}[).,;:]*")
_ALONE = re.compile(r"\W*(?:[0-9]{1,3}|[0-9YV]{1,2}[o0O]|[£$]|[0-9?]{1,2}/[o0O]|Sö|94o)[).,;:]*")
_FIGURE = re.compile(r"[(<>\-~]*\d[\d.,]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_JUNK = re.compile(r"[0-9]{1,3}|[A-ZYV][o0O]?")
_ADDRESS = re.compile(r"[\w.\-+()©]{5,}\.[a-z]{1,7}[.,;)]*")
_ENDS_AS_ADDRESS = re.compile(r"[^\s:/]{4,}\.(?:se|nu|com|org|net|eu|info|fi|no|dk|example)[.,;)]*", re.IGNORECASE)
_MAIL_BEFORE = re.compile(r"(?:e-?post|e-?mail|mejl|epost)\w*:?", re.IGNORECASE)
_CUT_ADDRESS = re.compile(r"[a-zåäö\d]+[.\-][a-zåäö.\-]{2,}\(?[Q©][a-zåäö\-]*")  # the rest stands on the next line
_SECTION = re.compile(r"[$S58&]")
_STARRED = re.compile(r"\([\"'”“*+«°]{1,3}\)")  # nothing but the star of a footnote stands alone in brackets
_STAR = re.compile(r"[\"'”“*+=«]+\)|[^\W\d]{3,}[\"'”]\)?")
_WHOLE_ADDRESS = re.compile(r"[^\W_][\w.\-+]*@(?:[\w\-]+(?:\.[\w\-]+)*)?[.,;)]*")
_SECTION_BEFORE = re.compile(r"kap\.?|\d+\s?[a-z]?", re.IGNORECASE)


def trimmed(words: list[OcrWord]) -> list[OcrWord]:
    """Words without the scraps (of rules, of dirt) that were read into their beginnings. A `<` stays where a `>` follows."""

    def scrap(word: OcrWord) -> str:
        closed = any(">" in other.text for other in words if other.line == word.line)
        return r"[=:;_—«»|~]+(?=\w)" if closed else r"[<=:;_—«»|~]+(?=\w)"

    return [replace(word, text=re.sub("^" + scrap(word), "", word.text)) if word.text[0] in "<=:;_—«»|~" else word for word in words]


def spots(words: list[OcrWord]) -> list[Spot]:
    """Where a second reading is due, at most one for each word."""
    found: list[Spot] = []
    taken: set[int] = set()
    for i, word in enumerate(words):
        before = i - 1 if i and _next_to(words[i - 1], word) else None
        for spot in _suspicions(words, i, before):
            if not taken & set(spot.words):
                found.append(spot)
                taken |= set(spot.words)
                break
    return found


def _next_to(left: OcrWord, right: OcrWord) -> bool:
    """Do two words of one line stand no further apart than words do?"""
    height = max(right.bottom - right.top, left.bottom - left.top)
    return left.line == right.line and -height < right.x0 - left.x1 < 1.2 * height


def _suspicions(words: list[OcrWord], i: int, before: int | None) -> Iterator[Spot]:
    text = words[i].text
    previous = words[before].text if before is not None else ""
    following = i + 1 < len(words) and _next_to(words[i], words[i + 1]) and re.match(r"\d{3}\b", words[i + 1].text)
    if "@" not in text and not text.lower().startswith(("www", "http")):
        joins = text[0] in "QO02©€" or re.search(r"[Q©]$", previous)
        if before is not None and joins and _ADDRESS.fullmatch(text) and re.fullmatch(r"[\w.\-()©]+", previous):
            yield Spot((before, i), "address")
        elif _like_address(text) or (_MAIL_BEFORE.fullmatch(previous) and "." in text[1:-1]):
            yield Spot((i,), "address")
    if _STAR.fullmatch(text):
        yield Spot((i,), "star")
    core = text.strip("().,;:<>~-")
    if len(core) > 2 and _GLUED.fullmatch(text) and not (_YEAR.fullmatch(core) or _ENDING.search(core) or following):
        yield Spot((i,), "percent")
    if before is not None and _FIGURE.fullmatch(previous) and _ALONE.fullmatch(text) and not re.fullmatch(r"\d{3}\W*", text):
        yield Spot((before, i), "percent")
    if before is not None and (re.fullmatch(r"i[0-9]{2,3}", text) or (previous == "i" and _UNIT_JUNK.fullmatch(text))):
        yield Spot((before, i), "unit")
    if before is not None and _SECTION.fullmatch(text) and _SECTION_BEFORE.fullmatch(previous):
        yield Spot((before, i), "section")


def _like_address(text: str) -> bool:
    """Is it dotted, with a letter for which `@` is taken, or with the end of an address, or cut off at the line's end?"""
    dotted = _ADDRESS.fullmatch(text) and re.search(r"[QO02©€]", text[1:])
    return bool(dotted or _ENDS_AS_ADDRESS.fullmatch(text) or _CUT_ADDRESS.fullmatch(text))


def read_again(words: list[OcrWord], sheet: Sheet, engine: Engine) -> list[OcrWord]:
    """`words` with the signs that a second reading found; words that it joined are one."""
    words = [replace(w, text="(*)") if _STARRED.fullmatch(w.text) else w for w in words]
    due = spots(words)
    readings = _readings([_around([words[i] for i in spot.words]) for spot in due], sheet, engine)
    changed: dict[int, OcrWord | None] = {}
    for spot, reading in zip(due, readings, strict=True):
        changed.update(_settled(spot, [words[i] for i in spot.words], reading))
    kept = [changed.get(i, word) for i, word in enumerate(words)]
    return [word for word in kept if word is not None]


def _settled(spot: Spot, first: list[OcrWord], second: list[OcrWord]) -> dict[int, OcrWord | None]:
    """What becomes of the spot's words: nothing where the second reading does not bear the suspicion out."""
    text = " ".join(word.text for word in second)
    confidence = min((word.confidence for word in second), default=0.0)
    joined = replace(_around(first), confidence=confidence)
    match spot.kind:
        case "address":
            address = _address(text)
            if address and ratio(address, "".join(w.text for w in first)) > 70:
                return {spot.words[0]: replace(joined, text=address), **dict.fromkeys(spot.words[1:])}
        case "star":
            if ("*" in text and ratio(re.sub(r"\W", "", text), re.sub(r"\W", "", first[0].text)) > 80) or text in ("(*)", "*)"):
                return {spot.words[0]: replace(joined, text=text.replace(" ", ""))}
        case "percent":
            return _percent(spot, first, text, confidence)
        case "unit":
            if text.endswith(("i %", "i%")):
                return {spot.words[1]: replace(first[1], text="%" if first[0].text == "i" else "i %", confidence=confidence)}
        case "section":
            if text.endswith("§") and text[:-1].strip() == first[0].text:
                return {spot.words[1]: replace(first[1], text="§", confidence=confidence)}
    return {}


def _address(text: str) -> str | None:
    """The address in `text`; even the English model takes `@` for `(Q` at times."""
    text = text.replace(" ", "")
    if "@" not in text:
        text = re.sub(r"\(?[Q©®]\)?|\(a\)", "@", text, count=1)
    found = _WHOLE_ADDRESS.search(text)
    return found[0] if found else None


def _percent(spot: Spot, first: list[OcrWord], text: str, confidence: float) -> dict[int, OcrWord | None]:
    """The figure must be the one read first, as far as the sign does not begin."""
    found = re.fullmatch(r"(.*?)\s*%([).,;:*]*)", text)
    if not found:
        return {}
    figure, tail = re.sub(r"[^\w,.]", "", found[1]), found[2]
    if len(first) == 1 and not figure:
        return {spot.words[0]: replace(first[0], text=f"%{tail}", confidence=confidence)}
    if len(first) == 1:
        read = re.sub(r"[^\w,.]", "", first[0].text)
        if figure and read.startswith(figure.rstrip(".,")):
            return {spot.words[0]: replace(first[0], text=f"{figure}%{tail}", confidence=confidence)}
        return {}
    if figure.strip(".,") == re.sub(r"[^\w,.]", "", first[0].text).strip(".,"):
        return {spot.words[1]: replace(first[1], text=f"%{tail}", confidence=confidence)}
    return {}


def _around(words: list[OcrWord]) -> OcrWord:
    """The words as one."""
    return OcrWord(
        "".join(w.text for w in words),
        min(w.x0 for w in words),
        min(w.top for w in words),
        max(w.x1 for w in words),
        max(w.bottom for w in words),
        min(w.confidence for w in words),
        words[0].line,
    )


_HEIGHT = 40  # pixels of a word in a strip
_MARGIN = 10
_GAP = 56  # white between two spots: a wide space, so that no word runs over two spots
_LONGEST = 2600


def _readings(boxes: list[OcrWord], sheet: Sheet, engine: Engine) -> list[list[OcrWord]]:
    """What the English model reads in each of `boxes`: they are cut out, brought to one height and read in rows."""
    crops = [_crop(box, sheet.grey) for box in boxes]
    answers: list[list[OcrWord]] = []
    row: list[GreyImage] = []
    for i, crop in enumerate(crops):
        row.append(crop)
        if i + 1 == len(crops) or sum(c.shape[1] + _GAP for c in row) + crops[i + 1].shape[1] > _LONGEST:
            answers += _row_readings(row, engine)
            row = []
    return answers


def _crop(box: OcrWord, image: GreyImage) -> GreyImage:
    grow = max(2, round(0.12 * (box.bottom - box.top)))
    part = image[max(0, box.top - grow) : box.bottom + grow, max(0, box.x0 - grow) : box.x1 + grow]
    factor = (_HEIGHT + 2 * grow) / max(1, part.shape[0])
    factor = min(factor, 3.0)
    return np.asarray(cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _row_readings(row: list[GreyImage], engine: Engine) -> list[list[OcrWord]]:
    height = max(crop.shape[0] for crop in row) + 2 * _MARGIN
    strip = np.full((height, sum(crop.shape[1] + _GAP for crop in row) + _GAP), 255, np.uint8)
    spans, x = [], _GAP
    for crop in row:
        top = (height - crop.shape[0]) // 2
        strip[top : top + crop.shape[0], x : x + crop.shape[1]] = crop
        spans.append((x - _GAP // 2, x + crop.shape[1] + _GAP // 2))
        x += crop.shape[1] + _GAP
    words = engine.words(strip, "symbols", 300)
    return [[w for w in words if left <= (w.x0 + w.x1) / 2 < right] for left, right in spans]
