"""How single answers are read: Ja/Nej, dates, parties, goals, signatures."""

from __future__ import annotations

import pytest

from tests.page_building import ink, para, read, table
from underlag.extract.answers import choice_in

ASKED = "Har ansökan diskuterats i lokal utvecklingsgrupp?"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Ja ☒   Nej ☐", True),
        ("☐ Ja   ☒ Nej", False),
        ("☒ Ja ☐ Nej", True),
        ("Ja ☐ Nej ☐", None),
        ("Ja ☒ Nej ☒", None),
        ("Ja X Nej _", True),
        ("Ja [ ] Nej [x]", False),
        ("Ja, i mars.", True),
        ("Nej", False),
        ("Ja Nej", None),
        ("", None),
        ("Vi vet inte, kanske nej eller ja", None),
    ],
)
def test_a_choice_is_what_is_marked_and_never_guessed(text: str, answer: bool | None) -> None:
    assert choice_in(text) is answer
    assert read(para(ASKED, bold=True), para(text)).record["lokus"]["diskuterad"] is answer if text else True


def test_period_from_its_own_labels_and_from_phases() -> None:
    labelled = read(
        para("Planerad insatstid", bold=True),
        para("Planerat startdatum: 2024-03-01"),
        para("Planerat slutdatum för Försäkringskassan: 2025-06-30"),
        para("Planerat slutdatum: 2026-02-28"),
        para("Slutdatum för intag: 2025-12-31"),
    )
    assert labelled.record["insatstid"] == {"start": "2024-03-01", "slut": "2026-02-28", "intag_slut": "2025-12-31"}
    phases = read(para("Planerad insatstid", bold=True), para("1/3-2024-31/5 2024: Planering"), para("1/6-2024-28/2-2026: Genomförande"))
    assert phases.record["insatstid"] == {"start": "2024-03-01", "slut": "2026-02-28", "intag_slut": None}


def test_dates_without_a_year_take_it_from_the_dates_around_them() -> None:
    reading = read(
        para("Hur och när har ansökan diskuterats?", bold=True),
        para("Vid mötena 3/6 och 12/8."),
        para("Underskrift", bold=True),
        table([["Organisation och datum", "Ekby kommun 2024-09-02"], ["Insatsägare (namn)", ink()]]),
    )
    assert reading.record["lokus"]["datum"] == ["2024-06-03", "2024-08-12"]


PARTIES = [
    {"organisation": "Ekby kommun", "kontaktperson": "Alva Lindgren", "epost": "alva.lindgren@ekby.example"},
    {"organisation": "Arbetsförmedlingen", "kontaktperson": "Bo Ekdahl", "epost": "bo.ekdahl@af.example"},
]


def test_parties_read_alike_as_lines_as_sentences_and_as_tables() -> None:
    head = para("Samverkansparter (*)", bold=True)
    lines = [
        para(t)
        for p in PARTIES
        for t in (f"Organisation: {p['organisation']}", f"Kontaktperson: {p['kontaktperson']} (enhetschef)", f"E-post: {p['epost']}")
    ]
    sentences = [
        para(f"{n}. Organisation: {p['organisation']}. Kontaktperson {p['kontaktperson']}, {p['epost']}") for n, p in enumerate(PARTIES, 1)
    ]
    columns = table([["Organisation", "Kontaktperson", "E-post"], *([p["organisation"], p["kontaktperson"], p["epost"]] for p in PARTIES)])
    turned = table(
        [
            [label, *(p[key] for p in PARTIES)]
            for label, key in (("Organisation", "organisation"), ("Kontaktperson", "kontaktperson"), ("E-post", "epost"))
        ]
    )
    for blocks in (lines, sentences, [columns], [turned]):
        assert read(head, *blocks).record["samverkansparter"] == PARTIES


