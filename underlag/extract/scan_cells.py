"""The short cells of ruled tables, read row by row.

Tesseract's page layout drops single figures and mixes neighbouring cells in dense tables. Here each cell's lines of ink are
found first; those at one height are set side by side, the empty space between them cut out, and read as one printed line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from underlag.extract.ocr import Engine, GreyImage, Mode, OcrWord
from underlag.extract.scan_clean import Sheet
from underlag.extract.scan_rules import Area

_TALLEST_CELL = 64.0  # points; longer texts are better left to the page layout
_TALLEST_LINE, _LOWEST_LINE = 18.0, 3.0
_CLEAR = 2.5  # points from a rule to a dash; what is left of the rule itself lies nearer
_DOTS = 2.2  # points between a letter and its dots, or between strokes of a faint letter
_SPACE = 14.0  # points of white left between two cells of a strip
_WHITE, _CONTRAST = 250, 40  # the tone above which a cell is not tinted, and the least between writing and its ground
_LETTER_SPACE = 0.27  # of the letters' height: a wider gap is a space
_LONGEST = 760.0  # points of a strip


@dataclass(frozen=True, slots=True)
class CellLine:
    """A printed line of a cell: where its ink stands, and the room in which all of it must be, tails included."""

    ink: Area
    room: Area


def short_cells(cells: list[Area], sheet: Sheet) -> list[Area]:
    """The cells that have a neighbour beside them and are no taller than a few lines."""
    low = [c for c in cells if c.height < _TALLEST_CELL * sheet.down]
    reach = round(6 * sheet.across)
    return [c for c in low if any(o is not c and _beside(c, o, reach) for o in cells)]


def whitened(cells: list[Area], image: GreyImage, ink: GreyImage) -> None:
    """Makes the writing of tinted and dark cells dark on white, in place, so that it is read as any other."""
    for cell in cells:
        inner = slice(cell.top + 2, cell.bottom - 2), slice(cell.x0 + 2, cell.x1 - 2)
        tones = image[inner]
        if not tones.size or float(np.median(tones)) > _WHITE:
            continue
        _, dark = cv2.threshold(tones, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
        if float(dark.mean()) > 0.5:
            tones, dark = 255 - tones, 1 - dark
        writing, ground = (float(np.median(tones[dark == part])) if (dark == part).any() else 255.0 for part in (1, 0))
        plain = ground - writing < _CONTRAST
        image[inner] = 255 if plain else np.clip((tones - writing) * (255 / (ground - writing)), 0, 255)
        ink[inner] = 0 if plain else 255 * dark


def _beside(cell: Area, other: Area, reach: int) -> bool:
    shared = min(cell.bottom, other.bottom) - max(cell.top, other.top)
    apart = max(cell.x0 - other.x1, other.x0 - cell.x1)
    return shared > 0.5 * cell.height and -reach < apart < reach


def lines_of(cell: Area, ink: GreyImage, sheet: Sheet) -> list[CellLine] | None:
    """Where the printed lines of `cell` stand; None when its ink has no such lines (a scribble, a picture)."""
    inner = ink[cell.top : cell.bottom, cell.x0 : cell.x1] > 0
    room = _within_rules(cell, sheet)
    found = []
    for start, end in _runs(inner, _DOTS * sheet.down, 4 * sheet.down):
        if end - start > _TALLEST_LINE * sheet.down:
            return None
        columns = np.flatnonzero(inner[start:end].any(axis=0))
        left, right = cell.x0 + int(columns[0]), cell.x0 + int(columns[-1]) + 1
        line = CellLine(Area(left, cell.top + start, right, cell.top + end), room)
        clear = min(start, inner.shape[0] - end) > _CLEAR * sheet.down
        if end - start >= _LOWEST_LINE * sheet.down or (clear and dash(line, ink, sheet)):
            found.append(line)
    return found


def _within_rules(cell: Area, sheet: Sheet) -> Area:
    """`cell` less the rows at its edges that a wavy or faint rule still covers."""
    top, bottom = cell.top, cell.bottom
    most = round(0.8 * sheet.down)
    covered = (sheet.ink[cell.top : cell.bottom, cell.x0 : cell.x1] > 0).mean(axis=1) > 0.6
    upper, lower = np.flatnonzero(covered[:most]), np.flatnonzero(covered[::-1][:most])
    if upper.size:
        top += int(upper[-1]) + 1
    if lower.size:
        bottom -= int(lower[-1]) + 1
    return Area(cell.x0, top, cell.x1, bottom)


def _runs(inner: npt.NDArray[np.bool_], gap: float, low: float) -> list[tuple[int, int]]:
    """Runs of rows with ink; one lower than `low` belongs to its neighbour nearer than `gap` (dots, rings, broken letters)."""
    inked = np.flatnonzero(inner.any(axis=1))
    if inked.size == 0:
        return []
    breaks = np.flatnonzero(np.diff(inked) > 1)
    starts, ends = inked[np.r_[0, breaks + 1]].tolist(), inked[np.r_[breaks, inked.size - 1]].tolist()
    merged: list[tuple[int, int]] = []
    for start, last in zip(starts, ends, strict=True):
        end = last + 1
        if merged and start - merged[-1][1] < gap and min(end - start, merged[-1][1] - merged[-1][0]) < low:
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    return merged


def read_lines(lines: list[CellLine], image: GreyImage, sheet: Sheet, engine: Engine, mode: Mode) -> list[list[OcrWord]]:
    """The words of each of `lines`, read with the lines that stand at the same height."""
    readings: list[list[OcrWord]] = [[] for _ in lines]
    for numbers in _rows(lines, sheet):
        top = min(lines[n].ink.top for n in numbers)
        bottom = max(lines[n].ink.bottom for n in numbers)
        row = [(lines[n], (top, bottom)) for n in numbers]
        for n, words in zip(numbers, _read(row, image, sheet, engine, mode), strict=True):
            readings[n] = words
    return readings


def read_alone(line: CellLine, image: GreyImage, sheet: Sheet, engine: Engine, mode: Mode) -> list[OcrWord]:
    """The words of one line, read by itself."""
    return _read([(line, (line.ink.top, line.ink.bottom))], image, sheet, engine, mode)[0]


def zero(line: CellLine, ink: GreyImage) -> OcrWord | None:
    """The figure 0, told by its shape where it stands alone: one ring, higher than wide. Tesseract takes it for a bracket."""
    place = line.ink
    if not 0.4 < place.width / place.height < 0.95:
        return None
    shape = cv2.copyMakeBorder(ink[place.top : place.bottom, place.x0 : place.x1], 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=0)
    mended = cv2.morphologyEx(shape, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    contours, tree = cv2.findContours(mended, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    outer = [c for c, node in zip(contours, tree[0], strict=True) if node[3] == -1]
    holes = [c for c, node in zip(contours, tree[0], strict=True) if node[3] != -1 and cv2.contourArea(c) > 0.03 * shape.size]
    if len(outer) != 1 or len(holes) != 1:
        return None
    left, top, width, height = cv2.boundingRect(holes[0])
    middle = top + height / 2, left + width / 2
    centred = abs(middle[0] - shape.shape[0] / 2) < 0.08 * shape.shape[0] and abs(middle[1] - shape.shape[1] / 2) < 0.12 * shape.shape[1]
    if not centred or height < 0.45 * shape.shape[0] or cv2.contourArea(outer[0]) > 0.9 * shape.size:
        return None
    return OcrWord("0", place.x0, place.top, place.x1, place.bottom, 0.9)


def dash(line: CellLine, ink: GreyImage, sheet: Sheet) -> OcrWord | None:
    """A dash that stands alone, as for "nothing": a level stroke of a letter's width. Tesseract drops it."""
    place = line.ink
    across, down = place.width / sheet.across, place.height / sheet.down
    solid = float((ink[place.top : place.bottom, place.x0 : place.x1] > 0).mean())
    if not (1.6 < across < 9 and down < 0.7 * across and down < 1.6 and solid > 0.7):
        return None
    return OcrWord("-", place.x0, place.top, place.x1, place.bottom, 0.9)


