"""When to look into the inbox: as soon as the file system tells of a change there, and often where it tells of none.

Events are a courtesy: the service looks without them too, only later. Shares of other machines tell nothing of what is dropped by others,
so there the inbox is polled; and so it is where events turn out to be lost.
"""

from __future__ import annotations

import threading
from pathlib import Path

from watchfiles import watch

from underlag.corpus.mounts import network_of

POLL = 2.0
"""Seconds between two looks into an inbox that is polled."""
MISSES = 3
"""How many files may be found that no event told of, before the inbox is polled."""
STEP = 200
"""Milliseconds in which events are gathered: few, so that a service with nothing to do costs nothing."""


class Arrivals:
    """Waits for files in `inbox`; `polling`: whether to look again and again, None to choose what works."""

    def __init__(self, inbox: Path, *, polling: bool | None) -> None:
        self._inbox, self._chosen = inbox, polling
        self.polling = bool(network_of(inbox)) if polling is None else polling
        self._misses = 0
        self._event = threading.Event()
        self._listener: _Listener | None = None

    def wait(self, seconds: float) -> bool:
        """Waits so long, or until something happens in the inbox; True where an event told so."""
        if self.polling:
            self._event.wait(min(seconds, POLL))
            return False
        self._listen()
        told = self._event.wait(seconds)
        self._event.clear()
        return told

    def found(self, newcomers: int, *, told: bool) -> None:
        """Hears how many files were found that were not there before, and goes over to polling where events tell of too few."""
        if newcomers and not told:
            self._misses += newcomers
        if self._chosen is None and self._misses > MISSES:
            self.polling = True

    def close(self) -> None:
        """Stops listening."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def _listen(self) -> None:
        """Listens to the folder that is now in the inbox's place: a share may have gone and come."""
        try:
            found = self._inbox.stat()
        except OSError:
            return
        folder = (found.st_dev, found.st_ino)
        if self._listener is None or self._listener.folder != folder or not self._listener.is_alive():
            self.close()
            self._listener = _Listener(self._inbox, folder, self._event)
            self._listener.start()


class _Listener(threading.Thread):
    """Listens to one folder, told by its device and number, and sets `event` at each change in it."""

    def __init__(self, inbox: Path, folder: tuple[int, int], event: threading.Event) -> None:
        super().__init__(name="inkorg", daemon=True)
        self._inbox, self.folder, self._event = inbox, folder, event
        self._stopped = threading.Event()

    def run(self) -> None:
        """Ends when it is stopped, or can no longer listen; then a new one is begun at the next wait."""
        changes = watch(
            self._inbox,
            watch_filter=None,
            debounce=STEP,
            step=STEP,
            stop_event=self._stopped,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        try:
            for _ in changes:
                self._event.set()
        except OSError:
            return

    def stop(self) -> None:
        """Ends the listening, and waits for that."""
        self._stopped.set()
        self.join()
