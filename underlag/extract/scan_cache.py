"""Scanned pages that were read before, known again by their image: in memory, and in a folder where the office names one.

What a page says is personal data. The folder is its owner's alone (0700, its files 0600), and holds no more than a bounded size:
pages that were not asked for longest are dropped first.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import threading
import zlib
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from underlag.errors import OutputError, UsageError
from underlag.extract.scanned import ScanJob, ScannedPage

MOST_BYTES = 512 << 20
_MOST_IN_MEMORY = 64  # pages
_MOST_UNPACKED = 64 << 20
_SUFFIX = ".page"

log = logging.getLogger(__name__)


class ScanCache:
    """What is remembered of one run; `folder` outlives it. Several threads may use it."""

    def __init__(self, folder: ScanFolder | None = None) -> None:
        self._folder = folder
        self._pages: OrderedDict[str, ScannedPage] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: str, number: int) -> ScannedPage | None:
        """The page as it was read before, with the number that it has now; `key` as `image_key` gives it."""
        page = self._remembered(key)
        if page is None and self._folder:
            page = self._folder.find(key)
            if page:
                self._remember(key, page)
        return _numbered(page, number) if page else None

    def keep(self, key: str, page: ScannedPage) -> None:
        """Remembers how the page was read; one that could not be read is tried again the next time."""
        if page.trouble:
            return
        self._remember(key, page)
        if self._folder:
            self._folder.keep(key, page)

    def _remembered(self, key: str) -> ScannedPage | None:
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
            return page

    def _remember(self, key: str, page: ScannedPage) -> None:
        with self._lock:
            self._pages[key] = page
            if len(self._pages) > _MOST_IN_MEMORY:
                self._pages.popitem(last=False)


class ScanFolder:
    """Pages in files, each named by its image and by `identity`: all else that decides how an image is read."""

    def __init__(self, folder: Path, identity: str, most_bytes: int = MOST_BYTES) -> None:
        """Makes the folder where it is missing. Raises UsageError where others may look into it, OutputError where it can't be made."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mode = folder.stat().st_mode
        except OSError as error:
            raise OutputError("mappen för lästa sidor kan inte skapas", where=str(folder), remedy=str(error.strerror)) from error
        if os.name == "posix" and mode & 0o077:
            raise UsageError(
                "mappen för lästa sidor är öppen för andra", where=str(folder), remedy="Kör chmod 700 på den, eller ange en ny"
            )
        self._folder, self._identity, self._most_bytes = folder, identity, most_bytes
        self._pages = TypeAdapter(ScannedPage)
        self._size = sum(size for _, size, _ in self._files())
        self._lock = threading.Lock()

    def find(self, key: str) -> ScannedPage | None:
        """The page, or None where it is not there or damaged."""
        file = self._file(key)
        try:
            unpacked = zlib.decompressobj().decompress(file.read_bytes(), _MOST_UNPACKED)
            page = self._pages.validate_json(unpacked)
            os.utime(file)
        except (OSError, zlib.error, ValidationError):
            return None
        return page

    def keep(self, key: str, page: ScannedPage) -> None:
        """Writes the page, whole or not at all. Where that fails the page is read anew the next time."""
        data = zlib.compress(self._pages.dump_json(page), 1)
        file = self._file(key)
        unfinished = file.with_name(f".{secrets.token_hex(8)}")
        try:
            with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(data)
            unfinished.replace(file)
        except OSError as error:
            log.warning("a read page could not be kept: %s", error.strerror)
            unfinished.unlink(missing_ok=True)
            return
        with self._lock:
            self._size += len(data)
            if self._size > self._most_bytes:
                self._size = self._drop_oldest()

    def _file(self, key: str) -> Path:
        name = hashlib.blake2b(f"{self._identity}\n{key}".encode(), digest_size=20).hexdigest()
        return self._folder / (name + _SUFFIX)

    def _files(self) -> list[tuple[float, int, Path]]:
        """When each file was last asked for, its bytes, its place; the oldest first."""
        found = []
        for entry in os.scandir(self._folder):
            if entry.name.endswith(_SUFFIX):
                status = entry.stat()
                found.append((status.st_mtime, status.st_size, Path(entry.path)))
        return sorted(found)

    def _drop_oldest(self) -> int:
        """Drops the pages not asked for longest, down to nine tenths of what is allowed; the bytes that are left."""
        files = self._files()
        left = sum(size for _, size, _ in files)
        for _, size, file in files:
            if left <= 0.9 * self._most_bytes:
                break
            file.unlink(missing_ok=True)
            left -= size
        return left


def image_key(job: ScanJob) -> str:
    """Tells images apart, and the size and kind of page that they are read as."""
    said = f"{job.image.mode} {job.image.size} {job.width} {job.height} {job.reader}\n"
    return hashlib.blake2b(said.encode() + job.image.tobytes(), digest_size=20).hexdigest()


def _numbered(page: ScannedPage, number: int) -> ScannedPage:
    pictures = tuple(replace(picture, page=number) for picture in page.raw.pictures)
    return replace(page, raw=replace(page.raw, number=number, pictures=pictures))
