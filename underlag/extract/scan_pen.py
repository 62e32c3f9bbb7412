"""What a pen wrote on a scanned page, told from print by its strokes. Everything here counts in pixels of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_crossings import without_rules
from underlag.extract.scan_pieces import Piece, joined, pieces
from underlag.extract.scan_rules import Area, area

_PALEST = 215  # tone; a pen may write paler than what is told from paper as ink
_BROADEST = 5.0  # points
_STEP, _HALF = 2, 127  # pixels; tone
_APART = 14.0  # points between strokes of one hand
_SHARE = 0.3  # of a piece of ink that lies in a cell which it counts in, beside the cell where most of it lies
_SURE = 0.6
_SHORT = 4  # letters; a longer word that is read surely is one, whatever its size
_TALL = 2.0  # times the height of the page's words: no print is so large beside its label
_HIGH = 1.4  # times the height of the page's words: bold print, and what has both tall letters and tails
_OVER_RULE = 6.0  # points between what is written on a line and the line


@dataclass(frozen=True, slots=True)
class Pen:
    """All that may be written by hand on a page: `ink` (255), its pieces that are larger than letters, and where one fills in
    a form: its cells and rules.
    """

    ink: GreyImage
    pieces: tuple[Piece, ...]
    cells: tuple[Area, ...]
    rules: tuple[Area, ...]


def pen(rules: list[Area], cells: Sequence[Area], sheet: Sheet) -> Pen:
    """All ink in strokes, however pale, without the rules of the page; broad areas are none."""
    dark = np.where(sheet.grey < _PALEST, np.uint8(255), np.uint8(0))
    ink = without_rules(np.asarray(cv2.subtract(dark, _broad(dark, sheet)), np.uint8), rules)
    return Pen(ink, tuple(pieces(ink, sheet)), tuple(cells), tuple(rules))


def _broad(dark: GreyImage, sheet: Sheet) -> GreyImage:
    """A mask (255) of broad areas; a quarter of the pixels show them."""
    small = cv2.resize(dark, None, fx=1 / _STEP, fy=1 / _STEP, interpolation=cv2.INTER_AREA)
    kernel = np.ones((round(_BROADEST * sheet.down / _STEP), round(_BROADEST * sheet.across / _STEP)), np.uint8)
    solid = cv2.morphologyEx(np.where(small > _HALF, np.uint8(255), np.uint8(0)), cv2.MORPH_OPEN, kernel)
    if not solid.any():
        return np.zeros_like(dark)
    whole = cv2.resize(solid, dark.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.dilate(whole, np.ones((2 * _STEP + 1, 2 * _STEP + 1), np.uint8)), np.uint8)


def printed(words: Sequence[OcrWord], hand: Pen, sheet: Sheet) -> list[OcrWord]:
    """The words less those that were read from strokes of handwriting."""
    usual = _usual_height(words)
    return [word for word in words if not _from_strokes(word, usual, hand, sheet)]


def _usual_height(words: Sequence[OcrWord]) -> float:
    return float(np.median([word.bottom - word.top for word in words])) if words else 0.0


def _from_strokes(word: OcrWord, usual: float, hand: Pen, sheet: Sheet) -> bool:
    """Is the word a reading of pieces that are larger than it, or (where a form is filled in) far larger than print?"""
    place = area(word)
    near = place.grown(round(3 * sheet.across))
    under = [p for p in hand.pieces if p.place.meets(place) and p.within(place)]
    inked = int(np.count_nonzero(hand.ink[place.top : place.bottom, place.x0 : place.x1]))
    if not under or sum(p.within(place) for p in under) < 0.8 * inked:
        return False
    short = len(word.text) <= _SHORT
    if sum(p.within(near) for p in under) < 0.5 * sum(p.size for p in under):
        return short or word.confidence < _SURE
    tall = word.bottom - word.top > _TALL * usual
    return tall and (short or word.confidence < _SURE) and _filled_in(place, hand, sheet)


def _filled_in(place: Area, hand: Pen, sheet: Sheet) -> bool:
    """Does the place lie in a cell, or on a line to write on?"""
    x, y = (place.x0 + place.x1) / 2, (place.top + place.bottom) / 2
    below = Area(place.x0, place.bottom - round(_OVER_RULE * sheet.down), place.x1, place.bottom + round(_OVER_RULE * sheet.down))
    return any(c.holds(x, y) for c in hand.cells) or any(r.width > r.height and r.meets(below) for r in hand.rules)


def strokes(text: Sequence[OcrWord], hand: Pen, sheet: Sheet) -> list[Area]:
    """The places with handwriting, `text` being what was read. What lies in two cells is two places, however near; a stray
    end of one is none.
    """
    rest = pieces(unread(hand.ink, text, hand, sheet), sheet)
    homes = [(p.place, _homes(p, hand.cells)) for p in rest if not p.filled]
    reach = round(_APART * sheet.across)
    places = joined([place for place, home in homes if not home], reach)
    for n in sorted({n for _, home in homes for n in home}):
        cell = hand.cells[n]
        places += joined([_cut(place, cell) for place, home in homes if n in home], reach)
    return places


def unread(ink: GreyImage, text: Sequence[OcrWord], hand: Pen, sheet: Sheet) -> GreyImage:
    """`ink` less what the words of `text` stand for."""
    rest = ink.copy()
    usual = _usual_height(text)
    told = [_is_word(word, sheet) or _is_print(word, usual, hand, sheet) for word in text]
    sure = [word for word, is_word in zip(text, told, strict=True) if is_word]
    for word, is_word in zip(text, told, strict=True):
        if is_word or (any(_goes_on(word, other) for other in sure) and _holds_its_ink(word, hand, sheet)):
            rest[max(0, word.top - 2) : word.bottom + 2, max(0, word.x0 - 2) : word.x1 + 2] = 0
    return rest


def _is_word(word: OcrWord, sheet: Sheet) -> bool:
    """Is it read surely, or long and like a word (script types read badly)?"""
    if word.confidence >= _SURE:
        return True
    return _wordlike(word) and word.confidence > 0.25 and word.bottom - word.top < 20 * sheet.down


def _wordlike(word: OcrWord) -> bool:
    return len(word.text) >= 4 and sum(c.isalnum() for c in word.text) >= 0.75 * len(word.text)


def _is_print(word: OcrWord, usual: float, hand: Pen, sheet: Sheet) -> bool:
    """Does it look like a word, as high as others of the page, and stand for all of its ink (print badly read)?"""
    return _wordlike(word) and word.bottom - word.top < _HIGH * usual and _holds_its_ink(word, hand, sheet)


def _goes_on(word: OcrWord, other: OcrWord) -> bool:
    """Do the two stand side by side on one line, in type of about one size?"""
    high, other_high = word.bottom - word.top, other.bottom - other.top
    level = min(word.bottom, other.bottom) - max(word.top, other.top) > 0.6 * min(high, other_high)
    gap = max(word.x0, other.x0) - min(word.x1, other.x1)
    return level and gap < max(high, other_high) and max(high, other_high) < 1.6 * min(high, other_high)


def _holds_its_ink(word: OcrWord, hand: Pen, sheet: Sheet) -> bool:
    """Do the pieces under the word lie within it?"""
    near = area(word).grown(round(1.5 * sheet.across))
    under = [p for p in hand.pieces if p.place.meets(area(word)) and p.within(area(word))]
    return all(p.within(near) > 0.9 * p.size for p in under)


def _homes(piece: Piece, cells: Sequence[Area]) -> tuple[int, ...]:
    """The cells that hold much of the piece."""
    held = {n: piece.within(cell) for n, cell in enumerate(cells) if cell.meets(piece.place)}
    most, least = max(held.values(), default=0), _SHARE * piece.size
    return tuple(n for n, pixels in held.items() if pixels == most or pixels > least) if most > least else ()


def _cut(place: Area, cell: Area) -> Area:
    return Area(max(place.x0, cell.x0), max(place.top, cell.top), min(place.x1, cell.x1), min(place.bottom, cell.bottom))
