"""The accounts of an annual report: statements, notes and the table of costs, however they are set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page_building import para, read_kind, table
from underlag.extract.account_text import best_reading, split_figures
from underlag.extract.document import read_document
from underlag.schemas.arsredovisning import FORM
from underlag.schemas.page import Block, Box, Line, Paragraph, Word

BALANCE = [
    ["", "Not", "2016-12-31", "2015-12-31"],
    ["Tillgångar", "", "", ""],
    ["Inventarier", "Not 7", "41 280", "82 560"],
    ["Kassa och bank", "", "12 400 117", ""],
    ["Summa tillgångar", "", "12 441 397", "82 560"],
    ["Eget kapital och skulder", "", "", ""],
    ["Årets resultat", "", "-2 566 125", "0"],
]


def record(*blocks: Block) -> Any:
    return read_kind(FORM, *blocks).record


def amounts(rows: Sequence[Any]) -> list[list[int | None]]:
    return [list(row["belopp"].values()) for row in rows]


def text_record(text: str) -> Any:
    return record(*read_document(text.encode()).pages[0].blocks)


def test_a_balance_sheet_has_its_rows_notes_and_dates() -> None:
    rows = record(para("Balansräkning", bold=True), table(BALANCE))["balansrakning"]
    assert [row["post"] for row in rows] == ["Inventarier", "Kassa och bank", "Summa tillgångar", "Årets resultat"]
    assert rows[0] == {"post": "Inventarier", "not": 7, "belopp": {"2016-12-31": 41280, "2015-12-31": 82560}, "summa": False}
    assert rows[1]["belopp"] == {"2016-12-31": 12400117, "2015-12-31": None}


def test_sums_are_told_by_wording_and_by_statement() -> None:
    flow = [
        ["", "2016", "2015"],
        ["Årets resultat", "1", "2"],
        ["Kassaflöde från verksamheten", "1", "2"],
        ["Likvida medel vid årets slut", "3", "4"],
    ]
    read = record(
        para("Balansräkning", bold=True),
        table(BALANCE),
        para("Kassaflödesanalys", bold=True),
        table(flow),
        para("Resultaträkning", bold=True),
        table([["", "2016", "2015"], ["Ränteintäkter", "4", "5"], ["Årets resultat", "1", "2"]]),
    )
    assert [row["summa"] for row in read["balansrakning"]] == [False, False, True, False]
    assert [row["summa"] for row in read["kassaflode"]] == [False, True, True]
    assert [row["summa"] for row in read["resultatrakning"]] == [False, True]


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("2016-01-01 2016-12-31", "2016-12-31"),
        ("2016", "2016-12-31"),
        ("Utfall 2016", "2016-12-31"),
        ("31 dec 2016", "2016-12-31"),
        ("161231", "2016-12-31"),
        ("Bokslut\n2016-12-31", "2016-12-31"),
    ],
)
def test_a_column_is_its_year_end_date(head: str, key: str) -> None:
    rows = record(para("Resultaträkning", bold=True), table([["", head], ["Medlemsavgifter", "1 000"]]))["resultatrakning"]
    assert rows[0]["belopp"] == {key: 1000}


def test_a_header_of_two_rows_gives_the_later_date() -> None:
    rows = [["", "2016-01-01", "2015-01-01"], ["", "2016-12-31", "2015-12-31"], ["Löner", "-10", "-20"]]
    assert record(para("Resultaträkning", bold=True), table(rows))["resultatrakning"][0]["belopp"] == {"2016-12-31": -10, "2015-12-31": -20}


def test_budget_columns_have_no_place_and_brackets_are_minus() -> None:
    rows = [["", "Utfall 2018", "Budget 2018", "Utfall 2017"], ["Kostnader", "(4 500)", "(4 600)", "(4 800)"]]
    read = record(para("Resultaträkning", bold=True), table(rows))["resultatrakning"]
    assert read[0]["belopp"] == {"2018-12-31": -4500, "2017-12-31": -4800}


def test_thousands_become_kronor_in_notes_too() -> None:
    read = record(
        para("Resultaträkning (tkr)", bold=True),
        table([["", "2018", "2017"], ["Intäkter", "5 000,5", "4 900"]]),
        para("Not 1 Intäkter", bold=True),
        table([["", "2018", "2017"], ["Staten", "5 000", "4 900"]]),
    )
    assert amounts(read["resultatrakning"]) == [[5000500, 4900000]]
    assert amounts(read["noter"][0]["rader"]) == [[5000000, 4900000]]


def test_a_statement_ends_at_a_heading_that_no_account_has() -> None:
    read = record(
        para("Balansräkning", bold=True),
        table(BALANCE),
        para("Nyckeltal", bold=True),
        table([["", "2016-12-31", "2015-12-31"], ["Soliditet", "60", "11"]]),
    )
    assert len(read["balansrakning"]) == 4


def test_a_list_of_contents_opens_nothing() -> None:
    read = record(para("Balansräkning\tsid 46"), para("Noter\tsid 50"), table([["", "2016", "2015"], ["Deltagare", "10", "20"]]))
    assert (read["balansrakning"], read["noter"]) == ([], [])


def test_notes_of_many_years_are_keyed_by_year_and_others_inherit_columns() -> None:
    notes = record(
        para("Noter till resultaträkning", bold=True),
        table([["", "2016-12-31", "2015-12-31"]]),
        para("Not 1. Hyresintäkter", bold=True),
        table([["Ersättning", "10", ""], ["Summa hyresintäkter", "10", "0"]]),
        para("Not 2. Rörelseintäkter", bold=True),
        table([["", "Helår 2016", "Helår 2015", "Helår 2014"], ["Norrby kommun", "", "", "7"]]),
    )["noter"]
    assert [(n["nummer"], n["rubrik"]) for n in notes] == [(1, "Hyresintäkter"), (2, "Rörelseintäkter")]
    assert notes[0]["rader"][0]["belopp"] == {"2016-12-31": 10, "2015-12-31": None}
    assert notes[1]["rader"][0]["belopp"] == {"2016": None, "2015": None, "2014": 7}


def test_all_notes_may_stand_in_one_table() -> None:
    rows = [["Not 1 Intäkter", "2018", "2017"], ["Staten", "5", "4"], ["Not 2 Kostnader", "2018", "2017"], ["Löner", "-4", "-3"]]
    notes = record(para("Noter", bold=True), table(rows))["noter"]
    assert [(n["nummer"], n["rubrik"], amounts(n["rader"])) for n in notes] == [(1, "Intäkter", [[5, 4]]), (2, "Kostnader", [[-4, -3]])]


def test_the_table_of_costs_gives_amount_by_year_and_share() -> None:
    rows = [
        ["Insats", "Budget 2016", "Utfall 2016", "Förbrukningskvot"],
        ["Grön väg", "1 200 000", "1 103 400", "92%"],
        ["Lotsen", "450 000", "0", "0,94"],
        ["Summa", "1 650 000", "1 103 400", "67%"],
    ]
    assert record(para("Samverkansinsatser", bold=True), table(rows))["samverkansinsatser"] == [
        {"insats": "Grön väg", "belopp": {"2016": 1103400}, "forbrukningskvot": 92.0},
        {"insats": "Lotsen", "belopp": {"2016": 0}, "forbrukningskvot": 94.0},
    ]


def test_a_table_of_costs_is_known_without_its_title_and_takes_its_unit_from_the_line_above() -> None:
    rows = [["Insats", "Utfall 2016", "Förbrukat"], ["Grön väg", "1 103", "92 %"], ["Lotsen", "450", "94 %"]]
    found = record(para("Översikt", bold=True), para("Belopp i tkr"), table(rows))["samverkansinsatser"]
    assert [(c["insats"], c["belopp"]["2016"], c["forbrukningskvot"]) for c in found] == [
        ("Grön väg", 1103000, 92.0),
        ("Lotsen", 450000, 94.0),
    ]


def test_accounts_may_be_numbered_chapters() -> None:
    read = record(
        para("4. Resultaträkning", bold=True), table([["", "2018"], ["Bidrag", "7"]]), para("5. Balansräkning", bold=True), table(BALANCE)
    )
    assert (amounts(read["resultatrakning"]), len(read["balansrakning"]), read["noter"]) == ([[7]], 4, [])


def test_a_row_of_the_income_statement_that_adds_up_others_is_a_sum_whatever_its_name() -> None:
    rows = [
        ["", "2018", "2017"],
        ["Bidrag", "7", "6"],
        ["Övrigt", "1", "0"],
        ["Verksamhetens intäkter", "8", "6"],
        ["Personal", "-3", "-3"],
    ]
    assert [r["summa"] for r in record(para("Resultaträkning", bold=True), table(rows))["resultatrakning"]] == [False, False, True, False]


def test_figures_as_many_as_the_columns_stand_in_their_order() -> None:
    def line(top: float, *told: tuple[str, float, float]) -> Paragraph:
        words = tuple(Word(text, Box(left, top, right, top + 10)) for text, left, right in told)
        return Paragraph((Line(" ".join(w.text for w in words), 1, Box(told[0][1], top, told[-1][2], top + 10), words=words),))

    head = line(100, ("Tkr", 70, 85), ("2018", 300, 322), ("2017", 385, 407))
    rows = (
        line(114, ("Bidrag", 70, 100), ("700", 354, 372), ("650", 439, 457)),
        line(128, ("Lokaler", 70, 100), ("-90", 354, 372), ("-80", 439, 457)),
    )
    assert amounts(record(para("Resultaträkning", bold=True), head, *rows)["resultatrakning"]) == [[700000, 650000], [-90000, -80000]]


def test_a_table_of_categories_is_no_table_of_costs() -> None:
    rows = [["", "Förbrukning 2016", "Budget 2016", "Förbrukad andel av budget"], ["Tidiga insatser", "712", "1 508", "47%"]]
    assert record(para("Inriktning insatser 2016", bold=True), table(rows))["samverkansinsatser"] == []


def test_the_year_and_the_number_of_the_association() -> None:
    read = record(para("Årsredovisning 2016"), para("Leverantör AB, 556000-1111"), para("Samordningsförbundet Norra, 222000-9999"))
    assert (read["ar"], read["organisationsnummer"]) == (2016, "222000-9999")


def test_of_several_numbers_without_a_name_none_is_taken() -> None:
    assert record(para("Årsredovisning 2016"), para("556000-1111"), para("802000-2222"))["organisationsnummer"] is None


TEXT = """Balansräkning

