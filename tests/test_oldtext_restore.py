"""Swedish words put right in text that has lost its å, ä and ö."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underlag.extract.damage import lost_dots
from underlag.extract.restore import restored, restored_lines


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Insatsdgaren foljer malgruppen", "Insatsägaren följer målgruppen"),
        ("Samordningsférbundet och Forsakringskassan", "Samordningsförbundet och Försäkringskassan"),
        ("Det dr en lagre niva pa stédet", "Det är en lägre nivå på stödet"),
        ("I6pande uppfoljning, 6ka antalet", "löpande uppföljning, öka antalet"),
        ("f& individer kan na malet", "få individer kan na målet"),
        ("tilldmpliga foreskrifter stills", "tillämpliga föreskrifter ställs"),
        ("OVRIGA LONEKOSTNADER", "ÖVRIGA LÖNEKOSTNADER"),
        ("Overenskommelse om Atagandet", "Överenskommelse om Åtagandet"),
        ("arbetsmarknadsforvaltningens kartlaggningsfas", "arbetsmarknadsförvaltningens kartläggningsfas"),
        ("| god tid fore arsskiftet", "I god tid före årsskiftet"),
        ("samhallspaverkan och skattningsformular", "samhällspåverkan och skattningsformulär"),
        ("det behdéver fortydligas", "det behöver förtydligas"),
        ("viktiga avwvikelser och awikelser", "viktiga avvikelser och avvikelser"),
        ("bedomningen fick enperson, Alladeltagare", "bedömningen fick en person, Alla deltagare"),
        ("en Okning av antalet", "en ökning av antalet"),
        ("under f\ufffdrutsattning", "under förutsättning"),
        ("Insats?garna f?ljer m?lgruppen", "Insatsägarna följer målgruppen"),
        ("Region Uppsala lan och Osthammars kommun", "Region Uppsala län och Östhammars kommun"),
    ],
)
def test_words_are_read_as_they_clearly_were(read: str, meant: str) -> None:
    assert restored(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("18-26 ar", "18-26 år"),
        ("atta ganger per ar", "åtta gånger per år"),
        ("insatsen ar klar", "insatsen är klar"),
        ("AR 1 AR 2", "ÅR 1 ÅR 2"),
        ("kvinnor och man deltar", "kvinnor och män deltar"),
        ("det kan man se", "det kan man se"),
        ("det beror pa stodet", "det beror på stödet"),
        ("fragor som beror malgruppen", "frågor som berör målgruppen"),
        ("en del av var verksamhet", "en del av vår verksamhet"),
        ("det var en del av vardagen", "det var en del av vardagen"),
        ("parterna ska fortsatta arbeta", "parterna ska fortsätta arbeta"),
        ("den fortsatta planeringen", "den fortsatta planeringen"),
        ("de nar sina mal nar de far stod", "de når sina mål när de får stöd"),
    ],
)
def test_words_with_a_twin_follow_their_neighbours(read: str, meant: str) -> None:
    assert restored(read) == meant


def test_the_line_above_counts_as_a_neighbour() -> None:
    assert restored("ar far stod", "minst 35 elever per") == "år får stöd"


@pytest.mark.parametrize(
    "text",
    [
        "anna.ostrom@exempel.se",
        "anna.nordstrom @exempel.se",
        "https://exempel.se/forbundet",
        "230101 251231 1 072 000 100%",
        "10st 5st v19 A4",
        "SIP, SUS, BIP och KAA",
        "Ekby kommun har en god samverkan med progression och struktur.",
        "Målgruppen är personer som får stöd på väg mot arbete.",
    ],
)
def test_what_is_right_or_no_word_is_left_alone(text: str) -> None:
    assert restored(text) == text


def test_a_name_is_changed_only_where_dots_alone_are_missing() -> None:
    assert restored("besked till Goran Nordstrom och Eva Sjtlund") == "besked till Göran Nordström och Eva Sjtlund"


SOUND = "Insatsen ska även leda till att deltagarna från kommunen får stöd på väg mot arbete och att de är nöjda med vår uppföljning."
LOST = "Insatsen ska aven leda till att deltagarna fran kommunen far stod pa vag mot arbete och att de ar nojda med var uppfoljning."
ENGLISH = "The project is meant to help people on their way to work, and to make them content with what we do for them all."


def test_damage_is_told_by_words_that_must_have_dots() -> None:
    assert lost_dots([SOUND]) == [0]
    assert lost_dots([LOST]) == [1]
    assert lost_dots([ENGLISH]) == [0]
    assert lost_dots([]) == []


def test_only_the_damaged_stretch_of_a_text_is_restored() -> None:
    read = restored_lines([SOUND, "Hon far runt med ett stod."] * 20 + [LOST] * 40)
    assert read[:2] == [SOUND, "Hon far runt med ett stod."]
    assert read[-1] == SOUND


def test_a_word_broken_at_the_end_of_a_line_is_read_as_one() -> None:
    lines = [LOST, LOST, "Parterna planerar for uppfol-", "jning av malgruppen, Sam-", "ordningsforbundet betalar"]
    assert restored_lines(lines)[2:] == ["Parterna planerar för uppföl-", "jning av målgruppen, Sam-", "ordningsförbundet betalar"]


def test_a_place_that_two_counties_share_follows_the_other_places() -> None:
    assert restored_lines([LOST, LOST, "Habo kommun, Enköpings kommun"])[2] == "Håbo kommun, Enköpings kommun"
    assert restored_lines([LOST, LOST, "Habo kommun, Mullsjö kommun"])[2] == "Habo kommun, Mullsjö kommun"
    assert restored_lines([LOST, LOST, "Habo kommun"])[2] == "Habo kommun"


@given(st.text(alphabet="0123456789 .,%/-:()", max_size=60))
def test_digits_are_never_changed(text: str) -> None:
    assert restored(text) == text


_WORDS = st.lists(
    st.sampled_from(
        "malgruppen ar for insatsdgare f6lja | & 3tta 18-26 tva man kvinnor Iag [6pande d|skuterats Overgripande x1 a@b.se".split()
    ),
    max_size=12,
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), _WORDS.map(" ".join)))
def test_restoring_never_fails_and_a_second_time_changes_nothing(text: str) -> None:
    once = restored(text)
    assert restored(once) == once
