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


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its own lines (at least one)."""

    text: str
    lines: tuple[Line, ...]


def sentences_of(paragraph: Paragraph) -> list[Sentence]:
    """The sentences of the paragraph in order; a paragraph without a full stop is one."""
    text = paragraph.text
    bounds = [0]
    bounds += [m.end() for m in _END.finditer(text) if not _SHORTENED.search(text[: m.start() + 1].rstrip())]
    bounds.append(len(text))
    cuts = pairwise(bounds)
    return [Sentence(text[a:b].strip(), lines_at(paragraph, a, b)) for a, b in cuts if text[a:b].strip()]


def lines_at(paragraph: Paragraph, start: int, end: int) -> tuple[Line, ...]:
    """The lines that hold the characters from `start` to `end` of the paragraph's text."""
    ends = [len(join_lines([line.text for line in paragraph.lines[: k + 1]])) for k in range(len(paragraph.lines))]
    starts = [0, *ends[:-1]]
    held = tuple(line for line, a, b in zip(paragraph.lines, starts, ends, strict=True) if a < end and b > start and line.text.strip())
    return held or paragraph.lines[:1]
