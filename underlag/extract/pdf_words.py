"""Characters of a PDF page's text layer to words with boxes, type size and weight."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from underlag.extract.pdf_space import PageSpace
from underlag.schemas.page import EMPTY, MARKED, Word

MAX_WORDS = 200_000
"""More words than this on one page is no page of text: reading it is given up."""

_BOLD = re.compile(r"bold|black|semibold|heavy|fett|demi(?!cond)", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|inclined", re.IGNORECASE)
_DINGBATS = re.compile(r"wingdings", re.IGNORECASE)
_MARKED = "☑☒🗹🗷\uf0fd\uf0fe\uf053\uf078\uf052\uf054"
_TICKS = "✓✔✕✖✗✘🗸\uf0fc\uf0fb"
_EMPTY = "☐□▢❏❐❑❒◻🗆\uf0a8\uf06f\uf071\uf072\uf0a3\uf070"
_USUAL_DESCENT = -0.21
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_CHARS = _LIGATURES | dict.fromkeys("\u00ad\u0002\u2010\ufffe", "-")
"""What a character is read as: ligatures taken apart, and the hyphens of divided words as plain ones."""
_DROPPED = {"\u200b", "\u200c", "\u200d", "\ufeff", "\u0000", "\u2060"}


_TextPage = Any  # a pdfium handle: an untyped ctypes pointer
_object_address = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""`FPDFText_GetTextObject` with a plain address as its answer: it is asked for each character, and only compared."""


_STANDS_ALONE = frozenset([MARKED, EMPTY, *_TICKS])


@dataclass(frozen=True, slots=True)
class _Type:
    """How a run of characters is set, in the page's own coordinates.

    `quarter` is the direction of writing, counter-clockwise in quarter turns from rightwards, None for any other angle.
    `across` is how far the run's boxes reach across the direction of writing: from the font's descent up, one type size.
    """

    size: float
    bold: bool
    italic: bool
    dingbat: bool
    visible: bool
    quarter: int | None
    baseline: float
    across: tuple[float, float]


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised figures stay apart from the number or word before them: 620³ is not 6203."""


@dataclass(slots=True)
class _Run:
    """A word in the making: from `start` to `end` along the direction of writing."""

    text: str
    start: float
    end: float
    type: _Type
    last: tuple[float, float]
    bold: int = 0


class TooMuchTextError(ValueError):
    """A page holds more words than `MAX_WORDS`."""


def read_words(textpage: _TextPage, space: PageSpace, descents: Mapping[str, float]) -> tuple[list[Word], list[Word]]:
    """The page's words in the order of its content, and those that are set invisibly (an OCR layer under a picture).

    Boxes span the advance widths, and the type size from the font's descent up, as pdfplumber's do. Text set at an odd angle
    is left out; text turned by quarter turns is read in its own direction. `descents`: as in `pdf_fonts`.
    """
    seen: list[Word] = []
    hidden: list[Word] = []
    for run in _runs(textpage, descents):
        (seen if run.type.visible else hidden).append(_word(run, space))
        if len(seen) + len(hidden) > MAX_WORDS:
            raise TooMuchTextError
    return _settle_ticks(seen), _settle_ticks(hidden)


def normal_checkbox(text: str, *, dingbat: bool = False) -> str:
    """A checkbox glyph of any font as `☒` or `☐`; other text as it is."""
    if len(text) == 1:
        if text in _MARKED or (dingbat and text in "xýþ"):
            return MARKED
        if text in _EMPTY or (dingbat and text in "¨oqr"):
            return EMPTY
    return text


def _settle_ticks(words: Sequence[Word]) -> list[Word]:
    """Ticks without a box as `☒`, but not those that begin the items of a list: several above each other, text after each."""
    ticks = [w for w in words if len(w.text) == 1 and w.text in _TICKS]
    if not ticks:
        return list(words)
    bullets = {id(t) for t in ticks if _begins_line(t, words)}
    bullets = {id(t) for t in ticks if id(t) in bullets and sum(id(o) in bullets and abs(o.box.x0 - t.box.x0) < 2 for o in ticks) > 1}
    marked = {id(t) for t in ticks} - bullets
    return [replace(w, text=MARKED) if id(w) in marked else w for w in words]


def _begins_line(tick: Word, words: Sequence[Word]) -> bool:
    """Does text follow on the tick's line, near it, and none stand before it?"""
    near = [w.box for w in words if abs(w.box.middle[1] - tick.box.middle[1]) < 0.5 * tick.box.height and w is not tick]
    reach = 6 * tick.box.height
    return any(0 <= b.x0 - tick.box.x1 < reach for b in near) and not any(0 <= tick.box.x0 - b.x1 < reach for b in near)


def _word(run: _Run, space: PageSpace) -> Word:
    kind = run.type
    low, high = kind.across
    level = kind.quarter in (0, 2)
    box = space.box(run.start, low, run.end, high) if level else space.box(low, run.start, high, run.end)
    return Word(run.text, box, size=round(kind.size, 2), bold=2 * run.bold > len(run.text), italic=kind.italic)


