"""Ansökan: the application for financing of a samverkansinsats, as its forms ask for it.

Labels are the wordings of the association's own form in its known editions and of sister associations' forms.
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.ansokan_questions import FIELDS
from underlag.schemas.budget import Budget
from underlag.schemas.budget_sums import BudgetSums
from underlag.schemas.form import Form
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Model

Level = Literal["overgripande", "effektmal", "insatsmal", "struktur", "individ"]


class Goal(Model):
    """One goal; `niva` as headed in the form."""

    niva: Level | None = None
    text: str
    kvantiteter: tuple[Quantity, ...] = ()


class Ages(Model):
    """The ages of the target group, both included."""

    fran: int | None = None
    till: int | None = None


class Expected(Model):
    """How many people are expected. `lopande` is false unless a rolling number is spoken of."""

    per_ar: int | None = None
    totalt: int | None = None
    lopande: bool = False
    text: str | None = None


class Lokus(Model):
    """Whether, how and when the application was discussed in the local development group."""

    diskuterad: bool | None = None
    text: str | None = None
    datum: tuple[str, ...] = ()


class Ansokan(Model):
    """The record of an application."""

    insatsens_namn: str | None = None
    insatsagare: tuple[Party, ...] = ()
    samverkansparter: tuple[Party, ...] = ()
    syfte: str | None = None
    bakgrund: str | None = None
    malgrupp: str | None = None
    metoder: str | None = None
    uppfoljning: str | None = None
    tillvaratagande: str | None = None
    mal: tuple[Goal, ...] = ()
    insatstid: Insatstid = Insatstid()
    aldrar: Ages = Ages()
    forvantat_antal_deltagare: Expected = Expected()
    sokt_belopp: int | None = None
    lokus: Lokus = Lokus()
    overenskommelse: str | None = None
    underskrifter: tuple[Signature, ...] = ()
    mall_version: str | None = None
    budget: Budget | None = None


FORM = Form(
    type="ansokan",
    name="Ansökan om samverkansinsats",
    record=Ansokan,
    dated=("/underskrifter/*/datum", "/lokus/datum/*", "/insatstid/start"),
    sums=(BudgetSums("/budget"),),
    titles=(r"samverkansinsats(er)? inom samordningsforbundet", r"^ansokan\b", r"projektansokan", r"insatsansokan"),
    levels=(
        ("Övergripande mål", "overgripande"),
        ("Huvudmål", "overgripande"),
        ("Effektmål", "effektmal"),
        ("Insatsmål", "insatsmal"),
        ("Produktionsmål", "insatsmal"),
        ("Projektmål", "insatsmal"),
        ("Aktivitetsmål", "insatsmal"),
        ("Strukturnivå", "struktur"),
        ("Mål på strukturnivå", "struktur"),
        ("Strukturmål", "struktur"),
        ("Mål struktur", "struktur"),
        ("Individnivå", "individ"),
        ("Mål på individnivå", "individ"),
        ("Individmål", "individ"),
        ("Mål individ", "individ"),
    ),
    ignored=(
        (
            "(Se även bilaga ”Instruktioner för ansökan samverkansinsatser inom samordningsförbundet”. Rubriker med * har "
            "förklarande/stödjande text i bilagan.) Ansökan ska även skickas in elektroniskt i Wordformat."
        ),
        "(Texten under hela detta avsnitt skall stå kvar orörd)",
        "Instruktioner till ansökan:",
        (
            "För över innehållet i denna tabell till projektplanen under rubriken Projektets finansiering. Den detaljerade "
            "budgeten skickas med ansökan som en bilaga."
        ),
        "Fyll i färgmarkerade fält:",
    ),
    fields=FIELDS,
)
