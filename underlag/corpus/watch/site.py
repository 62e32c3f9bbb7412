"""The folders of a site, and what lies in its inbox."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from underlag.corpus.watch.settling import Sight, left_alone

SETTINGS = "underlag.toml"


class SiteGoneError(OSError):
    """The site's folders can't be reached: the share is away, or the folder has been moved or removed."""


@dataclass(frozen=True, slots=True)
class Site:
    """A folder that is served, by its path."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where files are dropped; subfolders are tags."""
        return self.root / "inkorg"

    @property
    def done(self) -> Path:
        """Where each original lies beside its result and report: `ÅÅÅÅ/<insats>/`."""
        return self.root / "klart"

    @property
    def review(self) -> Path:
        """Where the list lies of what a person should look at."""
        return self.root / "granska"

    @property
    def quarantine(self) -> Path:
        """Where what could not be read lies, each file with a text that says why."""
        return self.root / "karantan"

    @property
    def work(self) -> Path:
        """Where files lie while they are worked on, each in a folder of its own number."""
        return self.root / ".arbete"

    @property
    def folders(self) -> tuple[Path, ...]:
        """All of them. Only `underlag init` makes them, so that a share that is away is never mistaken for an empty one."""
        return (self.inbox, self.done, self.review, self.quarantine, self.work)

    @property
    def settings(self) -> Path | None:
        """The settings file, where there is one."""
        file = self.root / SETTINGS
        return file if file.is_file() else None

    def require(self) -> None:
        """Raises SiteGoneError where one of the folders isn't there."""
        for folder in self.folders:
            if not folder.is_dir():
                raise SiteGoneError(f"mappen {folder} finns inte")

    def make(self) -> None:
        """Makes the folders that aren't there."""
        for folder in self.folders:
            folder.mkdir(parents=True, exist_ok=True)

    def _refuse(self, error: OSError) -> None:
        """A subfolder that can't be looked into is passed over; where it is the inbox itself, the look is no look."""
        if error.filename == str(self.inbox):
            raise error

    def dropped(self) -> Iterator[Sight]:
        """The ordinary files in the inbox, save those that are left alone."""
        for here, folders, names in os.walk(self.inbox, onerror=self._refuse):
            folders[:] = [name for name in folders if not left_alone(name)]
            present = frozenset(names)
            for name in names:
                if not left_alone(name) and (sight := _sight(Path(here, name), present)):
                    yield sight


def _sight(path: Path, beside: frozenset[str]) -> Sight | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Sight(path, found.st_size, found.st_mtime_ns, in_use=bool(_owner_files(path.name) & beside))


def _owner_files(name: str) -> frozenset[str]:
    """The files by which Word and LibreOffice say that they have `name` open. Word's replaces the first two characters of a long name."""
    return frozenset({f"~${name}", f"~${name[2:]}", f".~lock.{name}#"})
