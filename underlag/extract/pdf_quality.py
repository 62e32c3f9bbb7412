"""Can a page's text layer be trusted, or must the page be read by OCR?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from underlag.extract.damage import lost_dots
from underlag.schemas.page import Word

_VOWELS = set("aeiouyåäöéèü")
_FUNCTION_WORDS = frozenset(
    "och i att för som av till på är en ett den det med har inom vid ska samt från eller kan om de under "
    "the of and to in for is on with".split()
)
_LETTERS = re.compile(r"[a-zA-ZÀ-ɏ]{2,}")  # Latin ones: a page in another script is read no better by its looks
_FEW_WORDS = 15
_LOST = 0.3


def is_rubbish(words: Sequence[Word]) -> bool:
    """Is the text no language, as where a font lacks its map to Unicode?"""
    text = "".join(w.text for w in words)
    if not text:
        return False
    if not (text.isprintable() and "\ufffd" not in text) and sum(_is_unmapped(c) for c in text) > 0.2 * len(text):
        return True
    tokens = [t.lower() for w in words for t in _LETTERS.findall(w.text)]
    if len(tokens) < 20:
        return False
    if sum(not _VOWELS & set(t) for t in tokens if len(t) > 2) > 0.4 * len(tokens):
        return True
    if any(t in _FUNCTION_WORDS for t in tokens):
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) / len(letters)
    vowels = sum(c.lower() in _VOWELS for c in letters) / len(letters)
    return capitals > 0.6 or (len(tokens) >= 80 and not 0.28 <= vowels <= 0.52)


def dots_lost(words: Sequence[Word]) -> float:
    """The share of the text's å, ä and ö that it seems to have lost (0-1), as where a font lacks their codes or OCR was English."""
    return max(lost_dots([" ".join(w.text for w in words)]), default=0.0)


def is_damaged(words: Sequence[Word]) -> bool:
    """Is the text Swedish without much of its å, ä and ö, so that the page as it looks may say more?"""
    return dots_lost(words) >= _LOST


def is_mostly_picture(words: Sequence[Word], covered: float) -> bool:
    """Is the page one big picture with no more than a stamp's words of text? `covered`: the largest picture's share of the page."""
    return covered > 0.6 and len(words) < _FEW_WORDS


def _is_unmapped(char: str) -> bool:
    """Private use, unassigned, replacement and control characters (bullets of symbol fonts are few enough not to matter)."""
    return char == "\ufffd" or unicodedata.category(char) in {"Co", "Cn", "Cc"}
