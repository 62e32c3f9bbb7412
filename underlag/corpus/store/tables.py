"""The tables of the store, as its code sees them; `migrations` makes them, and the index of words, which is each database's own.

document 1 ─ n part 1 ─ n page, name        a document that is taken away takes everything below along
document 1 ─ n finding                      `part` null where parts are compared with each other
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

METADATA = MetaData()


def _below(parent: str) -> Column[int]:
    """What a row belongs to."""
    return Column(f"{parent}_id", Integer, ForeignKey(f"{parent}.id", ondelete="CASCADE"), nullable=False, index=True)


DOCUMENT = Table(
    "document",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("file", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("reader", String(16), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("tool", String(32), nullable=False),
    Column("judged_at", String(10), nullable=False),
    Column("head", Text, nullable=False, comment="the result as JSON, without its parts and findings"),
)

PART = Table(
    "part",
    METADATA,
    Column("id", Integer, primary_key=True),
    _below("document"),
    Column("number", Integer, nullable=False, comment="from 1, in page order"),
    Column("type", String(32), nullable=False),
    Column("title", Text, nullable=False, comment="the insats or heading; empty where there is none"),
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("first_year", Integer),
    Column("last_year", Integer),
    UniqueConstraint("document_id", "number"),
)

BODY = Table(
    "body",
    METADATA,
    Column("part_id", Integer, ForeignKey("part.id", ondelete="CASCADE"), primary_key=True),
    Column("record", Text, nullable=False, comment="JSON"),
    Column("evidence", Text, nullable=False, comment="JSON, by pointer into the record"),
    Column("rest", Text, nullable=False, comment="JSON: observations and checks"),
)

PAGE = Table("page", METADATA, _below("part"), Column("page", Integer, nullable=False), Column("text", Text, nullable=False))

NAME = Table(
    "name",
    METADATA,
    _below("part"),
    Column("kind", String(12), nullable=False, comment="insats or organisation"),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, comment="the name without case, accents and punctuation"),
)

FINDING = Table(
    "finding",
    METADATA,
    Column("id", Integer, primary_key=True),
    _below("document"),
    Column("part", Integer, comment="the part's number; null where parts are compared with each other"),
    Column("rule", Text, nullable=False, index=True),
    Column("severity", String(12), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("body", Text, nullable=False, comment="the finding as JSON"),
)
