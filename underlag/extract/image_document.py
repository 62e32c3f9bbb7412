"""Page images (PNG, JPEG, TIFF of one or more pages) to the page model."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence

from PIL import Image, ImageSequence, UnidentifiedImageError

from underlag.errors import UnreadableError
from underlag.extract.displayed import pages_of
from underlag.extract.draft import Draft
from underlag.extract.images import size_in_points
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Document, Trouble

_MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "MPO": "image/jpeg"}
_MOST_FRAMES = 2000
_REMEDY = "Skanna om sidan och spara den som PDF, PNG eller TIFF."


def draft_image(data: bytes) -> Draft:
    """The image opened; all its pages are scans."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large images; the scan reader makes them small enough
            image = Image.open(io.BytesIO(data))
            count = getattr(image, "n_frames", 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableError("bilden går inte att läsa", remedy=_REMEDY) from error
    troubles: list[Trouble] = []

    def finish(scanned: Sequence[ScannedPage]) -> Document:
        if count > _MOST_FRAMES:
            troubles.append(Trouble(None, f"Bara de första {_MOST_FRAMES} sidorna lästes."))
        return _document(_MEDIA.get(image.format or "", "application/octet-stream"), scanned, troubles)

    return Draft(_jobs(image, troubles), finish)


def _document(media_type: str, scanned: Sequence[ScannedPage], troubles: list[Trouble]) -> Document:
    if not scanned:
        raise UnreadableError("bilden går inte att läsa", remedy=_REMEDY)
    pages = pages_of([page.raw for page in scanned], {page.raw.number: page.frame for page in scanned})
    return Document(media_type, pages, troubles=(*troubles, *(page.trouble for page in scanned if page.trouble)))


def _jobs(image: Image.Image, troubles: list[Trouble]) -> Iterator[ScanJob]:
    """The image's pages; one that can't be decoded is a trouble, the others go on."""
    for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
        if number > _MOST_FRAMES:
            return
        try:
            loaded = frame.convert("L")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            troubles.append(Trouble(number, f"Sidan {number} går inte att läsa."))
            continue
        width, height = size_in_points(frame)
        yield ScanJob(loaded, number, width, height, "image")
