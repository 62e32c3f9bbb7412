"""What is exported: three tables about documents, parts and findings, and those of the records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from underlag.corpus.kept import KeptFinding, KeptPart
from underlag.corpus.tables import KEYS, Column, Row, Table, rows_of, table_of
from underlag.report.wording import in_words
from underlag.schemas.words import TYPES

DOCUMENTS = Table(
    "dokument",
    "Dokument i arkivet",
    KEYS[:1],
    (
        Column("fil", "string", "Filens namn"),
        Column("sha256", "string", "Innehållets kontrollsumma"),
        Column("media_type", "string", "Filens slag"),
        Column("sidor", "integer", "Antal sidor"),
        Column("fullstandig", "boolean", "Gick allt att läsa?"),
        Column("bedomd", "string", "Dagen som bedömningen gäller"),
        Column("version", "string", "Versionen av underlag"),
    ),
)
_OF_DOCUMENT = ("id", "file", "sha256", "media_type", "pages", "complete", "judged_at", "tool")

PARTS = Table(
    "delar",
    "Delar: handlingarna i dokumenten",
    KEYS,
    (
        Column("typ", "string", "Sorts handling", allowed=tuple(TYPES)),
        Column("forsta_sida", "integer", "Första sidan, från 1"),
        Column("sista_sida", "integer", "Sista sidan"),
        Column("forsta_ar", "integer", "Första året som handlingen gäller"),
        Column("sista_ar", "integer", "Sista året som handlingen gäller"),
        Column("sakerhet", "number", "Hur säkert det är att det är den sortens handling, 0 till 1"),
    ),
)

FINDINGS = Table(
    "fynd",
    "Fynd: det som en människa bör se",
    (KEYS[0],),
    (
        Column("del", "integer", "Delens nummer; tomt där delar jämförs med varandra"),
        Column("regel", "string", "Regelns id"),
        Column("allvar", "string", "Allvar", allowed=("fel", "varning", "upplysning")),
        Column("utfall", "string", "Bruten, eller gick inte att avgöra", allowed=("broken", "undecided")),
        Column("meddelande", "string", "Vad som är fel och vad som ska göras"),
        Column("vantat", "string", "Väntat värde"),
        Column("i_dokumentet", "string", "Värdet i dokumentet"),
        Column("platser", "string", "Pekare in i uppgifterna, som JSON"),
    ),
)

TABLES: tuple[Table, ...] = (DOCUMENTS, PARTS, FINDINGS, *(table_of(kind) for kind in TYPES))
"""Every table that there is, those below the records' left out."""

Rows = Iterator[tuple[Table, Row]]


def document_rows(documents: Iterable[Mapping[str, object]]) -> Rows:
    """The rows about documents, as the store tells of them."""
    for document in documents:
        yield DOCUMENTS, tuple(value if isinstance(value := document[key], str | int) else None for key in _OF_DOCUMENT)


def part_rows(parts: Iterable[KeptPart]) -> Rows:
    """For each part its row among the parts, and those of its record."""
    for part in parts:
        keys = (part.document, part.number)
        yield PARTS, (*keys, part.type, *part.pages, *part.years, part.confidence)
        yield from rows_of(table_of(part.type), part.record, keys)


def finding_rows(findings: Iterable[KeptFinding]) -> Rows:
    """The rows about findings."""
    for document, part, found in findings:
        values = (in_words(found.expected), in_words(found.actual), json.dumps(found.at))
        yield FINDINGS, (document, part, found.rule, found.severity, found.outcome, found.message, *values)
