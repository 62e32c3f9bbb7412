"""The report is signed, by the owner of the insats."""

from __future__ import annotations

from collections.abc import Iterator

from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.validators.organisations import ALIKE, likeness
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.signatures import BLOCKS, inked
from underlag.validators.wording import quoted


def check_signed(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    blocks = case.record.underskrifter
    yield from (inked(block, n) for n, block in enumerate(blocks))
    if blocks:
        return
    if case.scanned(BLOCKS):
        yield Judgment("undecided", (BLOCKS,), "Ingen underskrift kunde läsas i skanningen; kontrollera i originalet.")
    elif BLOCKS in case.texts:
        yield Judgment("broken", (BLOCKS,), "Ingen har skrivit under rapporten.", severity="varning")
    else:
        # Reports from an e-service have no place to sign.
        yield Judgment("broken", (BLOCKS,), "Rapporten har ingen underskrift.", severity="upplysning")


def check_owner(case: Case[Kvartalsrapport]) -> Iterator[Judgment]:
    owner = case.record.insatsagare
    for n, block in enumerate(case.record.underskrifter):
        if owner is None or block.organisation is None:
            continue
        at = (f"{BLOCKS}/{n}/organisation", "/insatsagare")
        if likeness(owner, block.organisation) >= ALIKE:
            yield holds(*at)
        elif block.roll == "insatsagare":
            message = f"{quoted(block.organisation)} har skrivit under som insatsägare, men insatsägaren heter {quoted(owner)}."
            yield case.broken(at, message, owner, block.organisation)


RULES = (
    Rule(
        id="underskrift.rapport",
        title="Rapporten är undertecknad",
        severity="fel",
        source="Kvartalsrapportens ”Underskrift”",
        guidance="Låt insatsägarens företrädare skriva under.",
        check=check_signed,
    ),
    Rule(
        id="underskrift.agare",
        title="Den som skriver under gör det för insatsägaren",
        severity="varning",
        source="Kvartalsrapportens ”Insatsägare” och ”Underskrift”",
        guidance="Kontrollera vem som är insatsägare och skriv samma namn på båda ställena.",
        check=check_owner,
        needs=("/insatsagare", "/underskrifter"),
    ),
)
