"""The stream of paragraphs: page breaks, tables, divided addresses."""

from __future__ import annotations

import pytest

from tests.page_building import para, table
from underlag.extract.flow import stream, with_whole_addresses
from underlag.schemas.page import Document, Line, Page, Paragraph, join_lines


def _texts(*pages: tuple[Paragraph, ...]) -> list[str]:
    document = Document("application/test", tuple(Page(n, "pdf-text", blocks) for n, blocks in enumerate(pages, start=1)))
    return [item.text for item in stream(document)]


def test_a_paragraph_that_a_page_break_divides_is_one_again() -> None:
    assert _texts((para("Deltagarna får stöd av"),), (para("teamet varje vecka.", page=2),)) == [
        "Deltagarna får stöd av teamet varje vecka."
    ]
    assert _texts((para("Deltagarna får stöd."),), (para("teamet", page=2),)) == ["Deltagarna får stöd.", "teamet"]
    assert _texts((para("Målet är"),), (para("en plan", page=2, bullet=True),)) == ["Målet är", "en plan"]


def test_cells_come_row_by_row() -> None:
    document = Document("application/test", (Page(1, "docx", (para("före"), table([["a", "b"], ["c", ""]]), para("efter"))),))
    assert [item.text for item in stream(document)] == ["före", "a", "b", "c", "efter"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("anna.berg@samordning", "ekby.example"), ["anna.berg@samordningekby.example"]),
        (("E-post anna.berg@ekby.example", "telefon"), ["E-post anna.berg@ekby.example", "telefon"]),
        (("anna.berg@ekby.ex", "ample"), ["anna.berg@ekby.example"]),
        (("anna.berg@ekby.example", "Ekby kommun"), ["anna.berg@ekby.example", "Ekby kommun"]),
    ],
)
def test_an_address_that_a_narrow_cell_divides_is_whole_again(lines: tuple[str, ...], whole: list[str]) -> None:
    paragraph = Paragraph(tuple(Line(text, 1) for text in lines))
    assert [line.text for line in with_whole_addresses(paragraph).lines] == whole


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["samord-", "ning"], "samordning"),
        (["mål-", "och resultat"], "mål- och resultat"),
        (["LUG-", "möten"], "LUG-möten"),
        (["2010-", "2014"], "2010-2014"),
        (["eva.ek-", "berg@ekby.example"], "eva.ek-berg@ekby.example"),
        (["och/", "eller"], "och/eller"),
        (["ett", "", " två "], "ett två"),
    ],
)
def test_printed_lines_join_as_they_are_read(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text
