"""The report is signed when the insats is over."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.slutrapport import Slutrapport
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.signatures import BLOCKS, dated, signer


def check_after_end(case: Case[Slutrapport]) -> Iterator[Judgment]:
    end = case.record.insatstid.slut
    if end is None:
        return
    for n, block, day in dated(case):
        at = (f"{BLOCKS}/{n}/datum", "/insatstid/slut")
        if day.isoformat() >= end:
            yield holds(*at)
        else:
            message = f"Underskriften från {signer(block, n)} är daterad {day}, före insatsens slut {end}."
            yield case.broken(at, message, end, day.isoformat())


def check_over(case: Case[Slutrapport]) -> Iterator[Judgment]:
    """A report without dated signatures can't be about an insats that has yet to end."""
    end = case.record.insatstid.slut
    if end is None or any(True for _ in dated(case)):
        return
    if end <= case.on.isoformat():
        yield holds("/insatstid/slut")
    else:
        yield case.broken(("/insatstid/slut",), f"Insatsen slutar {end}, en dag som ännu inte varit.", None, end)


RULES = (
    Rule(
        id="underskrift.fore_slut",
        title="Rapporten är undertecknad när insatsen är slut",
        severity="varning",
        source="Slutrapportens ”Insatstid” och ”Underskrifter”",
        guidance="Kontrollera datumen; rapporten ska omfatta hela insatstiden.",
        check=check_after_end,
        needs=("/underskrifter/*/datum", "/insatstid/slut"),
    ),
    Rule(
        id="tid.slut",
        title="Insatsen är slut",
        severity="varning",
        source="Slutrapportens ”Insatstid”",
        guidance="Kontrollera datumet; en slutrapport lämnas när insatsen är slut.",
        check=check_over,
        needs=("/insatstid/slut",),
    ),
)
