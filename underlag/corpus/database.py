"""Opening the database: a SQLite file on a local disk, or PostgreSQL by URL.

    postgresql://underlag@server/underlag      a server
    sqlite:////var/lib/underlag/liggare.db     a file, as a URL
    /var/lib/underlag/liggare.db               the same file, as a path

A transaction writes unless its engine was made by `reading`. In SQLite one that writes takes the file's only lock for writing when it
begins and waits for it; one that reads sees the database as it stood then, and waits for nobody.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from underlag.corpus.mounts import network_of
from underlag.errors import UsageError

PATIENCE = 30
"""Seconds to wait for another's transaction."""

_SQLITE = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", f"PRAGMA busy_timeout = {PATIENCE * 1000}")
"""FULL: what the ledger says will be moved has reached the disk before anything moves, so it holds when the power goes too."""


def open_database(address: str, *, beside: Path = Path()) -> Engine:
    """The database at `address`, a URL or a path (from the folder `beside`). A server is not called before the first transaction.

    Raises UsageError for an address of another kind, and for a SQLite file on a network share, where its locks don't hold.
    """
    url = _url(address, beside)
    if url.get_backend_name() == "sqlite":
        return _open_sqlite(url)
    connect_args = {"connect_timeout": 10, "application_name": "underlag"}
    return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args=connect_args)


def reading(engine: Engine) -> Engine:
    """The same database for transactions that only read."""
    return engine.execution_options(reading=True)


def sqlite_file(engine: Engine) -> Path | None:
    """The file that the database is; None for a server."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name else None


def _url(address: str, beside: Path) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=str((beside / address).absolute()))
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise UsageError("databasens adress går inte att tyda", where=address, remedy=_KINDS) from error
    if url.get_backend_name() not in {"sqlite", "postgresql"} or not url.database:
        raise UsageError("databasens adress är av fel slag", where=url.render_as_string(), remedy=_KINDS)
    return url


_KINDS = "Skriv sökvägen till en fil, eller postgresql://användare@server/databas"


def _open_sqlite(url: URL) -> Engine:
    file = Path(url.database or "")
    if network := network_of(file):
        raise UsageError(
            f"databasen ligger på en nätverksdisk ({network}), där SQLite inte kan låsa den",
            where=str(file),
            remedy="Lägg den på en lokal disk, eller använd PostgreSQL",
        )
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Transactions are begun by `_begin`, not by the driver, which would begin one only at the first change."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _SQLITE:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reading") else "BEGIN IMMEDIATE")
