"""The case: what belongs to one insats, from application to final report, held together (schema `underlag-case/1`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import ConfigDict, Field

from underlag.schemas.packet import Member
from underlag.schemas.published import RECORDS, schema_of
from underlag.schemas.result import Checks, Evidence, Finding, Made, Model, PartType, Problem

SCHEMA = "underlag-case/1"

M = TypeVar("M", bound=Model)


class Document(Model):
    """One document, as it was read: a part of a file."""

    file: str = Field(description="name without folders")
    sha256: str = Field(description="of the file")
    part: int = Field(description="which part of the file's result, from 0")
    type: PartType
    pages: tuple[int, int]
    record: dict[str, Any]
    evidence: dict[str, Evidence] = Field(description="where each value was read, by pointer into the record")


class Belonging(Model):
    """A document of an insats, and what it was known by."""

    document: str = Field(description="JSON Pointer into the case")
    likeness: float = Field(ge=0.0, le=1.0, description="how sure it is that it belongs there: 1 for the first, and for an equal name")
    why: str = Field(description="Swedish")


class Piece(Model):
    """Some words of a running text that differs between two versions."""

    kind: Literal["lika", "borttaget", "tillagt"]
    text: str


class Change(Model):
    """One difference between two versions of an application."""

    kind: Literal["andrad", "tillagd", "borttagen"]
    at: tuple[str, ...] = Field(description="JSON Pointers into the case: the place in the new version, then that in the old")
    before: Any = None
    after: Any = None
    text: tuple[Piece, ...] = Field(default=(), description="of a long text the words that differ, with a few around them")


class Version(Model):
    """What a newer version of an application changes."""

    old: str = Field(description="JSON Pointer to the document")
    new: str = Field(description="JSON Pointer to the document")
    changes: tuple[Change, ...]


class GoalTold(Model):
    """A goal of the application, and the goal of the final report that it is known again as."""

    promised: str = Field(description="JSON Pointer into the case")
    told: str | None = Field(description="JSON Pointer into the case; null where the report has no such goal")


class Insats(Model):
    """One insats: its documents by their days, how its application has changed, what was promised and told, how the documents agree."""

    namn: str
    documents: tuple[Belonging, ...]
    versions: tuple[Version, ...] = ()
    goals: tuple[GoalTold, ...] = Field(default=(), description="the application's goals, where there is a final report")
    findings: tuple[Finding, ...] = Field(default=(), description="pointers start at the case")
    checks: Checks = Checks()


class Doubt(Model):
    """A document that may belong to more than one insats, and is put with none."""

    document: str = Field(description="JSON Pointer into the case")
    insatser: tuple[str, ...] = Field(description="JSON Pointers into the case, the likeliest first")


class CaseFile(Model):
    """All documents that were given, by the insatser that they belong to."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    made: Made
    complete: bool = Field(description="false where anything of a document could not be read, or a rule crashed")
    problems: tuple[Problem, ...] = ()
    documents: tuple[Document, ...]
    insatser: tuple[Insats, ...]
    doubts: tuple[Doubt, ...] = ()
    unplaced: tuple[str, ...] = Field(default=(), description="JSON Pointers to documents that name no insats")

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def case_schema() -> dict[str, Any]:
    """JSON Schema of the case, in which each document says the form of its record."""
    return schema_of(CaseFile, SCHEMA, "Sammanställning av underlag", holder=Document)


def document_pointer(number: int) -> str:
    """Where a document lies in the case."""
    return f"/documents/{number}"


@dataclass(frozen=True)
class Followed:
    """One insats as the rules see it: its documents by their number in the case, in the order of their days."""

    documents: Mapping[int, Document]

    def model_dump(self, *, by_alias: bool) -> Mapping[str, object]:
        """The documents' kinds and records; pointers into them are pointers into the case."""
        return {"documents": {str(n): {"type": each.type, "record": each.record} for n, each in self.documents.items()}}

    def of(self, model: type[M]) -> tuple[Member[M], ...]:
        """Every document whose record is a `model` (Ansokan, Kvartalsrapport …), in the order of their days."""
        return tuple(
            Member(f"{document_pointer(n)}/record", model.model_validate(each.record))
            for n, each in self.documents.items()
            if RECORDS.get(each.type) is model
        )

    def evidence(self) -> Mapping[str, Evidence]:
        """Where each value was read, by its pointer in the case."""
        return {f"{document_pointer(n)}/record{p}": e for n, each in self.documents.items() for p, e in each.evidence.items()}
