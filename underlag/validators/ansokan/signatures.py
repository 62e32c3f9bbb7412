"""The application is signed after it was discussed and before the insats begins."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.signatures import BLOCKS, dated, signer


def check_after_lokus(case: Case[Ansokan]) -> Iterator[Judgment]:
    if not case.record.lokus.datum:
        return
    last = max(case.record.lokus.datum)
    places = tuple(f"/lokus/datum/{n}" for n, day in enumerate(case.record.lokus.datum) if day == last)
    for n, block, day in dated(case):
        at = (f"{BLOCKS}/{n}/datum", *places)
        if day.isoformat() >= last:
            yield holds(*at)
        else:
            message = f"Underskriften från {signer(block, n)} är daterad {day}, före diskussionen i lokal utvecklingsgrupp {last}."
            yield case.broken(at, message, last, day.isoformat())


def check_before_start(case: Case[Ansokan]) -> Iterator[Judgment]:
    start = case.record.insatstid.start
    if start is None:
        return
    for n, block, day in dated(case):
        at = (f"{BLOCKS}/{n}/datum", "/insatstid/start")
        if day.isoformat() <= start:
            yield holds(*at)
        else:
            message = f"Underskriften från {signer(block, n)} är daterad {day}, efter insatsens start {start}."
            yield case.broken(at, message, start, day.isoformat())


RULES = (
    Rule(
        id="underskrift.fore_lokus",
        title="Ingen har skrivit under före diskussionen i lokal utvecklingsgrupp",
        severity="varning",
        source="Ansökningsformuläret, ”Hur och när har ansökan diskuterats?”",
        guidance="Kontrollera datumen; underskriften ska avse den ansökan som diskuterats.",
        check=check_after_lokus,
        needs=("/underskrifter/*/datum", "/lokus/datum"),
    ),
    Rule(
        id="underskrift.efter_start",
        title="Ansökan är underskriven före insatsens start",
        severity="upplysning",
        source="Ansökningsformuläret, ”Planerad insatstid”",
        guidance="Kontrollera datumen.",
        check=check_before_start,
        needs=("/underskrifter/*/datum", "/insatstid/start"),
    ),
)
