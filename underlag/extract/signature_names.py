"""What is typed or written where one signs: a name, perhaps with the organisation before or behind it.

>>> organisation_apart("Exempelby kommun Siv Ek"), organisation_apart("Siv Ek Reg. Exempel"), organisation_apart("Siv Ek")
(('Exempelby kommun', 'Siv Ek'), ('Region Exempel', 'Siv Ek'), (None, 'Siv Ek'))
>>> signer_name("Siv Ek / SIV EK"), signer_name("Siv Ek/Bo Alm")
('Siv Ek', 'Siv Ek/Bo Alm')
"""

from __future__ import annotations

import re

from underlag.values.contact import person_name
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in

_SHORT_REGION = re.compile(r"\bReg(?:\.\s?|\s?[-–]\s?|\s)(?=[^\W\d_]{4})(\w)")


def organisation_apart(text: str) -> tuple[str | None, str]:
    """The known organisation that the text names, and what else it says."""
    plain = _SHORT_REGION.sub(lambda m: f"Region {m[1].upper()}", text)
    found = organisations_in(plain) or organisations_in(
        " ".join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in plain.split(" "))
    )
    if not found:
        return None, text
    first = found[0]
    rest = f"{plain[: first.start]} {plain[first.end :]}"
    return plain[first.start : first.end], " ".join(rest.split()).strip(" ,;:/–-")


def signer_name(text: str) -> str | None:
    """The person who signs; a name written twice (by hand and in print) counts once."""
    name = person_name(text)
    if name is None:
        return None
    people = name.split("/")
    return people[0] if len({fold(p) for p in people}) == 1 else name
