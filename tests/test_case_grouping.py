"""Documents are sorted by the insats that they are about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.case_building import application, quarterly, result
from underlag.schemas.result import Model
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.case.file import Gathered, gathered
from underlag.validators.case.names import likeness


def sorted_out(*records: Model) -> Gathered:
    return gathered(result(record, file=f"{n}.docx") for n, record in enumerate(records))


def groups(found: Gathered) -> list[set[int]]:
    return [set(group.fits) for group in found.grouping.groups]


@pytest.mark.parametrize(
    "name",
    [
        "STEGVIS",
        "Projekt Stegvis",
        "Samverkansinsatsen Stegvis, förlängning 2024-2025",
        "Stegvis Lindvassa",
        "Stegvis – rehabilitering i samverkan",
        "Stegvisprojektet",
        "Samordnad tid – en gemensam vägledning (Stegvis)",
    ],
)
def test_a_report_belongs_to_its_insats_however_its_name_is_written(name: str) -> None:
    assert groups(sorted_out(application("Stegvis"), application("Lots i hamn"), quarterly(name))) == [{0, 2}, {1}]


@pytest.mark.parametrize("name", ["Stegvis 2", "Stegvis II", "Stegen", "Nästa steg", "Lindvassa, Steget vidare"])
def test_another_name_is_another_insats(name: str) -> None:
    assert groups(sorted_out(application("Stegvis"), application(name))) == [{0}, {1}]


def test_places_tell_insatser_of_one_name_apart() -> None:
    found = sorted_out(
        application("Nära jobb - HEBY"), application("Nära jobb Enköping – två coacher"), quarterly("Enköping, Nära jobb", owner=None)
    )
    assert groups(found) == [{0}, {1, 2}]


def test_initials_and_misspellings_are_known_again() -> None:
    found = sorted_out(
        application("Samordnad aktivering för unga"), quarterly("SAFU", quarter=1), quarterly("Samordnad aktivring för unga", quarter=2)
    )
    assert groups(found) == [{0, 1, 2}]


def test_equal_names_of_two_owners_are_two_insatser_and_what_names_no_owner_is_in_doubt() -> None:
    found = sorted_out(application(owner="Lindvassa kommun"), application(owner="Östervik kommun"), quarterly(owner=None))
    assert groups(found) == [{0}, {1}]
    assert [(doubt.document, doubt.insatser) for doubt in found.doubts()] == [("/documents/2", ("/insatser/0", "/insatser/1"))]


def test_a_name_that_two_insatser_bear_a_part_of_is_in_doubt() -> None:
    found = sorted_out(application("Vägen in för unga"), application("Vägen in för föräldrar"), quarterly("Vägen in"))
    assert found.grouping.doubts.keys() == {2}


def test_a_case_number_leads_a_note_without_name_to_its_insats() -> None:
    notes = [Tjansteskrivelse(insats="Stegvis", dnr="SF 2023/14"), Tjansteskrivelse(dnr="sf 2023/14", datum="2023-05-01")]
    assert groups(sorted_out(*notes, application("Lots"))) == [{2}, {0, 1}]


def test_what_names_no_insats_is_unplaced_and_copies_count_once() -> None:
    found = gathered([result(Tjansteskrivelse(rubrik="Budget")), result(application()), result(application())])
    assert (found.grouping.unplaced, groups(found)) == ((0,), [{1}])


def test_documents_stand_in_the_order_of_their_days() -> None:
    found = sorted_out(quarterly(quarter=3), quarterly(quarter=1), application(), quarterly(quarter=2))
    assert [list(group.fits) for group in found.grouping.groups] == [[2, 1, 3, 0]]


POOL: tuple[Model, ...] = (
    application("Stegvis"),
    application("Stegvis", owner="Östervik kommun"),
    application("Vägen in för unga"),
    application("Vägen in för föräldrar"),
    quarterly("Stegvis", owner=None),
    quarterly("Vägen in", quarter=2),
    quarterly("Projekt Vägen in för unga", quarter=2),
    quarterly("Lots i hamn", quarter=3),
    quarterly("Lots i hamn – en väg vidare", quarter=4, owner=None),
    Tjansteskrivelse(insats="Lots i hamn", dnr="SF 2023/14"),
    Tjansteskrivelse(dnr="SF 2023/14"),
)


READ = tuple(result(record, file=f"{n}.docx") for n, record in enumerate(POOL))


@settings(max_examples=30)
@given(st.permutations(range(len(POOL))))
def test_the_order_of_the_files_does_not_matter(order: list[int]) -> None:
    found, as_given = gathered(READ[n] for n in order), gathered(READ)
    assert {frozenset(order[n] for n in group) for group in groups(found)} == {frozenset(group) for group in groups(as_given)}
    assert {order[n] for n in found.grouping.doubts} == {4, 5}


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_goes_both_ways_and_a_name_is_like_itself(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert likeness(one, one) in {0.0, 1.0}
