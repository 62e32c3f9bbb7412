"""How words and rules become paragraphs and tables, whoever found them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.extract.furniture import without_furniture
from underlag.extract.layout import lay_out
from underlag.extract.raw import RawPage
from underlag.schemas.page import Box, Paragraph, Table, Word, paragraphs

SIZE = 10.0


def words(x: float, bottom: float, line: str, *, bold: bool = False, size: float = SIZE) -> list[Word]:
    """A line's words, each letter half as wide as the type size."""
    result = []
    for token in line.split():
        width = 0.5 * size * len(token)
        result.append(Word(token, Box(x, bottom - size, x + width, bottom), size=size, bold=bold))
        x += width + 0.28 * size
    return result


def page(*lines: list[Word], rules: tuple[Box, ...] = (), number: int = 1) -> RawPage:
    return RawPage(number, 595, 842, "pdf-text", tuple(w for line in lines for w in line), rules)


def texts(raw: RawPage) -> list[str]:
    return [p.text for p in paragraphs(lay_out(raw))]


def frame(x0: float, top: float, x1: float, bottom: float) -> tuple[Box, ...]:
    return Box(x0, top, x1, top), Box(x0, bottom, x1, bottom), Box(x0, top, x0, bottom), Box(x1, top, x1, bottom)


FULL = "Verksamheten är öppen för föräldrar som saknar fast bostad och vill ha hjälp av kommunens rådgivare samt"


def test_a_short_line_ends_its_paragraph() -> None:
    raw = page(words(70, 100, FULL), words(70, 112, "kommunen."), words(70, 124, FULL), words(70, 136, "parterna."))
    assert texts(raw) == [f"{FULL} kommunen.", f"{FULL} parterna."]


def test_a_wide_gap_begins_a_paragraph() -> None:
    raw = page(words(70, 100, FULL), words(70, 112, FULL), words(70, 130, FULL), words(70, 142, FULL))
    assert texts(raw) == [f"{FULL} {FULL}"] * 2


def test_list_items_lose_their_bullet_and_keep_their_number() -> None:
    raw = page(
        words(70, 100, "Metoder:"), words(88, 112, "• samtal med coach"), words(88, 124, "• studiebesök"), words(70, 136, "1. Kartläggning")
    )
    found = [p for p in lay_out(raw) if isinstance(p, Paragraph)]
    assert [(p.text, p.bullet, p.level) for p in found] == [
        ("Metoder:", False, 0),
        ("samtal med coach", True, 1),
        ("studiebesök", True, 1),
        ("1. Kartläggning", False, 0),
    ]


def test_an_item_runs_on_under_its_text() -> None:
    raw = page(words(70, 100, f"• {FULL}"), words(77.8, 112, "kommunen och regionen."), words(70, 124, "• Nästa punkt"))
    assert texts(raw) == [f"{FULL} kommunen och regionen.", "Nästa punkt"]


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    raw = page(words(70, 100, FULL), words(70, 112, "- handläggare kan aktualisera deltagare."))
    assert texts(raw) == [f"{FULL} - handläggare kan aktualisera deltagare."]


def test_a_bold_label_and_larger_type_stand_by_themselves() -> None:
    raw = page(
        words(70, 90, "Beskriv syftet", size=14), words(70, 110, "Arbetsgivaransvar", bold=True), words(70, 122, FULL), words(70, 134, FULL)
    )
    heading, label, body = (p for p in lay_out(raw) if isinstance(p, Paragraph))
    assert (heading.heading, label.heading, body.heading) == (True, False, False)
    assert label.bold
    assert body.text == f"{FULL} {FULL}"


def test_leading_bold_is_counted_in_characters() -> None:
    line = words(70, 100, "Planerat startdatum:", bold=True) + words(180, 100, "2022-01-01")
    (block,) = lay_out(page(line))
    assert isinstance(block, Paragraph)
    assert block.lines[0].bold == len("Planerat startdatum:")


def test_boxes_side_by_side_stay_apart_and_one_box_is_one_column() -> None:
    rules = frame(70, 100, 200, 140) + frame(220, 100, 350, 140) + frame(70, 160, 350, 200)
    blocks = lay_out(page(words(75, 115, "Minst 35 elever"), words(225, 115, "Högst 15 familjer"), words(75, 175, "Svar"), rules=rules))
    assert [(b.rows, b.cols, b.cells[0].text) for b in blocks if isinstance(b, Table)] == [
        (1, 1, "Minst 35 elever"),
        (1, 1, "Högst 15 familjer"),
        (1, 1, "Svar"),
    ]


def test_a_table_inside_a_cell_is_nested() -> None:
    rules = (*frame(60, 90, 400, 300), *frame(80, 150, 380, 190), Box(230, 150, 230, 190))
    (outer,) = lay_out(page(words(65, 105, "Samverkansparter"), words(85, 165, "Kommun"), words(240, 165, "Region"), rules=rules))
    assert isinstance(outer, Table)
    inner = outer.cells[0].blocks[1]
    assert isinstance(inner, Table)
    assert [c.text for c in inner.cells] == ["Kommun", "Region"]


