"""Names of files and folders that hold on Windows shares too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

LONGEST = 100
"""Characters of a name, its ending included: so that paths on a share stay below Windows' 260."""
LONGEST_BYTES = 200
"""The same in UTF-8, of the 255 that Linux file systems hold, with room for what is put behind a name."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe_name(name: str, *, longest: int = LONGEST) -> str:
    """The name as it can stand anywhere: composed characters, nothing that Windows forbids or that turns text around, bounded in length.

    The ending is kept where the name is cut. A name of which nothing remains becomes "namnlös".
    """
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip().rstrip(". ")
    stem, ending = split_ending(name)
    while stem and (len(stem) + len(ending) > longest or len((stem + ending).encode()) > LONGEST_BYTES):
        stem = stem[:-1]
    name = (stem.rstrip(". ") + ending).lstrip(".") or "namnlös"
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def split_ending(name: str) -> tuple[str, str]:
    """The name before its ending, and the ending with its dot: short, and without blanks."""
    match = re.fullmatch(r"(.+?)(\.\w{1,10})", name, re.DOTALL)
    return (match[1], match[2]) if match else (name, "")


def name_candidates(name: str, version: int) -> Iterator[str]:
    """The name, then ones to take where it is taken: numbered, and first of all with the document's version from the second on."""
    stem, ending = split_ending(name)
    if version > 1:
        stem = f"{stem} (version {version})"
    yield stem + ending
    for number in count(2):
        yield f"{stem} ({number}){ending}"


def comparable(path: str) -> str:
    """The path as file systems compare paths that tell no case apart."""
    return unicodedata.normalize("NFC", path).casefold()
