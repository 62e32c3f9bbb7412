"""How right results are: values paired with those that are known, and counted by kind, field and confidence."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.result_building import part, result
from underlag.cli import run
from underlag.commands.output import as_json
from underlag.corpus.accuracy import Accuracy, Known, copies
from underlag.corpus.likeness import compared, likeness

LONG = "Deltagarna ska få ett sammanhållet stöd under 12 månader."


def verdicts(right: object, given: object) -> list[tuple[str, str | None, str]]:
    return [(pair.at, pair.there, pair.verdict) for pair in compared(right, given)]


@pytest.mark.parametrize(
    ("right", "read", "verdict"),
    [
        ("2024-01-01", "2024-01-02", "wrong"),
        (LONG, LONG.replace("stöd", "stod"), "right"),
        (LONG, LONG.replace("12", "13"), "wrong"),
        ("Ny  väg", "ny väg", "right"),
        (40, 40.0, "right"),
        (True, 1, "wrong"),
        (None, "något", "invented"),
        ("något", None, "missing"),
        (0, 0, "right"),
    ],
)
def test_a_value_is_right_where_it_says_the_same(right: object, read: object, verdict: str) -> None:
    assert [pair.verdict for pair in compared({"x": right}, {"x": read})] == [verdict]


def test_what_neither_says_is_no_value() -> None:
    assert verdicts({"x": None, "y": [], "z": {"ä": ""}}, {"x": ""}) == []


def test_items_are_paired_by_likeness_wherever_they_stand() -> None:
    goals = [{"text": "Ett mål", "niva": "individ"}, {"text": "Två mål", "niva": None}]
    assert verdicts(goals, [{"text": "Tre"}, goals[1], {"text": "Ett mål", "niva": "struktur"}]) == [
        ("/0/text", "/2/text", "right"),
        ("/0/niva", "/2/niva", "wrong"),
        ("/1/text", "/1/text", "right"),
        ("/0/text", "/0/text", "invented"),
    ]


def test_keys_that_a_document_writes_are_paired_by_their_spelling() -> None:
    assert verdicts({"Almsjö kommun": 1, "Region": 2}, {"Almsjo kommun": 1, "Staten": 2}) == [
        ("/Almsjö kommun", "/Almsjo kommun", "right"),
        ("/Region", None, "missing"),
        ("/Staten", "/Staten", "invented"),
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_a_record_is_all_right_beside_itself(record: object) -> None:
    assert {pair.verdict for pair in compared(record, record)} <= {"right"}


@given(JSON, JSON)
def test_likeness_is_a_share(right: object, read: object) -> None:
    assert 0 <= likeness(right, read) <= 1


def known(*parts: tuple[str, dict[str, Any]]) -> Known:
    return Known.model_validate({"parts": [{"type": kind, "record": record} for kind, record in parts]})


def test_parts_are_paired_within_their_kind_and_counted_by_field_and_confidence() -> None:
    accuracy = Accuracy()
    given = result(
        part("ansokan", {"insatsens_namn": "B", "syfte": "Fel"}, confidence=0.5),
        part("ansokan", {"insatsens_namn": "A"}, confidence=0.95),
        part("slutrapport", {"syfte": "Påhittad"}, confidence=0.7),
    )
    accuracy.add(known(("ansokan", {"insatsens_namn": "A", "syfte": None}), ("ansokan", {"insatsens_namn": "B"})), given, "pdf")
    assert accuracy.by_copy["ansokan", "pdf"].counts == {"right": 2}
    assert accuracy.by_copy["slutrapport", "pdf"].counts == {"invented": 1}
    assert accuracy.by_field["ansokan", "/insatsens_namn"].share_right == 100
    assert list(accuracy.calibration()) == [
        (0.95, 1, 100.0),
        (0.9, 1, 100.0),
        (0.8, 1, 100.0),
        (0.6, 2, 50.0),
        (0.0, 3, pytest.approx(200 / 3)),
    ]


def test_copies_are_told_by_the_name_before_the_first_dot() -> None:
    files = [Path(name) for name in ("a/x.docx", "b/x.scan.pdf", "svar/x.gold.json", "a/y.docx", "a/xx.pdf")]
    assert [(file.name, answers.name) for file, answers in copies(files)] == [("x.docx", "x.gold.json"), ("x.scan.pdf", "x.gold.json")]


def evaluate(folder: Path, *more: str) -> tuple[int, str]:
    stderr = io.BytesIO()
    return run(["evaluate", str(folder), *more], stderr=stderr, debug=False), stderr.getvalue().decode()


def test_the_command_prints_what_is_right(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    record = {"insatsens_namn": "Ny väg", "antal_deltagare": 40}
    answers = {"parts": [{"type": "slutrapport", "record": {**record, "antal_deltagare": 41}}]}
    (tmp_path / "rapport.gold.json").write_text(json.dumps(answers), encoding="utf-8")
    (tmp_path / "rapport.pdf.json").write_bytes(as_json(result(part("slutrapport", record)), pretty=False))
    assert evaluate(tmp_path, "--fields") == (0, "")
    rows = [line.split() for line in capsysbinary.readouterr().out.decode().splitlines()]
    assert ["Slutrapport", "pdf", "2", "50", "%", "1", "0", "0"] in rows
    assert ["Slutrapport", "Antal", "deltagare", "1", "0", "%", "1", "0", "0"] in rows
    assert ["0,9", "2", "50", "%"] in rows


@pytest.mark.parametrize(("text", "said"), [(None, "inget dokument med facit"), ("{}", "är inget facit")])
def test_a_folder_without_answers_is_told_of(tmp_path: Path, text: str | None, said: str) -> None:
    (tmp_path / "rapport.txt").write_text("Slutrapport", encoding="utf-8")
    if text is not None:
        (tmp_path / "rapport.gold.json").write_text(text, encoding="utf-8")
    code, line = evaluate(tmp_path)
    assert code in {2, 4}
    assert said in line
