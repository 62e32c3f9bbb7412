"""What the report says of each insats: its goals are reached and measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from underlag.schemas.arsredovisning import Arsredovisning
from underlag.validators.arsredovisning.pairs import paired
from underlag.validators.arsredovisning.periods import goes_on, named
from underlag.validators.outcomes import ROUNDING, UNMEASURED, UNREACHED, average_reached, figures_of, missed, nearest
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import number, quoted, share
from underlag.values.folding import fold
from underlag.values.measures import Measure, compared
from underlag.values.numerals import NUMERALS
from underlag.values.quantities import Quantity, quantities_in

_SAYS_SO = re.compile(
    r"\b(?:uppna\w*|uppfyll\w*|natt|natts|naddes|ja|nej|delvis|alla|samtliga|ingen|inga|inget|halften|se|pagar|annu|kommer att|startade?)\b"
)
"""Words of an outcome that tell something of the goal without a figure."""
_LONGER = re.compile(r"\b(?:sedan|projekttid\w*|insatstid\w*|insatsperiod\w*|hela tiden|sammanlagt|hittills)\b")
"""Words of an outcome that counts more than the report's year."""
_PEOPLE = re.compile(r"\b(?:deltagare|personer|individer|inskrivna)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """One outcome with its goal, empty where it is not plain which that is. `at`: where both stand, the outcome first.

    `people`: how many took part in the insats. `due`: its goals are to be reached by the report's year.
    """

    insats: str
    at: tuple[str, ...]
    goal: str
    outcome: str
    people: int | None
    due: bool

    @property
    def named(self) -> str:
        """ "målet ”…”"."""
        return f"målet {quoted(self.goal)}" if self.goal else "ett mål"

    @property
    def measure(self) -> Measure | None:
        """Both as numbers, where they are of one unit and time."""
        found = nearest(self.goal, self.outcome)
        if found is None or found.wanted.enhet == "procent":
            return found
        if found.wanted.jamforelse == "hogst" or (found.wanted.per and _LONGER.search(fold(self.outcome))):
            return None  # room for so many, or more than a year's
        return found if found.wanted.per or self.due else None

    @property
    def part(self) -> tuple[Quantity, int] | None:
        """The share that the goal asks for, and the number that the outcome gives instead of one."""
        wanted, got = ([found.value for found in quantities_in(text)] for text in (self.goal, self.outcome))
        if len(wanted) != 1 or len(got) != 1 or wanted[0].enhet != "procent" or got[0].enhet != "antal" or not self.people:
            return None
        return (wanted[0], int(got[0].varde)) if got[0].avser is None or _PEOPLE.search(got[0].avser) else None


def _told(case: Case[Arsredovisning]) -> Iterator[Told]:
    for n, insats in enumerate(case.record.insatser):
        pairs = paired(insats.mal or "", insats.utfall or "") or [("", line) for line in (insats.utfall or "").split("\n")]
        people = next((found for goal, outcome in pairs if (found := _people(goal, outcome)) is not None), None)
        due = not goes_on(insats, case.record.ar)
        for goal, outcome in pairs:
            yield Told(named(insats, n), (f"/insatser/{n}/utfall", f"/insatser/{n}/mal"), goal, outcome, people, due)


def _people(goal: str, outcome: str) -> int | None:
    """How many took part, where a goal says how many should."""
    measure = compared(goal, outcome)
    counted = measure is not None and measure.wanted.enhet == "antal" and _PEOPLE.search(goal) is not None
    return int(measure.got.varde) if measure is not None and counted else None


def check_reached(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    for told in _told(case):
        measure = told.measure
        if measure is not None and missed(measure):
            message = f"{told.insats} har inte nått {told.named}: {figures_of(measure)}."
            yield case.broken(told.at, message, measure.wanted.varde, measure.got.varde)
        elif measure is not None:
            yield holds(*told.at)
        elif UNREACHED.search(told.outcome):
            yield case.broken(told.at, f"{told.insats} har inte nått {told.named}: {quoted(told.outcome)}.")
        elif told.part is not None and told.people:
            yield _judged_part(case, told, *told.part, told.people)


def _judged_part(case: Case[Arsredovisning], told: Told, wanted: Quantity, part: int, people: int) -> Judgment:
    """A count of those who took part, where the goal is a share of them."""
    got = 100 * part / people
    enough = got <= wanted.varde + ROUNDING if wanted.jamforelse == "hogst" else got >= wanted.varde - ROUNDING
    if enough:
        return holds(*told.at)
    of = f"{number(part)} av {number(people)} deltagare är {share(round(got))}"
    return case.broken(told.at, f"{told.insats} har inte nått {told.named}: {of}.", wanted.varde, round(got))


def check_measured(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    """No outcome says that it was not measured, and one of a goal with a number gives a number too."""
    for told in _told(case):
        if UNMEASURED.search(told.outcome):
            yield case.broken(told.at, f"{told.insats}: {told.named} är inte mätt: {quoted(told.outcome)}.")
        elif not quantities_in(told.goal):
            continue
        elif _says_something(told.outcome):
            yield holds(*told.at)
        else:
            message = f"{told.insats}: {told.named} har en siffra, men utfallet ingen: {quoted(told.outcome)}."
            yield case.broken(told.at, message)


def _says_something(outcome: str) -> bool:
    folded = fold(outcome)
    return any(c.isdigit() for c in outcome) or bool(_SAYS_SO.search(folded)) or not NUMERALS.keys().isdisjoint(folded.split())


def check_told(case: Case[Arsredovisning]) -> Iterator[Judgment]:
    """Every insats whose goals are told has an outcome, where others have one; one that goes on may have none yet."""
    asked = [n for n, insats in enumerate(case.record.insatser) if insats.mal]
    told = [n for n in asked if case.record.insatser[n].utfall]
    for n in asked if len(told) * 2 > len(asked) else ():
        insats, at = case.record.insatser[n], (f"/insatser/{n}/utfall", f"/insatser/{n}/mal")
        if n in told:
            yield holds(*at)
        else:
            yield case.broken_unless_scanned(at, f"{named(insats, n)} har mål men inget redovisat utfall.")


RULES: tuple[Rule[Arsredovisning], ...] = (
    Rule(
        id="insats.mal",
        title="Insatserna har nått sina mål",
        severity="varning",
        source="Årsredovisningens redovisning av insatserna, mål och utfall",
        guidance="Kontrollera att årsredovisningen förklarar vad det beror på.",
        check=check_reached,
        needs=("/insatser/*/mal", "/insatser/*/utfall"),
    ),
    Rule(
        id="insats.matt",
        title="Insatsernas mål är mätta",
        severity="varning",
        source="Årsredovisningens redovisning av insatserna, mål och utfall",
        guidance="Redovisa utfallet i samma mått som målet, eller skriv varför det inte går.",
        check=check_measured,
        needs=("/insatser/*/mal", "/insatser/*/utfall"),
    ),
    Rule(
        id="insats.utfall",
        title="Insatser med mål har ett utfall",
        severity="varning",
        source="Årsredovisningens redovisning av insatserna, mål och utfall",
        guidance="Redovisa utfallet.",
        check=check_told,
        needs=("/insatser/*/mal", "/insatser/*/utfall"),
    ),
    average_reached(lambda case: ((told.at[0], told.goal, told.outcome) for told in _told(case))),
)
