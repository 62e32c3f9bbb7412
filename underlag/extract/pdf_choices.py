"""Ja and Nej of which one is underlined, struck through or set bold: boxes before the words say which was chosen, as in Word files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from underlag.extract.layout_grid import Grid
from underlag.schemas.page import EMPTY, MARKED, Box, Word

_PART = re.compile(r"(?<!\w)(ja|nej)(?!\w)", re.IGNORECASE)
_WIDEST_GAP = 6.0
"""Between the two words, in type sizes."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One Ja or Nej: the word's place in the page's words, where in its text it stands, and the box of those letters."""

    index: int
    at: int
    word: str
    box: Box


def with_choices_marked(words: Sequence[Word], rules: Sequence[Box], size: float) -> tuple[list[Word], list[Box]]:
    """The words with boxes before each Ja and Nej of which rules or weight single one out, and the rules that are not such marks."""
    said = [s for n, word in enumerate(words) for s in _said(n, word)]
    changed: dict[int, list[tuple[int, str]]] = {}
    spent: set[Box] = set()
    for first, second in pairwise(said):
        if first.word == second.word or not _side_by_side(first, second, words, size):
            continue
        chosen, used = _chosen(first, second, rules, size)
        chosen = chosen or _bold_one(first, second, words)
        if chosen is None:
            continue
        spent |= used
        for each in (first, second):
            changed.setdefault(each.index, []).append((each.at, MARKED if each is chosen else EMPTY))
    marked = [_boxed(word, changed[n]) if n in changed else word for n, word in enumerate(words)]
    return marked, [r for r in rules if r not in spent]


def _said(index: int, word: Word) -> list[_Said]:
    """The Ja and Nej inside one word of the page ("Ja/Nej" holds both); their boxes by their share of its letters."""
    found = []
    step = word.box.width / max(1, len(word.text))
    for m in _PART.finditer(word.text) if len(word.text) <= 12 else ():
        box = Box(word.box.x0 + step * m.start(), word.box.top, word.box.x0 + step * m.end(), word.box.bottom)
        found.append(_Said(index, m.start(), m[0].lower(), box))
    return found


def _side_by_side(first: _Said, second: _Said, words: Sequence[Word], size: float) -> bool:
    """Do the two stand on one line with at most a mark between them?"""
    between = "".join(w.text for w in words[first.index + 1 : second.index])
    level = abs(first.box.middle[1] - second.box.middle[1]) < 0.5 * size
    return (
        level
        and 0 <= second.box.x0 - first.box.x1 < _WIDEST_GAP * size
        and re.fullmatch(r"[\W_]*(?:eller)?[\W_]*", between) is not None
        and not set(between) & {MARKED, EMPTY}
    )


def _chosen(first: _Said, second: _Said, rules: Sequence[Box], size: float) -> tuple[_Said | None, set[Box]]:
    """The one that is underlined alone, or left when the other alone is struck through; and the rules that say so."""
    under = [{r for r in rules if _fits(r, s.box) and _is_under(r, s.box, size)} for s in (first, second)]
    through = [{r for r in rules if _fits(r, s.box) and _is_through(r, s.box)} for s in (first, second)]
    if bool(through[0]) != bool(through[1]):
        return (second if through[0] else first), through[0] | through[1]
    if bool(under[0]) != bool(under[1]):
        return (first if under[0] else second), under[0] | under[1]
    return None, set()


def _bold_one(first: _Said, second: _Said, words: Sequence[Word]) -> _Said | None:
    """The one that is set bold where the other is not."""
    bold = [words[s.index].bold for s in (first, second)]
    return None if bold[0] == bold[1] else first if bold[0] else second


def _fits(rule: Box, box: Box) -> bool:
    """Is the rule level, and about as wide as the word?"""
    shared = min(rule.x1, box.x1) - max(rule.x0, box.x0)
    return rule.height <= 2.5 and shared > 0.7 * box.width and rule.width < 1.7 * box.width + 4.0


def _is_under(rule: Box, box: Box, size: float) -> bool:
    """Right under the letters: from their baseline to a little below the box."""
    return box.bottom - 0.35 * box.height <= rule.middle[1] <= box.bottom + 0.3 * size


def _is_through(rule: Box, box: Box) -> bool:
    return box.top + 0.3 * box.height <= rule.middle[1] < box.bottom - 0.35 * box.height


def _boxed(word: Word, boxes: Sequence[tuple[int, str]]) -> Word:
    text = word.text
    for at, sign in sorted(boxes, reverse=True):
        text = f"{text[:at]}{sign} {text[at:]}"
    return replace(word, text=text)


def crosses_out(stroke: Box, grids: Sequence[Grid], words: Sequence[Word]) -> bool:
    """Is a small drawing a cross or tick: does it fill an otherwise empty cell of a column headed Ja or Nej?"""
    if min(stroke.width, stroke.height) < 3:
        return False
    cell = next((c for g in grids if (c := g.cell_at(*stroke.middle)) is not None), None)
    if cell is None or any(cell.box.holds(w.box) for w in words):
        return False
    heads = (w for w in words if _PART.fullmatch(w.text.strip(".:?")) and w.box.bottom <= cell.box.top + 1)
    return any(cell.box.x0 <= w.box.middle[0] <= cell.box.x1 for w in heads)
