"""A service put together and kept going."""

from __future__ import annotations

import os
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from underlag.corpus.database import open_database, sqlite_file
from underlag.corpus.watch.arrivals import Arrivals
from underlag.corpus.watch.desk import Clock, Desk
from underlag.corpus.watch.holder import hold
from underlag.corpus.watch.journal import Journal
from underlag.corpus.watch.ledger import Ledger, Server
from underlag.corpus.watch.process import realm
from underlag.corpus.watch.service import Service
from underlag.corpus.watch.site import Site
from underlag.corpus.watch.views import Views
from underlag.corpus.watch.worker import Limits, Workshop
from underlag.errors import OutputError
from underlag.schemas.watching import Watching

EXTRACTOR = "underlag.corpus.watch.extraction:extract"


@contextmanager
def service_of(site: Site, settings: Watching, *, out: TextIO, extractor: str = EXTRACTOR, clock: Clock | None = None) -> Iterator[Service]:
    """A service of the site, ready to go, that tells of its work on `out`.

    Raises UsageError where another service holds the site, or its database's address is wrong.
    """
    clock = clock or Clock()
    site.require()
    engine = open_database(settings.ledger, beside=site.root)
    file = sqlite_file(engine)
    with hold(file, now=clock.now()):
        ledger = Ledger(engine, Server(uuid.uuid4().hex, socket.gethostname(), os.getpid(), realm()))
        journal = Journal(out, as_json=settings.json_log, now=clock.now)
        desk = Desk(site, ledger, Views(engine), journal, clock, settings.retry_seconds, settings.notice.anybody)
        workshop = Workshop(extractor, Limits(settings.time_limit_seconds, settings.memory_limit_mb))
        try:
            yield Service(desk, workshop, settings, alone=file is not None)
        finally:
            ledger.release()


def serve(site: Site, settings: Watching, *, out: TextIO, extractor: str = EXTRACTOR) -> None:
    """Serves the site until it is interrupted, or gone for good (UsageError)."""
    arrivals = Arrivals(site.inbox, polling=settings.polling)
    try:
        with service_of(site, settings, out=out, extractor=extractor) as service:
            told = False
            while True:
                pause = service.tick()
                arrivals.found(service.newcomers, told=told)
                told = arrivals.wait(pause)
    finally:
        arrivals.close()


def serve_once(site: Site, settings: Watching, *, out: TextIO, extractor: str = EXTRACTOR) -> None:
    """Takes and reads what lies in the inbox, and what waits since before; a file that is still being written is left to the next run."""
    clock = Clock()
    with service_of(site, settings, out=out, extractor=extractor, clock=clock) as service:
        started = clock.elapsed()
        while (pause := service.tick()) == 0 or (service.settling and clock.elapsed() - started <= 2 * settings.settle_seconds):
            time.sleep(pause)
        if service.trouble:
            raise OutputError(service.trouble, where=str(site.root), remedy="Det som inte hanns med görs vid nästa körning")
