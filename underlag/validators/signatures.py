"""Owner and every partner have signed, with a date that has been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from underlag.schemas.records import Signature
from underlag.validators.organisations import ALIKE, PartyBlock, likeness, parties, signed
from underlag.validators.records import Agreement, HasSignatures
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.dates import years_in
from underlag.values.months import MONTH

BLOCKS = "/underskrifter"

_DAY_AND_MONTH = re.compile(rf"(?<![\d/.-])[0-3]?\d ?[/.-] ?[01]?\d(?![\d/.-])|(?<!\d)[0-3]?\d(?::e)? {MONTH}(?!\w)", re.IGNORECASE)


def check_signed(case: Case[Agreement]) -> Iterator[Judgment]:
    wanted = case.in_force(case.policy.alla_parter_undertecknar)
    if wanted is None or not wanted.varde:
        return
    if not case.record.underskrifter:
        if case.scanned(BLOCKS):
            yield Judgment("undecided", (BLOCKS,), "Inga underskrifter kunde läsas i skanningen; kontrollera i originalet.")
        else:
            asked = BLOCKS in case.texts
            yield Judgment("broken", (BLOCKS,), "Inga underskrifter hittades.", severity="fel" if asked else "varning")
        return
    every = signed(case.record)
    taken = {one.block for one in every}
    spare = [n for n in range(len(case.record.underskrifter)) if n not in taken]
    for one in every:
        if one.block is None:
            yield _unsigned(case, one, spare)
    for n, block in enumerate(case.record.underskrifter):
        yield inked(block, n)


def _unsigned(case: Case[Agreement], one: PartyBlock, spare: list[int]) -> Judgment:
    name = one.party.organisation
    who = quoted(name) if name else "en part utan namn"
    at = (BLOCKS, one.at)
    nameless = [n for n in spare if case.record.underskrifter[n].organisation is None]
    if nameless and case.scanned(BLOCKS):
        message = f"Underskrift från {who} kunde inte läsas, men en underskrift utan läsbar organisation finns; kontrollera."
        return Judgment("undecided", at, message)
    if spare or case.scanned(BLOCKS):
        return Judgment("broken", at, f"Ingen underskrift som säkert är från {who} hittades.", name, None, "varning")
    return Judgment("broken", at, f"{who} är part i insatsen men har inte skrivit under.", name, None)


def inked(block: Signature, n: int) -> Judgment:
    """Is there ink in the signature field of block `n`?"""
    at = f"{BLOCKS}/{n}/undertecknad"
    who = signer(block, n)
    if block.undertecknad is None:
        return Judgment("undecided", (at,), f"Det går inte att avgöra om {who} har skrivit under; se efter i originalet.")
    if block.undertecknad:
        return holds(at)
    return Judgment("broken", (at,), f"Fältet för namnteckning är tomt: {who} har inte skrivit under.", True, False)


def signer(block: Signature, n: int) -> str:
    """Who signs in block `n`, for a message."""
    name = block.organisation or block.namn
    return quoted(name) if name else f"den som står i underskrift {n + 1}"


def check_known(case: Case[Agreement]) -> Iterator[Judgment]:
    """Each organisation that signs is one of the parties."""
    names = [party.organisation for _, party in parties(case.record)]
    taken = {one.block for one in signed(case.record)}
    for n, block in enumerate(case.record.underskrifter):
        if block.organisation is None or None in names:
            continue
        at = (f"{BLOCKS}/{n}/organisation",)
        if n in taken or any(likeness(name, block.organisation) >= ALIKE for name in names):
            yield holds(*at)
        else:
            message = f"{quoted(block.organisation)} har skrivit under men finns inte bland parterna."
            yield case.broken_unless_scanned(at, message, None, block.organisation)


def check_dated(case: Case[HasSignatures]) -> Iterator[Judgment]:
    for n, block in enumerate(case.record.underskrifter):
        at = f"{BLOCKS}/{n}/datum"
        yearless = _yearless(case, at)
        if block.datum is not None:
            yield holds(at)
        elif yearless is not None and block.undertecknad is not False:
            yield Judgment("broken", (at,), f"Underskriften från {signer(block, n)} är daterad utan årtal: {quoted(yearless)}.")
        elif block.undertecknad is False:
            yield Judgment("not_applicable", (at,))
        elif block.undertecknad is None or case.scanned(f"{BLOCKS}/{n}"):
            yield Judgment("undecided", (at,), f"Datum för underskriften från {signer(block, n)} kunde inte läsas; se efter i originalet.")
        else:
            message = f"Underskriften från {signer(block, n)} saknar datum, eller datumet är ofullständigt eller oläsligt."
            yield Judgment("broken", (at,), message)


def _yearless(case: Case[HasSignatures], at: str) -> str | None:
    """What stands where the date should be, where that is a day and a month alone."""
    written = [place.text for seen in case.observed("illegible") if seen.at == at for place in seen.places]
    return next((text for text in written if _DAY_AND_MONTH.search(text) and not years_in(text)), None)


def dated(case: Case[HasSignatures]) -> Iterator[tuple[int, Signature, date]]:
    """The blocks that bear a date, with their number from 0."""
    for n, block in enumerate(case.record.underskrifter):
        if block.datum is not None:
            yield n, block, date.fromisoformat(block.datum)


def check_not_later(case: Case[HasSignatures]) -> Iterator[Judgment]:
    for n, block, day in dated(case):
        at = f"{BLOCKS}/{n}/datum"
        if day <= case.on:
            yield holds(at)
        else:
            message = f"Underskriften från {signer(block, n)} är daterad {day}, en dag som ännu inte varit."
            yield case.broken_unless_scanned((at,), message, None, day.isoformat())


DATED = (
    Rule(
        id="underskrift.datum",
        title="Varje underskrift är daterad",
        severity="varning",
        source="Formulärets ”Underskrifter”, datum",
        guidance="Skriv ut dagen för underskriften med år, månad och dag.",
        check=check_dated,
        needs=("/underskrifter",),
    ),
    Rule(
        id="underskrift.framtid",
        title="Ingen underskrift är daterad i framtiden",
        severity="varning",
        source="Formulärets ”Underskrifter”, datum",
        guidance="Kontrollera årtalet och dagen.",
        check=check_not_later,
        needs=("/underskrifter/*/datum",),
    ),
)

KNOWN = Rule(
    id="underskrift.part",
    title="Den som skriver under är part i insatsen",
    severity="varning",
    source="Formulärets ”Samverkansparter” och ”Underskrifter”",
    guidance="Lägg till organisationen bland parterna, eller kontrollera för vem underskriften gäller.",
    check=check_known,
    needs=("/*/*/organisation", "/underskrifter/*/organisation"),
)

RULES = (
    Rule(
        id="underskrift.saknas",
        title="Insatsägare och alla samverkansparter har skrivit under",
        severity="fel",
        source="Formulärets ”Underskrifter”: samtliga parters behöriga beslutsfattare ska ha skrivit under",
        guidance="Låt partens behöriga beslutsfattare skriva under, eller stryk parten ur handlingen.",
        check=check_signed,
        needs=("alla_parter_undertecknar",),
    ),
    KNOWN,
    *DATED,
)
