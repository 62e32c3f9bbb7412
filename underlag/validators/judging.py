"""Judges documents by the rules in force: one part by its chapter, and documents that belong together against each other."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from underlag.schemas.case import Followed
from underlag.schemas.packet import packet_of
from underlag.schemas.policy import Policy
from underlag.schemas.result import Checks, Finding, Outcome, Part, Problem, Severity
from underlag.validators.catalogue import CHAPTERS, INSATS, PACKET
from underlag.validators.rule import Case, Judgment, R_co, Record, Rule

_log = logging.getLogger(__name__)

PLACES = 12
"""Pointers that one finding names at most."""

_GRAVEST: tuple[Severity, ...] = ("fel", "varning", "upplysning")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgment on one document: what a person should see, how many judgments went how, and the rules that crashed."""

    findings: tuple[Finding, ...]
    checks: Checks
    problems: tuple[Problem, ...]


_NOTHING = Verdict((), Checks(), ())


def judge(
    part: Part,
    policy: Policy,
    on: date,
    *,
    texts: Mapping[str, str] | None = None,
    unanswered: Mapping[str, tuple[str, ...]] | None = None,
    labels: Mapping[str, str] | None = None,
) -> Verdict:
    """Judges `part` as of the day `on` by every rule for its type; `texts`, `unanswered` and `labels` as in `Case`."""
    chapter = CHAPTERS.get(part.type)
    if chapter is None:
        return _NOTHING
    case = replace(chapter.case(part, policy, on, texts or {}), unanswered=unanswered or {}, labels=labels or {})
    return judge_case(case, chapter.rules, inside=chapter.inside)


def judge_parts(parts: Sequence[Part], policy: Policy, on: date) -> Verdict:
    """Judges the parts of one file against each other, as of the day `on`; the findings' pointers start at the result."""
    if len(parts) < 2:
        return _NOTHING
    evidence = {f"/parts/{n}/record{pointer}": e for n, part in enumerate(parts) for pointer, e in part.evidence.items()}
    return judge_case(Case(packet_of(parts), on, policy, evidence), PACKET)


def judge_insats(followed: Followed, policy: Policy, on: date) -> Verdict:
    """Judges the documents of one insats against each other, as of the day `on`; the findings' pointers start at the case."""
    return judge_case(Case(followed, on, policy, followed.evidence()), INSATS)


def judge_case(case: Case[R_co], rules: tuple[Rule[R_co], ...], *, inside: str = "") -> Verdict:
    """Judges a case by `rules`. A rule that crashes is a problem of ours, never a finding about the document.

    `inside` is taken off the front of every pointer: where the part's own record lies inside the case's.
    """
    counts: Counter[Outcome] = Counter()
    findings: list[Finding] = []
    problems: list[Problem] = []
    for each in rules:
        try:
            judgments = each.judge(case)
        except Exception as crash:  # noqa: BLE001 - one faulty rule must not cost the reader the rest
            # The traceback would hold document text; the kind of error and the rule are enough to find it.
            _log.error("rule %s crashed: %s", each.id, type(crash).__name__)
            problems.append(_our_fault(each))
            continue
        counts.update(j.outcome for j in judgments)
        findings += [_finding(case, each, j, inside) for j in judgments if j.outcome in {"broken", "undecided"}]
    return Verdict(tuple(findings), _checks(counts), tuple(problems))


def _our_fault(rule: Rule[R_co]) -> Problem:
    what = f"Punkten ”{rule.title}” kunde inte prövas på grund av ett fel i underlag; kontrollera den själv."
    return Problem(page=None, rule=rule.id, what=what)


def _checks(counts: Counter[Outcome]) -> Checks:
    return Checks(holds=counts["holds"], broken=counts["broken"], undecided=counts["undecided"], not_applicable=counts["not_applicable"])


def _finding(case: Case[Record], of: Rule[R_co], judgment: Judgment, inside: str) -> Finding:
    undecided = judgment.outcome == "undecided"
    return Finding(
        rule=of.id,
        severity=_severity(case, of, judgment),
        outcome="undecided" if undecided else "broken",
        message=judgment.message if undecided else f"{judgment.message} {of.guidance}",
        expected=judgment.expected,
        actual=judgment.actual,
        at=tuple(dict.fromkeys(pointer.removeprefix(inside) for pointer in judgment.at))[:PLACES],
    )


def _severity(case: Case[Record], of: Rule[R_co], judgment: Judgment) -> Severity:
    """The office's own severity of the rule, or else the rule's; the judgment's where that is milder.

    What was read by OCR, or can't be decided, is not certain: there the worst is a warning.
    """
    severity = max(case.policy.allvar.get(of.id, of.severity), judgment.severity or "fel", key=_GRAVEST.index)
    uncertain = judgment.outcome == "undecided" or case.scanned(judgment.at[0] if judgment.at else "")
    return "varning" if severity == "fel" and uncertain else severity
