"""A budget that has come down as bare lines (raw OCR text): rows told by order, columns by order and by the printed sums.

Some archives keep a table's rows as lines, others its columns as blocks of lines; `budget_columns` puts the latter together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from underlag.extract.budget import Draft, read_lines_around, section_of, sum_of, year_row
from underlag.extract.budget_columns import column_rows, is_columnwise
from underlag.extract.budget_cuts import Cut, cut_line, is_heading, joined_labels
from underlag.extract.budget_rows import Money, Row, is_like
from underlag.extract.budget_summary import read_summary
from underlag.extract.flow import Item
from underlag.schemas.page import Line
from underlag.values.dates import dates_in
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

_OPENS = {
    "detail": re.compile(r"^(budget detaljerad|detaljerad budget|kostnader att rekvirera)"),
    "years": re.compile(r"^(ar ?1( ar ?2)?|(19|20)\d\d( (19|20)\d\d)+)\b"),
    "summary": re.compile(r"^(budgetsammanst|projektets .{0,3}ptid)"),
}
_SUMMARY_TITLE = "budgetsammanstallning"
_PERIOD_LABEL = re.compile(r"ptid\b|projekttid|insatstid")
_PERIOD_REACH = 6
_MOST_CANDIDATES = 12
_MOST_BELOW = 4


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
    for line in lines:
        opened = _zone(fold(line.text)) or opened
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
    summed = [name for name, _, _ in draft.summary]
    return summed if len(summed) >= len(heading) else heading


def _row(cut: Cut, organisations: Sequence[str]) -> Row:
    """The line as a row; which organisation's column an amount stands in is settled later by the sums."""
    lines = cut.lines
    row = Row(cut.label, lines)
    if cut.percent is not None:
        row.percent = (cut.percent, lines)
    if cut.days:
        row.start = (cut.days[0], lines)
    if len(cut.days) > 1:
        row.end = (cut.days[1], lines)
    numbers = _consistent(cut, len(organisations) + 1)
    if not numbers:
        return row
    if len(numbers) > 1 or numbers[0] == 0:
        row.total = Money(numbers[-1], lines)
    values = numbers[:-1] if row.total else numbers
    for name, value in zip(organisations, values, strict=False):
        row.amounts[name] = Money(value, lines)
    return row


def _consistent(cut: Cut, most: int) -> list[int]:
    """The line's numbers, parted so that the last adds up the others where that can be (`most` columns), else as they fall."""
    natural = cut.numbers()
    if len(natural) == 1:
        return natural
    tries = (natural, *(cut.numbers(columns) for columns in range(most, 1, -1)))
    return next((n for n in tries if len(n) > 1 and sum(n[:-1]) == n[-1]), natural)


def _sum_row(cut: Cut, organisations: Sequence[str]) -> Row:
    """A row of printed sums: one an organisation from the left (columns without a name may follow), the total last."""
    row = Row(cut.label, cut.lines)
    numbers = _consistent(cut, len(organisations) + 1)
    if numbers:
        row.total = Money(numbers[-1], cut.lines)
        for name, value in zip(organisations, numbers[:-1], strict=False):
            row.amounts[name] = Money(value, cut.lines)
    return row


def _settle_columns(rows: list[Row], total: Row | None, organisations: Sequence[str]) -> None:
    """Moves amounts to the column whose printed sum only they can make; where more than one choice makes it, to none."""
    if total is None or len(organisations) < 2:
        return
    first = organisations[0]
    for name in organisations[1:]:
        wanted = total.amounts.get(name)
        if wanted is None or not wanted.kronor:
            continue
        candidates = [r for r in rows if first in r.amounts and r.amounts[first].kronor][:_MOST_CANDIDATES]
        sizes = (1, 2, 3)
        groups = [g for size in sizes for g in combinations(candidates, size) if sum(r.amounts[first].kronor for r in g) == wanted.kronor]
        for r in {id(r): r for g in groups for r in g}.values():
            money = r.amounts.pop(first)
            if len(groups) == 1:
                r.amounts[name] = money


def _settle_lone(rows: list[Row], total: Row | None, organisations: Sequence[str]) -> None:
    """An amount that stands alone in its row is the row's total, too, where there is one organisation only."""
    if len(organisations) != 1 or total is None or total.total is None:
        return
    alone = [r for r in rows if r.total is None and r.amounts]
    if alone and sum(m.kronor for r in rows for m in r.amounts.values()) == total.total.kronor:
        for r in alone:
            r.total = next(iter(r.amounts.values()))


class _Detail:
    """The detailed budget while its lines are being filed: block, kind of cost, and the lines of the section that is open."""

    def __init__(self, draft: Draft, organisations: Sequence[str]) -> None:
        self.draft, self.organisations = draft, organisations
        self.own = False
        self.kind = "lonekostnader"
        self.open: list[Cut] = []

    def take(self, cut: Cut) -> None:
        """Files one line."""
        added = sum_of(cut.label) if cut.label else None
        added = self.kind if added is None and fold(cut.label) == "summa" else added
        section = None if cut.tail else _section(cut.label)
        if added:
            self._close(added, cut)
        elif _opens_own(cut.label):
            self._close(None, None)
            self.own, self.kind = True, "lonekostnader"
        elif section:
            self._close(None, None)
            self.kind = section
        else:
            self.open.append(cut)

    def _close(self, added: str | None, cut: Cut | None) -> None:
        """Files the open section's rows, and the sum that ends it."""
        block = self.draft.own if self.own else self.draft.drawn
        total = _sum_row(cut, self.organisations) if cut else None
        kind = added if added in block.rows else self.kind
        members, self.open = self.open, []
        if is_columnwise(members):
            rows = column_rows(members, total, kind)
            if total and total.total is None and members and all(n == 0 for c in members for n in c.numbers()):
                total.total = next((Money(0, c.lines) for c in members if c.numbers()), None)
            for row in rows:
                money = row.amounts.pop("", None)
                if money and self.organisations:
                    row.amounts[self.organisations[0]] = money
        else:
            rows = [_row(c, self.organisations or ["?"]) for c in joined_labels(members) if not is_heading(c)]
        rows = [r for r in rows if r.label]  # figures without a name are a column's, and whose can't be told
        settled = total if added in block.rows else None
        _settle_columns(rows, settled, self.organisations)
        _settle_lone(rows, settled, self.organisations)
        block.rows[kind] += rows
        if added and total and total.has_amounts:
            self._sum(added, total)

    def _sum(self, added: str, row: Row) -> None:
        block = self.draft.own if self.own else self.draft.drawn
        if added == "whole":
            self.draft.whole = row
        elif added == "drawn":
            self.draft.drawn.total = row
        elif added == "own":
            self.draft.own.total = row
        else:
            block.sums[added] = row


def _opens_own(label: str) -> bool:
    """Does the line head what the parties pay themselves, their names perhaps behind it?"""
    return is_like(label[:20], "Egenfinansiering", "Egen finansiering", "Medfinansiering") or fold(label).startswith("egenfinansiering")


def _section(label: str) -> str | None:
    """The kind of cost that a line without amounts opens, column headings perhaps behind it."""
    folded = fold(label)
    opening = {"lonekostnader": "lonekostnader", "lokalkostnader": "lokalkostnader", "ovriga kostnader": "ovriga_kostnader"}
    return section_of(label) or next((kind for head, kind in opening.items() if folded.startswith(head)), None)


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
    detail = _Detail(draft, _organisations(draft, lines))
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
        if draft.unit is None and re.match(r"(?i)kostnader\s+i\s+t\wr\b", line.text.strip()):
            draft.unit = ("tkr", line)
