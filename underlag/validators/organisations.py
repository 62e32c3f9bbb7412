"""Which names mean the same organisation, and which signature belongs to which party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio, token_set_ratio

from underlag.schemas.records import Party, Signature
from underlag.validators.records import Agreement
from underlag.values.folding import fold

ALIKE = 80.0
_SAME_PERSON = 85.0

_SHORT: Mapping[str, str] = {
    "af": "arbetsformedlingen",
    "arbetsformedling": "arbetsformedlingen",
    "fk": "forsakringskassan",
    "forsakringskassa": "forsakringskassan",
    "lul": "landstinget i uppsala lan",
}
# Names that say what kind of organisation it is and not which.
_BARE: Mapping[str, str] = {"regionen": "region", "region": "region", "kommunen": "kommun", "kommun": "kommun", "landstinget": "landsting"}
_PUBLIC_MAIL = frozenset({"gmail.com", "hotmail.com", "hotmail.se", "outlook.com", "live.se", "telia.com", "icloud.com", "yahoo.se"})


def plain(name: str | None) -> str:
    """A name made comparable: without brackets, abbreviations written out; empty for none."""
    words = fold(re.sub(r"\(.*?\)", " ", name or "")).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def bare(name: str | None) -> bool:
    """Does the name say only what kind of organisation it is ("Regionen")?"""
    return plain(name) in _BARE


def likeness(a: str | None, b: str | None) -> float:
    """0-100; a name within a longer one ("Håbo kommun", "Håbo kommun, socialförvaltningen") is the same."""
    one, other = plain(a), plain(b)
    if not one or not other:
        return 0.0
    for short, long in ((one, other), (other, one)):
        if short in _BARE:
            return 90.0 if any(word.startswith(_BARE[short]) for word in long.split()) else 0.0
    return float(token_set_ratio(one, other))


def domain(address: str | None) -> str:
    """The part of an e-mail address after the @, where it tells the organisation; else empty."""
    after = (address or "").rpartition("@")[2].strip().casefold() if "@" in (address or "") else ""
    return "" if after in _PUBLIC_MAIL else after


def same_person(a: str | None, b: str | None) -> bool:
    """Are these the same person's name, but for hyphens, order and misreadings?"""
    return bool(a and b) and ratio(fold(a or ""), fold(b or "")) >= _SAME_PERSON


@dataclass(frozen=True, slots=True)
class PartyBlock:
    """A party with its pointer, and the signature block that is its own (position in the record), None where none is."""

    at: str
    party: Party
    block: int | None


def parties(record: Agreement) -> Iterator[tuple[str, Party]]:
    """Owners and partners with their pointers, in the form's order."""
    for key, several in (("insatsagare", record.insatsagare), ("samverkansparter", record.samverkansparter)):
        for n, party in enumerate(several):
            yield f"/{key}/{n}", party


def signed(record: Agreement) -> tuple[PartyBlock, ...]:
    """Each party with its block, the likeliest pairs first; blocks that are nobody's are left over."""
    every = list(parties(record))
    scores = [(_belongs(party, at, block), -i, -j) for i, (at, party) in enumerate(every) for j, block in enumerate(record.underskrifter)]
    owners: dict[int, int] = {}
    for score, i, j in sorted(scores, reverse=True):
        if score >= ALIKE and -i not in owners and -j not in owners.values():
            owners[-i] = -j
    return tuple(PartyBlock(at, party, owners.get(i)) for i, (at, party) in enumerate(every))


def _belongs(party: Party, at: str, block: Signature) -> float:
    """How likely the block is this party's: by name, else by the person or by the address of its e-mail."""
    by_name = likeness(party.organisation, block.organisation)
    role = 2.0 if (block.roll == "insatsagare") == at.startswith("/insatsagare") else 0.0
    if by_name >= ALIKE:
        return by_name + role + ratio(plain(party.organisation), plain(block.organisation)) / 100
    if same_person(party.kontaktperson, block.namn):
        return ALIKE + 3 + role
    if domain(party.epost) and domain(party.epost) == domain(block.epost):
        return ALIKE + role
    if block.organisation is None and likeness(party.organisation, domain(block.epost).partition(".")[0]) >= ALIKE:
        return ALIKE
    return 0.0
