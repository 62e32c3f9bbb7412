"""The ledger: each file that came in, and the steps of its life, each one transaction.

A step that moves files is written down before it is taken (`begin_taking`, `plan`), so that whoever comes after a service that was
ended in the middle knows what to complete. What a service has in its hands bears its name; what a dead service held is adopted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields

from sqlalchemy import Connection, Engine, RowMapping, Update, delete, func, insert, or_, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from underlag.corpus.database import reading
from underlag.corpus.watch.outcome import Summary
from underlag.corpus.watch.process import is_running
from underlag.corpus.watch.rows import COLUMNS, File, file_of
from underlag.corpus.watch.tables import ENDED, FILES, METADATA, PLACES, SERVICES, State

LEASE = 90.0
"""Seconds without a sign of life after which a service is dead, and what it held is another's."""


FORGOTTEN = 30 * 86400.0
"""Seconds after which nobody asks for a service that is dead."""


class LedgerError(Exception):
    """The database can't be used now: its disk is full, its server away, or it is held by another for long."""


class NotOursError(Exception):
    """The file is no longer in this service's hands: it was taken for dead, and another went on."""


@dataclass(frozen=True, slots=True)
class Server:
    """A service, by a name of its own, and where it runs."""

    name: str
    host: str
    process: int
    realm: str


