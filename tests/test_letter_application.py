"""An application written as a letter: who, how much and when stand in its opening sentence, under headings in plain words."""

from __future__ import annotations

from tests.page_building import Read, para, read, table
from underlag.schemas.budget import Budget
from underlag.schemas.budget_sums import budget_relations

OPENING = (
    "Ekby kommun ansöker tillsammans med Försäkringskassan och Region Ekland om 700 000 kronor för insatsen Vändpunkt "
    "under tiden 1 mars 2024 till 28 februari 2025."
)


def _letter(opening: str = OPENING) -> Read:
    headed = {
        "Varför Vändpunkt?": "Många unga saknar betyg.",
        "Det vill vi uppnå": "Att unga hittar tillbaka till studier.",
        "Vilka vi riktar oss till": "Unga 16–24 år.",
        "Så här arbetar vi": "En coach träffar de unga.",
        "När insatsen är slut": "Kommunen tar över coachen.",
    }
    answers = [p for head, answer in headed.items() for p in (para(head, bold=True), para(answer))]
    return read(
        para("Ansökan", bold=True),
        para(opening),
        *answers,
        para("Vad det kostar", bold=True),
        table([["", "Förbundet", "Kommunen", "Summa"], ["Coach 80 %", "650 000", "", "650 000"], ["Lokal", "50 000", "40 000", "90 000"]]),
        para("Kontaktperson är Siv Ek, siv.ek@ekby.example."),
    )


def test_the_opening_sentence_says_who_applies_for_what() -> None:
    found = _letter().record
    assert found["insatsagare"] == [{"organisation": "Ekby kommun", "kontaktperson": "Siv Ek", "epost": "siv.ek@ekby.example"}]
    assert [p["organisation"] for p in found["samverkansparter"]] == ["Försäkringskassan", "Region Ekland"]
    assert (found["insatsens_namn"], found["sokt_belopp"]) == ("Vändpunkt", 700000)
    assert (found["insatstid"]["start"], found["insatstid"]["slut"]) == ("2024-03-01", "2025-02-28")


def test_a_sentence_that_no_organisation_opens_says_nothing_of_the_parties() -> None:
    found = _letter("Vi ansöker om 700 000 kronor till en insats där Region Ekland är med.").record
    assert (found["insatsagare"], found["samverkansparter"], found["insatsens_namn"]) == ([], [], None)


def test_headings_in_plain_words_ask_the_forms_questions() -> None:
    found = _letter().record
    assert [found[key] for key in ("bakgrund", "syfte", "malgrupp", "metoder", "tillvaratagande")] == [
        "Många unga saknar betyg.",
        "Att unga hittar tillbaka till studier.",
        "Unga 16–24 år.",
        "En coach träffar de unga.",
        "Kommunen tar över coachen.",
    ]


def test_a_partys_column_beside_the_associations_is_what_it_pays_itself() -> None:
    detail = _letter().record["budget"]["detalj"]
    assert [r["summa"] for r in detail["rekvireras"]["lokalkostnader"]] == [50000]
    assert [r["belopp"] for r in detail["egenfinansiering"]["lokalkostnader"]] == [{"Kommunen": 40000}]
    assert [r["summa"] for r in detail["rekvireras"]["lonekostnader"]] == [650000]


def test_a_total_without_sums_of_kinds_is_that_of_all_rows() -> None:
    relations = budget_relations(Budget.model_validate(_letter().record["budget"]))
    (total,) = [r for r in relations if r.total == "/detalj/rekvireras/totalt" and "/detalj/rekvireras/lonekostnader/0/summa" in r.terms]
    assert total.terms == ("/detalj/rekvireras/lonekostnader/0/summa", "/detalj/rekvireras/lokalkostnader/0/summa")


def test_the_question_names_the_level_of_its_goals() -> None:
    asked = {
        "1. Syfte": "Fler i arbete.",
        "2. Målgrupp": "Unga.",
        "3. Metod": "Coachning.",
        "4. Mätbara mål på individnivå": "60 % ska få arbete.",
    }
    found = read(*(p for head, answer in asked.items() for p in (para(head, bold=True), para(answer)))).record
    assert [(g["niva"], g["text"]) for g in found["mal"]] == [("individ", "60 % ska få arbete.")]
