"""What stands over the text: page heads, headings of numbered groups, questions in words of their own, blocks of signatures."""

from __future__ import annotations

from tests.test_oldtext_reading import document, reading
from underlag.extract.text_heads import group_heads, page_heads
from underlag.schemas.ansokan import Ansokan

FORM_TEXT = """Samordningsförbundet Ekland
Version 2024:1

Ansökan om samverkansinsats

1. Insatsens namn
Lotsen

2. Syfte och mål
2.1 Beskriv syftet med insatsen

Att fler i Ekby ska få stöd på väg mot arbete, och att parterna ska

Samordningsförbundet Ekland Version 2024:1
följa upp detta gemensamt.

2.2 Beskriv målen med insatsen
Insatsmål

- Minst 20 personer per år ska få en plan.

Varför behövs insatsen? Beskriv bakgrunden.

Köerna till rådgivningen har vuxit under tre år.

Överenskommelse

Lagar och förordningar

Insatsägarna är verksamhetsansvariga och har det fulla ansvaret för att gällande lagar, förordningar, föreskrifter följs.

Underskrifter

Inför behandling av Samordningsförbundet arbetsutskott/styrelse för beslut skall samtliga parters behöriga beslutsfattare ha skrivit under.

Insatsägare
Organisation och datum | Underskrift
Ekby kommun 2024-09-03 ~, xe
Namnförtydligande E-post
Siv Ek, socialchef siv.ek@ekby.se
"""


def test_page_heads_are_no_part_of_an_answer_and_tell_the_version() -> None:
    record = Ansokan.model_validate(reading(FORM_TEXT).record)
    assert record.syfte == "Att fler i Ekby ska få stöd på väg mot arbete, och att parterna ska följa upp detta gemensamt."
    assert record.mall_version == "Version 2024:1"
    assert "Samordningsförbundet Ekland Version 2024:1" in [line.text for line in document(FORM_TEXT).pages[0].furniture]


def test_a_numbered_groups_heading_is_no_part_of_the_answer_above() -> None:
    assert reading(FORM_TEXT).record["insatsens_namn"] == "Lotsen"
    assert group_heads(["2. Syfte och mål", "2.1 Syfte", "3. Slut", "4.1 Annat", "5. Sist"]) == {0}


def test_a_question_in_words_of_its_own_ends_the_answer_above() -> None:
    record = Ansokan.model_validate(reading(FORM_TEXT).record)
    assert [goal.text for goal in record.mal] == ["Minst 20 personer per år ska få en plan."]
    assert record.bakgrund == "Köerna till rådgivningen har vuxit under tre år."


def test_the_owners_block_behind_the_terms_is_a_signature() -> None:
    record = Ansokan.model_validate(reading(FORM_TEXT).record)
    assert [(s.roll, s.organisation, s.datum, s.namn, s.epost) for s in record.underskrifter] == [
        ("insatsagare", "Ekby kommun", "2024-09-03", "Siv Ek", "siv.ek@ekby.se")
    ]
    assert not record.insatsagare


def test_an_associations_name_that_stands_once_is_text() -> None:
    assert page_heads(["Samordningsförbundet Ekland", "Samordningsförbundet betalar"]) == set()
    assert page_heads(["Organisation: Samordningsförbundet Ekland"] * 2) == set()
