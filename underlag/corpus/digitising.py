"""Many documents read in one run that can be taken up again: which files, what becomes of each, and counts that add up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from underlag.corpus.manifest import Entry, Manifest
from underlag.corpus.watch.moves import digest, write_whole
from underlag.errors import UnderlagError
from underlag.schemas.result import Result

ENDINGS = frozenset({".docx", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".txt"})
FEWEST = 20  # files read before their failures are a rate
SCANS = frozenset({"pdf-ocr", "pdf-mixed", "image"})


class Read(Protocol):
    """A file that has been read, here or elsewhere."""

    @property
    def result(self) -> Result:
        """What it says."""

    def searchable(self) -> bytes:
        """A scan's searchable PDF/A."""


Reading = Callable[[Iterable[Path]], Iterator[tuple[int, Read | UnderlagError]]]
"""Reads files in any order; each comes once, with its number among those given. An error stands for a file that could not be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and its path below what was named, by which its results are called."""

    file: Path
    place: str


def sources(paths: Sequence[Path], *, but: Path) -> Iterator[Source]:
    """The files of the folders in order, those in `but` (where the output goes) and hidden ones left out. Of several folders each keeps
    its name.
    """
    left_out = but.resolve()
    for path in paths:
        root = path.parent if path.is_file() or len(paths) > 1 else path
        for file in _files(path):
            if not file.resolve().is_relative_to(left_out):
                yield Source(file, file.relative_to(root).as_posix())


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for here, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith((".", "~$")))


@dataclass(slots=True)
class Counts:
    """What became of the files of a run. `others` are no documents by their names."""

    found: int = 0
    read: int = 0
    before: int = 0
    duplicates: int = 0
    failed: int = 0
    others: int = 0
    pages: int = 0

    @property
    def left(self) -> int:
        """Files that the run did not come to."""
        return self.found - self.read - self.before - self.duplicates - self.failed - self.others

    @property
    def failing(self) -> float:
        """Percent of the files tried now that could not be read; 0 until enough have been."""
        tried = self.read + self.failed
        return 100 * self.failed / tried if tried >= FEWEST else 0.0


@dataclass(slots=True)
class Run:
    """One run: its files, where results go, and what is made of them. `keep` takes each result, for an archive."""

    files: Sequence[Source]
    out: Path
    manifest: Manifest
    keep: Callable[[Result], None]
    searchable: bool = False
    counts: Counts = field(default_factory=Counts)
    _hand: dict[int, Entry] = field(default_factory=dict)
    _first: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.counts.found = len(self.files)

    def entries(self, reading: Reading) -> Iterator[Entry]:
        """What became of each file that had to be read, as soon as it is on the disk."""
        for number, read in reading(self._to_read()):
            entry = self._hand.pop(number)
            done = self._failed(entry, read) if isinstance(read, UnderlagError) else self._done(entry, read)
            self.manifest.add(done)
            yield done

    def _to_read(self) -> Iterator[Path]:
        """The files that must be read: documents by their names, not done before, and of other content than those before them."""
        numbers = count()
        for source in self.files:
            if source.file.suffix.casefold() not in ENDINGS:
                self.counts.others += 1
            elif self._is_done(source):
                self.counts.before += 1
            elif entry := self._fresh(source):
                self._hand[next(numbers)] = entry
                yield source.file

    def _is_done(self, source: Source) -> bool:
        """Was the file, as it stands, read by an earlier run, and is its result still there?"""
        known = self.manifest.entries.get(source.place)
        if known is None or known.state == "fel" or (known.size, known.changed) != _stamp(source.file):
            return False
        if known.result is not None and not (self.out / known.result).exists():
            return False
        self._first.setdefault(known.sha256, known.first or known.place)
        return True

    def _fresh(self, source: Source) -> Entry | None:
        """The file's entry as far as it is known before it is read; None for a duplicate, whose entry is complete."""
        size, changed = _stamp(source.file)
        try:
            content = digest(source.file)
        except OSError:
            content = ""  # the reader says what is wrong with it
        entry = Entry(place=source.place, size=size, changed=changed, sha256=content, state="fel")
        first = self._first.setdefault(content, source.place) if content else source.place
        if first == source.place:
            return entry
        self.counts.duplicates += 1
        self.manifest.add(entry.model_copy(update={"state": "dubblett", "first": first}))
        return None

    def _failed(self, entry: Entry, error: UnderlagError) -> Entry:
        self.counts.failed += 1
        return entry.model_copy(update={"error": error.line()})

    def _done(self, entry: Entry, read: Read) -> Entry:
        result = read.result
        target = self.out / f"{entry.place}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        self.keep(result)
        copy = None
        if self.searchable and result.source.reader in SCANS:
            copy = f"{entry.place}.pdfa.pdf"
            write_whole(read.searchable(), self.out / copy)
        write_whole(result.model_dump_json(by_alias=True).encode() + b"\n", target)
        self.counts.read += 1
        self.counts.pages += result.source.pages
        facts = {"state": "klar", "pages": result.source.pages, "complete": result.complete, "result": f"{entry.place}.json"}
        return entry.model_copy(update={**facts, "searchable": copy})


def _stamp(file: Path) -> tuple[int, int]:
    """Size in bytes and time of change in nanoseconds; a file that went away has neither."""
    try:
        told = file.stat()
    except OSError:
        return 0, 0
    return told.st_size, told.st_mtime_ns
