"""Round buttons before Ja and Nej (print of a form on screen): filled and open ones as `☒` and `☐`, where they are no bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from underlag.schemas.page import EMPTY, MARKED, Word

_FILLED, _OPEN = "◉●⦿⬤⚫🔘◍", "○◯⚪⭘◌"
_CHOICE = r"(?:ja|nej|delvis|vet\s+ej)\b"
_BUTTON = re.compile(rf"[{_FILLED}{_OPEN}](?=\s*{_CHOICE}[\s.]*(?:$|[{_FILLED}{_OPEN}]|\s{{2}}|\t))", re.IGNORECASE)
_WORDS = re.compile(r"(?:ja|nej|delvis|vet)[.:]?", re.IGNORECASE)


def with_buttons(text: str) -> str:
    """The text of a line, its buttons as boxes; of the same length.

    >>> with_buttons("○ Ja   ◉ Nej"), with_buttons("● Ja, om alla är med")
    ('☐ Ja   ☒ Nej', '● Ja, om alla är med')
    """
    return _BUTTON.sub(lambda m: _box(m[0]), text)


def with_buttons_boxed(words: Sequence[Word]) -> list[Word]:
    """The words of a page, a button right before Ja or Nej as a box."""
    return [replace(w, text=_box(w.text)) if _is_button(w, words[n : n + 1]) else w for n, w in enumerate(words, start=1)]


def _is_button(word: Word, follows: Sequence[Word]) -> bool:
    return len(word.text) == 1 and word.text in _FILLED + _OPEN and any(_WORDS.fullmatch(after.text) for after in follows)


def _box(sign: str) -> str:
    return MARKED if sign in _FILLED else EMPTY
