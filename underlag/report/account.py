"""The economic account (ekonomisk information) as one table: a column for each that it has, and last what can be decided on."""

from __future__ import annotations

from collections.abc import Sequence

from underlag.report.blocks import Cells, Column, Row, Table, Value
from underlag.report.budget import Path, Record, row_list
from underlag.report.wording import one_line
from underlag.schemas.words import key_label

ACCOUNT_KEYS = ("kolumner", "rader", "beslutsutrymme_fore", "beslutsutrymme_efter")


def account_table(record: Record, cells: Cells) -> Table:
    """The rows as the account has them, in its own unit, then the room for decisions before and after the proposals."""
    rows = row_list(record.get("rader"))
    totals = [(key, _amounts(record, key)) for key in ACCOUNT_KEYS[2:]]
    heads = [str(head) for head in _amounts(record, "kolumner")]
    width = max(len(heads), *(len(_amounts(row, "belopp")) for row in rows), *(len(amounts) for _, amounts in totals))
    labels = [one_line(head) for head in heads] + [f"Kolumn {n + 1}" for n in range(len(heads), width)]
    owned = any(row.get("insatsagare") is not None for row in rows)

    def spread(amounts: Sequence[object], at: Path) -> tuple[Value, ...]:
        return tuple(cells.value(amounts[n] if n < len(amounts) else None, (*at, str(n))) for n in range(width))

    made = []
    for n, row in enumerate(rows):
        named = [cells.value(row.get(key), ("rader", str(n), key)) for key in ("rubrik", *(["insatsagare"] if owned else []))]
        made.append(Row((*named, *spread(_amounts(row, "belopp"), ("rader", str(n), "belopp")))))
    for key, amounts in totals:
        made.append(Row((Value(key_label(key)), *([Value(None, blank=True)] if owned else []), *spread(amounts, (key,))), "sum"))
    columns = (Column("Rubrik"), *([Column("Insatsägare")] if owned else []), *(Column(label, numeric=True) for label in labels))
    return Table("Rader och beslutsutrymme", columns, tuple(made))


def _amounts(of: Record, key: str) -> Sequence[object]:
    value = of.get(key)
    return value if isinstance(value, list | tuple) else ()
