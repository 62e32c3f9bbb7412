"""Days, periods and years as forms write them."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.values.dates import dates_in, parse_date, parse_period, years_in

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2069, 12, 31))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2022-01-01", date(2022, 1, 1)),
        ("2022 – 01 – 01", date(2022, 1, 1)),
        ("2022 01 01", date(2022, 1, 1)),
        ("2O22-01-01", date(2022, 1, 1)),
        ("20220101", date(2022, 1, 1)),
        ("230101", date(2023, 1, 1)),
        ("1/5-2023", date(2023, 5, 1)),
        ("1/8- 2023", date(2023, 8, 1)),
        ("11/5 2021", date(2021, 5, 11)),
        ("11/5-21", date(2021, 5, 11)),
        ("17 maj 2021", date(2021, 5, 17)),
        ("den 1 jan. 2022", date(2022, 1, 1)),
        ("17:e maj, 2021", date(2021, 5, 17)),
        ("sista augusti 2023", date(2023, 8, 31)),
        ("sista dagen i februari 2024", date(2024, 2, 29)),
        ("2021.05.17", date(2021, 5, 17)),
        ("17.5.2021", date(2021, 5, 17)),
        ("Datum: 2021-05-17", date(2021, 5, 17)),
        ("2017-08-14 (intag från 2017-10-02)", date(2017, 8, 14)),
    ],
)
def test_a_cell_with_one_date(cell: str, day: date) -> None:
    assert parse_date(cell) == day


@pytest.mark.parametrize(
    "cell",
    ["", "2021-06-", "2021-13-40", "31 juni", "31 juni 2021", "31/6-2021", "29/2-2023", "4/5", "juni 2021", "2022", "150 000", "991301",
     "2021-05-17 2021-05-19", "556677-1234", "Insatsen pågår fram till och med den 2021-05-17", "20010203-1234"],
)  # fmt: skip
def test_a_cell_without_exactly_one_whole_date_gives_none(cell: str) -> None:
    assert parse_date(cell) is None


def test_a_year_from_the_context_completes_a_day() -> None:
    assert parse_date("4/5", year=2021) == date(2021, 5, 4)
    assert parse_date("17 maj", year=2021) == date(2021, 5, 17)
    assert parse_date("17 maj 2020", year=2021) == date(2020, 5, 17)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Möten 12 februari, 8 april och 8 juni 2023.", ["2023-02-12", "2023-04-08", "2023-06-08"]),
        ("Möten den 12 och 18 mars 2021.", ["2021-03-12", "2021-03-18"]),
        ("Den 4/5 beslutades det. Den 11/5 2021 skrevs det under.", ["2021-05-11"]),
        ("Den 4/5 och den 11/5 2021", ["2021-05-04", "2021-05-11"]),
        ("1/2-2023-30/4 2023: uppstart", ["2023-02-01", "2023-04-30"]),
        ("1/2 tjänst, 3 av 4 deltagare, 24/7, v. 12", []),
        ("Ring 018-230101 eller 070-230101", []),
    ],
)
def test_dates_of_running_text(text: str, days: list[str]) -> None:
    assert [found.value.isoformat() for found in dates_in(text)] == days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022-01-01 - 2023-12-31", date(2022, 1, 1), date(2023, 12, 31)),
        ("2022-01-01–2023-12-31", date(2022, 1, 1), date(2023, 12, 31)),
        ("1/2-2023-30/4 2023", date(2023, 2, 1), date(2023, 4, 30)),
        ("1/8- 2023- 31/8-2024", date(2023, 8, 1), date(2024, 8, 31)),
        ("1/1-31/12 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("230101 251231", date(2023, 1, 1), date(2025, 12, 31)),
        ("230101-251231", date(2023, 1, 1), date(2025, 12, 31)),
        ("20220101-20231231", date(2022, 1, 1), date(2023, 12, 31)),
        ("2022-01-01      2024-12-31", date(2022, 1, 1), date(2024, 12, 31)),
        ("januari 2022 – december 2023", date(2022, 1, 1), date(2023, 12, 31)),
        ("jan-feb 2024", date(2024, 1, 1), date(2024, 2, 29)),
        ("2022-01 – 2022-06", date(2022, 1, 1), date(2022, 6, 30)),
        ("1 maj - 30 juni 2022", date(2022, 5, 1), date(2022, 6, 30)),
        ("2022-2024", date(2022, 1, 1), date(2024, 12, 31)),
        ("2022-01-01 -", date(2022, 1, 1), None),
        ("fr.o.m. 2022-01-01 tills vidare", date(2022, 1, 1), None),
        ("t.o.m. 2023-12-31", None, date(2023, 12, 31)),
        ("- 2023-12-31", None, date(2023, 12, 31)),
        ("tills vidare", None, None),
        ("2022-01-01 2022-06-01 2023-01-01", None, None),
    ],
)
def test_periods(text: str, start: date | None, end: date | None) -> None:
    assert parse_period(text) == (start, end)


def test_years_stand_alone_or_in_dates() -> None:
    assert years_in("ÅR 1 2022, ÅR 2 2023 (prop. 2003:1210), 31/12-2024, 2022 och 2 025 000 kr") == [2022, 2023, 2024]


@given(DAYS)
def test_a_date_is_read_in_every_way_of_writing(day: date) -> None:
    written = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%y%m%d}",
        f"{day.day}/{day.month}-{day.year}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ]
    assert {parse_date(each) for each in written} == {day}


@given(DAYS, DAYS)
def test_a_period_is_read_again(first: date, last: date) -> None:
    assert parse_period(f"{first.isoformat()} – {last.isoformat()}") == (first, last)
    assert parse_period(f"{first.day}/{first.month}-{first.year}-{last.day}/{last.month} {last.year}") == (first, last)


@given(st.text(alphabet="0123456789 /-.–,:junimajsistaoc\n", max_size=60) | st.text(max_size=60))
def test_any_text_is_read_without_error_and_spans_give_their_date_again(text: str) -> None:
    parse_period(text)
    years_in(text)
    for found in dates_in(text):
        assert 0 <= found.start < found.end <= len(text)
        written = text[found.start : found.end]
        # The first days of "12 och 18 mars" have but their number to themselves.
        assert written.strip(":ae").isdigit() or parse_date(written, year=found.value.year) == found.value


@pytest.mark.parametrize("piece", ["1/1", "2022-", "12 ", "1, ", "1 och ", "2022-01-01 ", "januari ", "sista ", "230101 ", ". A"])
def test_long_hostile_text_is_read_fast(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    begin = time.process_time()
    dates_in(text, year=2022), parse_date(text), parse_period(text), years_in(text)
    assert time.process_time() - begin < 2
