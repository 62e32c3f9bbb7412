"""A share that the text gives together with its counts is their quotient."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence, told_at
from underlag.validators.slutrapport.questions import ANSWERS
from underlag.validators.wording import excerpt, share
from underlag.values.ratios import ratios_in


def told(case: Case[Slutrapport]) -> Iterator[Sentence]:
    """The outcomes of the goals, then every other sentence of the report; what is an outcome is not told twice."""
    outcomes = [f"/mal/{n}/utfall" for n, goal in enumerate(case.record.mal) if goal.utfall is not None]
    seen: set[str] = set()
    for sentence in told_at(case.data, *outcomes, *ANSWERS):
        if sentence.at in outcomes or sentence.text not in seen:
            yield sentence
        seen.add(sentence.text)


def check_shares(case: Case[Slutrapport]) -> Iterator[Judgment]:
    for sentence in told(case):
        for found in ratios_in(sentence.text):
            ratio, words = found.value, excerpt(sentence.text, found.start, found.end)
            if ratio.part > ratio.whole:
                yield case.broken((sentence.at,), f"Texten säger {words}, men delen är större än det hela.", ratio.whole, ratio.part)
            elif ratio.fits:
                yield holds(sentence.at)
            else:
                message = f"Texten säger {words}, men {ratio.part} av {ratio.whole} är {share(round(ratio.exact))}."
                yield case.broken((sentence.at,), message, round(ratio.exact), ratio.percent)


RULES = (
    Rule(
        id="text.andelar",
        title="Andelar i texten stämmer med sina antal",
        severity="varning",
        source="Slutrapportens texter",
        guidance="Kontrollera antalen och räkna om andelen.",
        check=check_shares,
    ),
)
