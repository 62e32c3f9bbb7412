"""Final reports of different looks: what their questions ask, whatever the wording, and the small facts in the answers."""

from __future__ import annotations

import pytest

from tests.page_building import Read, para, read_kind, table
from underlag.extract.document import read_document
from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.schemas.page import Block
from underlag.schemas.slutrapport import FORM


def report(*blocks: Block) -> Read:
    """The blocks read as a final report."""
    return read_kind(FORM, *blocks)


def labelled(*pairs: tuple[str, str]) -> list[Block]:
    """Questions in bold, each with its answer below."""
    return [block for label, answer in pairs for block in (para(label, bold=True), para(answer))]


def test_numbered_list_of_parties_begins_with_the_owner() -> None:
    rows = [
        ["1. Organisation: Exempelby kommun", "Kontaktperson: Siv Ek"],
        ["2. Organisation: Arbetsförmedlingen", "Kontaktperson: Bo Alm"],
    ]
    empty = ["3. Organisation:", "Kontaktperson:"]
    record = report(para("Insatsägare/Samverkansparter", bold=True), table([*rows, empty])).record
    assert [(p["organisation"], p["kontaktperson"]) for p in record["insatsagare"]] == [("Exempelby kommun", "Siv Ek")]
    assert [(p["organisation"], p["kontaktperson"]) for p in record["samverkansparter"]] == [("Arbetsförmedlingen", "Bo Alm")]


def test_listed_party_that_signs_as_owner_is_the_owner() -> None:
    signed = table([["Ort och datum", "Exempelby 180130"], ["Insatsägare (namn)", ""], ["Insatsägare (namnförtydligande)", "Siv Ek"]])
    parties = [
        para("Organisation: Försäkringskassan, Kontaktperson: Bo Alm"),
        para("Organisation: Exempelby kommun, Kontaktperson: Siv Ek"),
    ]
    record = report(para("Insatsägare/Samverkansparter", bold=True), *parties, para("Underskrifter", bold=True), signed).record
    assert [p["organisation"] for p in record["insatsagare"]] == ["Exempelby kommun"]
    assert [p["organisation"] for p in record["samverkansparter"]] == ["Försäkringskassan"]


def test_party_marked_as_owner_needs_no_number() -> None:
    listed = [para("Försäkringskassan"), para("Exempelby kommun (insatsägare)"), para("Region Exempel")]
    record = report(para("Samverkansparter", bold=True), *listed).record
    assert [p["organisation"] for p in record["insatsagare"]] == ["Exempelby kommun"]
    assert [p["organisation"] for p in record["samverkansparter"]] == ["Försäkringskassan", "Region Exempel"]


def test_person_and_address_behind_the_organisation() -> None:
    line = para("1. Organisation: Exempelby kommun, Siv Ek, siv.ek@exempelby.se")
    owner = report(para("Insatsägare/Samverkansparter", bold=True), line).record["insatsagare"][0]
    assert owner == {"organisation": "Exempelby kommun", "kontaktperson": "Siv Ek", "epost": "siv.ek@exempelby.se"}


def test_follow_up_questions_belong_to_their_parent() -> None:
    asked = labelled(
        ("Beskriv metod/metoder ni använt och aktiviteter som skett:", "Samtal."),
        ("Har de metoder/aktiviteter ni angett i ansökan använts/utförts på det sätt som var tänkt?", "Ja, i stort."),
        ("Redogör för utfall av budget/finansiering:", "Allt är förbrukat."),
        ("Ifall medel har återförts till förbundet, vad har detta för orsaker?", "En tjänst var vakant."),
        (
            "Ifall medel har återförts till förbundet, vad har detta fått för konsekvenser för innehållet och utfallet av insatsen?",
            "Färre deltog.",
        ),
    )
    record = report(*asked).record
    assert record["metoder"] == "Samtal.\nJa, i stort."
    assert record["budgetutfall"] == "Allt är förbrukat.\nEn tjänst var vakant."
    assert record["konsekvens_aterforda_medel"] == "Färre deltog."


def test_questions_of_other_wording_beside_their_answers() -> None:
    rows = [
        ["Namn på insatsen", "Trampolinen"],
        ["Ansvarig organisation", "Arbetsförmedlingen"],
        ["Insatsperiod", "2020-02-01 – 2021-06-30"],
        ["Vad var syftet?", "Att korta vägen till arbete."],
        ["Varför behövdes insatsen?", "Stöd saknades."],
        ["Finns behovet kvar?", "Ja."],
        ["Vilka riktade sig insatsen till?", "Nyanlända."],
        ["Hur har ni följt upp insatsen?", "Enkät."],
        ["Hur tas resultaten tillvara?", "I ordinarie verksamhet."],
        ["Ekonomiskt utfall", "I balans."],
        ["Vad har ni lärt er?", "Att börja i tid."],
        ["Vilka erfarenheter har respektive part fått?", "God kunskap."],
    ]
    record = report(table([[para(label, bold=True), answer] for label, answer in rows])).record
    assert record["insatsens_namn"] == "Trampolinen"
    assert (record["insatstid"]["start"], record["insatstid"]["slut"]) == ("2020-02-01", "2021-06-30")
    keys = (
        "syfte",
        "bakgrund",
        "behov_forandrat",
        "malgrupp",
        "uppfoljning",
        "implementering",
        "budgetutfall",
        "lardomar",
        "lardomar_per_part",
    )
    told = [rows[n][1] for n in (3, 4, 5, 6, 7, 8, 9, 10, 11)]
    assert [record[key] for key in keys] == told


