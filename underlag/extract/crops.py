"""Pieces of a file's pages as pictures, to show a finding beside the place it was read from."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, ImageSequence

from underlag.errors import UnderlagError
from underlag.extract.document import size_in_points
from underlag.extract.files import file_kind
from underlag.extract.pdf import PageError, open_pdf
from underlag.schemas.page import Box
from underlag.schemas.result import Place

_ACROSS, _DOWN = 70.0, 14.0  # points of surroundings, so that a reader knows where on the page he is
_WIDEST = 1400  # pixels


class Crops:
    """Cuts pieces from the file in `data`; Word and text files have none."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def png(self, place: Place) -> bytes | None:
        """The piece of the page around `place`, or None where there is no page to cut from."""
        if place.bbox is None:
            return None
        x0, top, x1, bottom = place.bbox
        box = Box(x0 - _ACROSS, top - _DOWN, x1 + _ACROSS, bottom + _DOWN)
        try:
            kind = file_kind(self._data)
            if kind == "pdf":
                with open_pdf(self._data) as pdf:
                    return pdf.crop_png(place.page, box)
            return _from_image(self._data, place.page, box) if kind == "image" else None
        except (UnderlagError, PageError):
            return None


def _from_image(data: bytes, number: int, box: Box) -> bytes | None:
    image = Image.open(io.BytesIO(data))
    for at, frame in enumerate(ImageSequence.Iterator(image), start=1):
        if at == number:
            scale = frame.width / size_in_points(frame)[0]
            corners = (max(0, box.x0 * scale), max(0, box.top * scale), min(frame.width, box.x1 * scale), min(frame.height, box.bottom * scale))
            piece = ImageOps.contain(frame.convert("L").crop(corners), (_WIDEST, _WIDEST))
            out = io.BytesIO()
            piece.save(out, "PNG")
            return out.getvalue()
    return None
