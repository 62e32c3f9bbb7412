"""How a run ends: its exit code, and the one line on standard error."""

from __future__ import annotations

import fcntl
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import docx
import pytest

from underlag.cli import as_known, run
from underlag.errors import EncryptedError

TOOL = [sys.executable, "-m", "underlag"]


def ended(*arguments: str | Path) -> tuple[int, list[str]]:
    """Exit code and lines on standard error of one command line."""
    stderr = io.BytesIO()
    code = run([str(a) for a in arguments], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode().splitlines()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "ange ett kommando"),
        (["granska"], "kommandot granska finns inte"),
        (["--tyst"], "flaggan --tyst finns inte"),
        (["extract"], "FIL saknas"),
        (["extract", "finns-inte.pdf"], "finns-inte.pdf: filen finns inte"),
        (["extract", "en.pdf", "två.pdf"], "två.pdf"),
        (["extract", "."], "är en mapp"),
        (["extract", "en.pdf", "--ut", "x"], "flaggan --ut finns inte"),
        (["extract", "en.pdf", "--out"], "flaggan --out saknar sitt värde"),
        (["extract", "en.pdf", "--judged-at", "i går"], "--judged-at: i går är inget datum"),
        (["extract", "en.pdf", "--judged-at", "2026-02-30"], "2026-02-30 är inget datum"),
        (["extract", "en.pdf", "--settings", "finns-inte.toml"], "finns-inte.toml: filen finns inte"),
        (["check"], "FIL… saknas"),
        (["check", "finns-inte.pdf"], "finns-inte.pdf: filen finns inte"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(arguments: list[str], told: str) -> None:
    code, lines = ended(*arguments)
    assert code == 2
    assert len(lines) == 1
    assert lines[0].startswith("underlag: ")
    assert told in lines[0]


def _pdf(body: str) -> bytes:
    return f"%PDF-1.4\n{body}\n%%EOF\n".encode("latin-1")


LOCKED = _pdf(
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
    f"3 0 obj <</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>> endobj\n"
    f"trailer <</Root 1 0 R/Encrypt 3 0 R/ID[<{'43' * 16}><{'43' * 16}>]/Size 4>>"
)
NO_PAGES = _pdf(
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\ntrailer <</Root 1 0 R/Size 3>>"
)


def _word() -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tom.pdf", b"", 4),
        ("tom.docx", b"", 4),
        ("tom.txt", b"", 4),
        ("brus.pdf", bytes(range(256)) * 8, 4),
        ("avhuggen.docx", _word()[:900], 4),
        ("utan-sidor.pdf", NO_PAGES, 4),
        ("låst.pdf", LOCKED, 5),
    ],
)
@pytest.mark.parametrize("command", ["extract", "check"])
def test_what_is_no_document_ends_with_one_line_that_names_it(command: str, name: str, content: bytes, code: int, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    got, lines = ended(command, file)
    assert got == code
    assert len(lines) == 1
    assert name in lines[0]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    file = tmp_path / "ansokan.txt"
    file.write_text("Ansökan samverkansinsatser\n\nInsatsens namn: Stigen\n\nSyfte\nFler ska komma i arbete.\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("out", "told"), [("saknas/ut.json", "Mappen finns inte"), (".", "mapp"), ("ansokan.txt/ut.json", "En fil står i vägen")]
)
def test_an_output_that_cannot_be_written_ends_with_6(out: str, told: str, text_file: Path) -> None:
    code, lines = ended("extract", text_file, "--out", text_file.parent / out)
    assert code == 6
    assert len(lines) == 1
    assert told in lines[0]
    assert list(text_file.parent.iterdir()) == [text_file]


def test_a_full_device_ends_with_6(text_file: Path) -> None:
    code, lines = ended("extract", text_file, "--out", "/dev/full")
    assert (code, lines) == (6, ["underlag: /dev/full: kan inte skrivas. Utrymmet är slut"])


def test_the_document_itself_is_never_overwritten(text_file: Path) -> None:
    before = text_file.read_bytes()
    assert ended("extract", text_file, "--out", text_file)[0] == 2
    assert ended("check", text_file, "--report", text_file)[0] == 2
    assert text_file.read_bytes() == before


def test_standard_output_on_a_full_device_ends_with_6_and_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*TOOL, "schema"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (6, 1)


def test_a_reader_that_goes_away_is_no_error_to_tell_of() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*TOOL, "schema"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_interrupted_run_ends_with_130_and_silence() -> None:
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 4096)  # less than the schema, so that the tool stands still in the middle of it
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background job ignores it, and so would what it starts
    tool = subprocess.Popen([*TOOL, "schema"], stdout=write, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    try:
        assert os.read(read, 1) == b"{"
        tool.send_signal(signal.SIGINT)
        assert tool.communicate(timeout=60)[1] == b""
        assert tool.returncode == 130
    finally:
        tool.kill()
        tool.communicate()
        os.close(read)
        os.close(write)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EncryptedError("låst"), 5),
        (click.UsageError("fel"), 2),
        (ModuleNotFoundError("No module named 'docx'", name="docx"), 3),
        (ModuleNotFoundError("No module named 'underlag.x'", name="underlag.x"), 70),
        (MemoryError(), 70),
        (RecursionError("maximum recursion depth exceeded"), 70),
        (ValueError("rad 1\nrad 2"), 70),
        (PermissionError(13, "Permission denied"), 70),
    ],
)
def test_every_error_has_an_exit_code_and_is_one_line(error: Exception, code: int) -> None:
    known = as_known(error)
    assert known.exit_code == code
    assert len(known.line().splitlines()) == 1


def test_an_internal_error_does_not_repeat_what_a_document_says() -> None:
    assert "Anna" not in as_known(ValueError("Anna Andersson")).line()
