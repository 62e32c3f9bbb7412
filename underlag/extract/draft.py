"""A document opened but not yet laid out: the seam between the readers of files and the pool that reads scanned pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Document


@dataclass(frozen=True, slots=True)
class Draft:
    """`scans` are the pages to be read as scans, each decoded only when it is asked for; asking for all of them also reads what
    else the file holds. `finish` makes the document, given the pages that the scans became, in the same order.
    """

    scans: Iterator[ScanJob]
    finish: Callable[[Sequence[ScannedPage]], Document]


def without_scans(document: Document) -> Draft:
    """The draft of a document that is read already."""
    return Draft(iter(()), lambda _: document)
