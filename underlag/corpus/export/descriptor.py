"""The data dictionary: `datapackage.json` of a frictionless data package, so that others can load the tables and know what they mean.

Source: the specifications Data Package and Table Schema, version 1 (specs.frictionlessdata.io). What they have no word for (the place in
the record, the unit) stands in properties of our own, which they allow.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from underlag.corpus.tables import KEYS, Column, Table


@dataclass(frozen=True, slots=True)
class Resource:
    """A table as it was written: the file's name, its format, and how many rows it has."""

    table: Table
    file: str
    format: str
    rows: int


_MEDIA = {"csv": "text/csv", "jsonl": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}


def descriptor(resources: Iterable[Resource], *, made: str) -> str:
    """The descriptor as JSON; `made` is the day of the export (ISO date)."""
    package = {
        "profile": "data-package",
        "name": "underlag-arkiv",
        "title": "Uppgifter ur arkivet",
        "created": f"{made}T00:00:00Z",
        "resources": [_resource(resource) for resource in resources],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(resource: Resource) -> Mapping[str, object]:
    table = resource.table
    return {
        "profile": "tabular-data-resource" if resource.format == "csv" else "data-resource",
        "name": table.name if resource.format == "csv" else f"{table.name}-{resource.format}",
        "title": table.title,
        "path": resource.file,
        "format": resource.format,
        "mediatype": _MEDIA[resource.format],
        "encoding": "utf-8",
        "rows": resource.rows,
        "schema": _schema(table),
    }


def _schema(table: Table) -> Mapping[str, object]:
    schema: dict[str, object] = {"fields": [_field(column) for column in table.every]}
    if table.keys[: len(KEYS)] == KEYS:
        schema["primaryKey"] = [column.name for column in table.keys]
    return schema


def _field(column: Column) -> Mapping[str, object]:
    field: dict[str, object] = {"name": column.name, "type": column.kind, "title": column.title}
    if column.allowed:
        field["constraints"] = {"enum": list(column.allowed)}
    if column.pointer:
        field["pointer"] = column.pointer
    if column.unit:
        field["unit"] = column.unit
    return field
