"""A memo's tables: found by their headings, cells as the record wants them, over page breaks and as bare lines of text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page_building import para, read_kind, table
from underlag.extract.column_cells import Printed, clean_name, share, whole_number, without_notes
from underlag.extract.column_parting import parted
from underlag.extract.columns import read_table
from underlag.extract.flow import stream
from underlag.schemas.page import Block, Box, Cell, Document, Line, Page, Paragraph, Table, Word
from underlag.schemas.uppfoljning import FORM
from underlag.schemas.uppfoljning_tables import BUDGET, INSATSER


def record(*blocks: Block) -> Any:
    return read_kind(FORM, *blocks).record


def rows(*blocks: Block, key: str) -> Any:
    return record(*blocks)[key]


GOALS = ("Insats", "Insatsen ligger i fas gällande uppsatta mål:", "Styrgruppens prognos för måluppfyllelse:")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("60 unga åt gången", 60),
        ("318 (+27)", 318),
        ("40²", 40),
        ("1 240 000", 1240000),
        ("−117", -117),
        ("+16", 16),
        ("ca 20", 20),
        ("-", None),
        ("Ej reg. termin 1 och 2", None),
        ("10-15", None),
        ("4/9", None),
    ],
)
def test_numbers_keep_the_figure_and_lose_the_words(cell: str, number: int | None) -> None:
    assert whole_number(cell) == number


@pytest.mark.parametrize(
    ("cell", "percent"), [(">90%", 90.0), ("73 %", 73.0), ("1 047%", 1047.0), ("0,94", 94.0), ("-", None), ("100", 100.0)]
)
def test_shares_are_percent(cell: str, percent: float | None) -> None:
    assert share(cell, "Andel") == percent


@given(st.text(max_size=40))
def test_any_cell_is_read_without_harm(text: str) -> None:
    whole_number(text)
    share(text, text)
    assert not clean_name(text).endswith((",", "*"))


@pytest.mark.parametrize(
    ("cell", "text"), [("Ja¹", "Ja"), ("Ja*", "Ja*"), ("Nej*2", "Nej*"), ("Ja, mål", "Ja, mål"), ("-", "-"), ("Etapp 2", "Etapp 2")]
)
def test_answers_keep_asterisks_and_lose_footnotes(cell: str, text: str) -> None:
    assert without_notes(cell) == text


def test_columns_are_told_by_heading_in_any_order() -> None:
    got = rows(table([["Slutdatum", "Insats", "Startade"], ["2021-12-31", "Norrby, Stegen,", "2019-02-01*"]]), key="insatser")
    assert got == [{"insats": "Norrby, Stegen", "start": "2019-02-01", "slut": "2021-12-31"}]


def test_a_column_that_may_be_two_things_is_told_by_what_it_holds() -> None:
    shares = rows(table([["Insats", "Budget", "Utfall", "Förbrukat"], ["Stegen", "400 000", "300 000", "75 %"]]), key="budget")
    money = rows(table([["Insats", "Beviljat", "Förbrukat"], ["Stegen", "400 000", "300 000"]]), key="budget")
    assert [(r["budget"], r["utfall"], r["forbrukningskvot"]) for r in (*shares, *money)] == [
        (400000, 300000, 75.0),
        (400000, 300000, None),
    ]


def test_a_heading_broken_in_a_narrow_cell_is_known_without_its_hyphen() -> None:
    narrow = [para("Insats"), para("Totalt antal deltagare")]
    broken = [Paragraph(para(a).lines + para(b).lines) for a, b in (("Avslutad", "e totalt"), ("Pågåen", "de"))]
    head = tuple(Cell(0, c, (block,)) for c, block in enumerate([*narrow, *broken]))
    body = tuple(Cell(1, c, (para(text),)) for c, text in enumerate(("Stegen", "64", "35", "29")))
    (row,) = rows(Table((*head, *body), 2, 4, 1), key="deltagare")
    assert (row["avslutade"], row["pagaende"]) == (35, 29)


def test_without_borders_a_heading_flush_left_and_figures_flush_right_are_one_column() -> None:
    cells = [["Insats", "Budget", "", "Utfall"], ["Stegen", "", "400 000", "300 000"], ["Bron", "", "90 000", "80 000"]]
    (first, second) = rows(replace(table(cells), ruled=False), key="budget")
    assert (first["budget"], second["budget"], second["utfall"]) == (400000, 90000, 80000)


def test_one_column_may_hold_two_dates() -> None:
    got = rows(table([["Projekt", "Insatsperiod"], ["Stegen", "2019-02-01 – 2021-12-31"]]), key="insatser")
    assert got == [{"insats": "Stegen", "start": "2019-02-01", "slut": "2021-12-31"}]


def test_a_heading_over_several_columns_counts_with_those_below_it() -> None:
    head = [
        Cell(0, 0, (para("Insats"),), row_span=2),
        Cell(0, 1, (para("Vakanser"),), col_span=2),
        Cell(0, 3, (para("Start i tid"),), row_span=2),
        Cell(1, 1, (para("Egenfinansierade"),)),
        Cell(1, 2, (para("SOF-medel"),)),
    ]
    body = [Cell(2, c, (para(text),)) for c, text in enumerate(("Stegen", "Nej", "Ja*", "-"))]
    got = rows(Table((*head, *body), 3, 4, 1), key="forutsattningar")
    assert got == [{"insats": "Stegen", "start_i_tid": "-", "vakanser_sof": "Ja*", "vakanser_egen": "Nej", "avvikelser_budget": None}]


def test_answers_under_merged_headings_stay_in_column_order() -> None:
    head = [
        Cell(0, 0, (para("Insats"),)),
        Cell(0, 1, (para("Styrgruppsmöten enl. avtal:"),)),
        Cell(0, 2, (para("Kontroll metod/mål-"), para("grupp")), col_span=2),
        Cell(0, 4, (para("Jämställdhet"),)),
    ]
    body = [Cell(1, c, (para(text),)) for c, text in enumerate(("Stegen", "Ja*", "Ja", "Nej", "-"))]
    assert rows(Table((*head, *body), 2, 5, 1), key="kvalitet") == [{"insats": "Stegen", "svar": ["Ja*", "Ja", "Nej", "-"]}]


def test_columns_before_the_names_and_comments_are_no_answers() -> None:
    head = ["Kommun", "Insats", "Möten enligt avtal", "Uppföljning i SUS", "Jämställdhet", "Kommentar"]
    comment = "Styrgruppen har bytt ordförande under perioden."
    got = rows(table([head, ["Norrby", "Stegen", "Ja", "Nej", "-", comment]]), key="kvalitet")
    assert got == [{"insats": "Stegen", "svar": ["Ja", "Nej", "-"]}]


@pytest.mark.parametrize(("start", "end"), [("fr.o.m.", "t.o.m."), ("Från", "Till"), ("Startdatum", "Slutdatum")])
def test_dates_are_told_by_what_begins_and_ends(start: str, end: str) -> None:
    assert rows(table([["Insats", start, end], ["Stegen", "2019-02-01", "2021-12-31"]]), key="insatser")[0]["slut"] == "2021-12-31"


PARTICIPANTS = [
    "Insats",
    "Totalt antal deltagare",
    "Antal avslutade under hela insatstiden",
    "Antal avslutade under andra halvåret",
    "Varav kvinnor/män",
    "Pågående",
]


def test_totals_have_their_own_place_and_pairs_are_parted() -> None:
    got = record(
        table(
            [
                PARTICIPANTS,
                ["Stegen", "64", "35", "12", "5/7", "29"],
                ["Vägval", "Ej reg", "-", "-", "-", "-"],
                ["TOTALT:", "64", "35", "12", "5/7", "29"],
            ]
        )
    )
    first, second = got["deltagare"]
    assert (first["totalt"], first["avslutade"], first["avslutade_perioden"], first["kvinnor"], first["man"], first["pagaende"]) == (
        64,
        35,
        12,
        5,
        7,
        29,
    )
    assert second["insats"] == "Vägval"
    assert second["totalt"] is None
    assert got["deltagare_totalt"]["man"] == 7


def test_a_table_goes_on_over_the_page_with_or_without_its_headings() -> None:
    first = table([[*GOALS], ["Stegen", "Ja", "Ja"], ["Strukturell", "Ja", "Nej"]])
    second = table([["samverkan", "", ""], ["Vägval", "Delvis", "Ja"]])
    third = table([[*GOALS], ["Nästa steg", "Ja", "Ja"]])
    got = rows(first, second, third, key="mal")
    assert [(r["insats"], r["i_fas"]) for r in got] == [
        ("Stegen", "Ja"),
        ("Strukturell samverkan", "Ja"),
        ("Vägval", "Delvis"),
        ("Nästa steg", "Ja"),
    ]


def test_a_table_is_of_the_kind_that_explains_it_best() -> None:
    got = record(
        table(
            [
                ["Insats", "Totalt antal deltagare fram till 2019-12-31", "Förväntat antal deltagare"],
                ["Stegen", "64", "120"],
                ["Totalt", "64", "120"],
            ]
        )
    )
    assert got["forvantade_deltagare"] == [{"insats": "Stegen", "totalt": 64, "forvantat": 120}]
    assert got["forvantade_deltagare_totalt"] == {"totalt": 64, "forvantat": 120}
    assert got["deltagare"] == []
    assert got["insatser"] == []


def test_one_table_may_hold_two_kinds_side_by_side() -> None:
    got = record(
        table(
            [["Insats", "Start", "Slut", "I fas med målen", "Prognos måluppfyllelse"], ["Stegen", "2019-01-01", "2020-12-31", "Ja", "God"]]
        )
    )
    assert got["insatser"] == [{"insats": "Stegen", "start": "2019-01-01", "slut": "2020-12-31"}]
    assert got["mal"] == [{"insats": "Stegen", "i_fas": "Ja", "prognos": "God"}]


def test_thousands_are_made_kronor_unless_too_large_for_it() -> None:
    head = ["Insats", "Budget (tkr)", "Utfall (tkr)"]
    assert rows(table([head, ["Stegen", "300", "250"]]), key="budget")[0]["utfall"] == 250_000
    assert rows(table([head, ["Stegen", "300 000", "250 000"]]), key="budget")[0]["utfall"] == 250_000


def test_percent_headings_tell_change_from_change_in_percent() -> None:
    head = ["Försörjning", "Antal före insats", "Andel före", "Antal efter insats", "Andel efter", "Förändring", "Förändring i %"]
    got = rows(table([head, ["Sjukpenning", "10", "4%", "8", "3%", "-2", "-20%"]]), key="forsorjning")
    assert (got[0]["forandring"], got[0]["forandring_procent"], got[0]["andel_efter"]) == (-2, -20.0, 3.0)


def _word(text: str, x: float) -> Word:
    return Word(text, Box(x, 0, x + 5 * len(text), 10), size=10)


def _cell(row: int, col: int, span: int, *words: Word) -> Cell:
    box = Box(min(w.box.x0 for w in words), 0, max(w.box.x1 for w in words), 10)
    line = Line(" ".join(w.text for w in words), 1, box, words=words)
    return Cell(row, col, (Paragraph((line,)),), col_span=span, box=Box(100.0 * col, 0, 100.0 * (col + span), 10))


def test_a_shaded_row_without_borders_is_parted_under_its_columns() -> None:
    plain = (_cell(0, 0, 1, _word("Insats", 5)), _cell(0, 1, 1, _word("Budget", 105)), _cell(0, 2, 1, _word("Utfall", 205)))
    shaded = _cell(1, 0, 3, _word("Norrby", 5), _word("väg", 38), _word("300", 105), _word("250", 205))
    title = _cell(2, 0, 3, _word("Rubrik", 60), _word("över", 93), _word("allt", 116))
    whole = parted(Table((*plain, shaded, title), 3, 3, 1))
    assert [c.text for c in whole.row(1)] == ["Norrby väg", "300", "250"]
    assert [c.text for c in whole.row(2)] == ["Rubrik över allt"]


def test_a_scanned_answer_loses_what_the_scan_added() -> None:
    def seen(text: str, confidence: float) -> Paragraph:
        return Paragraph((Line(text, 1, where="p1", confidence=confidence),))

    body = [("A", "OK"), ("B", "OK"), ("C", "OK"), ("D", "0"), ("E", "OK ;"), ("F", 'OK"')]
    cells: list[list[str | Block]] = [[name, "1", seen(answer, 0.5 if answer != "OK" else 0.99)] for name, answer in body]
    found = read_kind(FORM, table([["Insats", "Budget", "Prognos budget"], *cells]))
    assert [r["prognos"] for r in found.record["budget"]] == ["OK", "OK", "OK", "OK", "OK", "OK*"]
    changed = {p: e.note for p, e in found.evidence.items() if e.method == "corrected"}
    assert changed == {f"/budget/{n}/prognos": f"läst {body[n][1]}, rättat efter kolumnens övriga svar" for n in (3, 4, 5)}


def _text(*paragraphs: str) -> Document:
    made = [Paragraph(tuple(Line(t, 1, where=f"line {n}") for t in p.split("\n"))) for n, p in enumerate(paragraphs)]
    return Document("text/plain", (Page(1, "text", tuple(made)),))


def test_a_table_of_bare_lines_is_put_together_again() -> None:
    document = _text(
        "Tabell 4. Prognos och utfall budget",
        "Insats Budget Utfall Förbrukningskvot | Prognos\nkvartal kvartal 2019 budget",
        "Norrby, Stegen 1240000 1 178 043 95% | OK\nVägval ung\noch vuxen 540 000 405 310 75% OK",
        "Lindeby, OK\nFältarbetare/stöd-\nfältarbetare 80 000 50 412 63%",
        "Västra torget 840 00 912 357 109% OK",
        "Nästan alla insatser håller sig inom sin ram, och förbundet talar med var och en av dem varje månad.",
    )
    got = read_table(stream(document), BUDGET)
    values = [{key: getattr(leaf, "value", None) for key, leaf in row.items()} for row in got]
    assert values == [
        {"insats": "Norrby, Stegen", "budget": 1240000, "utfall": 1178043, "forbrukningskvot": 95.0, "prognos": "OK"},
        {"insats": "Vägval ung och vuxen", "budget": 540000, "utfall": 405310, "forbrukningskvot": 75.0, "prognos": "OK"},
        {"insats": "Lindeby, Fältarbetare/stödfältarbetare", "budget": 80000, "utfall": 50412, "forbrukningskvot": 63.0, "prognos": "OK"},
        {"insats": "Västra torget", "budget": None, "utfall": 912357, "forbrukningskvot": 109.0, "prognos": "OK"},
    ]


def test_running_text_is_no_table() -> None:
    assert read_table(stream(_text("Insatser startade 2019 och slutar 2020.", "Insats\nVi har 3 insatser i 4 kommuner.")), INSATSER) == []


def test_every_value_says_where_it_stands() -> None:
    read = read_kind(FORM, table([["Insats", "Startade", "Avslutas"], ["Stegen", "2019-01-01", "2020-12-31"]]))
    assert set(read.evidence) == {"/insatser/0/insats", "/insatser/0/start", "/insatser/0/slut"}
    assert all(e.places for e in read.evidence.values())


def test_a_hostile_table_is_read_within_bounds() -> None:
    wide = table([["Insats", "Startade", "Avslutas"], ["Stegen", "2019-01-01", "2020-12-31"]])
    huge = replace(wide, cells=tuple(replace(c, row_span=10**6, col_span=10**6) for c in wide.cells))
    assert isinstance(rows(huge, key="insatser"), list)
    assert Printed("", ()).blank