def spaced(words: list[OcrWord], ink: GreyImage) -> list[OcrWord]:
    """Words parted where the ink of their letters shows a space ("1250000" where "1 250 000" stands, "itkr").

    Only where each letter stands clear of the next, so that they can be counted.
    """
    return [part for word in words for part in _parted(word, ink)]


def _parted(word: OcrWord, ink: GreyImage) -> list[OcrWord]:
    inked = np.flatnonzero((ink[word.top : word.bottom, word.x0 : word.x1] > 0).any(axis=0))
    if len(word.text) < 3 or not word.text.isalnum() or inked.size == 0:
        return [word]
    breaks = np.flatnonzero(np.diff(inked) > 1)
    starts, ends = inked[np.r_[0, breaks + 1]].tolist(), inked[np.r_[breaks, inked.size - 1]].tolist()
    if len(starts) != len(word.text):
        return [word]
    parts, first = [], 0
    for n in range(1, len(starts) + 1):
        if n == len(starts) or starts[n] - ends[n - 1] > _LETTER_SPACE * (word.bottom - word.top):
            left, right = word.x0 + starts[first], word.x0 + ends[n - 1] + 1
            parts.append(replace(word, text=word.text[first:n], x0=left, x1=right))
            first = n
    if word.text.isdigit():
        return parts if all(len(part.text) == 3 for part in parts[1:]) else [word]
    return parts if all(len(part.text) > 1 or part.text in "iåöIÅÖ" for part in parts) else [word]


