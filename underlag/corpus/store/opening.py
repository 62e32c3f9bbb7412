"""A store opened: its database found, and brought to the newest form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from underlag.corpus.database import open_database, sqlite_file
from underlag.errors import UnreadableError, UsageError

_STEPS = Path(__file__).with_name("migrations")


def made_store(address: str) -> Engine:
    """The database of the store, made where there is none. Raises the errors of `underlag.errors`."""
    engine = open_database(address)
    with told(engine), engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
        command.upgrade(config, "head")
    return engine


def found_store(address: str) -> Engine:
    """The database of a store that must be there."""
    file = sqlite_file(open_database(address))
    if file is not None and not file.is_file():
        raise UsageError("arkivet finns inte", where=str(file), remedy="Lägg in resultat med underlag store")
    return made_store(address)


def own_files(engine: Engine) -> tuple[Path, ...]:
    """The files that the store lies in: with SQLite the database and the two beside it; none with a server."""
    file = sqlite_file(engine)
    return () if file is None else (file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm")))


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """What the database refuses, as one of our errors; its own words may hold document text or a password and are not repeated."""
    try:
        yield
    except DatabaseError as error:
        where = engine.url.render_as_string(hide_password=True)
        remedy = "Kontrollera att den finns, går att nå och är ett arkiv som underlag store har gjort"
        raise UnreadableError("databasen går inte att använda", where=where, remedy=remedy) from error
