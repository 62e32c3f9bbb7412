"""Pieces of a file's pages as pictures, to show a finding beside the place it was read from; the place itself is framed."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageSequence

from underlag.errors import UnderlagError
from underlag.extract.files import file_kind
from underlag.extract.images import size_in_points
from underlag.extract.pdf import PageError, open_pdf
from underlag.schemas.page import Box
from underlag.schemas.result import Place

_ACROSS, _DOWN = 130.0, 20.0  # points of surroundings, so that a reader sees the row's label and the lines around
_DPI = 110
_FRAME = (201, 127, 0)


class Crops:
    """Cuts pieces from the file in `data`; Word and text files have none."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def png(self, place: Place) -> bytes | None:
        """The piece of the page around `place`, framed, or None where there is no page to cut from."""
        if place.bbox is None:
            return None
        x0, top, x1, bottom = place.bbox
        shown = Box(max(0.0, x0 - _ACROSS), max(0.0, top - _DOWN), x1 + _ACROSS, bottom + _DOWN)
        try:
            piece = self._piece(place.page, shown)
        except (UnderlagError, PageError):
            return None
        return _framed(piece, Box(x0 - shown.x0, top - shown.top, x1 - shown.x0, bottom - shown.top)) if piece else None

    def _piece(self, page: int, box: Box) -> Image.Image | None:
        kind = file_kind(self._data)
        if kind == "pdf":
            with open_pdf(self._data) as pdf:
                return Image.open(io.BytesIO(pdf.crop_png(page, box, _DPI))).convert("RGB")
        return _from_image(self._data, page, box) if kind == "image" else None


def _from_image(data: bytes, number: int, box: Box) -> Image.Image | None:
    for at, frame in enumerate(ImageSequence.Iterator(Image.open(io.BytesIO(data))), start=1):
        if at == number:
            across, down = (size / points for size, points in zip(frame.size, size_in_points(frame), strict=True))
            corners = (box.x0 * across, box.top * down, min(frame.width, box.x1 * across), min(frame.height, box.bottom * down))
            piece = frame.convert("RGB").crop(corners)
            scale = _DPI / 72 / across
            return piece.resize((max(1, round(piece.width * scale)), max(1, round(piece.height * scale))))
    return None


def _framed(piece: Image.Image, box: Box) -> bytes:
    """The piece with `box` (points from its top left corner) framed, as PNG."""
    scale = _DPI / 72
    corners = (box.x0 * scale - 4, box.top * scale - 4, box.x1 * scale + 4, box.bottom * scale + 4)
    ImageDraw.Draw(piece).rectangle(corners, outline=_FRAME, width=2)
    out = io.BytesIO()
    piece.save(out, "PNG", optimize=True)
    return out.getvalue()
