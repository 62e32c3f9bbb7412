"""A day in the life of a service, told by a clock that the test turns: it grows in nothing."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from tests.watching import Watched
from underlag.corpus.watch.service import Service

HOURS = 24
PAGE = os.sysconf("SC_PAGE_SIZE")
TOLERATED = 4 << 20
"""Bytes: what the interpreter may keep of its own accord."""


def test_a_day_leaves_memory_and_open_files_as_they_were(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    used = []
    with watched.service() as service:
        for hour in range(HOURS):
            _hour(watched, service, hour)
            used.append(_used())
    memory, files = zip(*used[4:], strict=True)
    assert len(set(files)) == 1
    assert memory[-1] - memory[0] < TOLERATED
    assert len([path for path in watched.files() if path.endswith((".pdf.html", "pdf.txt"))]) == 2 * HOURS


def _hour(watched: Watched, service: Service, hour: int) -> None:
    """Files come in, good and bad; a share goes away for a while."""
    for number, text in enumerate((f"läslig Insats {hour}", f"läslig Insats {hour}", f"trasig {hour}")):
        watched.drop(f"{number}/ansökan {hour}.pdf", text)
    watched.tick_for(service, 1200, least=60)
    away = watched.site.root.with_name("borta")
    watched.site.root.rename(away)
    watched.tick_for(service, 120, least=60)
    away.rename(watched.site.root)
    watched.tick_for(service, 2280, least=60)


def _used() -> tuple[int, int]:
    """Bytes of memory in use, and files that are open."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * PAGE, sum(1 for _ in Path("/proc/self/fd").iterdir())
