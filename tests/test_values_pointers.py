"""JSON Pointers and patterns of them, and the lines of a TOML text."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.schemas.dating import document_day
from underlag.values.pointers import places, pointer_of, tokens, value_at
from underlag.values.toml_lines import line_of, toml_lines

DATA = {"mal": [{"text": "a"}, {"text": "b", "tal": [1, 2]}], "belopp": {"a/b~c": 5}, "namn": "mal"}


@given(st.lists(st.text(max_size=5), max_size=4))
def test_a_pointer_is_its_tokens(path: list[str]) -> None:
    assert tokens(pointer_of(path)) == tuple(path)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", [""]),
        ("/mal/*/text", ["/mal/0/text", "/mal/1/text"]),
        ("/mal/*/tal/*", ["/mal/1/tal/0", "/mal/1/tal/1"]),
        ("/belopp/*", ["/belopp/a~1b~0c"]),
        ("/mal/1/text", ["/mal/1/text"]),
        ("/mal/7/text", []),
        ("/namn/*", []),
        ("/finns/inte", []),
    ],
)
def test_a_pattern_stands_for_every_such_place(pattern: str, expected: list[str]) -> None:
    found = [pointer for pointer, _ in places(DATA, pattern)]
    assert found == expected
    assert all(value_at(DATA, pointer) is not None for pointer in found)


def test_a_variable_stands_for_the_same_item_where_it_is_bound() -> None:
    (_, first), _ = places(DATA, "/mal/{n}/text")
    assert dict(first) == {"n": "0"}
    assert [pointer for pointer, _ in places(DATA, "/mal/{n}/tal/*", {"n": "1"})] == ["/mal/1/tal/0", "/mal/1/tal/1"]
    assert [pointer for pointer, _ in places(DATA, "/mal/{n}/tal/*", first)] == []


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"period": {"ar": 2023, "kvartal": 2}}, date(2023, 6, 30)),
        ({"period": {"ar": 2023, "kvartal": [3, 4]}}, date(2023, 12, 31)),
        ({"period": {"ar": 2023, "kvartal": None}}, date(2023, 12, 31)),
        ({"period": {"ar": None, "kvartal": 1}, "datum": ["2024-02-01", "2024-03-01", None, "igår"]}, date(2024, 3, 1)),
        ({"period": 2023}, date(2023, 12, 31)),
        ({"period": True, "datum": []}, None),
    ],
)
def test_the_day_of_a_document_is_the_latest_at_the_best_place_that_has_any(record: object, expected: date | None) -> None:
    assert document_day(("/period", "/datum/*"), record) == expected


TEXT = '''# hej
a = 1 # b = 2
b = [ # ]
  { varde = 80, kalla = "x = ] }\\"" },

  { varde = 85, 'kalla' = '' },
]
"c.d" = """
e = 1
"""
[allvar]
"mal.x" = "fel" # [f]
g . h = 1979-05-27 07:32:00
[[i]]
v = [[1, 2], [3,
4]]
[[i]]
v = {}
[i.j]
k = true'''


def test_every_key_and_item_has_its_line() -> None:
    lines = toml_lines(TEXT)
    assert {path: lines[path] for path in lines if len(path) < 3} == {
        ("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 1): 6, ("c.d",): 8, ("allvar",): 11, ("allvar", "mal.x"): 12, ("allvar", "g"): 13,
        ("i",): 14, ("i", 0): 14, ("i", 1): 17,
    }  # fmt: skip
    assert lines["i", 0, "v", 1, 1] == 16
    assert lines["i", 1, "j", "k"] == 20
    assert line_of(("b", 1, "fran"), lines) == 6
    assert line_of(("z",), lines) == 1


_VALUE = st.recursive(
    st.sampled_from(["1", '"a#]}"', "'{['", '"""\nx = 1\n"""', "true", "2024-01-01", "0.5"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda some: f"[\n{', '.join(some)}]"),
    max_leaves=5,
)


@given(st.lists(_VALUE, max_size=4))
def test_whatever_stands_before_a_key_its_line_is_found(values: list[str]) -> None:
    text = "\n".join(f"k{n} = {value}" for n, value in enumerate(values)) + "\nlast = 1"
    assert tomllib.loads(text)["last"] == 1
    assert toml_lines(text)["last",] == len(text.splitlines())
