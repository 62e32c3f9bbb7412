"""Tables as Parquet, one file a table, with typed columns; pyarrow is loaded when the first is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from underlag.corpus.tables import Column, Kind, NewSheet, Row, Sheet, Table

_AT_ONCE = 20_000  # rows held until they are written as one group
_TYPES: Mapping[Kind, pa.DataType] = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


@contextmanager
def parquet_files(folder: Path) -> Iterator[NewSheet]:
    """Files whose columns say in their metadata what they mean."""
    with ExitStack() as files:

        def sheet(table: Table) -> Sheet:
            out = _Sheet(table, folder / f"{table.name}.parquet")
            files.callback(out.close)
            return out.add

        yield sheet


class _Sheet:
    """Rows gathered, and written column by column."""

    def __init__(self, table: Table, path: Path) -> None:
        self._schema = pa.schema([_field(column) for column in table.every])
        self._writer = ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _AT_ONCE:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        columns = [pa.array(values, field.type) for field, values in zip(self._schema, zip(*self._rows, strict=True), strict=False)]
        if columns:
            self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema))
        self._rows.clear()


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES[column.kind], metadata={"title": column.title, "pointer": column.pointer})
