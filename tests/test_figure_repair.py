"""Figures of scanned tables that are put right by the sums that they enter, and those that must not be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.page_building import Read, para, read_kind, table
from underlag.schemas.medlemsavgifter import FORM
from underlag.schemas.page import Box, Paragraph, Reader, Word
from underlag.values.misread_figures import misreading
from underlag.values.pointers import value_at

HEAD = ["Medlem", "2024", "2025", "Förändring"]
TRUE = [
    ["Almby kommun", "410 000", "455 000", "45 000"],
    ["Berga kommun", "1 230 000", "1 180 000", "-50 000"],
    ["Regionen", "1 640 000", "1 640 000", "0"],
    ["Summa", "3 280 000", "3 275 000", "-5 000"],
]


def unsure(text: str, confidence: float = 0.6) -> Paragraph:
    """A cell that the reader was not sure of."""
    paragraph = para(text)
    return replace(paragraph, lines=tuple(replace(line, confidence=confidence) for line in paragraph.lines))


def fees(*misread: tuple[int, int, str | Paragraph], reader: Reader = "pdf-ocr") -> Read:
    """The fees with other figures at some rows and columns."""
    rows: list[list[str | Paragraph]] = [list(row) for row in TRUE]
    for row, column, text in misread:
        rows[row][column] = text
    return read_kind(FORM, para("Medlemsavgifter 2025", bold=True), table([HEAD, *rows]), reader=reader)


@pytest.mark.parametrize(
    ("place", "read", "pointer", "true", "how"),
    [
        ((0, 2), "456 000", "/rader/0/ar", 455_000, "en siffra lästes fel"),
        ((1, 1), "1 230", "/rader/1/foregaende_ar", 1_230_000, "siffror föll bort"),
        ((1, 3), "50 000", "/rader/1/forandring", -50_000, "minustecknet lästes fel"),
        ((2, 2), "11 640 000", "/rader/2/ar", 1_640_000, "en siffra lästes för mycket"),
    ],
)
def test_the_one_misreading_that_makes_every_sum_hold_is_undone(
    place: tuple[int, int], read: str, pointer: str, true: int, how: str
) -> None:
    found = fees((*place, unsure(read)))
    evidence = found.evidence[pointer]
    assert value_at(found.record, pointer) == true
    assert (evidence.method, evidence.note) == ("corrected", f"läst {read}, rättat efter summorna: {how}")
    assert evidence.places[0].text == read
    assert all(e.method == "ocr" for p, e in found.evidence.items() if p != pointer)


def test_two_misread_figures_in_one_column_are_told_by_their_rows() -> None:
    found = fees((0, 2, unsure("456 000")), (1, 2, unsure("1 190 000")))
    assert [row["ar"] for row in found.record["rader"]] == [455_000, 1_180_000, 1_640_000]


@pytest.mark.parametrize("reader", ["docx", "pdf-text", "text"])
def test_a_wrong_sum_in_a_file_that_no_scan_reader_read_is_its_authors(reader: Reader) -> None:
    found = fees((0, 2, unsure("456 000")), reader=reader)
    assert found.record["rader"][0]["ar"] == 456_000
    assert all(evidence.method != "corrected" for evidence in found.evidence.values())


def test_a_misread_figure_is_put_right_beside_its_authors_own_mistake() -> None:
    found = fees((0, 2, unsure("456 000")), (3, 2, "3 277 000"), (3, 3, "-3 000"), (1, 1, unsure("1 280 000")))
    assert found.record["rader"][1]["foregaende_ar"] == 1_230_000
    assert found.record["rader"][0]["ar"] == 456_000  # its column is the one that the author added up wrongly


def test_a_sum_that_fails_alone_may_be_its_authors_mistake() -> None:
    found = fees((0, 1, ""), (0, 3, ""), (0, 2, unsure("456 000")), (3, 3, ""))
    assert found.record["rader"][0]["ar"] == 456_000


def test_what_another_reading_of_the_ink_saw_needs_but_one_sum() -> None:
    cell = unsure("482 000")
    word = Word("482 000", Box(0, 0, 40, 10), 0.6, others=("«455 000", "482"))
    seen = replace(cell, lines=tuple(replace(line, words=(word,)) for line in cell.lines))
    found = fees((0, 1, ""), (0, 3, ""), (3, 3, ""), (0, 2, seen))
    assert found.record["rader"][0]["ar"] == 455_000
    assert found.evidence["/rader/0/ar"].note == "läst 482 000, rättat efter summorna: en annan läsning av samma ställe"


def test_a_figure_that_was_surely_read_stays_however_wrong() -> None:
    assert fees((0, 2, unsure("456 000", 0.97))).record["rader"][0]["ar"] == 456_000


def test_where_two_figures_may_be_the_misread_one_neither_is_changed() -> None:
    record = fees((3, 1, ""), (3, 2, ""), (3, 3, ""), (0, 2, unsure("458 000")), (0, 3, unsure("45 000")), (0, 1, unsure("410 000"))).record
    assert record["rader"][0] == {"medlem": "Almby kommun", "ar": 458_000, "foregaende_ar": 410_000, "forandring": 45_000}


@given(st.integers(1_000, 9_999_999), st.data())
def test_a_digit_that_was_doubled_or_lost_is_a_misreading_both_ways(true: int, data: st.DataObject) -> None:
    digits = str(true)
    place = data.draw(st.integers(0, len(digits) - 1))
    longer = int(digits[:place] + digits[place] + digits[place:])
    assert (misreading(longer, true), misreading(true, longer)) == ("added", "lost")
    assert misreading(true, true) is None
