"""What a page's drawn shapes mean: table rules, checkboxes, ink, charts and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.pdf_paths import Drawn
from underlag.extract.pdf_space import PageSpace
from underlag.schemas.page import Box, Picture, Word


@dataclass(frozen=True, slots=True)
class Shapes:
    """The words, rules and pictures that remain when drawings are understood."""

    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    pictures: tuple[Picture, ...]


def read_shapes(drawn: Drawn, words: Sequence[Word], space: PageSpace, page: int) -> Shapes:
    """Rules, pictures and words."""
    rules = list(drawn.rules)
    for box in drawn.fills:
        rules += edges(box)
    pictures = tuple(Picture(page, box) for box in [*drawn.images, *drawn.strokes])
    return Shapes(tuple(words), tuple(rules), pictures)


def edges(box: Box) -> list[Box]:
    """The four sides of a rectangle as rules."""
    return [
        Box(box.x0, box.top, box.x1, box.top),
        Box(box.x0, box.bottom, box.x1, box.bottom),
        Box(box.x0, box.top, box.x0, box.bottom),
        Box(box.x1, box.top, box.x1, box.bottom),
    ]
