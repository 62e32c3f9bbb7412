"""How the scan reader treats what an engine answers, and the way back from its page to the displayed one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests.scan_drawing import Paper
from underlag.extract.frame import Frame, Turn
from underlag.extract.ocr import Engine, GreyImage, Mode, OcrWord, RecognitionTimeoutError, RecordedEngine
from underlag.extract.scan import read_scan
from underlag.extract.scan_clean import grey
from underlag.extract.scanned import ScanJob
from underlag.schemas.page import Box


def text_page() -> Image.Image:
    image = Image.new("L", (800, 600), 255)
    draw = ImageDraw.Draw(image)
    for n in range(12):
        draw.text((60, 40 + 40 * n), "Insatsen erbjuder stöd", fill=0, font_size=24)
    return image


def test_a_page_that_takes_too_long_is_named() -> None:
    class Slow:
        def words(self, image: GreyImage, mode: Mode, resolution: int) -> list[OcrWord]:
            raise RecognitionTimeoutError

    slow: Engine = Slow()
    page = read_scan(ScanJob(text_page(), 4, 288, 216, "pdf-ocr"), slow)
    assert page.trouble is not None
    assert (page.trouble.page, page.raw.words) == (4, ())
    assert "tog för lång tid" in page.trouble.what


def test_a_recorded_engine_stands_in_for_tesseract() -> None:
    engine = RecordedEngine({"page": (OcrWord("Insatsen", 60, 40, 160, 64, 0.95, 1),)})
    page = read_scan(ScanJob(text_page(), 1, 288, 216, "image"), engine)
    assert [word.text for word in page.raw.words] == ["Insatsen"]


def test_a_figure_keeps_what_its_other_readings_saw() -> None:
    paper = Paper()
    paper.table((40, 140, 240), (40, 60, 80))
    paper.write(50, 44, "-132")

    def reading(text: str, confidence: float) -> tuple[OcrWord, ...]:
        return (OcrWord(text, 45, 5, 85, 30, confidence),)

    engine = RecordedEngine({"symbols": reading("26%", 0.1), "numbers": reading("-132", 0.5), "line": reading("-132", 0.5)})
    (word,) = read_scan(paper.job(), engine).raw.words
    assert {word.text.strip("-%"), *(other.strip("-%") for other in word.others)} == {"26", "132"}
    assert word.confidence < 0.9


@given(st.sampled_from((0, 90, 180, 270)), st.floats(-6, 6), st.tuples(*[st.floats(50, 800)] * 2), st.tuples(*[st.floats(1, 40)] * 2))
def test_the_way_back_keeps_the_middle_and_holds_the_box(
    turn: Turn, skew: float, size: tuple[float, float], half: tuple[float, float]
) -> None:
    (width, height), (x, y) = size, half
    frame = Frame(width, height, turn, skew)
    shown = frame.as_displayed(Box(width / 2 - x, height / 2 - y, width / 2 + x, height / 2 + y))
    aside = turn in {90, 270}
    assert shown.middle == pytest.approx((height / 2, width / 2) if aside else (width / 2, height / 2))
    across, down = (y, x) if aside else (x, y)
    assert shown.width >= 1.98 * across
    assert shown.height >= 1.98 * down


def test_huge_and_transparent_images_become_bounded_grey() -> None:
    assert grey(Image.new("1", (9000, 9000), 1)).size <= 60_000_000
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    assert np.array_equal(grey(clear), np.full((20, 20), 255, np.uint8))
