"""The store: documents, parts, pages, names, findings, and the index of their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "s0001"
down_revision = None


def upgrade() -> None:
    """Everything is new."""
    op.create_table(
        "document",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("reader", sa.String(16), nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("complete", sa.Boolean, nullable=False),
        sa.Column("tool", sa.String(32), nullable=False),
        sa.Column("judged_at", sa.String(10), nullable=False),
        sa.Column("head", sa.Text, nullable=False),
    )
    op.create_table(
        "part",
        sa.Column("id", sa.Integer, primary_key=True),
        _below("document"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("first_page", sa.Integer, nullable=False),
        sa.Column("last_page", sa.Integer, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("first_year", sa.Integer),
        sa.Column("last_year", sa.Integer),
        sa.UniqueConstraint("document_id", "number"),
    )
    op.create_table(
        "body",
        sa.Column("part_id", sa.Integer, sa.ForeignKey("part.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("rest", sa.Text, nullable=False),
    )
    op.create_table("page", _below("part"), sa.Column("page", sa.Integer, nullable=False), sa.Column("text", sa.Text, nullable=False))
    op.create_table(
        "name",
        _below("part"),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer, primary_key=True),
        _below("document"),
        sa.Column("part", sa.Integer),
        sa.Column("rule", sa.Text, nullable=False, index=True),
        sa.Column("severity", sa.String(12), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    _words_of_postgresql() if op.get_bind().dialect.name == "postgresql" else _words_of_sqlite()


def _below(parent: str) -> sa.Column[int]:
    return sa.Column(f"{parent}_id", sa.Integer, sa.ForeignKey(f"{parent}.id", ondelete="CASCADE"), nullable=False, index=True)


def _words_of_sqlite() -> None:
    op.execute("CREATE VIRTUAL TABLE part_words USING fts5(words, bare, tokenize = 'unicode61 remove_diacritics 0')")


def _words_of_postgresql() -> None:
    part = "part_id integer PRIMARY KEY REFERENCES part (id) ON DELETE CASCADE"
    op.execute(f"CREATE TABLE part_words ({part}, words tsvector, bare tsvector)")
    op.execute("CREATE INDEX part_words_words ON part_words USING gin (words)")
    op.execute("CREATE INDEX part_words_bare ON part_words USING gin (bare)")
