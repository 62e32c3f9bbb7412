"""What the rules about goals and their outcomes have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from underlag.validators.rule import Case, Judgment, Rule, S_contra, holds
from underlag.validators.sentences import sentences
from underlag.validators.wording import number, quoted, share
from underlag.values.folding import fold
from underlag.values.measures import Measure, compared
from underlag.values.quantities import Quantity

ROUNDING = 1.0
"""Percentage points."""

_MORE_WORDS = 2
"""Of the goal, in the sentence that is about it, than in any other."""
_WORK = re.compile(r"\b(?:till|i|har|få\w*|börja\w*) (?:\w+ ){0,3}(?:arbete|studier|studera|anställning|jobb)\b", re.IGNORECASE)

UNMEASURED = re.compile(
    r"\b(?:inte|ej|aldrig) (?:längre |gått att |kunnat |kunde |möjligt att |går att |har |blivit )*"
    r"(?:mät\w*|mätt|mätas|uppfölj\w*|följ\w* upp|följts upp|utvärder\w*|redovisas|utläsa\w*)"
    r"|\b(?:mäts|mättes|mäter vi|följs|följdes|utvärderas|vet) (?:inte|ej)\b"
    r"|\b(?:inte|ej) mätbar\w*|\b(?:underlag|uppgift\w*|statistik|mätning\w*|siffror) saknas\b"
    r"|\bsaknas (?:underlag|uppgift\w*|statistik|mätning\w*|siffror)"
    r"|\b(?:inga|ingen|inget) (?:mätning\w*|uppföljning|underlag|uppgifter|statistik|siffror)\b",
    re.IGNORECASE,
)
"""An outcome that says that it was not measured."""

UNREACHED = re.compile(
    r"\b(?:ej|inte|inte helt|inte fullt ut|bara delvis|endast delvis) (?:har |kunnat |blivit )*"
    r"(?:uppnå\w*|nått|nåtts|nådd\w*|nås|uppfyll\w*)"
    r"|\b(?:uppnåddes|nåddes|nås|uppfylldes|uppfylls) (?:inte|ej|bara delvis|endast delvis)\b",
    re.IGNORECASE,
)
"""An outcome that says that its goal was not reached."""


def nearest(goal: str, outcome: str) -> Measure | None:
    """Goal and outcome as numbers of one unit; where the outcome gives several, that of the sentence which plainly repeats the goal."""
    whole = compared(goal, outcome)
    if whole is not None:
        return whole
    words = {*fold(goal).split()}
    told = [(len(words & {*fold(text).split()}), measure) for text in sentences(outcome) if (measure := compared(goal, text)) is not None]
    best = sorted(told, key=lambda each: -each[0])
    plain = bool(best) and (len(best) == 1 or best[0][0] >= best[1][0] + _MORE_WORDS)
    return best[0][1] if plain else None


def missed(measure: Measure) -> bool:
    """Does the outcome miss the goal by more than rounding?"""
    off = abs(measure.got.varde - measure.wanted.varde)
    return not measure.reached and off > (ROUNDING if measure.wanted.enhet == "procent" else 0)


def figures_of(measure: Measure) -> str:
    """ "målet är minst 70 % och utfallet 62 %"."""
    least = {"minst": "minst ", "hogst": "högst ", "exakt": ""}[measure.wanted.jamforelse]
    return f"målet är {least}{_figure(measure.wanted)} och utfallet {_figure(measure.got)}"


def _figure(quantity: Quantity) -> str:
    return share(quantity.varde) if quantity.enhet == "procent" else number(quantity.varde)


Told = tuple[str, str, str]
"""The pointer of an outcome, its goal, the outcome."""


def average_reached(told: Callable[[Case[S_contra]], Iterator[Told]]) -> Rule[S_contra]:
    """The rule that as many go to work or studies as in the country, for the outcomes that `told` gives of a document."""

    def check(case: Case[S_contra]) -> Iterator[Judgment]:
        average = case.in_force(case.policy.arbete_studier_andel)
        for at, goal, outcome in told(case):
            got = _to_work(goal, outcome)
            if got is None or average is None:
                continue
            if got >= average.varde:
                yield holds(at)
            else:
                message = f"{share(got)} gick till arbete eller studier; genomsnittet är {share(average.varde)} ({average.kalla})"
                yield case.broken((at,), f"{message}: {quoted(outcome)}.", average.varde, got)

    return Rule(
        id="mal.snitt",
        title="Lika många går till arbete eller studier som i landet",
        severity="upplysning",
        source="Policyn, arbete_studier_andel",
        guidance="Jämför med andra insatser för samma målgrupp.",
        check=check,
        needs=("arbete_studier_andel",),
    )


def _to_work(goal: str, outcome: str) -> float | None:
    """The share that went on to work or studies, where both goal and outcome are one share of that."""
    measure = compared(goal, outcome)
    shares = measure is not None and measure.wanted.enhet == "procent" and measure.wanted.jamforelse != "hogst"
    return measure.got.varde if measure is not None and shares and _WORK.search(goal) else None