def test_a_scan_with_broken_and_skewed_rules_gives_the_same_table() -> None:
    rules = []
    for y in (100, 125, 150, 175):
        rules += [Box(70, y - 0.8, 230, y + 1.5), Box(231.5, y - 0.5, 470, y + 0.9)]
    rules += [Box(x - 0.7, 99, x + 1, 176.5) for x in (70, 270, 470)]
    marks = [
        Word(f"r{r}c{c}", Box(75 + 200 * c, 108 + 25 * r, 95 + 200 * c, 119 + 25 * r), confidence=0.9) for r in range(3) for c in range(2)
    ]
    (table,) = lay_out(page(marks, rules=tuple(rules)))
    assert isinstance(table, Table)
    assert [[c.text for c in table.row(r)] for r in range(3)] == [[f"r{r}c0", f"r{r}c1"] for r in range(3)]


def test_a_frame_around_the_page_is_no_table() -> None:
    assert texts(page(words(70, 100, "Ansökan"), rules=frame(20, 20, 575, 822))) == ["Ansökan"]
    assert not any(isinstance(b, Table) for b in lay_out(page(words(70, 100, "Ansökan"), rules=frame(20, 20, 575, 822))))


def right(x1: float, bottom: float, line: str) -> list[Word]:
    found = words(0, bottom, line)
    shift = x1 - found[-1].box.x1
    return [Word(w.text, Box(w.box.x0 + shift, w.box.top, w.box.x1 + shift, bottom), size=SIZE) for w in found]


def test_amounts_in_columns_are_a_table_without_rules() -> None:
    rows = [
        ("", "ÅR 1", "ÅR 2"),
        ("", "2022", "2023"),
        ("Lönekostnader", "3 145 000", "2 485 000"),
        ("Lokaler", "200 000", "0"),
        ("Totalt", "3 345 000", "2 485 000"),
    ]
    lines = [words(70, 100 + 14 * k, a) + right(330, 100 + 14 * k, b) + right(450, 100 + 14 * k, c) for k, (a, b, c) in enumerate(rows)]
    (table,) = lay_out(page(*lines))
    assert isinstance(table, Table)
    assert (table.rows, table.cols, table.ruled) == (5, 3, False)
    assert [tuple(c.text for c in table.row(r)) for r in range(5)] == rows


def aligned(rows: list[tuple[str, ...]], *, bold: int = 0) -> Table:
    """Rows at 14 points' distance, their cells at 70, 260 and 420 points; the first `bold` of them set bold."""
    places = (70.0, 260.0, 420.0)
    lines = [
        [w for x, text in zip(places, row, strict=True) for w in words(x, 100 + 14 * k, text, bold=k < bold)] for k, row in enumerate(rows)
    ]
    (made,) = lay_out(page(*lines))
    assert isinstance(made, Table)
    return made


def test_cells_of_two_lines_stay_whole_in_a_table_without_rules_also_in_its_last_row() -> None:
    rows = [("Insats", "Start", "Tid"), ("En väg från", "Nej", "2020-01-01 –"), ("skola till arbete", "", "2022-12-31")]
    made = aligned([*rows, ("Bron", "Ja", "2021-01-01"), ("En lots till", "Ja", "2022-01-01"), ("arbete", "", "")])
    assert [tuple(c.text for c in made.row(r)) for r in range(1, made.rows)] == [
        ("En väg från skola till arbete", "Nej", "2020-01-01 – 2022-12-31"),
        ("Bron", "Ja", "2021-01-01"),
        ("En lots till arbete", "Ja", "2022-01-01"),
    ]


def test_one_row_under_bold_headings_is_a_table_without_rules() -> None:
    made = aligned([("Insats", "Ägare", "Budget"), ("Bron", "Kommunen", "480 000")], bold=1)
    assert [c.text for c in made.row(1)] == ["Bron", "Kommunen", "480 000"]


def strip(bottom: float, *xs: float) -> tuple[Box, ...]:
    """The sides of a shaded row whose words stand at `bottom`."""
    top, low = bottom - 12, bottom + 2
    level = [Box(a, y, b, y) for a, b in pairwise(xs) for y in (top, low)]
    return (*level, *(Box(x, top, x, low) for x in xs))


def test_rows_without_a_ground_between_and_below_shaded_ones_are_rows_of_their_table() -> None:
    rows = [("Insats", "Budget"), ("Bron över", "400"), ("Lots", "90"), ("Klivet", "70")]
    lines = [words(70, 100 + 14 * k, a) + words(300, 100 + 14 * k, b) for k, (a, b) in enumerate(rows)]
    rules = (*strip(100, 66, 296, 400), *strip(128, 66, 296, 400))
    made, after = lay_out(page(*lines, words(70, 156, "Budgeten är i tkr och gäller för hela året."), rules=rules))
    assert isinstance(made, Table)
    assert [tuple(c.text for c in made.row(r)) for r in range(made.rows)] == rows
    assert isinstance(after, Paragraph)


