"""What running text and titles say without a label: the period that a document covers, and numbers in known sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from underlag.extract.flow import Item
from underlag.extract.sentences import lines_at
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Line, Paragraph
from underlag.values.dates import years_in
from underlag.values.folding import fold_with_map
from underlag.values.numerals import NUMERALS
from underlag.values.quarters import Quarters, quarters_in

_HEAD_ITEMS = 12
_LONGEST_TITLE = 160
_NUMBERING = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-ZÅÄÖ])")
_SURE, _INFERRED = 1.0, 0.8


def _paragraphs(items: Sequence[Item]) -> list[Paragraph]:
    return [p for i in items if i.table is None and (p := i.paragraph) and p.text.strip()]


def stated_number(items: Sequence[Item], patterns: Sequence[str]) -> Leaf | None:
    """The number that the surest pattern finds most often in the running text, in figures or words."""
    for pattern in patterns:
        met: list[tuple[int, tuple[Line, ...]]] = []
        for p in _paragraphs(items):
            folded, origins = fold_with_map(p.text)
            numbering = _NUMBERING.match(p.text)
            for match in re.finditer(pattern, folded):
                if numbering and origins[match.start(1)] < numbering.end():
                    continue
                value = _number(match[1])
                if value is not None:
                    met.append((value, lines_at(p, origins[match.start(1)], origins[match.end(1) - 1] + 1)))
        if met:
            most = Counter(value for value, _ in met).most_common(1)[0][0]
            return next(Leaf(value, lines) for value, lines in met if value == most)
    return None


def _number(written: str) -> int | None:
    return int(written) if written.isdigit() else NUMERALS.get(written)


Mention = tuple[Quarters, tuple[Line, ...]]


def _mentions(paragraphs: Sequence[Paragraph]) -> list[Mention]:
    return [(f.value, lines_at(p, f.start, f.end)) for p in paragraphs for f in quarters_in(p.text)]


def stated_quarters(items: Sequence[Item], furniture: Sequence[Line]) -> dict[str, Tree] | None:
    """Year and quarters `{ar, kvartal}`: as the title says, else as most sentences say; null where nothing says it."""
    paragraphs = _paragraphs(items)
    titles = [*paragraphs[:_HEAD_ITEMS], *(Paragraph((line,)) for line in furniture)]
    head = [p for p in titles if len(p.text) < _LONGEST_TITLE and not p.text.rstrip().endswith(".")]
    for part in (head, titles, paragraphs):
        told = [m for m in _mentions(part) if m[0].year is not None]
        if told:
            return _period(told)
    quarters = _mentions(head) or _mentions(paragraphs)
    years = [(year, p.lines[:1]) for p in head for year in years_in(p.text)]
    return _period_of_pieces(quarters, years)


def _period(told: Sequence[Mention]) -> dict[str, Tree]:
    """The mention that is made most often, the first of equals."""
    most = Counter(m for m, _ in told).most_common(1)[0][0]
    lines = next(lines for m, lines in told if m == most)
    return {"ar": Leaf(most.year, lines), "kvartal": [Leaf(q, lines) for q in most.quarters]}


def _period_of_pieces(quarters: Sequence[Mention], years: Sequence[tuple[int, tuple[Line, ...]]]) -> dict[str, Tree] | None:
    """A year and quarters that stand apart, as on a title page."""
    if not quarters and not years:
        return None
    known = {year for year, _ in years}
    year = Leaf(years[0][0], years[0][1], _INFERRED) if len(known) == 1 else None
    listed: list[Tree] = []
    if quarters:
        most = Counter(m.quarters for m, _ in quarters).most_common(1)[0][0]
        lines = next(lines for m, lines in quarters if m.quarters == most)
        listed = [Leaf(q, lines, _SURE) for q in most]
    return {"ar": year, "kvartal": listed}
