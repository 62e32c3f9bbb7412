"""Counts that belong together: a part of a whole with its share, women and men, a goal and its outcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.values.measures import compared
from underlag.values.ratios import ratios_in
from underlag.values.sexes import sexes_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("28 av de 64 deltagarna, 44 %, har gått vidare", [(28, 64, 44.0)]),
        ("Elva av tjugo (55 procent) svarade", [(11, 20, 55.0)]),
        ("94 % (60 av 64 deltagare)", [(60, 64, 94.0)]),
        ("12 av 30 personer, dvs 40 %.", [(12, 30, 40.0)]),
        ("12 av 30 deltagare, 40 % kvinnor", []),
        ("12 av 30 deltagare, medan 40 % väntar", []),
        ("den 3 av 4 möten", []),
        ("5 av 0 (10 %)", []),
    ],
)
def test_a_part_of_a_whole_with_its_share(text: str, found: list[tuple[int, int, float]]) -> None:
    assert [(f.value.part, f.value.whole, f.value.percent) for f in ratios_in(text)] == found


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_that_is_rounded_or_cut_off_fits(part: int, whole: int) -> None:
    for percent in {int(100 * part / whole), round(100 * part / whole)}:
        (found,) = ratios_in(f"{part} av {whole} deltagare ({min(percent, 999)} %).")
        assert found.value.fits or percent > 999


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("35 kvinnor och 29 män", [(35, 29)]),
        ("29 män respektive 35 kvinnor", [(35, 29)]),
        ("Kvinnor: 35, män: 29", [(35, 29)]),
        ("tolv kvinnor samt åtta män", [(12, 8)]),
        ("51 % kvinnor och 49 % män", []),
        ("unga kvinnor och vuxna män", []),
        ("35 kvinnor. 29 män", []),
    ],
)
def test_women_and_men_side_by_side(text: str, found: list[tuple[int, int]]) -> None:
    assert [(f.value.women, f.value.men) for f in sexes_in(text)] == found


@given(st.text(alphabet="0123456789 avkmänoch%,.()kvinorpf-", max_size=60))
def test_whatever_is_written_gives_values_within_the_text(text: str) -> None:
    spans = [(found.start, found.end) for found in ratios_in(text)] + [(found.start, found.end) for found in sexes_in(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.integers(2, 900), st.integers(2, 900))
def test_a_goal_is_reached_by_as_much_as_it_asks_for(wanted: int, got: int) -> None:
    least = compared(f"Minst {wanted} deltagare ska få arbete.", f"{got} deltagare har fått arbete.")
    most = compared(f"Högst {wanted} deltagare ska avbryta.", f"{got} deltagare avbröt.")
    assert least is not None
    assert most is not None
    assert (least.reached, most.reached) == (got >= wanted, got <= wanted)
