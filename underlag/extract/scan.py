"""The scan reader: the image of a page becomes words, rules and pictures in points.

    page image -> sheet (upright, level, cleaned) -> rules, boxes -> words -> second readings -> bullets, ink -> RawPage

The `RawPage` is upright and level, as the layout needs it; `ScannedPage.frame` leads its boxes back to the page as displayed.
"""

from __future__ import annotations

from dataclasses import replace

import cv2

from underlag.extract.ocr import Engine, OcrWord, RecognitionTimeoutError
from underlag.extract.raw import RawPage
from underlag.extract.scan_addresses import with_addresses
from underlag.extract.scan_boxes import CheckBox, box_word, checkboxes, without_boxes
from underlag.extract.scan_cells import CellLine, lines_of, short_cells, whitened
from underlag.extract.scan_clean import Sheet, grey, sheet, specks
from underlag.extract.scan_frame import OPPOSITE
from underlag.extract.scan_ink import read_ink
from underlag.extract.scan_marks import with_bullets
from underlag.extract.scan_rules import Area, area, cells, erased, rules, without_underlines
from underlag.extract.scan_second import is_text, second_reading
from underlag.extract.scan_signs import read_again, trimmed
from underlag.extract.scan_tables import cell_words
from underlag.extract.scanned import ScanJob, ScannedPage
from underlag.schemas.page import Box, Picture, Trouble, Word

_DOUBTFUL = 0.6
cv2.setNumThreads(1)  # pages are read side by side: OpenCV's own threads would only get in their way


def read_scan(job: ScanJob, engine: Engine) -> ScannedPage:
    """Read one page. A page that takes too long has no words and says so in `trouble`."""
    image = grey(job.image)
    page = sheet(image, job.width, job.height)
    try:
        found = _read(page, job, engine)
        if page.unsure and found.words and _sureness(found) < _DOUBTFUL:
            other = sheet(image, job.width, job.height, OPPOSITE[page.frame.turn])
            turned = _read(other, job, engine)
            if _sureness(turned) > _sureness(found):
                return ScannedPage(turned, other.frame)
    except RecognitionTimeoutError:
        empty = RawPage(job.number, page.frame.width, page.frame.height, job.reader)
        return ScannedPage(empty, page.frame, Trouble(job.number, f"Sidan {job.number} kunde inte läsas: texttolkningen tog för lång tid"))
    return ScannedPage(found, page.frame)


def _sureness(page: RawPage) -> float:
    """The confidence of an average letter of the page."""
    letters = sum(len(word.text) for word in page.words)
    return sum(word.confidence * len(word.text) for word in page.words) / letters if letters else 0.0


def _read(page: Sheet, job: ScanJob, engine: Engine) -> RawPage:
    if not page.ink.any():
        return RawPage(job.number, page.frame.width, page.frame.height, job.reader)
    lines, boxes = rules(page), _boxes(page, engine)
    page = without_boxes(boxes, lines, page)
    words = with_bullets(_words(page, lines, engine) + [box_word(box) for box in boxes], page)
    lines = without_underlines(lines, words, page)
    ink = read_ink(words, lines, cells(lines, page), page)
    return RawPage(
        job.number,
        page.frame.width,
        page.frame.height,
        job.reader,
        words=tuple(_word(word, page) for word in ink.words),
        rules=tuple(_box(line, page) for line in lines),
        pictures=tuple(Picture(job.number, _box(d.place, page), ink=d.pen) for d in ink.drawings),
    )


def _boxes(page: Sheet, engine: Engine) -> list[CheckBox]:
    """The page's checkboxes, without figures and letters that only look like a marked one."""
    read = second_reading(page, engine)
    return [box for box in checkboxes(page) if not (box.marked and is_text(read([box_word(box)])))]


def _words(page: Sheet, lines: list[Area], engine: Engine) -> list[OcrWord]:
    image, ink = page.grey.copy(), page.ink.copy()
    enclosed = cells(lines, page)
    whitened(enclosed, image, ink)
    for line in lines:
        ink[line.top - 2 : line.bottom + 2, line.x0 - 2 : line.x1 + 2] = 0
    dirt = specks(replace(page, ink=ink))
    image[dirt > 0], ink[dirt > 0] = 255, 0
    found: list[CellLine] = []
    image = erased(image, lines, page)
    rest = image.copy()
    for cell in short_cells(enclosed, page):
        inside = lines_of(cell, ink, page)
        if inside is not None:
            found += inside
            rest[cell.top : cell.bottom, cell.x0 : cell.x1] = 255
    words = engine.words(rest, "page", page.resolution)
    last = max((word.line for word in words), default=0)
    for number, reading in enumerate(cell_words(found, image, ink, page, engine), last + 1):
        words += [replace(word, line=number) for word in reading]
    second = second_reading(page, engine)
    return read_again(with_addresses(trimmed(words), second), second)


def _box(place: Area, page: Sheet) -> Box:
    return Box(place.x0 / page.across, place.top / page.down, place.x1 / page.across, place.bottom / page.down)


def _word(word: OcrWord, page: Sheet) -> Word:
    return Word(word.text, _box(area(word), page), round(word.confidence, 3), others=word.others)
