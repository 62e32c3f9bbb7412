"""Shares and ages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.values.ages import ages_in
from underlag.values.shares import parse_percent, percent_in


@pytest.mark.parametrize(
    ("cell", "share"),
    [("20%", 20.0), ("100 %", 100.0), ("12,5 %", 12.5), ("12.5%", 12.5), ("50 procent", 50.0), (">90%", 90.0), ("0%", 0.0), ("-5 %", -5.0),
     ("400%", 400.0), ("(50 %)", 50.0), ("1OO %", 100.0), ("75\u00a0%", 75.0), ("75 o/o", 75.0)],
)  # fmt: skip
def test_a_cell_with_a_share(cell: str, share: float) -> None:
    assert parse_percent(cell) == share


@pytest.mark.parametrize("cell", ["20", "", "-", "50 % 60 %", "50 % av deltagarna", "%", "procent", "5 procentenheter"])
def test_a_cell_without_exactly_one_share_gives_none(cell: str) -> None:
    assert parse_percent(cell) is None


def test_a_bare_number_is_a_share_where_the_column_says_so() -> None:
    assert (parse_percent("20", bare=True), parse_percent("0,5", bare=True), parse_percent("x", bare=True)) == (20.0, 0.5, None)


def test_shares_of_running_text() -> None:
    text = "Cirka 70 % kvinnor, 12,5 procent unga, 40-50%, 3 procentenheter och 7 av 10."
    assert [(found.value, text[found.start : found.end]) for found in percent_in(text)] == [
        (70.0, "70 %"),
        (12.5, "12,5 procent"),
        (50.0, "50%"),
    ]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Vuxna 19-63 år", [(19, 63)]),
        ("Vuxna 18 – 66 år med ohälsa", [(18, 66)]),
        ("VUXNA 19-63 AR", [(19, 63)]),
        ("ungdomar från 16 år", [(16, None)]),
        ("unga mellan 18 och 29 år", [(18, 29)]),
        ("i åldern 21-28", [(21, 28)]),
        ("i åldrarna 16 till 24", [(16, 24)]),
        ("i åldern 18-28 år och 29-66 år", [(18, 28), (29, 66)]),
        ("från 18 till 64 år", [(18, 64)]),
        ("18 år till 64 år", [(18, 64)]),
        ("personer över 18 år", [(18, None)]),
        ("personer under 30 år", [(None, 29)]),
        ("elever upp till 20 år", [(None, 20)]),
        ("personer 18 år och äldre", [(18, None)]),
        ("som har fyllt 18 år", [(18, None)]),
        ("16-24-åringar", [(16, 24)]),
    ],
)
def test_ages_of_a_target_group(text: str, ages: list[tuple[int | None, int | None]]) -> None:
    assert [found.value for found in ages_in(text)] == ages


@pytest.mark.parametrize(
    "text",
    ["under tre år", "14 av 18 månader", "de senaste fem åren", "16-20 deltagare per år", "2016-2018", "30-40 %",
     "20-30 procent under ett år",
     "insatsen pågår upp till 3 år", "minst 2 år", "15 och 20 personer per år", "1/4-30/9 2022", "för 20 år sedan", "kl 13-15", "64-16 år"],
)  # fmt: skip
def test_lengths_of_time_and_counts_are_no_ages(text: str) -> None:
    assert ages_in(text) == []


@given(st.integers(min_value=13, max_value=60), st.integers(min_value=1, max_value=39), st.sampled_from(["-", " - ", "–", " till "]))
def test_a_span_of_ages_is_read_again(low: int, more: int, joint: str) -> None:
    text = f"Målgruppen är personer {low}{joint}{low + more} år med behov av stöd."
    (found,) = ages_in(text)
    assert found.value == (low, low + more)
    assert ages_in(text[found.start : found.end])[0].value == found.value


@given(st.text(alphabet="0123456789 %-–,.procentåldermellanochtill", max_size=60) | st.text(max_size=60))
def test_any_text_is_read_without_error_and_spans_give_their_share_again(text: str) -> None:
    parse_percent(text, bare=True)
    for age in ages_in(text):
        assert 0 <= age.start < age.end <= len(text)
    for share in percent_in(text):
        assert parse_percent(text[share.start : share.end]) == share.value


@pytest.mark.parametrize("piece", ["1", "16-", "mellan ", "från 16 ", "ålder", "% ", "16 år och ", " "])
def test_long_hostile_text_is_read_fast(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    begin = time.process_time()
    ages_in(text), percent_in(text), parse_percent(text)
    assert time.process_time() - begin < 2
