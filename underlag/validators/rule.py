"""What a rule is, what it sees of a document, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.policy import Policy
from underlag.schemas.result import Evidence, Observation, Outcome, PartType, Severity

SURE = 0.8
"""Below this confidence a value read by OCR decides nothing."""

UNSURE = "Skanningen kan vara fel läst; kontrollera i originalet."

_BY_EYE = frozenset({"ocr", "corrected"})

Answer = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Judgment:
    """What a rule says about one place. `at`: JSON Pointers into the record, the wrong one first.

    `message` (Swedish) says what and where; a broken rule's guidance is added to it. `severity` where it differs from the
    rule's own.
    """

    outcome: Outcome
    at: tuple[str, ...] = ()
    message: str = ""
    expected: Answer = None
    actual: Answer = None
    severity: Severity | None = None


def _by_eye(evidence: Evidence) -> bool:
    """Was this read by OCR? A bare text file ("line 112") is what some scan reader once made of the document."""
    return evidence.method in _BY_EYE or any((place.where or "").startswith("line ") for place in evidence.places)


def holds(*at: str) -> Judgment:
    """The rule holds at this place."""
    return Judgment("holds", at)


@dataclass(frozen=True, eq=False)
class Case:
    """One application as a rule sees it. `on` is the day of judgment.

    `record` of a budget that came alone is an application with nothing but its budget. `texts`: the raw answer by field
    pointer, for every field whose label was found (empty where nothing stands under it); empty where the caller has none.
    """

    record: Ansokan
    on: date
    policy: Policy = Policy()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    def value(self, pointer: str) -> object:
        """What the record holds at `pointer`, None where there is no such place."""
        found: object = self.record.model_dump()
        for token in pointer.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            if isinstance(found, dict):
                found = found.get(key)
            elif isinstance(found, (list, tuple)) and key.isdecimal() and int(key) < len(found):
                found = found[int(key)]
            else:
                return None
        return found

    def doubtful(self, *pointers: str) -> bool:
        """Was any of these values read by OCR with too little confidence to build on?"""
        read = [self.evidence[p] for p in pointers if p in self.evidence]
        return any(_by_eye(e) and e.confidence < SURE for e in read)

    def scanned(self, pointer: str) -> bool:
        """Was the value at `pointer`, or where it has none what stands nearest to it in the record, read by OCR?"""
        while True:
            near = [e for p, e in self.evidence.items() if p == pointer or p.startswith(pointer + "/")]
            if near:
                return sum(map(_by_eye, near)) * 2 > len(near)
            if not pointer:
                return False
            pointer = pointer.rpartition("/")[0]

    def broken(
        self,
        at: tuple[str, ...],
        message: str,
        expected: Answer = None,
        actual: Answer = None,
        *,
        severity: Severity | None = None,
        rests_on: tuple[str, ...] | None = None,
    ) -> Judgment:
        """Broken; undecided where a value that it rests on (by default all of `at`) was read with too little confidence."""
        if self.doubtful(*(at if rests_on is None else rests_on)):
            return Judgment("undecided", at, f"{message} {UNSURE}", expected, actual)
        return Judgment("broken", at, message, expected, actual, severity)

    def broken_unless_scanned(self, at: tuple[str, ...], message: str, expected: Answer = None, actual: Answer = None) -> Judgment:
        """Broken; undecided where the first place was read by OCR, however surely: for what a scan easily loses."""
        if self.scanned(at[0]):
            return Judgment("undecided", at, f"{message} {UNSURE}", expected, actual)
        return Judgment("broken", at, message, expected, actual)

    def written(self, pointer: str) -> str:
        """The lines in which the value at `pointer`, or what lies under it, was read; empty where that isn't known."""
        found = {p: e for p, e in self.evidence.items() if p == pointer or p.startswith(pointer + "/")}
        return "\n".join(dict.fromkeys(place.text for e in found.values() for place in e.places))

    def answer(self, pointer: str) -> str:
        """The running text of an answer: as the caller gave it, else the lines that its values were read from."""
        return self.texts.get(pointer) or self.written(pointer)

    def observed(self, kind: str) -> tuple[Observation, ...]:
        """The observations of one kind."""
        return tuple(o for o in self.observations if o.kind == kind)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a document must satisfy.

    `severity` is the default: fel only where the document is certainly wrong or incomplete, varning where a person should
    look, upplysning for a remark. `source`: which part of the form, budget template or policy asks for it. `guidance`: how
    to put it right. A rule that judges nothing doesn't apply.
    """

    id: str
    title: str
    severity: Severity
    source: str
    guidance: str
    check: Callable[[Case], Iterator[Judgment]]
    types: tuple[PartType, ...] = ("ansokan",)
