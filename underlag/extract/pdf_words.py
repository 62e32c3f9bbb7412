"""Characters of a PDF page's text layer to words with boxes, type size and weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from underlag.extract.pdf_glyphs import Setting, read_glyphs
from underlag.extract.pdf_space import PageSpace
from underlag.schemas.page import EMPTY, MARKED, Word

MAX_WORDS = 200_000
"""More words than this on one page is no page of text: reading it is given up."""

_MARKED = "☑☒🗹🗷\uf0fd\uf0fe\uf053\uf078\uf052\uf054"
_TICKS = "✓✔✕✖✗✘🗸\uf0fc\uf0fb"
_EMPTY = "☐□▢❏❐❑❒◻🗆\uf0a8\uf06f\uf071\uf072\uf0a3\uf070"
_STANDS_ALONE = frozenset([MARKED, EMPTY, *_TICKS])
_TABBED = 0.05
"""In type sizes: a figure this far behind a word's last letter stands at a tab stop that the word nearly reached. Within a word
nothing stands between."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Raised figures stay apart from the number or word before them: 620³ is not 6203."""


@dataclass(slots=True)
class _Run:
    """A word in the making: from `start` to `end` along the direction of writing."""

    text: str
    start: float
    end: float
    type: Setting
    last: tuple[float, float]
    bold: int
    alone: bool


class TooMuchTextError(ValueError):
    """A page holds more words than `MAX_WORDS`."""


def read_words(textpage: Any, space: PageSpace, descents: Mapping[str, float]) -> tuple[list[Word], list[Word]]:
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


def _runs(textpage: Any, descents: Mapping[str, float]) -> Iterator[_Run]:
    """Runs of characters without a space, jump or change of line between; checkbox glyphs stand alone."""
    run: _Run | None = None
    for char, start, end, kind in read_glyphs(textpage, descents):
        if kind is None:
            if run:
                yield run
            run = None
            continue
        plain = char < "\u2000" and not kind.dingbat
        shown = char if plain else normal_checkbox(char, dingbat=kind.dingbat)
        alone = not plain and shown in _STANDS_ALONE
        if run and (alone or run.alone or _breaks(run, char, start, end, kind)):
            yield run
            run = None
        if run is None:
            run = _Run(shown, start, end, kind, (start, end), kind.bold * len(shown), alone)
        else:
            _grow(run, char, start, end, kind)
    if run:
        yield run


def _grow(run: _Run, char: str, start: float, end: float, kind: Setting) -> None:
    """Adds a character to a word."""
    run.last = start, end
    if start < run.start:  # noqa: PLR1730  min and max would be a twentieth of the time of a page
        run.start = start
    if end > run.end:  # noqa: PLR1730
        run.end = end
    if kind is run.type:
        run.text += char
    else:
        run.text += char.translate(_SUPERSCRIPT) if _is_raised(run.type, kind) else char
        if kind.size > run.type.size:
            run.type = kind
    if kind.bold:
        run.bold += len(char)


def _is_raised(base: Setting, kind: Setting) -> bool:
    """Is a character set as a superscript to the run's first ones?"""
    up = -1 if kind.quarter in (1, 2) else 1
    return kind.size < 0.8 * base.size and up * (kind.baseline - base.baseline) > 0.15 * base.size


def _breaks(run: _Run, char: str, start: float, end: float, kind: Setting) -> bool:
    """Does a new word begin with this character, though no space stands between?"""
    last = run.type
    gap = start - run.end if kind.quarter in (0, 1) else run.start - end
    if gap > _TABBED * kind.size and char.isdecimal() and run.text[-1].islower() and kind.baseline == last.baseline:
        return True
    if last is kind:
        return not -0.8 * kind.size <= gap <= 0.28 * kind.size and (start, end) != run.last  # a ligature's letters share their place
    if last.quarter != kind.quarter or last.visible != kind.visible:
        return True
    size = max(last.size, kind.size)
    outside = not -0.8 * size <= gap <= 0.28 * size or abs(kind.baseline - last.baseline) > 0.6 * size
    return outside and (start, end) != run.last
