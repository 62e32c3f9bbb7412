"""A page image becomes words, rules and ink where they stand on the page."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from underlag.extract.ocr import Tesseract
from underlag.extract.scan import read_scan
from underlag.extract.scan_clean import grey, sheet
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Box, Word

WIDTH, HEIGHT = 420.0, 300.0  # points
SCALE = 200 / 72  # pixels a point

TEXT = [
    "Samverkansinsatser inom Samordningsförbundet",
    "Insatsen vänder sig till unga föräldrar som saknar en fast bostad",
    "och pågår från januari till och med december året därpå.",
    "Målet är att minst 90 % av deltagarna ska få en egen plan.",
    "E-post: anna.berg@region.se och lokala samverkansgruppen.",
    "Deltagarna följs upp varje månad av insatsens styrgrupp.",
]


def font(points: float) -> ImageFont.FreeTypeFont:
    """A face with Swedish letters, which Pillow's own has not."""
    for face in ("LiberationSans-Regular.ttf", "DejaVuSans.ttf", "Carlito-Regular.ttf", "Arial.ttf"):
        try:
            return ImageFont.truetype(face, round(points * SCALE))
        except OSError:
            continue
    pytest.skip("inget typsnitt med å, ä, ö: sudo apt install fonts-dejavu-core")


def paper() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (round(WIDTH * SCALE), round(HEIGHT * SCALE)), 250)
    return image, ImageDraw.Draw(image)


def write(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, size: float = 10.5) -> None:
    draw.text((x * SCALE, y * SCALE), text, font=font(size), fill=20)


def line(draw: ImageDraw.ImageDraw, x0: float, y0: float, x1: float, y1: float) -> None:
    draw.line((x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE), fill=30, width=2)


def letter() -> Image.Image:
    image, draw = paper()
    for number, text in enumerate(TEXT):
        write(draw, 30, 30 + 20 * number, text)
    return image


def job(image: Image.Image, width: float = WIDTH, height: float = HEIGHT, number: int = 1) -> ScanJob:
    return ScanJob(image, number, width, height, "pdf-ocr")


def word(page: ScannedPage, text: str) -> Word:
    found = [w for w in page.raw.words if w.text == text]
    assert found, f"{text!r} not in {[w.text for w in page.raw.words]}"
    return found[0]


def near(box: Box, x: float, y: float, margin: float = 8) -> bool:
    """Does the box begin near (x, y)?"""
    return abs(box.x0 - x) < margin and abs(box.top - y) < margin


@pytest.fixture(scope="module")
def plain(engine: Tesseract) -> ScannedPage:
    return read_scan(job(letter()), engine)


def test_words_stand_where_they_were_printed(plain: ScannedPage) -> None:
    assert near(word(plain, "Samverkansinsatser").box, 30, 31)
    assert near(word(plain, "Deltagarna").box, 30, 131)
    assert (plain.raw.width, plain.raw.height, plain.raw.reader) == (WIDTH, HEIGHT, "pdf-ocr")


def test_signs_that_the_swedish_model_lacks_are_read(plain: ScannedPage) -> None:
    texts = [w.text for w in plain.raw.words]
    assert texts[texts.index("90") + 1] == "%"
    assert "anna.berg@region.se" in texts


def test_swedish_letters_survive_the_second_reading(plain: ScannedPage) -> None:
    assert {"Samordningsförbundet", "vänder", "pågår", "året"} <= {w.text for w in plain.raw.words}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_upright_and_its_boxes_lead_back(engine: Tesseract, turn: int) -> None:
    lying = letter().rotate(turn, expand=True)  # counterclockwise: to be undone by as many degrees clockwise
    width, height = (WIDTH, HEIGHT) if turn == 180 else (HEIGHT, WIDTH)
    page = read_scan(job(lying, width, height), engine)
    assert page.frame.turn == turn
    upright = word(page, "Samverkansinsatser").box
    assert near(upright, 30, 31)
    shown = page.frame.as_displayed(upright)
    expected = {90: (31, HEIGHT_SHOWN - 30), 180: (WIDTH - 30, HEIGHT - 31), 270: (HEIGHT - 31, 30)}[turn]
    corner = {90: (shown.x0, shown.bottom), 180: (shown.x1, shown.bottom), 270: (shown.x1, shown.top)}[turn]
    assert corner == pytest.approx(expected, abs=8)


HEIGHT_SHOWN = WIDTH  # of a page lying on its side


def test_a_slanting_page_is_read_level_and_its_boxes_lead_back(engine: Tesseract) -> None:
    image = letter().rotate(-1.5, fillcolor=250, resample=Image.Resampling.BICUBIC)
    page = read_scan(job(image), engine)
    assert page.frame.skew == pytest.approx(1.5, abs=0.2)
    first, last = word(page, "Insatsen").box, word(page, "bostad").box
    assert abs(first.top - last.top) < 4
    slope = page.frame.as_displayed(last).middle[1] - page.frame.as_displayed(first).middle[1]
    assert slope == pytest.approx((last.x0 - first.x0) * 0.026, abs=3)


def test_the_slope_of_a_form_of_evenly_spaced_rows_is_found() -> None:
    image = Image.new("L", (round(595 * SCALE), round(842 * SCALE)), 250)
    draw = ImageDraw.Draw(image)
    for y in range(140, 650, 30):
        line(draw, 60, y, 535, y)
        write(draw, 64, y + 3, "Har kontroll gjorts av att insatsen når", 10)
        write(draw, 64, y + 15, "sin målgrupp?", 10)
        for x, answer in ((304, "Ja"), (342, "Nej")):
            draw.rectangle([v * SCALE for v in (x, y + 7, x + 8, y + 15)], outline=20, width=2)
            write(draw, x + 12, y + 5, answer, 10)
    for x in (60, 300, 400, 535):
        line(draw, x, 140, x, 650)
    slanting = image.rotate(-0.3, fillcolor=250, resample=Image.Resampling.BICUBIC)
    found = sheet(grey(slanting), 595, 842)
    assert (found.frame.turn, found.unsure) == (0, False)
    assert found.frame.skew == pytest.approx(0.3, abs=0.05)