def test_text_below_a_ruled_row_that_stands_in_no_columns_stays_out_of_it() -> None:
    (made, *rest) = lay_out(page(words(70, 100, "Namn"), words(300, 100, "Datum"), words(70, 114, FULL), rules=strip(100, 66, 296, 400)))
    assert isinstance(made, Table)
    assert (made.rows, len(rest)) == (1, 1)


def test_a_header_of_one_document_among_many_is_furniture_though_other_pages_text_begins_there() -> None:
    openings = ["Syftet är", "Unga vuxna", "Metoden bygger", "LUG följer", "Budgeten visar", "Regionen deltar", "Målgruppen växer"]
    lone = [page(words(70, 60, o), words(70, 120, FULL), number=k) for k, o in enumerate(openings, 1)]
    own = [page(words(70, 60, "Slutredovisning blankett 7"), words(70, 120, FULL), number=k) for k in (8, 9, 10)]
    cleared = without_furniture([*lone, *own])
    assert [[line.text for line in p.furniture] for p in cleared] == [[]] * 7 + [["Slutredovisning blankett 7"]] * 3


def test_an_item_without_hanging_indent_goes_on_with_a_year() -> None:
    raw = page(words(70, 100, f"– {FULL}"), words(70, 112, "2024 till den 31 januari"), words(70, 124, "– nästa punkt"))
    assert texts(raw) == [f"{FULL} 2024 till den 31 januari", "nästa punkt"]


def test_a_numbered_paragraph_of_minutes_keeps_its_sign() -> None:
    assert texts(page(words(70, 100, "§ 12 Val av justerare"), words(70, 130, "§ samtal"))) == ["§ 12 Val av justerare", "samtal"]


def test_label_lines_and_lists_are_no_table() -> None:
    lines = [
        words(70, 100 + 14 * k, f"{label}: {value}")
        for k, (label, value) in enumerate([("Start", "2022-01-01"), ("Slut", "2024-12-31"), ("Intag", "2024-06-30")])
    ]
    lines += [words(70, 160 + 14 * k, "•") + words(95, 160 + 14 * k, "samtal") for k in range(4)]
    assert all(isinstance(b, Paragraph) for b in lay_out(page(*lines)))


def test_newspaper_columns_are_read_one_after_the_other() -> None:
    column = "föräldrar som saknar fast bostad och arbete nu"
    lines = [words(70, 100 + 12 * k, f"vänster {column}"[:38]) + words(310, 104 + 12 * k, f"höger {column}"[:38]) for k in range(10)]
    text = " ".join(texts(page(*lines)))
    assert text.rindex("vänster") < text.index("höger")


def test_a_heading_that_recurs_where_text_begins_stays() -> None:
    openings = ["Syftet är", "Unga vuxna", "Metoden bygger", "LUG följer", "Budgeten visar", "Regionen deltar", "Målgruppen växer"]
    pages = [page(words(70, 40, "Samordningsförbundet"), words(70, 90, o), number=k) for k, o in enumerate(openings, 1)]
    pages += [
        page(words(70, 40, "Samordningsförbundet"), words(70, 90, "Underskrifter", bold=True), words(70, 150, "E-post"), number=k)
        for k in range(8, 11)
    ]
    cleared = without_furniture(pages)
    assert {line.text for p in cleared for line in p.furniture} == {"Samordningsförbundet"}
    assert "Underskrifter" in texts(cleared[-1])


@pytest.mark.parametrize("line", ["Sida 1 (2)", "1/2", "1"])
def test_a_page_number_alone_at_the_edge_is_furniture(line: str) -> None:
    (cleared,) = without_furniture([page(words(70, 300, FULL), words(280, 820, line))])
    assert [f.text for f in cleared.furniture] == [line]


points = st.floats(0, 590, allow_nan=False).map(lambda v: round(v, 1))
boxes = st.tuples(points, points, points, points).map(lambda t: Box(min(t[0], t[2]), min(t[1], t[3]), max(t[0], t[2]), max(t[1], t[3])))


@given(st.lists(st.builds(Word, st.sampled_from(["Ja", "•", "1.", "2 000", "namn"]), boxes), max_size=25), st.lists(boxes, max_size=25))
def test_no_word_is_lost_or_doubled(marks: list[Word], rules: list[Box]) -> None:
    blocks = lay_out(RawPage(1, 595, 842, "pdf-ocr", tuple(marks), tuple(rules)))
    kept = [w for p in paragraphs(blocks) for line in p.lines for w in line.words]
    dropped = sum(w.text == "•" for w in marks) - sum(w.text == "•" for w in kept)
    assert len(kept) + dropped == len(marks)
