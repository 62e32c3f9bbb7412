"""Lines of several labels far apart, each over its value on the next line, as a page without rules shows such a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from underlag.extract.flow import Item
from underlag.extract.line_parts import parted
from underlag.extract.subjects import Subjects, looks
from underlag.schemas.page import Line, Paragraph

_ALIGNED = 14.0  # points between the left edges of a label and its value
Pair = tuple[Line, Line]


def with_stacked_lines(items: list[Item], subjects: Subjects) -> list[Item]:
    """The stream with each label of such lines right before its value; all else as it was."""
    lines = [line for i in items if i.cell is None and i.paragraph for line in i.paragraph.lines]
    pairs = _pairs(lines, subjects)
    if not pairs:
        return items
    values = {id(line) for line in _values(lines, pairs)}
    given: list[Item] = []
    for item in items:
        p = item.paragraph
        if item.cell is not None or p is None or not any(id(line) in pairs or id(line) in values for line in p.lines):
            given.append(item)
            continue
        given += [replace(item, block=block) for block in _parts(p, pairs, values)]
    return given


def _pairs(lines: Sequence[Line], subjects: Subjects) -> dict[int, list[Pair]]:
    """By the id of each line of labels what it asks and the values beneath."""
    found: dict[int, list[Pair]] = {}
    taken: set[int] = set()
    for above, below in pairwise(lines):
        labels, values = parted(above), parted(below)
        if id(above) in taken or len(labels) < 2 or above.page != below.page:
            continue
        pairs = [(label, value) for label in labels for value in values if _is_under(value, label)]
        asked = [subjects.of(label.text, looks(value.text)) for label, value in pairs]
        if len(pairs) == len(labels) == len(values) and all(asked):
            found[id(above)] = pairs
            taken.add(id(below))
    return found


def _is_under(value: Line, label: Line) -> bool:
    return value.box is not None and label.box is not None and abs(value.box.x0 - label.box.x0) < _ALIGNED


def _values(lines: Sequence[Line], pairs: dict[int, list[Pair]]) -> Iterator[Line]:
    """The lines of values: each right below one of labels."""
    for above, below in pairwise(lines):
        if id(above) in pairs:
            yield below


def _parts(paragraph: Paragraph, pairs: dict[int, list[Pair]], values: set[int]) -> Iterator[Paragraph]:
    """The paragraph's lines that are no such pair as they were, and the pairs."""
    rest: list[Line] = []
    for line in paragraph.lines:
        if id(line) not in pairs and id(line) not in values:
            rest.append(line)
            continue
        if rest:
            yield replace(paragraph, lines=tuple(rest))
        rest = []
        for pair in pairs.get(id(line), ()):
            yield from (Paragraph((part,)) for part in pair)
    if rest:
        yield replace(paragraph, lines=tuple(rest))
