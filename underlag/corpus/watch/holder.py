"""Who serves a site whose ledger is a file: one service at a time, held by a lock that ends with its process."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from underlag.errors import UsageError


@contextmanager
def hold(ledger: Path | None, *, now: float) -> Iterator[None]:
    """Holds the ledger's file against other services; a server (None) needs no holder. Raises UsageError that names who holds it."""
    if ledger is None:
        yield
        return
    with ledger.with_name(f"{ledger.name}.tjanst").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise UsageError(
                f"mappen sköts redan av en annan tjänst ({file.read().strip() or 'okänd'})",
                where=str(ledger),
                remedy="Stoppa den först, eller använd PostgreSQL om flera ska dela på arbetet",
            ) from None
        with suppress(OSError):  # a full disk keeps nobody from holding it
            _say_who(file, now)
        yield


def _say_who(file: TextIO, now: float) -> None:
    since = datetime.fromtimestamp(now, UTC).astimezone()
    file.truncate(0)
    file.write(f"dator {socket.gethostname()}, process {os.getpid()}, sedan {since:%Y-%m-%d %H:%M}\n")
    file.flush()
