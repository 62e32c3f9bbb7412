"""What a run over many files has done, a JSON line a file: the record of the run, and what lets the next one go on where it ended.

A line is written when its file is done, so a run that is killed loses at most what it had in hand. Of several lines on one file the last
holds; a line that was cut off says nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from underlag.schemas.result import Model

State = Literal["klar", "fel", "dubblett"]
NAME = "manifest.jsonl"


class Entry(Model):
    """One file. `place`: its path below what was digitised; `result` and `searchable`: what was made of it, below the output folder;
    `first`: the place of the same content, for a duplicate; `error`: why it could not be read, in a line.
    """

    place: str
    size: int
    changed: int
    sha256: str
    state: State
    pages: int = 0
    complete: bool = True
    result: str | None = None
    searchable: str | None = None
    first: str | None = None
    error: str | None = None


class Manifest:
    """The manifest of an output folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._cut = False
        self.entries = {entry.place: entry for entry in self._read()}

    def add(self, entry: Entry) -> None:
        """Writes an entry; it is on the disk when this returns."""
        self.entries[entry.place] = entry
        with self._file.open("ab") as file:
            file.write(b"\n" * self._cut + entry.model_dump_json().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self._cut = False

    def _read(self) -> list[Entry]:
        if not self._file.exists():
            return []
        data = self._file.read_bytes()
        self._cut = bool(data) and not data.endswith(b"\n")
        return [entry for line in data.splitlines() if (entry := _entry(line))]


def _entry(line: bytes) -> Entry | None:
    try:
        return Entry.model_validate_json(line)
    except ValidationError:
        return None
