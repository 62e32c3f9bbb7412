"""Names of insatser, and when two of them mean the same one.

>>> same_insats("Insatsen Vägen in, förlängning", "Vägen in"), same_insats("Vägen in", "Vägen ut")
(True, False)
>>> heads_insats("Vägen in (Exempelstads kommun)", "Vägen in")
True
"""

from __future__ import annotations

import re

from rapidfuzz.fuzz import ratio, token_set_ratio

from underlag.values.folding import fold

_SAME = 85.0
_LIKE = 88.0
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def same_insats(one: str | None, other: str | None) -> bool:
    """Do both name one insats? One may say more than the other; a name that is missing is nobody's."""
    a, b = fold(one or ""), fold(other or "")
    return bool(a and b) and token_set_ratio(a, b) >= _SAME


def heads_insats(heading: str | None, name: str | None) -> bool:
    """Is a row with this heading about the insats of that name: does it bear the name, alone or with its owner in brackets?"""
    bare, wanted = fold(_IN_BRACKETS.sub(" ", heading or "")), fold(name or "")
    return bool(bare and wanted) and ratio(bare, wanted) >= _LIKE
