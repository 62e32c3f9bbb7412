"""What an annual report says of itself: the year it is about and the association's registration number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from underlag.extract.flow import Item
from underlag.extract.tree import Leaf
from underlag.schemas.page import Line
from underlag.values.dates import parse_period
from underlag.values.folding import fold
from underlag.values.spans import evened

_TITLE = re.compile(r"\barsredovisning(?:en)?\b(?: \w+){0,6}? ((?:19|20)\d\d)\b|^((?:19|20)\d\d) ars arsredovisning\b")
_CLOSING = re.compile(
    r"\b(?:arsbokslut|bokslut|rakenskapsar(?:et)?|verksamhetsar(?:et)?|balansrakning|resultatrakning)\b(?: \w+){0,3}? ((?:19|20)\d\d)\b"
)
_NUMBER = re.compile(r"(?<![0-9-])([0-9]{6}) ?- ?([0-9]{4})(?![0-9-])")
_CALLED = re.compile(r"\borg(?:anisations?)? ?n(?:umme)?r\b|\borgnr\b|\borganisationsnummer\b")
_ASSOCIATION = re.compile(r"\bsamordningsforbund|\bfinsam|\bforbundet\b")
_FIRST = 12


def _lines(items: Sequence[Item], furniture: Sequence[Line]) -> Iterator[Line]:
    for item in items:
        if item.paragraph:
            yield from item.paragraph.lines
    yield from furniture


def read_report_year(items: Sequence[Item], furniture: Sequence[Line]) -> Leaf | None:
    """The year that the title names, else the one whose whole the report says it covers, else that of the closing."""
    lines = [line for line in _lines(items, furniture) if len(line.text) < 200]
    for line in (*lines[:_FIRST], *furniture):
        if found := _TITLE.search(fold(line.text)):
            return Leaf(int(found[1] or found[2]), (line,))
    for line in lines:
        start, end = parse_period(line.text) if "redovisning" in fold(line.text) else (None, None)
        if start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
            return Leaf(end.year, (line,))
    for pattern in (_TITLE, _CLOSING):
        for line in lines:
            if found := pattern.search(fold(line.text)):
                return Leaf(int(found[1]), (line,), 0.9)
    return None


def read_registration(items: Sequence[Item], furniture: Sequence[Line]) -> Leaf | None:
    """The number called the association's own, or written beside its name; else the only one that the report holds."""
    found: list[tuple[int, str, Line]] = []
    before = ""
    for line in _lines(items, furniture):
        near = fold(line.text)
        for match in _NUMBER.finditer(evened(line.text)):
            if match[1][2] < "2":
                continue  # the third figure tells an organisation's number from a person's
            beside = 2 * bool(_ASSOCIATION.search(near)) + bool(_CALLED.search(near))
            rank = beside or int(bool(_CALLED.search(before) or _ASSOCIATION.search(before)))
            found.append((rank, f"{match[1]}-{match[2]}", line))
        before = near
    if not found:
        return None
    rank, number, line = max(found, key=lambda f: f[0])
    alone = len({n for _, n, _ in found}) == 1
    return Leaf(number, (line,)) if rank > 0 or alone else None
