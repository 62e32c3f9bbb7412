"""Reading form *pairs*: goals with their outcomes, from tables, headed paragraphs ("Mål: ... Resultat: ..."), lists and prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from underlag.extract.flow import Item, tables_of
from underlag.extract.goals import quantity_trees
from underlag.extract.labels import Answer
from underlag.extract.outcomes import Reached, measured, said
from underlag.extract.pair_parts import Part, asks_for_outcomes_only, parts_of, speaks_of_goals
from underlag.extract.pair_prose import drafts_from_prose, with_verdicts_elsewhere
from underlag.extract.pair_tables import PairDraft, pairs_in_table
from underlag.extract.tree import Leaf, Tree
from underlag.extract.turned_rows import continued
from underlag.schemas.form import Form
from underlag.schemas.page import Line

Texts = Sequence[tuple[str, tuple[Line, ...]]]


@dataclass(frozen=True, slots=True)
class _Joined:
    """Several texts as one, and the lines of them all."""

    text: str
    lines: tuple[Line, ...]


def _join(texts: Texts) -> _Joined | None:
    told = [t for t in texts if t[0]]
    return _Joined("\n".join(t for t, _ in told), tuple(line for _, lines in told for line in lines)) if told else None


def _judged(
    goal: _Joined, outcome: _Joined | None, verdict: tuple[str, tuple[Line, ...]] | None
) -> tuple[Reached, tuple[Line, ...]] | None:
    """Whether the goal was reached: as its own field says, as the outcome says, or as the numbers show."""
    if verdict and (word := said(verdict[0])):
        return word, verdict[1]
    if outcome is None:
        return None
    reached = said(outcome.text) or measured(goal.text, outcome.text)
    return (reached, outcome.lines) if reached else None


def _pair(draft: PairDraft, confidence: float) -> Tree:
    goal, outcome, verdict = _join(draft.goal), _join(draft.outcome), draft.verdict
    if goal is None:
        return None
    if outcome is None and verdict and (said(verdict[0]) is None or len(verdict[0]) > 40):
        outcome = _Joined(*verdict)  # a column "Måluppfyllelse" that tells what happened
    judged = _judged(goal, outcome, verdict)
    return {
        "text": Leaf(goal.text, goal.lines, confidence),
        "utfall": Leaf(outcome.text, outcome.lines, confidence) if outcome else None,
        "uppfyllt": Leaf(judged[0], judged[1], confidence) if judged else None,
        "kvantiteter": quantity_trees(goal.text, goal.lines),
    }


def _of_tables(items: Sequence[Item]) -> tuple[list[PairDraft], list[Item]]:
    """The pairs of the tables among the items, and the items that stand in no such table."""
    drafts: list[PairDraft] = []
    rest = list(items)
    going_on = continued(rest)
    for table in tables_of(rest):
        found = pairs_in_table(table, going_on.get(id(table)))
        if found:
            drafts += found
            rest = [i for i in rest if i.table is not table]
    return drafts, rest


def read_pairs(answers: list[Answer], form: Form) -> list[Tree]:
    """Every goal that the answers name, in order, with its outcome where one is told."""
    drafts: list[PairDraft] = []
    parts: list[Part] = []
    for answer in sorted((a for a in answers if speaks_of_goals(a)), key=asks_for_outcomes_only):
        in_tables, rest = _of_tables(answer.items)
        drafts += in_tables
        parts += parts_of(answer, rest, form)
    from_prose = drafts_from_prose(parts)
    if drafts:
        from_prose = [d for d in from_prose if d.outcome]  # beside a table only what is told as a pair
    with_verdicts_elsewhere(from_prose, parts)
    confidence = 0.9 if drafts else 0.75
    return [pair for d in [*drafts, *from_prose] if (pair := _pair(d, confidence))]
