"""The descriptions of insatser in an annual report, under labels that stand above, left of, before or over their answers."""

from __future__ import annotations

from typing import Any

from tests.page_building import para, read_kind, table
from underlag.extract.document import read_document
from underlag.schemas.arsredovisning import FORM
from underlag.schemas.page import Block, Cell, Paragraph, Table


def described(*blocks: Block) -> Any:
    return read_kind(FORM, *blocks).record["insatser"]


def heading(text: str) -> Paragraph:
    return Paragraph(para(text, bold=True).lines, heading=True)


def test_a_table_with_goals_beside_outcomes_is_read_row_by_row() -> None:
    rows = [
        ["Mål individ", "Utfall individ", ""],
        ["20 deltagare per år", "17 deltagare", "Flera slutade i förtid."],
        ["Hälften till arbete", "55 %", "-"],
    ]
    (insats,) = described(heading("Klivet"), table([["Målgrupp"], ["Unga vuxna."]]), table(rows))
    assert (insats["namn"], insats["malgrupp"]) == ("Klivet", "Unga vuxna.")
    assert insats["mal"] == "20 deltagare per år\nHälften till arbete"
    assert insats["utfall"] == "17 deltagare\nFlera slutade i förtid.\n55 %"


def test_labels_left_of_their_answers() -> None:
    rows = [
        ["Samverkansparter", "Norrby kommun"],
        ["Övergripande mål", "Fler i arbete"],
        ["Mål individ", "20 deltagare"],
        ["Utfall individ", "17"],
        ["Övrigt utfall", "3 avbröt"],
        ["Insatsperiod", "2017-2019"],
    ]
    (insats,) = described(heading("Klivet"), table(rows))
    assert (insats["mal"], insats["utfall"], insats["insatsperiod"]) == ("Fler i arbete\n20 deltagare", "17", "2017-2019")


def test_labels_before_their_answers_and_the_next_insats_begins_at_its_heading() -> None:
    first = [heading("Klivet"), para("Parter: Norrby kommun"), para("Målgrupp: Unga"), para("Projekttid: 2018")]
    second = [heading("Bron"), para("Parter: Regionen"), para("Målgrupp: Vuxna"), heading("Ekonomi"), para("Året gick bra.")]
    read = described(*first, *second)
    assert [(i["namn"], i["samverkansparter"], i["malgrupp"], i["insatsperiod"]) for i in read] == [
        ("Klivet", "Norrby kommun", "Unga", "2018"),
        ("Bron", "Regionen", "Vuxna", None),
    ]


def test_an_answer_divided_by_a_page_break_is_whole_in_its_own_column() -> None:
    head = table([["Mål individ", "Utfall individ"], ["Minst hälften ska behålla sin", "37 personer"]])
    cells = tuple(Cell(0, col, (para(text, page=2),), page=2) for col, text in enumerate(["lägenhet efter ett år.", "Vi får se."]))
    (insats,) = described(heading("Stegen"), para("Målgrupp: Unga"), head, Table(cells, 1, 2, 2))
    assert insats["mal"] == "Minst hälften ska behålla sin lägenhet efter ett år."
    assert insats["utfall"] == "37 personer\nVi får se."


def test_raw_text_with_goals_and_outcomes_parted_by_tabs() -> None:
    goals = "Mål individ\tUtfall individ\t\n- 20 deltagare\t17 deltagare\tFlera slutade.\n- Hälften till arbete\t55 %"
    first = f"Stegen\n\nSamverkansparter\n\nNorrby kommun\n\n{goals}\n\nInsatsperiod\n\n2017 - 2019\n\n"
    text = first + "Lyftet\n\nSamverkansparter\n\nRegionen\n\nMålgrupp\n\nVuxna\n\nInsatsperiod\n\n2018\n\nResultaträkning\n"
    read = described(*read_document(text.encode()).pages[0].blocks)
    assert [i["namn"] for i in read] == ["Stegen", "Lyftet"]
    assert (read[0]["mal"], read[0]["utfall"]) == ("20 deltagare\nHälften till arbete", "17 deltagare\nFlera slutade.\n55 %")
    assert [i["insatsperiod"] for i in read] == ["2017 - 2019", "2018"]


def test_insatser_may_be_the_rows_of_one_table() -> None:
    rows = [
        ["Insats", "Samverkansparter", "Målgrupp", "Mål", "Resultat individ", "Period"],
        ["Klivet", "Norrby kommun", "Unga", "20 deltagare", "17 deltagare", "2018"],
        ["Insats", "Samverkansparter", "Målgrupp", "Mål", "Resultat individ", "Period"],
        ["Bron", "Regionen", "Vuxna", "-", "", "2019"],
    ]
    first, second = described(heading("Bilaga 1"), table(rows))
    assert (first["namn"], first["mal"], first["utfall"], first["insatsperiod"]) == ("Klivet", "20 deltagare", "17 deltagare", "2018")
    assert (second["namn"], second["samverkansparter"], second["mal"], second["utfall"]) == ("Bron", "Regionen", None, None)


def test_the_answer_to_an_unknown_label_is_no_name() -> None:
    rows = [["Så styrs insatsen", "Norrby kommun"], ["Målgrupp", "Unga"], ["Insatsperiod", "2018"]]
    (insats,) = described(heading("2.1 Klivet"), table(rows))
    assert (insats["namn"], insats["malgrupp"]) == ("Klivet", "Unga")


def test_the_headings_of_a_table_of_amounts_are_no_labels() -> None:
    costs = table([["Insats", "Utfall 2018", "Utfall 2017"], ["Klivet", "418", "390"], ["Bron", "220", "225"]])
    (insats,) = described(costs, heading("Klivet"), para("Parter: Norrby kommun"), para("Målgrupp: Unga"))
    assert (insats["namn"], insats["utfall"]) == ("Klivet", None)


def test_a_word_of_running_text_is_no_label() -> None:
    assert described(heading("Året"), para("Vi har arbetat mot våra"), para("mål"), para("Målgrupp: alla")) == []
