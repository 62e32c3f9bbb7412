"""An insats as the tables of a memo tell of it: which row of each is its own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from underlag.schemas.uppfoljning import InsatsRow, Uppfoljning
from underlag.validators.rule import Case
from underlag.values.namesakes import namesakes

ALL_INSATSER = ("mal", "forutsattningar", "budget", "kvalitet")
"""The tables that have a row for every insats, beside the list of them; those of participants are about some."""

_TABLES = ("insatser", *ALL_INSATSER, "deltagare", "forvantade_deltagare")


@dataclass(frozen=True, slots=True)
class Insats:
    """One insats: its name, as the first table that has it writes it, and the number of its row in each table that has one."""

    name: str
    rows: Mapping[str, int]

    def at(self, table: str, key: str = "insats") -> str:
        """The pointer of a figure in its row of a table that has one."""
        return f"/{table}/{self.rows[table]}/{key}"


@lru_cache(maxsize=4)
def insatser(case: Case[Uppfoljning]) -> tuple[Insats, ...]:
    """Every insats that a table names, in the order of the tables. Cases are compared by identity."""
    found: list[tuple[str, dict[str, int]]] = []
    for table in _TABLES:
        names = [str(case.value(f"/{table}/{n}/insats")) for n in range(_length(case, table))]
        taken = {row: n for n, row in namesakes([name for name, _ in found], names).items()}
        for row, name in enumerate(names):
            if row in taken:
                found[taken[row]][1][table] = row
            else:
                found.append((name, {table: row}))
    return tuple(Insats(name, rows) for name, rows in found)


def _length(case: Case[Uppfoljning], table: str) -> int:
    rows = case.value(f"/{table}")
    return len(rows) if isinstance(rows, list | tuple) else 0


def listed(case: Case[Uppfoljning], insats: Insats) -> InsatsRow | None:
    """The row of the insats in the list of them."""
    return case.record.insatser[insats.rows["insatser"]] if "insatser" in insats.rows else None


def first_day(case: Case[Uppfoljning]) -> date | None:
    """The first day that the memo covers: of its earliest quarter, or of its year where it tells no quarter."""
    period = case.record.period
    if period is None or period.ar is None:
        return None
    return date(period.ar, 3 * min(period.kvartal, default=1) - 2, 1)


def last_day(case: Case[Uppfoljning]) -> date | None:
    """The last day that the memo covers; None where it tells no quarter, for it may end in the middle of its year."""
    period = case.record.period
    if period is None or period.ar is None or not period.kvartal:
        return None
    month = 3 * max(period.kvartal)
    return date(period.ar, month, monthrange(period.ar, month)[1])
