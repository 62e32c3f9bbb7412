"""Tables as text files, one a table: comma-separated values, and JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from underlag.corpus.tables import NewSheet, Row, Scalar, Sheet, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # with these a spreadsheet takes a text for a formula


@contextmanager
def csv_files(folder: Path) -> Iterator[NewSheet]:
    """Files as RFC 4180 has them, in UTF-8. A text that a spreadsheet would take for a formula has a ' before it."""
    with ExitStack() as files:

        def sheet(table: Table) -> Sheet:
            out = csv.writer(_file(files, folder / f"{table.name}.csv"))
            out.writerow([column.name for column in table.every])
            return lambda row: out.writerow(map(_harmless, row))

        yield sheet


@contextmanager
def json_files(folder: Path) -> Iterator[NewSheet]:
    """Files with one JSON object a line."""
    with ExitStack() as files:

        def sheet(table: Table) -> Sheet:
            file, names = _file(files, folder / f"{table.name}.jsonl"), [column.name for column in table.every]

            def write(row: Row) -> None:
                file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")

            return write

        yield sheet


def _file(files: ExitStack, path: Path) -> IO[str]:
    return files.enter_context(path.open("w", encoding="utf-8", errors="replace", newline=""))


def _harmless(value: Scalar) -> Scalar:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
