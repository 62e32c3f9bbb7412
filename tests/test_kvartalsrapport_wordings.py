"""Quarterly reports of other associations: questions in other words, choices and numbers in other layouts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.page_building import para, read_kind, table
from underlag.extract.choices import opening_choice
from underlag.extract.radio_buttons import with_buttons
from underlag.extract.subjects import Looks, Subjects
from underlag.schemas.kvartalsrapport import FORM
from underlag.schemas.page import Block

SUBJECTS = Subjects(FORM)
QUESTIONS = {
    "/start_i_tid": ("Kom insatsen igång vid den tidpunkt som ansökan anger?", "Startade verksamheten när den skulle?"),
    "/i_fas_med_mal": ("Följer insatsen planen för att nå målen?", "Är ni på väg att nå målen?"),
    "/prognos_maluppfyllelse": ("Räknar styrgruppen med att målen nås?",),
    "/vakanser_sof_medel": ("Har någon tjänst som förbundet betalar varit vakant?", "Vakanser på tjänster med samordningsmedel?"),
    "/vakanser_egenfinansierade": ("Har någon tjänst som parterna själva bekostar varit vakant?",),
    "/styrgruppsmoten_enligt_avtal": ("Har styrgruppen träffats så ofta som avtalats?", "Styrgrupps-möten enligt avtal"),
    "/ordinarie_representanter_deltagit": ("Har alla parters ordinarie ledamöter varit med?",),
    "/uppfoljning_enligt_avtal": ("Är alla deltagare registrerade i SUS?",),
    "/kontroll_metod": ("Har styrgruppen kontrollerat att avtalad metod används?", "Har arbetssättet följts upp?"),
    "/kontroll_malgrupp": (
        "Har målgruppen stämts av mot ansökan?",
        "Motsvarar deltagarna målgruppen?",
        "Styrgruppen har följt upp målgruppen",
    ),
    "/avvikelse_malgrupp": ("Rapporteras avvikelse från målgrupp?",),
}


def record(*blocks: Block) -> Any:
    """The record of a page of such blocks, loose so that a test can reach into it."""
    return read_kind(FORM, para("Kvartalsrapport", bold=True), *blocks).record


@pytest.mark.parametrize(("pointer", "wording"), [(pointer, w) for pointer, wordings in QUESTIONS.items() for w in wordings])
def test_a_question_in_other_words_is_told_by_what_it_asks(pointer: str, wording: str) -> None:
    found = SUBJECTS.of(wording, Looks.CHOICE)
    assert found is not None
    assert found[0].pointer == pointer


def test_a_word_that_a_narrow_column_broke_is_read_whole() -> None:
    found = SUBJECTS.of("Andel med handlings plan", Looks.NUMBER)
    assert found is not None
    assert found[0].pointer == "/deltagare/andel_handlingsplan"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Ja — Nej XX.", False), ("Ja X £ DNej —", True), ("Ja = Nej X", False), ("Ja Xx. Nej", True), ("Ja    Nej", None)],
)
def test_a_cross_on_a_drawn_line_as_a_scan_reader_leaves_it(text: str, meant: bool | None) -> None:
    assert opening_choice(text) == (meant, "")


def test_round_buttons_of_a_form_on_screen() -> None:
    assert with_buttons("○ Ja   ◉ Nej") == "☐ Ja   ☒ Nej"
    assert with_buttons("● Ja, om alla är med") == "● Ja, om alla är med"
    lines = [para("Har jämlikhet diskuterats?", bold=True), para("☐ Ja"), para("☒ Nej"), para("Har jämställdhet diskuterats?", bold=True)]
    told = record(*lines, para("☒ Ja"), para("☐ Nej"), para("Vid mötet i mars."))
    assert told["jamlikhet"] == {"svar": False, "kommentar": None}
    assert told["jamstalldhet"] == {"svar": True, "kommentar": "Vid mötet i mars."}


def test_two_groups_of_questions_side_by_side() -> None:
    rows = [["", "Ja", "Nej", "", "Ja", "Nej"], ["Start i tid", "X", "", "Jämlikhet diskuterad", "", "X"]]
    told = record(table(rows))
    assert told["start_i_tid"] == {"svar": True, "kommentar": None}
    assert told["jamlikhet"] == {"svar": False, "kommentar": None}


def test_a_groups_heading_lends_its_words_to_rows_that_need_them_only() -> None:
    rows = [
        ["Påstående", "Svar", "Kommentar"],
        ["C. Avvikelser (ange Ja om avvikelse finns)", "", ""],
        ["Mål", "Nej", ""],
        ["Budget", "Ja", "Lägre hyra."],
    ]
    told = record(table(rows))
    assert (told["avvikelse_mal"]["svar"], told["avvikelse_budget"]) == (False, {"svar": True, "kommentar": "Lägre hyra."})
    money = table([["Kostnad (kr)", "Budget", "Utfall"], ["Löner", "200 000", "172 400"], ["Summa", "240 000", "212 400"]], bold_first=True)
    assert (record(money)["budget"]["budget"], record(money)["budget"]["utfall"]) == (240_000, 212_400)


def test_values_under_their_labels_in_a_grid() -> None:
    rows = [["Totalt antal deltagare", "Pågående"], ["38", "14"], ["Avslutade totalt", "Avslutade under perioden"], ["24", "3"]]
    told = record(table(rows))["deltagare"]
    assert (told["totalt"], told["pagaende"], told["avslutade"], told["avslutade_perioden"]) == (38, 14, 24, 3)


def test_several_facts_on_one_line() -> None:
    told = record(para("Insats: Kajen Ansvarig: Arbetsförmedlingen Period: okt–dec 2020 Inkom: 2021-01-25"))
    assert (told["insatsens_namn"], told["insatsagare"], told["inlamnad"]) == ("Kajen", "Arbetsförmedlingen", "2021-01-25")
    assert told["period"] == {"ar": 2020, "kvartal": 4}
