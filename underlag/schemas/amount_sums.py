"""The sums of a table of amounts whose rows each association names and orders as it likes (ekonomisk information).

Which rows a printed sum is made of, no name tells surely. The table's own columns do: what most of them bear out is the sum, and a
column that does not follow is wrong. Where the columns bear out nothing, nothing is declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from underlag.schemas.relations import Sum
from underlag.values.folding import fold
from underlag.values.pointers import value_at

_SUM_ROW = re.compile(r"^(?:s ?a|summa|delsumma|totalt?|total\w*)\b")
_RESULT_ROW = re.compile(r"^(?:\w+ )?(?:resultat|overskott underskott|over underskott)\b")
_ROUNDING = 2  # thousands: sums of amounts that were rounded one by one
_MOST_TERMS = 4
_MOST_ROWS = 12  # that stand for themselves; more would make chance agreements likely, and the search long
_PROPOSED = re.compile(r"\bny\w*\b.*\b(?:ansok|insats)|\bforesla|\bansok")  # what the board is asked to grant, by its name
_SHARE = 0.6
_FEWEST = 2
_CHANGED_PLACES = 2

Amounts = Sequence[int | None]
Term = tuple[int, int]
"""A row by its number, and 1 or -1 for how it counts."""


@dataclass(frozen=True, slots=True)
class AmountSums:
    """The sums among the rows at `rows`, and of the two rows that tell what can be decided `before` and `after` what is proposed.

    `kinds`: the rules for the sums of rows, for what is left before, and for what is left after.
    """

    rows: str
    before: str
    after: str
    kinds: tuple[str, str, str]

    def relations(self, record: object) -> Iterator[Sum]:
        """One for each column of each sum that the table bears out."""
        table, names = self._table(record), self._names(record)
        before, after = _amounts(value_at(record, self.before)), _amounts(value_at(record, self.after))
        found = {n: parts for n, name in enumerate(names) if _SUM_ROW.match(name) and (parts := _parts(n, table, names))}
        for n, parts in found.items():
            yield from self._sums(self.kinds[0], f"{self.rows}/{n}/belopp", table[n], [(part, 1) for part in parts])
        inside = {part for parts in found.values() for part in parts}
        alone = [n for n in range(len(table)) if n not in inside]
        for n in (n for n, name in enumerate(names) if _RESULT_ROW.match(name)):
            terms = _combined(table[n], [], table, range(n), _MOST_TERMS)
            yield from self._sums(self.kinds[0], f"{self.rows}/{n}/belopp", table[n], terms)
        yield from self._sums(self.kinds[1], self.before, before, _combined(before, [], table, alone, _MOST_TERMS))
        proposed = _combined(after, before, table, alone, 1) or _named_proposed(table, names, alone)
        yield from self._sums(self.kinds[2], self.after, after, proposed, self.before)

    def _table(self, record: object) -> list[Amounts]:
        rows = value_at(record, self.rows)
        return [_amounts(value_at(row, "/belopp")) for row in rows] if isinstance(rows, list | tuple) else []

    def _names(self, record: object) -> list[str]:
        rows = value_at(record, self.rows)
        return [fold(str(value_at(row, "/rubrik") or "")) for row in rows] if isinstance(rows, list | tuple) else []

    def _sums(self, kind: str, total: str, amounts: Amounts, terms: Sequence[Term], base: str | None = None) -> Iterator[Sum]:
        for column, amount in enumerate(amounts if terms else ()):
            if amount is not None:
                plus = [f"{self.rows}/{n}/belopp/{column}" for n, sign in terms if sign > 0]
                minus = tuple(f"{self.rows}/{n}/belopp/{column}" for n, sign in terms if sign < 0)
                yield Sum(kind, f"{total}/{column}", tuple([f"{base}/{column}"] if base else []) + tuple(plus), minus, _ROUNDING)


def _amounts(value: object) -> list[int | None]:
    return [n if isinstance(n, int) else None for n in value] if isinstance(value, list | tuple) else []


def _parts(total: int, table: Sequence[Amounts], names: Sequence[str]) -> list[int]:
    """The rows straight above the row `total`, back to some row, that it adds up; none where the columns bear out no such run.

    Where only two columns tell, one is enough: the name says that the row is a sum.
    """
    runs: dict[int, list[Term]] = {}
    for first in range(total - 1, -1, -1):
        if _SUM_ROW.match(names[first]):
            break
        runs[first] = [(n, 1) for n in range(first, total)]
    best = _best(table[total], [], table, runs.values()) or _half(table[total], table, runs.values())
    return [n for n, _ in best]


def _half(total: Amounts, table: Sequence[Amounts], candidates: Iterable[list[Term]]) -> list[Term]:
    """The first of the candidates that one of two columns bears out; none where more columns tell."""
    return next((terms for terms in candidates if _agreement(total, [], table, terms) == (1, 1)), [])


def _combined(total: Amounts, base: Amounts, table: Sequence[Amounts], rows: Sequence[int], most: int) -> list[Term]:
    """The fewest rows that, added to `base` or taken from it, make `total`; none where no few rows do, or the rows are too many."""
    if len(rows) > _MOST_ROWS or not any(total):
        return []
    some = (
        list(zip(chosen, signs, strict=True))
        for count in range(1, most + 1)
        for chosen in combinations(rows, count)
        for signs in product((1, -1), repeat=count)
    )
    return _best(total, base, table, some)


def _named_proposed(table: Sequence[Amounts], names: Sequence[str], rows: Sequence[int]) -> list[Term]:
    """The last row that its name calls the sum of what is proposed, where a single year is too little to bear that out."""
    row = next((n for n in reversed(rows) if _SUM_ROW.match(names[n]) and _PROPOSED.search(names[n])), None)
    return [] if row is None else [(row, 1 if any((amount or 0) < 0 for amount in table[row]) else -1)]


def _best(total: Amounts, base: Amounts, table: Sequence[Amounts], candidates: Iterable[list[Term]]) -> list[Term]:
    """The first of the candidates that every column bears out, else the one that most do; none where most columns bear out none."""
    best: list[Term] = []
    fewest = None
    for terms in candidates:
        held, failed = _agreement(total, base, table, terms)
        if held >= _FEWEST and held >= _SHARE * (held + failed) and (fewest is None or failed < fewest):
            best, fewest = terms, failed
            if not failed:
                break
    return best


def _agreement(total: Amounts, base: Amounts, table: Sequence[Amounts], terms: Sequence[Term]) -> tuple[int, int]:
    """How many columns say that `total` is `base` and the terms together, and how many deny it; without an amount they say nothing.

    Two columns that are off by as much, one up and one down, have changed places in a row: together they say it and deny it once.
    """
    held, offs = 0, []
    for column, amount in enumerate(total):
        told = [table[n][column] if column < len(table[n]) else None for n, _ in terms]
        start = base[column] if column < len(base) else None if base else 0
        if amount is None or start is None or not any(told):
            continue
        off = start + sum(sign * (value or 0) for value, (_, sign) in zip(told, terms, strict=True)) - amount
        if abs(off) <= _ROUNDING:
            held += 1
        else:
            offs.append(off)
    changed_places = len(offs) == _CHANGED_PLACES and abs(sum(offs)) <= _ROUNDING
    return (held + 1, 1) if changed_places else (held, len(offs))
