"""The archive as tables: what the records say is all there once, in every format, explained, and harmless to open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from samples.build import ANSWERS
from tests.result_building import leaves, part, result
from underlag.cli import run
from underlag.corpus.store.keeping import keep_together
from underlag.corpus.store.opening import made_store
from underlag.corpus.tables import Table, rows_of, table_of
from underlag.schemas.published import RECORDS
from underlag.schemas.result import Finding
from underlag.schemas.words import TYPES

GOALS: list[dict[str, Any]] = [
    {"niva": "individ", "text": "=HYPERLINK(1)", "kvantiteter": [{"varde": 80.0, "enhet": "procent", "jamforelse": "minst"}]},
    {"niva": None, "text": '-Två\nrader, "citat" och å', "kvantiteter": []},
]
ROWS = [{"benamning": "Coach", "belopp": {"Almsjö": 1000, "@Ekfors": -5}, "summa": 995}]
APPLICATION = part(
    "ansokan",
    {
        "insatsens_namn": "Ny väg",
        "mal": GOALS,
        "lokus": {"diskuterad": True},
        "budget": {"detalj": {"rekvireras": {"lonekostnader": ROWS}}},
    },
    findings=(Finding(rule="tid.intag", severity="fel", outcome="broken", message="Fel.", expected=1, actual=2, at=("/mal/0",)),),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("export")
    archive, out = home / "arkiv.db", home / "ut"
    keep_together(made_store(str(archive)), [result(APPLICATION, part("okand", {"rubrik": "Brev", "text": "Hej"}))])
    formats = [f"--format={form}" for form in ("csv", "jsonl", "parquet", "xlsx")]
    assert run(["export", str(out), *formats, "--archive", str(archive)], stderr=io.BytesIO(), debug=False) == 0
    return out


def csv_rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_list_is_a_table_whose_rows_say_what_they_belong_to(folder: Path) -> None:
    assert csv_rows(folder, "ansokan_mal_kvantiteter") == [
        {
            "dokument": "1",
            "del": "1",
            "mal_nr": "1",
            "kvantiteter_nr": "1",
            "varde": "80.0",
            "enhet": "procent",
            "jamforelse": "minst",
            "avser": "",
            "per": "",
            "inom_dagar": "",
        }
    ]
    costs = csv_rows(folder, "ansokan_budget_detalj_rekvireras_lonekostnader_belopp")
    assert [(row["lonekostnader_nr"], row["belopp_nyckel"], row["varde"]) for row in costs] == [
        ("1", "Almsjö", "1000"),
        ("1", "'@Ekfors", "-5"),
    ]
    assert [(row["typ"], row["forsta_sida"]) for row in csv_rows(folder, "delar")] == [("ansokan", "1"), ("okand", "1")]
    assert [(row["regel"], row["vantat"], row["platser"]) for row in csv_rows(folder, "fynd")] == [("tid.intag", "1", '["/mal/0"]')]
    assert not (folder / "slutrapport.csv").exists()


def test_no_text_becomes_a_formula(folder: Path) -> None:
    assert [row["text"] for row in csv_rows(folder, "ansokan_mal")] == ["'=HYPERLINK(1)", "'" + str(GOALS[1]["text"])]
    sheet = openpyxl.load_workbook(folder / "arkiv.xlsx")["ansokan_mal"]
    assert [(row[4].value, row[4].data_type) for row in sheet.iter_rows(min_row=2)] == [(goal["text"], "s") for goal in GOALS]


def test_the_formats_say_the_same(folder: Path) -> None:
    lines = (folder / "ansokan_mal.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows == pq.read_table(folder / "ansokan_mal.parquet").to_pylist()
    head, *cells = openpyxl.load_workbook(folder / "arkiv.xlsx")["ansokan_mal"].iter_rows(values_only=True)
    assert [dict(zip(head, row, strict=True)) for row in cells] == rows
    assert [row["text"] for row in rows] == [goal["text"] for goal in GOALS]


def test_the_descriptor_explains_each_column_of_each_file(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {f.name for f in folder.iterdir()} - {
        "datapackage.json",
        "arkiv.xlsx",
    }
    for resource in package["resources"]:
        assert all(field["title"] for field in resource["schema"]["fields"])
        if resource["format"] == "csv":
            rows = csv_rows(folder, resource["name"])
            assert len(rows) == resource["rows"]
            assert list(rows[0]) == [field["name"] for field in resource["schema"]["fields"]]
    (sought,) = (f for r in package["resources"] if r["name"] == "ansokan" for f in r["schema"]["fields"] if f["name"] == "sokt_belopp")
    assert sought == {"name": "sokt_belopp", "type": "integer", "title": "Sökt belopp", "pointer": "/sokt_belopp", "unit": "kronor"}


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    stderr = io.BytesIO()
    assert run(["export", str(folder), "--archive", str(folder.parent / "arkiv.db")], stderr=stderr, debug=False) == 2
    assert "mappen är inte tom" in stderr.getvalue().decode()


def every(table: Table) -> Iterator[Table]:
    yield table
    for below in table.below:
        yield from every(below.table)


@pytest.mark.parametrize("kind", TYPES)
def test_columns_of_a_table_have_names_of_their_own(kind: Any) -> None:
    for table in every(table_of(kind)):
        names = [column.name for column in table.every]
        assert len(set(names)) == len(names)


def gold_parts() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for file in sorted(ANSWERS.glob("*.gold.json")):
        for number, told in enumerate(json.loads(file.read_text(encoding="utf-8"))["parts"]):
            yield f"{file.stem} {number}", told


@pytest.mark.parametrize("told", [pytest.param(told, id=name) for name, told in gold_parts()])
def test_every_value_of_a_record_is_in_a_table_once(told: Mapping[str, Any]) -> None:
    record, kind = told["record"], told["type"]
    assert kind in RECORDS or kind == "okand"
    wanted = sorted(str(value) for _, value in leaves(record))
    rows = rows_of(table_of(kind), record, (1, 1))
    assert sorted(str(value) for table, row in rows for value in row[len(table.keys) :] if value is not None) == wanted
