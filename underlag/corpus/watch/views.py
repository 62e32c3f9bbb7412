"""What the ledger says, for those who only ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from sqlalchemy import Connection, Engine, Select, func, inspect, select
from sqlalchemy.exc import DBAPIError

from underlag.corpus.database import reading
from underlag.corpus.watch.rows import COLUMNS, File, file_of
from underlag.corpus.watch.tables import ENDED, FILES, SERVICES, State
from underlag.errors import OutputError


@dataclass(frozen=True, slots=True)
class Seen:
    """A service as it was last heard of: when, and of what trouble; times are seconds since 1970."""

    host: str
    process: int
    started: float
    beat: float
    error: str | None
    error_at: float | None


class Views:
    """Questions to the ledger of a site; one that no service has made yet has no files."""

    def __init__(self, engine: Engine) -> None:
        self._engine = reading(engine)

    def counts(self) -> dict[State, int]:
        """How many files there are in each state."""
        with self._asking() as tx:
            rows = tx.execute(select(FILES.c.state, func.count()).group_by(FILES.c.state)).all() if tx else []
        return {State(state): count for state, count in rows}

    def service(self) -> Seen | None:
        """The service that was heard of last."""
        query = select(*(SERVICES.c[field.name] for field in fields(Seen))).order_by(SERVICES.c.beat.desc()).limit(1)
        with self._asking() as tx:
            row = tx.execute(query).mappings().one_or_none() if tx else None
        return Seen(**row) if row else None

    def last(self, state: State) -> File | None:
        """The file that came to this end last."""
        return next(iter(self._files(select(*COLUMNS).where(FILES.c.state == state).order_by(FILES.c.ended.desc()).limit(1))), None)

    def hindered(self) -> list[File]:
        """The files that wait for something to pass, those that are tried next first."""
        waiting = FILES.c.hindrance.is_not(None) & FILES.c.ended.is_(None)
        return self._files(select(*COLUMNS).where(waiting).order_by(FILES.c.next_try))

    def to_review(self) -> list[File]:
        """The files that were read and that a person should look at, the latest first."""
        doubtful = (FILES.c.fel > 0) | (FILES.c.undecided > 0) | FILES.c.complete.is_(False)
        return self._files(select(*COLUMNS).where(FILES.c.state == State.DONE, doubtful).order_by(FILES.c.ended.desc(), FILES.c.id.desc()))

    def at(self, place: str) -> File | None:
        """The file that lies at this place, a path from the site's folder."""
        ended = FILES.c.ended.is_not(None)
        return next(iter(self._files(select(*COLUMNS).where(FILES.c.place == place, ended))), None)

    def is_under_way(self, number: int) -> bool:
        """Is there a file of this number that has not come to an end?"""
        file = self.numbered(number)
        return file is not None and file.state not in ENDED

    def numbered(self, number: int) -> File | None:
        """The file of this number."""
        return next(iter(self._files(select(*COLUMNS).where(FILES.c.id == number))), None)

    def _files(self, query: Select[tuple[object, ...]]) -> list[File]:
        with self._asking() as tx:
            return [file_of(row) for row in tx.execute(query).mappings()] if tx else []

    @contextmanager
    def _asking(self) -> Iterator[Connection | None]:
        """A transaction; None where there is no ledger yet."""
        try:
            with self._engine.begin() as tx:
                yield tx if inspect(tx).has_table(FILES.name) else None
        except DBAPIError as error:
            raise OutputError("liggaren kan inte läsas", where=self._engine.url.render_as_string(), remedy="Är databasen igång?") from error
