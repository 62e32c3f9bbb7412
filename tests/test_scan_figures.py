"""A figure in a table's cell: what several readings and the shape of its ink say together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from underlag.extract.scan_figures import Readings, figure, may_be_figure
from underlag.extract.scan_glyphs import Mark, Shape, shape_of
from underlag.extract.scan_rules import Area

HEIGHT, PITCH, SPACE = 24, 19, 9
WIDTHS = {",": 5, ".": 4, "-": 9, "%": 29, "§": 13, ":": 5}


def shape(text: str) -> Shape:
    """The shape of `text` as a clean print would have it."""
    marks, x = [], 0
    for sign in text:
        if sign == " ":
            x += SPACE
            continue
        wide = WIDTHS.get(sign, 13)
        kind = {",": "low", ".": "low", "-": "dash", ":": "other"}.get(sign, "tall")
        marks.append(Mark(kind, x + 3, x + 3 + wide, int(kind == "tall"), sign == ",", sign == "§"))  # type: ignore[arg-type]
        x += PITCH if sign.isdigit() else wide + 4
    return Shape(tuple(marks), HEIGHT, PITCH)


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", " ")


@given(st.integers(-9_999_999, 9_999_999), st.sampled_from(["", ",5", ",25"]), st.sampled_from(["", "%", " %"]))
def test_what_recognition_loses_is_told_by_the_shape(whole: int, decimals: str, sign: str) -> None:
    text = grouped(whole) + decimals + sign
    lost = text.replace(" ", "").replace(",", "")
    found = figure(Readings(english=lost, figures=lost), shape(text))
    assert found is not None
    assert found.text == text
    assert found.settled


@pytest.mark.parametrize(
    ("readings", "shown", "text"),
    [
        (Readings("1250000", "1250000", "1250 000"), "1 250 000", "1 250 000"),
        (Readings("2024", "2024"), "2024", "2024"),
        (Readings("100%", "100%", "10090"), "100%", "100%"),
        (Readings("413%", "41,3%", "41,30"), "41,3 %", "41,3 %"),
        (Readings("12§", "12", "128"), "12 §", "12 §"),
        (Readings("12", "12", "128"), "12 §", "12 §"),
        (Readings("-491060", "491060", "=-491 060"), "-491 060", "-491 060"),
        (Readings("1/1-2022", "1/1-2022", "V1-2022"), "1/1-2022", "1/1-2022"),
        (Readings("0411-558810", "0411-558810", "0411-55 8810"), "0411-55 88 10", "0411-55 88 10"),
        (Readings("690000:-", "690000", "690 000:-"), "690 000:-", "690 000:-"),
        (Readings("517000", "517000", "517.000"), "517 000", "517 000"),
        (Readings("2150", "2150", "2.150"), "2150", "2150"),
    ],
)
def test_each_reading_is_trusted_for_what_it_tells_best(readings: Readings, shown: str, text: str) -> None:
    found = figure(readings, shape(shown))
    assert found is not None
    assert found.text == text
    assert found.confidence > 0.9


@pytest.mark.parametrize("text", ["Q2", "År 2025", "Lön coach", "NAMN", ""])
def test_words_are_no_figures_whatever_the_figures_only_reading_finds(text: str) -> None:
    assert figure(Readings(text, "2", text), shape("22")) is None


def test_figures_that_contradict_each_other_are_not_settled() -> None:
    found = figure(Readings("1100000", "4400000"), shape("1 100 000"))
    assert found is not None
    assert not found.settled
    assert found.confidence < 0.5


def test_a_sure_reading_of_as_many_figures_as_are_seen_needs_no_other() -> None:
    assert settled(Readings("512400", trust=0.95), "512 400")
    assert not settled(Readings("51240", trust=0.95), "512 400")
    assert not settled(Readings("512400", trust=0.7), "512 400")


def settled(readings: Readings, shown: str) -> bool:
    found = figure(readings, shape(shown))
    return found is not None and found.settled


def test_a_text_of_small_letters_is_not_taken_for_a_figure() -> None:
    assert not may_be_figure("Socialsekreterare", None)
    assert may_be_figure("10090", None)
    assert may_be_figure("41,3 PN", shape("41,3 %"))


@pytest.mark.parametrize("text", ["1 250 000", "-12,5", "3.8", "2024-05-03"])
def test_the_shape_of_a_print(text: str) -> None:
    font = ImageFont.load_default(40)
    image = Image.new("L", (420, 80), 0)
    ImageDraw.Draw(image).text((10, 10), text, fill=255, font=font)
    ink = np.where(np.asarray(image) > 127, np.uint8(255), np.uint8(0))
    found = shape_of(Area(0, 0, 420, 80), ink)
    assert found is not None
    digits = "".join(c for c in text if c.isdigit())
    assert found.figures == len(digits)
    assert found.minus == text.startswith("-")
    number = found.number("")
    starts = [len("".join(c for c in part if c.isdigit())) for part in text.split()[:-1]]
    assert number.spaces() == {sum(starts[: n + 1]) for n in range(len(starts))}
    assert [low.comma for low in number.lows().values()] == [sign == "," for sign in text if sign in ",."]


def test_an_empty_line_has_no_shape() -> None:
    assert shape_of(Area(0, 0, 20, 10), np.zeros((10, 20), np.uint8)) is None
