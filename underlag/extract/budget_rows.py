"""Rows of a budget table, whatever they were read from: a label, a share of post, a period, amounts by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from underlag.schemas.page import Cell, Line, Table
from underlag.values.amounts import parse_amount
from underlag.values.dates import dates_in, parse_date, parse_period
from underlag.values.folding import fold
from underlag.values.shares import parse_percent

NUMBERING = re.compile(r"^\s*\d{1,2}\s*[.,)]\s*")
_TOTAL_HEAD = re.compile(r"alla insatsagare|att rekvirera|^totalt?\b|^summa\b|samtliga")
_ASSOCIATION = re.compile(r"\b(?:samordnings?)?forbundet|\bfinsam")
_PARTY_HEAD = re.compile(r"\b(?:kommun(?:en)?|region(?:en)?|arbetsformedlingen|forsakringskassan)\b")
_SUM_HEAD = re.compile(r"^totalt?\b|^summa\b")
_OWN_HEAD = re.compile(r"egen ?finans|medfinans|egen insats|egna medel")
_YEAR_HEAD = re.compile(r"(?:ar |budget )?(?:\d )?\(?((?:19|20)\d\d)\b\)?(?: .{0,20})?")
_ROLE_HEAD = re.compile(r"^(huvud|del)(insats|projekt)?agare( \d+)?$|^kostnader i t?kr|^kronor|^$")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as written, and the lines of its cell."""

    kronor: int
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Row:
    """One row: `amounts` by column heading; `own` what the parties pay, where it has columns of its own; `total` from the column
    over all organisations.
    """

    label: str
    lines: tuple[Line, ...]
    percent: tuple[float, tuple[Line, ...]] | None = None
    start: tuple[date, tuple[Line, ...]] | None = None
    end: tuple[date, tuple[Line, ...]] | None = None
    amounts: dict[str, Money] = field(default_factory=dict)
    own: dict[str, Money] = field(default_factory=dict)
    total: Money | None = None
    unread: tuple[Line, ...] = ()

    @property
    def has_amounts(self) -> bool:
        return bool(self.amounts) or bool(self.own) or self.total is not None

    @property
    def idle(self) -> bool:
        """Zero or empty everywhere."""
        return not any(m.kronor for m in (*self.amounts.values(), *self.own.values())) and not (self.total and self.total.kronor)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a detailed budget keeps what; column numbers from 0, None where there is no such column. `own`: columns of what the
    parties pay, beside those of what is drawn. `party`: the heading above the table names the party whose only column this is.
    """

    percent: int | None
    start: int | None
    end: int | None
    organisations: dict[int, str]
    total: int | None
    own: dict[int, str] = field(default_factory=dict)
    party: bool = False

    @property
    def years(self) -> list[tuple[int, str]]:
        """The years that the columns are, with their headings; none where a column is anything else."""
        found = [(int(year[1]), name) for name in self.organisations.values() if (year := _YEAR_HEAD.fullmatch(fold(name)))]
        return found if len(found) == len(self.organisations) else []


def cell_lines(cell: Cell | None) -> tuple[Line, ...]:
    """All lines of the cell."""
    return tuple(line for p in cell.paragraphs for line in p.lines) if cell else ()


def cell_text(cell: Cell | None) -> str:
    """The cell's text on one line."""
    return " ".join(cell.text.split()) if cell else ""


def is_like(text: str, *wordings: str, cutoff: float = 84) -> bool:
    """Is the text, folded, one of the wordings or nearly so?"""
    folded = fold(text)
    return any(fuzz.ratio(folded, fold(w)) >= cutoff for w in wordings)


def _header_depth(table: Table) -> int:
    """How many rows at the top are headings: those before the first row with an amount, percentage or date in a cell."""
    for r in range(table.rows):
        cells = [cell_text(c) for c in table.row(r) if c.col > 0]
        if all(_YEAR_HEAD.fullmatch(fold(t)) for t in cells if parse_amount(t) is not None):
            cells = [t for t in cells if parse_amount(t) is None]  # years head columns
        if any(parse_amount(t) is not None or parse_percent(t) is not None or parse_date(t) for t in cells if t):
            return r
    return table.rows


def _headings(table: Table, depth: int) -> dict[int, list[str]]:
    """Heading texts by column, from the top; a cell over several columns heads each of them."""
    heads: dict[int, list[str]] = {c: [] for c in range(table.cols)}
    for r in range(depth):
        for cell in table.row(r):
            text = cell_text(cell)
            if text and cell.col_span < table.cols:
                for c in range(cell.col, cell.col + cell.col_span):
                    heads[c].append(text)
    return heads


