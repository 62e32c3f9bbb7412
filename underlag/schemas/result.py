"""The result: what one file becomes (schema `underlag/1`). These models are the source of the published JSON Schema."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = "underlag/1"

Severity = Literal["fel", "varning", "upplysning"]
Outcome = Literal["holds", "broken", "not_applicable", "undecided"]
Method = Literal["text", "ocr", "docx", "derived", "corrected"]
PartType = Literal[
    "ansokan",
    "budget",
    "slutrapport",
    "kvartalsrapport",
    "uppfoljning",
    "arsredovisning",
    "kallelse",
    "tjansteskrivelse",
    "ekonomisk_information",
    "medlemsavgifter",
    "okand",
]


class Model(BaseModel):
    """Frozen, and refusing keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Place(Model):
    """Where a value was read: a page and box, or a place in a Word or text file."""

    page: int = Field(description="page, from 1")
    bbox: tuple[float, float, float, float] | None = Field(description="x0, top, x1, bottom in points, from the top left as displayed")
    where: str | None = Field(description="p41, t3r4c2 or line 112 (all from 1) where the file has no boxes")
    text: str = Field(description="the line or cell as it stands there")


class Evidence(Model):
    """How one leaf of a record was read."""

    method: Method
    confidence: float = Field(ge=0.0, le=1.0, description="the reader's own: how sure it is that the value is right")
    note: str | None = Field(description="for derived and corrected: from what, and why")
    places: tuple[Place, ...] = Field(description="in reading order")


class Observation(Model):
    """What the record normalises away and a reviewer still wants to know."""

    kind: Literal["placeholder", "illegible", "duplicate", "footnote", "unknown_label", "tracked_change", "handwriting", "stamp"]
    at: str = Field(description="JSON Pointer into the record; empty for the running text")
    text: str
    places: tuple[Place, ...] = ()


class Finding(Model):
    """A judgment that a person should see: a rule that is broken, or that could not be decided."""

    rule: str = Field(description="the rule's id; `underlag rules` lists them")
    severity: Severity
    outcome: Literal["broken", "undecided"]
    message: str = Field(description="Swedish: what, where, how to put it right")
    expected: Any = None
    actual: Any = None
    at: tuple[str, ...] = Field(description="JSON Pointers; the place that is wrong first")


class Checks(Model):
    """Judgments by outcome, one for each rule and place."""

    holds: int = 0
    broken: int = 0
    undecided: int = 0
    not_applicable: int = 0


class Problem(Model):
    """Something of the file that could not be read, or a rule that crashed (then `rule` names it)."""

    page: int | None
    rule: str | None = None
    what: str


class Made(Model):
    """By what, under which policy and as of which day the result was made."""

    tool: str
    policy: str = Field(description="sha256: of the policy in force")
    judged_at: str = Field(description="ISO date, given from outside")


class Source(Model):
    """The file itself."""

    file: str = Field(description="name without folders")
    sha256: str
    media_type: str
    pages: int
    reader: Literal["pdf-text", "pdf-ocr", "pdf-mixed", "docx", "text", "image"]


class Part(Model):
    """One document in the file: its record, where each value was read, and the judgment on it."""

    type: PartType
    pages: tuple[int, int]
    confidence: float = Field(ge=0.0, le=1.0)
    record: dict[str, Any]
    evidence: dict[str, Evidence]
    observations: tuple[Observation, ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: Checks = Checks()


class Result(Model):
    """What one file becomes."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    made: Made
    source: Source
    complete: bool
    problems: tuple[Problem, ...] = ()
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
