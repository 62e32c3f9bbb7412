"""Final reports of other associations: questions in other words, however they are set, and the instructions around them."""

from __future__ import annotations

import pytest

from tests.page_building import para, read_kind, table
from underlag.extract.vocabulary import vocabulary
from underlag.schemas.page import Block, Cell, Paragraph, Table
from underlag.schemas.slutrapport import FORM

WORDINGS = {
    "/insatsens_namn": ("Vad hette insatsen?",),
    "/insatsagare": ("Vem ägde insatsen?", "Insatsägande part"),
    "/samverkansparter": ("Vilka parter har ingått?", "Parter som deltagit i samverkan", "Vilka andra organisationer var med?"),
    "/malgrupp": ("Vilka riktade sig insatsen till?", "För vem var insatsen?", "Vilka nådde vi?"),
    "/antal_deltagare": ("Hur många har deltagit?", "Antal inskrivna deltagare under insatstiden"),
    "/syfte": ("Vad ville ni uppnå?", "Insatsens övergripande syfte"),
    "/mal_och_utfall": ("Vad har insatsen lett till?", "Redovisa resultat mot uppsatta mål"),
    "/jamstalldhet": ("Utfall för kvinnor respektive män", "Skillnader mellan könen"),
    "/bakgrund": ("Varför startades insatsen?", "Vilket behov skulle insatsen möta?"),
    "/behov_forandrat": ("Ser behovet likadant ut i dag?", "Hur har behovet utvecklats?"),
    "/metoder": ("Så här har vi arbetat", "Vad har ni gjort?", "Så arbetade vi"),
    "/uppfoljning": ("På vilket sätt har ni följt upp målen?", "Hur följde ni själva upp arbetet?"),
    "/implementering": (
        "Vad lever vidare?",
        "Hur tas arbetssättet tillvara?",
        "Vad händer med det efteråt?",
        "Hur ska arbetssättet införas i ordinarie verksamhet?",
    ),
    "/implementering_diskussion": ("När och med vilka har detta diskuterats?", "Hur har frågan förankrats hos parterna?"),
    "/budgetutfall": ("Hur har medlen använts?", "Orsak till att medel återförts"),
    "/aterforda_medel": ("Ej förbrukade medel", "Återbetalning, kr"),
    "/konsekvens_aterforda_medel": ("Vad har det inneburit för insatsen?",),
    "/lardomar": ("Vad skulle ni göra annorlunda?", "Framgångsfaktorer och hinder"),
    "/lardomar_per_part": ("Lärdomar hos var och en av parterna", "Parternas erfarenheter"),
}


@pytest.mark.parametrize(("pointer", "wording"), [(pointer, w) for pointer, wordings in WORDINGS.items() for w in wordings])
def test_a_question_in_other_words_is_told_by_what_it_asks(pointer: str, wording: str) -> None:
    found = vocabulary(FORM).subject(wording)
    assert found is not None
    assert found.pointer == pointer


def test_labels_are_learnt_from_how_the_document_sets_them() -> None:
    """No question here is one of the form's own, but all are numbered and bold."""
    asked = [
        ("1. Varför startades insatsen?", "Väntetiden var lång."),
        ("2. Vad ville ni uppnå?", "En snabbare väg."),
        ("3. Vilka riktade sig insatsen till?", "Unga."),
        ("4. Vad lever vidare?", "Mottagningen."),
    ]
    record = read_kind(FORM, *(b for question, answer in asked for b in (para(question, bold=True), para(answer)))).record
    assert (record["bakgrund"], record["syfte"], record["malgrupp"]) == ("Väntetiden var lång.", "En snabbare väg.", "Unga.")
    assert record["implementering"] == "Mottagningen."


@pytest.mark.parametrize(
    "instruction",
    [
        para("Ange varje mål och vad det blev.", italic=True),
        para("[Högst en sida]"),
        para("Beskriv så kort som möjligt."),
    ],
)
def test_an_instruction_under_a_question_is_no_answer(instruction: Paragraph) -> None:
    record = read_kind(FORM, para("Bakgrund och behov", bold=True), instruction, para("Väntetiden var lång.")).record
    assert record["bakgrund"] == "Väntetiden var lång."


