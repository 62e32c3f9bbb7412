"""The label engine: questions are found however a form sets or a scan breaks them, and answers end where the next begins."""

from __future__ import annotations

import pytest

from tests.page_building import para, read, table
from underlag.schemas.page import Line, Paragraph


@pytest.mark.parametrize(
    "label",
    [
        "Beskriv syftet med insatsen (*)",
        "3. Beskriv syftet med insatsen",
        "BESKRIV SYFTET MED INSATSEN:",
        "Beskriv syftet rned insatsen",
        "Beskriv syftet med  insatsen(*)",
        "Syfte",
    ],
)
def test_a_label_is_known_however_it_is_written(label: str) -> None:
    reading = read(para(label, bold=True), para("Att fler ska få stöd."), para("Bakgrund", bold=True), para("Behovet växer."))
    assert reading.record["syfte"] == "Att fler ska få stöd."
    assert reading.record["bakgrund"] == "Behovet växer."


def test_label_and_answer_on_one_line_in_two_cells_or_in_one_box_read_alike() -> None:
    on_a_line = read(para("Insatsens namn: Vägvisaren"))
    in_two_cells = read(table([["Insatsens namn", "Vägvisaren"]]))
    in_a_box = read(table([["Insatsens namn"], ["Vägvisaren"]]))
    assert [r.record["insatsens_namn"] for r in (on_a_line, in_two_cells, in_a_box)] == ["Vägvisaren"] * 3


def test_a_common_word_is_a_label_only_where_it_is_set_apart() -> None:
    reading = read(
        para("Beskriv syftet med insatsen", bold=True),
        para("Bakgrund är viktigt att förstå, och mål likaså."),
        para("Mål nås tillsammans."),
        para("Beskriv bakgrunden till/behovet av insatsen", bold=True),
        para("Arbetslösheten."),
    )
    assert reading.record["syfte"] == "Bakgrund är viktigt att förstå, och mål likaså.\nMål nås tillsammans."
    assert reading.record["bakgrund"] == "Arbetslösheten."


def test_a_label_that_the_layout_glued_to_its_answer_stands_apart_again() -> None:
    lines = ("Insatsens namn", "Vägvisaren", "Beskriv syftet med insatsen (*)", "Att stödja fler.")
    glued = Paragraph(tuple(Line(text, 1, where=f"line {n}") for n, text in enumerate(lines, start=1)))
    reading = read(glued, reader="text")
    assert (reading.record["insatsens_namn"], reading.record["syfte"]) == ("Vägvisaren", "Att stödja fler.")


def test_an_inline_number_does_not_end_the_answer_around_it() -> None:
    reading = read(
        para("Beskriv målgrupp för insatsen", bold=True),
        para("Unga vuxna."),
        para("Förväntat antal deltagare: 25 personer per år"),
        para("Deltagarna anvisas av parterna."),
    )
    assert reading.record["malgrupp"] == "Unga vuxna.\nDeltagarna anvisas av parterna."
    assert reading.record["forvantat_antal_deltagare"] == {"per_ar": 25, "totalt": None, "lopande": False, "text": "25 personer per år"}


def test_an_unknown_bold_question_is_remarked_and_its_answer_kept_with_the_question_before() -> None:
    reading = read(para("Syfte", bold=True), para("Att stödja."), para("Hur beaktas barnperspektivet?", bold=True), para("I varje möte."))
    assert reading.record["syfte"] == "Att stödja.\nI varje möte."
    assert [(o.kind, o.at) for o in reading.observations] == [("unknown_label", "/syfte")]


def test_a_section_that_stands_twice_is_read_once_and_remarked() -> None:
    terms = (
        para("Överenskommelse", bold=True),
        para("Lagar och förordningar", bold=True),
        para("Insatsägarna är verksamhetsansvariga. " * 4),
    )
    reading = read(*terms, *terms)
    assert str(reading.record["overenskommelse"]).count("Lagar och förordningar") == 1
    assert [(o.kind, o.at) for o in reading.observations] == [("duplicate", "/overenskommelse")]


def test_what_no_line_says_stays_null() -> None:
    record = read(para("Insatsens namn", bold=True), para("Syfte", bold=True)).record
    assert record["insatsens_namn"] is None
    assert record["syfte"] is None
    assert record["insatsagare"] == []
    assert record["budget"] is None


def test_a_placeholder_is_no_name() -> None:
    reading = read(para("Insatsens namn", bold=True), para("<Insatsens namn>"))
    assert reading.record["insatsens_namn"] is None
    assert [(o.kind, o.at) for o in reading.observations] == [("placeholder", "/insatsens_namn")]


def test_the_template_version_is_read_from_the_header() -> None:
    assert (
        read(para("Syfte", bold=True), furniture=(Line("Förbundet  v:21-03-01", 1, where="header"),)).record["mall_version"] == "v:21-03-01"
    )
