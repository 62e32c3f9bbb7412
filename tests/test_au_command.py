"""`underlag au`: what it takes, writes and answers."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pypdfium2
import pytest

from tests.report_building import HOSTILE, broken, part, result, word_text
from underlag.cli import run
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.records import Party
from underlag.schemas.result import Result


def tool(*arguments: str | Path) -> tuple[int, str]:
    """The exit code, and what was said on standard error."""
    stderr = io.BytesIO()
    code = run([str(a) for a in arguments], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode()


def save(made: Result, folder: Path) -> None:
    (folder / f"{made.source.file}.json").write_text(made.model_dump_json(by_alias=True), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the saved results of two applications, one of them with a mistake."""
    for name, findings in (("Gläntan", ()), ("Fyren", (broken(),))):
        save(result(part(Ansokan(insatsens_namn=name), *findings), file=f"{name}.pdf"), tmp_path)
    return tmp_path


def test_a_folder_of_results_becomes_the_pack_of_a_meeting(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "au.html"
    assert tool("au", folder, "--meeting", "2031-08-19", "--out", out) == (1, "")
    assert capsys.readouterr().out.startswith("1. Fyren: Röd. 1 fel. Håller inte:")
    assert "Mötet den 19 augusti 2031" in out.read_text(encoding="utf-8")
    assert tool("au", folder, "--meeting", "2031-08-19", "--out", folder / "au.DOCX") == (1, "")
    assert tool("au", folder / "Gläntan.pdf.json", "--meeting", "2031-08-19", "--out", folder / "au.docx") == (0, "")


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
        (("--meeting", "2031-08-19", "--out", "au.odt"), "au.odt slutar inte på .docx eller .html eller .pdf"),
        (("--meeting", "2031-08-19", "--out", "au.pdf", "--findings", "alla.csv"), "alla.csv slutar inte på .xlsx"),
    ],
)
def test_wrong_usage_is_one_line(folder: Path, options: tuple[str, ...], told: str) -> None:
    code, said = tool("au", folder, *options)
    assert code == 2
    assert told in said
    assert said.count("\n") == 1


def test_pdf_holds_the_text_and_nothing_from_elsewhere(folder: Path) -> None:
    out = folder / "au.pdf"
    assert tool("au", folder, "--meeting", "2031-08-19", "--out", out) == (1, "")
    with pypdfium2.PdfDocument(out) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Mötet den 19 augusti 2031" in text
    assert "Datumen står i fel ordning." in text


def test_without_the_library_for_pdf_the_run_says_what_to_do(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    broken_library = tmp_path_factory.mktemp("paket")
    (broken_library / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")", encoding="utf-8")
    path = os.pathsep.join([str(broken_library), *filter(None, sys.path)])
    call = [sys.executable, "-m", "underlag", "au", str(folder), "--meeting", "2031-08-19", "--out", str(folder / "au.pdf")]
    done = subprocess.run(call, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Pango" in done.stderr
    assert not (folder / "au.pdf").exists()


def test_the_table_of_findings_can_be_filtered_and_holds_all_of_them(folder: Path) -> None:
    many = [broken("mal.tal", f"/mal/{n}", message=f"Mål {n}", severity="varning", expected=80, actual=60) for n in range(12)]
    save(result(part(Ansokan(insatsens_namn="Bryggan"), *many), file="Bryggan.pdf"), folder)
    table = folder / "alla.xlsx"
    assert tool("au", folder, "--meeting", "2031-08-19", "--out", folder / "au.html", "--findings", table) == (1, "")
    sheet = openpyxl.load_workbook(table).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, len(rows)) == ("A2", "A1:L14", 14)
    assert all(column.width > 10 for column in sheet.column_dimensions.values())
    told = dict(zip(*rows[:2], strict=True))
    assert (told["Fil"], told["Insats"], told["Allvar"], told["Utfall"]) == ("Bryggan.pdf", "Bryggan", "Varning", "Håller inte")
    assert (told["Anmärkning"], told["I dokumentet"], told["Väntat"]) == ("Mål 0", "60", "80")


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x.example";"y")', HOSTILE])
def test_no_cell_of_the_table_is_a_formula_even_when_it_is_edited(folder: Path, text: str) -> None:
    save(result(part(Ansokan(insatsens_namn=text), broken(text, message=text, actual=text)), file="x.pdf"), folder)
    table = folder / "alla.xlsx"
    tool("au", folder / "x.pdf.json", "--meeting", "2031-08-19", "--out", folder / "au.html", "--findings", table)
    cells = [cell for row in openpyxl.load_workbook(table).active.iter_rows(min_row=2) for cell in row]
    assert text[:8] in {str(cell.value)[:8] for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    with ZipFile(table) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_each_applicant_who_is_asked_gets_a_letter(folder: Path) -> None:
    owner = Party(organisation="Furudals kommun", kontaktperson="Maj Lind", epost="maj.lind@furudal.example")
    asked = part(Ansokan(insatsens_namn="Strand/väg: ett", insatsagare=(owner,)), broken())
    save(result(asked, file="strand.pdf"), folder)
    letters = folder / "brev"
    tool("au", folder / "strand.pdf.json", "--meeting", "2031-08-19", "--out", folder / "au.html", "--letters", letters)
    tool("au", folder / "strand.pdf.json", letters, "--meeting", "2031-08-19", "--out", folder / "au.html", "--letters", letters)
    (letter,) = letters.iterdir()
    assert letter.name == "komplettering 1 Strand väg ett.docx"
    text = word_text(letter.read_bytes())
    for told in ("Maj Lind", "maj.lind@furudal.example", "möte den 19 augusti 2031", "Datumen står i fel ordning.", "2. Ange hur mycket"):
        assert told in text
