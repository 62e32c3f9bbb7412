"""`underlag case`: what it prints and writes of an insats through its documents."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.case_building import APPLICATION, CLEAN, QUARTERS, quarterly, result
from underlag.cli import run
from underlag.schemas.case import CaseFile, case_schema
from underlag.schemas.result import Model
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.values.pointers import value_at

SUNK = QUARTERS[3].model_copy(update={"deltagare": QUARTERS[3].deltagare.model_copy(update={"totalt": 20})})


def saved(folder: Path, *records: Model) -> Path:
    """A folder with the saved result of each document."""
    for n, record in enumerate(records):
        (folder / f"{n}.json").write_text(result(record, file=f"{n}.docx").model_dump_json(by_alias=True), encoding="utf-8")
    return folder


def called(*arguments: str | Path) -> tuple[int, str]:
    """The exit code and the line on standard error."""
    stderr = io.BytesIO()
    code = run(["case", *map(str, arguments), "--judged-at", "2024-03-01"], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode()


def test_an_insats_whose_documents_agree_has_no_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(saved(tmp_path, *CLEAN)) == (0, "")
    printed = capsys.readouterr().out
    assert printed.startswith("Stegvis\n  Ansökan: 2023-01-01–2023-12-31; sökt 1 200 000 kr, 40 deltagare; 0.docx\n")
    assert "0 fel, 0 varningar; " in printed


def test_a_contradiction_is_told_with_both_its_places_and_ends_the_run_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(saved(tmp_path, *CLEAN[:5], SUNK, CLEAN[6])) == (1, "")
    printed = " ".join(capsys.readouterr().out.split())
    assert "Antalet deltagare i allt sjunker från 32 (kvartal 3 2023) till 20 (kvartal 4 2023)." in printed
    assert "Kvartalsrapport (5.docx), stycke 1 · Kvartalsrapport (4.docx), stycke 1" in printed


def test_the_case_as_json_follows_its_schema_and_every_pointer_leads_somewhere(tmp_path: Path) -> None:
    newer = APPLICATION.model_copy(update={"sokt_belopp": 1_300_000, "underskrifter": ()})
    out = tmp_path / "fall.json"
    for _ in range(2):  # what it has written itself is no document of the next run
        assert called(saved(tmp_path, *CLEAN[:5], SUNK, CLEAN[6], newer), "--out", out) == (1, "")
    case = json.loads(out.read_bytes())
    jsonschema.Draft202012Validator(case_schema()).validate(case)
    (insats,) = CaseFile.model_validate(case).insatser
    pointers = [*(b.document for b in insats.documents), *(at for f in insats.findings for at in f.at)]
    pointers += [at for version in insats.versions for change in version.changes for at in change.at]
    pointers += [goal.promised for goal in insats.goals]
    assert insats.versions[0].changes
    assert [at for at in pointers if value_at(case, at) is None] == []


def test_the_page_shows_findings_goals_and_changes_and_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = "Stegvis <script>alert(1)</script>"
    key = {True: "insats", False: "insatsens_namn"}
    records = [record.model_copy(update={key["insats" in record.model_fields_set]: hostile}) for record in CLEAN]
    newer = records[0].model_copy(update={"sokt_belopp": 1_300_000})
    page = tmp_path / "fall.html"
    assert called(saved(tmp_path, *records, newer), "--report", page) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "Stegvis &lt;script&gt;" in text
    assert all(heading in text for heading in ("Lovat och nått", "Ändrat i Ansökan (7.docx)", "Föreslaget belopp är det som ansökan"))


def test_a_memo_that_tells_of_two_insatser_stands_with_both(tmp_path: Path) -> None:
    other = [quarterly("Lots i hamn", quarter=n) for n in (1, 2)]
    rows = [{"insats": "Stegvis", "totalt": 12}, {"insats": "Lots i hamn", "totalt": 7}]
    memo = Uppfoljning.model_validate({"period": {"ar": 2023, "kvartal": [1]}, "deltagare": rows})
    page = tmp_path / "fall.html"
    assert called(saved(tmp_path, *CLEAN, *other, memo), "--report", page) == (0, "")
    text = page.read_text(encoding="utf-8")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert text.count("9.docx") >= 2


def test_what_has_no_one_place_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    others = [APPLICATION.model_copy(update={"insatsens_namn": name}) for name in ("Vägen in för unga", "Vägen in för alla")]
    assert called(saved(tmp_path, *others, quarterly("Vägen in"), quarterly("")), "--report", tmp_path / "fall.html") == (0, "")
    printed = capsys.readouterr().out
    assert "Kvartalsrapport (2.docx): ”Vägen in för unga” eller ”Vägen in för alla”" in printed
    assert "Säger inte vilken insats (1)\n  Kvartalsrapport (3.docx)" in printed


def test_one_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (saved(tmp_path, *CLEAN) / "9.json").write_text("{}", encoding="utf-8")
    assert called(tmp_path, "--out", tmp_path / "fall.json") == (
        4,
        "underlag: 1 av 8 filer kunde inte läsas. Listan ovan säger varför\n",
    )
    assert "9.json: är inget resultat" in capsys.readouterr().out
    assert json.loads((tmp_path / "fall.json").read_bytes())["complete"] is False
