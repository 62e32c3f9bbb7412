"""Owner and partners: whom to ask, sound addresses, one name throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from underlag.validators.organisations import ALIKE, bare, likeness, parties, same_person, signed
from underlag.validators.records import Agreement
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.folding import fold

_ADDRESS = re.compile(
    r"(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]+(?<!\.)@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z]{2,24}", re.IGNORECASE
)
_ALMOST = 90.0
_LEAST_DOMAIN = 5
"""Letters of a domain that one slip can be told in; "af" and "fk" are but two short names."""
_KNOWN_DOMAINS = ("arbetsformedlingen.se", "forsakringskassan.se")


def sound(address: str | None) -> bool:
    """Is this an e-mail address as organisations here have them?"""
    return address is not None and address.isascii() and _ADDRESS.fullmatch(address.strip()) is not None


def _folded(address: str | None) -> str:
    return (address or "").strip().casefold()


def check_contact(case: Case[Agreement]) -> Iterator[Judgment]:
    partners = case.record.samverkansparter
    unasked = len(partners) > 1 and not any(p.kontaktperson or p.epost for p in partners)
    for at, party in parties(case.record):
        if unasked and at.startswith("/samverkansparter"):
            yield Judgment("not_applicable", (at,))  # the form asks for their names only
            continue
        missing = [key for key, value in (("kontaktperson", party.kontaktperson), ("epost", party.epost)) if value is None]
        if not missing:
            yield holds(at)
            continue
        words = {"kontaktperson": "kontaktperson", "epost": "e-postadress"}
        what = " eller ".join(words[key] for key in missing)
        pointers = tuple(f"{at}/{key}" for key in missing)
        who = quoted(party.organisation) if party.organisation else "en part utan namn"
        if len(missing) == 1 and case.scanned(at):
            yield Judgment("undecided", pointers, f"Ingen {what} för {who} kunde läsas i skanningen; kontrollera i originalet.")
        else:
            none = "Varken" if len(missing) > 1 else "Ingen"
            yield Judgment("broken", pointers, f"{none} {what} är angiven för {who}.")


def _addresses(record: Agreement) -> list[tuple[str, str]]:
    found = [(f"{at}/epost", party.epost) for at, party in parties(record)]
    found += [(f"/underskrifter/{n}/epost", block.epost) for n, block in enumerate(record.underskrifter)]
    return [(at, address) for at, address in found if address is not None]


def check_addresses(case: Case[Agreement]) -> Iterator[Judgment]:
    for at, address in _addresses(case.record):
        if sound(address):
            yield holds(at)
        else:
            yield case.broken_unless_scanned((at,), f"{quoted(address)} är ingen giltig e-postadress.", actual=address)


def check_domains(case: Case[Agreement]) -> Iterator[Judgment]:
    """A domain that is one slip away from another one in the same document, or from an authority's own."""
    found = [(at, address.rpartition("@")[2].strip().casefold()) for at, address in _addresses(case.record) if "@" in address]
    counts = Counter(name for _, name in found)
    counts.update({name: len(found) for name in _KNOWN_DOMAINS})
    for at, name in found:
        alike = [other for other in counts if other != name and ratio(name, other) >= _ALMOST and counts[other] >= counts[name]]
        near = alike if len(name.partition(".")[0]) >= _LEAST_DOMAIN else []
        if near:
            message = f"E-postadressens domän {quoted(name)} skiljer sig lite från {quoted(near[0])}."
            yield case.broken_unless_scanned((at,), message, near[0], name)
        else:
            yield holds(at)


def check_names(case: Case[Agreement]) -> Iterator[Judgment]:
    for one in signed(case.record):
        name = one.party.organisation
        if name is None:
            continue
        at = f"{one.at}/organisation"
        other = f"/underskrifter/{one.block}/organisation"
        block = None if one.block is None else case.record.underskrifter[one.block].organisation
        if bare(name):
            full = f" På underskriften heter den {quoted(block)}." if block and not bare(block) else ""
            message = f"Parten kallas bara {quoted(name)}, vilket inte säger vilken organisation det är.{full}"
            yield case.broken((at, other) if full else (at,), message, block, name, rests_on=(at,))
        elif block is not None and likeness(name, block) < ALIKE:
            message = f"Parten heter {quoted(name)} i listan över parter men {quoted(block)} vid underskriften."
            yield case.broken((at, other), message, block, name)
        else:
            yield holds(at)


