"""Wordings and habits of other associations' forms."""

from __future__ import annotations

import pytest

from tests.page_building import Read, para, read, table
from underlag.extract.vocabulary import vocabulary
from underlag.schemas.ansokan import FORM


def _form(*questions: tuple[str, tuple[str, ...]]) -> Read:
    return read(*(p for head, answer in questions for p in (para(head, bold=True), *(para(text) for text in answer))))


def test_participants_asked_for_with_the_target_group() -> None:
    found = _form(
        ("Målgrupp och antal deltagare", ("Vuxna 30-64 år med lång sjukskrivning.", "Insatsen tar emot 40 deltagare per år."))
    ).record
    assert (found["forvantat_antal_deltagare"]["per_ar"], found["aldrar"]["fran"]) == (40, 30)
    assert found["malgrupp"].startswith("Vuxna 30-64 år")


def test_a_bare_number_under_a_yearly_question_is_a_year() -> None:
    found = _form(("Antal deltagare per år", ("25",))).record["forvantat_antal_deltagare"]
    assert (found["per_ar"], found["totalt"]) == (25, None)


def test_a_section_that_the_record_has_no_place_for_ends_the_answer_before_it() -> None:
    numbered = ("1. Metod", ("Coachning i team.",)), ("2. Bemanning", ("En coach på heltid.",)), ("3. Uppföljning", ("Kvartalsvis.",))
    assert _form(*numbered).record["metoder"] == "Coachning i team."


def test_the_same_word_as_a_bold_subheading_stays_in_the_answer() -> None:
    found = _form(("Metod och arbetssätt", ("Coachning i team.",)), ("Bemanning", ("En coach på heltid.",))).record
    assert "En coach på heltid." in found["metoder"]


def test_numbers_of_goals_are_no_part_of_them() -> None:
    found = _form(("Mål för insatsen", ("Mål 1: 60 procent ska börja arbeta.", "Mål 2: Minst 20 personer ska ha en plan."))).record["mal"]
    assert [g["text"] for g in found] == ["60 procent ska börja arbeta.", "Minst 20 personer ska ha en plan."]


def test_how_a_goal_is_measured_is_no_goal() -> None:
    goals = table([["Mål", "Mätmetod"], ["70 % ska gå till arbete", "Enkät"]])
    found = read(para("Mål för insatsen", bold=True), goals).record["mal"]
    assert [g["text"] for g in found] == ["70 % ska gå till arbete"]


def test_what_a_party_contributes_is_no_part_of_its_name() -> None:
    found = _form(("Samverkansparter", ("Region Ekland bidrar med en arbetsterapeut.", "Arbetsförmedlingen"))).record["samverkansparter"]
    assert [p["organisation"] for p in found] == ["Region Ekland", "Arbetsförmedlingen"]


def test_parties_between_commas_with_contacts_in_brackets() -> None:
    found = _form(("Samverkansparter", ("Ekby kommun (Siv Ek, siv.ek@ekby.example), Arbetsförmedlingen",))).record["samverkansparter"]
    assert [(p["organisation"], p["kontaktperson"], p["epost"]) for p in found] == [
        ("Ekby kommun", "Siv Ek", "siv.ek@ekby.example"),
        ("Arbetsförmedlingen", None, None),
    ]


def test_an_organisation_on_a_line_of_its_own_begins_a_party() -> None:
    lines = ("Försäkringskassan, kontaktperson Ida Moberg (ida.moberg@fk.example)", "Region Ekland")
    assert [p["organisation"] for p in _form(("Samverkansparter", lines)).record["samverkansparter"]] == [
        "Försäkringskassan",
        "Region Ekland",
    ]


def test_the_sum_sought_goes_before_a_total() -> None:
    found = _form(("Sökt belopp", ("Vi söker 1250 tkr från samordningsförbundet.", "Summa kostnader 1 350 000 kr"))).record
    assert found["sokt_belopp"] == 1250000


def test_the_answer_right_above_a_budget_is_not_its_heading() -> None:
    costs = table([["Kostnadsslag", "2025", "Summa"], ["Personalkostnader", "900 000", "900 000"], ["Summa", "900 000", "900 000"]])
    text = "Arbetssättet ska ingå i ordinarie verksamhet när projekttiden är slut."
    found = read(para("Implementering av insatsen", bold=True), para(text), para("Budget", bold=True), costs).record
    assert found["tillvaratagande"] == text


def test_a_budget_of_one_column_keeps_financing_apart_from_costs() -> None:
    rows = [["Kostnader", "Belopp (kr)"], ["Personalkostnader", "800 000"], ["Lokaler", "120 000"], ["Övriga omkostnader", "80 000"]]
    costs = table([*rows, ["Summa kostnader", "1 000 000"], ["Egenfinansiering", "200 000"], ["Sökt från samordningsförbundet", "800 000"]])
    budget = read(para("Budget", bold=True), costs).record["budget"]
    drawn = budget["detalj"]["rekvireras"]
    assert [r["benamning"] for kind in ("lonekostnader", "lokalkostnader", "ovriga_kostnader") for r in drawn[kind]] == [
        row[0] for row in rows[1:]
    ]
    assert (drawn["totalt"], budget["detalj"]["egenfinansiering"]["totalt"]) == (800000, 200000)


