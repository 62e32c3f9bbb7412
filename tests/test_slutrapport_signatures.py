"""Signature tables of final reports: labels beside, above and below, signers side by side, organisations named in many ways."""

from __future__ import annotations

from typing import Any

from tests.page_building import ink, para, read_kind
from underlag.schemas.page import Block, Cell, Paragraph, Table
from underlag.schemas.slutrapport import FORM


def signed(rows: list[list[list[str | Block]]], *before: Block) -> list[Any]:
    """The signatures of a table whose cells hold the given texts and pictures, one paragraph each."""
    cells = tuple(
        Cell(r, c, tuple(para(b) if isinstance(b, str) else b for b in blocks), where=f"t1r{r + 1}c{c + 1}")
        for r, row in enumerate(rows)
        for c, blocks in enumerate(row)
    )
    made = Table(cells, len(rows), max(len(row) for row in rows), 1)
    found = read_kind(FORM, *before, para("Underskrifter", bold=True), made).record["underskrifter"]
    assert isinstance(found, list)
    return found


def test_labels_below_what_is_filled_in() -> None:
    rows: list[list[list[str | Block]]] = [
        [["Exempelby 190214", "Ort och datum"], ["Ort och datum"]],
        [[ink(), "Samverkanspart (namn)"], ["Samverkanspart (namn)"]],
        [["Siv Ek Reg. Exempel", "Samverkanspart (namnförtydligande)"], ["Samverkanspart (namnförtydligande)"]],
    ]
    assert signed(rows) == [
        {
            "roll": "samverkanspart",
            "organisation": "Region Exempel",
            "datum": "2019-02-14",
            "namn": "Siv Ek",
            "epost": None,
            "undertecknad": True,
        }
    ]


def test_two_signers_side_by_side() -> None:
    rows: list[list[list[str | Block]]] = [
        [["Ort och datum", "Exempelby 18/11"], ["Ort och datum", "Provinge 6/3-2019"]],
        [["Insatsägare (namn)", ink(), "Exempelby kommun"], ["Insatsägare (namn)"]],
        [["Insatsägare (namnförtydligande)", "Siv Ek / SIV EK"], ["Insatsägare (namnförtydligande)", "Bo Alm, chef"]],
    ]
    first, second = signed(rows)
    assert (first["namn"], first["datum"], first["organisation"], first["undertecknad"]) == ("Siv Ek", None, "Exempelby kommun", True)
    assert (second["namn"], second["datum"], second["undertecknad"]) == ("Bo Alm", "2019-03-06", False)


def test_label_and_value_as_two_lines_of_one_paragraph() -> None:
    both = Paragraph((para("Insatsägare (namnförtydligande)").lines[0], para("Siv Ek").lines[0]))
    rows: list[list[list[str | Block]]] = [[["Ort och datum", "Exempelby 27/3 2019"]], [["Insatsägare (namn)", ink()]], [[both]]]
    assert [(s["namn"], s["datum"], s["undertecknad"]) for s in signed(rows)] == [("Siv Ek", "2019-03-27", True)]


def test_date_that_heads_several_signers_is_the_date_of_each() -> None:
    rows: list[list[list[str | Block]]] = [
        [["Ort och datum"], ["Exempelby 190213"]],
        [["Insatsägare (Exempelby kommun)"], []],
        [["Insatsägare (namnförtydligande)"], ["Siv Ek"]],
        [["Insatsägare (Exempelby kommun)"], [ink()]],
        [["Insatsägare (namnförtydligande)"], ["Bo Alm"]],
    ]
    told = [(s["namn"], s["organisation"], s["datum"], s["undertecknad"]) for s in signed(rows)]
    assert told == [("Siv Ek", "Exempelby kommun", "2019-02-13", False), ("Bo Alm", "Exempelby kommun", "2019-02-13", True)]


def test_organisation_of_the_contact_person_who_signs() -> None:
    parties = [
        para("Insatsägare/Samverkansparter", bold=True),
        para("1. Organisation: Exempelby kommun, Kontaktperson: Siv Ek"),
        para("2. Organisation: Försäkringskassan, Kontaktperson: Bo Alm/Ann Berg"),
    ]
    rows: list[list[list[str | Block]]] = [
        [["Ort och datum"], ["Exempelby 2019-02-13"]],
        [["Samverkanspart (namn)"], [ink()]],
        [["Samverkanspart (namnförtydligande)"], ["Bo Alm"]],
    ]
    assert [s["organisation"] for s in signed(rows, *parties)] == ["Försäkringskassan"]
