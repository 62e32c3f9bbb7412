"""What was read against what stands there.

Reading order is left out of it: the true words make up printed lines (words of one height, parted where a cell of a table or a
wide gap parts them), each word that was read belongs to the line on which it lies, and both are put in order from the left. A
word that lies on no line is an insertion. Each line is then compared by edit distance. Bullets and checkboxes, typed ones too, are left
out on both sides, dashes and quotes are of one kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz.distance import Levenshtein

from bench.known import KnownPage, TableCell, text_within
from bench.readers import Reading
from bench.wear import Matrix, WornPage
from underlag.schemas.page import Box, Word, union

_SAME = str.maketrans({**dict.fromkeys("–—‑−\u00ad\ufffe", "-"), **dict.fromkeys("”“„«»", '"'), **dict.fromkeys("’‘´`", "'")})
_NOT_TEXT = re.compile(r"[•·▪●◦☐☒☑\uf0b7\uf0a7\[\]]")
_GAP = 1.2  # of a word's height: wider ones part a printed line
DOTTED, SIGNS = "åäöÅÄÖ", "%§@"


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def percent(self) -> float:
        return 100 * self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Trust:
    """A word that was read: how sure its reader was, and whether it is right. `figure`: it holds a digit."""

    confidence: float
    right: bool
    figure: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """A line or cell that was not read as it stands."""

    page: str
    true: str
    read: str


@dataclass(slots=True)
class Score:
    """Errors among characters and words; what is right among å, ä, ö, among the signs and among the cells of tables."""

    characters: Share = Share()
    words: Share = Share()
    dotted: Share = Share()
    signs: Share = Share()
    cells: Share = Share()
    trusts: list[Trust] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.characters + other.characters,
            self.words + other.words,
            self.dotted + other.dotted,
            self.signs + other.signs,
            self.cells + other.cells,
            self.trusts + other.trusts,
            self.slips + other.slips,
        )


def plain(text: str) -> str:
    """`text` with dashes and quotes of one kind, without bullets and checkboxes."""
    return _NOT_TEXT.sub("", unicodedata.normalize("NFC", text).translate(_SAME)).strip()


def score(page: WornPage, reading: Reading, matrix: Matrix) -> Score:
    """What a reading is worth; `matrix` leads from its boxes to the true ones."""
    words = [placed for w in reading.words for placed in _placed(w, matrix) if not _hidden(placed.box, page)]
    seen = KnownPage(page.page.file, page.page.number, tuple(w for w in page.page.words if not _hidden(w.box, page)), page.page.cells)
    total = Score()
    for true, read in _lines(seen, words):
        total += _line_score(true, read, seen.name)
    return total + _cell_score(seen, words, reading.cells, matrix)


def _placed(word: Word, matrix: Matrix) -> Iterator[Word]:
    """`word` as plain words, where it lies on the true page."""
    box = _moved(word.box, matrix)
    for text in plain(word.text).split():
        yield Word(text, box, word.confidence)


def _moved(box: Box, matrix: Matrix) -> Box:
    corners = matrix @ np.array([[box.x0, box.x1, box.x0, box.x1], [box.top, box.top, box.bottom, box.bottom], [1, 1, 1, 1]])
    return Box(*(float(edge) for edge in (corners[0].min(), corners[1].min(), corners[0].max(), corners[1].max())))


def _hidden(box: Box, page: WornPage) -> bool:
    return any(place.overlap(box) > 0 for place in page.hidden)


def _lines(page: KnownPage, read: Sequence[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """The true lines with what was read on each; last, with no truth, each word that lies on none."""
    lines = _printed_lines(page)
    homes: list[list[Word]] = [[] for _ in lines]
    boxes = [union([w.box for w in line]) for line in lines]
    strays = []
    for word in read:
        best = max(range(len(boxes)), key=lambda n: (boxes[n].overlap(word.box), boxes[n].holds(word.box)), default=0)
        if boxes and (boxes[best].overlap(word.box) > 0):
            homes[best].append(word)
        else:
            strays.append(word)
    yield from zip(lines, homes, strict=True)
    yield from (([], [word]) for word in strays)


def _printed_lines(page: KnownPage) -> list[list[Word]]:
    words = [Word(text, w.box) for w in page.words if (text := plain(w.text))]
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (round(w.box.middle[1] / 3), w.box.x0)):
        home = next((line for line in reversed(lines) if _follows(word.box, line[-1].box) and _one_cell(word, line[-1], page.cells)), None)
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    return lines


def _follows(box: Box, last: Box) -> bool:
    level = abs(box.middle[1] - last.middle[1]) < 0.5 * min(box.height, last.height)
    return level and -1 < box.x0 - last.x1 < _GAP * max(box.height, last.height)


def _one_cell(word: Word, other: Word, cells: Sequence[TableCell]) -> bool:
    return all(cell.box.holds(word.box) == cell.box.holds(other.box) for cell in cells)


def _line_score(true: list[Word], read: list[Word], page: str) -> Score:
    read = sorted(read, key=lambda w: w.box.x0)
    wanted, got = [w.text for w in true], [w.text for w in read]
    line, found = " ".join(wanted), " ".join(got)
    edits = Levenshtein.editops(line, found)
    lost = {edit.src_pos for edit in edits if edit.tag != "insert"}
    right = {n for block in Levenshtein.opcodes(wanted, got) if block.tag == "equal" for n in range(block.dest_start, block.dest_end)}
    return Score(
        Share(len(edits), len(line)),
        Share(Levenshtein.distance(wanted, got), len(wanted)),
        _kept(line, lost, DOTTED),
        _kept(line, lost, SIGNS),
        trusts=[Trust(w.confidence, n in right, any(c.isdigit() for c in w.text)) for n, w in enumerate(read)],
        slips=[Slip(page, line, found)] if len(edits) else [],
    )


def _kept(line: str, lost: set[int], wanted: str) -> Share:
    places = [n for n, sign in enumerate(line) if sign in wanted]
    return Share(sum(n not in lost for n in places), len(places))


def _cell_score(page: KnownPage, words: Sequence[Word], cells: tuple[TableCell, ...] | None, matrix: Matrix) -> Score:
    """A cell is right where the text of the cell that was read at its place is its own, to the letter. A reader without
    tables is judged by the words at that place.
    """
    found = None if cells is None else [TableCell(c.text, _moved(c.box, matrix)) for c in cells]
    right, slips = 0, []
    for cell in page.cells:
        text = text_within(cell.box, words) if found is None else _text_at(cell.box, found)
        if _in_cell(text) == _in_cell(cell.text):
            right += 1
        else:
            slips.append(Slip(page.name, f"[{cell.text}]", f"[{text}]"))
    return Score(cells=Share(right, len(page.cells)), slips=slips)


def _text_at(box: Box, cells: Sequence[TableCell]) -> str:
    """The text of the cell that shares most with `box`: each must hold the other's middle."""
    there = [cell for cell in cells if box.holds(cell.box) and cell.box.holds(box)]
    return max(there, key=lambda cell: cell.box.overlap(box) / max(1.0, cell.box.width * cell.box.height)).text if there else ""


def _in_cell(text: str) -> str:
    return " ".join(plain(text).split())
