"""What an annual report tells in two places: the result, the balance, cash, the notes, and what each insats has cost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from underlag.schemas.account_lines import AccountLine, lines_of, rounding
from underlag.schemas.account_sums import RowSums
from underlag.schemas.relations import Sum, figures
from underlag.schemas.sums import BorneOut, Declared
from underlag.values.namesakes import ALIKE, likeness
from underlag.values.pointers import places, value_at

RESULT, BALANCE, FLOW, COSTS = "/resultatrakning", "/balansrakning", "/kassaflode", "/samverkansinsatser"

YEARS_RESULT = re.compile(r"\b(?:arets|periodens|redovisat) (?:resultat|overskott|underskott)\b")
_ASSETS = re.compile(r"^(?:(?:s ?a|summa|totalt?|totala) )+tillgangar(?:na)?$|^summa aktiva$")
_FUNDED = re.compile(r"\beget kapital\b.*\bskulder\b|\bskulder\b.*\beget kapital\b|^summa passiva$")
_OPENING = re.compile(r"\b(?:ingaende|arets (?:borjan|ingang)|arets ib)\b")
_CLOSING = re.compile(r"\b(?:utgaende|arets (?:slut|utgang))\b")
_EQUITY = re.compile(r"\b(?:eget )?kapital\b")
_ALL_EQUITY = re.compile(r"^(?:summa|totalt) eget kapital$")
_CASH = re.compile(r"\b(?:likvida medel|kassa|bank)\b")
_CASH_HELD = re.compile(r"^(?:summa )?(?:kassa|bank|likvida medel|bankmedel|plusgiro)\b")

Pairs = Callable[[object], Iterator[tuple[AccountLine, AccountLine]]]


@dataclass(frozen=True, slots=True)
class SameAmount:
    """The same amount in two rows, with or without a minus, for each pair that `pairs` finds in a record.

    `named`: they mean the same by their names, so that a single year decides; else one year must bear it out.
    `back`: the second row tells it so many years earlier.
    """

    kind: str
    pairs: Pairs
    named: bool = False
    back: int = 0

    def relations(self, record: object) -> Iterator[Sum]:
        """One for each year that both rows have."""
        for one, other in self.pairs(record):
            yield from self._same(one, other)

    def _same(self, one: AccountLine, other: AccountLine) -> Iterator[Sum]:
        both = _together(one, other, self.back)
        held = {sign: sum(_alike(one, a, other, b, sign) for a, b in both) for sign in (1, -1)}
        sign = -1 if held[-1] > held[1] else 1
        if held[sign] or (self.named and len(both) == 1):
            for a, b in both:
                terms, less = ((other.at(b),), ()) if sign > 0 else ((), (other.at(b),))
                yield Sum(self.kind, one.at(a), terms, less, rounding(one, other))


def _together(one: AccountLine, other: AccountLine, back: int = 0) -> list[tuple[str, str]]:
    """The columns of `one` with those of `other` for the same year, or the year so many before."""
    years = {int(column[:4]): column for column in other.amounts if column[:4].isdecimal()}
    return [(a, years[year]) for a in one.amounts if a[:4].isdecimal() and (year := int(a[:4]) - back) in years]


def _alike(one: AccountLine, a: str, other: AccountLine, b: str, sign: int) -> bool:
    """Do the two tell the same amount? Two noughts say nothing."""
    return bool(one.amounts[a]) and abs(one.amounts[a] - sign * other.amounts[b]) <= rounding(one, other)


def _last(lines: Sequence[AccountLine], name: re.Pattern[str], *also: re.Pattern[str]) -> AccountLine | None:
    return next((line for line in reversed(lines) if name.search(line.name) and all(more.search(line.name) for more in also)), None)


def results(record: object) -> Iterator[tuple[AccountLine, AccountLine]]:
    """The year's result where the balance and the flow of cash repeat it."""
    result = _last(lines_of(record, RESULT), YEARS_RESULT)
    if result is None:
        return
    for statement in (BALANCE, FLOW):
        yield from ((line, result) for line in lines_of(record, statement) if YEARS_RESULT.search(line.name))


def balances(record: object) -> Iterator[tuple[AccountLine, AccountLine]]:
    """All that is owned, and how it is funded."""
    totals = [line for line in lines_of(record, BALANCE) if line.total]
    owned, funded = _last(totals, _ASSETS), _last(totals, _FUNDED)
    if owned is not None and funded is not None:
        yield funded, owned


def openings(record: object) -> Iterator[tuple[AccountLine, AccountLine]]:
    """Equity and cash at the year's beginning, and at the end of the year before."""
    balance, flow = lines_of(record, BALANCE), lines_of(record, FLOW)
    equity, closing = _last(balance, _OPENING, _EQUITY), _last(balance, _ALL_EQUITY) or _last(balance, _CLOSING, _EQUITY)
    cash, left = _last(flow, _OPENING, _CASH), _last(flow, _CLOSING, _CASH)
    for first, last in ((equity, closing), (cash, left)):
        if first is not None and last is not None:
            yield first, last


def held_cash(record: object) -> Iterator[tuple[AccountLine, AccountLine]]:
    """Cash at the year's end, by its flow and in the balance."""
    left = _last(lines_of(record, FLOW), _CLOSING, _CASH)
    held = [line for line in lines_of(record, BALANCE) if _CASH_HELD.search(line.name)]
    if left is not None and len(held) == 1:
        yield left, held[0]


