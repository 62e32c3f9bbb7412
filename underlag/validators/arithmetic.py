"""The sums that a form declares (`schemas.sums`) hold in the document: the checks for its rules about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic

from underlag.schemas.relations import Mend, Quota, Relation, figures, mends
from underlag.schemas.repairs import Repair, repairs
from underlag.schemas.sums import Declared, relations
from underlag.schemas.words import figure_words
from underlag.validators.rule import UNSURE, Case, Check, Judgment, Record, S_contra, holds
from underlag.validators.wording import listed, number, share
from underlag.values.misread_figures import misreading

_WRONG_IN_SCAN, _PART_IN_SCAN = 4, 0.12
_WRONG, _PART = 8, 0.3
_NAMED = 3
_PLACES = 12
"""That a finding points at; the others of a long column help no reader."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A document's sums gone through once: its figures, which relations hold, what is wrong, and whether that is too much to be true.

    `misread`: the relations of a scan that fail, with the single figures that may have been misread.
    """

    figures: dict[str, float]
    holding: tuple[Relation, ...]
    wrong: tuple[Mend, ...]
    garbled: bool
    misread: tuple[Repair, ...]


def _named(case: Case[Record], pointer: str) -> str:
    return figure_words(pointer, case.data)


@dataclass(frozen=True, eq=False)
class Arithmetic(Generic[S_contra]):
    """The declared sums of one kind of document, to be made into checks. One for a form, in the module of its rules.

    `at`: where in the record the figures lie. `name`: what a person calls a figure, by its pointer. `unit`: what amounts are
    rounded to in this document. `write`: an amount as a message has it; percentages need none.
    """

    sums: tuple[Declared, ...]
    at: str = ""
    name: Callable[[Case[S_contra], str], str] = _named
    unit: Callable[[Case[S_contra]], float] = lambda _: 1
    write: Callable[[float], str] = number

    def audit(self, case: Case[S_contra]) -> Audit:
        """The sums of `case`, gone through once for all rules."""
        return _audit(self, case)

    def adds_up(self, kind: str) -> Check[S_contra]:
        """The check that every relation of one kind holds; the figure that is most likely wrong is named first."""
        return self._check(kind, self._mismatch)

    def columns_add_up(self, kind: str) -> Check[S_contra]:
        """As `adds_up`, of columns; where a scan has a cell without a figure it may have been lost, and the sum decides nothing."""
        return self._check(kind, self._mismatch_in_column)

    def _check(self, kind: str, mismatch: Callable[[Case[S_contra], Mend, Audit], Judgment]) -> Check[S_contra]:
        def check(case: Case[S_contra]) -> Iterator[Judgment]:
            audit = self.audit(case)
            if audit.garbled:
                return
            yield from (holds(relation.total) for relation in audit.holding if relation.kind == kind)
            yield from (mismatch(case, mend, audit) for mend in audit.wrong if mend.relation.kind == kind)

        return check

    def _mismatch_in_column(self, case: Case[S_contra], mend: Mend, audit: Audit) -> Judgment:
        judgment = self._mismatch(case, mend, audit)
        lost = case.scanned(mend.relation.total) and any(p not in audit.figures for p in mend.relation.pointers)
        return replace(judgment, outcome="undecided", message=f"{judgment.message} {UNSURE}") if lost else judgment

    def readable(self, case: Case[S_contra]) -> Iterator[Judgment]:
        """The check that so many sums hold that the tables were read as they stand; where not, no single sum is blamed."""
        audit = self.audit(case)
        if audit.garbled:
            message = "Tabellernas summor stämmer inte på många ställen; de är troligen fel lästa. Kontrollera summorna i originalet."
            yield Judgment("undecided", (self.at,), message)
        elif audit.holding or audit.wrong:
            yield holds(self.at)

    def _mismatch(self, case: Case[S_contra], mend: Mend, audit: Audit) -> Judgment:
        mend = _fair(mend, audit)
        relation, actual = mend.relation, audit.figures[mend.pointer]
        name, said, wanted = self.name(case, mend.pointer), self._written(mend, actual), self._written(mend, mend.value)
        if mend.pointer != relation.total or len(relation.pointers) == 2:
            other = relation.total if mend.pointer != relation.total else relation.pointers[1]
            reason = f"men för att stämma med {_unrepeated(self.name(case, other), name)} skulle det vara {wanted}"
        elif isinstance(relation, Quota):
            part, whole = (self._together(case, some, name) for some in (relation.part, relation.whole))
            reason = f"men {part} i procent av {whole} är {wanted}"
        else:
            reason = f"men {'skillnaden är' if relation.less else 'delarna summerar till'} {wanted}"
        message = f"{name[0].upper()}{name[1:]} är {said}, {reason}.{self._candidates(case, relation, audit)}"
        return case.broken((mend.pointer, *mend.others)[:_PLACES], message, mend.value, actual)

    def _together(self, case: Case[S_contra], pointers: tuple[str, ...], beside: str) -> str:
        """Figures that are added up, by name; a long column by its first."""
        if len(pointers) > _NAMED:
            return f"{self.name(case, pointers[0])} och de {len(pointers) - 1} följande"
        return listed(_unrepeated(self.name(case, pointer), beside) for pointer in pointers)

    def _candidates(self, case: Case[S_contra], failing: Relation, audit: Audit) -> str:
        """A sentence about what the figures of a scan may be instead; empty where none is likely to be misread."""
        ways = next((repair.ways for repair in audit.misread if failing in repair.failing), ())
        told = [f"{self.name(case, p)} vara {self._figure(p, value, failing)}" for way in ways for p, value in way.items()]
        return f" Om skanningen är fel läst kan {' eller '.join(told)}." if 0 < len(told) <= _NAMED else ""

    def _figure(self, pointer: str, value: float, relation: Relation) -> str:
        return share(value) if isinstance(relation, Quota) and pointer == relation.total else self.write(value)

    def _written(self, mend: Mend, value: float) -> str:
        return self._figure(mend.pointer, value, mend.relation)


@lru_cache(maxsize=4)
def _audit(of: Arithmetic[S_contra], case: Case[S_contra]) -> Audit:
    """Both are compared by identity: every rule about the same document looks at the same audit."""
    every, given, unit = relations(of.sums, case.data), figures(case.data), of.unit(case)
    held = [(relation, relation.holds(given, unit)) for relation in every]
    wrong = mends(given, every, unit)
    scanned = case.scanned(of.at)
    few, part = (_WRONG_IN_SCAN, _PART_IN_SCAN) if scanned else (_WRONG, _PART)
    checked = sum(1 for _, kept in held if kept is not None)
    garbled = len(wrong) >= few and len(wrong) > part * checked
    misread = tuple(repairs(given, every, _likely, unit, most=1)) if scanned and wrong and not garbled else ()
    return Audit(given, tuple(relation for relation, kept in held if kept), wrong, garbled, misread)


def _likely(_: str, read: float, true: float) -> int | None:
    return 1 if misreading(read, true) else None


def _fair(mend: Mend, audit: Audit) -> Mend:
    """The mend, at the total where other figures may as well be the wrong one: there a reader looks first."""
    total, value = mend.relation.total, mend.relation.expected(audit.figures)
    if mend.certain or mend.pointer == total or value is None:
        return mend
    others = tuple(p for p in mend.relation.pointers[1:] if p in audit.figures)
    return Mend(mend.relation, total, value, others, certain=False)


def _unrepeated(name: str, beside: str) -> str:
    """A quoted name without the words behind it that are those of the figure `beside` it: the same row, the same table."""
    words, others = name.split(" "), beside.split(" ")
    while len(words) > 1 and others and words[-1] == others[-1]:
        words.pop()
        others.pop()
    return " ".join(words) if words[-1].endswith("”") else name