def test_lines_without_labels_are_one_organisation_unless_each_names_an_authority() -> None:
    owner = read(para("Insatsägare", bold=True), para("Ekby kommun"), para("Socialförvaltningen"))
    assert owner.record["insatsagare"] == [{"organisation": "Ekby kommun\nSocialförvaltningen", "kontaktperson": None, "epost": None}]
    listed = read(para("Samverkansparter", bold=True), para("Arbetsförmedlingen, Försäkringskassan och Region Ekland"))
    assert [p["organisation"] for p in listed.record["samverkansparter"]] == ["Arbetsförmedlingen", "Försäkringskassan", "Region Ekland"]


def test_goals_take_the_level_of_their_heading_or_column() -> None:
    headed = read(
        para("Beskriv målen med insatsen", bold=True),
        para("Effektmål för teamet", bold=True),
        para("Minst 12 deltagare går vidare till studier", bullet=True),
        para("Insatsmål: Ett samtal per vecka erbjuds"),
        para("*) Mäts med enkät."),
    )
    assert [(g["niva"], g["text"], [q["varde"] for q in g["kvantiteter"]]) for g in headed.record["mal"]] == [
        ("effektmal", "Minst 12 deltagare går vidare till studier", [12]),
        ("insatsmal", "Ett samtal per vecka erbjuds", [1]),
    ]
    assert [(o.kind, o.at) for o in headed.observations] == [("footnote", "/mal")]
    columns = read(para("Beskriv målen med insatsen", bold=True), table([["Effektmål", "Insatsmål"], ["Fler i arbete", "Möten hålls"]]))
    assert [(g["niva"], g["text"]) for g in columns.record["mal"]] == [("effektmal", "Fler i arbete"), ("insatsmal", "Möten hålls")]


def _block(role: str, organisation: str, signed: object) -> object:
    rows = [
        ["Organisation och datum", organisation],
        [f"{role} (namn)", signed],
        [f"{role} (namnförtydligande)", "Alva Lindgren, chef"],
        ["E-post:", "a@ekby.example"],
    ]
    return table(rows)  # type: ignore[arg-type]


def test_a_signature_is_ink_in_its_field_and_nothing_else() -> None:
    reading = read(
        para("Underskrift (*)", bold=True),
        _block("Insatsägare", "Ekby kommun 2024-06-14", ink()),  # type: ignore[arg-type]
        _block("Samverkanspart", "Region Ekland 14 juni 2024", ""),  # type: ignore[arg-type]
        _block("Samverkanspart", "Försäkringskassan 2024-06-", "Alva Lindgren"),  # type: ignore[arg-type]
    )
    signatures = reading.record["underskrifter"]
    assert [s["undertecknad"] for s in signatures] == [True, False, None]
    assert [s["roll"] for s in signatures] == ["insatsagare", "samverkanspart", "samverkanspart"]
    assert [s["organisation"] for s in signatures] == ["Ekby kommun", "Region Ekland", "Försäkringskassan"]
    assert [s["datum"] for s in signatures] == ["2024-06-14", "2024-06-14", None]
    assert {s["namn"] for s in signatures} == {"Alva Lindgren"}
    assert [(o.kind, o.at) for o in reading.observations] == [("illegible", "/underskrifter/2/datum")]


def test_signers_in_a_table_with_one_row_each() -> None:
    rows = [
        ["Organisation", "Namnförtydligande", "Datum", "Underskrift"],
        ["Ekby kommun", "Alva Lindgren", "2024-06-14", ink()],
        ["Region Ekland", "Bo Ekdahl", "", ""],
    ]
    reading = read(para("Insatsägare", bold=True), para("Ekby kommun"), para("Underskrifter", bold=True), table(rows))  # type: ignore[arg-type]
    assert [(s["roll"], s["organisation"], s["datum"], s["undertecknad"]) for s in reading.record["underskrifter"]] == [
        ("insatsagare", "Ekby kommun", "2024-06-14", True),
        ("samverkanspart", "Region Ekland", None, False),
    ]


def test_every_value_says_where_it_was_read() -> None:
    reading = read(para("Insatsens namn", bold=True), para("Vägvisaren"), para("Planerat startdatum: 2024-03-01"))
    assert reading.evidence["/insatsens_namn"].places[0].text == "Vägvisaren"
    assert reading.evidence["/insatstid/start"].places[0].where == "p1"
