"""The ledger's tables.

    files      one row for each file that came in, and where it is in its life (`State`)
    places     every path in klart/ and karantan/ that is or will be taken, as file systems compare them, so that no two files meet
    services   who serves the site, and when each was last heard of

Times are seconds since 1970, UTC.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, Column, Double, ForeignKey, Index, Integer, MetaData, Table, Text


class State(StrEnum):
    """Where a file is in its life: from `taking` to one of the four in which it ends.

    taking → queued → working → filing → done | quarantined
             │ ↖──────┘   ↖── returning ──────────┘
             └ twin (same content as another) ──→ filing → duplicate
    any → missing (someone else took the file away)
    """

    TAKING = "taking"
    QUEUED = "queued"
    TWIN = "twin"
    WORKING = "working"
    FILING = "filing"
    RETURNING = "returning"
    DONE = "done"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"
    MISSING = "missing"


ENDED = (State.DONE, State.QUARANTINED, State.DUPLICATE, State.MISSING)

METADATA = MetaData()

FILES = Table(
    "files",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, comment="as dropped, made safe"),
    Column("tags", Text, nullable=False, comment="subfolders of the inbox, with / between"),
    Column("claim", Text, unique=True, comment="path in the inbox, percent-encoded bytes, while it is being taken"),
    Column("state", Text, nullable=False),
    Column("ending", Text, comment="the state that filing leads to"),
    Column("owner", Text, comment="the service whose hands it is in"),
    Column("sha256", Text),
    Column("size", Integer),
    Column("content", Text, unique=True, comment="sha256 of the first file with this content, null for its duplicates"),
    Column("first_of", Integer, ForeignKey("files.id"), comment="the first file with the same content"),
    Column("version_of", Integer, ForeignKey("files.id"), comment="the file of the same name before this one"),
    Column("version", Integer, nullable=False, default=1),
    Column("place", Text, comment="where the original lies or will lie, from the site's folder"),
    Column("attempts", Integer, nullable=False, default=0),
    Column("setbacks", Integer, nullable=False, default=0, comment="failures for passing reasons since the last step forward"),
    Column("next_try", Double, nullable=False, default=0),
    Column("hindrance", Text, comment="what it waits for to pass"),
    Column("error", Text, comment="why it can't be read, a line for a person"),
    Column("remedy", Text),
    Column("arrived", Double, nullable=False),
    Column("started", Double),
    Column("ended", Double),
    Column("told", Double, comment="when the office was told of its end"),
    Column("insats", Text),
    Column("kinds", Text),
    Column("fel", Integer, nullable=False, default=0),
    Column("varningar", Integer, nullable=False, default=0),
    Column("undecided", Integer, nullable=False, default=0),
    Column("complete", Boolean, nullable=False, default=True),
    CheckConstraint("setbacks >= 0"),
    Index("files_by_state", "state", "next_try"),
    Index("files_by_name", "name"),
    sqlite_autoincrement=True,  # a number names a folder in .arbete/, and is never given twice
)

PLACES = Table(
    "places",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("file", Integer, ForeignKey("files.id"), nullable=False, index=True),
)

SERVICES = Table(
    "services",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("host", Text, nullable=False),
    Column("process", Integer, nullable=False),
    Column("realm", Text, nullable=False, comment="the processes among which `process` is one"),
    Column("started", Double, nullable=False),
    Column("beat", Double, nullable=False, comment="when it was last heard of"),
    Column("error", Text),
    Column("error_at", Double),
)
