"""Forms' small labels that stood in columns, read line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_oldtext_reading import reading
from underlag.extract.text_marks import addresses_written, boxes_written, percents_written
from underlag.extract.text_rows import unrolled
from underlag.schemas.ansokan import Ansokan

FORM_TEXT = """Ansokan samverkansinsats

Insatsens namn

Lotsen

Insatsagare
Organisation Kontaktperson 7 E-post --

Ekby kommun Siv Ek, enhetschef siv.ek@ekby.se

Samverkansparter
| Organisation Kontaktperson E-post
Forsakringskassan Bo Alm bo.alm@forsakringskassan
.se |
Region Ekland Ulla Ask ulla.ask@ekland.se

Beskriv syftet med insatsen (*)

Att fler i Ekby ska fa stod pa vag mot arbete och att parterna ska folja upp detta gemensamt under aret.

Underskrifter

Insatsagare: Ekby kommun Samverkanspart: Region Ekland
Datum: 2 april 2025 Datum: 7 april 2025
Underskrift: Underskrift:
Namnfortydligande: Siv Ek Namnfortydligande: Ulla Ask
E-post: siv.ek@ekby.se E-post: ulla.ask@ekland.se
"""


def test_a_row_of_labels_heads_the_answers_below() -> None:
    record = reading(FORM_TEXT).record
    assert record["insatsagare"] == [{"organisation": "Ekby kommun", "kontaktperson": "Siv Ek", "epost": "siv.ek@ekby.se"}]
    assert record["samverkansparter"] == [
        {"organisation": "Försäkringskassan", "kontaktperson": "Bo Alm", "epost": "bo.alm@forsakringskassan.se"},
        {"organisation": "Region Ekland", "kontaktperson": "Ulla Ask", "epost": "ulla.ask@ekland.se"},
    ]


def test_signatures_beside_each_other_are_blocks_of_their_own() -> None:
    signed = Ansokan.model_validate(reading(FORM_TEXT).record).underskrifter
    assert [(s.roll, s.organisation, s.datum, s.namn, s.epost) for s in signed] == [
        ("insatsagare", "Ekby kommun", "2025-04-02", "Siv Ek", "siv.ek@ekby.se"),
        ("samverkanspart", "Region Ekland", "2025-04-07", "Ulla Ask", "ulla.ask@ekland.se"),
    ]


def test_running_text_that_names_labels_is_no_row_of_them() -> None:
    lines = ["Organisation och datum ska anges av den som skriver under", "Kontaktperson: Siv Ek", "E-post: a@b.se", "Namn och titel"]
    assert unrolled(lines) == list(enumerate(lines))


_LINES = st.one_of(st.text(max_size=40), st.sampled_from(["Organisation E-post", "Ekby kommun a@b.se", "Datum: 1 Datum: 2", "|"]))


@given(st.lists(_LINES, max_size=8))
def test_what_is_unrolled_stays_so(lines: list[str]) -> None:
    once = [text for _, text in unrolled(lines)]
    assert [text for _, text in unrolled(once)] == once


def test_several_labels_on_a_line_are_answered_one_by_one() -> None:
    assert [
        text for _, text in unrolled(["2. Organisation: Ekby kommun -Kontaktperson: Siv Ek/Bo Alm", "3. Organisation: Kontaktperson: |"])
    ] == [
        "2. Organisation: Ekby kommun",
        "Kontaktperson: Siv Ek/Bo Alm",
        "3. Organisation:",
        "Kontaktperson:",
    ]


def test_one_label_over_two_empty_fields_is_one() -> None:
    assert unrolled(["Ort och datum Ort och datum", "mål och mål"]) == [(0, "Ort och datum"), (1, "mål och mål")]


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("JaX Nej _", "☒ Ja ☐ Nej"),
        ("Ja_ Nej X", "☐ Ja ☒ Nej"),
        ("Ja[X]_ Nej{]", "☒ Ja ☐ Nej"),
        ("Ja (X) Nej ( ) Se ovan", "☒ Ja ☐ Nej Se ovan"),
        ("Har den startat? Ja_ Nej X", "Har den startat? ☐ Ja ☒ Nej"),
        ("Ja ONej", "☒ Ja ☐ Nej"),  # the box that is seen is empty, so the other is not
        ("OJa Nej", "☐ Ja ☒ Nej"),
        ("Ja Nej O", "☒ Ja ☐ Nej"),
        ("OJa ONej", "OJa ONej"),
        ("Ja D Nej", "Ja D Nej"),  # whose box it is can't be told
        ("Ja / Nej", "Ja / Nej"),
        ("Ja, Nej och kanske", "Ja, Nej och kanske"),
    ],
)
def test_boxes_for_ja_and_nej(read: str, shown: str) -> None:
    assert boxes_written(read) == shown


def test_the_at_of_an_address_that_the_reader_lacked() -> None:
    assert addresses_written("E-post siv.ekQekby.se, bo.alm(Qekby.se") == "E-post siv.ek@ekby.se, bo.alm@ekby.se"
    assert addresses_written("Quality Q3, a.Qb, siv.ek@ekby.se") == "Quality Q3, a.Qb, siv.ek@ekby.se"


def test_percent_signs_that_the_reader_lacked() -> None:
    read = ["90 96 av deltagarna", "Coach 10096 2025-01-01", "45 20 av dem", "96 000 96 000", "1996 och 2019-96", "25 96 000"]
    shown = ["90 % av deltagarna", "Coach 100 % 2025-01-01", "45 % av dem", "96 000 96 000", "1996 och 2019-96", "25 96 000"]
    assert percents_written(read) == shown
    assert percents_written([*read, "10 % av"]) == [*read, "10 % av"]
    assert percents_written(read[:1]) == read[:1]
