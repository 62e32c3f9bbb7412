"""Amounts of money as cells, rows and running text write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.values.amounts import WORTH, Unit, amounts_in, parse_amount, split_amounts

WHOLE = st.integers(min_value=0, max_value=999_999_999)


def grouped(number: int, mark: str = " ") -> str:
    return f"{number:,}".replace(",", mark)


@pytest.mark.parametrize(
    ("cell", "kronor"),
    [
        ("1 745 000 kr", 1745000),
        ("1.745.000:-", 1745000),
        ("1 745 000,00", 1745000),
        ("1 745 000 ,50 kr", 1745001),
        ("2 625 tkr", 2625000),
        ("2,4 mkr", 2400000),
        ("1,5 miljoner kronor", 1500000),
        ("1.5 Mkr", 1500000),
        ("13.500 kr", 13500),
        ("-150 000", -150000),
        ("− 150 000", -150000),
        ("(150)", -150),
        ("0", 0),
        ("0,-", 0),
        ("268\u00a0000", 268000),
        ("268\u2009000 SEK", 268000),
        ("SEK 45 000", 45000),
        ("450000", 450000),
        ("1 2OO OOO kr", 1200000),
        ("2l4 000", 214000),
        ("1460 000", 1460000),
        ("3 840000", 3840000),
    ],
)
def test_a_cell_with_one_amount_gives_kronor(cell: str, kronor: int) -> None:
    assert parse_amount(cell) == kronor


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "-",
        "—",
        "–",
        "kr",
        "20 %",
        "ca 150 000",
        "268 000 15 000",
        "268 000 268 000",
        "999 " * 2500,
        "12 mån",
        "Summa",
        "2022-01-01",
        "1/4-2022",
        "O",
        "l",
        "12,345,6",
        "Ol",
    ],
)
def test_a_cell_without_exactly_one_amount_gives_none(cell: str) -> None:
    assert parse_amount(cell) is None


@pytest.mark.parametrize(
    ("row", "columns", "amounts"),
    [
        ("268 000 268 000", None, [268000, 268000]),
        ("3 840 000 3 840 000", None, [3840000, 3840000]),
        ("0 0 0 0", None, [0, 0, 0, 0]),
        ("5 286 000 1 247 000 0 0 6 533 000", None, [5286000, 1247000, 0, 0, 6533000]),
        ("506 340 506 340", None, [506340, 506340]),
        ("500 268 000", None, [500268000]),
        ("500 268 000", 2, [500, 268000]),
        ("100 200 300", 3, [100, 200, 300]),
        ("1500 2500", None, [1500, 2500]),
        ("1500 250", None, [1500, 250]),
        ("1460 000 0 1460 000", None, [1460000, 0, 1460000]),
        ("150 000 - 150 000", None, [150000, None, 150000]),
        ("12 000   -3 500", None, [12000, -3500]),
        ("75 000 kr 80 000 kr", None, [75000, 80000]),
        ("100    200\t300", None, [100, 200, 300]),
        ("", None, []),
        ("Summa 12 000", None, []),
    ],
)
def test_a_row_that_lost_its_borders_is_split(row: str, columns: int | None, amounts: list[int | None]) -> None:
    assert split_amounts(row, columns) == amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Vi ansöker om 1 745 000 kr för 2022.", [(1745000, "kr")]),
        ("Kostnaden är 2,4 mkr, varav 300 tkr för lokaler.", [(2400000, "mkr"), (300000, "tkr")]),
        ("Sammanlagt 8 642 500 under tre år", [(8642500, None)]),
        ("Totalt - 3 474 000 under tre år", [(3474000, None)]),
        ("500:- per deltagare", [(500, "kr")]),
        ("1,5 miljoner kronor och 45000 kronor", [(1500000, "mkr"), (45000, "kr")]),
        ("mellan 200 000 och 300 000 kr", [(200000, None), (300000, "kr")]),
        ("år 2022 150 000 kr", [(150000, "kr")]),
        ("en minskning med -150 000 kr", [(-150000, "kr")]),
        ("Under 2021 och 2022 deltog 120 individer, 60 %.", []),
        ("den 10/6 2021 och 2021-06-16", []),
        ("Tel 018-611 00 00, mobil 070 123 45 67, +46 18 611 000", []),
        ("Org.nr 222000-1234, bankgiro 123 456-7", []),
        ("prop. 2003:1210", []),
    ],
)
def test_amounts_of_running_text(text: str, amounts: list[tuple[int, str | None]]) -> None:
    assert [(found.value.kronor, found.value.unit) for found in amounts_in(text)] == amounts


@given(WHOLE, st.sampled_from(["kr", "tkr", "mkr"]), st.sampled_from([" ", "\u00a0", "\u202f", "."]))
def test_what_is_written_is_read_again(number: int, unit: Unit, mark: str) -> None:
    cell = f"{grouped(number, mark)} {unit}"
    assert parse_amount(cell) == number * WORTH[unit]
    (found,) = amounts_in(f"Vi söker {cell} i år.")
    assert (found.value.kronor, found.value.unit) == (number * WORTH[unit], unit)


@given(st.lists(st.integers(min_value=1_000_000, max_value=9_999_999), min_size=1, max_size=8))
def test_a_row_of_millions_is_split_into_its_amounts(row: list[int]) -> None:
    assert split_amounts(" ".join(map(grouped, row))) == row


@given(st.lists(st.one_of(st.just(0), st.integers(min_value=10, max_value=999_999_999)), min_size=2, max_size=5))
def test_a_split_into_the_columns_asked_for_has_so_many(row: list[int]) -> None:
    assert len(split_amounts(" ".join(map(grouped, row)), len(row))) == len(row)


@given(st.text(alphabet="0123456789 .,-–kKrRtTmMOolI%/:()\n\u00a0a", max_size=60) | st.text(max_size=60))
def test_any_text_is_read_without_error_and_spans_give_their_value_again(text: str) -> None:
    split_amounts(text, 3)
    for found in amounts_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.value.written
        assert parse_amount(text[found.start : found.end]) == found.value.kronor


@pytest.mark.parametrize("piece", ["1 000 ", "999 ", "9", "1", " ", "1.", "1,", "O0", "-", "(", "000 ", "kr"])
def test_long_hostile_text_is_read_fast(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    begin = time.process_time()
    parse_amount(text), amounts_in(text), split_amounts(text, 4)
    assert time.process_time() - begin < 2
