"""Documents read, one or many: scanned pages of all of them side by side in one pool, everything else in the caller's thread.

    begin -> draft -> its scanned pages to the pool ... -> document
    begin -> draft -> ...                                             while the pool works on the first one's last pages

pdfium knows no threads, and layout would hold the interpreter's lock anyway; so one thread opens, decodes and lays out, and
does it for the next documents while pages of the first are being read.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from underlag import __version__
from underlag.extract.draft import Draft
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Document

if TYPE_CHECKING:  # they bring Tesseract and OpenCV, which only scans need
    from underlag.extract.ocr import Engine
    from underlag.extract.scan_pool import ScanPool

Begin = Callable[[], Draft]
"""Opens a document. Raises the errors of `underlag.errors`."""

_AHEAD = 2  # pages decoded, and documents open, for each thread: so many that none idles while a document is laid out and judged


class Reading:
    """A document being read."""

    def __init__(self, begin: Begin) -> None:
        self.pages: list[Future[ScannedPage]] = []
        self._begin = begin
        self._draft: Draft | None = None
        self._error: Exception | None = None
        self._begun = False

    def scans(self) -> Iterator[ScanJob]:
        """Opens the document; the pages that are to be read as scans, decoded when asked for. What goes wrong is kept."""
        try:
            self._draft = self._begin()
            yield from self._draft.scans
        except Exception as error:  # noqa: BLE001  not swallowed: whoever asks for the document gets it, and other documents go on
            self._error = error
        self._begun = True

    @property
    def ready(self) -> bool:
        """Has everything been read that `document` needs?"""
        return self._begun and all(page.done() for page in self.pages)

    def document(self) -> Document:
        """The document, laid out when it is asked for. Raises what went wrong while it was read."""
        if self._error:
            raise self._error
        assert self._draft, "asked for before it was begun"
        return self._draft.finish([page.result() for page in self.pages])


class Reader:
    """Reads documents, `jobs` scanned pages at a time (all cores with None). It belongs to one thread, is made once for a run,
    used in `with`, and keeps its engines loaded from one document to the next.
    """

    def __init__(self, jobs: int | None = None, new_engine: Callable[[], Engine] | None = None, folder: Path | None = None) -> None:
        """`new_engine` makes the engine of each thread, Tesseract with None; `folder` keeps pages from one run to the next."""
        self._jobs = jobs or os.cpu_count() or 1
        self._new_engine = new_engine
        self._folder = folder
        self._pool: ScanPool | None = None
        self._running: set[Future[ScannedPage]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool:
            self._pool.close()

    def document(self, begin: Begin) -> Document:
        """One document. Raises the errors of `underlag.errors`."""
        return next(self.documents((begin,))).document()

    def documents(self, begins: Iterable[Begin]) -> Iterator[Reading]:
        """The documents in order, each given when it can be laid out. A few are open at once, and their images in memory, never more."""
        waiting: deque[Reading] = deque()
        steps = self._steps(begins, waiting)
        more = True
        while more or waiting:
            if waiting and waiting[0].ready:
                yield waiting.popleft()
            elif more and self._has_room(waiting):
                more = next(steps, False)
            elif waiting:
                wait(self._unread(), return_when=FIRST_COMPLETED)

    def _steps(self, begins: Iterable[Begin], waiting: deque[Reading]) -> Iterator[bool]:
        """Begins the documents one after another; each step puts a page into the pool or ends a document."""
        for begin in begins:
            reading = Reading(begin)
            waiting.append(reading)
            for job in reading.scans():
                reading.pages.append(self._submit(job))
                yield True
            yield True

    def _has_room(self, waiting: deque[Reading]) -> bool:
        return len(self._unread()) < _AHEAD * self._jobs and len(waiting) <= _AHEAD * self._jobs

    def _unread(self) -> set[Future[ScannedPage]]:
        """The pages that the pool has and has not read yet."""
        self._running = {page for page in self._running if not page.done()}
        return self._running

    def _submit(self, job: ScanJob) -> Future[ScannedPage]:
        if self._pool is None:
            from underlag.extract import ocr, scan_cache, scan_pool  # noqa: PLC0415  they and OpenCV are for scans only

            folder = scan_cache.ScanFolder(self._folder, f"{__version__} {ocr.engine_identity()}") if self._folder else None
            self._pool = scan_pool.ScanPool(self._jobs, self._new_engine or ocr.Tesseract, scan_cache.ScanCache(folder))
        page = self._pool.read(job)
        self._running.add(page)
        return page