def test_the_name_of_a_level_in_italics_is_no_instruction() -> None:
    lines = [para("Övergripande mål:", italic=True), para("Fler ska arbeta.", bullet=True), para("Effektmål:", italic=True)]
    found = read(para("Mål för insatsen", bold=True), *lines, para("30 personer ska ha fått arbete.", bullet=True)).record["mal"]
    assert [g["niva"] for g in found] == ["overgripande", "effektmal"]


WORDINGS = {
    "/insatsens_namn": ("Vad heter insatsen?", "Projektets benämning"),
    "/insatsagare": ("Vem ansöker? (Insatsens ägare)", "Ansvarig part"),
    "/samverkansparter": ("Vilka parter deltar?", "Övriga parter som medverkar"),
    "/syfte": ("Vad vill ni uppnå?", "Andamålet"),
    "/mal": ("Vilka mål har ni och hur mäter ni dem?", "Förväntade resultat", "Resultatmål"),
    "/bakgrund": ("Varför behövs insatsen?", "Nuläget i kommunen"),
    "/insatstid": ("När startar och slutar insatsen?", "Projektperiod"),
    "/malgrupp": ("Vilka vänder sig insatsen till?", "För vem är insatsen?"),
    "/forvantat_antal_deltagare": ("Hur många personer räknar ni med?",),
    "/metoder": ("Hur ska ni arbeta?", "Så ska vi arbeta", "Upplägg och aktiviteter"),
    "/uppfoljning": ("Hur följer ni upp arbetet?", "Så följer vi upp"),
    "/tillvaratagande": ("Vad händer när pengarna tar slut?", "Efter insatsens slut"),
    "/sokt_belopp": ("Hur mycket söker ni?",),
    "/lokus/diskuterad": ("Är ansökan förankrad hos parternas chefer?",),
    "/lokus/text": ("Hur är ansökan förankrad?",),
}


@pytest.mark.parametrize(("pointer", "wording"), [(pointer, w) for pointer, wordings in WORDINGS.items() for w in wordings])
def test_a_question_in_other_words_is_told_by_what_it_asks(pointer: str, wording: str) -> None:
    found = vocabulary(FORM).subject(wording)
    assert found is not None
    assert found.pointer == pointer


def test_the_number_in_all_beside_those_at_a_time() -> None:
    found = _form(("Antal deltagare", ("Cirka 15 deltagare löpande, 60 personer under hela insatstiden",))).record
    assert (found["forvantat_antal_deltagare"]["totalt"], found["forvantat_antal_deltagare"]["lopande"]) == (60, True)


def test_answers_that_a_question_offers_are_none() -> None:
    found = _form(
        ("Implementering", ("Vi fortsätter.",)), ("Är ansökan förankrad i lokal samverkansgrupp? Ja/Nej", ("Ja, vid möte 2023-09-07",))
    ).record
    assert found["tillvaratagande"] == "Vi fortsätter."
    assert found["lokus"] == {"diskuterad": True, "text": "vid möte 2023-09-07", "datum": ["2023-09-07"]}


def test_labels_in_plain_type_where_only_chapters_are_bold() -> None:
    asked = [("Insatsens namn", "Kajen"), ("Sökande part", "Ekby kommun"), ("Startdatum", "2025-01-01"), ("Slutdatum", "2026-12-31")]
    asked += [("Syfte med insatsen", "En väg."), ("Målgrupp", "Unga."), ("Antal deltagare", "30 personer"), ("Implementering", "Parterna.")]
    lines = [para(text) for pair in asked for text in pair]
    found = read(para("Beskrivning", bold=True), *lines).record
    assert (found["insatsens_namn"], found["syfte"], found["malgrupp"]) == ("Kajen", "En väg.", "Unga.")
    assert (found["insatstid"]["slut"], found["forvantat_antal_deltagare"]["totalt"]) == ("2026-12-31", 30)


def test_a_time_behind_a_label_that_is_a_common_word() -> None:
    found = read(para("Insatsens namn: Kajen"), para("Tidsperiod: 2025-02-01–2026-07-31"), para("Syfte", bold=True), para("Stöd.")).record
    assert (found["insatsens_namn"], found["insatstid"]["start"]) == ("Kajen", "2025-02-01")


def test_parties_whose_roles_stand_in_a_column_without_a_heading() -> None:
    rows = [["", "Organisation", "Ansvarig", "E-post"], ["Huvudman", "Region Exempel", "Siv Ek", "siv.ek@exempel.example"]]
    rows += [["Part", "Ekby kommun", "Bo Alm", "bo.alm@ekby.example"]]
    found = read(table(rows), para("Syfte", bold=True), para("Stöd.")).record
    assert [p["organisation"] for p in found["insatsagare"]] == ["Region Exempel"]
    assert [p["kontaktperson"] for p in found["samverkansparter"]] == ["Bo Alm"]


def test_the_last_day_of_intake_that_the_plan_tells() -> None:
    plan = "Projektstart 2025-01-15, projektslut 2027-01-14. Intag sker till och med 2026-09-30."
    assert _form(("Tidplan", (plan,))).record["insatstid"] == {"start": "2025-01-15", "slut": "2027-01-14", "intag_slut": "2026-09-30"}
