"""A page before its layout is understood: words, rules and pictures, as the PDF reader and the scan reader both find them."""

from __future__ import annotations

from dataclasses import dataclass

from underlag.schemas.page import Box, Line, Picture, Reader, Word


@dataclass(frozen=True, slots=True)
class RawPage:
    """What stands on a page, in no order.

    `words`: with boxes; checkbox glyphs are words of their own (`☒`, `☐`). `rules`: straight lines as thin boxes, horizontal
    where wider than high. `pictures`: images, drawings and ink. Everything in points from the top left as displayed.
    """

    number: int
    width: float
    height: float
    reader: Reader
    words: tuple[Word, ...] = ()
    rules: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    furniture: tuple[Line, ...] = ()
