"""The sentences of a final report in which shares stand beside their counts."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.rule import Case
from underlag.validators.sentences import Sentence, told_at
from underlag.validators.shares import shares_fit
from underlag.validators.slutrapport.questions import ANSWERS


def told(case: Case[Slutrapport]) -> Iterator[Sentence]:
    """The outcomes of the goals, then every other sentence of the report; what is an outcome is not told twice."""
    outcomes = [f"/mal/{n}/utfall" for n, goal in enumerate(case.record.mal) if goal.utfall is not None]
    seen: set[str] = set()
    for sentence in told_at(case.data, *outcomes, *ANSWERS):
        if sentence.at in outcomes or sentence.text not in seen:
            yield sentence
        seen.add(sentence.text)


RULES = (shares_fit(told),)
