"""The records of what a board packet holds: notice, case note, finances, members' fees, and what is of no known kind."""

from __future__ import annotations

from typing import Any

import pytest

from tests.page_building import para, table
from underlag.extract.flow import stream
from underlag.extract.kind import Kind
from underlag.extract.parts import read_as
from underlag.schemas.page import Block, Document, Line, Page, Paragraph, Reader
from underlag.schemas.result import PartType


def record(kind: PartType, *blocks: Block, reader: Reader = "docx", header: str = "") -> Any:
    """The record of the blocks, read as one page of that kind."""
    furniture = (Line(header, 1),) if header else ()
    document = Document("application/test", (Page(1, reader, tuple(blocks), furniture),))
    return read_as(Kind(kind, 0.9), stream(document), document).part.record


def lines(*texts: str) -> Paragraph:
    """One paragraph of several printed lines."""
    return Paragraph(tuple(Line(text, 1, where=f"line {n}") for n, text in enumerate(texts, start=1)))


# Kallelse


def test_a_notice_gives_board_day_hours_and_place() -> None:
    found = record(
        "kallelse",
        para("KALLELSE", bold=True),
        para("Styrelsen för Samordningsförbundet Norrån kallas till sammanträde", bold=True),
        table((("Dag", "tisdagen den 5 mars 2024"), ("Tid", "13.00-15.30"), ("Plats", "Rådhuset, sal 2"))),
        para("Förhinder meddelas till kansli@norran.example"),
    )
    assert (found["organ"], found["datum"]) == ("Styrelsen för Samordningsförbundet Norrån", "2024-03-05")
    assert (found["tid"], found["plats"]) == ("13.00-15.30", "Rådhuset, sal 2")


def test_a_notice_in_running_text_gives_day_and_hours() -> None:
    found = record("kallelse", para("Kallelse till styrelsemöte den 5 mars 2024 kl. 13.00–15.30", bold=True), para("Plats: Rådhuset"))
    assert (found["datum"], found["tid"], found["plats"]) == ("2024-03-05", "13.00–15.30", "Rådhuset")


def test_matters_are_the_numbered_rows_by_their_headings_in_any_order() -> None:
    found = record(
        "kallelse",
        table(
            (
                ("Nr", "Föredragande", "Ärenderubrik", "Övriga uppgifter"),
                ("1", "", "Val av justerare", ""),
                ("Ärenden", "", "", ""),
                ("2", "Ekonomen", "Ekonomisk information", "Bilaga 2"),
                ("", "", "Övriga frågor", ""),
            )
        ),
    )
    assert found["arenden"] == [
        {"nr": 1, "rubrik": "Val av justerare", "foredragande": None, "handling": None},
        {"nr": 2, "rubrik": "Ekonomisk information", "foredragande": "Ekonomen", "handling": "Bilaga 2"},
    ]


def test_a_number_glued_to_its_matter_is_told_apart() -> None:
    found = record("kallelse", table((("Nr | Ärende", "Föredragande"), ("1 | Val av justerare", ""), ("2 Ekonomi", "Ekonomen"))))
    assert [(m["nr"], m["rubrik"]) for m in found["arenden"]] == [(1, "Val av justerare"), (2, "Ekonomi")]


def test_matters_may_be_a_numbered_list() -> None:
    found = record(
        "kallelse",
        para("Dagordning", bold=True),
        para("1. Mötet öppnas"),
        para("2. Ekonomi, föredragande: Ekonomen"),
        para("3. Insatsen Stigen (handling, bilaga 3)"),
    )
    assert [(m["nr"], m["rubrik"]) for m in found["arenden"]] == [(1, "Mötet öppnas"), (2, "Ekonomi"), (3, "Insatsen Stigen")]
    assert (found["arenden"][1]["foredragande"], found["arenden"][2]["handling"]) == ("Ekonomen", "handling, bilaga 3")


# Tjänsteskrivelse

NOTE = (
    para("Tjänsteskrivelse", bold=True),
    para("Dnr: SF 2024/17"),
    para("2024-02-19"),
    para("Ansökan om medel för insatsen Stigen", bold=True),
    para("Förslag till beslut", bold=True),
    para("Arbetsutskottet föreslår styrelsen besluta"),
    lines("att bevilja insatsen Stigen medel för perioden 1 maj 2024 fram till", "30 april 2025, maximalt 1 200 000 kronor,"),
    para("att medlen betalas ut kvartalsvis, och"),
    para("att beslutet gäller om förbundet får medel."),
    para("Ärendet", bold=True),
    para("Å kommun har ansökt den 3 januari 2024 om 1 450 000 kronor."),
    para("Bedömning", bold=True),
    para("Insatsen svarar mot verksamhetsplanen."),
)


def test_a_case_note_gives_its_proposal_clause_by_clause() -> None:
    found = record("tjansteskrivelse", *NOTE)
    assert found["forslag_till_beslut"] == [
        "att bevilja insatsen Stigen medel för perioden 1 maj 2024 fram till 30 april 2025, maximalt 1 200 000 kronor",
        "att medlen betalas ut kvartalsvis",
        "att beslutet gäller om förbundet får medel.",
    ]


def test_a_case_note_gives_what_it_proposes_and_who_does() -> None:
    found = record("tjansteskrivelse", *NOTE)
    assert (found["rubrik"], found["insats"]) == ("Ansökan om medel för insatsen Stigen", "Stigen")
    assert (found["dnr"], found["datum"]) == ("SF 2024/17", "2024-02-19")
    assert (found["period"], found["maxbelopp"]) == ({"start": "2024-05-01", "slut": "2025-04-30"}, 1200000)
    assert found["forslagsstallare"] == "Arbetsutskottet"
    assert found["bedomning"] == "Insatsen svarar mot verksamhetsplanen."


