"""How the short answers of a quarterly report are read: marks, comments, tables of numbers, the quarter, who signs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page_building import Read, ink, para, read_kind, table
from tests.pdf_building import PdfText, frame, rule, text
from underlag.extract.choices import opening_choice
from underlag.extract.document import read_document
from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.extract.questions import whole_number
from underlag.schemas.kvartalsrapport import FORM
from underlag.schemas.page import Block, Document, Page, Table
from underlag.values.quarter_answers import answered_quarter

ASKED = "Har jämställdhet diskuterats?"


def read(*blocks: Block) -> Read:
    """The blocks as a quarterly report."""
    return read_kind(FORM, *blocks)


@pytest.mark.parametrize(
    ("written", "svar", "rest"),
    [
        ("Ja X Nej _", True, ""),
        ("JaX Nej", True, ""),
        ("☐ ☒ Nej", False, ""),
        ("( ) Ja (X) Nej  Mötet ställdes in.", False, "Mötet ställdes in."),
        ("___ Ja  _X_ Nej", False, ""),
        ("Ja ….. Nej ….x", False, ""),
        ("Ja/Nej: Nej", False, ""),
        ("Ja. Styrgruppen sade nej till mer.", True, "Styrgruppen sade nej till mer."),
        ("☐ Ja ☐ Nej", None, ""),
        ("☒ Ja ☒ Nej", None, ""),
        ("Ja / Nej", None, ""),
    ],
)
def test_ja_and_nej_however_they_are_marked(written: str, svar: bool | None, rest: str) -> None:
    assert opening_choice(written) == (svar, rest)


@given(st.text(alphabet="JaNejx☒☐_[]()/ .:\t", max_size=30))
def test_what_stands_behind_a_choice_is_the_end_of_the_text(written: str) -> None:
    opening = opening_choice(written)
    assert opening is None or written.endswith(opening[1])


@pytest.mark.parametrize("text", ["Jag vet inte", "Kommentar: Ja", "Styrgruppen svarade ja", ""])
def test_other_words_are_no_choice(text: str) -> None:
    assert opening_choice(text) is None


@pytest.mark.parametrize(
    "comment",
    [
        [para("Kommentar: Frågan togs upp i mars.")],
        [para("Ev. kommentar:"), para("Frågan togs upp i mars.")],
        [para("Om nej, varför? Frågan togs upp i mars.")],
        [para("Frågan togs upp i mars.")],
    ],
)
def test_the_comment_stands_without_its_label(comment: list[Block]) -> None:
    reading = read(para(ASKED), para("Ja X Nej _"), *comment, para("Finns avvikelse gällande mål?"), para("Ja _ Nej X"))
    assert reading.record["jamstalldhet"] == {"svar": True, "kommentar": "Frågan togs upp i mars."}
    assert reading.record["avvikelse_mal"] == {"svar": False, "kommentar": None}


def test_a_question_that_the_form_does_not_know_takes_its_own_answer_with_it() -> None:
    reading = read(para(ASKED), para("Ja X Nej _"), para("Har lokalen bytts?"), para("Ja _ Nej X"), para("Kommentar: Kontraktet går ut."))
    assert reading.record["jamstalldhet"] == {"svar": True, "kommentar": None}


def test_a_comment_that_speaks_of_another_question_answers_only_its_own() -> None:
    rows = [
        ["Fråga", "Svar", "Kommentar"],
        [ASKED, "☒ Ja ☐ Nej", "Avvikelse från budget: se nedan."],
        ["Har jämlikhet diskuterats?", "☐ Ja ☒ Nej", ""],
    ]
    reading = read(table(rows))
    assert reading.record["jamstalldhet"]["kommentar"] == "Avvikelse från budget: se nedan."
    assert reading.record["avvikelse_budget"] == {"svar": None, "kommentar": None}
    assert reading.record["jamlikhet"]["svar"] is False


def test_a_cross_drawn_in_a_column_answers() -> None:
    reading = read(
        table([["Fråga", "Ja", "Nej"], [ASKED, "", ink()], ["Har jämlikhet diskuterats?", "☒", "☐"], ["Följs metoden?", "☐", "☐"]])
    )
    assert [reading.record[key]["svar"] for key in ("jamstalldhet", "jamlikhet", "kontroll_metod")] == [False, True, None]


def _turned(*tables: Table) -> Read:
    """Each table on a page of its own."""
    pages = [replace(t, page=n, cells=tuple(replace(c, page=n) for c in t.cells)) for n, t in enumerate(tables, 1)]
    document = Document("application/test", tuple(Page(n, "pdf-text", (t,)) for n, t in enumerate(pages, 1)))
    reading = read_form(document, stream(document), FORM)
    return Read(reading.record, reading.evidence, reading.observations)


def test_a_table_of_questions_goes_on_over_the_page_in_the_middle_of_a_row() -> None:
    first = table([["Nr", "Fråga", "Ja", "Nej"], ["1", "Har jämlikhet", "X", ""]])
    second = table([["", "diskuterats?", "", ""], ["2", ASKED, "", "X"]])
    reading = _turned(first, second)
    assert (reading.record["jamlikhet"]["svar"], reading.record["jamstalldhet"]["svar"]) == (True, False)


def test_a_table_of_numbers_keeps_its_headings_over_the_page() -> None:
    first = table([["Deltagare", "Kvinnor", "Män"], ["Till arbete eller studier", "4", "6"]])
    reading = _turned(
        table([["Deltagare", "Kvinnor", "Män"], ["Nya deltagare", "9", "9"]]),
        table([["Till arbete eller studier", "4", "6"], ["Andra", "1", "1"]]),
    )
    alone = read(first)
    for each in (reading, alone):
        people = each.record["deltagare"]
        assert (people["kvinnor_till_arbete_studier"], people["man_till_arbete_studier"]) == (4, 6)


def test_rows_of_money_give_their_sum_and_none_where_it_is_not_written() -> None:
    rows = [["Kostnad", "Budget kvartalet", "Utfall kvartalet"], ["Personal", "100 000", "90 000"], ["Lokaler", "20 000", "20 000"]]
    assert read(table(rows)).record["budget"] == {"budget": None, "utfall": None, "prognos": None}
    whole = read(table([*rows, ["Summa", "120 000", "110 000"]])).record["budget"]
    assert whole == {"budget": 120000, "utfall": 110000, "prognos": None}


def test_amounts_in_thousands_are_kronor_and_written_units_count() -> None:
    said = read(para("Ekonomi (tkr)", bold=True), para("Budget: 140"), para("Utfall: 88,6"), para("Prognos: 140 000 kr")).record["budget"]
    assert said == {"budget": 140000, "utfall": 88600, "prognos": 140000}


@pytest.mark.parametrize(
    ("answer", "number"), [("3", 3), ("2 st", 2), ("Tre möten", 3), ("1 234", 1234), ("2021-03-04 och 2021-05-06", None), ("vet ej", None)]
)
def test_whole_numbers_and_never_a_date(answer: str, number: int | None) -> None:
    assert whole_number(answer) == number


@pytest.mark.parametrize(
    ("answer", "quarter"),
    [
        ("4/2019", (2019, 4)),
        ("kv 2 2020", (2020, 2)),
        ("fjärde kvartalet 2019", (2019, 4)),
        ("2019-10-01 – 2019-12-31", (2019, 4)),
        ("☐ 1 ☐ 2 ☒ 3 ☐ 4", (None, 3)),
        ("juli–december 2019", (2019, None)),
        ("2020-03-10", (2020, None)),
    ],
)
def test_the_quarter_that_an_answer_names(answer: str, quarter: tuple[int | None, int | None]) -> None:
    assert answered_quarter(answer) == quarter


def test_a_block_that_names_only_the_place_signs_for_the_owner() -> None:
    block = table([["Ort och datum", "Ekby 2021-04-12"], ["Insatsägare (namn)", ink()], ["Namnförtydligande", "Alva Lindgren"]])
    signed = read(para("Insatsägare: Region Norr"), block).record["underskrifter"]
    assert signed == [
        {
            "roll": "insatsagare",
            "organisation": "Region Norr",
            "datum": "2021-04-12",
            "namn": "Alva Lindgren",
            "epost": None,
            "undertecknad": True,
        }
    ]


def _pdf_answer(*marks: str) -> bool | None:
    """What a printed page says to the question, its answer at (60, 120)."""
    data = PdfText().page(text(60, 100, ASKED), *marks, text(60, 160, "Finns avvikelse gällande mål?"), text(60, 180, "Nej")).data()
    document = read_document(data)
    svar = read_form(document, stream(document), FORM).record["jamstalldhet"]
    assert isinstance(svar, dict)
    value = svar["svar"]
    assert value is None or isinstance(value, bool)
    return value


def test_an_underlined_word_is_the_answer_and_a_struck_one_is_not() -> None:
    words = text(60, 120, "Ja / Nej")
    ja, nej = (60.0, 70.6), (77.0, 93.0)  # Helvetica, 10 points
    assert _pdf_answer(words, rule(ja[0], 121.5, ja[1], 121.5)) is True
    assert _pdf_answer(words, rule(nej[0], 121.5, nej[1], 121.5)) is False
    assert _pdf_answer(words, rule(ja[0], 117, ja[1], 117)) is False
    assert _pdf_answer(words, rule(40, 121.5, 200, 121.5)) is None


def test_lines_that_cross_in_a_printed_cell_answer() -> None:
    edges = [frame(50, top, x1, top + 20) for top in (90, 110) for x1 in (300, 350, 400)]
    heads = [text(60, 104, "Fråga"), text(310, 104, "Ja"), text(360, 104, "Nej"), text(60, 124, ASKED)]
    cross = [rule(370, 115, 378, 125), rule(370, 125, 378, 115)]
    document = read_document(PdfText().page(*edges, *heads, *cross).data())
    record = read_form(document, stream(document), FORM).record
    assert record["jamstalldhet"] == {"svar": False, "kommentar": None}


@pytest.mark.parametrize("cells", [["Ja", "Nej X"], ["Ja", "", "Nej", "X"], ["☐ Ja", "☒ Nej"], ["[ ] Ja", "[x] Nej"]])
def test_ja_and_nej_in_cells_or_lines_of_their_own(cells: list[str]) -> None:
    in_cells = read(table([[ASKED, *cells], ["Har jämlikhet diskuterats?", "Ja X", "Nej"]]))
    assert (in_cells.record["jamstalldhet"]["svar"], in_cells.record["jamlikhet"]["svar"]) == (False, True)
    on_lines = read(para(ASKED), *[para(cell) for cell in cells if cell])
    assert on_lines.record["jamstalldhet"] == {"svar": False, "kommentar": None}


def test_rows_of_a_group_are_understood_by_its_heading() -> None:
    rows = [
        ["Fråga", "Ja", "Nej"],
        ["Avvikelser mot", "", ""],
        ["mål", "X", ""],
        ["målgrupp", "", "X"],
        ["Kontroll av", "", ""],
        ["målgrupp", "X", ""],
    ]
    record = read(table(rows)).record
    assert [record[key]["svar"] for key in ("avvikelse_mal", "avvikelse_malgrupp", "kontroll_malgrupp")] == [True, False, True]


@pytest.mark.parametrize(
    "hostile", ["Ja" + " " * 20_000 + "x!", "_" * 20_000 + "!", "Ja" + "." * 20_000 + "!", "1 " * 20_000 + "!", "[ " * 20_000]
)
def test_hostile_text_is_read_in_time(hostile: str) -> None:
    record = read(para(ASKED), para(hostile), table([["Deltagare", "Antal"], ["Kvar i insatsen", hostile], ["Nya", "1"]])).record
    assert record["deltagare"]["pagaende"] is None
