"""What every step of the service works with."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from underlag.corpus.watch.journal import Journal
from underlag.corpus.watch.ledger import Ledger, LedgerError, NotOursError
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.site import Site, SiteGoneError
from underlag.corpus.watch.tables import State
from underlag.corpus.watch.trouble import growing_wait, trouble
from underlag.corpus.watch.views import Views
from underlag.errors import internal_error

LOST_TRIES = 5
"""How often a file that lies nowhere is looked for, since a share may be away for a moment."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day, in seconds since 1970, and one that only goes forward."""

    now: Callable[[], float] = time.time
    elapsed: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Desk:
    """A site, its ledger, and what the service is told; `first_wait`: seconds before a failed step is taken again the first time;
    `tells`: is there anybody to tell of a file that has ended?
    """

    site: Site
    ledger: Ledger
    views: Views
    journal: Journal
    clock: Clock
    first_wait: float
    tells: bool

    def folder(self, file: File) -> Path:
        """Where a file lies while it is worked on."""
        return self.site.work / str(file.id)

    def held(self, file: File) -> Path:
        """The original while it is worked on."""
        return self.folder(file) / file.name

    def out(self, file: File) -> Path:
        """Where what was made of it at the last attempt lies."""
        return self.folder(file) / f"ut-{file.attempts}"

    def goal(self, file: File) -> Path:
        """Where the original lies in the end."""
        assert file.place is not None
        return self.site.root / file.place

    @contextmanager
    def patience(self, file: File) -> Iterator[None]:
        """A step of one file: where it fails, and the site is there, that file waits and the others go on."""
        try:
            yield
        except (SiteGoneError, LedgerError):
            raise
        except NotOursError:
            self.journal.tell("släppt", file=file.name)
        except Exception as error:  # noqa: BLE001  the boundary of one file
            self.site.require()
            with suppress(NotOursError):
                self._put_off(file, error)

    def _put_off(self, file: File, error: Exception) -> None:
        if isinstance(error, FileNotFoundError) and file.setbacks >= LOST_TRIES:
            self._lose(file)
        else:
            self.wait(file, trouble(error) if isinstance(error, OSError) else internal_error(error).what)

    def wait(self, file: File, what: str) -> None:
        """Has the file wait, longer each time, for a passing trouble to pass."""
        pause = growing_wait(self.first_wait, file.setbacks)
        self.ledger.postpone(file, until=self.clock.now() + pause, hindrance=what)
        self.journal.tell("väntar", file=file.name, reason=what, seconds=pause)

    def _lose(self, file: File) -> None:
        if self.held(file).exists() or (file.place and self.goal(file).exists()):
            self.wait(file, "en fil som hör till är borta")
            return
        self.ledger.lose(file, self.clock.now(), tell=self.tells)
        self.journal.tell("borta", file=file.name, state=State.MISSING)
