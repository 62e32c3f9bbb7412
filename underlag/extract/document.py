"""A file's bytes to its page model, whatever the kind; a PDF is decided page by page."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageSequence, UnidentifiedImageError

from underlag.errors import UnreadableError
from underlag.extract.displayed import moved, moved_line
from underlag.extract.files import file_kind
from underlag.extract.furniture import without_furniture
from underlag.extract.layout import lay_out
from underlag.extract.pdf import PageError, PdfFile, open_pdf
from underlag.extract.plain_text import read_text
from underlag.extract.raw import RawPage
from underlag.extract.scan import ScanJob, ScannedPage, read_scans
from underlag.extract.scan_frame import Frame
from underlag.extract.word import read_word
from underlag.schemas.page import Document, Page, Trouble

_MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "MPO": "image/jpeg"}
_A4_WIDTH, _A4_HEIGHT = 595.3, 841.9
_MOST_FRAMES = 2000


def read_document(data: bytes, jobs: int | None = None) -> Document:
    """The document in the bytes; `jobs` scanned pages are read at once (as many as there are cores with None).

    Raises the errors of `underlag.errors`.
    """
    kind = file_kind(data)
    if kind == "pdf":
        with open_pdf(data) as pdf:
            return _read_pdf(pdf, jobs)
    if kind == "word":
        return read_word(data)
    return read_text(data) if kind == "text" else _read_image(data, jobs)


def _read_pdf(pdf: PdfFile, jobs: int | None) -> Document:
    raws: dict[int, RawPage] = {}
    scans: dict[int, tuple[float, float]] = {}
    troubles: list[Trouble] = []
    for number in range(1, pdf.page_count + 1):
        try:
            raw = pdf.raw_page(number)
            if pdf.needs_ocr(number):
                scans[number] = (raw.width, raw.height)
            else:
                raws[number] = raw
        except PageError as error:
            troubles.append(error.trouble)
    frames: dict[int, Frame] = {}
    for scanned in read_scans(_pdf_jobs(pdf, scans), jobs) if scans else ():
        _take(scanned, raws, frames, troubles)
    return Document("application/pdf", _pages([raws[n] for n in sorted(raws)], frames), troubles=tuple(troubles))


def _pdf_jobs(pdf: PdfFile, sizes: dict[int, tuple[float, float]]) -> Iterator[ScanJob]:
    for number, (width, height) in sizes.items():
        yield ScanJob(pdf.image(number), number, width, height, "pdf-ocr")


def _take(scanned: ScannedPage, raws: dict[int, RawPage], frames: dict[int, Frame], troubles: list[Trouble]) -> None:
    raws[scanned.raw.number] = scanned.raw
    frames[scanned.raw.number] = scanned.frame
    if scanned.trouble:
        troubles.append(scanned.trouble)


def _pages(raws: list[RawPage], frames: dict[int, Frame]) -> tuple[Page, ...]:
    """Headers and footers apart, every page laid out, scanned ones put back as displayed."""
    pages = []
    for raw in without_furniture(raws):
        blocks, furniture = lay_out(raw), raw.furniture
        frame = frames.get(raw.number)
        if frame:
            blocks = moved(blocks, frame.as_displayed)
            furniture = tuple(moved_line(line, frame.as_displayed) for line in furniture)
        width, height = (raw.height, raw.width) if frame and frame.turn in (90, 270) else (raw.width, raw.height)
        pages.append(Page(raw.number, raw.reader, blocks, furniture, width, height))
    return tuple(pages)


def _read_image(data: bytes, jobs: int | None) -> Document:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large images; the scan reader makes them small enough
            image = Image.open(io.BytesIO(data))
            count = min(getattr(image, "n_frames", 1), _MOST_FRAMES)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableError("bilden går inte att läsa", remedy="Skanna om sidan och spara den som PDF, PNG eller TIFF.") from error
    raws: dict[int, RawPage] = {}
    frames: dict[int, Frame] = {}
    troubles: list[Trouble] = []
    for scanned in read_scans(_image_jobs(image, troubles), jobs):
        _take(scanned, raws, frames, troubles)
    if not raws:
        raise UnreadableError("bilden går inte att läsa", remedy="Skanna om sidan och spara den som PDF, PNG eller TIFF.")
    if getattr(image, "n_frames", 1) > count:
        troubles.append(Trouble(None, f"Bara de första {count} sidorna lästes."))
    pages = _pages([raws[n] for n in sorted(raws)], frames)
    return Document(_MEDIA.get(image.format or "", "application/octet-stream"), pages, troubles=tuple(troubles))


def _image_jobs(image: Image.Image, troubles: list[Trouble]) -> Iterator[ScanJob]:
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


def size_in_points(image: Image.Image) -> tuple[float, float]:
    """The page's size by its own resolution where that is believable, else as if it were A4."""
    dpi = image.info.get("dpi", (0, 0))
    across = float(dpi[0]) if isinstance(dpi, tuple) and dpi and dpi[0] else 0.0
    if 72 < across <= 1200:
        return image.width * 72 / across, image.height * 72 / across
    scale = (_A4_WIDTH if image.width <= image.height else _A4_HEIGHT) / image.width
    return image.width * scale, image.height * scale
