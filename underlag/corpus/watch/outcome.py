"""What is asked of a worker about one document, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

RESULT, REPORT = ".json", ".html"
"""What a result and a report are called: as the original, with this behind."""


@dataclass(frozen=True, slots=True)
class Order:
    """A document to read: its result and report are to be written into `out`, which is there. `settings`: the office's file, if any."""

    original: Path
    out: Path
    on: date
    settings: Path | None

    @property
    def result(self) -> Path:
        """Where the result goes."""
        return self.out / (self.original.name + RESULT)

    @property
    def report(self) -> Path:
        """Where the report goes."""
        return self.out / (self.original.name + REPORT)


@dataclass(frozen=True, slots=True)
class Summary:
    """A document that was read: what the ledger keeps of its result. `year` is that of the day it bears, None where it bears none."""

    year: int | None = None
    insats: str = ""
    kinds: str = ""
    fel: int = 0
    varningar: int = 0
    undecided: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document was not read, and what to do, each a Swedish line without document text.

    `tries`: how often it is tried in all before the document is given up; None where the reason lies outside it, and will pass.
    """

    what: str
    remedy: str = ""
    tries: int | None = 1


Extractor = Callable[[Order], Summary]
"""Reads one document. Named as `module:function`, so that a worker process can find it. Raises the errors of `underlag.errors`."""
