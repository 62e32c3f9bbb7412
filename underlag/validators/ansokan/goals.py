"""Goals can be measured, and those about a plan of action meet the policy's share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan, Goal
from underlag.validators.periods import GOALS_IN_TIME
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted, share

_PLAN = re.compile(
    r"handlingsplan|individuell plan|genomf[öo]randeplan|rehabiliteringsplan"
    r"|(?:ha|har|f[åa]|f[åa]tt|uppr[äa]tta\w*) (?:en |sin )?(?:\w+ )?planering\b",
    re.IGNORECASE,
)
# Measurable though no number is written.
_EVERYONE = re.compile(
    r"\b(?:samtliga|alla|varje|var (?:tredje|sj[äa]tte|annan)|h[äa]lften|ingen|inga|en tredjedel|majoriteten)\b", re.IGNORECASE
)
_MEASURED_LEVELS = ("effektmal", "insatsmal", "individ")


def check_measurable(case: Case[Ansokan]) -> Iterator[Judgment]:
    for n, goal in enumerate(case.record.mal):
        if goal.niva not in _MEASURED_LEVELS:
            continue
        at = f"/mal/{n}/kvantiteter"
        if goal.kvantiteter or _EVERYONE.search(goal.text) or re.search(r"\d", goal.text):
            yield holds(at)
        else:
            message = f"Målet {quoted(goal.text)} har ingen siffra att följa upp mot."
            yield case.broken((at, f"/mal/{n}/text"), message, severity="varning" if goal.niva == "effektmal" else "upplysning")


def _shares(goal: Goal) -> list[float]:
    return [q.varde for q in goal.kvantiteter if q.enhet == "procent" and q.jamforelse != "hogst"]


def check_plan(case: Case[Ansokan]) -> Iterator[Judgment]:
    wanted = case.in_force(case.policy.handlingsplan_andel)
    if wanted is None:
        return
    for n, goal in enumerate(case.record.mal):
        shares = _shares(goal)
        if not _PLAN.search(goal.text) or not shares:
            continue
        at = f"/mal/{n}"
        if max(shares) >= wanted.varde:
            yield holds(at)
            continue
        message = f"Målet {quoted(goal.text)} lovar {share(max(shares))}; det ska vara minst {share(wanted.varde)} ({wanted.kalla})."
        yield case.broken((at, f"{at}/kvantiteter/0/varde", f"{at}/text"), message, wanted.varde, max(shares))


def check_has_plan(case: Case[Ansokan]) -> Iterator[Judgment]:
    if any(_PLAN.search(goal.text) for goal in case.record.mal):
        yield holds("/mal")
    elif not case.scanned("/mal"):
        yield Judgment("broken", ("/mal",), "Inget av målen handlar om att deltagarna får en handlingsplan.")


RULES: tuple[Rule[Ansokan], ...] = (
    Rule(
        id="mal.matbara",
        title="Målen har något att mäta",
        severity="varning",
        source="Ansökningsformuläret, ”Beskriv målen med insatsen”",
        guidance="Skriv hur många, hur stor andel eller till när, så att målet kan följas upp.",
        check=check_measurable,
        needs=("/mal",),
    ),
    Rule(
        id="mal.handlingsplan",
        title="Mål om handlingsplan når förbundets andel",
        severity="varning",
        source="Policyn, handlingsplan_andel",
        guidance="Höj målet eller motivera varför det är lägre.",
        check=check_plan,
        needs=("/mal/*/kvantiteter", "handlingsplan_andel"),
    ),
    Rule(
        id="mal.handlingsplan_finns",
        title="Något mål handlar om handlingsplan",
        severity="upplysning",
        source="Policyn, handlingsplan_andel",
        guidance="Överväg ett sådant mål om insatsen riktar sig till enskilda deltagare.",
        check=check_has_plan,
        needs=("/mal", "handlingsplan_andel"),
    ),
    GOALS_IN_TIME,
)
