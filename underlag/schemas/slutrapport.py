"""Slutrapport: the final report of a samverkansinsats, as its forms ask for it.

The known forms differ much (boxes, shaded rows, running text, questions left out), so wordings of sister associations' forms
stand beside the association's own, and `about` tells what headings of other wording ask for.
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.form import Form
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Model
from underlag.schemas.slutrapport_afterwards import CONTINUATION, LESSONS, MONEY
from underlag.schemas.slutrapport_facts import PARTIES, TIME_AND_PEOPLE
from underlag.schemas.slutrapport_questions import PURPOSE_AND_GOALS, WORK


class Pair(Model):
    """One goal and its outcome. `uppfyllt` as the report says, or where both are numbers of one unit; else null."""

    text: str
    utfall: str | None = None
    uppfyllt: Literal["ja", "delvis", "nej"] | None = None
    kvantiteter: tuple[Quantity, ...] = ()


class Slutrapport(Model):
    """The record of a final report. `aterforda_medel` in kronor, 0 where the report says that nothing is returned."""

    insatsens_namn: str | None = None
    insatsagare: tuple[Party, ...] = ()
    samverkansparter: tuple[Party, ...] = ()
    syfte: str | None = None
    mal_och_utfall: str | None = None
    mal: tuple[Pair, ...] = ()
    jamstalldhet: str | None = None
    bakgrund: str | None = None
    behov_forandrat: str | None = None
    insatstid: Insatstid = Insatstid()
    malgrupp: str | None = None
    antal_deltagare: int | None = None
    metoder: str | None = None
    uppfoljning: str | None = None
    implementering: str | None = None
    implementering_diskussion: str | None = None
    budgetutfall: str | None = None
    aterforda_medel: int | None = None
    konsekvens_aterforda_medel: str | None = None
    lardomar: str | None = None
    lardomar_per_part: str | None = None
    underskrifter: tuple[Signature, ...] = ()


FORM = Form(
    type="slutrapport",
    name="Slutrapport för samverkansinsats",
    record=Slutrapport,
    dated=("/insatstid/slut", "/underskrifter/*/datum"),
    titles=(r"\bslutrapport(en|er)?\b", r"\bslutredovisning av (insats|projekt)", r"\bslutrapportering\b"),
    levels=(
        ("Övergripande mål", "overgripande"),
        ("Effektmål", "effektmal"),
        ("Insatsmål", "insatsmal"),
        ("Delmål", "insatsmal"),
        ("Strukturnivå", "struktur"),
        ("Strukturell nivå", "struktur"),
        ("Organisatorisk nivå", "struktur"),
        ("Organisationsnivå", "struktur"),
        ("Mål på strukturnivå", "struktur"),
        ("Individnivå", "individ"),
        ("Mål på individnivå", "individ"),
        ("Individmål", "individ"),
    ),
    ignored=("Rapporten ska undertecknas av samtliga parter.",),
    fields=(*PARTIES, *PURPOSE_AND_GOALS, *TIME_AND_PEOPLE, *WORK, *CONTINUATION, *MONEY, *LESSONS),
)
