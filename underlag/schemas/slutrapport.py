"""Slutrapport: the final report of a samverkansinsats, as its forms ask for it.

The known forms differ much (boxes, shaded rows, running text, questions left out), so wordings of sister associations' forms
stand beside the association's own, and `about` tells what headings of other wording ask for.
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Model
from underlag.schemas.slutrapport_questions import LESSONS, MONEY, PURPOSE_AND_GOALS, WORK


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


_PARTIES = (
    Field(
        "/insatsens_namn",
        Reading.NAME,
        (
            "Insatsens namn",
            "Namn på insatsen",
            "Insatsens benämning",
            "Projektets namn",
            "Projektnamn",
            "Namn på projektet",
            "Samverkansinsatsens namn",
        ),
        weak=("Insats", "Namn på insats", "Projekt", "Projekttitel", "Rapporten avser", "Slutrapport för"),
        about=r"\b(insatsens|projektets|insats|projekt) (namn|benamning|titel)\b",
        question="Insatsens namn",
        asked=True,
    ),
    Field(
        "/insatsagare",
        Reading.PARTIES,
        (
            "Insatsägare/Samverkansparter",
            "Insatsägare och samverkansparter",
            "Insatsägare samt samverkansparter",
            "Insatsägare, samverkansparter",
            "Projektägare och samverkansparter",
            "Projektägare och medverkande parter",
            "Insatsägare",
            "Insatsägande organisation",
            "Ansvarig insatsägare",
            "Projektägare",
            "Ansvarig organisation",
        ),
        weak=("Ägare", "Huvudman"),
        sources=("/samverkansparter",),
        about=r"^(insatsagare|projektagare|ansvarig (organisation|part)|huvudman)\b",
        question="Insatsägare",
        asked=True,
    ),
    Field(
        "/samverkansparter",
        Reading.PARTIES,
        (
            "Samverkansparter",
            "Samverkanspart",
            "Samverkande parter",
            "Samarbetsparter",
            "Medverkande parter",
            "Deltagande parter",
            "Ingående parter",
            "Övriga parter i insatsen",
            "Medverkande organisationer",
            "Samverkande organisationer",
            "Deltagande organisationer",
            "Parter som har medverkat",
            "Vilka parter har medverkat",
        ),
        weak=("Parter", "Övriga parter", "Parter i insatsen"),
        sources=("/insatsagare",),
        about=r"^(?!.*(insatsagare|erfarenhet|lardom|erhallit))"
        r".*\b(samverkans?part|samarbetspart|medverkande|deltagande (part|org)|samverkande (part|org))",
        question="Samverkansparter",
        asked=True,
    ),
)

_TIME_AND_PEOPLE = (
    Field(
        "/insatstid",
        Reading.PERIOD,
        (
            "Insatstid",
            "Insatsens tidsperiod",
            "Tidsperiod för insatsen",
            "Insatsens tid",
            "Insatsperiod",
            "Projektperiod",
            "Genomförandetid",
            "Rapportperiod",
        ),
        weak=("Tidsperiod", "Tidplan", "Tid", "Projekttid", "Period"),
        about=r"\b(insatstid|insatsperiod|projekttid|projektperiod|tidsperiod|tidplan|(insatsen|projektet) (har )?pagatt)",
        question="Insatstid",
        asked=True,
    ),
    Field(
        "/insatstid/start",
        Reading.DATE,
        (
            "Startdatum",
            "Startdatum för insatsen",
            "Insatsens start",
            "Insatsen startade",
            "Insatsen började",
            "Projektstart",
            "Faktiskt startdatum",
        ),
        weak=("Start", "Från", "Från och med", "Startade"),
        parent="/insatstid",
        question="Startdatum",
    ),
    Field(
        "/insatstid/slut",
        Reading.DATE,
        (
            "Slutdatum",
            "Slutdatum för insatsen",
            "Insatsens slut",
            "Insatsen avslutades",
            "Projektavslut",
            "Projektslut",
            "Faktiskt slutdatum",
        ),
        weak=("Slut", "Till", "Till och med", "Avslut", "Avslutades"),
        parent="/insatstid",
        question="Slutdatum",
    ),
    Field(
        "/insatstid/intag_slut",
        Reading.INTAKE_END,
        (
            "Eventuellt slutdatum för intag av deltagare i insatsen",
            "Eventuellt slutdatum för intag av personer i insatsen",
            "Eventuellt slutdatum för intag",
            "Slutdatum för intag av deltagare",
            "Slutdatum för intag",
            "Sista datum för intag",
            "Sista dag för intag",
            "Sista intagsdatum",
            "Sista intag",
            "Intaget avslutades",
        ),
        parent="/insatstid",
        sources=("/insatstid", "/malgrupp", "/antal_deltagare"),
        question="Slutdatum för intag",
    ),
    Field(
        "/malgrupp",
        Reading.ANSWER,
        (
            "Beskriv målgrupp för insatsen",
            "Beskriv målgruppen för insatsen",
            "Målgrupp för insatsen",
            "Insatsens målgrupp",
            "Beskriv målgruppen",
            "Vilken var målgruppen",
        ),
        weak=("Målgrupp", "Målgruppen", "Målgruppsbeskrivning"),
        about=r"\b(malgrupp\w*|vilka (personer )?(vande|riktade))",
        question="Målgrupp för insatsen",
        asked=True,
    ),
    Field(
        "/antal_deltagare",
        Reading.PARTICIPANTS,
        (
            "Ange antal deltagare som deltagit i insatsen (ifall detta ej angivits under mål ovan)",
            "Ange antal deltagare som deltagit i insatsen",
            "Antal deltagare som deltagit i insatsen",
            "Antal deltagare i insatsen",
            "Ange antal deltagare",
            "Totalt antal deltagare",
            "Hur många deltagare har deltagit i insatsen",
            "Hur många har deltagit i insatsen",
            "Hur många personer har deltagit",
            "Antal personer som deltagit i insatsen",
        ),
        weak=("Antal deltagare", "Deltagare", "Deltagarantal"),
        sources=("/mal_och_utfall",),
        about=r"\b(antal (deltagare|personer|individer)|hur manga (deltagare|personer|individer)?)\b",
        question="Antal deltagare som deltagit",
    ),
)

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
    fields=(*_PARTIES, *PURPOSE_AND_GOALS, *_TIME_AND_PEOPLE, *WORK, *MONEY, *LESSONS),
)
