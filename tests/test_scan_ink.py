"""Ink of a scanned page told from print by its pixels: which field it stands in, and what was only read from it."""

from __future__ import annotations

import pytest

from tests.scan_drawing import Paper
from underlag.extract.ocr import OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_ink import Ink, read_ink
from underlag.extract.scan_rules import cells, rules

XS, YS = [30.0, 180.0, 390.0], [60.0, 90.0, 120.0, 150.0, 180.0]


def form() -> Paper:
    """A table of four rows to sign in, with labels."""
    paper = Paper()
    paper.table(XS, YS)
    for y in YS[:-1]:
        paper.write(34, y + 6, "Samverkanspart (namn)")
    return paper


def word(page: Sheet, text: str, box: tuple[float, float, float, float], confidence: float = 0.9) -> OcrWord:
    """A word as read at a place in points."""
    x0, top, x1, bottom = box
    return OcrWord(text, round(x0 * page.across), round(top * page.down), round(x1 * page.across), round(bottom * page.down), confidence)


def labels(page: Sheet) -> list[OcrWord]:
    return [
        word(page, text, (x0, y + 7, x1, y + 18)) for y in YS[:-1] for text, x0, x1 in (("Samverkanspart", 34, 110), ("(namn)", 113, 147))
    ]


def ink(page: Sheet, *more: OcrWord) -> Ink:
    lines = rules(page)
    return read_ink([*labels(page), *more], lines, cells(lines, page), page)


def rows_signed(page: Sheet, *more: OcrWord) -> list[int]:
    """The rows in whose field the middle of a drawing lies."""
    found = [d.place for d in ink(page, *more).drawings if d.pen]
    middles = [((p.x0 + p.x1) / 2 / page.across, (p.top + p.bottom) / 2 / page.down) for p in found]
    return sorted(n for x, y in middles for n, top in enumerate(YS[:-1]) if x > XS[1] and top < y < YS[n + 1])


@pytest.mark.parametrize(("thick", "tone"), [(0.7, 60), (1.1, 45), (2.6, 40), (0.8, 130)], ids=["thin", "pen", "marker", "pale"])
def test_a_signature_is_seen_in_its_field_and_none_in_an_empty_one(thick: float, tone: int) -> None:
    paper = form()
    paper.scribble(200, 94, 90, 20, thick=thick, tone=tone)
    assert rows_signed(paper.sheet()) == [1]


def test_signatures_below_each_other_are_each_in_their_own_field() -> None:
    paper = form()
    for y in (60, 90, 120):
        paper.scribble(200, y + 2, 100, 26)
    assert rows_signed(paper.sheet()) == [0, 1, 2]


def test_strokes_that_stray_over_the_rules_sign_only_the_field_they_come_from() -> None:
    paper = form()
    paper.scribble(200, 84, 100, 42)
    paper.pen([(240, 110), (250, 140), (262, 112)])
    assert rows_signed(paper.sheet()) == [1]


def test_what_was_read_from_strokes_is_no_word() -> None:
    paper = form()
    paper.scribble(200, 84, 100, 42)
    page = paper.sheet()
    over = word(page, "NA", (215, 84, 230, 89), 0.8)
    tall = word(page, "MÅN", (200, 92, 300, 119), 0.7)
    name = word(page, "Ekdahl", (320, 66, 350, 77))
    read = ink(page, over, tall, name).words
    assert [w.text for w in read if w.x0 > 180 * page.across] == ["Ekdahl"]
    assert rows_signed(page, over, tall, name) == [1]


def test_initials_in_a_field_are_ink_though_they_are_read_surely() -> None:
    paper = form()
    paper.pen([(205, 118), (212, 93), (219, 118), (208, 109), (216, 109)])
    page = paper.sheet()
    assert rows_signed(page, word(page, "A", (205, 93, 219, 118), 0.95)) == [1]


def test_a_heading_in_large_type_is_no_ink() -> None:
    paper = form()
    paper.write(200, 10, "PM", 30)
    page = paper.sheet()
    heading = word(page, "PM", (200, 14, 250, 40), 0.95)
    assert not ink(page, heading).drawings
    assert heading in ink(page, heading).words


def test_a_filled_area_is_a_figure_and_words_in_it_are_left_out() -> None:
    paper = form()
    paper.draw.rectangle([600, 580, 700, 760], fill=90)
    page = paper.sheet()
    label = word(page, "2021", (220, 215, 245, 225))
    read = ink(page, label)
    assert [(d.pen, d.place.holds(label.x0, label.top)) for d in read.drawings] == [(False, True)]
    assert label not in read.words
