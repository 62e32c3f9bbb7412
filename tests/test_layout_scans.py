"""What the layout makes of scans: sizes and lines judged by ink, rows whose rules are lost."""

from __future__ import annotations

import pytest

from underlag.extract.layout import lay_out
from underlag.extract.layout_lines import size_by_height
from underlag.extract.raw import RawPage
from underlag.schemas.page import Box, Paragraph, Table, Word


def _scanned(text: str, x: float, foot: float, size: float = 11.0) -> list[Word]:
    """The words of a line as ink: boxes tight around letters that stand on `foot`."""
    words = []
    for word in text.split():
        rise = 0.72 if any(c.isupper() or c.isdigit() or c in "bdfhkltåäöi" for c in word) else 0.52
        drop = 0.21 if any(c in "gjpqy," for c in word) else 0.0
        width = 0.5 * size * len(word)
        words.append(Word(word, Box(x, foot - rise * size, x + width, foot + drop * size), 0.9))
        x += width + 0.3 * size
    return words


def _page(words: list[Word], rules: tuple[Box, ...] = ()) -> RawPage:
    return RawPage(1, 595, 842, "pdf-ocr", tuple(words), rules)


@pytest.mark.parametrize("word", ["arm", "Arm", "gåva", "samma", "12"])
def test_the_type_size_is_told_from_any_letters(word: str) -> None:
    assert size_by_height(_scanned(word, 70, 100)[0]) == pytest.approx(11, rel=0.02)


def test_lines_with_and_without_descenders_are_one_paragraph_and_a_wider_step_parts() -> None:
    first = [
        "Vi söker medel för en insats som vänder sig till unga vuxna utan arbete eller",
        "arenan sammanför oss som annars arbetar var och en för sig i ett",
        "gemensamt program.",
    ]
    words = [w for n, text in enumerate(first) for w in _scanned(text, 70, 100 + 14.5 * n)]
    words += _scanned("Nästa stycke börjar här.", 70, 100 + 14.5 * 2 + 18)
    texts = [b.text for b in lay_out(_page(words)) if isinstance(b, Paragraph)]
    assert texts == [" ".join(first), "Nästa stycke börjar här."]


def _grid(columns: list[float], heights: list[float]) -> tuple[Box, ...]:
    across = [Box(columns[0], y - 0.3, columns[-1], y + 0.3) for y in heights]
    down = [Box(x - 0.3, heights[0], x + 0.3, heights[-1]) for x in columns]
    return tuple(across + down)


def _rows(words: list[Word], rules: tuple[Box, ...]) -> list[list[str]]:
    table = next(b for b in lay_out(_page(words, rules)) if isinstance(b, Table))
    return [[" ".join(c.text.split()) for c in table.row(r)] for r in range(table.rows)]


def test_a_ruled_row_that_holds_several_rows_is_parted_by_its_figures() -> None:
    words = [
        *_scanned("Post", 55, 112), *_scanned("Belopp", 305, 112),
        *_scanned("Hyra", 55, 132), *_scanned("60 000", 305, 132),
        *_scanned("Utredningar och", 55, 146), *_scanned("0", 305, 146),
        *_scanned("tjänster", 55, 160),
        *_scanned("Resor", 55, 174), *_scanned("5 000", 305, 174),
    ]  # fmt: skip
    rows = _rows(words, _grid([50, 300, 400], [100, 118, 182]))
    assert rows == [["Post", "Belopp"], ["Hyra", "60 000"], ["Utredningar och tjänster", "0"], ["Resor", "5 000"]]


def test_a_heading_of_two_lines_in_each_column_stays_one_row() -> None:
    words = [
        *_scanned("Antal", 55, 112), *_scanned("Andel i", 305, 112),
        *_scanned("deltagare", 55, 126), *_scanned("procent", 305, 126),
        *_scanned("Teamet", 55, 148), *_scanned("45", 305, 148),
    ]  # fmt: skip
    assert _rows(words, _grid([50, 300, 400], [100, 134, 156])) == [["Antal deltagare", "Andel i procent"], ["Teamet", "45"]]
