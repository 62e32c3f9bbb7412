"""Trying again what was given up, or what waits."""

from __future__ import annotations

from sqlalchemy import Engine, update

from underlag.corpus.watch.rows import File
from underlag.corpus.watch.tables import FILES, State
from underlag.corpus.watch.views import Views
from underlag.errors import UsageError


def retry_file(engine: Engine, place: str) -> File:
    """Has the service take the file at this place out of quarantine and read it again, with all that have the same content.

    Raises UsageError where no file of the ledger's lies there in quarantine.
    """
    views = Views(engine)
    file = views.at(place)
    if file is not None and file.first_of is not None:
        file = views.numbered(file.first_of)
    if file is None or file.state != State.QUARANTINED:
        raise UsageError("ligger inte i karantän", where=place, remedy="Ange en fil i mappen karantan")
    same = (FILES.c.id == file.id) | ((FILES.c.first_of == file.id) & (FILES.c.state == State.DUPLICATE))
    with engine.begin() as tx:
        tx.execute(update(FILES).where(same).values(state=State.RETURNING, owner=None, next_try=0, setbacks=0))
    return file


def retry_waiting(engine: Engine) -> int:
    """Has the service try at once what waits for something to pass; gives how many files those are."""
    waiting = len(Views(engine).hindered())
    if waiting:
        with engine.begin() as tx:
            tx.execute(update(FILES).where(FILES.c.hindrance.is_not(None), FILES.c.ended.is_(None)).values(next_try=0))
    return waiting
