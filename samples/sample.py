"""A sample document of any kind: how it is drawn, its parts, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from docx.document import Document as DocxDocument

from underlag.schemas.result import Model

Scalar = str | int | float | bool | None
Copy = Literal["docx", "pdf", "scan.pdf", "txt", "png"]
Pages = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake in a document, as a careful reviewer would note it; `at` points into the record of the part of that number."""

    at: str
    kind: str
    why: str
    expected: Scalar = None
    actual: Scalar = None
    part: int = 0

    def in_part(self, number: int) -> Flaw:
        """The same mistake where its document is a part of a packet."""
        return replace(self, part=number)


@dataclass(frozen=True, slots=True)
class Fact:
    """Two documents of a packet that disagree; `at` points into the result."""

    at: tuple[str, ...]
    kind: str
    why: str
    expected: Scalar = None
    actual: Scalar = None


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the file. `pages`: its first and last page in the PDF, where the file holds several."""

    type: str
    record: Model
    pages: Pages | None = None


@dataclass(frozen=True, slots=True)
class Scan:
    """How a copy is scanned: resolution, JPEG quality, and wear (1 is an ordinary copy)."""

    dpi: int = 200
    quality: int = 30
    wear: float = 1.0


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample. `name`: stem of its files. `copies`: which of them are kept, and in which folder (`make demo` reads `inbox/`)."""

    name: str
    draw: Callable[[], DocxDocument]
    parts: tuple[Part, ...]
    anomalies: tuple[Flaw, ...] = ()
    tolerated: tuple[Flaw, ...] = ()
    copies: Mapping[Copy, Literal["inbox", "more", "insatser"]] = field(default_factory=lambda: {"docx": "more", "pdf": "more"})
    scan: Scan = Scan()
    facts: tuple[Fact, ...] = ()
