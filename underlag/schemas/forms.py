"""The forms that are read, in plain sight, and the words by which documents of every kind name themselves."""

from __future__ import annotations

from underlag.schemas.ansokan import FORM as ANSOKAN
from underlag.schemas.form import Form
from underlag.schemas.result import PartType

FORMS: dict[PartType, Form] = {"ansokan": ANSOKAN}

TITLES: dict[PartType, tuple[str, ...]] = {
    "ansokan": ANSOKAN.titles,
    "slutrapport": (r"\bslutrapport",),
    "kvartalsrapport": (r"\bkvartalsrapport", r"\brapport kvartal"),
    "uppfoljning": (r"^(pm )?(halvars)?uppfoljning av (samverkans)?insatser", r"^pm\b.*uppfoljning"),
    "arsredovisning": (r"\barsredovisning",),
    "kallelse": (r"^kallelse\b", r"^foredragningslista\b", r"^dagordning\b"),
    "tjansteskrivelse": (r"^tjansteskrivelse\b",),
    "ekonomisk_information": (r"^ekonomisk information\b",),
    "medlemsavgifter": (r"^medlemsavgift",),
    "budget": (r"^budget detaljerad\b", r"^budgetsammanstallning\b"),
}
"""Regular expressions over a folded heading (see `values.folding.fold`)."""
