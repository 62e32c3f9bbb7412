"""Goals with their outcomes in final reports: from tables, headed pairs, lists and prose, and whether each was reached."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page_building import para, read_kind, table
from underlag.extract.outcomes import measured, said
from underlag.extract.sentences import sentences_of
from underlag.schemas.page import Block, Line, Paragraph
from underlag.schemas.slutrapport import FORM

QUESTION = "Beskriv målen med insatsen samt utfall/resultat"


def goals(*blocks: Block) -> list[Any]:
    """The goals read from an answer to the form's question."""
    pairs = read_kind(FORM, para(QUESTION, bold=True), *blocks).record["mal"]
    assert isinstance(pairs, list)
    return pairs


def told(pairs: list[Any]) -> list[tuple[str, str | None, str | None]]:
    """Goal, outcome and verdict of each pair."""
    return [(p["text"], p["utfall"], p["uppfyllt"]) for p in pairs]


def test_headed_pairs() -> None:
    answer = [
        para("Mål: den 15 maj finns en ny telefontid."),
        para("Resultat: målet är inte nått. Se bilagan."),
        para("Mål (för cheferna): 30 chefer ska utbildas."),
        para("Utfall: 34 chefer har utbildats."),
    ]
    assert told(goals(*answer)) == [
        ("den 15 maj finns en ny telefontid.", "målet är inte nått. Se bilagan.", "nej"),
        ("30 chefer ska utbildas.", "34 chefer har utbildats.", "ja"),
    ]


def test_two_goals_behind_one_head_share_its_outcome() -> None:
    answer = [para("Mål: Teamet ska vara känt. Teamet ska träffas varje vecka."), para("Resultat: bägge målen har uppnåtts.")]
    assert told(goals(*answer)) == [
        ("Teamet ska vara känt.", "bägge målen har uppnåtts.", "ja"),
        ("Teamet ska träffas varje vecka.", "bägge målen har uppnåtts.", "ja"),
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_table_is_read_by_its_headings(order: tuple[int, ...]) -> None:
    rows = [["Mål", "Utfall", "Uppfyllt"], ["Minst 40 deltagare", "43 deltagare", "Ja"], ["60 % till arbete", "48 %", "Delvis"]]
    pairs = goals(table([[row[n] for n in order] for row in rows], bold_first=True))
    assert told(pairs) == [("Minst 40 deltagare", "43 deltagare", "ja"), ("60 % till arbete", "48 %", "delvis")]
    assert [(q["varde"], q["enhet"], q["jamforelse"]) for q in pairs[0]["kvantiteter"]] == [(40, "antal", "minst")]


def test_table_with_its_labels_down_the_side() -> None:
    pairs = goals(table([["Mål", "En rutin ska finnas"], ["Resultat", "Rutinen är klar"], ["Måluppfyllelse", "Ja"]]))
    assert told(pairs) == [("En rutin ska finnas", "Rutinen är klar", "ja")]


def test_numbered_headings_without_a_question_of_their_own() -> None:
    headed = [("Mål 1", "20 personer ska få arbete."), ("Resultat", "14 personer har fått arbete."), ("Mål 2", "En rutin ska finnas.")]
    blocks = [
        b
        for head, text in [("Syfte", "Att ge stöd."), ("Målgrupp", "Unga."), *headed, ("Metoder", "Samtal.")]
        for b in (para(head, bold=True), para(text))
    ]
    record = read_kind(FORM, *blocks).record
    assert told(record["mal"]) == [
        ("20 personer ska få arbete.", "14 personer har fått arbete.", "nej"),
        ("En rutin ska finnas.", None, None),
    ]
    assert record["mal_och_utfall"].startswith("Mål 1\n20 personer")
    assert (record["malgrupp"], record["metoder"]) == ("Unga.", "Samtal.")


def test_list_of_goals_and_equally_long_list_of_outcomes() -> None:
    wanted = [para("Alla ska ha en plan.", bullet=True), para("15 deltagare ska delta varje termin.", bullet=True)]
    got = [para("Samtliga har en plan.", bullet=True), para("12 deltagare per termin.", bullet=True)]
    assert told(goals(*wanted, para("Resultat/utfall", bold=True), *got)) == [
        ("Alla ska ha en plan.", "Samtliga har en plan.", None),
        ("15 deltagare ska delta varje termin.", "12 deltagare per termin.", "nej"),
    ]


def test_outcomes_in_a_list_are_no_goals() -> None:
    answer = [
        para("Målet var att fler ska få arbete."),
        para("Sammanlagt har 63 ungdomar lämnat insatsen. Bland dem har"),
        para("41 provat ett yrke", bullet=True),
    ]
    assert told(goals(*answer)) == [
        ("Målet var att fler ska få arbete.", "Sammanlagt har 63 ungdomar lämnat insatsen. Bland dem har\n41 provat ett yrke", None)
    ]


def test_goal_and_verdict_in_one_sentence_of_prose() -> None:
    answer = para("Målet att 70 elever skulle delta uppnåddes inte. Anledningen till att bara 58 elever deltog var ombyggnaden.")
    assert told(goals(answer)) == [("Målet att 70 elever skulle delta", "bara 58 elever deltog", "nej")]


def test_verdict_told_later_goes_to_the_goal_that_it_speaks_of() -> None:
    answer = [
        para("Målet för teamet har varit att varje termin besöka 25 skolor."),
        para("Målet för byrån har varit att ordna praktik."),
        para("Arbetet försenades. Därför har vi inte uppnått målet att varje termin besöka 25 skolor."),
    ]
    assert [(p["utfall"], p["uppfyllt"]) for p in goals(*answer)[:2]] == [
        ("Därför har vi inte uppnått målet att varje termin besöka 25 skolor.", "nej"),
        (None, None),
    ]


def test_prose_that_defines_no_goal_gives_none() -> None:
    assert goals(para("Flertalet mål har uppnåtts. Gruppen har träffats varje vecka.")) == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Målet är uppnått.", "ja"),
        ("Målet har inte nåtts.", "nej"),
        ("Målet har i huvudsak nåtts.", "delvis"),
        ("Ja", "ja"),
        ("Nej, bara hälften", "nej"),
        ("Gruppen har inte träffats.", None),
    ],
)
def test_what_a_report_says_of_a_goal(text: str, verdict: str | None) -> None:
    assert said(text) == verdict


@pytest.mark.parametrize(
    ("goal", "outcome", "verdict"),
    [
        ("Minst 40 deltagare", "38", "nej"),
        ("högst 10 deltagare", "8 deltagare", "ja"),
        ("80 % ska vara nöjda", "85 %", "ja"),
        ("20 föräldrar ska få en plan", "inga föräldrar har anmält sig", "nej"),
        ("30-35 elever per år", "88 för Exempelby och 41 för Provinge", None),
        ("80 % ska vara nöjda", "40 personer", None),
    ],
)
def test_numbers_of_one_unit_are_compared(goal: str, outcome: str, verdict: str | None) -> None:
    assert measured(goal, outcome) == verdict


@given(st.lists(st.text(alphabet="abcåäö .!?ABC12", max_size=40), min_size=1, max_size=5))
def test_sentences_keep_every_letter_and_know_their_lines(texts: list[str]) -> None:
    lines = tuple(Line(t, 1, where=f"p{n}") for n, t in enumerate(texts))
    paragraph = Paragraph(lines)
    found = sentences_of(paragraph)
    assert "".join("".join(s.text for s in found).split()) == "".join(paragraph.text.split())
    assert all(s.lines and set(s.lines) <= set(lines) for s in found)