@pytest.mark.parametrize(
    ("start", "slut", "expected"),
    [
        ("150901", "171231", ("2015-09-01", "2017-12-31")),
        ("2016-09-05 (datumet försköts en månad)", "2017-09-05", ("2016-09-05", "2017-09-05")),
        ("1 juni 2016", "31 maj 2018", ("2016-06-01", "2018-05-31")),
    ],
)
def test_dates_as_they_are_written(start: str, slut: str, expected: tuple[str, str]) -> None:
    record = report(para("Insatstid", bold=True), para(f"Startdatum: {start}"), para(f"Slutdatum: {slut}")).record
    assert (record["insatstid"]["start"], record["insatstid"]["slut"]) == expected


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Sista deltagaren skrevs in 2017-08-31", "2017-08-31"),
        ("Inget intag efter juni 2017", "2017-06-30"),
        ("Inget intag skedde från september 2017", "2017-08-31"),
        ("Rapporten skrevs 2018-01-10", None),
    ],
)
def test_last_day_of_intake(said: str, day: str | None) -> None:
    blocks = [para("Insatstid", bold=True), para("Startdatum: 2016-01-01"), para("Slutdatum: 2017-12-31"), para(said)]
    assert report(*blocks).record["insatstid"]["intag_slut"] == day


@pytest.mark.parametrize(
    ("told", "kronor"),
    [
        ("Inga medel kommer att återföras.", 0),
        ("Av beviljade 1 200 000 kr har 150 000 kr återförts till förbundet.", 150_000),
        ("Överskottet, 85 tkr, återbetalas.", 85_000),
        ("Cirka 70 % av medlen återförs.", None),
        ("Medlen har förbrukats enligt ansökan.", None),
        ("2016 återfördes 40 000 kr. 2017 återfördes 60 000 kr.", None),
    ],
)
def test_returned_money(told: str, kronor: int | None) -> None:
    assert report(*labelled(("Redogör för utfall av budget/finansiering", told))).record["aterforda_medel"] == kronor


def test_participants_come_from_the_goals_only_where_their_own_field_is_empty() -> None:
    goals = (
        "Beskriv målen med insatsen samt utfall/resultat",
        "Under projektets gång har vi coachat 53 personer. 12 personer gick till studier.",
    )
    question = "Ange antal deltagare som deltagit i insatsen"
    assert report(*labelled(goals)).record["antal_deltagare"] is None
    assert report(*labelled(goals), para(question, bold=True)).record["antal_deltagare"] == 53
    assert report(*labelled(goals, (question, "Totalt 61 deltagare"))).record["antal_deltagare"] == 61


def test_raw_text_with_markup_and_tabs() -> None:
    text = (
        "Slutrapport samverkansinsats\n\n<p>Insatsens namn Lyftet</p>\n"
        "Insatsägare/Samverkansparter\t\n1. Organisation: Exempelby kommun\tKontaktperson: Siv Ek\n"
        "2. Organisation: Försäkringskassan\tKontaktperson: Bo Alm\n"
        '<p>Beskriv syftet med insatsen: <ul style="list-style-type: none">• Att ge stöd.• Att skapa samsyn.</ul></p>\n'
        "<p>Beskriv målgrupp för insatsen Unga vuxna.</p>\n"
        "Underskrifter\t\n<i>Exempelby 8/12-17</i> Ort och datum\tOrt och datum\n"
        "Insatsägare (namn)\tInsatsägare (namn)\n<i>Siv Ek / SIV EK</i> Insatsägare (namnförtydligande)\tInsatsägare (namnförtydligande)\n"
    )
    document = read_document(text.encode())
    record = read_form(document, stream(document), FORM).record
    assert record["insatsens_namn"] == "Lyftet"
    assert record["insatsagare"] == [{"organisation": "Exempelby kommun", "kontaktperson": "Siv Ek", "epost": None}]
    assert record["syfte"] == "Att ge stöd.\nAtt skapa samsyn."
    assert record["malgrupp"] == "Unga vuxna."
    signed = {
        "roll": "insatsagare",
        "organisation": "Exempelby kommun",
        "datum": "2017-12-08",
        "namn": "Siv Ek",
        "epost": None,
        "undertecknad": None,
    }
    assert record["underskrifter"] == [signed]
