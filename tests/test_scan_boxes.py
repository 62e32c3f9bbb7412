"""Checkboxes of scans: found however they are drawn, marked however one marks them, and never seen in letters and cells."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.scan_drawing import PRINT, SCALE, Paper
from underlag.extract.ocr import Tesseract
from underlag.extract.scan import read_scan
from underlag.extract.scan_boxes import checkboxes

Draw = Callable[[Paper, float, float, float], None]
"""Draws on the paper at x and y, for a box of that size."""

TEXT = "Har ordinarie representanter deltagit i styrgruppens möten?"


def outline(thick: float = 0.6, tone: int = 30, rounded: float = 0.0) -> Draw:
    def draw(paper: Paper, x: float, y: float, size: float) -> None:
        left, top, side = round(x * SCALE), round(y * SCALE), round(size * SCALE)
        corners = left, top, left + side, top + side
        paper.draw.rounded_rectangle(corners, rounded * side, outline=tone, width=max(1, round(thick * SCALE)))

    return draw


def broken(paper: Paper, x: float, y: float, size: float) -> None:
    for x0, y0, x1, y1 in ((x, y, x + size, y), (x, y + size, x + size, y + size), (x, y, x, y + size), (x + size, y, x + size, y + size)):
        for n in range(4):
            a, b = n / 4, (n + 0.7) / 4
            paper.line(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)


def stroke(*points: tuple[float, float], thick: float = 0.9, tone: int = 55) -> Draw:
    """A stroke through points counted in sizes of the box from its corner."""

    def draw(paper: Paper, x: float, y: float, size: float) -> None:
        paper.pen([(x + a * size, y + b * size) for a, b in points], thick=thick, tone=tone)

    return draw


def both(first: Draw, second: Draw) -> Draw:
    def draw(paper: Paper, x: float, y: float, size: float) -> None:
        first(paper, x, y, size)
        second(paper, x, y, size)

    return draw


def filled(upper: float) -> Draw:
    def draw(paper: Paper, x: float, y: float, size: float) -> None:
        paper.draw.rectangle([v * SCALE for v in (x, y + upper * size, x + size, y + size)], fill=PRINT)

    return draw


def letter(paper: Paper, x: float, y: float, size: float) -> None:
    paper.write(x + 0.2 * size, y - 0.05 * size, "X", 0.9 * size)


CROSS = both(stroke((0.2, 0.2), (0.8, 0.8)), stroke((0.8, 0.2), (0.2, 0.8)))
TICK = stroke((0.2, 0.5), (0.42, 0.8), (0.85, 0.15))
RUNNING_OUT = stroke((0.1, 0.35), (0.45, 0.9), (1.5, -0.6))
MARKER = both(stroke((-0.2, -0.1), (1.2, 1.1), thick=2.6), stroke((1.1, -0.3), (-0.1, 1.15), thick=2.6))
ZIGZAG = stroke((0.15, 0.2), (0.8, 0.3), (0.2, 0.45), (0.85, 0.6), (0.2, 0.75), (0.85, 0.85))
PENCIL = stroke((0.2, 0.5), (0.42, 0.8), (1.0, 0.05), tone=120)


def two_boxes(drawn: Draw, mark: Draw, size: float) -> Paper:
    paper = Paper()
    for number in range(5):
        paper.write(30, 30 + 18 * number, TEXT)
    for x, word in ((60.0, "Ja"), (120.0, "Nej")):
        drawn(paper, x, 160, size)
        paper.write(x + size + 5, 160 + size / 2 - 6, word)
    mark(paper, 60, 160, size)
    return paper


@pytest.mark.parametrize(
    ("drawn", "mark", "size"),
    [
        (outline(), CROSS, 8.5),
        (outline(), TICK, 9),
        (outline(), RUNNING_OUT, 9),
        (outline(), MARKER, 9),
        (outline(), ZIGZAG, 9),
        (outline(), letter, 10),
        (outline(), filled(0), 9),
        (outline(), filled(0.5), 9),
        (outline(0.4), CROSS, 7.1),
        (outline(1.8), TICK, 17),
        (outline(0.5, 130), PENCIL, 9),
        (outline(rounded=0.2), CROSS, 10),
        (outline(rounded=0.2), RUNNING_OUT, 10),
        (broken, CROSS, 9),
    ],
    ids=[
        "cross",
        "tick",
        "running out",
        "marker",
        "zigzag",
        "letter",
        "filled",
        "half filled",
        "small",
        "large and thick",
        "grey",
        "rounded",
        "rounded, running out",
        "broken",
    ],
)
def test_a_box_however_drawn_is_marked_and_its_neighbour_empty(drawn: Draw, mark: Draw, size: float) -> None:
    page = two_boxes(drawn, mark, size).sheet()
    boxes = sorted(checkboxes(page), key=lambda b: b.place.x0)
    assert [(round(b.place.x0 / page.across, -1), b.marked) for b in boxes] == [(60, True), (120, False)]


def test_letters_and_cells_are_no_boxes() -> None:
    paper = Paper()
    for number, text in enumerate(("DOD OOO BOD 000 D0 Q8 80 OD O", "Har kontroll gjorts? Följer uppgiften?", "☐ H II EF")):
        paper.write(30, 30 + 30 * number, text, 10 + 3 * number)
    paper.table([30, 44, 58, 72, 200], [150, 163, 176, 189])
    paper.write(34, 151, "1", 9)
    assert checkboxes(paper.sheet()) == []


def test_a_filled_square_alone_is_no_box() -> None:
    paper = Paper()
    filled(0)(paper, 30, 60, 8)
    paper.write(45, 58, TEXT)
    assert checkboxes(paper.sheet()) == []


def test_specks_of_dirt_do_not_mark_a_box() -> None:
    paper = Paper()
    outline()(paper, 60, 160, 9)
    paper.write(75, 158, TEXT)
    paper.draw.point([(round(64 * SCALE), round(164 * SCALE))], fill=0)
    assert [b.marked for b in checkboxes(paper.sheet())] == [False]


def test_a_mark_that_runs_over_a_rule_leaves_no_noise_among_the_words(engine: Tesseract) -> None:
    paper = Paper()
    paper.table([30, 300, 400], [40, 70, 100, 130, 160])
    for number, word in enumerate(("möten", "resultat", "personal", "lokaler")):
        y = 45 + 30 * number
        paper.write(34, y, f"Har styrgruppen diskuterat insatsens {word}?")
        for x, answer in ((306.0, "Ja"), (350.0, "Nej")):
            outline()(paper, x, y + 2, 9)
            paper.write(x + 13, y, answer)
        RUNNING_OUT(paper, 350 if number % 2 else 306, y + 2, 9)
    words = [w for w in read_scan(paper.job(), engine).raw.words if w.box.x0 > 300]
    rows = [sorted((w for w in words if abs(w.box.middle[1] - (51 + 30 * n)) < 12), key=lambda w: w.box.x0) for n in range(4)]
    assert [" ".join(w.text for w in row) for row in rows] == ["☒ Ja ☐ Nej", "☐ Ja ☒ Nej"] * 2


def test_an_empty_page_has_no_boxes() -> None:
    assert checkboxes(Paper().sheet()) == []
    assert not np.any(Paper().sheet().ink)