def test_who_proposes_may_stand_in_the_assessment_only() -> None:
    found = record(
        "tjansteskrivelse",
        para("Förslag till beslut", bold=True),
        para("Styrelsen föreslås besluta"),
        para("att lägga rapporten till handlingarna."),
        para("Bedömning", bold=True),
        para("Rapporten är klar. Beredningsgruppen föreslår att den läggs till handlingarna."),
    )
    assert found["forslagsstallare"] == "Beredningsgruppen"
    assert (found["maxbelopp"], found["insats"], found["dnr"], found["datum"]) == (None, None, None, None)


def test_clauses_that_a_scan_ran_together_are_parted_where_one_ended() -> None:
    found = record(
        "tjansteskrivelse",
        para("Förslag till beslut"),
        lines("Styrelsen föreslås besluta", "att bevilja medel så", "att insatsen kan starta.", "att uppföljning sker."),
        reader="pdf-ocr",
    )
    assert found["forslag_till_beslut"] == ["att bevilja medel så att insatsen kan starta.", "att uppföljning sker."]


# Ekonomisk information

FINANCES = table(
    (
        ("", "", "Budget", "Prognos", "Budget"),
        ("Belopp i tkr", "", "2024", "2024", "2025"),
        ("FINANSIELLA ANSLAG", "", "9 000", "9 000", "9 100"),
        ("Namn på insats", "Insatsägare", "", "", ""),
        ("Stigen", "Å kommun", "1 200", "", "0"),
        ("ÅRETS RESULTAT", "", "-311", "−20", "4"),
        ("BESLUTSUTRYMME före nedan föreslagna", "", "2 500", "2 600", "4 000"),
        ("BESLUTSUTRYMME efter ovan föreslagna", "", "1 300", "1 400", "4 000"),
    )
)


def test_finances_are_rows_of_amounts_in_column_order() -> None:
    found = record("ekonomisk_information", para("Ekonomisk information per den 1 mars 2024", bold=True), FINANCES)
    assert found == {
        "per_datum": "2024-03-01",
        "kolumner": ["Budget 2024", "Prognos 2024", "Budget 2025"],
        "rader": [
            {"rubrik": "FINANSIELLA ANSLAG", "insatsagare": None, "belopp": [9000, 9000, 9100]},
            {"rubrik": "Stigen", "insatsagare": "Å kommun", "belopp": [1200, None, 0]},
            {"rubrik": "ÅRETS RESULTAT", "insatsagare": None, "belopp": [-311, -20, 4]},
        ],
        "beslutsutrymme_fore": [2500, 2600, 4000],
        "beslutsutrymme_efter": [1300, 1400, 4000],
    }


def test_a_table_that_goes_on_over_the_page_break_is_one() -> None:
    more = table((("Porten", "B kommun", "700", "710", "720"), ("Summa", "", "1 900", "710", "720")))
    assert [r["rubrik"] for r in record("ekonomisk_information", FINANCES, more)["rader"]][-2:] == ["Porten", "Summa"]


def test_finances_without_borders_are_read_from_their_lines() -> None:
    found = record(
        "ekonomisk_information",
        para("Budget Prognos"),
        para("2024 2025"),
        para("Medlemsavgifter 9 000 9 100"),
        para("Kansli 2 100 2 200"),
        para("BESLUTSUTRYMME efter 1 300 4 000"),
        reader="text",
    )
    assert found["kolumner"] == ["Budget 2024", "Prognos 2025"]
    assert [r["belopp"] for r in found["rader"]] == [[9000, 9100], [2100, 2200]]
    assert found["beslutsutrymme_efter"] == [1300, 4000]


# Medlemsavgifter


@pytest.mark.parametrize(("unit", "worth"), [("kronor", 1), ("tkr", 1000)])
def test_fees_are_told_by_their_years_whatever_the_order(unit: str, worth: int) -> None:
    found = record(
        "medlemsavgifter",
        para("Preliminära medlemsavgifter 2025", bold=True),
        para(f"Belopp i {unit}"),
        table(
            (
                ("Medlem", "2024", "2025", "Förändring"),
                ("Å kommun", "400", "450", "50"),
                ("Region Norrån", "900", "880", "-20"),
                ("Summa", "1 300", "1 330", "30"),
            )
        ),
    )
    assert found == {
        "ar": 2025,
        "rader": [
            {"medlem": "Å kommun", "ar": 450 * worth, "foregaende_ar": 400 * worth, "forandring": 50 * worth},
            {"medlem": "Region Norrån", "ar": 880 * worth, "foregaende_ar": 900 * worth, "forandring": -20 * worth},
        ],
        "totalt": {"ar": 1330 * worth, "foregaende_ar": 1300 * worth, "forandring": 30 * worth},
    }


def test_a_change_in_percent_is_no_change_in_kronor() -> None:
    rows = (("Medlem", "2025", "2024", "Förändring %"), ("Å kommun", "450", "400", "12"), ("B kommun", "50", "40", "25"))
    assert [r["forandring"] for r in record("medlemsavgifter", table(rows))["rader"]] == [None, None]


# Okänd


def test_nothing_of_an_unknown_document_is_lost() -> None:
    found = record("okand", para("Protokoll", bold=True), para("Mötet öppnas."), table((("Närvarande", "Ordföranden"),)))
    assert found == {"rubrik": "Protokoll", "text": "Protokoll\nMötet öppnas.\nNärvarande\nOrdföranden"}
