"""Raw text of an old archive read into paragraphs and answers, its damage undone."""

from __future__ import annotations

from underlag.extract.document import read_document
from underlag.extract.flow import stream
from underlag.extract.form_reader import FormReading, read_form
from underlag.extract.parts import KINDS
from underlag.extract.split import divide
from underlag.schemas.ansokan import FORM
from underlag.schemas.page import Document, paragraphs

FORM_TEXT = """ Samverkansinsatser inom Samordningsforbundet

Insatsens namn
Stigen - hjalp for ensamstaende foraldrar med osaker bostad som vill komma narmare en

fast anstallning

Insatsdgare (*)
Organisation: Ekby kommun
Kontaktperson: Alva Lindgren
E-post: alva.lindgren@ekby.example

Beskriv malen med insatsen (*)
Overgripande mal:
e Minska utanforskapet i Ekby.
Effektmal:
e 65% av deltagarna ska fore semestern ha traffat en arbetsgivare och fatt prova pa ett
yrke.
¢ Minst 35 familjer per
ar far besok av teamet.
 Beskriv bakgrunden till/behovet av insatsen (*)
Koerna till radgivningen har vuxit, eftersom vagen till ett eget hem ofta
ar lang och de av kommunens hyresgaster som behover mest stod


Samordningsforbundet
Kalmar lan v:20-01-15

far vanta langst. | god tid fore sommaren ska vi borja.

Andel som far stod

40
30
20
10
0

Kvinnor Man

Kommunen foljer utvecklingen noga.

Planerad Insatstid
Planerat startdatum: 2024-03-01
Planerat slutdatum: 2025-12-31

Beskriv malgrupp for insatsen (*)
Foraldrar 20-45 ar som ar utan fast bostad.
"""


def document(text: str) -> Document:
    return read_document(text.encode())


def reading(text: str) -> FormReading:
    read = document(text)
    return read_form(read, stream(read), FORM)


def test_the_answers_have_their_dotted_letters_again() -> None:
    record = reading(FORM_TEXT).record
    assert (
        record["insatsens_namn"] == "Stigen - hjälp för ensamstående föräldrar med osäker bostad som vill komma närmare en fast anställning"
    )
    assert record["malgrupp"] == "Föräldrar 20-45 år som är utan fast bostad."
    assert record["aldrar"] == {"fran": 20, "till": 45}


def test_goals_keep_the_heading_that_their_bullets_run_into() -> None:
    goals = reading(FORM_TEXT).record["mal"]
    assert isinstance(goals, list)
    assert [(g["niva"], g["text"]) for g in goals if isinstance(g, dict)] == [
        ("overgripande", "Minska utanförskapet i Ekby."),
        ("effektmal", "65% av deltagarna ska före semestern ha träffat en arbetsgivare och fått prova på ett yrke."),
        ("effektmal", "Minst 35 familjer per år får besök av teamet."),
    ]


def test_a_page_head_and_a_chart_are_no_part_of_the_answer() -> None:
    read = document(FORM_TEXT)
    assert reading(FORM_TEXT).record["bakgrund"] == (
        "Köerna till rådgivningen har vuxit, eftersom vägen till ett eget hem ofta är lång och de av kommunens"
        " hyresgäster som behöver mest stöd får vänta längst."
        " I god tid före sommaren ska vi börja.\nKommunen följer utvecklingen noga."
    )
    aside = [line.text for line in read.pages[0].furniture]
    assert aside == ["Samordningsförbundet", "Kalmar län v:20-01-15", "Andel som får stöd", "Kvinnor Män"]
    assert reading(FORM_TEXT).record["mall_version"] == "v:20-01-15"


def test_a_restored_line_is_less_certain_and_keeps_its_place() -> None:
    lines = {line.where: line for item in stream(document(FORM_TEXT)) if item.paragraph for line in item.paragraph.lines}
    restored, sound = lines["line 1"], lines["line 9"]
    assert restored.text == "Samverkansinsatser inom Samordningsförbundet"
    assert restored.confidence < sound.confidence


def test_sound_text_is_read_as_it_stands() -> None:
    text = "Insatsens namn\nStigen\n\nBeskriv målgrupp för insatsen\n"
    text += "Alla som är över 18 år och vill ha hjälp av flera parter i Ekby. Va for en mal.\n"
    assert reading(text).record["malgrupp"] == "Alla som är över 18 år och vill ha hjälp av flera parter i Ekby. Va for en mal."


def test_a_row_of_cells_that_names_a_kind_of_document_is_no_title() -> None:
    table = "Kommentar till slutrapport\tsid 41\nAnsökan samverkansinsatser\t\t1 397\t0 %\n"
    parts = read_document((FORM_TEXT + "\n\n" + table).encode())
    assert [stretch.kind.type for stretch in divide(parts, KINDS)] == ["ansokan"]


def test_each_line_of_a_list_of_labels_is_answered_by_itself() -> None:
    labelled = "Insatsens namn: Stigen\nAnsvarig insatsägare: Ekby kommun\nRapporten avser: kvartal 2 år 2023\n"
    text = f"Kvartalsrapport\n\n{labelled}_Startade insatsen i tid?\nJa_ Nej X\n"
    blocks = document(text).pages[0].blocks
    assert [p.text for p in paragraphs(blocks)] == [
        "Kvartalsrapport",
        "Insatsens namn: Stigen",
        "Ansvarig insatsägare: Ekby kommun",
        "Rapporten avser: kvartal 2 år 2023",
        "Startade insatsen i tid? ☐ Ja ☒ Nej",
    ]
