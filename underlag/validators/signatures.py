"""Owner and every partner have signed, with a date, after the application was discussed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from underlag.schemas.records import Signature
from underlag.validators.organisations import Signed, signed
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

_BLOCKS = "/underskrifter"


def check_signed(case: Case) -> Iterator[Judgment]:
    if not case.record.underskrifter:
        if case.scanned(_BLOCKS):
            yield Judgment("undecided", (_BLOCKS,), "Inga underskrifter kunde läsas i skanningen; kontrollera i originalet.")
        else:
            yield Judgment("broken", (_BLOCKS,), "Ansökan har inga underskrifter.")
        return
    every = signed(case.record)
    taken = {one.block for one in every}
    spare = [n for n in range(len(case.record.underskrifter)) if n not in taken]
    for one in every:
        if one.block is None:
            yield _unsigned(case, one, spare)
    for n, block in enumerate(case.record.underskrifter):
        yield _inked(block, n)


def _unsigned(case: Case, one: Signed, spare: list[int]) -> Judgment:
    name = one.party.organisation
    who = quoted(name) if name else "en part utan namn"
    at = (_BLOCKS, one.at)
    nameless = [n for n in spare if case.record.underskrifter[n].organisation is None]
    if nameless and case.scanned(_BLOCKS):
        message = f"Underskrift från {who} kunde inte läsas, men en underskrift utan läsbar organisation finns; kontrollera."
        return Judgment("undecided", at, message)
    if spare or case.scanned(_BLOCKS):
        return Judgment("broken", at, f"Ingen underskrift som säkert är från {who} hittades.", name, None, "varning")
    return Judgment("broken", at, f"{who} är part i insatsen men har inte skrivit under.", name, None)


def _inked(block: Signature, n: int) -> Judgment:
    at = f"{_BLOCKS}/{n}/undertecknad"
    who = _signer(block, n)
    if block.undertecknad is None:
        return Judgment("undecided", (at,), f"Det går inte att avgöra om {who} har skrivit under; se efter i originalet.")
    if block.undertecknad:
        return holds(at)
    return Judgment("broken", (at,), f"Fältet för namnteckning är tomt: {who} har inte skrivit under.", True, False)


def _signer(block: Signature, n: int) -> str:
    name = block.organisation or block.namn
    return quoted(name) if name else f"den som står i underskrift {n + 1}"


def check_dated(case: Case) -> Iterator[Judgment]:
    for n, block in enumerate(case.record.underskrifter):
        at = f"{_BLOCKS}/{n}/datum"
        if block.datum is not None:
            yield holds(at)
        elif block.undertecknad is False:
            yield Judgment("not_applicable", (at,))
        elif block.undertecknad is None or case.scanned(f"{_BLOCKS}/{n}"):
            yield Judgment("undecided", (at,), f"Datum för underskriften från {_signer(block, n)} kunde inte läsas; se efter i originalet.")
        else:
            message = f"Underskriften från {_signer(block, n)} saknar datum, eller datumet är ofullständigt eller oläsligt."
            yield Judgment("broken", (at,), message)


def _dated(case: Case) -> Iterator[tuple[int, Signature, date]]:
    for n, block in enumerate(case.record.underskrifter):
        if block.datum is not None:
            yield n, block, date.fromisoformat(block.datum)


def check_after_lokus(case: Case) -> Iterator[Judgment]:
    if not case.record.lokus.datum:
        return
    last = max(case.record.lokus.datum)
    places = tuple(f"/lokus/datum/{n}" for n, day in enumerate(case.record.lokus.datum) if day == last)
    for n, block, day in _dated(case):
        at = (f"{_BLOCKS}/{n}/datum", *places)
        if day.isoformat() >= last:
            yield holds(*at)
        else:
            message = f"Underskriften från {_signer(block, n)} är daterad {day}, före diskussionen i lokal utvecklingsgrupp {last}."
            yield case.broken(at, message, last, day.isoformat())


def check_not_later(case: Case) -> Iterator[Judgment]:
    for n, block, day in _dated(case):
        at = f"{_BLOCKS}/{n}/datum"
        if day <= case.on:
            yield holds(at)
        else:
            message = f"Underskriften från {_signer(block, n)} är daterad {day}, en dag som ännu inte varit."
            yield case.broken_unless_scanned((at,), message, None, day.isoformat())


def check_before_start(case: Case) -> Iterator[Judgment]:
    start = case.record.insatstid.start
    if start is None:
        return
    for n, block, day in _dated(case):
        at = (f"{_BLOCKS}/{n}/datum", "/insatstid/start")
        if day.isoformat() <= start:
            yield holds(*at)
        else:
            message = f"Underskriften från {_signer(block, n)} är daterad {day}, efter insatsens start {start}."
            yield case.broken(at, message, start, day.isoformat())


RULES = (
    Rule(
        id="underskrift.saknas",
        title="Insatsägare och alla samverkansparter har skrivit under",
        severity="fel",
        source="Ansökningsformuläret, ”Underskrifter”: samtliga parters behöriga beslutsfattare ska ha skrivit under",
        guidance="Låt partens behöriga beslutsfattare skriva under, eller stryk parten ur ansökan.",
        check=check_signed,
    ),
    Rule(
        id="underskrift.datum",
        title="Varje underskrift är daterad",
        severity="varning",
        source="Ansökningsformuläret, ”Organisation och datum”",
        guidance="Skriv ut dagen för underskriften med år, månad och dag.",
        check=check_dated,
    ),
    Rule(
        id="underskrift.fore_lokus",
        title="Ingen har skrivit under före diskussionen i lokal utvecklingsgrupp",
        severity="varning",
        source="Ansökningsformuläret, ”Hur och när har ansökan diskuterats?”",
        guidance="Kontrollera datumen; underskriften ska avse den ansökan som diskuterats.",
        check=check_after_lokus,
    ),
    Rule(
        id="underskrift.framtid",
        title="Ingen underskrift är daterad i framtiden",
        severity="varning",
        source="Ansökningsformuläret, ”Organisation och datum”",
        guidance="Kontrollera årtalet och dagen.",
        check=check_not_later,
    ),
    Rule(
        id="underskrift.efter_start",
        title="Ansökan är underskriven före insatsens start",
        severity="upplysning",
        source="Ansökningsformuläret, ”Planerad insatstid”",
        guidance="Kontrollera datumen.",
        check=check_before_start,
    ),
)
