"""What `underlag words` prints."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.pdf_building import PdfText, rule, text
from underlag.cli import run


@pytest.fixture
def words(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Any:
    """Writes bytes to a file and gives its words as printed; `code` is how the command has to end."""

    def call(data: bytes, name: str = "fil.pdf", *, code: int = 0) -> list[dict[str, Any]]:
        file = tmp_path / name
        file.write_bytes(data)
        assert run(["words", str(file)], stderr=io.BytesIO(), debug=False) == code
        return [json.loads(line) for line in capsysbinary.readouterr().out.decode().splitlines()]

    return call


def _page(*body: str, number: int = 1) -> tuple[str, ...]:
    """A page with a header and a footer, drawn last as some writers do."""
    return (*body, text(72, 40, "Diarienummer 12"), text(72, 810, f"Sida {number} av 2"))


def test_words_come_in_reading_order_headers_first_and_footers_last(words: Any) -> None:
    lattice = [rule(70, y, 330, y) for y in (180, 210, 240)] + [rule(x, 180, x, 240) for x in (70, 200, 330)]
    cells = [text(75, 200, "Post ett"), text(205, 193, "Delad"), text(205, 205, "rubrik"), text(75, 230, "Hyra"), text(205, 230, "800")]
    first = _page(text(72, 120, "Inledning."), *cells, *lattice, text(72, 300, "Efter tabellen."))
    printed = words(PdfText().page(*first).page(*_page(text(72, 120, "Slut."), number=2)).data())
    assert " ".join(w["text"] for w in printed if w["page"] == 1) == (
        "Diarienummer 12 Inledning. Post ett Delad rubrik Hyra 800 Efter tabellen. Sida 1 av 2"
    )
    assert [w["text"] for w in printed if w["page"] == 2][-4:] == ["Sida", "2", "av", "2"]


def test_a_word_has_its_box_in_points_from_the_top_left(words: Any) -> None:
    (word,) = words(PdfText().page(text(72, 120, "Syfte")).data())
    assert (word["page"], word["text"], word["confidence"], word["where"]) == (1, "Syfte", 1.0, None)
    x0, top, x1, bottom = word["bbox"]
    assert (x0, round(x1)) == (72, 95)
    assert 108 < top < 115
    assert 120 < bottom < 124


def test_bullets_are_words_before_their_items(words: Any) -> None:
    items = [text(72, 120 + 30 * n, "\u2022 Fler i arbete") for n in range(2)]
    assert [w["text"] for w in words(PdfText().page(*items).data())] == ["•", "Fler", "i", "arbete"] * 2


def test_a_word_file_has_places_instead_of_boxes(words: Any) -> None:
    file, document = io.BytesIO(), docx.Document()
    document.add_paragraph("Syfte med insatsen")
    document.save(file)
    printed = words(file.getvalue(), "fil.docx")
    assert [(w["text"], w["bbox"], w["where"]) for w in printed] == [("Syfte", None, "p1"), ("med", None, "p1"), ("insatsen", None, "p1")]


def test_a_page_that_cannot_be_read_shows_in_the_exit_code(words: Any) -> None:
    whole = PdfText().page(text(72, 120, "Läst")).page(text(72, 120, "Borta")).data()
    half = whole.replace(b"/Kids [10 0 R 12 0 R]", b"/Kids [10 0 R 99 0 R]")
    assert [w["text"] for w in words(half, code=4)] == ["Läst"]


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text("ord i mängd\n" * 20_000, encoding="utf-8")
    with subprocess.Popen([sys.executable, "-m", "underlag", "words", file], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as tool:
        assert tool.stdout
        assert tool.stdout.readline().startswith(b'{"page": 1')
        tool.stdout.close()
        assert (tool.wait(), tool.stderr and tool.stderr.read()) == (141, b"")
