"""Pointers, places and values in a reviewer's words."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.report.labels import OBSERVATIONS, READERS, place_words
from underlag.report.wording import in_words, one_line, printable, quantity
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget, CostRow
from underlag.schemas.result import Model, Observation, PartType, Place, Source
from underlag.schemas.words import KEYS, TYPES, pointer_words
from underlag.values.pointers import pointer_of, tokens


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/budget/detalj/rekvireras/lonekostnader/2/summa", "Budget › Rekvireras › Lönekostnader › rad 3 › summa"),
        ("/budget/detalj", "Budget › detaljerad budget"),
        ("/insatstid/intag_slut", "Insatstid › sista dag för intag"),
        ("/mal/1/kvantiteter/0/varde", "Mål › mål 2 › Mätetal › mätetal 1 › värde"),
        (
            "/budget/detalj/rekvireras/lonekostnader/0/belopp/Kommun~1Region",
            "Budget › Rekvireras › Lönekostnader › rad 1 › Belopp › Kommun/Region",
        ),
        ("/syfte", "Syfte"),
        ("/helt_ny_uppgift", "Helt ny uppgift"),
        ("", "Den löpande texten"),
    ],
)
def test_a_pointer_is_said_in_words(pointer: str, words: str) -> None:
    assert pointer_words(pointer) == words


def test_a_row_is_also_called_by_its_name() -> None:
    record = {"underskrifter": [{"organisation": "Region\nExempel"}, {"organisation": None, "namn": "Bo"}]}
    assert pointer_words("/underskrifter/0/datum", record) == "Underskrifter › underskrift 1 (Region Exempel) › datum"
    assert pointer_words("/underskrifter/1", record) == "Underskrifter › underskrift 2 (Bo)"
    assert pointer_words("/underskrifter/7", record) == "Underskrifter › underskrift 8"


def _keys(model: type[Model]) -> set[str]:
    """The keys of a record's model and of the models in it."""
    schema = model.model_json_schema()
    return set(schema["properties"]) | {key for inner in schema["$defs"].values() for key in inner["properties"]}


@pytest.mark.parametrize("model", [Ansokan, Budget])
def test_every_key_of_an_application_has_a_label(model: type[Model]) -> None:
    assert _keys(model) - set(KEYS) == set()


def test_every_kind_of_document_and_reader_has_a_name() -> None:
    assert set(TYPES) == set(get_args(PartType))
    assert set(READERS) == set(get_args(Source.model_fields["reader"].annotation))
    assert set(OBSERVATIONS) == set(get_args(Observation.model_fields["kind"].annotation))


@pytest.mark.parametrize(
    ("where", "words"),
    [(None, "sid 5"), ("p41", "stycke 41"), ("t3r4c2", "tabell 3, rad 4, kolumn 2"), ("line 112", "rad 112"), ("nytt slag", "nytt slag")],
)
def test_a_place_is_said_in_words(where: str | None, words: str) -> None:
    assert place_words(Place(page=5, bbox=None, where=where, text="")) == words


@pytest.mark.parametrize(
    ("value", "pointer", "words"),
    [
        (1250000, "/sokt_belopp", "1 250 000 kr"),
        (-5250, "/budget/detalj/total_kostnad", "−5 250 kr"),
        (0, "/budget/detalj/rekvireras/totalt", "0 kr"),
        (75.0, "/budget/detalj/rekvireras/lonekostnader/0/tjanst_procent", "75 %"),
        (12.5, "/budget/detalj/rekvireras/lonekostnader/0/tjanst_procent", "12,5 %"),
        (2031, "/budget/per_ar/0/ar", "2031"),
        (120, "/forvantat_antal_deltagare/totalt", "120"),
        ("2031-01-01", "/insatstid/start", "2031-01-01"),
        (True, "/lokus/diskuterad", "Ja"),
        ("individ", "/mal/0/niva", "Mål på individnivå"),
        ([100000, None], "/budget/per_ar", "100 000 kr, –"),
        ({"start": "2031-01-01", "slut": None}, "/loptid", "Start: 2031-01-01"),
        (450, "/rader/0/belopp/1", "450"),
        (None, "/syfte", None),
        ([], "/lokus/datum", None),
    ],
)
def test_a_value_is_said_in_words(value: object, pointer: str, words: str | None) -> None:
    assert in_words(value, pointer) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (
            {"varde": 60, "enhet": "procent", "jamforelse": "minst", "avser": "deltagarna", "per": None, "inom_dagar": 180},
            "minst 60 % av deltagarna, inom 180 dagar",
        ),
        (
            {"varde": 40.0, "enhet": "antal", "jamforelse": "exakt", "avser": "personer", "per": "ar", "inom_dagar": None},
            "40 personer per år",
        ),
        ({"varde": 2, "enhet": "antal", "jamforelse": "hogst", "avser": None, "per": "manad", "inom_dagar": None}, "högst 2 per månad"),
    ],
)
def test_a_goals_number_is_said_in_words(number: dict[str, object], words: str) -> None:
    assert quantity(number) == words


@given(st.text())
def test_printable_text_can_not_steer_a_screen(text: str) -> None:
    shown = printable(text)
    assert not any(c in shown for c in "\x00\x07\x08\x1b\x7f\x9b\r\u202e\u2066")
    shown.encode("utf-8")
    assert printable(shown) == shown


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_one_line_is_one_line_of_bounded_length(text: str, longest: int) -> None:
    line = one_line(text, longest)
    assert len(line) <= longest
    assert len(line.splitlines()) <= 1


@given(st.lists(st.text()))
def test_a_pointer_and_its_tokens_say_the_same(path: list[str]) -> None:
    assert tokens(pointer_of(path)) == tuple(path)


def test_cost_rows_name_themselves() -> None:
    row = CostRow(benamning="x" * 80).model_dump(mode="json")
    words = pointer_words("/lonekostnader/0", {"lonekostnader": [row]})
    assert words == f"Lönekostnader › rad 1 ({'x' * 39}…)"
