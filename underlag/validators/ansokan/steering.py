"""The steering group is to meet as often as the policy says, where the application tells how often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from underlag.schemas.ansokan import Ansokan
from underlag.validators.ansokan.sentences import told
from underlag.validators.rule import Case, Judgment, Rule, holds
from underlag.validators.wording import quoted
from underlag.values.quantities import quantities_in

_GROUP = re.compile(r"\bstyrgrupp", re.IGNORECASE)
_MEETING = re.compile(r"gång(er)?|(styrgrupps)?(möte[nr]?|träff(ar)?)|tillfälle(n)?", re.IGNORECASE)
_HALF_YEARLY = re.compile(r"\b(?:en gång|ett möte) (?:i|per|varje) halvår|\bvarje halvår\b", re.IGNORECASE)
_A_YEAR = {"ar": 1, "termin": 2, "kvartal": 4, "manad": 12, "vecka": 52}


def _planned(sentence: str) -> float | None:
    """How many times a year the sentence says that the group meets, at most; None where it says nothing of that."""
    counts = [
        quantity.varde * _A_YEAR[quantity.per]
        for quantity in (found.value for found in quantities_in(sentence))
        if quantity.per in _A_YEAR and quantity.enhet == "antal" and _MEETING.fullmatch(quantity.avser or "")
    ]
    return max(counts, default=2.0 if _HALF_YEARLY.search(sentence) else None)


def check_planned(case: Case[Ansokan]) -> Iterator[Judgment]:
    wanted = case.in_force(case.policy.styrgrupp_moten_per_ar)
    if wanted is None:
        return
    for sentence in told(case.data):
        planned = _planned(sentence.text) if _GROUP.search(sentence.text) else None
        if planned is None:
            continue
        if planned >= wanted.varde:
            yield holds(sentence.at)
        else:
            message = f"Enligt {quoted(sentence.text)} träffas styrgruppen för sällan; det ska vara minst {wanted.varde} möten på ett år"
            yield case.broken((sentence.at,), f"{message} ({wanted.kalla}).", wanted.varde, planned)


RULES = (
    Rule(
        id="styrgrupp.planerade_moten",
        title="Styrgruppen ska träffas så ofta som den måste",
        severity="varning",
        source="Policyn, styrgrupp_moten_per_ar; ansökans text",
        guidance="Ändra hur ofta styrgruppen ska träffas.",
        check=check_planned,
        needs=("styrgrupp_moten_per_ar",),
    ),
)