def _runs(textpage: _TextPage, descents: Mapping[str, float]) -> Iterator[_Run]:
    """Runs of characters without a space, jump or change of line between; checkbox glyphs stand alone."""
    run: _Run | None = None
    for glyph in _glyphs(textpage, descents):
        if glyph is None:
            if run:
                yield run
            run = None
            continue
        char, start, end, kind = glyph
        plain = char < "\u2000" and not kind.dingbat
        box = char if plain else normal_checkbox(char, dingbat=kind.dingbat)
        if run and (run.text in _STANDS_ALONE or (not plain and box in _STANDS_ALONE) or _breaks(run, start, end, kind)):
            yield run
            run = None
        if run is None:
            run = _Run(box, start, end, kind, (start, end), kind.bold * len(box))
            continue
        run.text += char.translate(_SUPERSCRIPT) if kind is not run.type and _is_raised(run.type, kind) else char
        run.bold += kind.bold * len(char)
        run.last = start, end
        run.start, run.end = min(run.start, start), max(run.end, end)
        if kind.size > run.type.size:
            run.type = kind
    if run:
        yield run


def _is_raised(base: _Type, kind: _Type) -> bool:
    """Is a character set as a superscript to the run's first ones?"""
    up = -1 if kind.quarter in (1, 2) else 1
    return kind.size < 0.8 * base.size and up * (kind.baseline - base.baseline) > 0.15 * base.size


def _breaks(run: _Run, start: float, end: float, kind: _Type) -> bool:
    """Does a new word begin with this character, though no space stands between?"""
    last = run.type
    if last is not kind and (last.quarter != kind.quarter or last.visible != kind.visible):
        return True
    size = max(last.size, kind.size)
    if (start, end) == run.last:  # the second letter of a ligature
        return False
    gap = start - run.end if kind.quarter in (0, 1) else run.start - end
    shift = abs(kind.baseline - last.baseline) if last is not kind else 0.0
    return gap > 0.28 * size or gap < -0.8 * size or shift > 0.6 * size


def _glyphs(textpage: _TextPage, descents: Mapping[str, float]) -> Iterator[tuple[str, float, float, _Type] | None]:
    """The page's characters with start and end along the direction of writing; None where a space or line end stands."""
    unicode_at, loose_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    rect = pdfium.FS_RECTF()
    page_address = ctypes.cast(textpage, ctypes.c_void_p)
    types: dict[int, _Type] = {}
    for i in range(pdfium.FPDFText_CountChars(textpage)):
        code = min(unicode_at(textpage, i), 0x10FFFF)
        char = "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)  # half of a pair is no character, and can't be written
        if char.isspace():
            yield None
            continue
        if char in _DROPPED or not loose_box(textpage, i, rect):
            continue
        address = _object_address(page_address, i)
        kind = types.get(address) if address else None
        if kind is None:
            kind = types[address] = _type_at(textpage, i, descents)
        if kind.quarter is None:
            yield None
        elif kind.quarter in (0, 2):
            yield _CHARS.get(char, char), rect.left, rect.right, kind
        else:
            yield _CHARS.get(char, char), min(rect.bottom, rect.top), max(rect.bottom, rect.top), kind


def _type_at(textpage: _TextPage, index: int, descents: Mapping[str, float]) -> _Type:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    size = pdfium.FPDFText_GetFontSize(textpage, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    name = _font_name(textpage, index)
    handle = pdfium.FPDFText_GetTextObject(textpage, index)
    quarter = _quarter(math.degrees(math.atan2(matrix.b, matrix.a)))
    origin = _origin(textpage, index)
    return _Type(
        size=size,
        bold=bool(_BOLD.search(name)) or pdfium.FPDFText_GetFontWeight(textpage, index) >= 600,
        italic=bool(_ITALIC.search(name)),
        dingbat=bool(_DINGBATS.search(name)),
        visible=pdfium.FPDFTextObj_GetTextRenderMode(handle) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        quarter=quarter,
        baseline=origin[1 if quarter in (0, 2) else 0],
        across=_across(origin, _descent(handle, descents) * size, size, quarter or 0),
    )


def _origin(textpage: _TextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def _descent(text_object: Any, descents: Mapping[str, float]) -> float:
    """How deep the object's font reaches below the baseline, as a share of its size: 0 or less."""
    font = pdfium.FPDFTextObj_GetFont(text_object)
    if not font:
        return _USUAL_DESCENT
    buffer = ctypes.create_string_buffer(256)
    length = int(pdfium.FPDFFont_GetBaseFontName(font, buffer, 256))
    name = _SUBSET.sub("", buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace"))
    found = ctypes.c_float()
    if name in descents:
        return -abs(descents[name])
    known = pdfium.FPDFFont_GetDescent(font, ctypes.c_float(1.0), found)
    return found.value if known and -0.6 < found.value <= 0 else _USUAL_DESCENT


def _across(origin: tuple[float, float], descent: float, size: float, quarter: int) -> tuple[float, float]:
    """How far boxes reach across the direction of writing: the type size, from the font's descent up."""
    x, y = origin
    match quarter:
        case 0:
            return y + descent, y + descent + size
        case 1:
            return x - descent - size, x - descent
        case 2:
            return y - descent - size, y - descent
        case _:
            return x + descent, x + descent + size


def _quarter(degrees: float) -> int | None:
    """An angle in quarter turns, None when it is more than 5° off."""
    quarter = round(degrees / 90)
    return quarter % 4 if abs(degrees - 90 * quarter) <= 5 else None


def _font_name(textpage: _TextPage, index: int) -> str:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFText_GetFontInfo(textpage, index, buffer, 256, flags)
    return buffer.raw[: max(0, min(int(length), 256) - 1)].decode("utf-8", "replace")
