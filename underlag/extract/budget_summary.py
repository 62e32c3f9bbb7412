"""The budget's summary in raw text: one line an organisation, or the names first and the columns of figures below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from underlag.extract.budget_cuts import Cut, cut_line, joined_labels
from underlag.extract.budget_draft import Draft
from underlag.extract.budget_rows import Money
from underlag.extract.budget_words import is_placeholder
from underlag.schemas.page import Line
from underlag.values.folding import fold

_KEYS = ("rekvireras", "egenfinansiering", "totalt")
_ROLES = ("huvudinsatsagare", "delinsatsagare", "huvudprojektagare", "delprojektagare")
_HEADING = re.compile(
    r"ptid|att rekvirera|samordningsf|kostnader i |projektag|egenfinansiering$|totalt projekt|^instru|sammanst|insatsens namn"
)
_SUM = re.compile(r"(summa|totalt)\b")


def read_summary(draft: Draft, lines: Sequence[Line]) -> None:
    """Files the summary's lines into the draft."""
    cuts = [cut_line(line) for line in lines]
    end = next((n for n, c in enumerate(cuts) if _SUM.match(fold(c.label)) and not _HEADING.search(fold(c.label))), len(cuts) - 1)
    named = [c for c in joined_labels(cuts[: end + 1]) if c.label and not _is_heading(c)]
    if any(c.tail for c in named):
        for cut in named:
            numbers = cut.numbers(3)
            if len(numbers) == 3:
                _file(draft, cut, dict(zip(_KEYS, (Money(n, cut.lines) for n in numbers), strict=True)))
        return
    figures = [c for c in cuts if not c.label and not c.days and c.tail]
    for cut, values in zip(named, _columns(named, figures), strict=False):
        _file(draft, cut, values)


def _is_heading(cut: Cut) -> bool:
    folded = fold(cut.label)
    return any(fuzz.ratio(re.sub(r"[ \d]+$", "", folded), role) >= 85 for role in _ROLES) or bool(_HEADING.search(folded))


def _file(draft: Draft, cut: Cut, values: dict[str, Money]) -> None:
    if _SUM.match(fold(cut.label)):
        draft.summary_sum = values
    elif is_placeholder(cut.label):
        draft.placeholders.append(("/budget/sammanstallning", cut.label, cut.lines[0]))
    else:
        draft.summary.append((cut.label, cut.lines, values))


def _columns(named: Sequence[Cut], figures: Sequence[Cut]) -> list[dict[str, Money]]:
    """The figures of each name, where blocks of lines give them in one way only."""
    count = len(named)
    by_width: dict[int, list[tuple[Cut, list[int]]]] = {}
    for cut in figures:
        numbers = cut.numbers()
        by_width.setdefault(len(numbers), []).append((cut, numbers))
    ones, pairs, threes = (by_width.get(width, []) for width in (1, 2, 3))
    if len(threes) == count:
        return [dict(zip(_KEYS, (Money(n, cut.lines) for n in numbers), strict=True)) for cut, numbers in threes]
    if len(pairs) == count:
        return _with_differences(pairs, ones)
    if len(ones) == 3 * count:
        rows = list(zip(ones[:count], ones[count : 2 * count], ones[2 * count :], strict=True))
        if all(a[1][0] + b[1][0] == c[1][0] for a, b, c in rows):
            return [dict(zip(_KEYS, (Money(n[0], cut.lines) for cut, n in row), strict=True)) for row in rows]
    return []


def _with_differences(pairs: Sequence[tuple[Cut, list[int]]], ones: Sequence[tuple[Cut, list[int]]]) -> list[dict[str, Money]]:
    """Own and whole stand side by side; what is drawn stands apart, and must be the differences of the two in their order."""
    differences = [whole - own for _, (own, whole) in pairs]
    if [d for d in differences if d] != [n[0] for _, n in ones if n[0]]:
        return []
    drawn = iter(cut for cut, n in ones if n[0])
    found = []
    for difference, (cut, (own, whole)) in zip(differences, pairs, strict=True):
        lines = next(drawn).lines if difference else cut.lines
        found.append(dict(zip(_KEYS, (Money(difference, lines), Money(own, cut.lines), Money(whole, cut.lines)), strict=True)))
    return found
