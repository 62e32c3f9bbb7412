"""Text made comparable: without case, dots and accents, and with punctuation and spaces as single spaces.

Scan readers lose the dots of å, ä and ö; two texts that fold alike are taken for the same words.

>>> fold("Övriga  kostnader:")
'ovriga kostnader'
>>> fold_with_map("År 1")
('ar 1', [0, 1, 2, 3])
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LONGEST_REMEMBERED = 200  # characters
# Letters that Unicode does not take apart into a base letter and an accent.
_BASE = {"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "o"}


def fold(text: str) -> str:
    """The folded text; empty where there is no letter or digit."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _folded(text)


@lru_cache(maxsize=8192)
def _remembered(text: str) -> str:
    """Labels and cells are folded again and again while a document is read."""
    return _folded(text)


def _folded(text: str) -> str:
    """Common signs one by one from a table; text with any other sign by the full way."""
    return " ".join(text.translate(_TABLE).split()) if _COMMON.fullmatch(text) else fold_with_map(text)[0]


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index in `text` that it came from."""
    chars: list[str] = []
    origins: list[int] = []
    gap: int | None = None
    for index, char in enumerate(text):
        letters = _letters(char)
        if not letters:
            if not unicodedata.combining(char):
                gap = index if gap is None else gap
            continue
        if gap is not None and chars:
            chars.append(" ")
            origins.append(gap)
        gap = None
        chars.extend(letters)
        origins.extend([index] * len(letters))
    return "".join(chars), origins


def _letters(char: str) -> str:
    """The base letters or digits of one character; empty for spaces, punctuation and accents."""
    if char.isascii():
        return char.casefold() if char.isalnum() else ""
    parts = unicodedata.normalize("NFKD", char).casefold()
    return "".join(_BASE.get(part, part) for part in parts if part.isalnum())


_COMMON = re.compile(r"[\x00-\u024f\u2010-\u2027\u2030-\u205e]*")
_TABLE = {code: _letters(chr(code)) or " " for block in (range(0x250), range(0x2010, 0x2028), range(0x2030, 0x205F)) for code in block}