@pytest.mark.parametrize("degrees", [-4.0, -0.7, 0.4, 2.5])
def test_rules_tell_the_slope_of_a_page_of_few_words(degrees: float) -> None:
    image = Image.new("L", (round(595 * SCALE), round(842 * SCALE)), 250)
    draw = ImageDraw.Draw(image)
    for y in range(140, 440, 30):
        line(draw, 60, y, 535, y)
        write(draw, 64, y + 8, "Ort och datum", 10)
    slanting = image.rotate(-degrees, fillcolor=250, resample=Image.Resampling.BICUBIC)
    assert sheet(grey(slanting), 595, 842).frame.skew == pytest.approx(degrees, abs=0.05)


ROWS = [
    ("Kostnader", "2024", "2025"),
    ("Projektledare", "1 250 000", "0"),
    ("Lokalhyra", "96 500", "0"),
    ("Andel", "25%", "100%"),
]


def table() -> Image.Image:
    image, draw = paper()
    write(draw, 30, 20, "Budget för hela insatsen under perioden")
    xs, ys = [30, 170, 270, 370], [50 + 18 * n for n in range(len(ROWS) + 1)]
    for y in ys:
        line(draw, xs[0], y, xs[-1], y)
    for x in xs:
        line(draw, x, ys[0], x, ys[-1])
    for y, row in zip(ys, ROWS, strict=False):
        for x, text in zip(xs, row, strict=False):
            write(draw, x + 6, y + 2, text)
    return image


@pytest.fixture(scope="module")
def budget(engine: Tesseract) -> ScannedPage:
    return read_scan(job(table()), engine)


def test_a_tables_lines_are_found(budget: ScannedPage) -> None:
    across = [r for r in budget.raw.rules if r.width > r.height]
    down = [r for r in budget.raw.rules if r.height > r.width]
    assert [round(r.top / 18) for r in sorted(across, key=lambda r: r.top)] == [round((50 + 18 * n) / 18) for n in range(5)]
    assert sorted(round(r.x0, -1) for r in down) == [30, 170, 270, 370]
    assert all(r.width > 300 for r in across)


def test_figures_stay_in_their_cells_single_noughts_and_percentages_too(budget: ScannedPage) -> None:
    def cell(x0: float, x1: float, row: int) -> str:
        place = Box(x0, 50 + 18 * row, x1, 68 + 18 * row)
        return "".join(w.text for w in sorted(budget.raw.words, key=lambda w: w.box.x0) if place.holds(w.box))

    figures = [(cell(170, 270, row), cell(270, 370, row)) for row in range(4)]
    assert figures == [("2024", "2025"), ("1250000", "0"), ("96500", "0"), ("25%", "100%")]


def test_checkboxes_and_bullets_are_words(engine: Tesseract) -> None:
    image, draw = paper()
    for number, text in enumerate(TEXT):
        write(draw, 50, 30 + 20 * number, text)
    draw.ellipse([v * SCALE for v in (34, 54.5, 38, 58.5)], fill=20)
    for x in (60, 120):
        draw.rectangle([v * SCALE for v in (x, 160, x + 9, 169)], outline=20, width=2)
    write(draw, 74, 159, "Ja")
    write(draw, 134, 159, "Nej")
    for ends in ((60, 160, 69, 169), (60, 169, 69, 160)):
        line(draw, *ends)
    page = read_scan(job(image), engine)
    assert near(word(page, "☒").box, 60, 160, 2)
    assert near(word(page, "☐").box, 120, 160, 2)
    assert near(word(page, "•").box, 34, 54, 2)


def test_a_bullet_inside_a_frame_is_a_word_too(engine: Tesseract) -> None:
    image, draw = paper()
    for number, text in enumerate(TEXT):
        write(draw, 50, 30 + 20 * number, text)
    draw.ellipse([v * SCALE for v in (34, 54.5, 38, 58.5)], fill=20)
    draw.rectangle([v * SCALE for v in (20, 15, 380, 190)], outline=20, width=2)
    assert near(word(read_scan(job(image), engine), "•").box, 34, 54, 2)


def test_a_signature_is_ink_and_no_text(engine: Tesseract) -> None:
    image, draw = paper()
    for y in (60, 80, 120, 140):
        line(draw, 30, y, 390, y)
    for x in (30, 180, 390):
        line(draw, x, 60, x, 140)
    write(draw, 34, 64, "Organisation och datum")
    write(draw, 34, 92, "Insatsägare (namn)")
    write(draw, 34, 124, "Namnförtydligande")
    stroke = [(200, 110), (206, 88), (212, 112), (218, 92), (226, 108), (236, 98), (244, 110), (262, 90), (250, 112), (290, 96), (310, 104)]
    draw.line([(x * SCALE, y * SCALE) for x, y in stroke], fill=40, width=4, joint="curve")
    page = read_scan(job(image), engine)
    field = Box(180, 80, 390, 120)
    assert [p.ink for p in page.raw.pictures if field.holds(p.box or field)] == [True]
    assert not [w.text for w in page.raw.words if field.holds(w.box)]
    assert not [r for r in page.raw.rules if field.holds(r, margin=-3)]


def test_an_empty_page_has_no_words(engine: Tesseract) -> None:
    page = read_scan(job(paper()[0]), engine)
    assert (page.raw.words, page.raw.rules, page.raw.pictures, page.trouble) == ((), (), (), None)