def find_columns(table: Table) -> Columns | None:
    """The columns of a detailed budget, from its headings; None where it shows none."""
    heads = _headings(table, _header_depth(table))
    percent = _headed(heads, re.compile(r".*(tjanst|sysselsattning|omfattning|%)"))
    start = _headed(heads, re.compile(r"(fran|from|startdatum|fr o m|fran och med)$"))
    end = _headed(heads, re.compile(r"(till|tom|slutdatum|t o m|till och med)$"))
    if start is None:
        period = [c for c, h in heads.items() if c and any(re.search(r"tidsperiod|period", fold(t)) for t in h)]
        start, end = (period[0], period[-1]) if period else (None, None)
    amounts = {c: h for c, h in heads.items() if c not in (0, percent, start, end) and any(map(_names_amounts, h))}
    shares = {c for c, h in amounts.items() if any(_OWN_HEAD.search(fold(t)) for t in h)}
    shares = shares or _beside_the_association(amounts)
    sums = {c for c, h in amounts.items() if c not in shares and any((_SUM_HEAD if shares else _TOTAL_HEAD).search(fold(t)) for t in h)}
    drawn = _named({c: h for c, h in amounts.items() if c not in shares | sums})
    if not drawn:
        shares -= sums
        drawn = _named({c: amounts[c] for c in amounts if c in shares})
        shares = set()
    if not drawn and not sums:
        return None
    return Columns(percent, start, end, drawn, max(sums, default=None), _named({c: amounts[c] for c in amounts if c in shares}))


def _beside_the_association(amounts: Mapping[int, Sequence[str]]) -> set[int]:
    """Columns headed by a party's name behind the one of what the association pays, no sum of theirs: what that party pays itself."""
    first, *others = sorted(amounts) or [0]
    heads = {c: [fold(t) for t in h] for c, h in amounts.items()}
    drawn = {c for c, h in heads.items() if any(_ASSOCIATION.search(t) for t in h)}
    if drawn != {first} or any(_TOTAL_HEAD.search(t) for t in heads[first]):
        return set()
    return {c for c in others if any(_PARTY_HEAD.search(t) for t in heads[c])}


def _headed(heads: Mapping[int, Sequence[str]], pattern: re.Pattern[str]) -> int | None:
    """The first column behind the labels with a heading that the pattern, over folded text (or as written), matches."""
    return next((c for c, h in heads.items() if c and any(pattern.match(fold(t)) or pattern.match(t) for t in h)), None)


def _names_amounts(heading: str) -> bool:
    """May amounts stand under the heading: a word, or a year?"""
    return bool(re.search(r"[^\W\d_]{2}", heading) or _YEAR_HEAD.fullmatch(fold(heading)))


def _named(heads: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Each column's heading as written, roles of parties aside."""
    names: dict[int, str] = {}
    for c, texts in heads.items():
        told = [t for t in texts if not _ROLE_HEAD.match(fold(t))]
        names[c] = _unique(told[-1] if told else texts[-1], names.values())
    return names


def _unique(name: str, taken: Iterable[str]) -> str:
    names, new, k = set(taken), name, 2
    while new in names:
        new, k = f"{name} ({k})", k + 1
    return new


def table_rows(table: Table, columns: Columns) -> list[Row]:
    """The table's rows from the top, headings included (they are rows without amounts)."""
    rows, depth = [], _header_depth(table)
    for r in range(table.rows):
        first = table.at(r, 0)
        label = NUMBERING.sub("", cell_text(first)).strip() if first and first.row == r else ""
        row = Row(label, cell_lines(first))
        if r >= depth:
            _fill(row, table, r, columns)
        rows.append(row)
    return rows


def _fill(row: Row, table: Table, r: int, columns: Columns) -> None:
    def own(c: int | None) -> Cell | None:
        cell = table.at(r, c) if c is not None else None
        return cell if cell and cell.row == r and cell.col == c else None

    percent, start, end = own(columns.percent), own(columns.start), own(columns.end)
    share = parse_percent(cell_text(percent), bare=True) if percent and cell_text(percent) else None
    if share is not None:
        row.percent = (share, cell_lines(percent))
    if columns.start == columns.end and start:
        first, last = parse_period(cell_text(start))
    else:
        first, last = (_day(cell_text(start)) if start else None), (_day(cell_text(end)) if end else None)
    if first:
        row.start = (first, cell_lines(start))
    if last:
        row.end = (last, cell_lines(end or start))
    for c, name in columns.organisations.items():
        money = _money(own(c))
        if money:
            row.amounts[name] = money
    row.own = {name: money for c, name in columns.own.items() if (money := _money(own(c)))}
    row.total = _money(own(columns.total))
    if columns.total is None and len(columns.organisations) == 1 and not columns.own:
        row.total = next(iter(row.amounts.values()), None)  # one column only is the total of itself


def _day(text: str) -> date | None:
    found = dates_in(text)
    return found[0].value if len(found) == 1 else None


def _money(cell: Cell | None) -> Money | None:
    amount = parse_amount(cell_text(cell)) if cell and cell_text(cell) else None
    return Money(amount, cell_lines(cell)) if amount is not None else None
