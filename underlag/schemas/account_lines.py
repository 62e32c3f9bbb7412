"""The rows of an account, a note or a table of costs, as the declarations of sums look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from underlag.values.folding import fold
from underlag.values.pointers import escaped, value_at

_THOUSAND = 1_000
_MANY = 8
_TOTAL = re.compile(r"^(?:s ?a|summa|totalt?|utgaende|bokfort varde|redovisat varde)\b")
"""Names of totals that a note may print like any row."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One row: where it lies, its folded name, the amounts that it gives in kronor by column, the note it refers to, is it a total.

    `unit`: what the amounts of its list are rounded to, in kronor.
    """

    pointer: str
    name: str
    amounts: Mapping[str, int]
    note: int | None
    total: bool
    unit: int

    def at(self, column: str) -> str:
        """The pointer of its amount in a column."""
        return f"{self.pointer}/belopp/{escaped(column)}"


def lines_of(record: object, at: str, name: str = "post") -> list[AccountLine]:
    """The rows of the list at `at` of a record (plain data); `name` is the key of their names."""
    rows = value_at(record, at)
    every = list(rows) if isinstance(rows, list | tuple) else []
    unit = _unit(amount for row in every for amount in _amounts(row).values())
    return [_line(row, f"{at}/{n}", name, unit) for n, row in enumerate(every)]


def _line(row: object, at: str, name: str, unit: int) -> AccountLine:
    note = value_at(row, "/not")
    named = fold(str(value_at(row, f"/{name}") or ""))
    total = value_at(row, "/summa") is True or _TOTAL.search(named) is not None
    return AccountLine(at, named, _amounts(row), note if isinstance(note, int) else None, total, unit)


def _amounts(row: object) -> dict[str, int]:
    belopp = value_at(row, "/belopp")
    return {str(column): amount for column, amount in belopp.items() if isinstance(amount, int)} if isinstance(belopp, Mapping) else {}


def _unit(amounts: Iterable[int]) -> int:
    given = [amount for amount in amounts if amount]
    return _THOUSAND if given and all(amount % _THOUSAND == 0 for amount in given) else 1


def rounding(*lines: AccountLine, terms: int = 1) -> int:
    """How far off a sum of `terms` amounts may be, in kronor: the finest unit of `lines`, twice that for a long column."""
    return min(line.unit for line in lines) * (2 if terms >= _MANY else 1)
