"""The fault test: files are dropped while the service is killed, its folder goes away and its disk fills up; in the end nothing is amiss.

    python -m tests.fault --files 1000 --kills 50

It is run with one service and a ledger in SQLite, and with two services at once and one in PostgreSQL, where that is installed.
The site lies on a small disk of its own (tmpfs), so that it can be filled; where none may be mounted the disk is not filled, and the
test says so.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select

from tests.fault_drops import BAD, GOOD, SETTLE, Dropper, drops
from tests.postgres_server import postgres
from underlag.corpus.database import open_database, reading
from underlag.corpus.watch.making import make_site
from underlag.corpus.watch.site import Site
from underlag.corpus.watch.tables import ENDED, FILES

ROOT = Path(__file__).resolve().parent.parent
DISK_MB = 48


@dataclass(frozen=True, slots=True)
class Faults:
    """How much is to go wrong, drawn from `seed`. `ledger`: an address, or None for a file in the site. `services`: so many at once;
    `life`: the most seconds that they live before they are killed.
    """

    files: int
    kills: int
    seed: int = 1
    ledger: str | None = None
    services: int = 1
    life: float = 3


@dataclass(frozen=True, slots=True)
class Suffered:
    """What went wrong, as counted."""

    killed: int
    gone: int
    filled: int
    seconds: float


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of its own at `folder`; gives whether it could be had."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S607


class Fault:
    """One run of the test in the folder `disk`, which is a small disk if `bounded`."""

    def __init__(self, faults: Faults, disk: Path, *, bounded: bool) -> None:
        self.faults, self.disk, self.bounded = faults, disk, bounded
        self.site = Site(disk / "plats")
        self.everything = drops(faults.files, faults.seed)
        self._chance = random.Random(faults.seed)  # noqa: S311  a test's chance
        self._log = (disk.parent / "tjänst.log").open("a")
        self._begun = 0
        make_site(self.site)
        ledger = f'ledger = "{faults.ledger}"' if faults.ledger else ""
        limits = "time_limit_seconds = 5\nmemory_limit_mb = 2048\nretry_seconds = 0.1\njson_log = true"
        (self.site.root / "underlag.toml").write_text(f"[watch]\n{ledger}\nsettle_seconds = {SETTLE}\n{limits}\n")

    def run(self) -> Suffered:
        """Drops everything while the service suffers, then lets it finish."""
        began, full, gone = time.monotonic(), 0, 0
        dropper = Dropper(self.site.inbox, self.everything, seconds=self.faults.life / 2 * self.faults.kills)
        dropper.start()
        for kill in range(self.faults.kills):
            with self._services():
                self._wait_for_start()
                time.sleep(self._chance.uniform(0, self.faults.life))
                if self.bounded and kill == self.faults.kills // 2:
                    full += self._fill()
                if kill in (self.faults.kills // 4, 3 * self.faults.kills // 4):
                    gone += self._go_away()
        with self._services():
            dropper.join()
            self._wait_for_end()
        self._log.close()
        return Suffered(self.faults.kills, gone, full, time.monotonic() - began)

    @contextmanager
    def _services(self) -> Iterator[None]:
        """Services at work, which end by SIGKILL."""
        command = [sys.executable, str(ROOT / "tests" / "fault_service.py"), str(self.site.root)]
        started = [
            subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=self._log, stderr=self._log)
            for _ in range(self.faults.services)
        ]
        try:
            yield
        finally:
            for process in started:
                process.send_signal(signal.SIGKILL)
                process.wait()

    def _wait_for_start(self) -> None:
        """Lets the services begin, so that the kill comes at an instant of their work; one that can't begin is killed all the same."""
        deadline = time.monotonic() + 20
        while self._started() == self._begun and time.monotonic() < deadline:
            time.sleep(0.02)
        self._begun = self._started()

    def _started(self) -> int:
        return Path(self._log.name).read_text(encoding="utf-8").count('"startar"')

    def _fill(self) -> int:
        """Fills the disk to the last byte for a while."""
        filler = self.disk / "fyllnad"
        with filler.open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue
        time.sleep(3)
        filler.unlink()
        return 1

    def _go_away(self) -> int:
        """Takes the site's folder away for a while."""
        away = self.disk / "borta"
        self.site.root.rename(away)
        time.sleep(2)
        away.rename(self.site.root)
        return 1

    def _wait_for_end(self) -> None:
        deadline = time.monotonic() + 300 + 2 * self.faults.files
        while time.monotonic() < deadline:
            for owner in self.site.inbox.rglob("~$*"):  # whoever had a file open while the folder was away
                owner.unlink(missing_ok=True)
            if self._ended() == self.faults.files:
                return
            time.sleep(0.5)
        raise AssertionError(f"not at an end: {self._states()}, in the inbox {sorted(self.site.inbox.rglob('*'))[:20]}")

    def _ended(self) -> int:
        return sum(count for state, count in self._states().items() if state in ENDED)

    def _states(self) -> dict[str, int]:
        engine = reading(open_database(self.faults.ledger or ".arbete/liggare.db", beside=self.site.root))
        with engine.begin() as tx:
            counted = tx.execute(select(FILES.c.state, func.count()).group_by(FILES.c.state)).all()
        engine.dispose()
        return {row[0]: row[1] for row in counted}

    def check(self) -> None:
        """Raises AssertionError where anything is amiss."""
        lying = self._originals()
        assert Counter(content for _, content in lying) == Counter(drop.content for drop in self.everything), "each file is in one place"
        belongs = {drop.content: drop.belongs for drop in self.everything}
        assert {(path.parts[0], belongs[content]) for path, content in lying} == {(GOOD, GOOD), (BAD, BAD)}, "and where it belongs"
        self._check_results(belongs)
        self._check_counts(belongs)
        left = [path for folder in (self.site.inbox, self.site.work) for path in folder.rglob("*") if path.is_file()]
        assert all("liggare.db" in path.name for path in left), f"nothing is left over: {left}"

    def _originals(self) -> list[tuple[Path, str]]:
        """The originals that lie in klart/ and karantan/, by their paths in the site, with their content."""
        found = [path for folder in (self.site.done, self.site.quarantine) for path in folder.rglob("*") if path.is_file()]
        originals = [path for path in found if path.suffix not in {".json", ".html", ".txt"}]
        assert not [path for path in found if path.with_suffix("") not in originals and path not in originals], (
            "results lie beside originals"
        )
        return [(path.relative_to(self.site.root), path.read_text(encoding="utf-8")) for path in originals]

    def _check_results(self, belongs: dict[str, str]) -> None:
        """Each content that could be read has one result, which is its own."""
        results = [(path.with_suffix(""), json.loads(path.read_text())["sha256"]) for path in self.site.done.rglob("*.json")]
        assert all(sha256(path.read_bytes()).hexdigest() == digest for path, digest in results), "each result is its file's"
        good = {sha256(content.encode()).hexdigest() for content, where in belongs.items() if where == GOOD}
        assert Counter(digest for _, digest in results) == Counter(good), "each content has been read to one result"

    def _check_counts(self, belongs: dict[str, str]) -> None:
        good = sum(where == GOOD for where in belongs.values())
        expected = {"done": good, "quarantined": len(belongs) - good, "duplicate": len(self.everything) - len(belongs)}
        assert self._states() == {state: count for state, count in expected.items() if count}, "the counts add up"


def run_faults(faults: Faults, folder: Path) -> Suffered:
    """Runs the test in the empty `folder`; raises AssertionError where anything is amiss in the end."""
    with small_disk(folder / "disk") as bounded:
        fault = Fault(faults, folder / "disk", bounded=bounded)
        suffered = fault.run()
        fault.check()
    return suffered


def main() -> None:
    """Runs the test as the command line says, with each ledger, and tells how it went."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    with postgres() as address:
        faults = Faults(asked.files, asked.kills, asked.seed, life=6)
        runs = [faults, replace(faults, ledger=address, services=2)] if address else [faults]
        for run in runs:
            folder = Path(tempfile.mkdtemp(prefix="underlag-fault-"))
            _tell(f"seed {run.seed}, {run.services} service(s), ledger {run.ledger or 'in SQLite'}, log {folder / 'tjänst.log'}")
            suffered = run_faults(run, folder)
            _tell(f"{run.files} files, {suffered}: each in one place, where it belongs, read once; the counts add up")
            shutil.rmtree(folder)
        if address is None:
            _tell("PostgreSQL is not installed (sh scripts/system-deps.sh postgresql): the test was run with SQLite only")


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
