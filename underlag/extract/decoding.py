"""The bytes of a text file as text: which character set an old file was written in is told by the Swedish words that come out."""

from __future__ import annotations

import codecs
import re
import unicodedata

from underlag.errors import UnreadableError
from underlag.extract.damage import dotted_words
from underlag.extract.mojibake import replaced, signs_meant

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSETS = ("cp1252", "mac_roman", "cp850")
_SAMPLE = 20_000
_SEVEN_BITS = str.maketrans("}{|][\\", "åäöÅÄÖ")
_SEVEN_BIT_SIGN = re.compile(r"(?<=[^\W\d_])[][{}|\\]+|[][{}|\\]+(?=[a-zA-Z])")
_LEAST_GAIN = 3
_SEEN = str.maketrans(
    {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\u200b": None, "\ufeff": None, "\u00a0": " ", "\u202f": " "}
)


def decode(data: bytes) -> str:
    """The bytes as text, accents and ligatures as single letters. Raises UnreadableError where they are no text."""
    text = unicodedata.normalize("NFC", _decoded(data)).translate(_SEEN)
    text = _from_seven_bits(replaced(text, signs_meant(text)))
    sample = text[:_SAMPLE]
    control = sum(ord(c) < 32 and c not in "\n\r\t\f\v" for c in sample)
    if not text.strip() or control > 0.02 * len(sample) or sample.count("\ufffd") > 0.2 * len(sample):
        raise UnreadableError("filen innehåller ingen läsbar text", remedy="Kontrollera att rätt fil har lämnats in.")
    return text


def _decoded(data: bytes) -> str:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data.decode(charset, "replace")
    if wide := _unmarked_wide(data[:_SAMPLE]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_lines(data)


def _unmarked_wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of nearly all Swedish text is zero."""
    if len(sample) < 4:
        return None
    first, second = (sample[at::2].count(0) / max(1, len(sample[at::2])) for at in (0, 1))
    if max(first, second) < 0.7 or min(first, second) > 0.3:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _by_lines(data: bytes) -> str:
    """Text of one byte a letter, of which some lines may be UTF-8 (files that were put together from several)."""
    charset = max(_CHARSETS, key=lambda name: dotted_words(data[: 10 * _SAMPLE].decode(name, "replace")))
    return "\n".join(_line(line, charset) for line in data.split(b"\n"))


def _line(line: bytes, charset: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(charset, "replace")


def _from_seven_bits(text: str) -> str:
    """Text of the seven-bit set in which å, ä and ö took the places of brackets ("f|r", "}tg{rd")."""
    if not _SEVEN_BIT_SIGN.search(text[:_SAMPLE]):
        return text
    meant = _SEVEN_BIT_SIGN.sub(lambda signs: signs[0].translate(_SEVEN_BITS), text)
    return meant if dotted_words(meant) - dotted_words(text) >= _LEAST_GAIN else text