def test_an_answer_that_is_all_in_italics_stays() -> None:
    answer = [para("Väntetiden var lång.", italic=True), para("Ingen höll ihop.", italic=True)]
    record = read_kind(FORM, para("Bakgrund och behov", bold=True), *answer).record
    assert record["bakgrund"] == "Väntetiden var lång.\nIngen höll ihop."


def sheet(*rows: tuple[str, str, str]) -> Table:
    """A table of two columns: question with instruction to the left, answer to the right."""
    cells = []
    for r, (question, instruction, answer) in enumerate(rows):
        left: tuple[Block, ...] = (para(question, bold=True), *((para(instruction),) if instruction else ()))
        cells += [Cell(r, 0, left), Cell(r, 1, (para(answer),))]
    return Table(tuple(cells), len(rows), 2, 1)


def test_in_a_sheet_of_questions_the_left_column_answers_nothing() -> None:
    rows = [
        ("Insatsens namn", "Som i ansökan", "Kajen"),
        ("Varför behövdes insatsen?", "Högst en halv sida", "Väntetiden var lång."),
        ("Så gick det till", "Metoder och aktiviteter", "Samtal varje vecka."),
        ("Syfte", "", "En snabbare väg."),
    ]
    record = read_kind(FORM, sheet(*rows)).record
    told = (record["insatsens_namn"], record["bakgrund"], record["metoder"], record["syfte"])
    assert told == ("Kajen", "Väntetiden var lång.", "Samtal varje vecka.", "En snabbare väg.")


def test_row_numbers_are_no_part_of_the_answers() -> None:
    rows = [["1", "Insatsens namn", "Kajen"], ["2", "Syfte", "En snabbare väg."], ["3", "Målgrupp", "Unga."]]
    record = read_kind(FORM, table(rows)).record
    assert (record["insatsens_namn"], record["syfte"], record["malgrupp"]) == ("Kajen", "En snabbare väg.", "Unga.")


def test_small_labels_on_top_of_their_boxes() -> None:
    def box(label: str, answer: str) -> Table:
        return Table((Cell(0, 0, (para(label), para(answer))),), 1, 1, 1)

    boxes = [
        box("Insatsens namn", "Kajen"),
        box("Syfte med insatsen", "En snabbare väg."),
        box("Bakgrund och behov", "Väntan."),
        box("Ser behovet likadant ut i dag?", "Ja, i stort."),
    ]
    record = read_kind(FORM, para("Del ett", bold=True), *boxes).record
    assert (record["syfte"], record["behov_forandrat"]) == ("En snabbare väg.", "Ja, i stort.")


def test_questions_in_plain_type_right_over_their_boxes() -> None:
    asked = [("Varför startades insatsen", "Väntan."), ("Vad ville ni uppnå", "En väg."), ("För vem var insatsen", "Unga.")]
    blocks = [b for question, answer in asked for b in (para(question), table([[answer]]))]
    record = read_kind(FORM, para("Slutrapport", bold=True), *blocks).record
    assert (record["bakgrund"], record["syfte"], record["malgrupp"]) == ("Väntan.", "En väg.", "Unga.")


def test_where_type_tells_nothing_a_line_of_its_own_may_ask() -> None:
    lines = [
        "Syfte med insatsen",
        "En snabbare väg.",
        "Bakgrund till insatsen",
        "Väntetiden var lång.",
        "Vad lever vidare",
        "Mottagningen.",
    ]
    record = read_kind(FORM, *map(para, lines), reader="pdf-ocr").record
    assert (record["bakgrund"], record["implementering"]) == ("Väntetiden var lång.", "Mottagningen.")


def test_the_title_names_the_insats_where_no_question_does() -> None:
    assert read_kind(FORM, para("Slutrapport: Kajen", bold=True), para("Syfte", bold=True)).record["insatsens_namn"] == "Kajen"
    assert read_kind(FORM, para("Slutrapport för samverkansinsatser", bold=True)).record["insatsens_namn"] is None


def test_dates_behind_labels_that_are_common_words() -> None:
    record = read_kind(FORM, para("Syfte", bold=True), para("Stöd."), para("Start: 2021-08-01"), para("Slut: 2023-07-31")).record
    assert record["insatstid"] == {"start": "2021-08-01", "slut": "2023-07-31", "intag_slut": None}
    assert record["syfte"] == "Stöd."
