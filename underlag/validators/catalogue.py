"""The rules in force, in plain sight, and the one function that judges a document by them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from underlag.errors import UsageError
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget
from underlag.schemas.policy import Policy
from underlag.schemas.result import Checks, Finding, Observation, Outcome, Part, Problem
from underlag.validators import (
    amounts,
    budget_form,
    contradictions,
    dates,
    financing,
    goals,
    participants,
    parties,
    posts,
    questions,
    signatures,
    terms,
    texts,
    traces,
)
from underlag.validators.rule import Case, Judgment, Rule

_log = logging.getLogger(__name__)

PLACES = 12
"""Pointers that one finding names at most."""

RULES: tuple[Rule, ...] = (
    *questions.RULES,
    *parties.RULES,
    *signatures.RULES,
    *dates.RULES,
    *participants.RULES,
    *goals.RULES,
    *amounts.RULES,
    *budget_form.RULES,
    *financing.RULES,
    *posts.RULES,
    *texts.RULES,
    *contradictions.RULES,
    *terms.RULES,
    *traces.RULES,
)


_BY_ID: Mapping[str, Rule] = {r.id: r for r in RULES}


def rule(name: str) -> Rule:
    """The rule with this id; an unknown one is answered with those there are."""
    if name not in _BY_ID:
        raise UsageError(f"regeln {name} finns inte", remedy="Reglerna är: " + ", ".join(_BY_ID) + ".")
    return _BY_ID[name]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgment on one document: what a person should see, how many judgments went how, and the rules that crashed."""

    findings: tuple[Finding, ...]
    checks: Checks
    problems: tuple[Problem, ...]


def judge(part: Part, policy: Policy, on: date, *, texts: Mapping[str, str] | None = None) -> Verdict:
    """Judges `part` as of the day `on` by every rule for its type; `texts` as in `Case`."""
    case = _case(part, policy, on, texts or {})
    return judge_case(case, tuple(r for r in RULES if part.type in r.types), inside="/budget" if part.type == "budget" else "")


def judge_case(case: Case, rules: tuple[Rule, ...], *, inside: str = "") -> Verdict:
    """Judges a case by `rules`. A rule that crashes is a problem of ours, never a finding about the document.

    `inside` is taken off the front of every pointer: where the part's own record lies inside the case's.
    """
    counts: Counter[Outcome] = Counter()
    findings: list[Finding] = []
    problems: list[Problem] = []
    for each in rules:
        try:
            judgments = tuple(each.check(case)) or (Judgment("not_applicable"),)
        except Exception as crash:  # noqa: BLE001 - one faulty rule must not cost the reader the rest
            # The traceback would hold document text; the kind of error and the rule are enough to find it.
            _log.error("rule %s crashed: %s", each.id, type(crash).__name__)
            problems.append(Problem(page=None, rule=each.id, what=f"Regeln ”{each.title}” kunde inte köras; kontrollera punkten själv."))
            continue
        counts.update(j.outcome for j in judgments)
        findings += [_finding(case, each, j, inside) for j in judgments if j.outcome in {"broken", "undecided"}]
    return Verdict(tuple(findings), _checks(counts), tuple(problems))


def _checks(counts: Counter[Outcome]) -> Checks:
    return Checks(holds=counts["holds"], broken=counts["broken"], undecided=counts["undecided"], not_applicable=counts["not_applicable"])


def _finding(case: Case, of: Rule, judgment: Judgment, inside: str) -> Finding:
    """What was read by OCR, or can't be decided, is not certain: there the worst is a warning."""
    severity, undecided = judgment.severity or of.severity, judgment.outcome == "undecided"
    if severity == "fel" and (undecided or case.scanned(judgment.at[0] if judgment.at else "")):
        severity = "varning"
    return Finding(
        rule=of.id,
        severity=severity,
        outcome="undecided" if undecided else "broken",
        message=judgment.message if undecided else f"{judgment.message} {of.guidance}",
        expected=judgment.expected,
        actual=judgment.actual,
        at=tuple(dict.fromkeys(pointer.removeprefix(inside) for pointer in judgment.at))[:PLACES],
    )


def _case(part: Part, policy: Policy, on: date, texts: Mapping[str, str]) -> Case:
    if part.type != "budget":
        record = Ansokan.model_validate(part.record) if part.type == "ansokan" else Ansokan()
        return Case(record, on, policy, part.evidence, part.observations, texts)
    evidence = {f"/budget{pointer}": e for pointer, e in part.evidence.items()}
    observations = tuple(Observation(kind=o.kind, at=f"/budget{o.at}", text=o.text, places=o.places) for o in part.observations)
    return Case(Ansokan(budget=Budget.model_validate(part.record)), on, policy, evidence, observations, texts)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the catalogue, in words."""

    id: str
    title: str
    severity: str
    source: str
    guidance: str


def catalogue_table() -> tuple[Entry, ...]:
    """The rules as `underlag rules` lists them."""
    return tuple(Entry(r.id, r.title, r.severity, r.source, r.guidance) for r in RULES)


def catalogue_page() -> str:
    """The catalogue as `docs/rules.md` holds it."""
    head = (
        "# Reglerna\n\nSkapad ur katalogen i `underlag/validators/catalogue.py`; ändra där, inte här.\n\n"
        "**Fel** ges bara där handlingen säkert är fel eller ofullständig, **varning** där en människa bör titta, "
        "**upplysning** är en anmärkning. En punkt som inte kan avgöras, till exempel för att en skanning är svårläst, "
        "räknas för sig och är aldrig ett fel.\n"
    )
    sections = (
        f"## `{e.id}`\n\n{e.title}\n\n- Allvar: {e.severity}\n- Källa: {e.source}\n- Åtgärd: {e.guidance}\n" for e in catalogue_table()
    )
    return "\n".join((head, *sections))
