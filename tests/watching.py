"""A site served in the test's own process, with a clock that the test turns."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from underlag.corpus.watch.desk import Clock
from underlag.corpus.watch.making import make_site
from underlag.corpus.watch.service import Service
from underlag.corpus.watch.serving import service_of
from underlag.corpus.watch.site import Site
from underlag.schemas.watching import Watching

EXTRACTOR = "tests.fault_extractor:extract"
QUICK = Watching(settle_seconds=5, time_limit_seconds=1, memory_limit_mb=2048, json_log=True)


class Watched:
    """A site, its service, and the time, which passes only as the service waits."""

    def __init__(self, root: Path, settings: Watching = QUICK) -> None:
        self.site, self.settings, self.time = Site(root), settings, 1_700_000_000.0
        self.log = io.StringIO()
        self.clock = Clock(now=lambda: self.time, elapsed=lambda: self.time)
        make_site(self.site)

    def drop(self, name: str, text: str) -> Path:
        """Puts a file into the inbox."""
        path = self.site.inbox / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    @contextmanager
    def service(self) -> Iterator[Service]:
        """A service that has the site."""
        with service_of(self.site, self.settings, out=self.log, extractor=EXTRACTOR, clock=self.clock) as service:
            yield service

    def run(self, seconds: float = 60) -> None:
        """Serves the site for so long, by its own clock."""
        with self.service() as service:
            self.tick_for(service, seconds)

    def tick_for(self, service: Service, seconds: float, *, least: float = 0.01) -> None:
        """Turns the clock so far, as the service waits, by so much at `least`."""
        end = self.time + seconds
        while self.time < end:
            self.time += max(least, service.tick())

    @property
    def events(self) -> list[dict[str, Any]]:
        """What the service has told."""
        return [json.loads(line) for line in self.log.getvalue().splitlines()]

    def files(self) -> set[str]:
        """All files of the site but the ledger, the settings and the lists, by their paths."""
        found = (path for path in self.site.root.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.site.root))
            for path in found
            if not path.name.startswith(("liggare.db", "underlag.toml", "att granska"))
        }
