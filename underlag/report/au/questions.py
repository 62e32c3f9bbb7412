"""What to ask the applicant: how to put right what is broken in the application, and what it leaves out that a decision needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from underlag.report.au.facts import sought
from underlag.report.au.matters import Matter
from underlag.report.au.remarks import LONGEST_MESSAGE, Rules, message, numbered, what_is_wrong, where
from underlag.report.findings import Item, Kind, groups
from underlag.report.wording import listed, one_line
from underlag.schemas.ansokan import Ansokan
from underlag.values.pointers import tokens

ASKED = ("fel", "varning")
"""The weights that the applicant is asked about; what could not be decided is for the office to look at."""


@dataclass(frozen=True, slots=True)
class Fraga:
    """One request to the applicant, what it is about by line, and the numbers of those findings ("anmärkning 1 och 3")."""

    nr: int
    text: str
    galler: tuple[str, ...] = ()
    anmarkningar: str = ""


def asked_of(matter: Matter, found: Sequence[Item]) -> tuple[Item, ...]:
    """The findings that the applicant can put right: those whose wrong place lies in the application or its budget, gravest first."""
    kinds = (kind for group in groups(tuple(found)) if group.key in ASKED for kind in group.kinds)
    return tuple(item for kind in kinds for item in kind.items if _is_the_applicants(item, matter))


def _is_the_applicants(item: Item, matter: Matter) -> bool:
    return bool(item.spots) and any(item.spots[0].part is part for part in matter.applicants)


def fragor(matter: Matter, found: Sequence[Item], rules: Rules) -> tuple[Fraga, ...]:
    """One question for each rule that is broken, then one for each fact that is missing and that no finding is about."""
    asked = asked_of(matter, found)
    made = [
        Fraga(nr, _request(kind, rules), tuple(_about(kind, rules)), _numbers(kind, found))
        for nr, kind in enumerate((kind for group in groups(asked) for kind in group.kinds), start=1)
    ]
    return (*made, *(Fraga(nr, text) for nr, text in enumerate(_missing(matter, asked), start=len(made) + 1)))


def _numbers(kind: Kind, found: Sequence[Item]) -> str:
    numbers = [str(nr) for nr, item in numbered(found) if item in kind.first]
    return f"anmärkning {listed(numbers)}{' med flera' if kind.rest else ''}"


def _request(kind: Kind, rules: Rules) -> str:
    known = rules.get(kind.rule)
    return one_line(known.guidance, LONGEST_MESSAGE) if known else message(kind.items[0])


def _about(kind: Kind, rules: Rules) -> Iterator[str]:
    for item in kind.first:
        place = where(item)
        yield what_is_wrong(item, rules) + (f" ({place})" if place else "")
    if kind.rest:
        yield f"… och {len(kind.rest)} till"


def _missing(matter: Matter, asked: Sequence[Item]) -> Iterator[str]:
    """Facts of the summary that the application does not tell, as requests."""
    if matter.asked is None:
        return
    spoken_of = {tokens(spot.pointer)[:1] for item in asked for spot in item.spots}
    yield from (text for key, text, told in _needed(matter.asked) if not told and (key,) not in spoken_of)


def _needed(application: Ansokan) -> Iterator[tuple[str, str, bool]]:
    """What a decision needs to know: its key in the record, the request, and whether the application tells it."""
    time, people = application.insatstid, application.forvantat_antal_deltagare
    yield "insatsagare", "Ange vem som är insatsägare.", any(owner.organisation for owner in application.insatsagare)
    yield "insatstid", "Ange när insatsen börjar och slutar.", time.start is not None and time.slut is not None
    yield "sokt_belopp", "Ange hur mycket som söks från förbundet.", sought(application).amount is not None
    yield "forvantat_antal_deltagare", "Ange hur många deltagare insatsen räknar med totalt.", people.totalt is not None
