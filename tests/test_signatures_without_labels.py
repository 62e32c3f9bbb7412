"""Signatures that no small labels divide, and blocks with one signer a column."""

from __future__ import annotations

from typing import Any

from tests.page_building import ink, para, read_kind, table
from underlag.schemas.page import Block, Box, Cell, Line, Paragraph, Picture, Table, Word
from underlag.schemas.slutrapport import FORM

ASKED = [para("Syfte", bold=True), para("Stöd."), para("Målgrupp", bold=True), para("Unga.")]


def signatures(*blocks: Block) -> list[tuple[Any, ...]]:
    """Role, organisation, date, name and whether it is signed, of each block."""
    found = read_kind(FORM, *ASKED, *blocks).record["underskrifter"]
    assert isinstance(found, list)
    return [(s["roll"], s["organisation"], s["datum"], s["namn"], s["undertecknad"]) for s in found]


def test_a_place_and_date_over_ink_opens_them_where_no_heading_does() -> None:
    told = signatures(para("Ekby den 9 mars 2020"), ink(), para("Siv Ek"), para("Projektägare, Ekby kommun"))
    assert told == [("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek", True)]


def test_a_drawn_line_without_ink_is_unsigned() -> None:
    told = signatures(para("Underskrifter", bold=True), para("Ekby 2020-03-09"), para("_" * 30), para("Siv Ek, Ekby kommun"))
    assert told == [("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek", False)]


def test_blocks_under_each_other_begin_as_the_first_does() -> None:
    lines: list[Block] = [
        para("För projektägaren Ekby kommun"),
        para("Ort och datum: Ekby 2020-03-09"),
        para("Namnteckning:"),
        ink(),
        para("Namnförtydligande: Siv Ek"),
        para("För samverkansparten Region Exempel"),
        para("Ort och datum: Ekby 12/3-20"),
        para("Namnteckning: ____________"),
        para("Namnförtydligande: Bo Alm"),
    ]
    assert signatures(para("Underskrifter av samtliga parter", bold=True), *lines) == [
        ("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek", True),
        ("samverkanspart", "Region Exempel", "2020-03-12", "Bo Alm", False),
    ]


def test_a_cell_a_signer() -> None:
    def cell(col: int, *blocks: Block) -> Cell:
        return Cell(0, col, blocks)

    side_by_side = Table(
        (
            cell(0, para("Ekby 2020-03-09"), ink(), para("Siv Ek"), para("Ekby kommun (insatsägare)")),
            cell(1, para("Ekby 2020-03-10"), ink(), para("Bo Alm"), para("Region Exempel (samverkanspart)")),
        ),
        1,
        2,
        1,
    )
    assert signatures(para("Undertecknande", bold=True), side_by_side) == [
        ("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek", True),
        ("samverkanspart", "Region Exempel", "2020-03-10", "Bo Alm", True),
    ]


def printed(top: float, *texts: str) -> Paragraph:
    """Texts far apart on one printed line, as a page without rules has them."""
    words = tuple(
        Word(word, Box(60 + 260 * n + 40 * k, top, 95 + 260 * n + 40 * k, top + 10))
        for n, text in enumerate(texts)
        for k, word in enumerate(text.split())
    )
    return Paragraph((Line(" ".join(texts), 1, Box(60, top, 560, top + 10), words=words),))


def test_signers_side_by_side_on_a_page_without_rules() -> None:
    pictures = [Picture(1, Box(x, 420, x + 80, 440), ink=True) for x in (60, 320)]
    lines: list[Block] = [printed(400, "Ekby 2020-03-09", "Ekby 2020-03-10"), *pictures, printed(450, "Siv Ek", "Bo Alm")]
    told = signatures(para("Undertecknande", bold=True), *lines, printed(465, "Ekby kommun", "Region Exempel"))
    assert [t[1:] for t in told] == [("Ekby kommun", "2020-03-09", "Siv Ek", True), ("Region Exempel", "2020-03-10", "Bo Alm", True)]


def test_one_signer_a_column() -> None:
    rows: list[list[str | Block]] = [
        ["", "Ekby kommun", "Region Exempel"],
        ["Datum", "2020-03-09", "2020-03-10"],
        ["Namnteckning", "", ""],
        ["Namnförtydligande", "Siv Ek", "Bo Alm"],
    ]
    made = table(rows)
    signed = tuple(Cell(c.row, c.col, (ink(),)) if (c.row, c.col) == (2, 1) else c for c in made.cells)
    told = signatures(para("Underskrifter", bold=True), Table(signed, 4, 3, 1))
    assert [t[1:] for t in told] == [("Ekby kommun", "2020-03-09", "Siv Ek", True), ("Region Exempel", "2020-03-10", "Bo Alm", False)]


def test_one_signer_a_row() -> None:
    made = table([["Ekby kommun", "Siv Ek", "2020-03-09", ""], ["Region Exempel", "Bo Alm", "2020-03-10", ""]])
    signed = tuple(Cell(c.row, c.col, (ink(),)) if (c.row, c.col) == (0, 3) else c for c in made.cells)
    told = signatures(para("Undertecknande", bold=True), Table(signed, 2, 4, 1))
    assert [t[1:4] for t in told] == [("Ekby kommun", "2020-03-09", "Siv Ek"), ("Region Exempel", "2020-03-10", "Bo Alm")]
    assert told[0][4] is True


def test_an_organisation_over_ink_opens_them_where_no_heading_does() -> None:
    told = signatures(para("Ekby kommun"), para("2020-03-09"), ink(), para("Siv Ek"))
    assert [t[1:] for t in told] == [("Ekby kommun", "2020-03-09", "Siv Ek", True)]


def test_ink_between_its_label_and_the_line_drawn_to_sign_on() -> None:
    block: list[Block] = [para("Organisation och datum: Ekby kommun 2020-03-09"), para("Insatsägare (namn):"), ink()]
    told = signatures(para("Underskrift", bold=True), *block, para("_" * 30), para("Insatsägare (namnförtydligande): Siv Ek"))
    assert told == [("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek", True)]


def test_one_signer_a_column_under_roles() -> None:
    made = table(
        [
            ["Huvudman", "Part"],
            ["Ekby kommun", "Region Exempel"],
            ["Datum: 2020-03-09", "Datum: 2020-03-10"],
            ["", ""],
            ["Siv Ek", "Bo Alm"],
        ]
    )
    signed = tuple(Cell(c.row, c.col, (ink(),)) if c.row == 3 else c for c in made.cells)
    told = signatures(para("Namnunderskrifter", bold=True), Table(signed, 5, 2, 1))
    assert told == [
        ("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek", True),
        ("samverkanspart", "Region Exempel", "2020-03-10", "Bo Alm", True),
    ]


def test_a_column_tells_whose_signature_each_row_is() -> None:
    rows = [["Roll", "Organisation", "Namn", "Datum", "Underskrift"], ["Sökande", "Ekby kommun", "Siv Ek", "2020-03-09", ""]]
    rows += [["Medsökande", "Region Exempel", "Bo Alm", "2020-03-10", ""]]
    told = signatures(para("Underskrifter", bold=True), table(rows))
    assert [t[:4] for t in told] == [
        ("insatsagare", "Ekby kommun", "2020-03-09", "Siv Ek"),
        ("samverkanspart", "Region Exempel", "2020-03-10", "Bo Alm"),
    ]
