"""The sums of an annual report: which rows of its accounts and notes are the totals of which others.

Each association names and orders its accounts as it likes, writes costs with a minus or without, and puts a total below its rows or
repeats it elsewhere (`account_links`). Which rows a total is made of is therefore told by the amounts themselves: what at least one
column bears out is the relation, and a column that does not follow is wrong. What no column bears out is not declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from underlag.schemas.account_lines import AccountLine, lines_of, rounding
from underlag.schemas.relations import Sum
from underlag.values.pointers import places

_OF_WHICH = re.compile(r"^(?:varav|darav|av vilka|dar av)\b")
_MOST_TOGETHER = 6
"""Rows of which any may be taken away from the first; of more than these all are, or chance would agree."""
_CHANGED_PLACES = 2

Term = tuple[int, int]
"""A row by its number, and 1 or -1 for how it counts."""


@dataclass(frozen=True, slots=True)
class RowSums:
    """Every row of totals is the sum of rows above it, in each list of rows at `rows` (a pattern)."""

    kind: str
    rows: str

    def relations(self, record: object) -> Iterator[Sum]:
        """One for each column of each total that the columns bear out."""
        for at, _ in places(record, self.rows):
            lines = lines_of(record, at)
            for total, terms in _compositions(lines):
                yield from _sums(self.kind, lines, total, terms)


def _compositions(lines: Sequence[AccountLine]) -> Iterator[tuple[int, Sequence[Term]]]:
    """Each total with the rows that it is made of. Rows that a total has taken up stand for themselves no longer."""
    alone: list[int] = []
    for n, line in enumerate(lines):
        if line.total:
            since = next((k for k, row in enumerate(reversed(alone)) if lines[row].total), len(alone))
            terms = _best(lines, n, _candidates(alone, since)) or _only(lines, n, alone, since)
            if terms:
                yield n, terms
            del alone[len(alone) - (len(terms) or since) :]
        if not _OF_WHICH.match(line.name):
            alone.append(n)


def _candidates(alone: Sequence[int], since: int) -> Iterator[Sequence[Term]]:
    """What a total may be made of: the rows `since` the total before, all rows since another, a few with what is taken from them."""
    if since:
        yield [(row, 1) for row in alone[-since:]]
    for count in range(len(alone), 0, -1):
        some = alone[-count:]
        yield [(row, 1) for row in some]
        ways = product((1, -1), repeat=count - 1) if count <= _MOST_TOGETHER else [(-1,) * (count - 1)]
        yield from (list(zip(some, (1, *signs), strict=True)) for signs in ways if -1 in signs)


def _best(lines: Sequence[AccountLine], total: int, candidates: Iterator[Sequence[Term]]) -> Sequence[Term]:
    """The first of the candidates that most columns bear out; none where no column bears out any."""
    best: Sequence[Term] = ()
    most = 0
    for terms in candidates:
        held, failed = _agreement(lines, total, terms)
        if held > most:
            best, most = terms, held
            if not failed:
                break
    return best


def _only(lines: Sequence[AccountLine], total: int, alone: Sequence[int], since: int) -> Sequence[Term]:
    """The rows of a list that has no other column to bear them out, and no other total: all above the only one."""
    single = len(lines[total].amounts) == 1 and since == len(alone) > 1 and total == len(lines) - 1
    return [(row, 1) for row in alone] if single else ()


def _agreement(lines: Sequence[AccountLine], total: int, terms: Sequence[Term]) -> tuple[int, int]:
    """How many columns say that `total` is the terms together, and how many deny it; empty columns say nothing.

    Two columns that are off by as much, one up and one down, have changed places in a row: together they say it once.
    """
    held, offs = 0, []
    slack = rounding(lines[total], terms=len(terms))
    for column, amount in lines[total].amounts.items():
        told = [sign * lines[row].amounts[column] for row, sign in terms if column in lines[row].amounts]
        if not amount or not any(told):
            continue
        off = sum(told) - amount
        if abs(off) <= slack:
            held += 1
        else:
            offs.append(off)
    return held + (len(offs) == _CHANGED_PLACES and abs(sum(offs)) <= slack), len(offs)


def _sums(kind: str, lines: Sequence[AccountLine], total: int, terms: Sequence[Term]) -> Iterator[Sum]:
    for column in lines[total].amounts:
        plus, minus = (tuple(lines[row].at(column) for row, sign in terms if sign == way) for way in (1, -1))
        yield Sum(kind, lines[total].at(column), plus, minus, rounding(lines[total], terms=len(terms)))
