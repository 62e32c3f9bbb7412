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
    signed = table([["Ort och datum", "Exempelby 190214"], ["Insatsägare (namn)", ""], ["Insatsägare (namnförtydligande)", "Siv Ek"]])
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
        ("Har de metoder/aktiviteter ni angett i ansökan använts/utförts på det sätt som var tänkt?", "Ja, till största delen."),
        ("Redogör för utfall av budget/finansiering:", "Budgeten höll."),
        ("Ifall medel har återförts till förbundet, vad har detta för orsaker?", "En lokal blev inte hyrd."),
        (
            "Ifall medel har återförts till förbundet, vad har detta fått för konsekvenser för innehållet och utfallet av insatsen?",
            "Kursen ställdes in.",
        ),
    )
    record = report(*asked).record
    assert record["metoder"] == "Samtal.\nJa, till största delen."
    assert record["budgetutfall"] == "Budgeten höll.\nEn lokal blev inte hyrd."
    assert record["konsekvens_aterforda_medel"] == "Kursen ställdes in."


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
        ("160815", "181130", ("2016-08-15", "2018-11-30")),
        ("2018-10-08 (senare än planerat)", "2019-10-11", ("2018-10-08", "2019-10-11")),
        ("1 april 2018", "31 mars 2020", ("2018-04-01", "2020-03-31")),
    ],
)
def test_dates_as_they_are_written(start: str, slut: str, expected: tuple[str, str]) -> None:
    record = report(para("Insatstid", bold=True), para(f"Startdatum: {start}"), para(f"Slutdatum: {slut}")).record
    assert (record["insatstid"]["start"], record["insatstid"]["slut"]) == expected


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Den sista eleven antogs 2019-05-20", "2019-05-20"),
        ("Inget intag efter mars 2019", "2019-03-31"),
        ("Inget intag skedde från juni 2019", "2019-05-31"),
        ("Rapporten skrevs 2019-09-02", None),
    ],
)
def test_last_day_of_intake(said: str, day: str | None) -> None:
    blocks = [para("Insatstid", bold=True), para("Startdatum: 2018-02-01"), para("Slutdatum: 2019-06-30"), para(said)]
    assert report(*blocks).record["insatstid"]["intag_slut"] == day


@pytest.mark.parametrize(
    ("told", "kronor"),
    [
        ("Inga medel ska återlämnas.", 0),
        ("Av beviljade 1 200 000 kr har 150 000 kr återförts till förbundet.", 150_000),
        ("Överskottet, 85 tkr, återbetalas.", 85_000),
        ("Ungefär 45 % av medlen återförs.", None),
        ("Alla medel är använda.", None),
        ("2018 återfördes 35 000 kr. 2019 återfördes 55 000 kr.", None),
    ],
)
def test_returned_money(told: str, kronor: int | None) -> None:
    assert report(*labelled(("Redogör för utfall av budget/finansiering", told))).record["aterforda_medel"] == kronor


def test_participants_come_from_the_goals_only_where_their_own_field_is_empty() -> None:
    goals = (
        "Beskriv målen med insatsen samt utfall/resultat",
        "Sedan starten har vi handlett 67 personer. 14 personer gick till studier.",
    )
    question = "Ange antal deltagare som deltagit i insatsen"
    assert report(*labelled(goals)).record["antal_deltagare"] is None
    assert report(*labelled(goals), para(question, bold=True)).record["antal_deltagare"] == 67
    assert report(*labelled(goals, (question, "Totalt 72 deltagare"))).record["antal_deltagare"] == 72


def test_raw_text_with_markup_and_tabs() -> None:
    text = (
        "Slutrapport samverkansinsats\n\n<p>Insatsens namn Lyftet</p>\n"
        "Insatsägare/Samverkansparter\t\n1. Organisation: Exempelby kommun\tKontaktperson: Siv Ek\n"
        "2. Organisation: Försäkringskassan\tKontaktperson: Bo Alm\n"
        '<p>Beskriv syftet med insatsen: <ul style="list-style-type: none">• Att ge stöd.• Att skapa samsyn.</ul></p>\n'
        "<p>Beskriv målgrupp för insatsen Unga vuxna.</p>\n"
        "Underskrifter\t\n<i>Exempelby 6/11-19</i> Ort och datum\tOrt och datum\n"
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
        "datum": "2019-11-06",
        "namn": "Siv Ek",
        "epost": None,
        "undertecknad": None,
    }
    assert record["underskrifter"] == [signed]
