"""PDF files to the page model, decided page by page: the text layer where it can be trusted, else the page is read as a scan."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.extract.displayed import Stance, pages_of
from underlag.extract.pdf import PageError, PdfFile, open_pdf
from underlag.extract.raw import RawPage
from underlag.schemas.page import Document, Trouble


def read_pdf(data: bytes, jobs: int | None = None) -> Document:
    """The document; a page that can't be read is a trouble, the others go on."""
    raws: dict[int, RawPage] = {}
    sizes: dict[int, tuple[float, float]] = {}
    troubles: list[Trouble] = []
    stances: dict[int, Stance] = {}
    with open_pdf(data) as pdf:
        for number in range(1, pdf.page_count + 1):
            try:
                raw = pdf.raw_page(number)
                if pdf.needs_ocr(number):
                    sizes[number] = (raw.width, raw.height)
                else:
                    raws[number] = raw
            except PageError as error:
                troubles.append(error.trouble)
        if sizes:
            stances = _read_scans(pdf, sizes, raws, troubles, jobs)
    return Document("application/pdf", pages_of([raws[n] for n in sorted(raws)], stances), troubles=tuple(troubles))


def _read_scans(
    pdf: PdfFile, sizes: dict[int, tuple[float, float]], raws: dict[int, RawPage], troubles: list[Trouble], jobs: int | None
) -> dict[int, Stance]:
    """Reads the pages of `sizes` (points as displayed) as scans into `raws`; gives back how they lie as displayed."""
    from underlag.extract.scan import ScanJob  # noqa: PLC0415  Tesseract and OpenCV, for scans only
    from underlag.extract.scanned import read_scanned  # noqa: PLC0415

    def wanted() -> Iterator[ScanJob]:
        for number, (width, height) in sizes.items():
            try:
                image = pdf.image(number)
            except PageError as error:
                troubles.append(error.trouble)
                continue
            yield ScanJob(image, number, width, height, "pdf-ocr")

    gathered = read_scanned(wanted(), jobs)
    raws.update(gathered.raws)
    troubles += gathered.troubles
    return gathered.stances