def _rows(lines: list[CellLine], sheet: Sheet) -> list[list[int]]:
    """The numbers of lines that overlap in height by more than half, from the left, as long as a row is not too long."""
    rows: list[list[int]] = []
    for n in sorted(range(len(lines)), key=lambda i: (lines[i].ink.bottom, lines[i].ink.x0)):
        ink = lines[n].ink
        for row in rows[-3:]:
            top, bottom = min(lines[i].ink.top for i in row), max(lines[i].ink.bottom for i in row)
            length = sum(lines[i].ink.width / sheet.across + _SPACE for i in row)
            if min(bottom, ink.bottom) - max(top, ink.top) > 0.6 * min(ink.height, bottom - top) and length < _LONGEST:
                row.append(n)
                break
        else:
            rows.append([n])
    return [sorted(row, key=lambda i: lines[i].ink.x0) for row in rows]


def _read(row: list[tuple[CellLine, tuple[int, int]]], image: GreyImage, sheet: Sheet, engine: Engine, mode: Mode) -> list[list[OcrWord]]:
    """Set lines side by side, each cut out between its own two heights and standing on the same base; read, and put back."""
    grow, space = round(1.5 * sheet.down), round(_SPACE * sheet.across)
    tallest = max(bottom - top for _, (top, bottom) in row) + 2 * grow
    strip = np.full((tallest + 2 * grow, sum(line.ink.width + space for line, _ in row) + space), 255, np.uint8)
    shifts, x = [], space
    for line, (upper, lower) in row:
        top, bottom = max(upper - grow, line.room.top), min(lower + grow, line.room.bottom)
        left, right = max(line.room.x0, line.ink.x0 - grow), min(line.room.x1, line.ink.x1 + grow)
        across, down = x - line.ink.x0, tallest - lower
        part = image[top:bottom, left:right]
        strip[top + down : top + down + part.shape[0], left + across : left + across + part.shape[1]] = part
        shifts.append((across, down))
        x += line.ink.width + space
    words = engine.words(strip, mode, sheet.resolution)
    return [_placed(words, line, shift) for (line, _), shift in zip(row, shifts, strict=True)]


def _placed(words: list[OcrWord], line: CellLine, shift: tuple[int, int]) -> list[OcrWord]:
    """Those of `words` that stand on the ink of `line`, with boxes on the page. What is read where nothing stands is dropped."""
    ink, (across, down) = line.ink, shift
    found = []
    for word in words:
        if ink.x0 + across <= (word.x0 + word.x1) / 2 <= ink.x1 + across:
            left = min(max(ink.x0, word.x0 - across), ink.x1 - 1)
            top = min(max(ink.top, word.top - down), ink.bottom - 1)
            right = min(max(left + 1, word.x1 - across), ink.x1)
            bottom = min(max(top + 1, word.bottom - down), ink.bottom)
            found.append(replace(word, x0=left, x1=right, top=top, bottom=bottom))
    return found
