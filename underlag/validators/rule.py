"""What a rule is, what it sees of a document, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from underlag.errors import UsageError
from underlag.schemas.policy import Decision, Policy, in_force
from underlag.schemas.result import Evidence, Observation, Outcome, Severity
from underlag.values.pointers import places, value_at

SURE = 0.8
"""Below this confidence a value read by OCR decides nothing."""

UNSURE = "Skanningen kan vara fel läst; kontrollera i originalet."

_BY_EYE = frozenset({"ocr", "corrected"})

Answer = str | int | float | bool | None


class Record(Protocol):
    """What every record is: a model that becomes plain data. Protocols of what several kinds have in common build on it."""

    def model_dump(self, *, by_alias: bool) -> Mapping[str, object]:
        """The record as plain data."""
        ...


R_co = TypeVar("R_co", bound=Record, covariant=True)
S_contra = TypeVar("S_contra", bound=Record, contravariant=True)
T = TypeVar("T")


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


def is_empty(value: object) -> bool:
    """Is there nothing here, or only lists and objects of nothing? A "no" alone is nothing either."""
    if isinstance(value, Mapping):
        return all(is_empty(below) or below is False for below in value.values())
    if isinstance(value, list | tuple):
        return not value
    return value is None or value == ""


def holds(*at: str) -> Judgment:
    """The rule holds at this place."""
    return Judgment("holds", at)


@dataclass(frozen=True, eq=False)
class Case(Generic[R_co]):
    """One document as a rule sees it, with the record of its kind. `on` is the day of judgment, `dated` the document's own.

    `record` of a budget that came alone is an application with nothing but its budget. `texts`: the raw answer by field
    pointer, for every field whose label was found (empty where nothing stands under it), and under `""` the running text outside
    tables, a paragraph a line; empty where the caller has none.
    `unanswered`: by field pointer, the questions that are asked within the answer and that nothing stands under.
    `labels`: by field pointer, the field's label as the document words it; empty where the caller has none.
    """

    record: R_co
    on: date
    policy: Policy = Policy()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    dated: date | None = None
    unanswered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The day whose policy the document is judged by: its own, or the day of judgment where it bears none, or one yet to come."""
        return self.dated if self.dated is not None and self.dated <= self.on else self.on

    @cached_property
    def data(self) -> Mapping[str, object]:
        """The record as plain data."""
        return self.record.model_dump(by_alias=True)

    def value(self, pointer: str) -> object:
        """What the record holds at `pointer`, None where there is no such place."""
        return value_at(self.data, pointer)

    def in_force(self, decisions: tuple[Decision[T], ...]) -> Decision[T] | None:
        """What of a key of the policy applies to the document, None where nothing does."""
        return in_force(decisions, self.day)

    def has(self, need: str) -> bool:
        """Is there anything at this pointer or pattern of the record, or in force under this key of the policy?"""
        if not need.startswith("/"):
            return self.policy.decided(need, self.day)
        return any(not is_empty(self.value(pointer)) for pointer, _ in places(self.data, need))

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


Check = Callable[[Case[S_contra]], Iterator[Judgment]]


@dataclass(frozen=True)
class Rule(Generic[S_contra]):
    """One thing that a document must satisfy; `S_contra` is the record that it looks at, or what it wants of any record.

    `severity` is the default: fel only where the document is certainly wrong or incomplete, varning where a person should
    look, upplysning for a remark. `source`: which part of the form, budget template or policy asks for it. `guidance`: how
    to put it right. `needs`: the pointers (or patterns, see `values.pointers.places`) and keys of the policy without which
    there is nothing to judge. A rule that judges nothing doesn't apply.
    """

    id: str
    title: str
    severity: Severity
    source: str
    guidance: str
    check: Check[S_contra]
    needs: tuple[str, ...] = ()

    def judge(self, case: Case[S_contra]) -> tuple[Judgment, ...]:
        """What the rule says of the document, at least one judgment."""
        judgments = tuple(self.check(case)) if all(case.has(need) for need in self.needs) else ()
        return judgments or (Judgment("not_applicable"),)


def find(rules: tuple[Rule[S_contra], ...], name: str) -> Rule[S_contra]:
    """The rule of `rules` with this id; an unknown one is answered with those there are."""
    for rule in rules:
        if rule.id == name:
            return rule
    raise UsageError(f"regeln {name} finns inte", remedy="Reglerna är: " + ", ".join(rule.id for rule in rules) + ".")
