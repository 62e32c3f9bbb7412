"""A paragraph cut into sentences, each knowing the lines that it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from underlag.schemas.page import Line, Paragraph, join_lines

_END = re.compile(r"(?<=[.!?])[”\"’')]?\s+(?=[A-ZÅÄÖ0-9”\"(])")
_SHORTENED = re.compile(
    r"(?:\b(?:m\.?\s?fl|bl\.?\s?a|t\.?\s?ex|d\.?\s?v\.?\s?s|m\.?\s?m|o\.?\s?s\.?\s?v|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|ca|kl|nr|st|s\.?\s?k)|\b\d{1,2})\.$",
    re.IGNORECASE,
)

_LONGEST_SHORTENED = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its own lines (at least one)."""

    text: str
    lines: tuple[Line, ...]


def sentences_of(paragraph: Paragraph) -> list[Sentence]:
    """The sentences of the paragraph in order; a paragraph without a full stop is one."""
    text = paragraph.text
    ends = [m for m in _END.finditer(text) if not _SHORTENED.search(text[max(0, m.start() - _LONGEST_SHORTENED) : m.start() + 1].rstrip())]
    bounds = [0, *(m.end() for m in ends), len(text)]
    held = _line_spans(paragraph)
    found = []
    for a, b in pairwise(bounds):
        if text[a:b].strip():
            lines = tuple(line for line, start, end in held if start < b and end > a)
            found.append(Sentence(text[a:b].strip(), lines or paragraph.lines[:1]))
    return found


def lines_at(paragraph: Paragraph, start: int, end: int) -> tuple[Line, ...]:
    """The lines that hold the characters from `start` to `end` of the paragraph's text."""
    return tuple(line for line, a, b in _line_spans(paragraph) if a < end and b > start) or paragraph.lines[:1]


def _line_spans(paragraph: Paragraph) -> list[tuple[Line, int, int]]:
    """Each line that says something with where its characters begin and end in the paragraph's text."""
    spans, joined = [], ""
    for line in paragraph.lines:
        before = len(joined)
        joined = join_lines([joined, line.text])
        if line.text.strip():
            spans.append((line, before, len(joined)))
    return spans
