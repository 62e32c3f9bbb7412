"""Words as they are searched for, and the piece of a page that answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.result_building import part
from underlag.corpus.passages import page_texts
from underlag.corpus.words import bare_stems, has_lost_dots, snippet, stems, terms

LOST = "Deltagarna far stod av en handledare och malet ar att de ska na egen forsorjning genom arbete eller studier."


@pytest.mark.parametrize(("one", "other"), [("Handlingsplaner", "handlingsplanen"), ("målens", "mål"), ("ÅTGÄRD", "åtgärderna")])
def test_inflected_forms_are_one_word(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_dotted_letters_are_letters_of_their_own() -> None:
    assert stems("hår") != stems("har")


def test_text_without_a_dotted_letter_has_lost_them_unless_it_is_short() -> None:
    assert has_lost_dots(LOST)
    assert not has_lost_dots("Arbete eller studier")
    assert not has_lost_dots(LOST.replace("malet", "målet").replace("stod", "stöd"))
    assert terms("försörjning")[0].bare[0] in bare_stems(LOST)


def test_words_within_quotation_marks_belong_together_and_signs_ask_for_nothing() -> None:
    assert [term.stems for term in terms('"egen försörjning" – 2019!')] == [stems("egen försörjning"), ["2019"]]


def test_the_snippet_is_of_the_page_with_most_of_the_words_and_marks_them() -> None:
    pages = [(1, "Målet nämns här. " * 3), (2, "Inledning. " * 40 + "Varje deltagare har en handlingsplan med mål. " + "Slut. " * 40)]
    found = snippet(pages, terms("mål handlingsplaner"))
    assert found
    assert found.page == 2
    assert [text for text, hit in found.stretches if hit] == ["handlingsplan", "mål"]
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")


@given(st.lists(st.tuples(st.integers(1, 9), st.text(max_size=400)), max_size=3), st.text(max_size=40))
def test_a_snippet_is_a_piece_of_its_page(pages: list[tuple[int, str]], query: str) -> None:
    found = snippet(pages, terms(query))
    assert (found is None) == (not pages)
    if found:
        piece = found.text.removeprefix("… ").removesuffix(" …")
        assert any(number == found.page and piece in text for number, text in pages)


def test_a_page_holds_what_stands_there_and_what_was_put_right() -> None:
    read = part("slutrapport", {"syfte": "Rätt ord", "insatstid": {"start": "2024-01-01"}}, method="corrected", said={"/syfte": "Ratt 0rd"})
    assert page_texts(read) == ((1, "Slutrapport\nRatt 0rd\nRätt ord\n2024-01-01"),)


def test_a_word_of_the_forms_own_is_not_taken_for_text() -> None:
    goals = part("ansokan", {"mal": [{"niva": "overgripande"}]}, method="derived", said={"/mal/0/niva": "Övergripande mål"})
    assert page_texts(goals) == ((1, "Ansökan\nÖvergripande mål"),)
