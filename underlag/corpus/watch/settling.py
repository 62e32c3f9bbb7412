"""Which files in the inbox have stood still long enough to be whole. No clock and no files: both are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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


class Settling:
    """What has been seen of each file in the inbox, and since when it looks as it does."""

    def __init__(self, still: float) -> None:
        """`still`: seconds without change after which a file is whole."""
        self._still = still
        self._since: dict[Path, tuple[Sight, float]] = {}
        self.newcomers = 0
        """How many files were there at the last look that were not at the one before."""

    def look(self, sights: Iterable[Sight], at: float) -> list[Path]:
        """The files that have stood still, told all that is there at the time `at` (seconds of any clock that only goes forward)."""
        seen = {sight.path: sight for sight in sights}
        self.newcomers = len(seen.keys() - self._since.keys())
        self._since = {path: (sight, self._unchanged_since(sight, at)) for path, sight in seen.items()}
        return [path for path, (sight, since) in self._since.items() if not sight.in_use and at - since >= self._still]

    def forget(self, path: Path) -> None:
        """Looks at the file anew: it could not be taken."""
        self._since.pop(path, None)

    def next_due(self, at: float) -> float | None:
        """Seconds until a file will have stood still, if nothing changes; None where none is on its way."""
        ends = [since + self._still - at for sight, since in self._since.values() if not sight.in_use]
        return max(0.0, min(ends)) if ends else None

    def _unchanged_since(self, sight: Sight, at: float) -> float:
        before = self._since.get(sight.path)
        return before[1] if before is not None and before[0] == sight else at
