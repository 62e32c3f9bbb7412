"""What the commands print and write."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from underlag import __version__
from underlag.cli import COMMANDS, run
from underlag.validators.catalogue import catalogue_table

APPLICATION = Path(__file__).resolve().parent.parent / "samples" / "inbox" / "lots.pdf"
"""A whole application with mistakes."""


@pytest.fixture
def tool(capsysbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Runs a command line that is to end by itself; gives its exit code and what it printed."""

    def call(*arguments: str | Path) -> tuple[int, str]:
        stderr = io.BytesIO()
        code = run([str(a) for a in arguments], stderr=stderr, debug=False)
        assert stderr.getvalue() == b""
        return code, capsysbinary.readouterr().out.decode()

    return call


@pytest.fixture
def application(tmp_path: Path) -> Path:
    file = tmp_path / "inkorg" / "ansökan.pdf"
    file.parent.mkdir()
    file.write_bytes(APPLICATION.read_bytes())
    return file


def test_help_lists_every_command(tool: Any) -> None:
    code, text = tool("--help")
    assert code == 0
    assert all(f"  {name} " in text for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_in_swedish(tool: Any, name: str) -> None:
    code, text = tool(name, "--help")
    assert code == 0
    assert text.startswith(f"Användning: underlag {name}")
    assert "Flaggor:" in text
    assert "Usage" not in text
    assert "Options" not in text


def test_version(tool: Any) -> None:
    assert tool("--version") == (0, f"underlag {__version__}\n")


def test_the_start_loads_none_of_the_rooms() -> None:
    heavy = "import sys, underlag.cli; print(*sorted({m.partition('.')[0] for m in sys.modules} & set(sys.argv[1:])))"
    libraries = ["pydantic", "rich", "jinja2", "spacy", "numpy", "docx", "pdfplumber", "pypdfium2", "cv2", "tesserocr", "lxml"]
    done = subprocess.run([sys.executable, "-c", heavy, *libraries], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_extract_prints_the_result_and_writes_the_same(tool: Any, application: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut.json"
    code, printed = tool("extract", application, "--judged-at", "2026-01-31")
    assert tool("extract", application, "--judged-at", "2026-01-31", "--out", out, "--pretty") == (code, "")
    result = json.loads(printed)
    assert result == json.loads(out.read_bytes())
    assert len(printed.splitlines()) == 1 < len(out.read_bytes().splitlines())
    assert result["made"]["judged_at"] == "2026-01-31"
    assert result["source"]["file"] == "ansökan.pdf"


def test_output_is_utf8_whatever_the_locale(application: Path) -> None:
    locale = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    tool = [sys.executable, "-m", "underlag"]
    done = subprocess.run([*tool, "extract", str(application)], capture_output=True, env=locale, check=False)
    assert json.loads(done.stdout.decode("utf-8"))["source"]["file"] == "ansökan.pdf"
    assert "Användning" in subprocess.run([*tool, "--help"], capture_output=True, env=locale, check=True).stdout.decode("utf-8")


def test_a_name_that_is_no_utf8_is_shown_as_far_as_it_can_be(tool: Any, application: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/ans\xf6kan.pdf"))
    odd.write_bytes(application.read_bytes())
    _, printed = tool("extract", odd)
    assert json.loads(printed)["source"]["file"] == "ans\N{REPLACEMENT CHARACTER}kan.pdf"
    tool("check", odd, tmp_path / "inkorg", "--out-dir", tmp_path / "ut")
    assert "ans\N{REPLACEMENT CHARACTER}kan.pdf" in (tmp_path / "ut" / "index.html").read_text(encoding="utf-8")


def test_settings_show_in_the_policy_of_the_result(tool: Any, application: Path, tmp_path: Path) -> None:
    settings = tmp_path / "underlag.toml"
    settings.write_text("handlingsplan_andel = [{ varde = 75, kalla = 'Plan' }]\n")
    _, plain = tool("extract", application)
    _, set_ = tool("extract", application, "--settings", settings)
    assert json.loads(plain)["made"]["policy"] != json.loads(set_)["made"]["policy"]


def test_the_exit_code_says_whether_there_are_mistakes(tool: Any, application: Path) -> None:
    code, printed = tool("extract", application)
    severities = [f["severity"] for part in json.loads(printed)["parts"] for f in part["findings"] if f["outcome"] == "broken"]
    assert "fel" in severities
    assert code == 1


def test_a_result_is_what_the_schema_says(tool: Any, application: Path) -> None:
    schema = json.loads(tool("schema")[1])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    result = json.loads(tool("extract", application)[1])
    validator.validate(result)
    result["parts"][0]["record"]["syfte"] = 7
    assert not validator.is_valid(result)


def test_rules_lists_the_whole_catalogue(tool: Any) -> None:
    code, text = tool("rules")
    assert code == 0
    assert all(entry.id in text for entry in catalogue_table())


def test_rules_lists_those_for_a_kind_of_document(tool: Any) -> None:
    _, text = tool("rules", "--type", "budget")
    assert "budget.summa" in text
    assert "underskrift.saknas" not in text


def test_doctor_finds_what_the_tool_needs(tool: Any) -> None:
    code, text = tool("doctor")
    assert code == 0
    assert "tessdata" in text


def test_check_tells_a_person_and_writes_the_report(tool: Any, application: Path, tmp_path: Path) -> None:
    report = tmp_path / "rapport.html"
    code, text = tool("check", application, "--report", report)
    assert code == 1
    assert "rbetsgivarlots" in text
    assert "rbetsgivarlots" in report.read_text(encoding="utf-8")


def test_check_of_a_folder_gives_a_report_a_file_and_an_overview(application: Path, tmp_path: Path) -> None:
    inbox, out = application.parent, tmp_path / "ut"
    (inbox / "skadad.pdf").write_bytes(b"%PDF-1.4\n")
    (inbox / "äldre").mkdir()
    (inbox / "äldre" / application.name).write_bytes(application.read_bytes())
    (inbox / ".dold").write_bytes(b"")
    stderr = io.BytesIO()
    assert run(["check", str(inbox), "--out-dir", str(out)], stderr=stderr, debug=False) == 4
    assert stderr.getvalue().decode().startswith("underlag: 1 av 3 filer kunde inte läsas")
    assert {f.name for f in out.iterdir()} == {
        "index.html", "ansökan.pdf.html", "ansökan.pdf.json", "ansökan.pdf (2).html", "ansökan.pdf (2).json",
    }  # fmt: skip
    overview = (out / "index.html").read_text(encoding="utf-8")
    assert "skadad.pdf" in overview
    assert ".dold" not in overview


def test_one_report_is_for_one_file(application: Path, tmp_path: Path) -> None:
    stderr = io.BytesIO()
    assert run(["check", str(application), str(application), "--report", str(tmp_path / "r.html")], stderr=stderr, debug=False) == 2
    assert "--out-dir" in stderr.getvalue().decode()
