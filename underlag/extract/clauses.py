"""Reading form *clauses*: a proposed decision, one text for each "att …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Line, Paragraph

_ATT = re.compile(r"^\s*(?:[-–—•*]\s*|\d{1,2}[.)]\s*|[a-z]\)\s*)?(?P<clause>att\b.*)", re.IGNORECASE | re.DOTALL)
_LEAD = re.compile(r"\b(?:besluta|beslutar|beslutet|beslut)\b[^.]{0,40}?:?\s+(?P<clause>att\b.*)", re.IGNORECASE | re.DOTALL)
_ENDED = re.compile(r"(?:[.,:;]|\b(?:samt|och|besluta|beslutar))\s*$", re.IGNORECASE)
_SPACE = 8.0  # points between words, at most
_SIGN_OFF = re.compile(r"^\s*(?:för|enligt uppdrag)\b|förbundschef|handläggare|ordförande", re.IGNORECASE)


def read_clauses(paragraphs: Sequence[Paragraph], right: float = 0.0) -> list[Tree]:
    """The clauses in order; what stands before the first "att" introduces them, what follows one goes on with it. `right` is where
    the paper's text ends at most, in points.

    A proposal that has no "att" is one clause.
    """
    pieces = [piece for p in paragraphs if p.text.strip() for piece in _at_each_att(p, right)]
    clauses: list[list[Paragraph]] = []
    for piece in pieces:
        opening = _ATT.match(piece.text)
        lead = None if opening or clauses else _LEAD.search(piece.text)
        if opening or lead:
            clauses.append([piece])
        elif clauses and not _leaves(piece):
            clauses[-1].append(piece)
        elif clauses:
            break
    if not clauses:
        told = [p for p in pieces if not p.text.rstrip().endswith(":")]
        return [Leaf("\n".join(p.text for p in told), _lines(told), 0.7)] if told else []
    return [_leaf(clause) for clause in clauses]


def _has_ended(line: Line, after: Line, right: float) -> bool:
    """Does a clause end with the line: by its mark, or because the next line's first word would have found room on it?"""
    needed = after.words[0].box.width + _SPACE if after.words else right
    return bool(_ENDED.search(line.text)) or (line.box is not None and right - line.box.x1 > needed)


def _leaf(clause: Sequence[Paragraph]) -> Leaf:
    first = clause[0].text.strip()
    found = _ATT.match(first) or _LEAD.search(first)
    text = "\n".join([found["clause"] if found else first, *(p.text.strip() for p in clause[1:])])
    return Leaf(re.sub(r"[,;]?\s+(?:samt|och)$|,$", "", text).strip(), _lines(clause))


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    return tuple(line for p in paragraphs for line in p.lines)


def _leaves(paragraph: Paragraph) -> bool:
    """Does the paragraph open something else: a heading, or the name of who signs?"""
    return paragraph.bold or paragraph.heading or (len(paragraph.text) < 60 and bool(_SIGN_OFF.search(paragraph.text)))


def _at_each_att(paragraph: Paragraph, right: float) -> list[Paragraph]:
    """The paragraph parted at lines that begin a new "att" (lines of a page run together)."""
    lines = paragraph.lines
    cuts = [k for k in range(1, len(lines)) if _ATT.match(lines[k].text) and _has_ended(lines[k - 1], lines[k], right)]
    bounds = [0, *cuts, len(lines)]
    return [replace(paragraph, lines=lines[a:b]) for a, b in pairwise(bounds)]