class Ledger:
    """The ledger in the hands of one service."""

    def __init__(self, engine: Engine, server: Server) -> None:
        self._engine, self._reading, self._server = engine, reading(engine), server
        self.owner = server.name

    def open(self, at: float) -> None:
        """Makes the tables that aren't there, and says that this service serves the site; may be done again."""
        server = {"host": self._server.host, "process": self._server.process, "realm": self._server.realm, "started": at, "beat": at}
        with self._writing() as tx:
            METADATA.create_all(tx)
            tx.execute(delete(SERVICES).where((SERVICES.c.name == self.owner) | (SERVICES.c.beat < at - FORGOTTEN)))
            tx.execute(insert(SERVICES).values(name=self.owner, **server))

    def release(self) -> None:
        """Closes all connections; the next step opens one anew."""
        self._engine.dispose()

    def beat(self, at: float, error: str | None = None) -> None:
        """Gives a sign of life, and tells of the last trouble of the service itself, if there is any."""
        told = {"error": error, "error_at": at} if error else {}
        with self._writing() as tx:
            tx.execute(update(SERVICES).where(SERVICES.c.name == self.owner).values(beat=at, **told))

    def adopt(self, at: float, *, alone: bool) -> None:
        """Takes over what services held that have ended: all others where this one is known to be `alone`, else those that are silent or
        whose process is gone. What is to return from quarantine is taken over too.
        """
        with self._writing() as tx:
            alive = [
                row["name"] for row in tx.execute(select(SERVICES).where(SERVICES.c.beat >= at - LEASE)).mappings() if self._lives(row)
            ]
            dead = FILES.c.owner != self.owner if alone else FILES.c.owner.not_in(alive)
            unowned = FILES.c.owner.is_(None) & (FILES.c.state == State.RETURNING)
            tx.execute(update(FILES).where(dead | unowned).values(owner=self.owner))

    def _lives(self, service: RowMapping) -> bool:
        """May a service that was heard of lately still be there?"""
        return service["realm"] != self._server.realm or is_running(service["process"])

    def in_hand(self, at: float) -> list[File]:
        """The files in this service's hands that it did not finish with, in order, without those that are to wait."""
        query = select(*COLUMNS).where(FILES.c.owner == self.owner, FILES.c.next_try <= at).order_by(FILES.c.id)
        with self._looking() as tx:
            return [file_of(row) for row in tx.execute(query).mappings()]

    def begin_taking(self, claim: str, *, name: str, tags: str, at: float) -> File | None:
        """Says that the file at `claim` will be moved into the working folder; None where another is taking it."""
        values = {"claim": claim, "name": name, "tags": tags, "state": State.TAKING, "owner": self.owner, "arrived": at}
        try:
            with self._writing() as tx:
                row = tx.execute(insert(FILES).values(values).returning(*COLUMNS)).mappings().one()
        except IntegrityError:
            return None
        return file_of(row)

    def forget(self, file: File) -> None:
        """The file was not taken after all."""
        with self._writing() as tx:
            tx.execute(delete(FILES).where(FILES.c.id == file.id, FILES.c.state == State.TAKING))

    def register(self, file: File, *, sha256: str, size: int) -> State:
        """The file has been taken, and has this content: it waits to be read, or for the first with the same content to end."""
        try:
            return self._registered(file, sha256, size, first=None)
        except IntegrityError:
            with self._looking() as tx:
                first = tx.execute(select(FILES.c.id).where(FILES.c.content == sha256)).scalar_one_or_none()
            return self._registered(file, sha256, size, first=first) if first else self.register(file, sha256=sha256, size=size)

    def _registered(self, file: File, sha256: str, size: int, *, first: int | None) -> State:
        state = State.TWIN if first else State.QUEUED
        with self._writing() as tx:
            before = _version_before(tx, file) if not first else None
            known = {"sha256": sha256, "size": size, "content": None if first else sha256, "first_of": first}
            if before:
                known |= {"version_of": before["id"], "version": before["version"] + 1}
            self._step(tx, file, State.TAKING, state=state, owner=None, claim=None, setbacks=0, **known)
        return state

    def next_queued(self, at: float) -> File | None:
        """Takes the next file that waits to be read into this service's hands."""
        due = select(FILES.c.id).where(FILES.c.state == State.QUEUED, FILES.c.next_try <= at).order_by(FILES.c.id).limit(1)
        with self._writing() as tx:
            found = tx.execute(due.with_for_update(skip_locked=True)).scalar_one_or_none()
            if found is None:
                return None
            taken = update(FILES).where(FILES.c.id == found).values(_working(self.owner, at)).returning(*COLUMNS)
            return file_of(tx.execute(taken).mappings().one())

    def next_twin(self, at: float) -> tuple[File, File] | None:
        """Takes the next duplicate whose first has ended into this service's hands; gives it with the first."""
        first = FILES.alias()
        ended = select(FILES.c.id, first.c.id).join(first, FILES.c.first_of == first.c.id).where(first.c.state.in_(ENDED))
        due = ended.where(FILES.c.state == State.TWIN, FILES.c.owner.is_(None), FILES.c.next_try <= at).order_by(FILES.c.id).limit(1)
        with self._writing() as tx:
            pair = tx.execute(due.with_for_update(skip_locked=True, of=FILES)).one_or_none()
            if pair is None:
                return None
            tx.execute(update(FILES).where(FILES.c.id == pair[0]).values(owner=self.owner))
            return _one(tx, pair[0]), _one(tx, pair[1])

    def changed(self, file: File) -> File:
        """What was registered of a file's content no longer holds: it is to be registered anew."""
        with self._writing() as tx:
            self._step(tx, file, State.WORKING, state=State.TAKING, sha256=None, content=None, first_of=None)
            return _one(tx, file.id)

    def soonest(self, at: float) -> float | None:
        """Seconds until the next file that waits is due; None where none waits."""
        waiting = FILES.c.state.in_((State.QUEUED, State.TWIN)) | (FILES.c.owner == self.owner)
        with self._looking() as tx:
            due: float | None = tx.execute(select(func.min(FILES.c.next_try)).where(waiting, FILES.c.next_try > at)).scalar_one_or_none()
        return None if due is None else due - at

    def put_back(self, file: File) -> None:
        """What was being done with a file that waited was cut off: it waits again."""
        with self._writing() as tx:
            self._step(tx, file, file.state, state=_waiting(file), owner=None)

    def postpone(self, file: File, *, until: float, hindrance: str) -> None:
        """The step that the file is at failed for a passing reason, and is taken again later."""
        waits = file.state in (State.WORKING, State.TWIN)
        state, owner = (_waiting(file), None) if waits else (file.state, self.owner)
        values = {"setbacks": file.setbacks + 1, "next_try": until, "hindrance": hindrance}
        with self._writing() as tx:
            self._step(tx, file, file.state, state=state, owner=owner, **values)

    def plan(
        self,
        file: File,
        ending: State,
        *,
        place: str,
        taken: Iterable[str],
        known: Summary | None = None,
        reason: tuple[str, str] | None = None,
    ) -> File | None:
        """The file that will be moved to `place` and end there; None where one of the paths `taken` by that is another's.

        `known`: what was read of it; `reason`: what kept it from being read, and the remedy.
        """
        values = {"state": State.FILING, "ending": ending, "place": place, "owner": self.owner, "setbacks": 0, "next_try": 0}
        values |= dict(zip(("error", "remedy"), reason or (None, None), strict=True)) | (_kept(known) if known else {})
        try:
            with self._writing() as tx:
                tx.execute(insert(PLACES), [{"path": path, "file": file.id} for path in taken])
                self._step(tx, file, State.TWIN if file.first_of else State.WORKING, **values)
                return _one(tx, file.id)
        except IntegrityError:
            return None

    def finish(self, file: File, at: float, *, tell: bool) -> None:
        """The file lies where it was to go. `tell`: is there anybody to tell?"""
        assert file.ending is not None
        with self._writing() as tx:
            self._step(
                tx, file, State.FILING, state=file.ending, owner=None, ended=at, told=None if tell else at, setbacks=0, hindrance=None
            )

    @contextmanager
    def untold(self, *, before: float, at: float, most: int) -> Iterator[list[File]]:
        """The files that ended `before` that time and that nobody has been told of; they have been when the block ends without an error.

        No other service tells of them meanwhile. A service that is killed in the block leaves them untold, whoever has been told.
        """
        due = select(*COLUMNS).where(FILES.c.told.is_(None), FILES.c.ended < before).order_by(FILES.c.ended).limit(most)
        with self._writing() as tx:
            files = [file_of(row) for row in tx.execute(due.with_for_update(skip_locked=True)).mappings()]
            yield files
            tx.execute(update(FILES).where(FILES.c.id.in_([file.id for file in files])).values(told=at))

    def lose(self, file: File, at: float, *, tell: bool) -> None:
        """Someone else has taken the file away. A file with the same content, if there is one, takes its part."""
        twins = select(FILES.c.id).where(FILES.c.first_of == file.id, FILES.c.state == State.TWIN).order_by(FILES.c.id).limit(1)
        with self._writing() as tx:
            self._step(tx, file, file.state, state=State.MISSING, owner=None, ended=at, told=None if tell else at, content=None, claim=None)
            heir = tx.execute(twins).scalar_one_or_none()
            if heir is not None:
                heir_of = {"state": State.QUEUED, "owner": None, "content": file.sha256, "first_of": None, "next_try": 0}
                tx.execute(update(FILES).where(FILES.c.id == heir).values(heir_of))
                tx.execute(update(FILES).where(FILES.c.first_of == file.id).values(first_of=heir))

    def returned(self, file: File) -> None:
        """A file that was in quarantine is back in the working folder, and waits to be read."""
        with self._writing() as tx:
            tx.execute(delete(PLACES).where(PLACES.c.file == file.id))
            state = State.TWIN if file.first_of else State.QUEUED
            fresh = {
                "ending": None,
                "place": None,
                "ended": None,
                "error": None,
                "remedy": None,
                "setbacks": 0,
                "next_try": 0,
                "hindrance": None,
            }
            self._step(tx, file, State.RETURNING, state=state, owner=None, **fresh)

    def _step(self, tx: Connection, file: File, at: State, **values: object) -> None:
        """Changes the file's row, if it is still `at` that state and no other service's."""
        ours = or_(FILES.c.owner == self.owner, FILES.c.owner.is_(None))
        step: Update = update(FILES).where(FILES.c.id == file.id, FILES.c.state == at, ours).values(values)
        if tx.execute(step).rowcount != 1:
            raise NotOursError(file.name)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told(), self._engine.begin() as tx:
            yield tx

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with _told(), self._reading.begin() as tx:
            yield tx


