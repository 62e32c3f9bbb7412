"""Text as words that can be searched for, and the piece of a text that answers a search.

Inflected forms are one word ("handlingsplanen", "handlingsplaner"). å, ä and ö are letters of their own, so "hår" is not "har";
but text that has lost them, as old archives and foreign readers leave it, is found by the right spelling too.

>>> stems("Handlingsplanen för målen")
['handlingsplan', 'för', 'mål']
>>> bare_stems("Atgarder for malgruppen enligt overenskommelsen mellan parterna i projektet")[:3]
['atgard', 'for', 'malgrupp']
>>> bare_stems("Åtgärder för målgruppen")
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from underlag.values.folding import fold

_WORD = re.compile(r"\w+")
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_LETTER = re.compile(r"[^\W\d_]")
_DOTTED = re.compile("[åäöÅÄÖ]")
_FEWEST_LETTERS = 40  # on fewer, å, ä and ö may be missing by chance
_LEAST_DOTTED = 0.015  # Swedish text has them at one letter in twenty
_AROUND = 90  # characters of a snippet on each side of what was found
_REMEMBERED = 1 << 17

_swedish = snowballstemmer.stemmer("swedish")


@lru_cache(maxsize=_REMEMBERED)
def _stem(word: str) -> str:
    return str(_swedish.stemWord(word))


def stems(text: str) -> list[str]:
    """The words of a text as they are searched for, in order."""
    return [_stem(word) for word in _WORD.findall(text.casefold())]


def bare_stems(text: str) -> list[str]:
    """The words without accents of a text that has lost å, ä and ö; none where it has kept them, or is too short to tell."""
    return [_stem(fold(word)) for word in _WORD.findall(text)] if has_lost_dots(text) else []


def has_lost_dots(text: str) -> bool:
    """Is the text so poor in å, ä and ö that it must have lost them?"""
    letters = len(_LETTER.findall(text))
    return letters >= _FEWEST_LETTERS and len(_DOTTED.findall(text)) < _LEAST_DOTTED * letters


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are searched for side by side, as they were written."""

    text: str

    @property
    def stems(self) -> list[str]:
        return stems(self.text)

    @property
    def bare(self) -> list[str]:
        """The same words in a text that has lost å, ä and ö."""
        return [_stem(fold(word)) for word in _WORD.findall(self.text)]


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for: each word by itself, words within quotation marks together. Signs alone ask for nothing."""
    printable = "".join(char if char.isprintable() else " " for char in query)
    found = (Term(quoted or single) for quoted, single in _TERM.findall(printable))
    return tuple(term for term in found if term.stems)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a page: stretches of text, each with whether it was searched for."""

    page: int
    stretches: tuple[tuple[str, bool], ...]
    found: int = 0

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.stretches)


def snippet(pages: Iterable[tuple[int, str]], wanted: Sequence[Term]) -> Snippet | None:
    """The piece that answers best: of the page (number and text) with most of the wanted words side by side. None without pages."""
    return max((_of_page(page, text, wanted) for page, text in pages), key=lambda s: s.found, default=None)


def _of_page(page: int, text: str, wanted: Sequence[Term]) -> Snippet:
    """The stretch of the page with most different words, the first of several."""
    hits = _hits(text, wanted)
    start, end, found = _densest(hits)
    first, last = _word_edge(text, start - _AROUND, start), _word_edge(text, end + _AROUND, end)
    stretches: list[tuple[str, bool]] = [("… ", False)] if first > 0 else []
    at = first
    for begin, stop, _ in hits:
        if first <= begin and stop <= last:
            stretches += [(text[at:begin], False), (text[begin:stop], True)]
            at = stop
    stretches += [(text[at:last], False), ("" if last >= len(text) else " …", False)]
    return Snippet(page, tuple((piece, hit) for piece, hit in stretches if piece), found)


def _hits(text: str, wanted: Sequence[Term]) -> list[tuple[int, int, str]]:
    """Where wanted words stand: begin, end, and the word."""
    exact, bare = {s for t in wanted for s in t.stems}, {s for t in wanted for s in t.bare}
    lost = has_lost_dots(text)
    spans = ((m.start(), m.end(), _stem(m[0].casefold()), _stem(fold(m[0])) if lost else "") for m in _WORD.finditer(text))
    return [(begin, end, stem) for begin, end, stem, folded in spans if stem in exact or folded in bare]


def _densest(hits: Sequence[tuple[int, int, str]]) -> tuple[int, int, int]:
    """Begin and end of the stretch with most different words, and their number; a stretch is no longer than a snippet."""
    best = (0, 0, 0)
    for n, (begin, end, _) in enumerate(hits):
        inside = [hit for hit in hits[n : n + 30] if hit[1] - begin <= 2 * _AROUND]
        different = len({stem for _, _, stem in inside})
        if different > best[2]:
            best = (begin, max((stop for _, stop, _ in inside), default=end), different)
    return best


def _word_edge(text: str, at: int, towards: int) -> int:
    """The end of the text, or the nearest space from `at` towards what must stay whole."""
    if not 0 < at < len(text):
        return max(0, min(at, len(text)))
    space = text.find(" ", at, towards) if at < towards else text.rfind(" ", towards, at)
    return at if space < 0 else space + (1 if at < towards else 0)
