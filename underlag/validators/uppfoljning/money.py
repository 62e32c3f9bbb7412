"""What each insats has used of its budget."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.uppfoljning import Uppfoljning
from underlag.validators.bands import in_bands
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import kronor, quoted, share

_TKR = 1_000
"""Kronor; amounts in thousands are rounded to as much."""


def check_outcome(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    for n, row in enumerate(case.record.budget):
        if not row.budget or row.utfall is None:
            continue
        at = (f"/budget/{n}/utfall", f"/budget/{n}/budget")
        if row.utfall <= row.budget + _TKR:
            yield holds(*at)
            continue
        forecast = f"; prognosen är {quoted(row.prognos)}" if row.prognos else ""
        message = f"Utfallet för {quoted(row.insats)} är {kronor(row.utfall)}, mer än budgeten på {kronor(row.budget)}{forecast}."
        yield case.broken(at, message, row.budget, row.utfall)


def check_bands(case: Case[Uppfoljning]) -> Iterator[Judgment]:
    """By the quota that the memo prints, which may be of the whole year; else by the amounts."""
    for n, row in enumerate(case.record.budget):
        percent, at = row.forbrukningskvot, (f"/budget/{n}/forbrukningskvot", f"/budget/{n}/utfall")
        if percent is None and row.utfall is not None and row.budget:
            percent, at = round(100 * row.utfall / row.budget, 1), (f"/budget/{n}/utfall", f"/budget/{n}/budget")
        if percent is not None:
            yield from in_bands(case, percent, at, f"{quoted(row.insats)} har förbrukat {share(percent)} av sin budget")


RULES: tuple[Rule[Uppfoljning], ...] = (
    Rule(
        id="memo.utfall",
        title="Utfallet ryms i budgeten",
        severity="varning",
        source="Uppföljningens tabell över budget och utfall",
        guidance="Kontrollera beloppen, och att uppföljningen förklarar vad det beror på.",
        check=check_outcome,
        needs=("/budget/*/budget", "/budget/*/utfall"),
    ),
    Rule(
        id="memo.forbrukning",
        title="Budgeten förbrukas i den takt som förbundet räknar med",
        severity="varning",
        source="Policyn, budget_forbrukning",
        guidance="Följ upp med insatsägaren vad det beror på.",
        check=check_bands,
        needs=("/budget", "budget_forbrukning"),
    ),
)
