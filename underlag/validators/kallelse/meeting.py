"""When the meeting is, and how its matters are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from underlag.schemas.kallelse import Kallelse
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_DAY = re.compile(r"\b(" + "|".join(_DAYS) + r")(?:en)?\b", re.IGNORECASE)


def check_date(case: Case[Kallelse]) -> Iterator[Judgment]:
    """The notice says the day of the meeting."""
    if case.record.datum is not None:
        yield holds("/datum")
    else:
        yield case.broken_unless_scanned(("/datum",), "Det framgår inte vilken dag mötet är.")


def check_weekday(case: Case[Kallelse]) -> Iterator[Judgment]:
    """The weekday written beside the date is that of the date."""
    named = _DAY.findall(case.written("/datum"))
    if case.record.datum is None or len({day.lower() for day in named}) != 1:
        return
    told, real = named[0].lower(), _DAYS[date.fromisoformat(case.record.datum).weekday()]
    if told == real:
        yield holds("/datum")
    else:
        yield case.broken(("/datum",), f"Mötet är enligt kallelsen en {told}, men {case.record.datum} är en {real}.", real, told)


def check_numbers(case: Case[Kallelse]) -> Iterator[Judgment]:
    """The matters are numbered one after another."""
    numbered = [(n, matter) for n, matter in enumerate(case.record.arenden) if matter.nr is not None]
    for (_, before), (n, matter) in pairwise(numbered):
        assert before.nr is not None
        at = f"/arenden/{n}/nr"
        if matter.nr == before.nr + 1:
            yield holds(at)
        else:
            message = f"Ärende {matter.nr}, {quoted(matter.rubrik or '')}, följer på ärende {before.nr}."
            yield case.broken_unless_scanned((at,), message, before.nr + 1, matter.nr)


RULES = (
    Rule(
        id="kallelse.datum",
        title="Kallelsen anger mötets dag",
        severity="varning",
        source="Kallelsens uppgifter om tid och plats",
        guidance="Skriv vilken dag mötet är.",
        check=check_date,
    ),
    Rule(
        id="kallelse.veckodag",
        title="Veckodagen stämmer med datumet",
        severity="varning",
        source="Kallelsens uppgifter om tid och plats",
        guidance="Kontrollera vilken dag som gäller och rätta den andra uppgiften.",
        check=check_weekday,
        needs=("/datum",),
    ),
    Rule(
        id="kallelse.nummer",
        title="Ärendena är numrerade i följd",
        severity="upplysning",
        source="Kallelsens lista över ärenden",
        guidance="Kontrollera att inget ärende saknas eller står två gånger.",
        check=check_numbers,
        needs=("/arenden",),
    ),
)
