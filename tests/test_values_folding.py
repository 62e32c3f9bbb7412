"""Folded text, evened text, and the examples in the room's own docstrings."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag import values
from underlag.values.folding import fold, fold_with_map
from underlag.values.spans import LIMIT, evened


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Förväntat antal deltagare:", "forvantat antal deltagare"),
        ("  IDÉ – à la  ", "ide a la"),
        ("A\u030a", "a"),
        ("", ""),
        ("…", ""),
        ("Straße", "strasse"),
    ],
)
def test_text_folds_to_base_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_each_folded_character_comes_from_its_origin(text: str) -> None:
    folded, origins = fold_with_map(text)
    assert len(folded) == len(origins)
    assert origins == sorted(origins)
    for char, origin in zip(folded, origins, strict=True):
        assert char == " " or char in fold(text[origin])


@given(st.text(alphabet="abcåäöÅÄÖ .,-\t", max_size=40))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text) == fold(text.upper())


@given(st.text(max_size=60))
def test_evened_text_keeps_its_places(text: str) -> None:
    assert len(evened(text)) == len(text)


def test_letters_stand_for_digits_only_among_digits() -> None:
    assert evened("1 5OO OOO kr, 2O22, Olle, IO, l5, 12l") == "1 500 000 kr, 2022, Olle, IO, l5, 121"


def test_no_more_than_the_limit_is_searched() -> None:
    assert len(evened("x" * (LIMIT + 1))) == LIMIT


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(values.__path__)])
def test_the_examples_of_the_docstrings_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"underlag.values.{name}")).failed == 0


@given(st.text(max_size=300))
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text) == fold_with_map(text)[0]
