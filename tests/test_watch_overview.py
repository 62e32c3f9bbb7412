"""What a watched folder tells of itself: its status, the list of what to look at, and files tried again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.watching import Watched
from underlag.cli import run
from underlag.corpus.watch.listing import PAGE, TABLE


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def tool(*arguments: str | Path) -> tuple[int, str]:
    """Runs a command line; gives its exit code and what it said on standard error."""
    stderr = io.BytesIO()
    code = run([str(argument) for argument in arguments], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode()


def test_the_status_of_a_folder_that_nobody_has_served(watched: Watched, capsys: pytest.CaptureFixture[str]) -> None:
    watched.drop("ansökan.pdf", "läslig Bryggan")
    assert tool("status", watched.site.root) == (1, "")
    text = capsys.readouterr().out
    assert "ingen har startats" in text
    assert "1 filer" in text


def test_the_counts_add_up_to_what_came_in(watched: Watched, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in {"a.pdf": "läslig Bryggan", "b.pdf": "läslig Bryggan", "c.pdf": "trasig", "d.pdf": "först 99"}.items():
        watched.drop(name, text)
    watched.run()
    tool("status", watched.site.root)
    text = " ".join(capsys.readouterr().out.split())
    assert "4 = 1 i kö + 1 lästa + 1 i karantän + 1 dubbletter + 0 som läses + 0 borta" in text
    assert "d.pdf: behörighet saknas, eller ett annat program håller filen" in text
    assert "karantan/c.pdf: filen är skadad" in text
    tool("status", "--json", watched.site.root)
    facts = json.loads(capsys.readouterr().out)
    assert facts["arrived"] == sum(facts["states"].values()) == 4
    assert [file["file"] for file in facts["hindered"]] == ["d.pdf"]


def test_what_a_person_should_look_at_is_listed_with_links(watched: Watched) -> None:
    watched.drop("=1+1.pdf", "läslig Bryggan med fel")
    watched.drop("bra.pdf", "läslig Bryggan")
    watched.run()
    page = (watched.site.review / PAGE).read_text(encoding="utf-8")
    assert 'href="./../klart/2024/Bryggan%20med%20fel/%3D1%2B1.pdf.html"' in page
    assert "bra.pdf" not in page
    (row,) = csv.DictReader(io.StringIO((watched.site.review / TABLE).read_text(encoding="utf-8-sig")), delimiter=";")
    assert (row["Fil"], row["Fel"], row["Insats"]) == ("'=1+1.pdf", "1", "Bryggan med fel")


def test_a_file_in_quarantine_is_tried_again_with_its_duplicates(watched: Watched, capsys: pytest.CaptureFixture[str]) -> None:
    watched.drop("a.pdf", "häng")
    watched.drop("b.pdf", "häng")
    watched.run()
    assert tool("retry", watched.site.quarantine / "a.pdf") == (0, "")
    assert "a.pdf prövas igen" in capsys.readouterr().out
    watched.run()
    assert watched.files() == {f"karantan/{name}" for name in ("a.pdf", "a.pdf.txt", "dubbletter/b.pdf", "dubbletter/b.pdf.txt")}
    assert sum(event["event"] == "klar" for event in watched.events) == 4


def test_what_waits_can_be_tried_at_once(watched: Watched, capsys: pytest.CaptureFixture[str]) -> None:
    watched.drop("a.pdf", "först 4")
    watched.run(seconds=45)
    assert watched.files() == {".arbete/1/a.pdf"}
    assert tool("retry", watched.site.root) == (0, "")
    assert "1 filer" in capsys.readouterr().out
    watched.run(seconds=20)
    assert "klart/2024/Ansökan/a.pdf" in watched.files()


@pytest.mark.parametrize("name", ["klart/finns inte.pdf", "karantan/a.pdf"])
def test_a_file_that_is_not_in_quarantine_is_not_tried_again(watched: Watched, name: str) -> None:
    code, line = tool("retry", watched.site.root / name)
    assert code == 2
    assert "ligger inte i karantän" in line
