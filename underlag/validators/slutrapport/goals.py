"""Every goal has an outcome, and what the report says of it agrees with the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.slutrapport import Pair, Slutrapport
from underlag.validators.outcomes import UNMEASURED, average_reached, figures_of, missed
from underlag.validators.periods import GOALS_IN_TIME
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.measures import Measure, compared

_MISSED = {"nej": "inte uppnått", "delvis": "bara delvis uppnått"}


def check_told(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """Goals without an outcome, in a report that pairs the two. Where most have none the outcomes are told in another way."""
    goals = case.record.mal
    untold = [n for n, goal in enumerate(goals) if goal.utfall is None and goal.uppfyllt is None]
    if len(untold) * 2 > len(goals):
        message = f"För {len(untold)} av {len(goals)} mål står inget utfall intill målet; kontrollera att vart och ett är redovisat."
        yield Judgment("undecided", ("/mal", "/mal_och_utfall"), message)
        return
    for n, goal in enumerate(goals):
        at = (f"/mal/{n}/utfall", f"/mal/{n}")
        if n in untold:
            yield case.broken_unless_scanned(at, f"Målet {quoted(goal.text)} har inget redovisat utfall.")
        else:
            yield holds(*at)


def check_reached(case: Case[Slutrapport]) -> Iterator[Judgment]:
    for n, goal in enumerate(case.record.mal):
        at = (f"/mal/{n}", f"/mal/{n}/uppfyllt")
        if goal.uppfyllt is None or _contradicts(goal):
            continue
        if goal.uppfyllt == "ja":
            yield holds(*at)
            continue
        measure = _measure(goal)
        told = f": {figures_of(measure)}" if measure else f"; utfallet är {quoted(goal.utfall)}" if goal.utfall else ""
        message = f"Målet {quoted(goal.text)} är {_MISSED[goal.uppfyllt]}{told}."
        wanted, got = (measure.wanted.varde, measure.got.varde) if measure else (None, goal.uppfyllt)
        yield case.broken(at, message, wanted, got, rests_on=_read_from(case, n))


def _read_from(case: Case[Slutrapport], n: int) -> tuple[str, ...]:
    """Where the words stand that tell whether goal `n` was reached; how surely they were paired with it is another thing."""
    return ("/mal_och_utfall",) if case.record.mal_och_utfall is not None else (f"/mal/{n}/uppfyllt",)


def check_numbers(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """A goal that is called reached, or not, is so by its numbers."""
    for n, goal in enumerate(case.record.mal):
        measure = _measure(goal)
        if goal.uppfyllt is None or measure is None:
            continue
        at = (f"/mal/{n}/uppfyllt", f"/mal/{n}", f"/mal/{n}/utfall")
        if not _contradicts(goal):
            yield holds(*at)
            continue
        said = "uppnått" if goal.uppfyllt == "ja" else "inte uppnått"
        message = f"Målet {quoted(goal.text)} sägs vara {said}, men {figures_of(measure)}."
        yield case.broken(at, message, measure.wanted.varde, measure.got.varde, rests_on=(f"/mal/{n}/text", f"/mal/{n}/utfall"))


def _measure(goal: Pair) -> Measure | None:
    """Goal and outcome as two numbers, where they are of the same time."""
    measure = compared(goal.text, goal.utfall) if goal.utfall is not None else None
    return measure if measure is not None and measure.wanted.per == measure.got.per else None


def _contradicts(goal: Pair) -> bool:
    """Is the report's verdict another than that of the numbers? A goal of several numbers may be missed though the first is reached."""
    measure = _measure(goal)
    if measure is None or goal.uppfyllt not in {"ja", "nej"}:
        return False
    if goal.uppfyllt == "ja":
        return missed(measure)
    return measure.reached and len(goal.kvantiteter) <= 1


def check_measured(case: Case[Slutrapport]) -> Iterator[Judgment]:
    for n, goal in enumerate(case.record.mal):
        if goal.utfall is None or goal.uppfyllt is not None:
            continue
        at = (f"/mal/{n}/utfall", f"/mal/{n}")
        if UNMEASURED.search(goal.utfall):
            yield case.broken(at, f"Målet {quoted(goal.text)} är inte mätt: {quoted(goal.utfall)}.")
        else:
            yield holds(*at)


RULES: tuple[Rule[Slutrapport], ...] = (
    Rule(
        id="mal.utfall",
        title="Varje mål har ett utfall",
        severity="varning",
        source="Slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Redovisa utfallet för målet.",
        check=check_told,
        needs=("/mal",),
    ),
    Rule(
        id="mal.uppfyllt",
        title="Målen är uppnådda",
        severity="varning",
        source="Slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Kontrollera att rapporten förklarar vad det beror på.",
        check=check_reached,
        needs=("/mal/*/uppfyllt",),
    ),
    Rule(
        id="mal.siffror",
        title="Uppnådda mål är uppnådda enligt siffrorna",
        severity="varning",
        source="Slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Kontrollera målet, utfallet och vad som sägs om dem.",
        check=check_numbers,
        needs=("/mal/*/uppfyllt", "/mal/*/utfall"),
    ),
    Rule(
        id="mal.matt",
        title="Målen är mätta",
        severity="varning",
        source="Slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Kontrollera om utfallet kan visas på annat sätt.",
        check=check_measured,
        needs=("/mal/*/utfall",),
    ),
    average_reached(lambda case: ((f"/mal/{n}/utfall", goal.text, goal.utfall or "") for n, goal in enumerate(case.record.mal))),
    GOALS_IN_TIME,
)
