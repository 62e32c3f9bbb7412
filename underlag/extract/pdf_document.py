"""PDF files to the page model, decided page by page: the text layer where it can be trusted, else the page is read as a scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from underlag.extract.displayed import pages_of
from underlag.extract.draft import Draft
from underlag.extract.pdf import PageError, PdfFile, open_pdf
from underlag.extract.raw import RawPage
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Document, Trouble


def draft_pdf(data: bytes) -> Draft:
    """The file opened; a page that can't be read is a trouble, the others go on."""
    pdf = open_pdf(data)
    found = _Found()
    return Draft(_scans(pdf, found), found.document)


@dataclass(slots=True)
class _Found:
    """What the file gave apart from its scans."""

    raws: list[RawPage] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def document(self, scanned: Sequence[ScannedPage]) -> Document:
        raws = sorted((*self.raws, *(page.raw for page in scanned)), key=lambda raw: raw.number)
        pages = pages_of(raws, {page.raw.number: page.frame for page in scanned})
        return Document("application/pdf", pages, troubles=(*self.troubles, *(page.trouble for page in scanned if page.trouble)))


def _scans(pdf: PdfFile, found: _Found) -> Iterator[ScanJob]:
    """Reads the pages in order: those whose text can be trusted into `found`, the others as jobs."""
    with pdf:
        for number in range(1, pdf.page_count + 1):
            try:
                raw = pdf.raw_page(number)
                image = pdf.image(number) if pdf.needs_ocr(number) else None
            except PageError as error:
                found.troubles.append(error.trouble)
                continue
            if image is None:
                found.raws.append(raw)
            else:
                yield ScanJob(image, number, raw.width, raw.height, "pdf-ocr")
