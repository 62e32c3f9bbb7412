"""Parties with their persons and addresses, as other offices list them."""

from __future__ import annotations

import pytest

from tests.page_building import para, read_kind, table
from underlag.schemas.page import Block
from underlag.schemas.slutrapport import FORM

WANTED = [
    {"organisation": "Ekby kommun", "kontaktperson": "Siv Ek", "epost": "siv.ek@ekby.example"},
    {"organisation": "Region Norra Exempel", "kontaktperson": "Bo Alm", "epost": "bo.alm@region.example"},
]
LISTS: dict[str, list[Block]] = {
    "dash and brackets": [
        para("Ekby kommun – Siv Ek (siv.ek@ekby.example)", bullet=True),
        para("Region Norra Exempel – Bo Alm (bo.alm@region.example)", bullet=True),
    ],
    "commas": [para("Ekby kommun, Siv Ek, siv.ek@ekby.example"), para("Region Norra Exempel, Bo Alm, bo.alm@region.example")],
    "label in brackets": [
        para("1. Ekby kommun (kontaktperson: Siv Ek, siv.ek@ekby.example)"),
        para("2. Region Norra Exempel (kontaktperson: Bo Alm, bo.alm@region.example)"),
    ],
    "a line each": [
        para("Ekby kommun"),
        para("Siv Ek, enhetschef"),
        para("siv.ek@ekby.example"),
        para("Region Norra Exempel"),
        para("Bo Alm"),
        para("bo.alm@region.example"),
    ],
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS.keys())
def test_parties_are_told_apart(listed: list[Block]) -> None:
    owner = [para("Insatsägare", bold=True), para("Försäkringskassan")]
    assert read_kind(FORM, *owner, para("Samverkansparter", bold=True), *listed).record["samverkansparter"] == WANTED


def test_a_table_tells_each_partys_role() -> None:
    rows = [
        ["Roll", "Organisation", "Kontaktperson"],
        ["Samverkanspart", "Försäkringskassan", "Bo Alm"],
        ["Insatsägare", "Ekby kommun", "Siv Ek"],
    ]
    record = read_kind(FORM, para("Insatsens namn", bold=True), para("Kajen"), table(rows)).record
    assert record["insatsens_namn"] == "Kajen"
    assert [p["organisation"] for p in record["insatsagare"]] == ["Ekby kommun"]
    assert [p["kontaktperson"] for p in record["samverkansparter"]] == ["Bo Alm"]
