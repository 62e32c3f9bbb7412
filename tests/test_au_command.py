"""`underlag au`: what it takes, writes and answers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.report_building import broken, part, result
from underlag.cli import run
from underlag.schemas.ansokan import Ansokan


def tool(*arguments: str | Path) -> tuple[int, str]:
    """The exit code, and what was said on standard error."""
    stderr = io.BytesIO()
    code = run([str(a) for a in arguments], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the saved results of two applications, one of them with a mistake."""
    for name, findings in (("Gläntan", ()), ("Fyren", (broken(),))):
        made = result(part(Ansokan(insatsens_namn=name), *findings), file=f"{name}.pdf")
        (tmp_path / f"{name}.json").write_text(made.model_dump_json(by_alias=True), encoding="utf-8")
    return tmp_path


def test_a_folder_of_results_becomes_the_pack_of_a_meeting(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "au.html"
    assert tool("au", folder, "--meeting", "2031-08-19", "--out", out) == (1, "")
    assert capsys.readouterr().out.startswith("1. Fyren: Röd. 1 fel. Håller inte:")
    assert "Mötet den 19 augusti 2031" in out.read_text(encoding="utf-8")
    assert tool("au", folder, "--meeting", "2031-08-19", "--out", folder / "au.DOCX") == (1, "")
    assert tool("au", folder / "Gläntan.json", "--meeting", "2031-08-19", "--out", folder / "au.docx") == (0, "")


def test_a_file_that_cannot_be_read_stops_no_other_and_is_told_of(folder: Path) -> None:
    (folder / "trasig.json").write_text("{", encoding="utf-8")
    out = folder / "au.html"
    code, said = tool("au", folder, "--meeting", "2031-08-19", "--out", out)
    assert (code, said) == (4, "underlag: 1 av 3 filer kunde inte läsas. Listan ovan säger varför\n")
    page = out.read_text(encoding="utf-8")
    assert "Kunde inte läsas:" in page
    assert "trasig.json" in page
    assert "Gläntan" in page


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--meeting", "2031-08-19"), "flaggan --out saknas"),
        (("--out", "au.html"), "flaggan --meeting saknas"),
        (("--meeting", "19 augusti", "--out", "au.html"), "är inget datum"),
        (("--meeting", "2031-08-19", "--out", "au.odt"), "slutar inte på"),
    ],
)
def test_wrong_usage_is_one_line(folder: Path, options: tuple[str, ...], told: str) -> None:
    code, said = tool("au", folder, *options)
    assert code == 2
    assert told in said
    assert said.count("\n") == 1
