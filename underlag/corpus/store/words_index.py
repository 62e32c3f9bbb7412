"""The index of words, which each database has in a form of its own.

SQLite holds stems (`corpus.words`) in an FTS5 table, whose row is the part's. PostgreSQL makes them itself by its text search
configuration `swedish`. Both keep apart what stands with å, ä and ö (`words`) and what has lost them (`bare`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Float, FromClause, and_, column, func, insert, literal_column, or_, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR

from underlag.corpus.store.tables import PART
from underlag.corpus.words import Term, bare_stems, has_lost_dots, stems
from underlag.values.folding import fold

Pages = Sequence[tuple[int, str]]


class WordsIndex(Protocol):
    """What the store asks of a database's index."""

    def add(self, connection: Connection, texts: Iterable[tuple[int, Pages]]) -> None:
        """Notes the words of parts, given by id and pages."""

    def remove(self, connection: Connection, parts: Sequence[int]) -> None:
        """Forgets the words of parts."""

    def source(self) -> FromClause:
        """The table to be joined with the parts."""

    def joined(self) -> ColumnElement[bool]:
        """The row of the index that is the part's."""

    def holds(self, wanted: Sequence[Term]) -> ColumnElement[bool]:
        """Does a part hold all the words?"""

    def rank(self, wanted: Sequence[Term]) -> ColumnElement[float]:
        """How far a part is from what is wanted: the least is best."""


def index_of(dialect: str) -> WordsIndex:
    """The index of a database of that kind."""
    return PostgresWords() if dialect == "postgresql" else SqliteWords()


class SqliteWords:
    """FTS5, fed with stems."""

    _table = table("part_words", column("rowid"), column("words"), column("bare"))

    def add(self, connection: Connection, texts: Iterable[tuple[int, Pages]]) -> None:
        rows = [
            {
                "rowid": part,
                "words": " ".join(word for _, page in pages for word in stems(page)),
                "bare": " ".join(word for _, page in pages for word in bare_stems(page)),
            }
            for part, pages in texts
        ]
        if rows:
            connection.execute(insert(self._table), rows)

    def remove(self, connection: Connection, parts: Sequence[int]) -> None:
        connection.execute(self._table.delete().where(self._table.c.rowid.in_(parts)))

    def source(self) -> FromClause:
        return self._table

    def joined(self) -> ColumnElement[bool]:
        return PART.c.id == self._table.c.rowid

    def holds(self, wanted: Sequence[Term]) -> ColumnElement[bool]:
        asked = " AND ".join(f'(words : "{" ".join(term.stems)}" OR bare : "{" ".join(term.bare)}")' for term in wanted)
        return literal_column("part_words").op("MATCH")(asked)

    def rank(self, wanted: Sequence[Term]) -> ColumnElement[float]:
        """Words that stand as they were written weigh ten times those that have lost their dots."""
        return literal_column("bm25(part_words, 10.0, 1.0)", Float)


class PostgresWords:
    """Two `tsvector`s."""

    _table = table("part_words", column("part_id"), column("words", TSVECTOR), column("bare", TSVECTOR))

    def add(self, connection: Connection, texts: Iterable[tuple[int, Pages]]) -> None:
        rows = [
            {
                "part": part,
                "words": "\n".join(page for _, page in pages),
                "bare": "\n".join(fold(page) for _, page in pages if has_lost_dots(page)),
            }
            for part, pages in texts
        ]
        if rows:
            statement = "INSERT INTO part_words VALUES (:part, to_tsvector('swedish', :words), to_tsvector('swedish', :bare))"
            connection.execute(text(statement), rows)

    def remove(self, connection: Connection, parts: Sequence[int]) -> None:
        """Nothing is left to do: the words go with their part."""

    def source(self) -> FromClause:
        return self._table

    def joined(self) -> ColumnElement[bool]:
        return PART.c.id == self._table.c.part_id

    def holds(self, wanted: Sequence[Term]) -> ColumnElement[bool]:
        return and_(*map(self._holds, wanted))

    def _holds(self, term: Term) -> ColumnElement[bool]:
        """A term of words so common that they are not kept ("och", "för") asks for nothing."""
        exact, bare = (func.phraseto_tsquery("swedish", form) for form in (term.text, fold(term.text)))
        return or_(func.numnode(exact) == 0, self._table.c.words.op("@@")(exact), self._table.c.bare.op("@@")(bare))

    def rank(self, wanted: Sequence[Term]) -> ColumnElement[float]:
        return -func.ts_rank(self._table.c.words, func.plainto_tsquery("swedish", " ".join(term.text for term in wanted)))
