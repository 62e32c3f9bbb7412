"""`underlag store`, `search` and `show`: what is put into the archive is found again and shown."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.result_building import part, result
from underlag.cli import run
from underlag.commands.output import as_json

Tool = Callable[..., tuple[int, str, str]]

HOSTILE = "Målet \x1b[2J nås \u202e av [bold]alla[/bold]"


@pytest.fixture
def tool(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Tool:
    """Runs a command line on an archive of its own; gives its exit code, what it printed, and its line on standard error."""
    monkeypatch.setenv("UNDERLAG_ARCHIVE", str(tmp_path / "arkiv.db"))

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        stderr = io.BytesIO()
        code = run([str(a) for a in arguments], stderr=stderr, debug=False)
        return code, capsysbinary.readouterr().out.decode(), stderr.getvalue().decode()

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two saved results and a document of plain text; the archive will lie beside them."""
    goals = part("ansokan", {"insatsens_namn": "Ny väg", "mal": [{"niva": "individ", "text": HOSTILE}]}, page=2)
    report = part("slutrapport", {"insatsens_namn": "Kontakten", "antal_deltagare": 40})
    for one in (result(goals, file="ansökan.pdf"), result(report, file="slutrapport.pdf")):
        (tmp_path / f"{one.source.file}.json").write_bytes(as_json(one, pretty=False))
    (tmp_path / "brev.txt").write_text("Slutrapport\n\nInsatsens namn: Verkstaden\n", encoding="utf-8")
    return tmp_path


def test_results_and_documents_are_stored_found_and_shown(tool: Tool, folder: Path) -> None:
    assert tool("store", folder) == (0, "3 resultat inlagda; arkivet håller 3 dokument med 3 delar\n", "")
    code, text, _ = tool("search", "målen", "alla")
    assert code == 0
    assert text.startswith("1.1  Ansökan: Ny väg\n    ansökan.pdf, sid 2\n")
    assert "\x1b[2J" not in text
    assert "\u202e" not in text
    assert "[bold]" in text
    assert text.endswith("1 träff; underlag show 1.1 visar den första\n")
    assert "Verkstaden" in tool("search", "--insats", "verkstad")[1]
    code, text, _ = tool("show", "1.1")
    assert code == 0
    assert "Ny väg" in text
    assert "\x1b[2J" not in text
    assert json.loads(tool("show", "1", "--json")[1])["source"]["file"] == "ansökan.pdf"


def test_what_cant_be_read_is_told_and_the_rest_is_stored(tool: Tool, folder: Path) -> None:
    (folder / "trasig.json").write_text("{}", encoding="utf-8")
    code, text, line = tool("store", folder)
    assert code == 4
    assert "trasig.json" in text
    assert "3 resultat inlagda" in text
    assert line.startswith("underlag: 1 av 4 filer kunde inte läsas")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search"], "ange vad som söks"),
        (["search", "mål"], "arkivet finns inte"),
        (["search", "mål", "--year", "19"], "19 är inget tal från 1900 till 2199"),
        (["search", "mål", "--archive", "mysql://värd/bas"], "databasens adress"),
        (["show", "1"], "arkivet finns inte"),
        (["show", "ett"], "ett är inget nummer i arkivet"),
    ],
)
def test_a_wrong_call_ends_with_a_line_that_says_what_to_do(tool: Tool, arguments: list[str], said: str) -> None:
    code, text, line = tool(*arguments)
    assert (code, text) == (2, "")
    assert said in line


def test_a_number_that_is_not_there_is_said_to_be_unknown(tool: Tool, folder: Path) -> None:
    tool("store", folder)
    assert tool("show", "1.2")[2].startswith("underlag: 1.2 finns inte i arkivet")
    assert tool("show", "9")[0] == 2
    assert tool("search", "saknas")[1] == "Inga träffar\n"
