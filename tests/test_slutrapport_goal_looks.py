"""Goals with their outcomes in looks of other associations: lists with outcomes between, boxes for the verdict, prose."""

from __future__ import annotations

from typing import Any

import pytest

from tests.page_building import para, read_kind, table
from underlag.extract.outcomes import said
from underlag.schemas.page import Block
from underlag.schemas.slutrapport import FORM


def goals(*blocks: Block) -> list[tuple[Any, ...]]:
    """Goal, outcome and verdict of each pair."""
    pairs = read_kind(FORM, para("Mål och resultat", bold=True), *blocks).record["mal"]
    assert isinstance(pairs, list)
    return [(p["text"], p["utfall"], p["uppfyllt"]) for p in pairs]


def test_each_outcome_stands_under_its_goal_in_a_list() -> None:
    told = goals(
        para("Minst 60 personer ska delta.", bullet=True),
        para("Utfall: 64 personer har deltagit."),
        para("En rutin ska finnas.", bullet=True),
        para("Utfall: Rutinen är antagen. Målet är uppnått."),
    )
    assert told == [
        ("Minst 60 personer ska delta.", "64 personer har deltagit.", "ja"),
        ("En rutin ska finnas.", "Rutinen är antagen. Målet är uppnått.", "ja"),
    ]


def test_goals_under_a_heading_of_their_kind_keep_their_own_outcomes() -> None:
    told = goals(
        para("Effektmål", bold=True),
        para("Minst 60 personer ska delta.", bullet=True),
        para("Utfall: 64 personer har deltagit."),
        para("En rutin ska finnas.", bullet=True),
        para("Utfall: Rutinen är antagen. Målet är uppnått."),
    )
    assert [(goal, outcome) for goal, outcome, _ in told] == [
        ("Minst 60 personer ska delta.", "64 personer har deltagit."),
        ("En rutin ska finnas.", "Rutinen är antagen. Målet är uppnått."),
    ]


def test_each_outcome_is_the_sentence_behind_its_goal() -> None:
    prose = (
        "Målet var att 50 personer skulle skrivas in. 53 personer skrevs in, och målet är därmed uppnått. "
        "Det andra målet var att 35 procent av deltagarna skulle gå till arbete. Utfallet blev 28 procent, så det målet nåddes inte."
    )
    assert goals(para(prose)) == [
        ("Målet var att 50 personer skulle skrivas in.", "53 personer skrevs in, och målet är därmed uppnått.", "ja"),
        (
            "Det andra målet var att 35 procent av deltagarna skulle gå till arbete.",
            "Utfallet blev 28 procent, så det målet nåddes inte.",
            "nej",
        ),
    ]


def test_columns_in_other_words() -> None:
    first = table([["Målsättning enligt ansökan", "Vad blev resultatet?"], ["30 personer ska delta.", "18 personer har deltagit."]])
    record = read_kind(FORM, para("Mål och resultat", bold=True), first).record
    assert [(p["text"], p["utfall"]) for p in record["mal"]] == [("30 personer ska delta.", "18 personer har deltagit.")]
    assert record["mal_och_utfall"] == "30 personer ska delta.\n18 personer har deltagit."


@pytest.mark.parametrize(
    ("verdict", "meant"),
    [("☒ Ja ☐ Delvis ☐ Nej", "ja"), ("☐ Ja ☒ Delvis ☐ Nej", "delvis"), ("Ja ☐ Delvis ☐ Nej ☒", "nej"), ("☐ Ja ☐ Nej", None)],
)
def test_a_verdict_in_boxes(verdict: str, meant: str | None) -> None:
    assert said(verdict) == meant
    assert goals(para("Mål: En rutin ska finnas."), para("Resultat: Den är skriven."), para(f"Uppfyllt: {verdict}"))[0][2] == meant
