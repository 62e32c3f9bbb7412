"""Digitising on a cluster of processes of its own: a worker that dies loses nothing, and what hinders is told in a line."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from underlag.cli import run
from underlag.corpus.cluster import Address, ClusterReading, cluster
from underlag.corpus.digitising import Run, sources
from underlag.corpus.manifest import NAME, Entry, Manifest
from underlag.settings import Settings

FILES = 24


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A part of Dask as a process of its own, killed at the end."""
    command = [sys.executable, "-m", "dask", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as started:
        try:
            yield started
        finally:
            started.kill()


@contextmanager
def scheduler() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A scheduler and its address."""
    with process("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show") as started:
        assert started.stderr
        yield started, next(line.split()[-1] for line in started.stderr if "Scheduler at:" in line)


def worker(address: str) -> AbstractContextManager[subprocess.Popen[str]]:
    return process("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")


def new_run(folder: Path) -> Run:
    out = folder.parent / "ut"
    out.mkdir()
    return Run(tuple(sources((folder,), but=out)), out, Manifest(out), lambda _: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many small documents, one of them broken and one there twice."""
    home = tmp_path / "in"
    home.mkdir()
    for n in range(FILES - 2):
        (home / f"{n:02}.txt").write_text(f"Slutrapport\n\nInsatsens namn: Insats {n}\n", encoding="utf-8")
    (home / "en till.txt").write_bytes((home / "00.txt").read_bytes())
    (home / "trasig.pdf").write_bytes(b"%PDF-1.4 trasig")
    return home


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    this = new_run(folder)
    out = this.out
    with ExitStack() as stack:
        _, address = stack.enter_context(scheduler())
        killed, _ = (stack.enter_context(worker(address)) for _ in range(2))
        client = stack.enter_context(cluster(Address(address)))
        client.wait_for_workers(2)
        entries = this.entries(ClusterReading(client, date(2026, 1, 1), Settings(jobs=1)))
        before = list(islice(entries, FILES // 3))
        killed.kill()  # it has files in hand, and results that nobody has fetched
        after = list(entries)
        assert run(["digitise", str(folder), "--out", str(out), "--scheduler", address], stderr=io.BytesIO(), debug=False) == 4
    assert Counter(entry.state for entry in (*before, *after)) == {"klar": FILES - 2, "fel": 1}
    counts = this.counts
    assert (counts.found, counts.read, counts.duplicates, counts.failed, counts.left) == (FILES, FILES - 2, 1, 1, 0)
    lines = (out / NAME).read_text(encoding="utf-8").splitlines()
    read = [entry.place for entry in map(Entry.model_validate_json, lines) if entry.state == "klar"]
    assert len(read) == len(set(read)) == FILES - 2
    assert all((out / f"{place}.json").exists() for place in read)
    rows = dict(row.rsplit(None, 1) for row in capsysbinary.readouterr().out.decode().splitlines()[-8:])
    assert (rows["Lästa nu"], rows["Lästa förut"], rows["Gick inte att läsa"]) == ("0", str(FILES - 1), "1")


def told(folder: Path, *arguments: str) -> tuple[int, str]:
    stderr = io.BytesIO()
    code = run(["digitise", str(folder), "--out", str(folder.parent / "ut"), *arguments], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--scheduler", "tcp://127.0.0.1:1"), "schemaläggaren svarar inte"),
        (("--scheduler", "värd:8786"), "är ingen adress"),
        (("--scheduler", "tls://värd:8786"), "hör till tls://"),
        (("--scheduler", "tcp://värd:8786", "--tls-ca", "ca.pem"), "hör till tls://"),
        (("--tls-ca", "ca.pem"), "hör till --scheduler"),
        (("--scheduler", "tls://värd:8786", "--tls-ca", "a.pem", "--tls-cert", "b.pem", "--tls-key", "c.pem"), "a.pem: filen finns inte"),
    ],
)
def test_a_cluster_that_cannot_be_used_is_wrong_usage(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    code, line = told(folder, *arguments)
    assert code == 2
    assert says in line


def test_without_dask_the_line_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    code, line = told(folder, "--scheduler", "tcp://127.0.0.1:1")
    assert code == 3
    assert "Installera underlag[cluster]" in line
