"""Small labels inside an answer ("Organisation:", "E-post"): text cut into labelled pieces, wherever the labels stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from underlag.extract.vocabulary import clean_label
from underlag.schemas.page import Line, Table


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text behind a small label; `kind` is None for text before any label. `label` is as written."""

    kind: str | None
    text: str
    line: Line
    label: str = ""


Wordings = Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1000)
def _wording(label: str) -> str:
    """A known wording as it is compared (they are few, and compared with every line)."""
    return clean_label(label)


def kind_of(text: str, wordings: Wordings) -> str | None:
    """Which small label the whole text is, if it is one."""
    found = _likest(text, wordings)
    return found[1] if found else None


def _likest(text: str, wordings: Wordings) -> tuple[float, str] | None:
    """The small label that the whole text is, and how alike they are (0-100). What goes on behind a colon is no label."""
    folded = clean_label(text)
    if not folded or len(folded) > 60 or re.search(r":\s*[^\W_]", text):
        return None
    best = max(((fuzz.ratio(folded, _wording(w)), kind) for kind, words in wordings.items() for w in words), default=(0.0, ""))
    needed = 86 if len(folded) > 8 else 92
    return best if best[0] >= needed else None


def _pattern(wordings: Wordings) -> re.Pattern[str]:
    """Labels inside a line: at its start, after a full stop, comma or semicolon, or anywhere before a colon; longest wording first."""
    words = sorted({w for ws in wordings.values() for w in ws if len(w) > 3}, key=len, reverse=True)
    alternatives = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace(r"E\-", "E[-–]?").replace("E-", "E[-–]?") for w in words)
    apart = rf"(?:(?<=^)|(?<=[.,;\t]\s)|(?<=\s\s)|(?<=[.,;(])|(?<=\s)(?=(?:{alternatives})\s*:))"
    return re.compile(rf"{apart}(?:\d{{1,2}}[.)]\s*)?(?P<label>{alternatives})(?P<mark>\s*[:;]|(?=\s+[A-ZÅÄÖ])|(?=\s*$))", re.IGNORECASE)


def _opening(text: str, wordings: Wordings) -> tuple[str, str, str] | None:
    """A small label misread by OCR at the head of a line: `(kind, label, what follows)`; long labels only."""
    words = text.split()
    best: tuple[float, str, int] | None = None
    for n in range(min(6, len(words) - 1), 0, -1):
        head = " ".join(words[:n])
        found = _likest(head, wordings) if len(clean_label(head)) >= 9 else None
        if found and (best is None or found[0] > best[0]):
            best = (*found, n)
    if best is None:
        return None
    return best[1], " ".join(words[: best[2]]), " ".join(words[best[2] :]).strip(" :;|")


def opens_with_label(text: str, wordings: Wordings) -> bool:
    """Does a small label of several words, set with a capital, open the line ("Organisation och datum ...")?"""
    if not text[:1].isupper():
        return False
    opening = _opening(text, wordings)
    label = text.rstrip(" :") if kind_of(text.rstrip(" :"), wordings) else opening[1] if opening else ""
    return " " in label.strip() or "(" in label


_PATTERNS: dict[int, re.Pattern[str]] = {}


class _Cutting:
    """Lines being cut: `pending` is a label that waits for its text."""

    def __init__(self, wordings: Wordings) -> None:
        self._wordings = wordings
        self._pattern = _PATTERNS.setdefault(id(wordings), _pattern(wordings))
        self._pending: tuple[str, str, Line] | None = None
        self.found: list[Piece] = []

    def take(self, line: Line) -> None:
        """Cuts one line."""
        text = line.text.strip()
        whole = kind_of(text.rstrip(":"), self._wordings)
        if whole:
            self.close()
            self._pending = (whole, text, line)
            return
        cuts = list(self._pattern.finditer(text))
        opening = None if cuts and cuts[0].start() == 0 else _opening(text, self._wordings)
        if opening:
            kind, label, rest = opening
            self.close()
            self.found.append(Piece(kind, rest, line, label))
            return
        self._head(text[: cuts[0].start()].strip() if cuts else text, line, labelled=bool(cuts))
        ends = [*(m.start() for m in cuts[1:]), len(text)]
        for n, (m, end) in enumerate(zip(cuts, ends, strict=False)):
            self._labelled(text[m.end() : end], m["label"], line, last=n + 1 == len(cuts))

    def close(self) -> None:
        """A label that nothing answers is a piece without text."""
        if self._pending:
            kind, label, line = self._pending
            self.found.append(Piece(kind, "", line, label))
        self._pending = None

    def _head(self, head: str, line: Line, *, labelled: bool) -> None:
        """What stands before the line's first label answers the label that waits."""
        if head:
            kind, label, _ = self._pending or (None, "", line)
            self.found.append(Piece(kind, head, line, label))
            self._pending = None
        elif labelled:
            self.close()

    def _labelled(self, rest: str, label: str, line: Line, *, last: bool) -> None:
        kind, rest = kind_of(label, self._wordings) or "annat", rest.strip(" :;,")
        if rest or not last:
            self.found.append(Piece(kind, rest, line, label))
        else:
            self._pending = (kind, label, line)


def pieces(lines: Iterable[Line], wordings: Wordings) -> list[Piece]:
    """The lines cut at their small labels; a line that is a label alone labels what follows it."""
    cutting = _Cutting(wordings)
    for line in lines:
        cutting.take(line)
    cutting.close()
    return cutting.found


def header_row(table: Table, wordings: Wordings) -> tuple[int, dict[int, str]] | None:
    """The row whose cells (two at least) are small labels, and the kind of each of its columns."""
    for row in range(min(table.rows, 4)):
        kinds = {c.col: kind for c in table.row(row) if (kind := kind_of(c.text, wordings))}
        if len(kinds) >= 2 and table.rows > row + 1:
            return row, kinds
    return None


def header_column(table: Table, wordings: Wordings) -> dict[int, str] | None:
    """Where the first column holds the labels and there are several columns of answers: the kind of each row."""
    if table.cols < 3:
        return None
    kinds = {r: kind for r in range(table.rows) if (c := table.at(r, 0)) and (kind := kind_of(c.text, wordings))}
    return kinds if len(kinds) >= 2 else None
