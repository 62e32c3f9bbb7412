"""What a memo's title and sentences say: the period that it covers and how many insatser."""

from __future__ import annotations

from typing import Any

import pytest

from tests.page_building import para, read_kind
from underlag.schemas.page import Line
from underlag.schemas.uppfoljning import FORM
from underlag.values.quarters import Quarters, quarters_in


def record(*texts: str, furniture: tuple[Line, ...] = ()) -> Any:
    return read_kind(FORM, *(para(t) for t in texts), furniture=furniture).record


@pytest.mark.parametrize(
    ("text", "year", "quarters"),
    [
        ("Uppföljning av insatser kvartal 2 och 3, 2022", 2022, (2, 3)),
        ("kv. 1-2 2020", 2020, (1, 2)),
        ("Q3/Q4 2021", 2021, (3, 4)),
        ("2019 Q1", 2019, (1,)),
        ("tredje och fjärde kvartalet 2018", 2018, (3, 4)),
        ("andra halvåret 2019", 2019, (3, 4)),
        ("Halvår 1, 2022", 2022, (1, 2)),
        ("januari – juni 2021", 2021, (1, 2)),
        ("2019-07-01 – 2019-12-31", 2019, (3, 4)),
        ("helåret 2020", 2020, (1, 2, 3, 4)),
        ("kvartal 4", None, (4,)),
    ],
)
def test_quarters_are_told_however_they_are_written(text: str, year: int | None, quarters: tuple[int, ...]) -> None:
    assert [f.value for f in quarters_in(text)] == [Quarters(year, quarters)]


@pytest.mark.parametrize("text", ["juli 2019", "mars-maj 2019", "12 % i kvartalet", "uppföljning 2019", "2019-02-03 – 2019-05-06"])
def test_what_is_no_quarter_is_left_alone(text: str) -> None:
    assert quarters_in(text) == []


def test_the_title_decides_the_period() -> None:
    got = record(
        "PM",
        "Uppföljning av insatser kvartal 3 och 4, 2021",
        "Under första halvåret 2021 var läget ett annat.",
        "Första halvåret 2021 igen.",
    )
    assert got["period"] == {"ar": 2021, "kvartal": [3, 4]}


def test_year_and_quarters_may_stand_apart() -> None:
    assert record("Uppföljning av insatser", "Kvartal 1 och 2", "2020")["period"] == {"ar": 2020, "kvartal": [1, 2]}
    assert record("Uppföljning av insatser")["period"] is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sedan i våras har 13 beviljade insatser varit i gång. Tre insatser har lagts ned.", 13),
        ("Under perioden har åtta insatser pågått. Tre andra insatser har tillkommit.", 8),
        ("Tabellen visar de 17 insatser som varit igång.", 17),
        ("Antal insatser: 9", 9),
        ("Fem insatser har lagts ned och tre insatser har bytt namn.", None),
        ("1 Vilka insatser pågår? Nästa rapport kommer i mars.", None),
    ],
)
def test_the_number_of_insatser_is_the_one_that_the_text_states(text: str, count: int | None) -> None:
    assert record(text)["antal_insatser"] == count
