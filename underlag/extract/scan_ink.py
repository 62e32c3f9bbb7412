"""What is drawn on a scanned page and is no text: handwriting, and the figures of charts and diagrams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.ocr import GreyImage, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_crossings import without_rules
from underlag.extract.scan_pen import pen, printed, strokes, unread
from underlag.extract.scan_pieces import Piece, joined, pieces
from underlag.extract.scan_rules import Area

_SURE = 0.6
_TOGETHER = 30.0  # points between the parts of one figure


@dataclass(frozen=True, slots=True)
class Drawing:
    """A place with ink in it that is no text: `pen` for handwriting, else a figure."""

    place: Area
    pen: bool


@dataclass(frozen=True, slots=True)
class Ink:
    """The drawings of a page, and which of the words read on it are words."""

    drawings: tuple[Drawing, ...]
    words: tuple[OcrWord, ...]


def read_ink(words: Sequence[OcrWord], rules: list[Area], cells: Sequence[Area], sheet: Sheet) -> Ink:
    """Tells text from drawings. Words inside figures go, and so do those that were read from handwriting."""
    hand = pen(rules, cells, sheet)
    text = printed(words, hand, sheet)
    figures = _figures(unread(without_rules(sheet.ink, rules), text, hand, sheet), text, sheet)
    written = [s for s in strokes(text, hand, sheet) if not any(s.meets(f) for f in figures)]
    drawn = (*(Drawing(f, pen=False) for f in figures), *(Drawing(s, pen=True) for s in written))
    return Ink(drawn, tuple(word for word in text if not _lies_under(word, drawn)))


def _lies_under(word: OcrWord, drawn: Sequence[Drawing]) -> bool:
    """Is the word a figure's, or a doubtful one that was read from handwriting?"""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(d.place.holds(x, y) and (not d.pen or word.confidence < _SURE) for d in drawn)


def _figures(ink: GreyImage, words: Sequence[OcrWord], sheet: Sheet) -> list[Area]:
    """Filled areas and outlined shapes, those near one another together."""
    parts = [p.place for p in pieces(ink, sheet) if _is_part(p, sheet) and not _written_on(p.place, words, sheet)]
    return joined(parts, round(_TOGETHER * sheet.across))


def _is_part(piece: Piece, sheet: Sheet) -> bool:
    """Is the piece filled, or does it enclose room for text (a box or an ellipse of a diagram)?"""
    if piece.filled:
        return piece.place.width > 12 * sheet.across and piece.place.height > 8 * sheet.down
    return any(hole.width > 28 * sheet.across and hole.height > 12 * sheet.down and full > 0.7 for hole, full in piece.hollows())


def _written_on(place: Area, words: Sequence[OcrWord], sheet: Sheet) -> bool:
    """Is this filled field the ground of a heading: one line high, with words on it?"""
    on = [w for w in words if w.confidence > 0.4 and len(w.text) > 2 and place.holds((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2)]
    return bool(on) and place.height < 40 * sheet.down
