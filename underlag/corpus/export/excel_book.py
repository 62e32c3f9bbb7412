"""All tables as one Excel workbook, a sheet each. Texts are written as texts, so that none can become a formula."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from underlag.corpus.tables import NewSheet, Row, Sheet, Table
from underlag.errors import OutputError
from underlag.report.wording import printable

_LONGEST_NAME = 31  # characters of a sheet's name
_LONGEST_TEXT = 32_767  # characters of a cell
_MOST_ROWS = 1_048_576


@contextmanager
def excel_book(folder: Path) -> Iterator[NewSheet]:
    """`arkiv.xlsx`; its first sheet says what each table and column means. A table too long for Excel ends the export."""
    with xlsxwriter.Workbook(folder / "arkiv.xlsx", {"constant_memory": True, "strings_to_urls": False}) as book:
        legend = _Rows(book.add_worksheet("Förklaring"), ("blad", "tabell", "kolumn", "betyder", "enhet"))

        def sheet(table: Table) -> Sheet:
            name = _sheet_name(table.name, {sheet.get_name().casefold() for sheet in book.worksheets()})
            for column in table.every:
                legend.add((name, table.title, column.name, column.title, column.unit))
            return _Rows(book.add_worksheet(name), tuple(column.name for column in table.every)).add

        yield sheet


class _Rows:
    """Rows of one sheet, one after another under a head that stays in view."""

    def __init__(self, sheet: Worksheet, head: Row) -> None:
        self._sheet, self._next = sheet, 0
        sheet.freeze_panes(1, 0)
        self.add(head)

    def add(self, row: Row) -> None:
        if self._next >= _MOST_ROWS:
            remedy = "Välj --format parquet, csv eller jsonl"
            raise OutputError("tabellen har fler rader än Excel tar", where=self._sheet.get_name(), remedy=remedy)
        for place, value in enumerate(row):
            match value:
                case bool():
                    self._sheet.write_boolean(self._next, place, value)
                case str():
                    self._sheet.write_string(self._next, place, printable(value)[:_LONGEST_TEXT])
                case int() | float():
                    self._sheet.write_number(self._next, place, value)
        self._next += 1


def _sheet_name(table: str, taken: set[str]) -> str:
    """The table's name, its last words where it is too long for Excel, numbered where those are taken."""
    short = table
    while len(short) > _LONGEST_NAME - len(" (99)"):
        short = short.partition("_")[2]
    name, number = short, 1
    while name.casefold() in taken:
        number += 1
        name = f"{short} ({number})"
    return name
