"""Organisations that finance and run insatser: authorities, municipalities and regions, and when two names mean the same.

>>> organisation_key("AF"), organisation_key("Landstinget i Uppsala län")
('arbetsformedlingen', 'region uppsala')
>>> [found.value for found in organisations_in("Håbo kommun och Försäkringskassan")]
['Håbo kommun', 'Försäkringskassan']
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from underlag.values.folding import fold
from underlag.values.spans import Found, evened

# A name of an organisation with its department is no longer than this.
_LONGEST = 300
_PARTS = re.compile(r"[,;()\n/|]| - | – ")
_SHORT = {
    "af": "arbetsformedlingen",
    "fk": "forsakringskassan",
    "arbetsformedling": "arbetsformedlingen",
    "forsakringskassa": "forsakringskassan",
}
_AUTHORITIES = ("arbetsformedlingen", "forsakringskassan", "samordningsforbundet", "kriminalvarden", "skatteverket", "migrationsverket")
_REGION = re.compile(r"^(?:region(?:en)?|landsting(?:et)?|lt)(?: i)? ?((?!i )\w+(?: \w+)?)?")
_REGION_BEHIND = re.compile(r"^(\w+) (?:lans )?landsting(?:et)?\b")
_MUNICIPALITY = re.compile(r"^(?:(\w+(?: \w+)?) kommun(?:en)?|kommunen)\b|^kommunen i (\w+)|^(?:\w+ )(?:pa|i|hos|vid) (\w+) kommun\b")
_STAD = re.compile(r"^(\w+) stad\b")

_WORD = r"[A-ZÅÄÖ][\w-]{1,40}"
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_WORD}(?: {_WORD})? (?:kommun|Kommun|KOMMUN|stad)(?!\w)"
    rf"|(?:Region|REGION) (?:Jämtland Härjedalen|(?:(?:Norra|Södra|Västra|Östra|Mellersta|Övre|Nedre|Inre|Yttre) )?{_WORD})"
    rf"|Landstinget(?: i)?(?: {_WORD})?(?: län)?(?!\w)|Samordningsf[öo]rbundet(?: {_WORD})?(?: län)?(?!\w)"
    r"|(?:Arbetsf[öo]rmedlingen|F[öo]rs[äa]kringskassan|Kriminalv[åa]rden|Regionen|Kommunen|AF|FK)(?!\w))"
)
# Words with a capital that stand before a municipality's name and are no part of it.
_NOT_IN_NAME = frozenset(
    "en varje respektive inom vid hos av och for fran till med samt i socialforvaltningen arbetsformedlingen forsakringskassan".split()
)


def organisation_key(text: str) -> str:
    """What to compare organisations by: folded, short forms spelt out, departments and places of an authority left out."""
    known = (_known(fold(part)) for part in _PARTS.split(text[:_LONGEST]))
    return next((key for key in known if key), fold(text[:_LONGEST]))


def _known(plain: str) -> str | None:
    """The key of an authority, region or municipality."""
    words = plain.split()
    for authority in _AUTHORITIES:
        if any(_SHORT.get(word, word) == authority or (len(word) > 8 and fuzz.ratio(word, authority) >= 88) for word in words[:2]):
            return authority
    return _region(plain) or _municipality(plain)


def same_organisation(a: str, b: str) -> float:
    """Likeness 0-1: 1 for one organisation written in two ways, near 0 for two of different kinds or places."""
    first, second = organisation_key(a), organisation_key(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    kinds = _kind(first), _kind(second)
    if all(kinds) and kinds[0] != kinds[1]:
        return 0.1
    if kinds[0] and kinds[0] == kinds[1]:
        return _same_place(first, second)
    return float(fuzz.token_set_ratio(first, second)) / 100 * (0.9 if any(kinds) else 1.0)


def organisations_in(text: str) -> list[Found[str]]:
    """Authorities, regions and municipalities named in running text, as written."""
    plain = evened(text)
    found = []
    for match in _NAMED.finditer(plain):
        start = match.start()
        first, _, rest = match.group().partition(" ")
        if " " in rest and fold(first) in _NOT_IN_NAME:
            start += len(first) + 1
        found.append(Found(text[start : match.end()], start, match.end()))
    return found


def _region(plain: str) -> str | None:
    match = _REGION.match(plain) or _REGION_BEHIND.match(plain)
    if match is None:
        return None
    place = re.sub(r"(?:s)? ?(?:lan|lans)\b.*", "", match[1] or "").strip()
    return f"region {place.split()[0]}" if place else "region"


def _municipality(plain: str) -> str | None:
    match = _MUNICIPALITY.match(plain)
    if match is not None:
        place = match[1] or match[2] or match[3]
        return f"{_genitive_off(place)} kommun" if place else "kommun"
    town = _STAD.match(plain)
    return f"{_genitive_off(town[1])} kommun" if town else None


def _genitive_off(place: str) -> str:
    """Enköpings -> enkoping; a place whose own name ends in s loses it on both sides of a comparison alike."""
    return place[:-1] if place.endswith("s") and len(place) > 3 else place


def _kind(key: str) -> str | None:
    if key in _AUTHORITIES:
        return key
    if key.startswith("region"):
        return "region"
    return "kommun" if key.endswith("kommun") else None


def _same_place(first: str, second: str) -> float:
    """Two of one kind: a name without its place ("kommunen") may be either, two places are alike as they are spelt."""
    places = [re.sub(r"^region ?| ?kommun$", "", key) for key in (first, second)]
    if not all(places):
        return 0.7
    likeness = float(fuzz.ratio(places[0], places[1])) / 100
    return likeness if likeness >= 0.85 else likeness * 0.4
