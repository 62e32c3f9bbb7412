"""The phases of an insats follow on each other, and the application was discussed before it was handed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from underlag.schemas.ansokan import Ansokan
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.dates import parse_period

_PHASE = re.compile(
    r"\bfas(?:en)?\b|\w+fas(?:en)?\b|\betapp\b|genomf[öo]rande|planering|mobilisering|uppstart|avslut|implementering|f[öo]rberedelse|utv[äa]rdering",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Phase:
    text: str
    start: date
    end: date


def _phases(text: str) -> Iterator[_Phase]:
    """Lines of the answer that give a part of the time from one day to another."""
    for line in text.splitlines():
        start, end = parse_period(line)
        if start is not None and end is not None and start != end and _PHASE.search(line):
            yield _Phase(line.strip(), start, end)


def check_phases(case: Case[Ansokan]) -> Iterator[Judgment]:
    phases = tuple(_phases(case.answer("/insatstid")))
    for before, after in pairwise(phases):
        if after.start > after.end:
            message = f"Fasen {quoted(after.text)} slutar före sin start."
        elif after.start <= before.end:
            message = f"Fasen {quoted(after.text)} börjar innan fasen före, {quoted(before.text)}, är slut."
        else:
            yield holds("/insatstid")
            continue
        yield case.broken(("/insatstid", "/insatstid/start", "/insatstid/slut"), message, None, after.start.isoformat())


def check_lokus(case: Case[Ansokan]) -> Iterator[Judgment]:
    lokus = case.record.lokus
    if lokus.diskuterad is False:
        message = "Ansökan har enligt formuläret inte diskuterats i lokal utvecklingsgrupp."
        yield case.broken(("/lokus/diskuterad",), message, True, False)
    elif lokus.diskuterad:
        yield holds("/lokus/diskuterad")
    elif lokus.text is not None:
        yield Judgment("not_applicable", ("/lokus/diskuterad",))
    else:
        message = "Det framgår inte om ansökan har diskuterats i lokal utvecklingsgrupp."
        yield case.broken_unless_scanned(("/lokus/diskuterad",), message)


def check_lokus_date(case: Case[Ansokan]) -> Iterator[Judgment]:
    lokus = case.record.lokus
    if lokus.text is None or lokus.diskuterad is False:
        return
    if lokus.datum:
        late = [day for day in lokus.datum if day > case.on.isoformat()]
        if late:
            message = f"Diskussionen anges till {late[0]}, en dag som ännu inte varit."
            yield case.broken(("/lokus/datum", "/lokus/text"), message, None, late[0])
        else:
            yield holds("/lokus/datum")
    else:
        message = "Det framgår inte vilken dag ansökan diskuterades i lokal utvecklingsgrupp."
        yield case.broken(("/lokus/datum", "/lokus/text"), message)


RULES = (
    Rule(
        id="tid.faser",
        title="Insatsens faser följer på varandra",
        severity="varning",
        source="Ansökningsformuläret, ”Planerad insatstid”",
        guidance="Kontrollera årtal och dagar; faserna brukar följa på varandra utan att överlappa.",
        check=check_phases,
    ),
    Rule(
        id="lokus.diskuterad",
        title="Ansökan är diskuterad i lokal utvecklingsgrupp",
        severity="varning",
        source="Ansökningsformuläret, ”Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?”",
        guidance="Ta upp ansökan i gruppen och kryssa för svaret.",
        check=check_lokus,
    ),
    Rule(
        id="lokus.datum",
        title="Dagen för diskussionen är angiven",
        severity="varning",
        source="Ansökningsformuläret, ”Hur och när har ansökan diskuterats?”",
        guidance="Ange vilken dag, med år, som ansökan diskuterades.",
        check=check_lokus_date,
        needs=("/lokus/text",),
    ),
)
