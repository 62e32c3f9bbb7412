"""The descents that a PDF's font descriptors give.

pdfium puts its own guess in the place of a descent of 0 (as LibreOffice writes it), where pdfplumber takes it at its word.
Evidence is checked with pdfplumber, so boxes follow the file. The descriptors are found by their text, in the file and in its
object streams: this needs no second PDF parser and can't run away on a broken file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_MAX_UNPACKED = 64_000_000
_MAX_STREAM = 8_000_000
_DESCRIPTOR = re.compile(rb"<<(?:[^<>]|<[0-9A-Fa-f\s]*>){0,2000}?/FontDescriptor\b(?:[^<>]|<[0-9A-Fa-f\s]*>){0,2000}?>>")
_NAME = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_DESCENT = re.compile(rb"/Descent\s+(-?\d+(?:\.\d+)?)")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")


def font_descents(data: bytes) -> dict[str, float]:
    """Descents as written, by font name without its subset tag, as a share of the type size (usually negative)."""
    found: dict[str, float] = {}
    for text in _texts(data):
        for match in _DESCRIPTOR.finditer(text):
            name, descent = _NAME.search(match[0]), _DESCENT.search(match[0])
            if name:
                found.setdefault(_plain(name[1]), float(descent[1]) / 1000 if descent else 0.0)
    return found


def _texts(data: bytes) -> Iterator[bytes]:
    """The file's own bytes, and its object streams unpacked (bounded)."""
    yield data
    left = _MAX_UNPACKED
    for match in _OBJECT_STREAM.finditer(data):
        if left <= 0:
            return
        try:
            text = zlib.decompressobj().decompress(memoryview(data)[match.end() :], min(_MAX_STREAM, left))
        except zlib.error:
            continue
        left -= len(text)
        yield text


def _plain(name: bytes) -> str:
    """A PDF name with its `#20` escapes resolved."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), name).decode("utf-8", "replace")
