"""Ansökan: the application for financing of a samverkansinsats, as its forms ask for it.

Labels are the wordings of the association's own form in its known editions and of sister associations' forms.
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.budget import Budget
from underlag.schemas.form import Field, Form, Reading
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
    titles=(r"samverkansinsats(er)? inom samordningsforbundet", r"^ansokan\b", r"projektansokan", r"insatsansokan"),
    levels=(
        ("Övergripande mål", "overgripande"),
        ("Huvudmål", "overgripande"),
        ("Effektmål", "effektmal"),
        ("Insatsmål", "insatsmal"),
        ("Produktionsmål", "insatsmal"),
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
        "(Se även bilaga ”Instruktioner för ansökan samverkansinsatser inom samordningsförbundet”. Rubriker med * har "
        "förklarande/stödjande text i bilagan.) Ansökan ska även skickas in elektroniskt i Wordformat.",
        "(Texten under hela detta avsnitt skall stå kvar orörd)",
        "Instruktioner till ansökan:",
        "För över innehållet i denna tabell till projektplanen under rubriken Projektets finansiering. Den detaljerade "
        "budgeten skickas med ansökan som en bilaga.",
        "Fyll i färgmarkerade fält:",
    ),
    fields=(
        Field(
            "/insatsens_namn",
            Reading.NAME,
            ("Insatsens namn", "Namn på insatsen", "Insatsens benämning", "Projektets namn", "Projektnamn", "Namn på projektet", "Insatsens/projektets namn", "Insatsens titel"),
            weak=("Insats", "Namn på insats", "Projekt", "Projekttitel"),
            about=r"\b(insatsens|projektets|insats|projekt) (namn|benamning|titel)\b",
            question="Insatsens namn",
            asked=True,
        ),
        Field(
            "/insatsagare",
            Reading.PARTIES,
            ("Insatsägare", "Insatsägande organisation", "Ansökande organisation", "Sökande organisation", "Projektägare", "Ansvarig insatsägare", "Ansvarig organisation"),
            weak=("Sökande", "Ägare", "Huvudman", "Sökande part"),
            about=r"^(?!.*samverkan)(insatsagare|ansokande|sokande|projektagare|ansvarig organisation|huvudman)\b",
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
                "Övriga parter i insatsen",
                "Medverkande organisationer",
                "Samverkande organisationer",
                "Parter som medverkar",
            ),
            weak=("Parter", "Övriga parter"),
            about=r"^(?!.*insatsagare).*\b(samverkans?part|samarbetspart|medverkande|deltagande part|samverkande (part|org))",
            question="Samverkansparter",
            asked=True,
        ),
        Field(
            "/syfte",
            Reading.ANSWER,
            ("Beskriv syftet med insatsen", "Syftet med insatsen", "Syfte med insatsen", "Insatsens syfte", "Vad är syftet med insatsen", "Syfte och mål"),
            weak=("Syfte", "Syftet", "Övergripande syfte", "Syftesbeskrivning", "Projektets syfte"),
            about=r"^(?!.*\bmal)(.*\bsyftet?\b)",
            question="Syftet med insatsen",
            asked=True,
        ),
        Field(
            "/mal",
            Reading.GOALS,
            (
                "Beskriv målen med insatsen",
                "Målen med insatsen",
                "Mål med insatsen",
                "Insatsens mål",
                "Vilka mål har insatsen",
                "Beskriv mål för insatsen",
                "Mål för insatsen",
                "Mål och förväntade resultat",
            ),
            weak=("Mål", "Målen", "Målsättning", "Målsättningar", "Målbeskrivning", "Projektets mål"),
            about=r"^(?!.*\b(folj|utvarder|malgrupp|syfte))(.*\bmal(en|et|sattning\w*|beskrivning)?\b)",
            question="Målen med insatsen",
            asked=True,
        ),
        Field(
            "/bakgrund",
            Reading.ANSWER,
            (
                "Beskriv bakgrunden till/behovet av insatsen",
                "Bakgrunden till/behovet av insatsen",
                "Beskriv bakgrund till insatsen",
                "Bakgrund och behov",
                "Bakgrund till insatsen",
                "Beskriv behovet av insatsen",
                "Behovet av insatsen",
                "Bakgrund/behov",
                "Bakgrund och problembild",
                "Bakgrund och problemformulering",
                "Nuläge och behov",
            ),
            weak=("Bakgrund", "Nulägesbeskrivning", "Problemformulering", "Behov", "Bakgrundsbeskrivning", "Behovsbeskrivning", "Problembeskrivning"),
            about=r"\b(bakgrund\w*|varfor behovs|problem(bild|beskrivning)|behovs?(et|analys|beskrivning)?)\b",
            question="Bakgrunden till/behovet av insatsen",
            asked=True,
        ),
        Field(
            "/insatstid",
            Reading.PERIOD,
            ("Planerad insatstid", "Insatstid", "Insatsens tidsperiod", "Tidsperiod för insatsen", "Planerad projekttid", "Tidplan för insatsen", "Projektperiod", "Insatsperiod"),
            weak=("Tidsperiod", "Tidplan", "Tidsplan", "Tid", "Projekttid", "Period"),
            about=r"\b(insatstid|projekttid|tidsperiod|tidplan|nar (ska|startar|borjar) (insatsen|projektet)|(insatsen|projektet) (ska )?paga)",
            question="Planerad insatstid",
            asked=True,
        ),
        Field(
            "/insatstid/start",
            Reading.DATE,
            ("Planerat startdatum", "Planerat startdatum för insatsen", "Startdatum", "Projektstart", "Insatsen startar", "Insatsens start", "Planerad start", "När startar insatsen?", "När startar projektet?"),
            weak=("Start", "Från", "Från och med"),
            parent="/insatstid",
            question="Planerat startdatum",
        ),
        Field(
            "/insatstid/slut",
            Reading.DATE,
            ("Planerat slutdatum", "Planerat slutdatum för insatsen", "Slutdatum", "Projektavslut", "Projektslut", "Insatsen avslutas", "Insatsens slut", "Planerat slut", "Planerat avslut", "När slutar insatsen?", "När avslutas insatsen?", "När slutar projektet?", "När avslutas projektet?"),
            weak=("Slut", "Till", "Till och med", "Avslut"),
            parent="/insatstid",
            question="Planerat slutdatum",
        ),
        Field(
            "/insatstid/intag_slut",
            Reading.DATE,
            (
                "Eventuellt slutdatum för intag av personer i insatsen",
                "Eventuellt slutdatum för intag",
                "Slutdatum för intag av personer",
                "Slutdatum för intag",
                "Sista datum för intag",
                "Sista dag för intag",
                "Sista intagsdatum",
                "Sista intag",
                "Sista dag för intag av deltagare",
                "Intag av deltagare till och med",
                "Sista intag av deltagare",
            ),
            parent="/insatstid",
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
                "Beskrivning av målgruppen",
                "Beskrivning av målgrupp",
                "Vilken är målgruppen",
                "Målgrupp och antal deltagare",
                "Målgrupp/antal deltagare",
            ),
            weak=("Målgrupp", "Målgruppen", "Målgruppsbeskrivning"),
            about=r"\b(malgrupp\w*|vilka (personer )?(vander|riktar))",
            question="Målgrupp för insatsen",
            asked=True,
        ),
        Field("/aldrar", Reading.AGES, ("Ålder på målgruppen", "Målgruppens ålder"), ("Ålder", "Åldrar"), sources=("/malgrupp", "/syfte", "/metoder", "/bakgrund")),
        Field(
            "/forvantat_antal_deltagare",
            Reading.COUNT,
            (
                "Ange förväntat antal deltagare",
                "Förväntat antal deltagare",
                "Beräknat antal deltagare",
                "Planerat antal deltagare",
                "Uppskattat antal deltagare",
                "Hur många deltagare beräknas delta",
                "Antal deltagare i insatsen",
                "Förväntat deltagarantal",
                "Antal deltagare per år",
            ),
            weak=("Antal deltagare",),
            about=r"\b(antal (deltagare|personer|individer)|hur manga (deltagare|personer|individer))\b",
            sources=("/malgrupp",),
            question="Förväntat antal deltagare",
            asked=True,
        ),
        Field(
            "/metoder",
            Reading.ANSWER,
            (
                "Beskriv metod/metoder ni kommer använda",
                "Beskriv metoder ni kommer att använda",
                "Beskriv metod och arbetssätt",
                "Metod och arbetssätt",
                "Metoder och arbetssätt",
                "Arbetssätt och metoder",
                "Arbetssätt och metod",
                "Metod och genomförande",
                "Beskriv hur insatsen ska genomföras",
                "Beskriv insatsens genomförande",
                "Beskriv arbetssätt och metoder",
            ),
            weak=("Metod", "Metoder", "Arbetssätt", "Genomförande", "Metodbeskrivning", "Metod/metoder"),
            about=r"\b((arbets)?metod(er|en|erna|ik)?|arbetssatt|genomforande|genomforas)\b",
            question="Metod/metoder",
            asked=True,
        ),
        Field(
            "/uppfoljning",
            Reading.ANSWER,
            (
                "Beskriv metod för uppföljning och utvärdering av målen",
                "Beskriv uppföljning och utvärdering av målen",
                "Metod för uppföljning och utvärdering",
                "Uppföljning och utvärdering",
                "Beskriv hur insatsen ska följas upp",
                "Hur ska insatsen följas upp",
                "Hur ska målen följas upp",
                "Beskriv hur målen ska följas upp",
                "Beskriv uppföljning och utvärdering",
            ),
            weak=("Uppföljning", "Utvärdering", "Uppföljning/utvärdering"),
            about=r"\b(folj\w* upp\b|uppfolj|foljas upp|utvarder)",
            question="Uppföljning och utvärdering av målen",
            asked=True,
        ),
        Field(
            "/tillvaratagande",
            Reading.ANSWER,
            (
                "Beskriv hur ni tänker ta tillvara resultaten från insatsen",
                "Beskriv hur ni tänker arbeta för att implementera insatsen",
                "Hur ska resultaten tas tillvara",
                "Hur ska resultatet tas tillvara",
                "Tillvaratagande av resultat",
                "Hur tas resultaten tillvara",
                "Beskriv hur resultaten ska tas tillvara",
                "Implementering av insatsen",
                "Plan för implementering",
                "Beskriv hur insatsen ska implementeras",
                "Implementering och spridning",
                "Vad händer när finansieringen upphör?",
                "Vad händer efter insatsens slut?",
                "Vad händer efter projektets slut?",
                "Hur ska verksamheten implementeras?",
            ),
            weak=("Implementering", "Tillvaratagande", "Resultatspridning"),
            about=r"\b(ta(s|r)?( resultaten?)?.{0,30} ?till ?vara|tillvarata|tas tillvara|implementer|spridning|permanent)",
            question="Hur resultaten tas till vara",
            asked=True,
        ),
        Field(
            "/sokt_belopp",
            Reading.AMOUNT,
            (
                "Ange budget/finansiering (separat budget ska bifogas enligt mall)",
                "Ange budget/finansiering",
                "Budget/finansiering",
                "Budget och finansiering",
                "Total summa som ansöks om",
                "Sökt belopp",
                "Ansökt belopp",
                "Ansökt summa",
                "Belopp som söks",
                "Sökta medel",
                "Sökt belopp från samordningsförbundet",
                "Totalt sökt belopp",
            ),
            weak=("Finansiering", "Budget", "Kostnader och finansiering"),
            about=r"\b(sokt|soks|ansokt|sokta|ekonomi|finansier\w*|budget|kostnader)\b",
            question="Budget/finansiering",
        ),
        Field(
            "/lokus/diskuterad",
            Reading.CHOICE,
            (
                "Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?",
                "Har ansökan diskuterats i lokal utvecklingsgrupp?",
                "Har ansökan diskuterats i lokus?",
                "Har ansökan behandlats i lokal utvecklingsgrupp?",
                "Har ansökan diskuterats i lokal samverkansgrupp?",
                "Är ansökan diskuterad i lokus?",
                "Är ansökan förankrad i lokal utvecklingsgrupp?",
                "Har ansökan behandlats i beredningsgruppen?",
                "Har ansökan diskuterats i beredningsgruppen?",
            ),
            question="Har ansökan diskuterats i lokal utvecklingsgrupp?",
            asked=True,
        ),
        Field(
            "/lokus/text",
            Reading.ANSWER,
            (
                "Hur och när har ansökan diskuterats?",
                "Beskriv på vilket sätt ansökan är förankrad",
                "På vilket sätt är ansökan förankrad",
                "När och hur har ansökan diskuterats",
                "Beskriv hur ansökan är förankrad",
                "Hur är ansökan förankrad",
                "Hur och när?",
                "När och hur?",
                "Om ja, när och hur?",
            ),
            weak=("Förankring",),
            about=r"\b(forankr|hur och nar|nar och hur)",
            question="Hur och när har ansökan diskuterats?",
            asked=True,
        ),
        Field("/lokus/datum", Reading.DATES, sources=("/lokus/text",)),
        Field(
            "/ovrigt",
            Reading.UNREAD,
            (
                "Organisation och bemanning",
                "Bemanning och organisation",
                "Insatsens organisation",
                "Projektets organisation",
                "Organisation och styrning",
                "Styrgruppens sammansättning",
                "Jämställdhet, mångfald och icke-diskriminering",
                "Jämställdhet och mångfald",
                "Jämställdhetsperspektiv",
                "Övriga upplysningar",
                "Övrig information",
            ),
            weak=("Bemanning", "Projektorganisation", "Styrgrupp", "Jämställdhet", "Barnperspektiv", "Barnperspektivet", "Icke-diskriminering", "Riskanalys", "Övrigt", "Bilagor"),
        ),
        Field("/overenskommelse", Reading.STANDING, ("Överenskommelse",), weak=("Villkor", "Allmänna villkor"), question="Överenskommelse", asked=True),
        Field(
            "/underskrifter",
            Reading.SIGNATURES,
            ("Underskrift", "Underskrifter", "Undertecknande", "Undertecknas av", "Underskrift av behöriga företrädare", "Underskrift av behörig beslutsfattare"),
            weak=("Underskrift insatsägare", "Underskrift samverkanspart", "Insatsägarens underskrift", "Samverkansparternas underskrifter"),
            question="Underskrifter",
            asked=True,
        ),
        Field("/mall_version", Reading.VERSION, question="Mallens version"),
        Field("/budget", Reading.BUDGET, question="Budget", asked=True),
    ),
)
