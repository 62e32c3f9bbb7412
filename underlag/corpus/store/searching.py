"""The store searched: the parts that hold all the words and are of the wanted sort, best first, each with the piece that answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, exists, func, select

from underlag.corpus.database import reading
from underlag.corpus.store.opening import told
from underlag.corpus.store.tables import DOCUMENT, NAME, PAGE, PART
from underlag.corpus.store.words_index import WordsIndex, index_of
from underlag.corpus.words import Snippet, Term, snippet, terms
from underlag.schemas.result import PartType
from underlag.values.folding import fold


@dataclass(frozen=True, slots=True)
class Sought:
    """What is searched for: words, and the sort of part (null or empty: any). A year is one that the part covers; insats and
    organisation are pieces of a name.
    """

    query: str = ""
    type: PartType | None = None
    year: int | None = None
    insats: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A part that was found. `document` and `number` (from 1) name it; `snippet` is null where its pages hold no text."""

    document: int
    number: int
    file: str
    type: PartType
    title: str
    pages: tuple[int, int]
    years: tuple[int | None, int | None]
    snippet: Snippet | None


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits, and how many there are in all."""

    best: tuple[Hit, ...]
    total: int


def search(engine: Engine, sought: Sought, *, most: int) -> Hits:
    """At most `most` hits, best first; without words the latest documents first."""
    index, wanted = index_of(engine.dialect.name), terms(sought.query)
    with told(engine), reading(engine).connect() as connection:
        conditions = [*_of_sort(sought), *([index.holds(wanted)] if wanted else [])]
        rows = connection.execute(_best(index, wanted, conditions).limit(most)).all()
        total = len(rows) if len(rows) < most else _count(connection, index, wanted, conditions)
        pages = _pages(connection, [row.id for row in rows])
    return Hits(tuple(_hit(row, pages[row.id], wanted) for row in rows), total)


def _best(index: WordsIndex, wanted: Sequence[Term], conditions: Sequence[ColumnElement[bool]]) -> Any:
    columns = (PART.c.id, DOCUMENT.c.file, *(column for column in PART.c if column.name != "id"))
    source = PART.join(DOCUMENT, PART.c.document_id == DOCUMENT.c.id)
    if wanted:
        source = source.join(index.source(), index.joined())
    order = (index.rank(wanted), PART.c.id) if wanted else (PART.c.id.desc(),)
    return select(*columns).select_from(source).where(*conditions).order_by(*order)


def _count(connection: Connection, index: WordsIndex, wanted: Sequence[Term], conditions: Sequence[ColumnElement[bool]]) -> int:
    source = PART.join(index.source(), index.joined()) if wanted else PART
    return connection.scalar(select(func.count()).select_from(source).where(*conditions)) or 0


def _of_sort(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.type:
        yield PART.c.type == sought.type
    if sought.year is not None:
        yield PART.c.first_year <= sought.year
        yield PART.c.last_year >= sought.year
    for kind, piece in (("insats", fold(sought.insats)), ("organisation", fold(sought.organisation))):
        if piece:
            yield exists().where(NAME.c.part_id == PART.c.id, NAME.c.kind == kind, NAME.c.key.contains(piece))


def _pages(connection: Connection, parts: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    pages: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for part, page, text in connection.execute(select(PAGE).where(PAGE.c.part_id.in_(parts)).order_by(PAGE.c.page)):
        pages[part].append((page, text))
    return pages


def _hit(row: Row[Any], pages: Sequence[tuple[int, str]], wanted: Sequence[Term]) -> Hit:
    return Hit(
        document=row.document_id,
        number=row.number,
        file=row.file,
        type=row.type,
        title=row.title,
        pages=(row.first_page, row.last_page),
        years=(row.first_year, row.last_year),
        snippet=snippet(pages, wanted),
    )
