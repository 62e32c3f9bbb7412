"""Owner and partners: whom to ask, sound addresses, one name throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from underlag.schemas.ansokan import Ansokan
from underlag.validators.organisations import ALIKE, bare, likeness, parties, same_person, signed
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted

_ADDRESS = re.compile(r"(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]+(?<!\.)@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z]{2,24}", re.IGNORECASE)
_ALMOST = 90.0
_KNOWN_DOMAINS = ("arbetsformedlingen.se", "forsakringskassan.se")


def check_contact(case: Case) -> Iterator[Judgment]:
    for at, party in parties(case.record):
        missing = [key for key, value in (("kontaktperson", party.kontaktperson), ("epost", party.epost)) if value is None]
        if not missing:
            yield holds(at)
            continue
        words = {"kontaktperson": "kontaktperson", "epost": "e-postadress"}
        what = " och ".join(words[key] for key in missing)
        pointers = tuple(f"{at}/{key}" for key in missing)
        who = quoted(party.organisation) if party.organisation else "en part utan namn"
        if len(missing) == 1 and case.scanned(at):
            yield Judgment("undecided", pointers, f"Ingen {what} för {who} kunde läsas i skanningen; kontrollera i originalet.")
        else:
            yield Judgment("broken", pointers, f"Ingen {what} är angiven för {who}.")


def _addresses(record: Ansokan) -> list[tuple[str, str]]:
    found = [(f"{at}/epost", party.epost) for at, party in parties(record)]
    found += [(f"/underskrifter/{n}/epost", block.epost) for n, block in enumerate(record.underskrifter)]
    return [(at, address) for at, address in found if address is not None]


def check_addresses(case: Case) -> Iterator[Judgment]:
    for at, address in _addresses(case.record):
        if _ADDRESS.fullmatch(address.strip()) and address.isascii():
            yield holds(at)
        elif case.scanned(at):
            yield Judgment("undecided", (at,), f"E-postadressen {quoted(address)} kan vara fel läst i skanningen; kontrollera i originalet.", actual=address)
        else:
            yield Judgment("broken", (at,), f"{quoted(address)} är ingen giltig e-postadress.", actual=address)


def check_domains(case: Case) -> Iterator[Judgment]:
    """A domain that is one slip away from another one in the same document, or from an authority's own."""
    found = [(at, address.rpartition("@")[2].strip().casefold()) for at, address in _addresses(case.record) if "@" in address]
    counts = Counter(name for _, name in found)
    counts.update({name: len(found) for name in _KNOWN_DOMAINS})
    for at, name in found:
        near = [other for other in counts if other != name and ratio(name, other) >= _ALMOST and counts[other] >= counts[name]]
        if not near:
            yield holds(at)
        elif case.scanned(at):
            yield Judgment("undecided", (at,), f"Domänen ”{name}” kan vara fel läst; på annat håll står ”{near[0]}”.", near[0], name)
        else:
            yield Judgment("broken", (at,), f"E-postadressens domän ”{name}” skiljer sig lite från ”{near[0]}”.", near[0], name)


def check_names(case: Case) -> Iterator[Judgment]:
    for one in signed(case.record):
        name = one.party.organisation
        if name is None:
            continue
        at = f"{one.at}/organisation"
        other = f"/underskrifter/{one.block}/organisation"
        block = None if one.block is None else case.record.underskrifter[one.block].organisation
        if bare(name):
            full = f" På underskriften heter den {quoted(block)}." if block and not bare(block) else ""
            yield Judgment("broken", (at, other) if full else (at,), f"Parten kallas bara {quoted(name)}, vilket inte säger vilken organisation det är.{full}", block, name)
        elif block is not None and likeness(name, block) < ALIKE:
            outcome = "undecided" if case.doubtful(at, other) else "broken"
            yield Judgment(outcome, (at, other), f"Parten heter {quoted(name)} i listan över parter men {quoted(block)} vid underskriften.", block, name)
        else:
            yield holds(at)


def check_one_address_each(case: Case) -> Iterator[Judgment]:
    """The same person's address is the same in the list of parties and at the signature."""
    for at, party in parties(case.record):
        for n, block in enumerate(case.record.underskrifter):
            if party.epost is None or block.epost is None or not same_person(party.kontaktperson, block.namn):
                continue
            places = (f"/underskrifter/{n}/epost", f"{at}/epost")
            if party.epost.strip().casefold() == block.epost.strip().casefold():
                yield holds(*places)
            else:
                outcome = "undecided" if any(case.scanned(p) for p in places) else "broken"
                message = f"Samma person har två e-postadresser: {quoted(party.epost)} och {quoted(block.epost)}."
                yield Judgment(outcome, places, message, party.epost, block.epost)


RULES = (
    Rule(
        id="parter.kontakt",
        title="Varje part har kontaktperson och e-postadress",
        severity="varning",
        source="Ansökningsformuläret, ”Insatsägare” och ”Samverkansparter”",
        guidance="Ange vem hos parten som svarar på frågor om ansökan, och personens e-postadress.",
        check=check_contact,
    ),
    Rule(
        id="parter.epost",
        title="E-postadresserna är giltiga",
        severity="fel",
        source="Ansökningsformuläret, ”E-post”",
        guidance="Rätta adressen (namn@organisation.se, utan å, ä, ö och mellanslag).",
        check=check_addresses,
    ),
    Rule(
        id="parter.doman",
        title="Samma organisation har samma e-postdomän",
        severity="varning",
        source="Ansökningsformuläret, ”E-post”",
        guidance="Kontrollera stavningen och rätta den adress som är fel.",
        check=check_domains,
    ),
    Rule(
        id="parter.en_adress",
        title="En persons e-postadress är densamma överallt",
        severity="varning",
        source="Ansökningsformuläret, ”E-post”",
        guidance="Kontrollera vilken adress som gäller och rätta den andra.",
        check=check_one_address_each,
    ),
    Rule(
        id="parter.namn",
        title="En part har sitt fullständiga namn, detsamma överallt",
        severity="varning",
        source="Ansökningsformuläret, ”Samverkansparter” och ”Underskrifter”",
        guidance="Skriv organisationens fullständiga namn på samma sätt på alla ställen.",
        check=check_names,
    ),
)
