"""Words to lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from underlag.schemas.page import EMPTY, MARKED, Box, Line, Word, union


def type_size(words: Iterable[Word], *, default: float = 10.0) -> float:
    """The type size in which most of the text is set; it is judged by the letters' heights where it is unknown."""
    sizes: dict[float, int] = {}
    for word in words:
        size = round(2 * (word.size or size_by_height(word))) / 2
        sizes[size] = sizes.get(size, 0) + len(word.text)
    return max(max(sizes, key=lambda s: (sizes[s], s)), 1.0) if sizes else default


_RISING = frozenset("bdfhkltåäöiéèßij!?()/%&§@[]{}|")
_HANGING = frozenset("gjpqy,;()/Q@§[]{}|")


def hangs(word: Word) -> bool:
    """Does a letter of the word reach below the line?"""
    return any(c in _HANGING for c in word.text)


def size_by_height(word: Word) -> float:
    """The type size of a scanned word, whose box is tight around its ink: by which of its letters rise and hang (in common
    text faces x-height is 0.52, ascenders and capitals 0.72, descenders 0.21 of the size).
    """
    rises = any(c in _RISING or c.isupper() or c.isdigit() for c in word.text)
    return word.box.height / ((0.72 if rises else 0.52) + (0.21 if hangs(word) else 0.0))


def baseline(line: Line) -> float:
    """Where the line stands, in points from the page's top: for type the box's bottom, for ink its words without descenders."""
    box = line_box(line)
    if line.size:
        return box.bottom
    standing = [w.box.bottom for w in line.words if not hangs(w) and any(c.isalnum() for c in w.text)]
    return median(standing) if standing else box.bottom - 0.2 * size_by_height(line.words[0]) if line.words else box.bottom


def words_to_rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one baseline, from the top, each row from the left. Superscripts join their row."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda w: w.box.middle[1]):
        last = rows[-1] if rows else None
        home = last if last and last.share(word) > 0.9 else max(rows[-6:], key=lambda r: r.share(word), default=None)
        if home is None or home.share(word) < 0.5:
            rows.append(_Row(word))
        else:
            home.add(word)
    rows.sort(key=lambda r: r.middle)
    return [sorted(row.words, key=lambda w: w.box.x0) for row in rows]


class _Row:
    """A row in the making; its height is that of its median word, so that one tall word does not swallow the next line."""

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.top, self.bottom = word.box.top, word.box.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def share(self, word: Word) -> float:
        """How much of the lower of the two (row, word) the other covers, 0-1."""
        shared = min(self.bottom, word.box.bottom) - max(self.top, word.box.top)
        return shared / max(0.1, min(self.bottom - self.top, word.box.height))

    def add(self, word: Word) -> None:
        self.words.append(word)
        if abs(word.box.top - self.top) < 0.3 and abs(word.box.bottom - self.bottom) < 0.3:
            return
        tall = sorted(self.words, key=lambda w: w.box.height)[len(self.words) // 2 :]
        self.top = median(w.box.top for w in tall)
        self.bottom = median(w.box.bottom for w in tall)


def row_to_line(row: Sequence[Word], page: int) -> Line:
    """Words from the left as a line. Its text is the words joined by single spaces."""
    text = " ".join(w.text for w in row)
    sizes = [w.size for w in row if w.size]
    return Line(
        text=text,
        page=page,
        box=union([w.box for w in row]),
        confidence=min(1.0, sum(w.confidence * len(w.text) for w in row) / max(1, sum(len(w.text) for w in row))),
        bold=_leading_bold(row),
        size=type_size(row) if sizes else None,
        words=tuple(row),
        italic=all(w.italic for w in row),
    )


def _leading_bold(row: Sequence[Word]) -> int:
    """Number of leading characters that are set bold, spaces between bold words included; checkboxes have no weight."""
    count = 0
    at = 0
    for word in row:
        if not word.bold and word.text not in (MARKED, EMPTY):
            break
        at += len(word.text)
        if word.bold:
            count = at
        at += 1
    return count


def line_box(line: Line) -> Box:
    """The line's box; lines made from words have one."""
    if line.box is None:
        raise ValueError("a line without words has no box")
    return line.box
