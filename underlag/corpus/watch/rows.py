"""A file as the ledger has it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import RowMapping

from underlag.corpus.watch.tables import FILES, State


@dataclass(frozen=True, slots=True)
class File:
    """A row of the ledger; see `tables.FILES`."""

    id: int
    name: str
    tags: str
    claim: str | None
    state: State
    ending: State | None
    sha256: str | None
    first_of: int | None
    version: int
    place: str | None
    attempts: int
    setbacks: int
    next_try: float
    hindrance: str | None
    error: str | None
    remedy: str | None
    arrived: float
    ended: float | None
    insats: str | None
    kinds: str | None
    fel: int
    varningar: int
    undecided: int
    complete: bool


COLUMNS = [FILES.c[field.name] for field in fields(File)]


def file_of(row: RowMapping) -> File:
    """A row as a File."""
    ending = row["ending"]
    return File(**{**row, "state": State(row["state"]), "ending": State(ending) if ending else None})
