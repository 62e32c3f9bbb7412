"""A budget that has come down as bare lines (raw OCR text): labels left, numbers right, columns told by order and by sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from underlag.extract.budget import Draft, is_placeholder, read_lines_around, read_rows, section_of, sum_of, year_row
from underlag.extract.budget_rows import NUMBERING, Money, Row, is_like
from underlag.extract.flow import Item
from underlag.schemas.page import Line
from underlag.values.amounts import split_amounts
from underlag.values.dates import parse_date
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

_OPENS = {
    "detail": re.compile(r"^(budget detaljerad|detaljerad budget|kostnader att rekvirera)"),
    "years": re.compile(r"^(ar 1( ar 2)?|(19|20)\d\d( (19|20)\d\d)+)\b"),
    "summary": re.compile(r"^(budgetsammanst|projektets .{0,3}ptid)"),
}
_PERCENT = re.compile(r"^\d{1,3}%$")
_NUMBER = re.compile(r"^[-−]?\d{1,9}[.,|!]?$")
_NOISE = re.compile(r"[|_\[\]{}]+|(?<!\w)[~—]+(?!\w)")
_ROLE = re.compile(r"^(huvud|del)(insats|projekt)\w*(gare)?( \d)?$")


@dataclass(slots=True)
class Cut:
    """One line taken apart: its label, share of post, days, and the numbers at its end as written."""

    line: Line
    label: str
    percent: float | None = None
    days: list[date] = field(default_factory=list)
    tail: str = ""

    def numbers(self, columns: int | None = None) -> list[int]:
        """The line's amounts, from the left."""
        return [n for n in split_amounts(self.tail, columns) if n is not None] if self.tail else []


def _day(token: str) -> date | None:
    bare = token.strip(".,;|!")
    if re.fullmatch(r"1\d{6}", bare):
        bare = bare[1:]  # a cell's left rule, read as a 1
    return parse_date(bare) if re.fullmatch(r"\d{6}|\d{1,2}/\d{1,2}-?\d{2,4}|\d{4}-\d\d-\d\d", bare) else None


def cut_line(line: Line) -> Cut:
    """Takes a line apart from its right end."""
    text = _NOISE.sub(" ", line.text).replace("°", "")
    text = re.sub(r"(?<=\d)\s+%", "%", text)
    text = re.sub(r"(\d{1,2}/\d{1,2})\s*-\s*(\d{4})", r"\1-\2", text)
    tokens = text.split()
    k = len(tokens)
    while k > 0 and (_NUMBER.match(tokens[k - 1]) and not _day(tokens[k - 1])):
        k -= 1
    tail, head = tokens[k:], tokens[:k]
    cut = Cut(line, "", tail=" ".join(t.rstrip(".,|!") for t in tail))
    label: list[str] = []
    for token in head:
        day = _day(token)
        if day:
            cut.days.append(day)
        elif _PERCENT.match(token):
            cut.percent = float(token[:-1])
        else:
            label.append(token)
    cut.label = NUMBERING.sub("", " ".join(label)).strip(" .:-")
    return cut


def _zones(items: Sequence[Item]) -> dict[str, list[Line]]:
    """The lines of each budget table, in order."""
    zones: dict[str, list[Line]] = {"detail": [], "years": [], "summary": []}
    opened: str | None = None
    for line in (line for i in items if i.paragraph for line in i.paragraph.lines):
        folded = fold(line.text)
        opened = next((name for name, pattern in _OPENS.items() if pattern.search(folded)), opened)
        if opened:
            zones[opened].append(line)
    return zones


def starts_budget(text: str) -> bool:
    """Does a line open a budget table?"""
    folded = fold(text)
    return bool(_OPENS["detail"].search(folded) or _OPENS["summary"].search(folded))


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
        apart += [replace(item, block=replace(p, lines=p.lines[a:b])) for a, b in zip(bounds, bounds[1:], strict=False)]
    return apart


def _organisations(draft: Draft, lines: Sequence[Line]) -> list[str]:
    """The columns' organisations: those of the summary, else those that a heading line names."""
    if draft.summary:
        return [name for name, _, _ in draft.summary]
    named = [[f.value for f in organisations_in(line.text)] for line in lines]
    return max(named, key=len, default=[])


