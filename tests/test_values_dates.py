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
        ("220101", date(2022, 1, 1)),
        ("1/4-2022", date(2022, 4, 1)),
        ("1/10- 2022", date(2022, 10, 1)),
        ("10/6 2021", date(2021, 6, 10)),
        ("10/6-21", date(2021, 6, 10)),
        ("14 juni 2021", date(2021, 6, 14)),
        ("den 1 jan. 2022", date(2022, 1, 1)),
        ("14:e juni, 2021", date(2021, 6, 14)),
        ("sista oktober 2023", date(2023, 10, 31)),
        ("sista dagen i februari 2024", date(2024, 2, 29)),
        ("2021.06.14", date(2021, 6, 14)),
        ("14.6.2021", date(2021, 6, 14)),
        ("Datum: 2021-06-14", date(2021, 6, 14)),
        ("2016-09-05 (intag från 2016-10-01)", date(2016, 9, 5)),
    ],
)
def test_a_cell_with_one_date(cell: str, day: date) -> None:
    assert parse_date(cell) == day


@pytest.mark.parametrize(
    "cell",
    ["", "2021-06-", "2021-13-40", "31 juni", "31 juni 2021", "31/6-2021", "29/2-2023", "3/6", "juni 2021", "2022", "150 000", "991301",
     "2021-06-14 2021-06-16", "556677-1234", "Insatsen pågår fram till och med den 2021-06-14", "20010203-1234"],
)  # fmt: skip
def test_a_cell_without_exactly_one_whole_date_gives_none(cell: str) -> None:
    assert parse_date(cell) is None


def test_a_year_from_the_context_completes_a_day() -> None:
    assert parse_date("3/6", year=2021) == date(2021, 6, 3)
    assert parse_date("14 juni", year=2021) == date(2021, 6, 14)
    assert parse_date("14 juni 2020", year=2021) == date(2020, 6, 14)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Möten 19 januari, 25 mars och 25 maj 2021.", ["2021-01-19", "2021-03-25", "2021-05-25"]),
        ("Möten den 19 och 25 mars 2021.", ["2021-03-19", "2021-03-25"]),
        ("Den 3/6 beslutades det. Den 10/6 2021 skrevs det under.", ["2021-06-10"]),
        ("Den 3/6 och den 10/6 2021", ["2021-06-03", "2021-06-10"]),
        ("1/1-2022-31/3 2022: planering", ["2022-01-01", "2022-03-31"]),
        ("1/2 tjänst, 3 av 4 deltagare, 24/7, v. 12", []),
        ("Ring 018-220101 eller 070-220101", []),
    ],
)
def test_dates_of_running_text(text: str, days: list[str]) -> None:
    assert [found.value.isoformat() for found in dates_in(text)] == days


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022-01-01 - 2023-12-31", date(2022, 1, 1), date(2023, 12, 31)),
        ("2022-01-01–2023-12-31", date(2022, 1, 1), date(2023, 12, 31)),
        ("1/1-2022-31/3 2022", date(2022, 1, 1), date(2022, 3, 31)),
        ("1/10- 2022- 31/10-2023", date(2022, 10, 1), date(2023, 10, 31)),
        ("1/1-31/12 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("220101 231231", date(2022, 1, 1), date(2023, 12, 31)),
        ("220101-231231", date(2022, 1, 1), date(2023, 12, 31)),
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
        # The first days of "19 och 25 mars" have but their number to themselves.
        assert written.strip(":ae").isdigit() or parse_date(written, year=found.value.year) == found.value


@pytest.mark.parametrize("piece", ["1/1", "2022-", "12 ", "1, ", "1 och ", "2022-01-01 ", "januari ", "sista ", "220101 ", ". A"])
def test_long_hostile_text_is_read_fast(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    begin = time.perf_counter()
    dates_in(text, year=2022), parse_date(text), parse_period(text), years_in(text)
    assert time.perf_counter() - begin < 2
