"""The rules of a scanned table are found however thin, pale, broken or noisy, and letters are never taken for rules."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from underlag.extract.ocr import GreyImage
from underlag.extract.scan_clean import Sheet, sheet
from underlag.extract.scan_rules import Area, cells, rules

WIDTH, HEIGHT = 420, 300  # points
SCALE = 150 / 72  # pixels a point
COLUMNS, ROWS = (40, 160, 270, 380), (60, 80, 100, 120, 140)
PAPER, INK = 245, 40


def paper() -> GreyImage:
    return np.full((round(HEIGHT * SCALE), round(WIDTH * SCALE)), PAPER, np.uint8)


def stroke(image: GreyImage, start: tuple[float, float], end: tuple[float, float], tone: int, dots: int = 0) -> None:
    """A line one pixel thick; with `dots`, as dots of so many pixels with as many between."""
    (x0, y0), (x1, y1) = ((round(x * SCALE), round(y * SCALE)) for x, y in (start, end))
    part = image[y0 : y1 + 1, x0 : x1 + 1]
    part[:] = tone
    if dots:
        along = np.arange(part.size).reshape(part.shape)
        part[along % (2 * dots) >= dots] = PAPER


def table(tone: int = INK, dots: int = 0, broken: bool = False) -> GreyImage:
    image = paper()
    for y in ROWS:
        stroke(image, (COLUMNS[0] + 9 * (broken and y == ROWS[2]), y), (COLUMNS[-1], y), tone, dots)
    for x in COLUMNS:
        stroke(image, (x, ROWS[0]), (x, ROWS[-1]), tone, dots)
    return image


def write(image: GreyImage, x: float, y: float, text: str, scale: float = 0.42) -> None:
    cv2.putText(image, text, (round(x * SCALE), round(y * SCALE)), cv2.FONT_HERSHEY_SIMPLEX, scale, INK, 1, cv2.LINE_AA)


def noisy(image: GreyImage) -> GreyImage:
    random = np.random.default_rng(7)
    worn = 70 + image * (145 / 255) + random.normal(0, 14, image.shape)
    chance = random.random(image.shape)
    worn[chance < 0.001] = 0
    worn[chance > 0.999] = 255
    return np.asarray(np.clip(worn, 0, 255), np.uint8)


def read(image: GreyImage) -> tuple[Sheet, list[Area]]:
    page = sheet(image, WIDTH, HEIGHT, 0)
    return page, cells(rules(page), page)


def corners(page: Sheet, found: list[Area]) -> set[tuple[int, int]]:
    """Which column and row each cell begins in."""
    return {(nearest(cell.x0 / page.across, COLUMNS), nearest(cell.top / page.down, ROWS)) for cell in found}


def nearest(place: float, places: tuple[int, ...]) -> int:
    return min(range(len(places)), key=lambda n: abs(places[n] - place))


ALL = {(column, row) for column in range(3) for row in range(4)}


@pytest.mark.parametrize(
    "image",
    [table(), table(tone=205), table(dots=2), table(broken=True), noisy(table()), noisy(table(tone=120))],
    ids=["plain", "pale", "dotted", "broken off", "noisy", "pale and noisy"],
)
def test_every_cell_of_a_table_is_enclosed(image: GreyImage) -> None:
    page, found = read(image)
    assert len(found) == 12
    assert corners(page, found) == ALL


@pytest.mark.parametrize("worn", [False, True])
def test_figures_in_a_narrow_row_are_no_rules(worn: bool) -> None:
    image = table()
    for row, text in enumerate(("1 114 111", "1 111 411", "1 141 114", "Lllt bhlk")):
        write(image, 200, ROWS[row] + 15, text, 0.55)
    page, found = read(noisy(image) if worn else image)
    assert corners(page, found) == ALL
    assert len(found) == 12


def test_a_heading_over_two_columns_is_one_cell() -> None:
    image = table()
    image[
        round((ROWS[0] + 1) * SCALE) : round((ROWS[1] - 0.5) * SCALE), round((COLUMNS[1] - 2) * SCALE) : round((COLUMNS[1] + 2) * SCALE)
    ] = PAPER
    write(image, 120, ROWS[0] + 15, "tidsperiod (från)", 0.5)
    page, found = read(image)
    assert corners(page, found) == ALL - {(1, 0)}


def test_a_dark_bar_closes_the_rows_beside_it() -> None:
    image = table()
    image[round(ROWS[1] * SCALE) : round(ROWS[2] * SCALE) + 1, round(COLUMNS[0] * SCALE) : round(COLUMNS[-1] * SCALE)] = 60
    cv2.putText(image, "Del 2", (round(50 * SCALE), round(95 * SCALE)), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 250, 1, cv2.LINE_AA)
    page, found = read(image)
    assert corners(page, found) == ALL - {(1, 1), (2, 1)}


def test_prose_has_no_rules() -> None:
    image = paper()
    for line in range(12):
        write(image, 30, 40 + 18 * line, "Tillsammans med Limmareds kommun bekostas 11 411 kr", 0.55)
    page = sheet(noisy(image), WIDTH, HEIGHT, 0)
    assert rules(page) == []