def _fold_wrapped(cuts: list[Cut]) -> list[Cut]:
    """A label without numbers that goes on in the next line is put together with it."""
    joined: list[Cut] = []
    for cut in cuts:
        last = joined[-1] if joined else None
        wraps = last and not last.tail and not last.days and len(last.label) > 20 and cut.label[:1].islower() and not sum_of(cut.label)
        if last and wraps:
            cut.label = f"{last.label} {cut.label}"
            joined[-1] = cut
        else:
            joined.append(cut)
    return joined


def _row(cut: Cut, organisations: Sequence[str]) -> Row:
    """The line as a row; its column is settled later where more than one is possible."""
    lines = (cut.line,)
    row = Row(cut.label, lines)
    if cut.percent is not None:
        row.percent = (cut.percent, lines)
    if cut.days:
        row.start = (cut.days[0], lines)
    if len(cut.days) > 1:
        row.end = (cut.days[1], lines)
    is_sum = sum_of(cut.label) is not None or fold(cut.label) == "summa"
    numbers = cut.numbers(None if is_sum else 2) or cut.numbers()
    if is_sum:
        numbers = cut.numbers(len(organisations) + 1) or numbers
    if not numbers:
        return row
    if len(numbers) > 1 or numbers[0] == 0 or is_sum:
        row.total = Money(numbers[-1], lines)
    values = numbers[:-1] if row.total else numbers
    for name, value in zip(organisations, values, strict=False):
        row.amounts[name] = Money(value, lines)
    return row


def _settle_columns(rows: list[Row], total: Row | None, organisations: Sequence[str]) -> None:
    """Moves amounts to the column whose printed sum only they can make."""
    if total is None or len(organisations) < 2:
        return
    first = organisations[0]
    for name in organisations[1:]:
        wanted = total.amounts.get(name)
        if wanted is None or not wanted.kronor:
            continue
        candidates = [r for r in rows if first in r.amounts and r.amounts[first].kronor]
        groups = [g for size in (1, 2, 3) for g in combinations(candidates[:12], size) if sum(r.amounts[first].kronor for r in g) == wanted.kronor]
        if groups:
            for r in min(groups, key=len):
                r.amounts[name] = r.amounts.pop(first)


def _read_detail(draft: Draft, lines: Sequence[Line]) -> None:
    organisations = _organisations(draft, lines)
    cuts = _fold_wrapped([cut_line(line) for line in lines])
    kind = "lonekostnader"
    rows: list[Row] = []
    for cut in cuts:
        row = _row(cut, organisations or ["?"])
        kind = section_of(cut.label) or kind
        if fold(cut.label) == "summa":
            row.label = {"lonekostnader": "Summa lönekostnader", "lokalkostnader": "Summa lokalkostnader"}.get(kind, "Summa övriga kostnader")
        if is_like(cut.label, "Kostnader att rekvirera från Samordningsförbundet") or (not row.has_amounts and not section_of(cut.label)
                                                                                      and "egenfinans" not in fold(cut.label)):
            if not (row.percent and row.percent[0]):
                continue
        if fold(cut.label).startswith("egenfinansiering"):
            row.label, row.amounts, row.total = "Egenfinansiering", {}, None
        rows.append(row)
    read_rows(draft, rows, ("drawn", "lonekostnader"))
    for block in (draft.drawn, draft.own):
        for section, members in block.rows.items():
            _settle_columns(members, block.sums.get(section), organisations)


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
        draft.years += [(year, (head,), v) for year, v in zip(years, values, strict=True) if v]


def _read_summary(draft: Draft, lines: Sequence[Line]) -> None:
    keys = ("rekvireras", "egenfinansiering", "totalt")
    for line in lines:
        cut = cut_line(line)
        numbers = cut.numbers(3)
        if len(numbers) != 3 or not cut.label or _ROLE.match(fold(cut.label)):
            continue
        values = {key: Money(number, (line,)) for key, number in zip(keys, numbers, strict=True)}
        if re.match(r"(summa|totalt)\b", fold(cut.label)):
            draft.summary_sum = values
        elif is_placeholder(cut.label):
            draft.placeholders.append(("/budget/sammanstallning", cut.label, line))
        else:
            draft.summary.append((cut.label, (line,), values))


def read_budget_lines(items: Sequence[Item]) -> Draft:
    """The budget in the lines of `items`."""
    draft = Draft()
    zones = _zones(items)
    _read_summary(draft, zones["summary"])
    _read_years(draft, zones["years"])
    _read_detail(draft, zones["detail"])
    if not draft.empty:
        read_lines_around(draft, items)
    return draft
