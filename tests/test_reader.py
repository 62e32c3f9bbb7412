"""Several documents read at once: in order, bounded, and none stopped by another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from PIL import Image

from underlag.errors import UnreadableError
from underlag.extract.draft import Draft, without_scans
from underlag.extract.ocr import GreyImage, Mode, OcrWord
from underlag.extract.reader import Reader
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Document, Page

JOBS = 2
MOST_PAGES = 2 * JOBS
"""Pages that may be decoded and not yet read."""


@dataclass
class Desk:
    """An engine that finds nothing and counts the pages it has read; it begins when `enough` pages are decoded."""

    enough: int = 1
    go: threading.Event = field(default_factory=threading.Event)
    decoded: list[str] = field(default_factory=list)
    read: list[Mode] = field(default_factory=list)
    most: int = 0

    def words(self, image: GreyImage, mode: Mode, resolution: int) -> list[OcrWord]:
        self.go.wait(20)
        self.read.append(mode)
        return []

    def scanned(self, name: str, pages: int) -> Callable[[], Draft]:
        """A document of scanned pages, each with a blot on it."""

        def scans() -> Iterator[ScanJob]:
            for number in range(1, pages + 1):
                self.decoded.append(f"{name}{number}")
                self.most = max(self.most, len(self.decoded) - len(self.read))
                if len(self.decoded) >= self.enough:
                    self.go.set()
                page = Image.new("L", (200, 280), 255)
                page.paste(0, (90, 90, 110, 110 + len(self.decoded)))  # no two alike, or the second would not be read
                yield ScanJob(page, number, 50, 70, "pdf-ocr")

        def finish(read: Sequence[ScannedPage]) -> Document:
            return Document(name, tuple(Page(page.raw.number, "pdf-ocr", ()) for page in read))

        return lambda: Draft(scans(), finish)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def reader(desk: Desk) -> Iterator[Reader]:
    with Reader(JOBS, lambda: desk) as made:
        yield made


def typed(name: str) -> Callable[[], Draft]:
    return lambda: without_scans(Document(name, ()))


def test_documents_come_in_order_with_their_pages_in_order(reader: Reader, desk: Desk) -> None:
    begins = [desk.scanned("a", 3), typed("b"), desk.scanned("c", 7), typed("d")]
    documents = [reading.document() for reading in reader.documents(begins)]
    assert [d.media_type for d in documents] == ["a", "b", "c", "d"]
    assert [[page.number for page in d.pages] for d in documents] == [[1, 2, 3], [], [1, 2, 3, 4, 5, 6, 7], []]


def test_pages_of_the_next_document_are_under_way_before_the_first_is_ready(reader: Reader, desk: Desk) -> None:
    desk.enough = 2
    next(reader.documents([desk.scanned("a", 1), desk.scanned("b", 1)]))
    assert desk.decoded == ["a1", "b1"]


def test_no_more_pages_are_decoded_than_are_soon_to_be_read(reader: Reader, desk: Desk) -> None:
    desk.enough = MOST_PAGES
    assert len(list(reader.documents([desk.scanned("a", 1), desk.scanned("b", 30)]))) == 2
    assert desk.most == MOST_PAGES


def test_documents_without_scans_are_not_all_opened_before_the_first_is_given(reader: Reader) -> None:
    opened = []

    def begins() -> Iterator[Callable[[], Draft]]:
        for number in range(100):
            opened.append(number)
            yield typed(str(number))

    next(reader.documents(begins()))
    assert len(opened) <= 1 + MOST_PAGES


def test_what_goes_wrong_with_one_document_stops_no_other(reader: Reader, desk: Desk) -> None:
    def not_a_document() -> Draft:
        raise UnreadableError("filen är tom")

    def breaks_off() -> Draft:
        def scans() -> Iterator[ScanJob]:
            yield from desk.scanned("b", 1)().scans
            raise KeyError("page")

        return Draft(scans(), lambda _: Document("", ()))

    first, second, third = reader.documents([not_a_document, breaks_off, typed("c")])
    with pytest.raises(UnreadableError):
        first.document()
    with pytest.raises(KeyError):
        second.document()
    assert third.document().media_type == "c"


def test_a_reader_that_is_left_in_the_middle_ends_without_reading_the_rest(desk: Desk) -> None:
    with Reader(JOBS, lambda: desk) as reader:
        next(reader.documents([desk.scanned("a", 2), desk.scanned("b", 500)]))
    assert len(desk.read) < 500
