"""The threads that read scanned pages, each with an engine of its own that stays loaded."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from underlag.extract.ocr import Engine
from underlag.extract.scan import read_scan
from underlag.extract.scan_cache import ScanCache, image_key
from underlag.extract.scanned import ScanJob, ScannedPage


class ScanPool:
    """`jobs` threads, each with an engine that `new_engine` makes; pages that `cache` knows are not read again.

    Threads suffice: the engine and the image work leave the interpreter's lock (docs/decisions/0004-one-pool.md).
    """

    def __init__(self, jobs: int, new_engine: Callable[[], Engine], cache: ScanCache) -> None:
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="scan")
        self._new_engine, self._cache = new_engine, cache
        self._own = threading.local()

    def read(self, job: ScanJob) -> Future[ScannedPage]:
        """The page as it will be read."""
        return self._threads.submit(self._read, job)

    def close(self) -> None:
        """Ends the threads when each has read the page it is at; pages that wait are dropped."""
        self._threads.shutdown(cancel_futures=True)

    def _read(self, job: ScanJob) -> ScannedPage:
        key = image_key(job)
        page = self._cache.find(key, job.number)
        if page is None:
            page = read_scan(job, self._engine())
            self._cache.keep(key, page)
        return page

    def _engine(self) -> Engine:
        if not hasattr(self._own, "engine"):
            self._own.engine = self._new_engine()
        engine: Engine = self._own.engine
        return engine
