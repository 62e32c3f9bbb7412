"""Results put into the store, and taken out again as they were."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from underlag.corpus.database import reading
from underlag.corpus.headings import heading_of
from underlag.corpus.kept import KeptFinding, KeptPart
from underlag.corpus.passages import page_texts
from underlag.corpus.store.opening import told
from underlag.corpus.store.tables import BODY, DOCUMENT, FINDING, NAME, PAGE, PART
from underlag.corpus.store.words_index import WordsIndex, index_of
from underlag.report.findings import part_name
from underlag.schemas.result import Finding, Part, Result
from underlag.values.folding import fold

_AT_ONCE = 500  # parts read from the database in one go


def keep(engine: Engine, results: Iterable[Result]) -> Iterator[int]:
    """Stores results one by one, each wholly or not at all, and gives the number of each document. A document that is there
    already, byte for byte, keeps its number and gets the new result.
    """
    index = index_of(engine.dialect.name)
    for result in results:
        with told(engine), engine.begin() as connection:
            number = _keep(connection, index, result)
        yield number


def keep_together(engine: Engine, results: Iterable[Result]) -> int:
    """Stores many results in one step, all or none: faster, where they can be had again. Gives how many."""
    index, count = index_of(engine.dialect.name), 0
    with told(engine), engine.begin() as connection:
        for result in results:
            _keep(connection, index, result)
            count += 1
    return count


def _keep(connection: Connection, index: WordsIndex, result: Result) -> int:
    document = _document(connection, index, result)
    for number, part in enumerate(result.parts, 1):
        _keep_part(connection, index, part, document, number)
    findings = [_finding(document, None, found) for found in result.findings]
    findings += [_finding(document, number, found) for number, part in enumerate(result.parts, 1) for found in part.findings]
    if findings:
        connection.execute(insert(FINDING), findings)
    return document


def _document(connection: Connection, index: WordsIndex, result: Result) -> int:
    """The number of the document, whose row is as the result says and below which there is nothing."""
    row = {
        **result.source.model_dump(exclude={"file"}),
        "file": _storable(result.source.file),
        "complete": result.complete,
        "tool": result.made.tool,
        "judged_at": result.made.judged_at,
        "head": result.model_dump_json(by_alias=True, exclude={"parts", "findings"}),
    }
    known = connection.scalar(select(DOCUMENT.c.id).where(DOCUMENT.c.sha256 == result.source.sha256))
    if known is None:
        made = connection.execute(insert(DOCUMENT).values(row)).inserted_primary_key
        assert made
        return int(made[0])
    index.remove(connection, connection.scalars(select(PART.c.id).where(PART.c.document_id == known)).all())
    connection.execute(delete(PART).where(PART.c.document_id == known))
    connection.execute(delete(FINDING).where(FINDING.c.document_id == known))
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == known).values(row))
    return int(known)


def _keep_part(connection: Connection, index: WordsIndex, part: Part, document: int, number: int) -> None:
    heading = heading_of(part)
    plain = part.model_dump(mode="json")
    row = {
        "document_id": document,
        "number": number,
        "type": part.type,
        "title": _storable(part_name(part)),
        "first_page": part.pages[0],
        "last_page": part.pages[1],
        "confidence": part.confidence,
        "first_year": heading.first_year,
        "last_year": heading.last_year,
    }
    body = {
        "record": json.dumps(plain["record"], ensure_ascii=True),
        "evidence": json.dumps(plain["evidence"], ensure_ascii=True),
        "rest": json.dumps({"observations": plain["observations"], "checks": plain["checks"]}, ensure_ascii=True),
    }
    made = connection.execute(insert(PART).values(row)).inserted_primary_key
    assert made
    connection.execute(insert(BODY).values(part_id=made[0], **body))
    pages = tuple((page, _storable(text)) for page, text in page_texts(part))
    index.add(connection, [(made[0], pages)])
    if pages:
        connection.execute(insert(PAGE), [{"part_id": made[0], "page": page, "text": text} for page, text in pages])
    named = [("insats", name) for name in heading.insatser] + [("organisation", name) for name in heading.organisations]
    if named:
        connection.execute(
            insert(NAME), [{"part_id": made[0], "kind": kind, "name": _storable(name), "key": fold(name)} for kind, name in named]
        )


def _finding(document: int, part: int | None, found: Finding) -> dict[str, object]:
    facts = {"rule": found.rule, "severity": found.severity, "outcome": found.outcome}
    return {"document_id": document, "part": part, **facts, "body": json.dumps(found.model_dump(mode="json"))}


def _storable(text: str) -> str:
    """Text without what no database takes: halves of surrogate pairs, and the character zero."""
    return text.encode(errors="replace").decode().replace("\0", "\ufffd")


def kept_result(engine: Engine, document: int) -> Result | None:
    """The result of the document with that number, as it was stored; None where there is none."""
    with told(engine), reading(engine).connect() as connection:
        head = connection.scalar(select(DOCUMENT.c.head).where(DOCUMENT.c.id == document))
        if head is None:
            return None
        whole = select(PART, BODY).join_from(PART, BODY).where(PART.c.document_id == document)
        parts = connection.execute(whole.order_by(PART.c.number)).all()
        bodies = connection.execute(select(FINDING.c.part, FINDING.c.body).where(FINDING.c.document_id == document).order_by(FINDING.c.id))
        found = [(part, json.loads(body)) for part, body in bodies]
    return Result.model_validate({**json.loads(head), "parts": [_part(row, found) for row in parts], "findings": _of(None, found)})


def _part(row: Row[Any], found: Sequence[tuple[int | None, object]]) -> dict[str, object]:
    whole = {name: json.loads(getattr(row, name)) for name in ("record", "evidence")}
    rest, findings = json.loads(row.rest), _of(row.number, found)
    return {**whole, **rest, "type": row.type, "pages": (row.first_page, row.last_page), "confidence": row.confidence, "findings": findings}


def _of(part: int | None, found: Sequence[tuple[int | None, object]]) -> list[object]:
    return [body for number, body in found if number == part]


def kept_parts(engine: Engine) -> Iterator[KeptPart]:
    """All parts, document by document; a few are in memory at a time."""
    columns = (
        PART.c.document_id, PART.c.number, PART.c.type, PART.c.first_page, PART.c.last_page, PART.c.confidence, BODY.c.record,
        PART.c.first_year, PART.c.last_year,
    )  # fmt: skip
    kept = select(*columns).join_from(PART, BODY)
    with told(engine), reading(engine).connect() as connection:
        rows = connection.execution_options(yield_per=_AT_ONCE).execute(kept.order_by(PART.c.document_id, PART.c.number))
        for document, number, kind, first, last, confidence, record, first_year, last_year in rows:
            yield KeptPart(document, number, kind, (first, last), confidence, json.loads(record), (first_year, last_year))


def kept_documents(engine: Engine) -> Iterator[Mapping[str, object]]:
    """What is known of each document but its parts."""
    columns = [column for column in DOCUMENT.c if column.name != "head"]
    with told(engine), reading(engine).connect() as connection:
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(*columns).order_by(DOCUMENT.c.id)):
            yield row._asdict()


def kept_findings(engine: Engine) -> Iterator[KeptFinding]:
    """Each finding with the number of its document and of its part (None: parts compared with each other)."""
    columns = (FINDING.c.document_id, FINDING.c.part, FINDING.c.body)
    with told(engine), reading(engine).connect() as connection:
        rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(*columns).order_by(FINDING.c.document_id, FINDING.c.id))
        for document, part, body in rows:
            yield document, part, Finding.model_validate_json(body)


def count_kept(engine: Engine) -> tuple[int, int]:
    """How many documents and parts there are."""
    with told(engine), reading(engine).connect() as connection:
        return tuple(connection.scalar(select(func.count()).select_from(table)) or 0 for table in (DOCUMENT, PART))  # type: ignore[return-value]
