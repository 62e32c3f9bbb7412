"""The words in the short cells of a ruled table.

A line whose shape is that of a figure is read by the English model, which is quick and knows `%`, once where it is sure and the
shape bears it out, else twice. Anything else is read by the Swedish model, and figures among it by the English one too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from underlag.extract.ocr import Engine, GreyImage, Mode, OcrWord
from underlag.extract.scan_cells import CellLine, dash, read_alone, read_lines, spaced, zero
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_figures import Figure, Readings, figure, may_be_figure
from underlag.extract.scan_glyphs import Shape, shape_of

_DOUBTFUL = 0.5


@dataclass(slots=True)
class _Line:
    """A line of a cell, and what it was read as so far."""

    place: CellLine
    shape: Shape | None
    read: dict[Mode, list[OcrWord]] = field(default_factory=dict)

    def text(self, mode: Mode) -> str:
        return " ".join(word.text for word in self.read.get(mode, ()))

    @property
    def figure(self) -> Figure | None:
        trust = min((word.confidence for word in self.read.get("symbols", ())), default=0.0)
        return figure(Readings(self.text("symbols"), self.text("numbers"), self.text("line"), trust), self.shape)

    @property
    def settled(self) -> bool:
        found = self.figure
        return found is not None and found.settled


def cell_words(places: Sequence[CellLine], image: GreyImage, ink: GreyImage, page: Sheet, engine: Engine) -> list[list[OcrWord]]:
    """The words of each line. `image` and `ink` show the page without its rules and its dirt."""
    lone = [zero(place, ink) or dash(place, ink, page) for place in places]
    lines = [_Line(place, shape_of(place.ink, ink)) for place in places]
    rest = [line for line, word in zip(lines, lone, strict=True) if word is None]

    def read(wanted: Iterable[_Line], mode: Mode) -> None:
        due = [line for line in wanted if mode not in line.read]
        for line, words in zip(due, read_lines([line.place for line in due], image, page, engine, mode), strict=True):
            line.read[mode] = words

    even = [line for line in rest if line.shape and line.shape.even]
    read(even, "symbols")
    read([line for line in even if not line.settled and may_be_figure(line.text("symbols"), line.shape)], "numbers")
    unsettled = [line for line in rest if not line.settled]
    read(unsettled, "line")
    for line in unsettled:
        if _sureness(line.read["line"]) < _DOUBTFUL:  # a line may be ill read beside others of another type or size
            line.read["line"] = max(line.read["line"], read_alone(line.place, image, page, engine, "line"), key=_sureness)
    figures = [line for line in unsettled if may_be_figure(line.text("line"), line.shape)]
    read(figures, "symbols")
    for line in figures:
        if not line.settled:
            line.read["numbers"] = read_alone(line.place, image, page, engine, "numbers")
    return [[word] if word else list(_words(line, ink)) for word, line in zip(lone, lines, strict=True)]


def _sureness(words: Sequence[OcrWord]) -> float:
    return min((word.confidence for word in words), default=0.0)


def _words(line: _Line, ink: GreyImage) -> Iterator[OcrWord]:
    """A figure as words, each over its share of the ink; anything else as the Swedish model read it."""
    found = line.figure
    if found is None:
        yield from spaced(line.read.get("line", []), ink)
        return
    place, at = line.place.ink, 0
    others = tuple(dict.fromkeys(text for mode in line.read if (text := line.text(mode)) and text != found.text))
    for text in found.text.split():
        left, right = (place.x0 + round(place.width * n / len(found.text)) for n in (at, at + len(text)))
        yield OcrWord(text, left, place.top, max(left + 1, right), place.bottom, found.confidence, others=others)
        at += len(text) + 1
