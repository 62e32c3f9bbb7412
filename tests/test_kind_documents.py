"""What kind a document is told to be, by its own words and layout, in each form; what is of none is not forced into one."""

from __future__ import annotations

import pytest

from tests.page_building import para, table
from tests.test_packet_division import BUDGET, FINANCES, NOTICE, PROSE, application, note, packet
from underlag.extract.parts import read_parts
from underlag.extract.plain_text import read_text
from underlag.schemas.page import Block, Document
from underlag.schemas.result import Part, PartType

FEES = (
    para("Medlemsavgifter 2025", bold=True),
    table(
        (("Medlem", "2025", "2024", "Förändring"), ("Å kommun", "450 000", "400 000", "50 000"), ("Summa", "450 000", "400 000", "50 000"))
    ),
)
QUARTER = (
    para("Kvartalsrapport", bold=True),
    *(b for q, a in (("Insats", "Stigen"), ("Insatsägare", "Å kommun"), ("Kvartal/år", "2/2024")) for b in (para(q, bold=True), para(a))),
    *(
        b
        for q in ("Har insatsen startat i tid?", "Ligger insatsen i fas med uppsatta mål?", "Finns vakanser?")
        for b in (para(q), para("☒ Ja ☐ Nej"))
    ),
)
REPORT = (
    para("Slutrapport samverkansinsatser inom samordningsförbundet", bold=True),
    *(
        b
        for q in ("Insatsens namn", "Beskriv syftet med insatsen", "Har detta behov förändrats i och med insatsens genomförande?")
        for b in (para(q, bold=True), para(PROSE))
    ),
    para("Redogör för utfall av budget/finansiering", bold=True),
    para(PROSE),
    para("Beskriv tillvaratagna erfarenheter och lärdomar från insatsen", bold=True),
    para(PROSE),
)


def only(document: Document) -> Part:
    (reading,) = read_parts(document)
    return reading.part


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("ansokan", application("Stigen")),
        ("budget", BUDGET),
        ("slutrapport", REPORT),
        ("kvartalsrapport", QUARTER),
        ("kallelse", NOTICE),
        ("tjansteskrivelse", note("Stigen")),
        ("ekonomisk_information", FINANCES),
        ("medlemsavgifter", FEES),
    ],
)
def test_each_kind_is_told(kind: PartType, blocks: tuple[Block, ...]) -> None:
    part = only(packet(blocks))
    assert part.type == kind
    assert part.confidence > 0.6


DOTLESS = """Samverkansinsatser inom samordningsforbundet

Insatsens namn Stigen

Insatsagare

A kommun

Samverkansparter

Arbetsformedlingen

Beskriv syftet med insatsen (*)

Att fler kommer i arbete.

Beskriv malen med insatsen (*)

Minst 20 personer.

Beskriv malgrupp for insatsen (*)

Unga.

Beskriv metod/metoder ni kommer anvanda (*)

Coachning.
"""


def test_text_that_lost_its_dots_is_told_too() -> None:
    assert only(read_text(DOTLESS.encode())).type == "ansokan"


@pytest.mark.parametrize(
    "blocks",
    [
        (para("Hej!"), para(PROSE), para("Med vänlig hälsning")),
        (para("Ansökan om ledighet", bold=True), para("Namn", bold=True), para("En anställd"), para(PROSE)),
        (para("Slutrapport", bold=True), para(PROSE)),
        (para("Protokoll", bold=True), para("Förslag till beslut", bold=True), para(PROSE), para("Ärendet", bold=True), para(PROSE)),
        (para("Instruktioner för slutrapport", bold=True), *REPORT[1:5]),
        (table((("Kommun", "2024", "2025"), ("Å kommun", "450", "400"))), para(PROSE)),
    ],
    ids=["letter", "leave", "title alone", "minutes", "instructions", "some table"],
)
def test_what_is_of_no_known_kind_is_not_forced_into_one(blocks: tuple[Block, ...]) -> None:
    part = only(packet(blocks))
    assert part.type == "okand"
    assert PROSE in part.record["text"] or "Å kommun" in part.record["text"]


def test_a_budget_alone_is_a_budget_and_its_pointers_begin_in_it() -> None:
    part = only(packet(BUDGET))
    assert part.record["sammanstallning"][0]["organisation"] == "Å kommun"
    assert part.evidence["/sammanstallning/0/rekvireras"].places
