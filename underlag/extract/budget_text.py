"""A budget that has come down as bare lines (raw OCR text): rows told by order, columns by order and by the printed sums.

Some archives keep a table's rows as lines, others its columns as blocks of lines; `budget_columns` puts the latter together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from underlag.extract.budget import read_lines_around
from underlag.extract.budget_cuts import Cut, cut_line
from underlag.extract.budget_detail import Detail, added_by
from underlag.extract.budget_draft import Draft
from underlag.extract.budget_rows import Money
from underlag.extract.budget_summary import read_summary
from underlag.extract.budget_words import sum_of, year_row
from underlag.extract.flow import Item
from underlag.schemas.page import Line
from underlag.values.dates import dates_in
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

_OPENS = {
    "detail": re.compile(r"^(budget detaljerad|detaljerad budget|kostnader att rekvirera)"),
    "years": re.compile(r"^(ar ?1( ar ?2)?|ar[1il] ar ?2( ar ?3)?|(19|20)\d\d( (19|20)\d\d)+)\b"),
    "summary": re.compile(r"^(budgetsammanst|projektets .{0,3}ptid)"),
}
_SUMMARY_TITLE = "budgetsammanstallning"
_PERIOD_LABEL = re.compile(r"ptid\b|projekttid|insatstid")
_PERIOD_REACH = 6
_MOST_BELOW = 4
_SAME_NAME = 86
_UNIT = re.compile(r"(?i)(?:kostnader|(?:samtliga |alla )?belopp(?: anges)?|summor)\s+i\s+t\wr\b")


def _zone(folded: str) -> str | None:
    """Which of the budget's tables a line opens."""
    for name, pattern in _OPENS.items():
        if pattern.search(folded):
            return name
    first = folded.partition(" ")[0]
    return "summary" if len(first) > 15 and fuzz.ratio(first, _SUMMARY_TITLE) >= 80 else None


def _zones(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines of each budget table, in order."""
    zones: dict[str, list[Line]] = {"detail": [], "years": [], "summary": []}
    opened: str | None = None
    closing = ended = False  # the detailed budget has had the label of its last total, and its figures
    for line in lines:
        cut = cut_line(line)
        opened = _zone(fold(line.text)) or opened
        adds = added_by(cut)
        if (
            opened == "detail"
            and not adds
            and year_row(cut.label)
            and len(cut.numbers()) > 1
            and (ended or (closing and cut.label.isupper()))
        ):
            opened = "years"
        closing = opened == "detail" and (closing or adds in ("own", "whole"))
        ended = opened == "detail" and (ended or (adds in ("own", "whole") and bool(cut.tail)))
        if opened:
            zones[opened].append(line)
    return zones


def starts_budget(text: str) -> bool:
    """Does a line open a budget table?"""
    return _zone(fold(text)) in ("detail", "summary")


def budget_lines_apart(items: Sequence[Item]) -> list[Item]:
    """The items, each line that opens a budget table opening an item of its own (raw text runs lines together)."""
    apart: list[Item] = []
    for item in items:
        p = item.paragraph
        cuts = [k for k, line in enumerate(p.lines) if k and starts_budget(line.text)] if p and item.table is None else []
        if p is None or not cuts:
            apart.append(item)
            continue
        bounds = [0, *cuts, len(p.lines)]
        apart += [replace(item, block=replace(p, lines=p.lines[a:b])) for a, b in pairwise(bounds)]
    return apart


def _organisations(draft: Draft, lines: Sequence[Line]) -> list[str]:
    """The columns' organisations: those of the summary, or those that a heading line names where it names more."""
    named = [[f.value for f in organisations_in(line.text) if not fold(f.value).startswith("samordningsf")] for line in lines]
    heading = max(named, key=len, default=[])
    written = Counter(name for names in named for name in names)
    draft.summary = [(_as_mostly_written(name, written), at, values) for name, at, values in draft.summary]
    summed = [name for name, _, _ in draft.summary]
    return summed if len(summed) >= len(heading) else heading


def _as_mostly_written(name: str, written: Counter[str]) -> str:
    """The name as it is spelt in the other tables, where a scan reader misread it here ("Talimyra kommun")."""
    alike = [other for other in written if other != name and fuzz.ratio(other, name) >= _SAME_NAME]
    best = max(alike, key=lambda other: written[other], default=name)
    return best if written[best] > written[name] else name


def _with_numbers_below(cuts: Sequence[Cut]) -> Iterator[Cut]:
    """The lines; a sum's label without numbers takes those of the bare lines of numbers right below it."""
    at = 0
    while at < len(cuts):
        cut = cuts[at]
        at += 1
        if cut.label and not cut.tail and (sum_of(cut.label) or fold(cut.label) == "summa"):
            below = next((n for n in range(at, len(cuts)) if cuts[n].label or cuts[n].days), len(cuts))
            if below - at <= _MOST_BELOW:
                for each in cuts[at:below]:
                    cut = cut.joined(each)
                at = below
        yield cut


def _read_detail(draft: Draft, lines: Sequence[Line]) -> None:
    detail = Detail(draft, _organisations(draft, lines))
    for cut in _with_numbers_below([cut_line(line) for line in lines]):
        detail.take(cut)


def _read_years(draft: Draft, lines: Sequence[Line]) -> None:
    years: list[int] = []
    values: list[dict[str, Money]] = []
    head: Line | None = None
    for line in lines:
        found = [int(t) for t in line.text.split() if re.fullmatch(r"(?:19|20)\d\d", t)]
        cut = cut_line(line)
        if found and not years and not cut.label:
            years, head, values = found, line, [{} for _ in found]
            continue
        key = year_row(cut.label) if years else None
        numbers = cut.numbers(len(years)) if key else []
        if key and len(numbers) == len(years):
            for at, number in enumerate(numbers):
                values[at][key] = Money(number, (line,))
    if head:
        draft.years += [(year, (head,), v) for year, v in zip(years, values, strict=True) if any(m.kronor for m in v.values())]


def _read_period(draft: Draft, lines: Sequence[Line]) -> None:
    """The period on the line that asks for it, or on the lines of dates below."""
    for n, line in enumerate(lines):
        if draft.period[0] is not None or not _PERIOD_LABEL.search(fold(line.text)):
            continue
        near = [line, *(below for below in lines[n + 1 : n + 1 + _PERIOD_REACH] if not cut_line(below).label)]
        days = [(d.value.isoformat(), each) for each in near for d in dates_in(each.text)]
        if len(days) >= 2:
            draft.period = (min(days[:2]), max(days[:2])) if days[0][0] != days[1][0] else (days[0], None)


def read_budget_lines(items: Sequence[Item]) -> Draft:
    """The budget in the lines of `items`."""
    draft = Draft()
    lines = [line for i in items if i.paragraph for line in i.paragraph.lines]
    zones = _zones(lines)
    read_summary(draft, zones["summary"])
    _read_years(draft, zones["years"])
    _read_detail(draft, zones["detail"])
    if not draft.empty:
        _read_period(draft, lines)
        single = [replace(i, block=replace(i.paragraph, lines=(line,))) for i in items if i.paragraph for line in i.paragraph.lines]
        read_lines_around(draft, [s for s in single if len(s.text) < 160])
        _read_unit(draft, lines)
    return draft


def _read_unit(draft: Draft, lines: Sequence[Line]) -> None:
    """The unit, its word misread or not: nothing but "tkr" is of three letters and ends so."""
    for line in lines:
        if draft.unit is None and _UNIT.match(line.text.strip()):
            draft.unit = ("tkr", line)
