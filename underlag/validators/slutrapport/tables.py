"""A small table of money inside an answer, whose cells stand on lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from underlag.values.amounts import parse_amount

_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"(?:summa|totalt?|sammanlagt|totalsumma|hela insatsen)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"\b(?:tkr|kkr)\b|\btusental", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label and the amounts of its columns in kronor."""

    label: str
    amounts: tuple[int, ...]

    @property
    def is_total(self) -> bool:
        """Does it call itself the sum of the others?"""
        return _TOTAL.match(self.label) is not None


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The headings of the columns of amounts, and the rows. `unit`: what the amounts are rounded to, in kronor."""

    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: int

    @property
    def whole(self) -> Row | None:
        """The row for all: the one sum, or the only row there is."""
        sums = [row for row in self.rows if row.is_total]
        return sums[0] if len(sums) == 1 else self.rows[0] if len(self.rows) == 1 else None


def money_table(text: str) -> MoneyTable | None:
    """The table in the text: headings, then rows that each have a label and as many amounts. None where there is none, or where
    amounts are left over that fit into no row.
    """
    cells = [line.strip() for line in text.splitlines() if line.strip()]
    amounts = [None if _YEAR.fullmatch(cell) else parse_amount(cell) for cell in cells]
    first = next((n for n, amount in enumerate(amounts) if amount is not None), 0)
    width = sum(1 for _ in takewhile(lambda amount: amount is not None, amounts[first:]))
    heads = tuple(cells[first - 1 - width : first - 1]) if first > width else ()
    if width < 2 or not heads:
        return None
    unit = 1_000 if any(map(_THOUSANDS.search, cells[: first - 1])) else 1
    rows: list[Row] = []
    at = first - 1
    while at < len(cells) and amounts[at] is None:
        figures = [amount for amount in amounts[at + 1 : at + 1 + width] if amount is not None]
        if len(figures) < width:
            break
        rows.append(Row(cells[at], tuple(figure * unit for figure in figures)))
        at += width + 1
    return None if any(amount is not None for amount in amounts[at:]) else MoneyTable(heads, tuple(rows), unit)
