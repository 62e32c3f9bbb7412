"""The forms that are read, in plain sight, and the words by which documents of every kind name themselves."""

from __future__ import annotations

from underlag.schemas.ansokan import FORM as ANSOKAN
from underlag.schemas.arsredovisning import FORM as ARSREDOVISNING
from underlag.schemas.ekonomisk_information import FORM as EKONOMISK_INFORMATION
from underlag.schemas.form import Form
from underlag.schemas.kallelse import FORM as KALLELSE
from underlag.schemas.kvartalsrapport import FORM as KVARTALSRAPPORT
from underlag.schemas.medlemsavgifter import FORM as MEDLEMSAVGIFTER
from underlag.schemas.result import PartType
from underlag.schemas.slutrapport import FORM as SLUTRAPPORT
from underlag.schemas.tjansteskrivelse import FORM as TJANSTESKRIVELSE
from underlag.schemas.uppfoljning import FORM as UPPFOLJNING

FORMS: dict[PartType, Form] = {
    "ansokan": ANSOKAN,
    "slutrapport": SLUTRAPPORT,
    "kvartalsrapport": KVARTALSRAPPORT,
    "uppfoljning": UPPFOLJNING,
    "arsredovisning": ARSREDOVISNING,
    "kallelse": KALLELSE,
    "tjansteskrivelse": TJANSTESKRIVELSE,
    "ekonomisk_information": EKONOMISK_INFORMATION,
    "medlemsavgifter": MEDLEMSAVGIFTER,
}

TITLES: dict[PartType, tuple[str, ...]] = {
    "ansokan": ANSOKAN.titles,
    "slutrapport": SLUTRAPPORT.titles,
    "kvartalsrapport": KVARTALSRAPPORT.titles,
    "uppfoljning": UPPFOLJNING.titles,
    "arsredovisning": (r"\barsredovisning",),
    "kallelse": KALLELSE.titles,
    "tjansteskrivelse": TJANSTESKRIVELSE.titles,
    "ekonomisk_information": EKONOMISK_INFORMATION.titles,
    "medlemsavgifter": MEDLEMSAVGIFTER.titles,
    "budget": (r"^budget detaljerad\b", r"^budgetsammanstallning\b"),
    "okand": (
        r"^protokoll\b",
        r"^sammantradesprotokoll\b",
        r"^minnesanteckning",
        r"^delegations(?:beslut|ordning)",
        r"^verksamhets(?:plan|berattelse)\b",
        r"^(?:budget och )?verksamhetsplan\b",
        r"^(?:instruktion|anvisning|riktlinje|vagledning|lathund|checklista|policy|arbetsordning|reglemente)",
        r"^(?:avtal|forbundsordning|personuppgiftsbitradesavtal|avsiktsforklaring)\b",
        r"^(?:remiss|yttrande|faktura|inbjudan|enkat|nyhetsbrev|pressmeddelande|motion|skrivelse)",
    ),
}
"""Regular expressions over a folded heading (see `values.folding.fold`)."""
