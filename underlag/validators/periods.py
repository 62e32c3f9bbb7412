"""The time of an insats is given and in order, and its goals and the text about it agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from underlag.validators.records import HasGoals, HasTime
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.sentences import Sentence, told_at
from underlag.validators.wording import quoted
from underlag.values.dates import dates_in, years_between

_WORDS = {"ett": 1.0, "två": 2.0, "tre": 3.0, "fyra": 4.0, "fem": 5.0}
_NUMBER = r"(?P<n>ett|två|tre|fyra|fem|[1-5])(?P<half> och ett halvt| ½|[,.]5)?"
_GOES_ON = (
    r"pågår|pågå|pågick|pågått|löper|löpte|löpt|bedrivs|bedrevs|bedrivits|drivs|drevs|drivits|genomförs|genomfördes|genomförts"
    r"|sträcker sig|sträckte sig|är|varar|varade|varat|planeras"
)
_LASTS = (
    re.compile(
        rf"\b(?:insatsen|projektet|insatstiden|projekttiden)\b[^.]{{0,40}}?\b(?:{_GOES_ON})\b[^.\d]{{0,30}}?\b(?:under|i|över|på)?"
        rf"\s*{_NUMBER} år\b(?! (?:fram|sedan|efter|innan|gam))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<n>ett|två|tre|fyra|fem)[ -]?årig(?:t|a)?\s+(?:insats|projekt|projektperiod|insatsperiod|insatstid)\b(?P<half>)",
        re.IGNORECASE,
    ),
)
_SLACK_YEARS = 0.3


def years_of(record: HasTime) -> float | None:
    """How long the insats lasts, in years; None where that isn't given or is out of order."""
    start, end = record.insatstid.start, record.insatstid.slut
    if start is None or end is None or end < start:
        return None
    return years_between(date.fromisoformat(start), date.fromisoformat(end))


def check_insatstid(case: Case[HasTime]) -> Iterator[Judgment]:
    for key, name in (("start", "startdatum"), ("slut", "slutdatum")):
        at = f"/insatstid/{key}"
        if case.value(at) is not None:
            yield holds(at)
        elif case.scanned(at):
            yield Judgment("undecided", (at,), f"Insatsens {name} kunde inte läsas i skanningen; kontrollera i originalet.")
        else:
            found = "/insatstid" in case.texts
            yield Judgment("broken", (at,), f"Insatsens {name} saknas.", severity="fel" if found else "varning")


def check_order(case: Case[HasTime]) -> Iterator[Judgment]:
    start, end = case.record.insatstid.start, case.record.insatstid.slut
    if start is None or end is None:
        return
    at = ("/insatstid/slut", "/insatstid/start")
    if start <= end:
        yield holds(*at)
    else:
        yield case.broken(at, f"Insatsen slutar {end}, före sin start {start}.", None, end)


def check_intake(case: Case[HasTime]) -> Iterator[Judgment]:
    time, at = case.record.insatstid, "/insatstid/intag_slut"
    if time.intag_slut is None or (time.start is None and time.slut is None):
        return
    if time.slut is not None and time.intag_slut > time.slut:
        message = f"Intaget till insatsen slutar {time.intag_slut}, efter insatsens slut {time.slut}."
        yield case.broken((at, "/insatstid/slut"), message, time.slut, time.intag_slut)
    elif time.start is not None and time.intag_slut < time.start:
        message = f"Intaget till insatsen slutar {time.intag_slut}, före insatsens start {time.start}."
        yield case.broken((at, "/insatstid/start"), message, time.start, time.intag_slut)
    else:
        yield holds(at)


def check_goals(case: Case[HasGoals]) -> Iterator[Judgment]:
    """What a goal dates lies within the insats."""
    end = case.record.insatstid.slut
    for n, goal in enumerate(case.record.mal) if end is not None else ():
        for found in dates_in(goal.text):
            at = (f"/mal/{n}", "/insatstid/slut")
            if end is None or found.value.isoformat() <= end:
                yield holds(*at)
            else:
                message = f"Målet {quoted(goal.text)} ska nås {found.value}, efter insatsens slut {end}."
                yield case.broken(at, message, end, found.value.isoformat())


def lasting(*answers: str) -> Rule[HasTime]:
    """The `answers` in running text (pointers) say the same length of the insats as its first and last day."""

    def check(case: Case[HasTime]) -> Iterator[Judgment]:
        years = years_of(case.record)
        for sentence in told_at(case.data, *answers) if years is not None else ():
            yield from (_length(case, sentence, found) for pattern in _LASTS if (found := pattern.search(sentence.text)))

    return Rule(
        id="text.insatstid",
        title="Texten säger samma längd på insatsen som insatstiden",
        severity="varning",
        source="Formulärets ”Insatstid” och beskrivningarna",
        guidance="Kontrollera hur länge insatsen pågår och rätta det som är fel.",
        check=check,
        needs=("/insatstid/start", "/insatstid/slut"),
    )


def _length(case: Case[HasTime], sentence: Sentence, found: re.Match[str]) -> Judgment:
    word, years = found["n"].casefold(), years_of(case.record) or 0
    said = (_WORDS.get(word) or float(word)) + (0.5 if found["half"] else 0)
    at = ("/insatstid", "/insatstid/slut", sentence.at)
    if abs(said - years) <= _SLACK_YEARS:
        return holds(*at)
    span = f"{case.record.insatstid.start}–{case.record.insatstid.slut}"
    return case.broken(at, f"Texten säger {quoted(found.group())}, men insatstiden är {span}.", said, round(years, 1))


GOALS_IN_TIME = Rule(
    id="mal.tid",
    title="Daterade mål ligger inom insatstiden",
    severity="varning",
    source="Formulärets ”Beskriv målen med insatsen” och ”Insatstid”",
    guidance="Rätta målets datum eller insatstiden.",
    check=check_goals,
    needs=("/mal", "/insatstid/slut"),
)

RULES = (
    Rule(
        id="fragor.insatstid",
        title="Insatsens start- och slutdatum är angivna",
        severity="fel",
        source="Formulärets ”Insatstid”",
        guidance="Ange datumet med år, månad och dag.",
        check=check_insatstid,
    ),
    Rule(
        id="tid.ordning",
        title="Insatsen slutar efter sin start",
        severity="fel",
        source="Formulärets ”Insatstid”",
        guidance="Rätta det datum som är fel.",
        check=check_order,
        needs=("/insatstid/start", "/insatstid/slut"),
    ),
    Rule(
        id="tid.intag",
        title="Intaget slutar under insatstiden",
        severity="fel",
        source="Formulärets ”Eventuellt slutdatum för intag av personer i insatsen”",
        guidance="Rätta slutdatum för intag eller insatstiden.",
        check=check_intake,
        needs=("/insatstid/intag_slut",),
    ),
)
