"""Signature blocks side by side without rules, as a layout of lines and loose ink gives them."""

from __future__ import annotations

from tests.page_building import para, read
from underlag.schemas.page import Box, Cell, Line, Paragraph, Picture, Table

_LEFT, _RIGHT = 65.0, 298.0


def _line(text: str, x0: float, top: float) -> Paragraph:
    return Paragraph((Line(text, 1, Box(x0, top, x0 + 6 * len(text), top + 9)),))


def _aligned(top: float, *rows: tuple[str, str]) -> Table:
    cells = tuple(
        Cell(r, c, (_line(text, x, top + 13 * r),))
        for r, row in enumerate(rows)
        for c, (text, x) in enumerate(zip(row, (_LEFT, _RIGHT), strict=True))
    )
    return Table(cells, len(rows), 2, 1, Box(_LEFT, top, 500, top + 13 * len(rows)), ruled=False)


_ABOVE = (
    ("Insatsägare: Ekby kommun", "Samverkanspart: Region Ekland"),
    ("Datum: 2 april 2025", "Datum: 7 april 2025"),
    ("Underskrift:", "Underskrift:"),
)
_BELOW = (("Namnförtydligande: Siv Ek", "Namnförtydligande: Bo Alm"), ("E-post: siv.ek@ekby.example", "E-post: bo.alm@ekland.example"))


def _ink(x0: float, top: float) -> Picture:
    return Picture(1, Box(x0 + 9, top, x0 + 110, top + 28), ink=True)


def test_ink_and_name_below_belong_to_the_signer_above_them() -> None:
    found = read(_aligned(298, *_ABOVE), _ink(_LEFT, 340), _line("...... ......", _LEFT, 370), _aligned(384, *_BELOW)).record[
        "underskrifter"
    ]
    assert [(s["organisation"], s["roll"], s["datum"], s["namn"], s["undertecknad"]) for s in found] == [
        ("Ekby kommun", "insatsagare", "2025-04-02", "Siv Ek", True),
        ("Region Ekland", "samverkanspart", "2025-04-07", "Bo Alm", False),
    ]


def test_a_second_row_of_signers_is_read_apart_from_the_first() -> None:
    more = (*_BELOW, ("Samverkanspart: Arbetsförmedlingen", "Samverkanspart: Försäkringskassan"), *_ABOVE[1:])
    blocks = (_aligned(298, *_ABOVE), _ink(_LEFT, 340), _aligned(384, *more), _ink(_RIGHT, 455), _aligned(490, *_BELOW))
    found = read(*blocks).record["underskrifter"]
    assert [(s["organisation"], s["undertecknad"]) for s in found] == [
        ("Ekby kommun", True),
        ("Region Ekland", False),
        ("Arbetsförmedlingen", False),
        ("Försäkringskassan", True),
    ]


def test_the_small_label_underskrift_does_not_divide_a_block() -> None:
    lines = ["Samverkanspart: Region Ekland", "Datum: 7 april 2025", "Underskrift:", "Namnförtydligande: Bo Alm"]
    placed = [_line(text, _LEFT, 300 + 14 * n) for n, text in enumerate(lines)]
    found = read(para("Underskrifter", bold=True), *placed).record["underskrifter"]
    assert [(s["organisation"], s["datum"], s["namn"]) for s in found] == [("Region Ekland", "2025-04-07", "Bo Alm")]