{head}
Inventarier ^{{Not 7}}{t}41 280{t}82 560
Kassa och bank{t}1 204 551{t}998 001
Summa tillgångar{t}1 245 831{t}1 080 561
"""


@pytest.mark.parametrize("tab", ["\t", " ", " | "])
def test_raw_text_keeps_its_columns_by_tabs_bars_or_the_size_of_figures(tab: str) -> None:
    rows = text_record(TEXT.format(t=tab, head=f"{tab}2016-12-31{tab}2015-12-31"))["balansrakning"]
    assert amounts(rows) == [[41280, 82560], [1204551, 998001], [1245831, 1080561]]
    assert (rows[0]["post"], rows[0]["not"]) == ("Inventarier", 7)


def test_a_lone_amount_with_its_own_sign_is_not_cut_in_two() -> None:
    rows = text_record("Resultaträkning\n\n2016 2015\nLöner -1 200 -1 100\nResor -1 427 903\n")["resultatrakning"]
    assert [row["post"] for row in rows] == ["Löner"]


def printed(*columns: tuple[float, str], top: float) -> Paragraph:
    """A printed line whose columns end at the given places; a word's letter is five points wide."""
    words = []
    for right, text in columns:
        x = right
        for word in reversed(text.split()):
            words.append(Word(word, Box(x - 5 * len(word), top, x, top + 10)))
            x -= 5 * len(word) + 3
    words.sort(key=lambda w: w.box.x0)
    whole = Box(words[0].box.x0, top, words[-1].box.x1, top + 10)
    return Paragraph((Line(" ".join(w.text for w in words), 1, whole, words=tuple(words)),))


