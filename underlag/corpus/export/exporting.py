"""Rows to files in one pass, so that the archive need not fit in memory; then the descriptor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from importlib import import_module
from pathlib import Path
from typing import Literal, get_args

from underlag.corpus.export.descriptor import Resource, descriptor
from underlag.corpus.tables import NewSheet, Row, Sheet, Table

Format = Literal["csv", "jsonl", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
DESCRIPTOR = "datapackage.json"

_WRITERS: dict[Format, tuple[str, str]] = {
    "csv": ("underlag.corpus.export.text_files", "csv_files"),
    "jsonl": ("underlag.corpus.export.text_files", "json_files"),
    "parquet": ("underlag.corpus.export.parquet_files", "parquet_files"),
    "xlsx": ("underlag.corpus.export.excel_book", "excel_book"),
}
"""The writer of each format: loaded when it is asked for, since pyarrow alone takes half a second."""


def export(rows: Iterable[tuple[Table, Row]], folder: Path, formats: Sequence[Format], *, made: str) -> tuple[Resource, ...]:
    """Writes the rows to `folder`, in each format, and the descriptor; tables without rows are left out. `made`: the day, an ISO date."""
    counts: dict[str, int] = {}
    tables: dict[str, Table] = {}
    with ExitStack() as opened:
        new_sheets = [opened.enter_context(_writer(form, folder)) for form in formats]
        sheets: dict[str, list[Sheet]] = {}
        for table, row in rows:
            if table.name not in sheets:
                tables[table.name], counts[table.name] = table, 0
                sheets[table.name] = [new_sheet(table) for new_sheet in new_sheets]
            counts[table.name] += 1
            for write in sheets[table.name]:
                write(row)
    resources = tuple(_resources(tables.values(), counts, formats))
    if told := [resource for resource in resources if resource.format != "xlsx"]:  # a workbook has a sheet that explains it
        (folder / DESCRIPTOR).write_text(descriptor(told, made=made), encoding="utf-8")
    return resources


def _writer(form: Format, folder: Path) -> AbstractContextManager[NewSheet]:
    module, name = _WRITERS[form]
    opened: AbstractContextManager[NewSheet] = getattr(import_module(module), name)(folder)
    return opened


def _resources(tables: Iterable[Table], counts: dict[str, int], formats: Sequence[Format]) -> Iterator[Resource]:
    for table in sorted(tables, key=lambda table: table.name):
        for form in formats:
            file = "arkiv.xlsx" if form == "xlsx" else f"{table.name}.{form}"
            yield Resource(table, file, form, counts[table.name])
