"""When the service looks into the inbox."""

from __future__ import annotations

import threading
from pathlib import Path

from underlag.corpus.watch.arrivals import MISSES, Arrivals


def test_a_dropped_file_ends_the_waiting(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, polling=False)
    stop = threading.Event()

    def drop() -> None:
        """Drops files until one has been heard of: listening begins when waiting does."""
        while not stop.wait(0.2):
            (tmp_path / "ansökan.pdf").write_text("x")

    office = threading.Thread(target=drop)
    office.start()
    told = arrivals.wait(60)
    stop.set()
    office.join()
    arrivals.close()
    assert told


def test_an_inbox_that_tells_of_nothing_is_polled(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, polling=None)
    for _ in range(MISSES):
        arrivals.found(1, told=False)
    arrivals.found(5, told=True)
    assert not arrivals.polling
    arrivals.found(1, told=False)
    assert arrivals.polling


def test_the_office_decides_whether_an_inbox_is_polled(tmp_path: Path) -> None:
    arrivals = Arrivals(tmp_path, polling=False)
    arrivals.found(100, told=False)
    assert not arrivals.polling
    assert Arrivals(tmp_path, polling=True).polling
