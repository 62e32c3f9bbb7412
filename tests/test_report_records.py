"""How records of each kind are shown on a report's page. All content is made up."""

from __future__ import annotations

from typing import Any

from lxml.html import HtmlElement

from tests.report_building import one, page, result, words
from underlag.schemas.result import Part, PartType


def shown(kind: PartType, record: dict[str, Any]) -> HtmlElement:
    return page(result(Part(type=kind, pages=(1, 20), confidence=0.9, record=record, evidence={})))


def table(tree: HtmlElement, caption: str) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in one(tree, f"//table[caption='{caption}']").xpath(".//tr")]


def test_other_kinds_of_documents_are_shown_with_the_same_walk() -> None:
    record = {
        "ar": 2030,
        "noter": [
            {
                "nummer": 1,
                "rubrik": "Intäkter",
                "rader": [{"post": "Bidrag", "belopp": {"2030-12-31": 1000, "2029-12-31": None}, "summa": True}],
            }
        ],
        "insatser": [{"namn": "Vägen fram", "mal": ["Ett mål", "Två mål"]}],
    }
    tree = shown("arsredovisning", record)
    assert words(one(tree, "//dt[.='År']/following-sibling::dd")) == "2030"
    assert table(tree, "Rader") == [["Post", "2030-12-31", "2029-12-31"], ["Bidrag", "1 000 kr", "– saknas i dokumentet"]]
    assert one(tree, "//tr[@class='sum']/th").text == "Bidrag"
    assert "Ett mål, Två mål" in words(one(tree, "//table[caption='Insatser']"))


def test_an_economic_account_is_one_table_that_ends_with_what_can_be_decided_on() -> None:
    record = {
        "per_datum": "2030-06-30",
        "kolumner": ["Prognos 2030", "Budget 2031"],
        "rader": [
            {"rubrik": "Bidrag", "insatsagare": None, "belopp": [4000, 4100]},
            {"rubrik": "Gläntan", "insatsagare": "Furudal", "belopp": [None, -600, 7]},
        ],
        "beslutsutrymme_fore": [900, 2400],
        "beslutsutrymme_efter": [900, 1800],
    }
    missing = "– saknas i dokumentet"
    assert table(shown("ekonomisk_information", record), "Rader och beslutsutrymme") == [
        ["Rubrik", "Insatsägare", "Prognos 2030", "Budget 2031", "Kolumn 3"],
        ["Bidrag", missing, "4000", "4100", missing],
        ["Gläntan", "Furudal", missing, "−600", "7"],
        ["Beslutsutrymme före", "", "900", "2400", missing],
        ["Beslutsutrymme efter", "", "900", "1800", missing],
    ]


def test_what_a_row_is_about_stands_first_and_answers_have_a_column_each() -> None:
    record = {
        "mal": [{"insats": "Gläntan", "i_fas": "Ja"}],
        "kvalitet": [{"insats": "Gläntan", "svar": ["Ja", None]}],
        "deltagare": [{"totalt": 12, "insats": "Gläntan"}],
    }
    tree = shown("uppfoljning", record)
    assert table(tree, "Mål")[1] == ["Gläntan", "Ja"]
    assert table(tree, "Kvalitet") == [["Insats", "Svar 1", "Svar 2"], ["Gläntan", "Ja", "– saknas i dokumentet"]]
    assert table(tree, "Deltagare") == [["Insats", "Totalt"], ["Gläntan", "12"]]
