"""The exit code of a document that could be read."""

from __future__ import annotations

from collections.abc import Iterable

from underlag.schemas.result import Finding, Result


def findings(result: Result) -> tuple[Finding, ...]:
    """All findings: each part's, then those that compare parts."""
    return (*(finding for part in result.parts for finding in part.findings), *result.findings)


def exit_code(result: Result) -> int:
    """1 where the document is certainly wrong somewhere, 0 where it isn't."""
    return int(has_mistakes(findings(result)))


def has_mistakes(found: Iterable[Finding]) -> bool:
    """Is something certainly wrong?"""
    return any(finding.severity == "fel" and finding.outcome == "broken" for finding in found)
