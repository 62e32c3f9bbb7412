"""`scripts/system-deps.sh` on machines of several kinds, each made of a folder of small stand-in programs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "system-deps.sh"

NO_SUCH_PACKAGE = "exit 1"
INSTALLED = "printf 'install ok installed'"
REMOVED = "printf 'deinstall ok config-files'"
LOGS = 'echo "$DEBIAN_FRONTEND $0 $*" >> "$LOG"'


class Machine:
    """A machine with nothing on its path but what is put there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        for name in ("cat", "env", "mktemp", "rm"):
            self.has(name, f'exec /usr/bin/{name} "$@"')

    def has(self, name: str, body: str) -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)

    def run(self) -> tuple[int, list[str], str]:
        """Exit code, lines on standard error, and what apt-get was asked to do."""
        env, call = {"PATH": str(self.folder), "LOG": str(self.log)}, ["/bin/sh", str(SCRIPT)]
        done = subprocess.run(call, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr.splitlines(), self.log.read_text(encoding="utf-8") if self.log.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Debian, where Tesseract is missing; without apt-get, and the user not yet said."""
    machine = Machine(tmp_path)
    machine.has("dpkg-query", NO_SUCH_PACKAGE)
    return machine


def test_nothing_is_done_where_all_is_there(machine: Machine) -> None:
    machine.has("dpkg-query", INSTALLED)
    machine.has("apt-get", LOGS)
    assert machine.run() == (0, [], "")


def test_a_package_that_was_removed_is_missing(machine: Machine) -> None:
    machine.has("dpkg-query", REMOVED)
    machine.has("id", "echo 0")
    machine.has("apt-get", LOGS)
    assert "tesseract-ocr-swe" in machine.run()[2]


def test_root_installs_without_sudo_and_without_questions(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", LOGS)
    machine.has("sudo", "exit 9")
    code, _, log = machine.run()
    assert code == 0
    assert log.startswith("noninteractive ")
    assert " -y " in log
    assert "tesseract-ocr-swe" in log


def test_lists_are_fetched_where_there_are_none(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", f'{LOGS}\ncase "$*" in *update*) touch "$LOG.lists";; *) [ -e "$LOG.lists" ];; esac')
    machine.has("touch", 'exec /usr/bin/touch "$@"')
    code, _, log = machine.run()
    assert code == 0
    assert [("update" in line, "install " in line) for line in log.splitlines()] == [(False, True), (True, False), (False, True)]


def test_a_user_whose_sudo_asks_nothing_installs_by_it(machine: Machine) -> None:
    machine.has("id", "echo 1000")
    machine.has("sudo", '[ "$1" = -n ] || exit 9\nshift\nexec "$@"')
    machine.has("true", "exit 0")
    machine.has("apt-get", LOGS)
    code, _, log = machine.run()
    assert code == 0
    assert "tesseract-ocr-swe" in log


@pytest.mark.parametrize("sudo", [None, "exit 1"])
def test_a_user_who_may_not_is_told_what_to_run(machine: Machine, sudo: str | None) -> None:
    machine.has("id", "echo 1000")
    machine.has("apt-get", LOGS)
    if sudo:
        machine.has("sudo", sudo)
    code, lines, log = machine.run()
    assert (code, len(lines), log) == (3, 1, "")
    assert "apt-get install -y" in lines[0]
    assert "tesseract-ocr-swe" in lines[0]


def test_where_there_is_no_apt_the_packages_are_named(machine: Machine) -> None:
    machine.has("id", "echo 0")
    code, lines, _ = machine.run()
    assert (code, len(lines)) == (3, 1)
    assert "tesseract-ocr-swe" in lines[0]


def test_apt_that_fails_is_shown_with_what_it_said(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get", "echo E: inget nät; exit 100")
    code, lines, _ = machine.run()
    assert code == 3
    assert "E: inget nät" in lines
    assert "apt-get misslyckades" in lines[-1]