def check_one_address_each(case: Case[Agreement]) -> Iterator[Judgment]:
    """The same person's address is the same in the list of parties and at the signature."""
    for at, party in parties(case.record):
        for n, block in enumerate(case.record.underskrifter):
            if not same_person(party.kontaktperson, block.namn) or not (sound(party.epost) and sound(block.epost)):
                continue
            places = (f"/underskrifter/{n}/epost", f"{at}/epost")
            if _folded(party.epost) == _folded(block.epost):
                yield holds(*places)
            else:
                message = f"Samma person har två e-postadresser: {quoted(party.epost or '')} och {quoted(block.epost or '')}."
                yield case.broken_unless_scanned(places, message, party.epost, block.epost)


def check_person(case: Case[Agreement]) -> Iterator[Judgment]:
    """A contact person who signs has the same name in both places."""
    for at, party in parties(case.record):
        for n, block in enumerate(case.record.underskrifter):
            alike = [name for name in _persons(party.kontaktperson) if same_person(name, block.namn)]
            if not alike:
                continue
            places = (f"/underskrifter/{n}/namn", f"{at}/kontaktperson")
            if any(fold(name) == fold(block.namn or "") for name in alike):
                yield holds(*places)
            else:
                message = f"Kontaktpersonen heter {quoted(alike[0])} men vid underskriften {quoted(block.namn or '')}."
                yield case.broken_unless_scanned(places, message, alike[0], block.namn)


def _persons(written: str | None) -> list[str]:
    """The names in the field for the contact person, where several may stand side by side."""
    return [name for name in re.split(r"\s*(?:[/;&\n]|,|\boch\b)\s*", written or "") if name.strip()]


def check_once(case: Case[Agreement]) -> Iterator[Judgment]:
    """No party stands twice in the list: the same organisation with the same person or no other."""
    seen: dict[tuple[str, str], str] = {}
    for at, party in parties(case.record):
        if party.organisation is None:
            continue
        key = (fold(party.organisation), fold(party.kontaktperson or ""))
        if key in seen:
            message = f"{quoted(party.organisation)} står två gånger bland parterna."
            yield case.broken((at, seen[key]), message, None, party.organisation)
        else:
            seen[key] = at
            yield holds(at)


NAMES = (
    Rule(
        id="parter.namn",
        title="En part har sitt fullständiga namn, detsamma överallt",
        severity="varning",
        source="Formulärets ”Samverkansparter” och ”Underskrifter”",
        guidance="Skriv organisationens fullständiga namn på samma sätt på alla ställen.",
        check=check_names,
        needs=("/*/*/organisation",),
    ),
    Rule(
        id="parter.dubbla",
        title="Ingen part står två gånger",
        severity="varning",
        source="Formulärets ”Insatsägare” och ”Samverkansparter”",
        guidance="Stryk den ena eller skriv rätt organisation.",
        check=check_once,
        needs=("/*/*/organisation",),
    ),
)

ADDRESSES = (
    Rule(
        id="parter.epost",
        title="E-postadresserna är giltiga",
        severity="fel",
        source="Formulärets ”E-post”",
        guidance="Rätta adressen (namn@organisation.se, utan å, ä, ö och mellanslag).",
        check=check_addresses,
        needs=("/*/*/epost",),
    ),
    Rule(
        id="parter.doman",
        title="Samma organisation har samma e-postdomän",
        severity="varning",
        source="Formulärets ”E-post”",
        guidance="Kontrollera stavningen och rätta den adress som är fel.",
        check=check_domains,
        needs=("/*/*/epost",),
    ),
    Rule(
        id="parter.en_adress",
        title="En persons e-postadress är densamma överallt",
        severity="varning",
        source="Formulärets ”E-post”",
        guidance="Kontrollera vilken adress som gäller och rätta den andra.",
        check=check_one_address_each,
        needs=("/*/*/kontaktperson", "/underskrifter/*/epost"),
    ),
    Rule(
        id="parter.person",
        title="Kontaktpersonens namn är stavat lika vid underskriften",
        severity="varning",
        source="Formulärets ”Kontaktperson” och ”namnförtydligande”",
        guidance="Kontrollera stavningen.",
        check=check_person,
        needs=("/*/*/kontaktperson", "/underskrifter/*/namn"),
    ),
)

RULES = (
    Rule(
        id="parter.kontakt",
        title="Varje part har kontaktperson och e-postadress",
        severity="varning",
        source="Ansökningsformuläret, ”Insatsägare” och ”Samverkansparter”",
        guidance="Ange vem hos parten som svarar på frågor om ansökan, och personens e-postadress.",
        check=check_contact,
    ),
    *ADDRESSES,
    *NAMES,
)
