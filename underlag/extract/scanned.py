"""The scanned pages of a file, read side by side and gathered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from underlag.extract.displayed import Stance
from underlag.extract.raw import RawPage
from underlag.extract.scan import ScanJob, read_scans
from underlag.schemas.page import Trouble


@dataclass(slots=True)
class Scanned:
    """What scanning gave, by page number: raw pages, how each lies as displayed, and what could not be read."""

    raws: dict[int, RawPage] = field(default_factory=dict)
    stances: dict[int, Stance] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)


def read_scanned(pages: Iterable[ScanJob], jobs: int | None) -> Scanned:
    """Reads the pages, `jobs` at a time (as many as there are cores with None)."""
    gathered = Scanned()
    for page in read_scans(pages, jobs):
        number = page.raw.number
        gathered.raws[number] = page.raw
        gathered.stances[number] = Stance(page.frame.as_displayed, page.frame.turn in (90, 270))
        if page.trouble:
            gathered.troubles.append(page.trouble)
    return gathered
