"""A share that a text gives together with its counts is their quotient."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from underlag.validators.rule import Case, Judgment, Rule, S_contra, holds
from underlag.validators.sentences import Sentence
from underlag.validators.wording import excerpt, share
from underlag.values.ratios import ratios_in


def shares_fit(told: Callable[[Case[S_contra]], Iterator[Sentence]]) -> Rule[S_contra]:
    """The rule for the sentences that `told` gives of a document."""

    def check(case: Case[S_contra]) -> Iterator[Judgment]:
        for sentence in told(case):
            yield from _judged(case, sentence)

    return Rule(
        id="text.andelar",
        title="Andelar i texten stämmer med sina antal",
        severity="varning",
        source="Handlingens texter",
        guidance="Kontrollera antalen och räkna om andelen.",
        check=check,
    )


def _judged(case: Case[S_contra], sentence: Sentence) -> Iterator[Judgment]:
    for found in ratios_in(sentence.text):
        ratio, words = found.value, excerpt(sentence.text, found.start, found.end)
        if ratio.part > ratio.whole:
            yield case.broken((sentence.at,), f"Texten säger {words}, men delen är större än det hela.", ratio.whole, ratio.part)
        elif ratio.fits:
            yield holds(sentence.at)
        else:
            message = f"Texten säger {words}, men {ratio.part} av {ratio.whole} är {share(round(ratio.exact))}."
            yield case.broken((sentence.at,), message, round(ratio.exact), ratio.percent)
