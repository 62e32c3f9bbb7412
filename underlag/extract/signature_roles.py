"""Whose a signature block is: the role and the organisation that its labels tell."""

from __future__ import annotations

import re

from underlag.schemas.page import Line
from underlag.schemas.wordings import ROLE_WORDS
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in


def role_in(text: str) -> str | None:
    """Whose block a label says it is."""
    folded = fold(text)
    for role, words in ROLE_WORDS.items():
        if any(re.search(rf"\b{fold(w)}(?:s|n|ns|en|ens)?\b", folded) for w in words):
            return role
    return None


def is_role(text: str) -> bool:
    """Is the text a role and nothing more?"""
    return any(fold(text) == fold(word) for words in ROLE_WORDS.values() for word in words)


_FOR = re.compile(r"^\s*(?:för|å|på uppdrag av)\s+", re.IGNORECASE)
_ROLE = re.compile(
    r"^\s*(?:som\s+)?(?:(?:huvud)?insats|projekt)ägare\w*|^\s*(?:samverkans|medverkande |samverkande )part\w*", re.IGNORECASE
)


def organisation_told(text: str, line: Line) -> tuple[str, Line] | None:
    """The organisation of a line that tells whose block it is ("Exempel kommun (insatsägare)", "För projektägaren Exempel kommun")."""
    bare = _FOR.sub("", re.sub(r"\(([^()]*)\)", lambda m: "" if role_in(m[1]) else m[0], text))
    bare = _ROLE.sub("", bare).strip(" ,:;–-")
    return (bare, line) if bare else None


_BRACKETED = re.compile(r"^\s*([^()]{4,40}?)\s*\(([^()]{3,80})\)\s*:?\s*$")


def organisation_in_label(text: str) -> str | None:
    """The organisation that a label names in brackets behind the role."""
    found = _BRACKETED.match(text)
    return found[2].strip() if found and role_in(found[1]) and organisations_in(found[2]) else None