def _noted(record: object) -> Iterator[tuple[AccountLine, list[AccountLine]]]:
    """Each row of a statement that refers to a note, with the rows of that."""
    told = {value_at(record, f"{at}/nummer"): lines_of(record, f"{at}/rader") for at, _ in places(record, "/noter/*")}
    for statement in (RESULT, BALANCE, FLOW):
        for line in lines_of(record, statement):
            rows = told.get(line.note, []) if line.note is not None else []
            if rows:
                yield line, rows


def notes(record: object) -> Iterator[tuple[AccountLine, AccountLine]]:
    """A row of a statement and the row of its note that tells it: the one that does so in most years, of these the last total.

    A row that is no total may be a part that was the whole in one year: it must tell every year, or be the only one.
    """
    for line, rows in _noted(record):
        best = max(enumerate(rows), key=lambda row: (_years_alike(row[1], line), row[1].total, row[0]))[1]
        if best.total or len(rows) == 1 or _years_alike(best, line) == len(_together(best, line)):
            yield best, line


@dataclass(frozen=True, slots=True)
class NoteTotals:
    """The rows of a note that prints no total are together the row of the statement that refers to it."""

    kind: str

    def relations(self, record: object) -> Iterator[Sum]:
        """One for each year, where one year bears it out."""
        given = figures(record)
        for line, rows in _noted(record):
            sums = list(_added_up(self.kind, line, rows)) if len(rows) > 1 and not any(row.total for row in rows) else []
            if any(one.holds(given) for one in sums):
                yield from sums


def _added_up(kind: str, line: AccountLine, rows: Sequence[AccountLine]) -> Iterator[Sum]:
    """The row as the sum of `rows`, year by year, whichever of the two is written with a minus."""
    columns = {column[:4]: column for row in rows for column in row.amounts}
    for a, amount in line.amounts.items():
        terms = [row for row in rows if columns.get(a[:4]) in row.amounts]
        if not terms or not amount:
            continue
        pointers, total = tuple(row.at(columns[a[:4]]) for row in terms), sum(row.amounts[columns[a[:4]]] for row in terms)
        plus, minus = (pointers, ()) if (amount > 0) == (total > 0) else ((), pointers)
        yield Sum(kind, line.at(a), plus, minus, rounding(line, *rows, terms=len(terms)))


def _years_alike(one: AccountLine, other: AccountLine) -> int:
    both = _together(one, other)
    return max(sum(_alike(one, a, other, b, sign) for a, b in both) for sign in (1, -1))


def costs(record: object) -> Iterator[tuple[AccountLine, AccountLine]]:
    """What an insats has cost, in the table of costs and in the note that has a row for it; none where it has several rows there."""
    table = lines_of(record, COSTS, "insats")
    for at, _ in places(record, "/noter/*/rader"):
        rows = [line for line in lines_of(record, at) if not line.total]
        like = [(cost, row) for cost in table for row in rows if likeness(cost.name, row.name) >= ALIKE]
        for cost, row in like:
            if sum(cost is one or row is other for one, other in like) == 1:
                yield cost, row


@dataclass(frozen=True, slots=True)
class AllCosts:
    """The costs of all insatser are together a row of the statement of the result, where one year bears it out.

    What ended the year before may be left out of the table: an earlier year only bears out the last.
    """

    kind: str

    def relations(self, record: object) -> Iterator[Sum]:
        """One for the last year, and those that hold of the years before, of the row that most years bear out."""
        table = lines_of(record, COSTS, "insats")
        rows = [line for line in lines_of(record, RESULT) if not line.total] if len(table) > 1 else []
        sums = [list(_added_up(self.kind, row, table)) for row in rows]
        given = figures(record)
        best = max(sums, key=lambda some: sum(bool(one.holds(given)) for one in some), default=[])
        held = [one for one in best if one.holds(given)]
        if held:
            last = max(best, key=lambda one: one.total)
            yield from (one for one in best if one is last or one in held)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Equity at the year's beginning is that of the year before with its result, where the balance gives no total of equity."""

    kind: str

    def relations(self, record: object) -> Iterator[Sum]:
        """One for each year whose year before is given too."""
        lines = lines_of(record, BALANCE)
        opening, result = _last(lines, _OPENING, _EQUITY), _last(lines, YEARS_RESULT)
        if opening is None or result is None or any(_ALL_EQUITY.search(line.name) for line in lines):
            return
        for a, b in _together(opening, opening, 1):
            if b in result.amounts:
                yield Sum(self.kind, opening.at(a), (opening.at(b), result.at(b)), (), rounding(opening, result))


SUMS: tuple[Declared, ...] = (
    SameAmount("konto.balans", balances, named=True),
    SameAmount("konto.resultat", results, named=True),
    SameAmount("konto.ingaende", openings, named=True, back=1),
    CarriedOver("konto.ingaende"),
    SameAmount("konto.kassa", held_cash),
    *(RowSums("konto.summa", statement) for statement in (RESULT, BALANCE, FLOW)),
    RowSums("konto.notsumma", "/noter/*/rader"),
    SameAmount("konto.not", notes),
    NoteTotals("konto.not"),
    BorneOut((SameAmount("konto.insatser", costs, named=True),)),
    AllCosts("konto.insatser"),
)
"""A mistake is told after the first of these that it breaks: by what the amount means, sooner than by its place in a sum."""