@contextmanager
def _told() -> Iterator[None]:
    """Whatever goes wrong with the database becomes a LedgerError, save what its rules forbid."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0] if isinstance(error, OperationalError) else type(error.orig).__name__
        raise LedgerError(f"liggaren kan inte användas ({reason})") from error


def _version_before(tx: Connection, file: File) -> RowMapping | None:
    """The latest file of the same name with other content."""
    same = (FILES.c.name == file.name, FILES.c.tags == file.tags, FILES.c.content.is_not(None), FILES.c.id != file.id)
    return tx.execute(select(FILES.c.id, FILES.c.version).where(*same).order_by(FILES.c.id.desc()).limit(1)).mappings().one_or_none()


def _one(tx: Connection, number: int) -> File:
    return file_of(tx.execute(select(*COLUMNS).where(FILES.c.id == number)).mappings().one())


def _waiting(file: File) -> State:
    """The state in which a file waits whose turn had come."""
    return State.TWIN if file.first_of else State.QUEUED


def _working(owner: str, at: float) -> dict[str, object]:
    return {"state": State.WORKING, "owner": owner, "started": at, "attempts": FILES.c.attempts + 1}


def _kept(known: Summary) -> dict[str, object]:
    """What the ledger keeps of a result; the document's year is in its place."""
    return {field.name: getattr(known, field.name) for field in fields(Summary) if field.name != "year"}
