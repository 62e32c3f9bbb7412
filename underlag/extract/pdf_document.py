"""PDF files to the page model, decided page by page: the text layer where it can be trusted, else the page is read as a scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from underlag.extract.displayed import pages_of
from underlag.extract.draft import Draft
from underlag.extract.mojibake import replaced, signs_meant
from underlag.extract.pdf import PageError, PdfFile, open_pdf
from underlag.extract.pdf_quality import dots_lost, is_damaged
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
    damaged: dict[int, RawPage] = field(default_factory=dict)
    """Pages whose text has lost letters, as that text has them, by number."""
    troubles: list[Trouble] = field(default_factory=list)

    def document(self, scanned: Sequence[ScannedPage]) -> Document:
        better = [page for page in scanned if not self._says_less(page)]
        kept = [raw for number, raw in self.damaged.items() if number not in {page.raw.number for page in better}]
        raws = sorted((*mended(self.raws + kept), *(page.raw for page in better)), key=lambda raw: raw.number)
        pages = pages_of(raws, {page.raw.number: page.frame for page in better})
        return Document("application/pdf", pages, troubles=(*self.troubles, *(page.trouble for page in better if page.trouble)))

    def _says_less(self, page: ScannedPage) -> bool:
        """Is a page no better for having been read as a scan: its text is as it looks, without dots?"""
        text = self.damaged.get(page.raw.number)
        return text is not None and dots_lost(page.raw.words) > dots_lost(text.words) / 2


def mended(raws: Sequence[RawPage]) -> list[RawPage]:
    """The pages, their words put right where the file gives signs for å, ä and ö that are those of another character set."""
    meant = signs_meant(" ".join(word.text for raw in raws for word in raw.words))
    if not meant:
        return list(raws)
    return [replace(raw, words=tuple(replace(word, text=replaced(word.text, meant)) for word in raw.words)) for raw in raws]


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
                if is_damaged(raw.words):
                    found.damaged[number] = raw
                yield ScanJob(image, number, raw.width, raw.height, "pdf-ocr")
