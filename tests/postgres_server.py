"""A PostgreSQL server of the tests' own, where its programs are installed, spoken to through a socket in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_SERVER_USER = "postgres"  # root may not run the server itself


def _programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: on the path, or where Debian puts them."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).parent] if on_path else []
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


@contextmanager
def postgres() -> Iterator[str | None]:
    """The URL of an empty database of a server that runs meanwhile; None where there are no programs for one.

    Where `UNDERLAG_POSTGRES` is `required`, as in .ci/run, there must be.
    """
    programs = _programs()
    if programs is None:
        assert os.environ.get("UNDERLAG_POSTGRES") != "required", "PostgreSQL is not installed"
        yield None
        return
    with TemporaryDirectory(prefix="pg") as folder:  # directly under /tmp: the server's user may not look into pytest's folders
        home = Path(folder)
        if os.getuid() == 0:
            shutil.chown(home, _SERVER_USER)
        _initialise(programs, home)
        try:
            yield f"postgresql://test@/postgres?host={home}"
        finally:
            _run(home, programs / "pg_ctl", "-D", home / "data", "-m", "immediate", "stop")


def _initialise(programs: Path, home: Path) -> None:
    data, options = home / "data", f"-c listen_addresses='' -k {home} -F"
    _run(home, programs / "initdb", "--pgdata", data, "--username", "test", "--auth", "trust", "--encoding", "UTF8", "--no-sync")
    _run(home, programs / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start")


def _run(home: Path, *command: str | Path) -> None:
    user = ["setpriv", f"--reuid={_SERVER_USER}", f"--regid={_SERVER_USER}", "--clear-groups"] if os.getuid() == 0 else []
    subprocess.run([*user, *command], check=True, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