def test_printed_lines_are_read_by_where_their_figures_end() -> None:
    rows = record(
        para("Resultaträkning", bold=True),
        printed((400, "2016-12-31"), (500, "2015-12-31"), top=100),
        printed((150, "Etapp 2"), (500, "-1 427 903"), top=120),
        printed((190, "Avskrivningar på gamla"), (400, "-264 518"), (500, "-1 583 047"), top=140),
        printed((150, "kontorsmöbler"), top=155),
    )["resultatrakning"]
    assert amounts(rows) == [[None, -1427903], [-264518, -1583047]]
    assert [row["post"] for row in rows] == ["Etapp 2", "Avskrivningar på gamla kontorsmöbler"]


def test_every_value_shows_where_it_was_read() -> None:
    read = read_kind(FORM, para("Balansräkning", bold=True), table(BALANCE))
    assert read.evidence["/balansrakning/0/belopp/2016-12-31"].places[0].text == "41 280"
    assert read.evidence["/balansrakning/0/not"].places[0].text == "Not 7"


@given(st.lists(st.integers(-999_999_999, 999_999_999).filter(lambda n: abs(n) > 999), min_size=2, max_size=4))
def test_split_figures_never_loses_or_adds_a_digit(numbers: list[int]) -> None:
    tokens = " ".join(f"{n:,}".replace(",", " ") for n in numbers).split()
    found = split_figures(tokens, len(numbers))
    assert found is None or "".join(found) == "".join(tokens)


def test_a_note_number_before_figures_of_one_size_is_told() -> None:
    assert best_reading(["4", "320", "410"], 2, noted=True, kronor=False) == (1, "4", ["320", "410"])
    assert best_reading(["6", "280", "42", "517"], 2, noted=True, kronor=True) == (0, None, ["6280", "42517"])
