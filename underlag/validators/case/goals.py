"""What the application promised, and what the final report says was reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.fuzz import partial_ratio, token_set_ratio

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed, GoalTold
from underlag.schemas.packet import Member
from underlag.schemas.records import Quantity
from underlag.schemas.slutrapport import Pair, Slutrapport
from underlag.validators.case.relating import about, time_of
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import number, quoted, share
from underlag.values.folding import fold
from underlag.values.measures import compared

_ALIKE, _WITHIN, _EQUAL = 80.0, 72.0, 101.0
_ROUNDING = 1.0  # percentage points
_PROMISED, _REPORTED = "/documents/*/record/mal/*/text", "/documents/*/record/mal_och_utfall"
_ANY_GOALS = frozenset(
    """
    alla antal att av bli de del deltagare deltagarna deltagarnas den det en ett for fran ha har hogst i inom insatsen insatsens mal malet
    med minst och pa per personer personerna procent samtliga ska skall skulle som ta till under vara vid
    """.split()
)
"""Words that goals of any content may have."""
_DIGITS = re.compile(r"\d+")

Both = tuple[Member[Ansokan], Member[Slutrapport]]


def pairs(case: Followed) -> Iterator[Both]:
    """Each final report with the application that it ends."""
    for report in case.of(Slutrapport):
        application = about(case, Ansokan, time_of(report))
        if application is not None:
            yield application, report


def known_again(promised: Sequence[str], told: Sequence[str]) -> Mapping[int, int]:
    """Which text of `told` is which of `promised` (positions), equal ones first, then the likest."""
    alike = [(_likeness(one, other), -i, -j) for i, one in enumerate(promised) for j, other in enumerate(told)]
    found: dict[int, int] = {}
    for score, i, j in sorted(alike, reverse=True):
        if score >= _ALIKE and -i not in found and -j not in found.values():
            found[-i] = -j
    return found


def _likeness(one: str, other: str) -> float:
    """0-100 by the words of their own, without the numbers, which may have been changed; more for equal texts."""
    if one == other:
        return _EQUAL
    a, b = (" ".join(word for word in _DIGITS.sub(" ", fold(text)).split() if word not in _ANY_GOALS) for text in (one, other))
    return token_set_ratio(a, b) if a and b else 0.0


def goal_pairs(both: Both) -> Mapping[int, int]:
    """By number of the application's goal the number of it in the final report."""
    application, report = both
    return known_again([goal.text for goal in application.record.mal], [goal.text for goal in report.record.mal])


def goals_told(case: Followed) -> Iterator[GoalTold]:
    """Every goal of an application that a final report ends, with what it is known again as."""
    for both in pairs(case):
        application, report = both
        found = goal_pairs(both)
        for n in range(len(application.record.mal)):
            told = f"{report.at}/mal/{found[n]}" if n in found else None
            yield GoalTold(promised=f"{application.at}/mal/{n}", told=told)


def check_told(case: Case[Followed]) -> Iterator[Judgment]:
    """Every goal of the application is told of. Where most aren't known again, the goals were put in other words."""
    for application, report in pairs(case.record):
        text = fold(report.record.mal_och_utfall or "")
        found = goal_pairs((application, report))
        goals = application.record.mal
        missing = [n for n, goal in enumerate(goals) if n not in found and partial_ratio(fold(goal.text), text) < _WITHIN]
        if not goals or not (report.record.mal or text):
            continue
        if len(missing) * 2 > len(goals):
            message = (
                f"{len(missing)} av ansökans {len(goals)} mål känns inte igen i slutrapporten; kontrollera att vart och ett är redovisat."
            )
            yield Judgment("undecided", (f"{report.at}/mal", f"{application.at}/mal"), message)
            continue
        for n, goal in enumerate(goals):
            at = (f"{report.at}/mal", f"{application.at}/mal/{n}/text")
            if n in missing:
                yield case.broken_unless_scanned(at, f"Slutrapporten säger inget om ansökans mål {quoted(goal.text)}.")
            else:
                yield holds(*at)


