"""Lines to paragraphs: where did the author press return?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from underlag.extract.layout_lines import baseline, line_box
from underlag.schemas.page import Line, Paragraph, union

_WEAK = "-–—−*"
"""Glyphs that also stand inside a sentence; at the start of a line they may be there by chance."""
_BULLETS = "•·▪▫◦●○■∙‣⁃➢➤►▶✓✔❖♦◆\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf06e\uf0a8\uf0e0\uf0de\uf0f0\uf077"
_GLYPH = re.compile(rf"(?:[{_BULLETS}]|[{re.escape(_WEAK)}]|[\ue000-\uf8ff]|[ov§](?=$))$")
_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zåäöA-ZÅÄÖ]\)|[ivx]{1,4}[.)])$")
_QUESTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+$")
_NO_END = re.compile(r"[,;(/–-]$|\b(?:och|eller|samt|att|som|i|på|för|med|av|till|den|det|en|ett)$")


@dataclass(frozen=True, slots=True)
class Column:
    """The text area that lines are set in, in points. `ragged`: a short line says something about where paragraphs end."""

    left: float
    right: float
    size: float
    ragged: bool = True


def lines_to_paragraphs(lines: Sequence[Line], column: Column) -> list[Paragraph]:
    """Lines of one column, from the top, as paragraphs."""
    pitch = _usual_pitch(lines, column.size)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, column, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, column) for group in groups]


def _usual_pitch(lines: Sequence[Line], size: float) -> float:
    """The most usual distance between the baselines of successive lines."""
    steps = [baseline(b) - baseline(a) for a, b in pairwise(lines)]
    near = sorted(s for s in steps if 0.8 * size < s < 2.2 * size)
    return near[len(near) // 3] if near else 1.2 * size


def _begins(group: list[Line], line: Line, column: Column, pitch: float) -> bool:
    """Does `line` begin a new paragraph after the lines of `group`?"""
    last = group[-1]
    return (
        (is_item(line) and not _item_by_chance(group, line, column))
        or _gap(group, line, column, pitch)
        or _look_changes(last, line)
        or _indent_changes(group, line, column)
        or (column.ragged and _last_is_short(group, line, column))
    )


def is_item(line: Line) -> bool:
    """Does the line begin with a bullet or a typed number?"""
    return is_bullet(line) or is_numbered(line)


def is_bullet(line: Line) -> bool:
    """Does the line begin with a bullet glyph that stands apart?"""
    if not line.words or (line.words[0].text == "§" and line.words[1:] and line.words[1].text[0].isdigit()):
        return False  # "§ 12" numbers a paragraph
    return bool(_GLYPH.match(line.words[0].text)) and (len(line.words) > 1 or line.words[0].text not in "ov-–—−*")


def is_numbered(line: Line) -> bool:
    """Does the line begin with "1.", "a)", "2.1" or the like, before other words?"""
    if len(line.words) < 2:
        return False
    first = line.words[0].text
    return bool(_NUMBER.match(first) or (_QUESTION_NUMBER.match(first) and line.words[1].text[0].isupper()))


def _item_by_chance(group: list[Line], line: Line, column: Column) -> bool:
    """A dash or number that the wrapping of a sentence has put first in its line: "… behövs få krav | - handläggaren kan …"."""
    last, start = group[-1], line_box(line).x0
    if re.search(r"[.:;!?]$", last.text) or _last_is_short(group, line, column) or not column.ragged:
        return False
    if is_item(group[0]) and start <= line_box(group[0]).x0 + 0.3 * column.size < _text_start(group[0]):
        return False
    if is_numbered(line):
        return abs(start - line_box(last).x0) < 0.3 * column.size and line.words[1].text[0].islower()
    return line.words[0].text in _WEAK and len(line.words) > 1 and line.words[1].text[0].islower()


def _gap(group: list[Line], line: Line, column: Column, pitch: float) -> bool:
    """Is the step down to `line` clearly larger than the pitch inside the paragraph (or, after one line, than is usual)?"""
    last = group[-1]
    step = baseline(line) - baseline(last)
    if len(group) > 1:
        pitch = median(baseline(b) - baseline(a) for a, b in pairwise(group))
    size = max(last.size or column.size, line.size or column.size)
    slack = 0.28 if line.size else 0.22  # a scan's lines are told apart by the feet of their letters, which are sure
    return step > max(pitch, 1.1 * size) + slack * size


def _look_changes(last: Line, line: Line) -> bool:
    """Do size, slant or boldness change from one line to the next, at their starts and ends?"""
    if last.italic != line.italic and not (last.words and last.words[-1].italic and line.words and line.words[0].italic):
        return True
    if last.size and line.size and abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return True
    was_bold = bool(last.words) and last.words[-1].bold
    is_bold = line.bold > 0
    return was_bold != is_bold and (is_bold or last.bold == len(last.text))


def _indent_changes(group: list[Line], line: Line, column: Column) -> bool:
    """Does `line` start to the left of the paragraph's hanging indent, or indented after full lines?"""
    start = line_box(line).x0
    text_start = _text_start(group[0])
    slack = 0.6 * column.size
    if not column.ragged:
        return False
    if is_item(group[0]):
        back = start < text_start - slack and (start <= line_box(group[0]).x0 + slack or len(group) > 1)
        return back and not _wraps_to_margin(group, line, column)
    if len(group) > 1:
        return abs(start - line_box(group[-1]).x0) > slack
    return start - line_box(group[0]).x0 > slack and not _NO_END.search(group[0].text)


def _wraps_to_margin(group: list[Line], line: Line, column: Column) -> bool:
    """A list item typed without a hanging indent: its second line starts under its glyph, in mid-sentence."""
    goes_on = line.text[:1].islower() or (line.text[:1].isdigit() and not is_item(line) and not _last_is_short(group, line, column))
    return goes_on and not re.search(r"[.!?:]$", group[-1].text)


def _text_start(line: Line) -> float:
    """Where the line's text starts, after its bullet or number."""
    return line.words[1].box.x0 if is_item(line) and len(line.words) > 1 else line_box(line).x0


def _last_is_short(group: list[Line], line: Line, column: Column) -> bool:
    """Would the first word of `line` have fitted on the line before, with room to spare?"""
    last = group[-1]
    if not line.words:
        return False
    room = column.right - line_box(last).x1
    needed = line.words[0].box.width + 1.1 * column.size
    if last.text.endswith(("-", "/")):
        return False
    if line.text[0].islower() and not re.search(r"[.:;!?]$", last.text):
        needed = max(needed, 0.3 * (column.right - column.left))
    return room > needed


def _paragraph(group: list[Line], column: Column) -> Paragraph:
    first = group[0]
    bullet = is_bullet(first)
    glyph = first.words[0] if bullet and len(first.words) > 1 else None
    start = line_box(first).x0
    level = max(0, round((start - column.left) / (1.8 * column.size))) if column.ragged else 0
    if glyph:
        group = [_without_glyph(first), *group[1:]]
    size = max((line.size or 0.0) for line in group)
    heading = size > 1.12 * column.size and len(group) <= 3 and not bullet
    return Paragraph(tuple(group), bullet=bullet, level=min(level, 9), heading=heading, glyph=glyph)


def _without_glyph(line: Line) -> Line:
    glyph, *words = line.words
    cut = len(glyph.text) + 1
    return replace(line, text=line.text[cut:], bold=max(0, line.bold - cut), words=tuple(words), box=union([w.box for w in words]))
