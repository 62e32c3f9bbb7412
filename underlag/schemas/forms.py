"""The forms that are read, in plain sight, and the words by which documents of every kind name themselves."""

from __future__ import annotations

from underlag.schemas.ansokan import FORM as ANSOKAN
from underlag.schemas.ekonomisk_information import FORM as EKONOMISK_INFORMATION
from underlag.schemas.form import Form
from underlag.schemas.kallelse import FORM as KALLELSE
from underlag.schemas.medlemsavgifter import FORM as MEDLEMSAVGIFTER
from underlag.schemas.result import PartType
from underlag.schemas.tjansteskrivelse import FORM as TJANSTESKRIVELSE
from underlag.schemas.slutrapport import FORM as SLUTRAPPORT
from underlag.schemas.uppfoljning import FORM as UPPFOLJNING

FORMS: dict[PartType, Form] = {
    "ansokan": ANSOKAN,
    "slutrapport": SLUTRAPPORT,
    "uppfoljning": UPPFOLJNING,
    "kallelse": KALLELSE,
    "tjansteskrivelse": TJANSTESKRIVELSE,
    "ekonomisk_information": EKONOMISK_INFORMATION,
    "medlemsavgifter": MEDLEMSAVGIFTER,
}

TITLES: dict[PartType, tuple[str, ...]] = {
    "ansokan": ANSOKAN.titles,
    "slutrapport": SLUTRAPPORT.titles,
    "kvartalsrapport": (r"\bkvartalsrapport", r"\brapport kvartal"),
    "uppfoljning": UPPFOLJNING.titles,
    "arsredovisning": (r"\barsredovisning",),
    "kallelse": KALLELSE.titles,
    "tjansteskrivelse": TJANSTESKRIVELSE.titles,
    "ekonomisk_information": EKONOMISK_INFORMATION.titles,
    "medlemsavgifter": MEDLEMSAVGIFTER.titles,
    "budget": (r"^budget detaljerad\b", r"^budgetsammanstallning\b"),
}
"""Regular expressions over a folded heading (see `values.folding.fold`)."""