def check_targets(case: Case[Followed]) -> Iterator[Judgment]:
    """The final report measures against the numbers that were promised."""
    for both in pairs(case.record):
        application, report = both
        for n, m in goal_pairs(both).items():
            promised, told = application.record.mal[n], report.record.mal[m]
            at = (f"{report.at}/mal/{m}/text", f"{application.at}/mal/{n}/text")
            changed = _changed(promised.kvantiteter, told.kvantiteter)
            if changed is None:
                yield holds(*at)
                continue
            was, now = changed
            old, new = _figure(was.varde, was.enhet), _figure(now.varde, now.enhet)
            message = f"Målet {quoted(promised.text)} är {old} i ansökan men {new} i slutrapporten."
            yield case.broken(at, message, was.varde, now.varde)


def _changed(promised: Sequence[Quantity], told: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The first number of a goal that is another in the report; None where they agree, or where one of the two has more numbers."""
    for unit in ("procent", "antal"):
        one, other = ([q for q in several if q.enhet == unit] for several in (promised, told))
        if len(one) != len(other):
            continue
        for was, now in zip(one, other, strict=True):
            if was.varde != now.varde and was.per == now.per and fold(was.avser or "") == fold(now.avser or ""):
                return was, now
    return None


def check_reached(case: Case[Followed]) -> Iterator[Judgment]:
    """A goal that is called reached is so by the number that was promised, where the report itself does not measure it."""
    for both in pairs(case.record):
        application, report = both
        for n, m in goal_pairs(both).items():
            promised, told = application.record.mal[n], report.record.mal[m]
            measure = compared(promised.text, told.utfall) if told.utfall is not None else None
            if told.uppfyllt != "ja" or measure is None or measure.wanted.per != measure.got.per or _measures_itself(told):
                continue
            at = (f"{report.at}/mal/{m}/utfall", f"{report.at}/mal/{m}/uppfyllt", f"{application.at}/mal/{n}/text")
            if measure.reached or abs(measure.got.varde - measure.wanted.varde) <= (_ROUNDING if measure.wanted.enhet == "procent" else 0):
                yield holds(*at)
                continue
            wanted, got = (_figure(q.varde, q.enhet) for q in (measure.wanted, measure.got))
            message = f"Målet {quoted(promised.text)} sägs vara uppnått, men ansökan lovade {wanted} och utfallet är {got}."
            yield case.broken(at, message, measure.wanted.varde, measure.got.varde, rests_on=(at[0], at[2]))


def _measures_itself(told: Pair) -> bool:
    """Would the final report's own rule see it?"""
    own = compared(told.text, told.utfall) if told.utfall is not None else None
    return own is not None and not own.reached


def _figure(value: float, unit: str) -> str:
    return share(value) if unit == "procent" else number(value)


RULES: tuple[Rule[Followed], ...] = (
    Rule(
        id="insats.mal_redovisade",
        title="Slutrapporten säger något om varje mål i ansökan",
        severity="varning",
        source="Ansökans mål och slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Be insatsägaren redovisa utfallet för målet.",
        check=check_told,
        needs=(_PROMISED, _REPORTED),
    ),
    Rule(
        id="insats.mal_andrade",
        title="Målen mäts mot de tal som lovades",
        severity="varning",
        source="Ansökans mål och slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Kontrollera om målet har ändrats genom ett beslut; bedöm annars utfallet mot ansökans mål.",
        check=check_targets,
        needs=(_PROMISED, _REPORTED),
    ),
    Rule(
        id="insats.mal_natt",
        title="Mål som sägs vara uppnådda är det mot ansökans tal",
        severity="varning",
        source="Ansökans mål och slutrapporten, ”Målen med insatsen samt utfall/resultat”",
        guidance="Bedöm utfallet mot ansökans mål, och kontrollera om målet har ändrats genom ett beslut.",
        check=check_reached,
        needs=(_PROMISED, "/documents/*/record/mal/*/utfall"),
    ),
)
