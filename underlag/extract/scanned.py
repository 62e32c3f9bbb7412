"""A page that is to be read as a scan, and what reading it gives; neither knows how it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from underlag.extract.frame import Frame
from underlag.extract.raw import RawPage
from underlag.schemas.page import Reader, Trouble

if TYPE_CHECKING:  # Word and text files come here too, and need no pictures
    from PIL import Image


@dataclass(frozen=True, slots=True)
class ScanJob:
    """A page to be read: `width` and `height` are its size in points as displayed, `image` shows all of it."""

    image: Image.Image
    number: int
    width: float
    height: float
    reader: Reader


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """`raw` is upright and level; `frame.as_displayed` maps its boxes to the page as displayed. `trouble` says in Swedish
    why the page, or null if nothing, was not read.
    """

    raw: RawPage
    frame: Frame
    trouble: Trouble | None = None
