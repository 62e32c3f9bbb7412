"""Where a document comes to its signatures: a heading of any wording, whose signature it is, or the first label of a block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from underlag.extract.flow import Item
from underlag.extract.signature_names import organisation_apart
from underlag.extract.signature_roles import role_in
from underlag.extract.sublabels import kind_of, opens_with_label
from underlag.schemas.page import Picture
from underlag.schemas.wordings import SIGNATURE
from underlag.values.dates import dates_in
from underlag.values.folding import fold

_HEADING = re.compile(r"\b(?:underskrift|underteckna|namnteckning|signature[rn])")
_OPENS = re.compile(r"(?:[\da-z]{1,2} )?(?:underskrift(?:er)?|undertecknande|namnteckningar)\b")
_GREETING = re.compile(r"(?:med )?(?:vanlig(?:a)?|basta|hjartlig(?:a)?) halsning(?:ar)?")
_FOR = re.compile(r"^for ")
_DRAWN = re.compile(r"\s*[_.…]{6,}\s*")
_LONGEST = 60
_NEAR = 6
"""Items behind a line that only names a party, in which its ink or date must stand."""


def opens_signatures(items: Sequence[Item], at: int) -> bool:
    """Does the item open the signatures of a document in which no known heading does?"""
    text = items[at].text.strip()
    if not text or len(text) > 2 * _LONGEST:
        return False
    return heads_signatures(items, at) or _is_first_label(text) or _dates_ink(items, at) or _dates_label(items, at)


def _dates_ink(items: Sequence[Item], at: int) -> bool:
    """Is it a place and a date ("Exempelby 2023-04-19"), or an organisation's name, over ink or a drawn line?"""
    found = dates_in(items[at].text)
    place = fold(items[at].text[: found[0].start]) if found else ""
    dated = len(found) == 1 and len(place.split()) <= 3 and not items[at].text[found[0].end :].strip(" .")
    organisation, rest = organisation_apart(items[at].text)
    dated = dated or (organisation is not None and not rest)
    below = takewhile(lambda i: len(i.text) < _LONGEST and not i.text.rstrip().endswith("."), items[at + 1 : at + 1 + _NEAR])
    return dated and any(isinstance(i.block, Picture) or _DRAWN.fullmatch(i.text) for i in below)


def _dates_label(items: Sequence[Item], at: int) -> bool:
    """Is it a date behind its label right over a line to sign on?"""
    head, following = items[at].text.split(":")[0], items[at + 1].text if at + 1 < len(items) else ""
    return kind_of(head, SIGNATURE) == "datum" and kind_of(following.split(":")[0], SIGNATURE) == "underskrift"


def heads_signatures(items: Sequence[Item], at: int) -> bool:
    """Is the item a heading over signatures, no field of one?"""
    p = items[at].paragraph
    if p is None or len(p.text) > _LONGEST or p.text.rstrip().endswith((".", ",")):
        return False
    folded = fold(p.text)
    set_apart = p.bold or p.heading or p.text.isupper() or (bool(_OPENS.match(folded)) and _signs_near(items, at))
    if set_apart and _HEADING.search(folded) and not p.text.rstrip().endswith(":"):
        return not _is_ink(items, at + 1)
    if _GREETING.fullmatch(folded):
        return any(isinstance(i.block, Picture) for i in items[at + 1 : at + 1 + _NEAR])
    return bool(_FOR.match(folded)) and role_in(p.text) is not None and _signs_near(items, at)


def _is_ink(items: Sequence[Item], at: int) -> bool:
    block = items[at].block if at < len(items) else None
    return isinstance(block, Picture) and block.ink is not False


def _signs_near(items: Sequence[Item], at: int) -> bool:
    near = items[at + 1 : at + 1 + _NEAR]
    return any(isinstance(i.block, Picture) for i in near) or any(dates_in(i.text) or _is_first_label(i.text.strip()) for i in near)


def _is_first_label(text: str) -> bool:
    """Is it the first line of a signature block?"""
    kind = kind_of(text.split(":", maxsplit=1)[0], SIGNATURE)
    if kind in ("organisation_datum", "underskrift") or (
        kind == "datum" and re.search(r"\b(?:ort|underskrift)\b", fold(text.split(":", maxsplit=1)[0]))
    ):
        return True
    return kind is None and opens_with_label(text, SIGNATURE) and fold(text).startswith(("ort och datum", "underskrift", "namnteckning"))
