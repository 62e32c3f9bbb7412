"""Characters of a PDF page's text layer, each with its place and how it is set.

pdfium is asked for every character by itself, which is most of the time that a page of text takes: so it is asked through plain
addresses, for many characters of one kind of answer in a row, and how a text object is set only once for each.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

_BOLD = re.compile(r"bold|black|semibold|heavy|fett|demi(?!cond)", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|inclined", re.IGNORECASE)
_DINGBATS = re.compile(r"wingdings", re.IGNORECASE)
_USUAL_DESCENT = -0.21
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_CHARS = _LIGATURES | dict.fromkeys("\u00ad\u0002\u2010\ufffe", "-")
"""What a character is read as: ligatures taken apart, and the hyphens of divided words as plain ones."""
_DROPPED = frozenset("\u200b\u200c\u200d\ufeff\u0000\u2060")
_AT_ONCE = 4096  # characters asked for in a row

_TextPage = Any  # a pdfium handle: an untyped ctypes pointer


def _by_address(function: Any, answer: type, *asked: type) -> Any:
    """A function of pdfium that takes and gives plain numbers and addresses."""
    return ctypes.PYFUNCTYPE(answer, *asked)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_unicode_at = _by_address(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_object_at = _by_address(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_box_at = _by_address(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


@dataclass(frozen=True, slots=True)
class Setting:
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


def read_glyphs(textpage: _TextPage, descents: Mapping[str, float]) -> Iterator[tuple[str, float, float, Setting | None]]:
    """The page's characters with start and end along the direction of writing. Where a space or line end stands, or text at an
    odd angle, the setting is None. `descents`: as in `pdf_fonts`.
    """
    settings = _Settings(textpage, descents)
    for index, (char, boxed, left, top, right, bottom, text_object) in enumerate(_characters(textpage)):
        if not char or not boxed:
            continue
        if char == " ":
            yield _GAP
            continue
        setting = settings.at(index, text_object)
        if setting.quarter is None:
            yield _GAP
        elif setting.quarter in (0, 2):
            yield char, left, right, setting
        else:
            yield char, min(bottom, top), max(bottom, top), setting


_GAP = ("", 0.0, 0.0, None)


def _characters(textpage: _TextPage) -> Iterator[tuple[str, int, float, float, float, float, int | None]]:
    """For each character what it is read as, whether it has a box, the box's four sides, and its text object."""
    page = ctypes.cast(textpage, ctypes.c_void_p).value
    boxes = (pdfium.FS_RECTF * _AT_ONCE)()
    sides, one = ctypes.addressof(boxes), ctypes.sizeof(pdfium.FS_RECTF)
    count = pdfium.FPDFText_CountChars(textpage)
    for first in range(0, count, _AT_ONCE):
        numbers = range(first, min(count, first + _AT_ONCE))
        chars = [_read_as(_unicode_at(page, n)) for n in numbers]
        boxed = [_box_at(page, n, sides + one * (n - first)) for n in numbers]
        objects = [_object_at(page, n) for n in numbers]
        flat = memoryview(boxes).cast("B").cast("f")[: 4 * len(numbers)].tolist()  # left, top, right, bottom of each
        yield from zip(chars, boxed, flat[0::4], flat[1::4], flat[2::4], flat[3::4], objects, strict=False)


@lru_cache(maxsize=10_000)
def _read_as(code: int) -> str:
    """The text of a character: a space for any kind of space, nothing for what is never shown."""
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # half of a pair is no character, and can't be written
    char = chr(code)
    return " " if char.isspace() else "" if char in _DROPPED else _CHARS.get(char, char)


class _Settings:
    """How the characters of a page are set. Fonts are asked about once, text objects once; `descents`: as in `pdf_fonts`."""

    def __init__(self, textpage: _TextPage, descents: Mapping[str, float]) -> None:
        self._textpage, self._descents = textpage, descents
        self._faces: dict[int | None, _Face] = {}
        self._known: dict[int | None, Setting] = {}

    def at(self, index: int, text_object: int | None) -> Setting:
        """The setting of a character; `text_object` is the address of the object that it belongs to, if to any."""
        known = self._known.get(text_object) if text_object else None
        if known is None:
            known = self._known[text_object] = self._read(index)
        return known

    def _read(self, index: int) -> Setting:
        page, matrix = self._textpage, pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(page, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
        handle = pdfium.FPDFText_GetTextObject(page, index)
        face = self._face(index, pdfium.FPDFTextObj_GetFont(handle))
        quarter = _quarter(math.degrees(math.atan2(matrix.b, matrix.a)))
        origin = _origin(page, index)
        return Setting(
            size=size,
            bold=face.bold,
            italic=face.italic,
            dingbat=face.dingbat,
            visible=pdfium.FPDFTextObj_GetTextRenderMode(handle) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            quarter=quarter,
            baseline=origin[1 if quarter in (0, 2) else 0],
            across=_across(origin, face.descent * size, size, quarter or 0),
        )

    def _face(self, index: int, font: Any) -> _Face:
        address = ctypes.cast(font, ctypes.c_void_p).value
        face = self._faces.get(address) if address else None
        if face is None:
            name = _font_name(self._textpage, index)
            bold = bool(_BOLD.search(name)) or pdfium.FPDFText_GetFontWeight(self._textpage, index) >= 600
            italic, dingbat = bool(_ITALIC.search(name)), bool(_DINGBATS.search(name))
            face = self._faces[address] = _Face(bold, italic, dingbat, _descent(font, self._descents))
        return face


@dataclass(frozen=True, slots=True)
class _Face:
    """A font: `descent` is how deep it reaches below the baseline, as a share of its size, 0 or less."""

    bold: bool
    italic: bool
    dingbat: bool
    descent: float


def _origin(textpage: _TextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def _descent(font: Any, descents: Mapping[str, float]) -> float:
    """The descent as the file gives it, else as pdfium guesses it."""
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
