"""Which files in the inbox have stood still long enough to be whole. No clock and no files: both are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from underlag.corpus.watch.trouble import growing_wait

_LEFT_ALONE = re.compile(
    r"\..*|~\$.*|.*~|~.*\.tmp|.*\.(?:part|partial|crdownload|download|filepart|opdownload|tmp|temp|swp)|thumbs\.db|desktop\.ini|ehthumbs\.db",
    re.IGNORECASE | re.DOTALL,
)


def left_alone(name: str) -> bool:
    """Is this a hidden file, or one that a program keeps beside documents or has not finished?"""
    return _LEFT_ALONE.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as it was seen: its size in bytes, its time of change in nanoseconds, and whether a program says that it has it open."""

    path: Path
    size: int
    changed: int
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """A file as it was seen, since when it looks so, and how often it could not be had since."""

    sight: Sight
    since: float
    refusals: int = 0


class Settling:
    """What has been seen of each file in the inbox, and since when it looks as it does."""

    def __init__(self, still: float) -> None:
        """`still`: seconds without change after which a file is whole."""
        self._still = still
        self._known: dict[Path, _Known] = {}
        self.newcomers = 0
        """How many files were there at the last look that were not at the one before."""

    def look(self, sights: Iterable[Sight], at: float) -> list[Path]:
        """The files that have stood still, told all that is there at the time `at` (seconds of any clock that only goes forward)."""
        seen = {sight.path: sight for sight in sights}
        self.newcomers = len(seen.keys() - self._known.keys())
        self._known = {path: self._still_known(sight, at) for path, sight in seen.items()}
        return [path for path, known in self._known.items() if not known.sight.in_use and self._ready(known) <= at]

    def refuse(self, path: Path, at: float) -> bool:
        """A file that has stood still can't be had: it must stand still anew, longer each time. True the first time."""
        known = self._known[path]
        self._known[path] = replace(known, since=at, refusals=known.refusals + 1)
        return known.refusals == 0

    def next_due(self, at: float) -> float | None:
        """Seconds until a file will have stood still, if nothing changes; None where none is on its way."""
        ends = [self._ready(known) - at for known in self._known.values() if not known.sight.in_use]
        return max(0.0, min(ends)) if ends else None

    def _ready(self, known: _Known) -> float:
        again = growing_wait(max(1.0, self._still), known.refusals) if known.refusals else self._still
        return known.since + again

    def _still_known(self, sight: Sight, at: float) -> _Known:
        before = self._known.get(sight.path)
        return before if before is not None and before.sight == sight else _Known(sight, at)
