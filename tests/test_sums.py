"""The sums that a form declares: how patterns become relations, and which figure is blamed where one does not hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.schemas.relations import Quota, Sum, figures, mends
from underlag.schemas.sums import Declared, Percentage, SameByName, Total, relations

SUMS: tuple[Declared, ...] = (
    Total("rad", "/insatser/{n}/totalt", of=("/insatser/{n}/kvinnor", "/insatser/{n}/man")),
    Total("kolumn", "/summa/totalt", of=("/insatser/*/totalt",)),
    Total("kolumn", "/summa/kvinnor", of=("/insatser/*/kvinnor",)),
    Total("kvar", "/kvar", of=("/summa/totalt",), less=("/slut",)),
    Percentage("kvot", "/insatser/{n}/andel", part=("/insatser/{n}/kvinnor",), whole=("/insatser/{n}/totalt",)),
    SameByName("lika", ("/insatser", "totalt"), ("/andra", "totalt"), by="insats"),
)


def a_memo() -> dict[str, Any]:
    return {
        "insatser": [
            {"insats": "Ljusglimten", "kvinnor": 20, "man": 10, "totalt": 30, "andel": 66.7},
            {"insats": "Steg för steg", "kvinnor": 7, "man": 9, "totalt": 16, "andel": 44.0},
        ],
        "summa": {"kvinnor": 27, "totalt": 46},
        "slut": 6,
        "kvar": 40,
        "andra": [{"insats": "Steg-för-steg", "totalt": 16}, {"insats": "Ljusglimten 2", "totalt": 30}, {"insats": "Annat", "totalt": 5}],
    }


def changed(pointer: str, value: float) -> dict[str, Any]:
    data: Any = a_memo()
    at = data
    *path, last = pointer.split("/")[1:]
    for key in path:
        at = at[int(key)] if isinstance(at, list) else at[key]
    at[last] = value
    assert isinstance(data, dict)
    return data


def wrong(record: object) -> list[tuple[str, str, float]]:
    return [(m.relation.kind, m.pointer, m.value) for m in mends(figures(record), relations(SUMS, record))]


def test_each_row_and_pair_becomes_a_relation_and_percentages_come_last() -> None:
    every = relations(SUMS, a_memo())
    assert [r.kind for r in every] == ["rad", "rad", "kolumn", "kolumn", "kvar", "lika", "lika", "kvot", "kvot"]
    assert every[2] == Sum("kolumn", "/summa/totalt", ("/insatser/0/totalt", "/insatser/1/totalt"))
    assert every[5] == Sum("lika", "/insatser/0/totalt", ("/andra/1/totalt",))
    assert every[7] == Quota("kvot", "/insatser/0/andel", ("/insatser/0/kvinnor",), ("/insatser/0/totalt",))


def test_a_record_in_which_all_agree_has_nothing_wrong() -> None:
    assert wrong(a_memo()) == []


@pytest.mark.parametrize(
    ("pointer", "printed", "kind", "right"),
    [
        ("/insatser/0/totalt", 33, "rad", 30),
        ("/insatser/1/kvinnor", 70, "rad", 7),
        ("/insatser/1/man", 6, "rad", 9),
        ("/summa/kvinnor", 72, "kolumn", 27),
        ("/kvar", 46, "kvar", 40),
        ("/slut", 9, "kvar", None),
        ("/insatser/0/andel", 76.7, "kvot", 66.7),
        ("/insatser/1/andel", 43.0, "kvot", 44.0),
        ("/andra/0/totalt", 61, "lika", None),
    ],
)
def test_one_misprint_is_one_mend(pointer: str, printed: float, kind: str, right: float | None) -> None:
    """The figure itself is blamed where more than one relation tells, or it is a total; else the total may be (right None)."""
    found = wrong(changed(pointer, printed))
    assert [k for k, _, _ in found] == [kind]
    assert right is None or found == [(kind, pointer, right)]


@given(st.sampled_from([p for p in figures(a_memo()) if p != "/andra/2/totalt"]), st.integers(2, 10_000))
def test_whichever_figure_is_misprinted_something_fails(pointer: str, by: int) -> None:
    assert wrong(changed(pointer, figures(a_memo())[pointer] + by))


def test_rounding_is_allowed_as_far_as_it_is_declared_in_the_documents_unit() -> None:
    rounded = Sum("x", "/a", ("/b", "/c"), slack=1)
    assert rounded.holds({"/a": 10, "/b": 4, "/c": 5})
    assert not rounded.holds({"/a": 11, "/b": 4, "/c": 5})
    assert rounded.holds({"/a": 11_000, "/b": 4_000, "/c": 6_000}, unit=1000)
    assert rounded.holds({"/b": 4, "/c": 6}) is None


@pytest.mark.parametrize(("printed", "holds"), [(67, True), (66.7, True), (66.67, True), (66, False), (66.6, False), (68, False)])
def test_a_percentage_is_rounded_as_it_is_written(printed: float, holds: bool) -> None:
    assert Quota("x", "/p", ("/a",), ("/b",)).holds({"/p": printed, "/a": 2, "/b": 3}) is holds


def test_a_percentage_of_nothing_says_nothing() -> None:
    assert Quota("x", "/p", ("/a",), ("/b",)).holds({"/p": 5, "/a": 2, "/b": 0}) is None
