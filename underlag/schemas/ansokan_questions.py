"""The questions of an application, as the association's own form asks them in its known editions and sister associations' forms do."""

from __future__ import annotations

from underlag.schemas.ansokan_terms import ENDING
from underlag.schemas.form import Field, Reading, told

# Wordings read best side by side.
# fmt: off
FIELDS: tuple[Field, ...] = (
    Field(
        "/insatsens_namn",
        Reading.NAME,
        (
            "Insatsens namn", "Namn på insatsen", "Insatsens benämning", "Projektets namn", "Projektnamn", "Namn på projektet",
            "Insatsens/projektets namn", "Insatsens titel",
        ),
        weak=("Insats", "Namn på insats", "Projekt", "Projekttitel"),
        about=told(
            r"\b(insatsens|projektets|verksamhetens|insats|projekt) (namn|benamning|titel)\b",
            r"\b(namn|benamning) pa (insats|projekt|verksamhet)|^(insats|projekt)(namn|titel)",
            r"\bvad (heter|kallas) (insats|projekt)|\bska (insatsen|projektet) heta",
        ),
        question="Insatsens namn",
        asked=True,
    ),
    Field(
        "/insatsagare",
        Reading.PARTIES,
        (
            "Insatsägare", "Insatsägande organisation", "Ansökande organisation", "Sökande organisation", "Projektägare",
            "Ansvarig insatsägare", "Ansvarig organisation", "Sökande part",
        ),
        weak=("Sökande", "Ägare", "Huvudman"),
        about=told(
            r"^(insatsagare|ansokande|sokande|projektagare|ansvarig (organisation|part|myndighet)|huvudman)\b",
            r"\bvem (ager|ansoker|soker|ansvarar|driver)\b|\b(insatsens|projektets) agare\b|\bagare (av|till) (insats|projekt)",
            never=r"samverkan|medverk|\bparter|underskrift|undertecknas",
        ),
        question="Insatsägare",
        asked=True,
    ),
    Field(
        "/samverkansparter",
        Reading.PARTIES,
        (
            "Samverkansparter", "Samverkanspart", "Samverkande parter", "Samarbetsparter", "Medverkande parter", "Deltagande parter",
            "Övriga parter i insatsen", "Medverkande organisationer", "Samverkande organisationer", "Parter som medverkar",
            "Medsökande parter", "Medsökande",
        ),
        weak=("Parter", "Övriga parter"),
        about=told(
            r"\b(samverkans?part|samarbetspart|medverkande|deltagande (part|org)|samverkande (part|org|myndighet))",
            r"\b(ingaende part|berorda part|ovriga parter|parter som|parter i (insats|projekt))",
            r"\bvilka (andra |ovriga )?(parter|organisationer|myndigheter)",
            never=r"insatsagar|underskrift|undertecknas|\bantal\b|ansvar|\broll|bidra|diskut|forankr",
        ),
        question="Samverkansparter",
        asked=True,
    ),
    Field(
        "/syfte",
        Reading.ANSWER,
        (
            "Beskriv syftet med insatsen", "Syftet med insatsen", "Syfte med insatsen", "Insatsens syfte", "Vad är syftet med insatsen",
            "Syfte och mål",
        ),
        weak=("Syfte", "Syftet", "Övergripande syfte", "Syftesbeskrivning", "Projektets syfte"),
        about=told(r"\b(syftet?|andamalet)\b", r"\b(vad|det(ta)?) (vill|ska) (ni|vi|parterna) (uppna|astadkomma)", never=r"\bmal"),
        question="Syftet med insatsen",
        asked=True,
    ),
    Field(
        "/mal",
        Reading.GOALS,
        (
            "Beskriv målen med insatsen", "Målen med insatsen", "Mål med insatsen", "Insatsens mål", "Vilka mål har insatsen",
            "Beskriv mål för insatsen", "Mål för insatsen", "Mål och förväntade resultat",
        ),
        weak=("Mål", "Målen", "Målsättning", "Målsättningar", "Målbeskrivning", "Projektets mål"),
        about=told(
            r"\b(resultat|projekt|effekt|insats|del|huvud)?mal(en|et|sattning\w*|beskrivning)?\b",
            r"\b(forvantade?|onskade?) (resultat|effekt)",
            never=r"\bfolj|uppfolj|utvarder|malgrupp|\bsyfte",
        ),
        question="Målen med insatsen",
        asked=True,
    ),
    Field(
        "/bakgrund",
        Reading.ANSWER,
        (
            "Beskriv bakgrunden till/behovet av insatsen", "Bakgrunden till/behovet av insatsen", "Beskriv bakgrund till insatsen",
            "Bakgrund och behov", "Bakgrund till insatsen", "Beskriv behovet av insatsen", "Behovet av insatsen", "Bakgrund/behov",
            "Bakgrund och problembild", "Bakgrund och problemformulering", "Nuläge och behov",
        ),
        weak=(
            "Bakgrund", "Nulägesbeskrivning", "Problemformulering", "Behov", "Bakgrundsbeskrivning", "Behovsbeskrivning",
            "Problembeskrivning",
        ),
        about=told(
            r"\b(bakgrund\w*|problem(et|bild\w*|beskrivning|formulering)?|behovs?(et|en|analys|beskrivning|bild)?)\b",
            r"\b(nulaget?|utgangslaget?)\b|^varfor\b",
        ),
        question="Bakgrunden till/behovet av insatsen",
        asked=True,
    ),
    Field(
        "/insatstid",
        Reading.PERIOD,
        (
            "Planerad insatstid", "Insatstid", "Insatsens tidsperiod", "Tidsperiod för insatsen", "Planerad projekttid",
            "Tidplan för insatsen", "Projektperiod", "Insatsperiod",
        ),
        weak=("Tidsperiod", "Tidplan", "Tidsplan", "Tid", "Projekttid", "Period"),
        about=told(
            r"\b(insatstid|projekttid|tidsperiod|tids?plan|genomforandetid|projektperiod|insatsperiod)",
            r"\bnar (ska|startar|borjar|slutar|pagar)\b.*\b(insatsen|projektet)|\b(insatsen|projektet) (ska )?paga|\bstart\w* och slut",
            never=r"\befter (insats|projekt)|fortsatt|\bhander\b",
        ),
        question="Planerad insatstid",
        asked=True,
    ),
    Field(
        "/insatstid/start",
        Reading.DATE,
        (
            "Planerat startdatum", "Planerat startdatum för insatsen", "Startdatum", "Projektstart", "Insatsen startar",
            "Insatsens start", "Planerad start", "Beräknad start", "Beräknat startdatum", "När startar insatsen?", "När startar projektet?",
        ),
        weak=("Start", "Från", "Från och med"),
        parent="/insatstid",
        question="Planerat startdatum",
    ),
    Field(
        "/insatstid/slut",
        Reading.DATE,
        (
            "Planerat slutdatum", "Planerat slutdatum för insatsen", "Slutdatum", "Projektavslut", "Projektslut", "Insatsen avslutas",
            "Insatsens slut", "Planerat slut", "Beräknat slut", "Beräknat slutdatum",
            "Planerat avslut", "När slutar insatsen?", "När avslutas insatsen?",
            "När slutar projektet?", "När avslutas projektet?",
        ),
        weak=("Slut", "Till", "Till och med", "Avslut"),
        parent="/insatstid",
        question="Planerat slutdatum",
    ),
    Field(
        "/insatstid/intag_slut",
        Reading.INTAKE_END,
        (
            "Eventuellt slutdatum för intag av personer i insatsen", "Eventuellt slutdatum för intag", "Slutdatum för intag av personer",
            "Slutdatum för intag", "Sista datum för intag", "Sista dag för intag", "Sista intagsdatum", "Sista intag",
            "Sista dag för intag av deltagare", "Intag av deltagare till och med", "Sista intag av deltagare",
        ),
        parent="/insatstid",
        sources=("/insatstid", "/malgrupp"),
        question="Slutdatum för intag",
    ),
    Field(
        "/malgrupp",
        Reading.ANSWER,
        (
            "Beskriv målgrupp för insatsen", "Beskriv målgruppen för insatsen", "Målgrupp för insatsen", "Insatsens målgrupp",
            "Beskriv målgruppen", "Beskrivning av målgruppen", "Beskrivning av målgrupp", "Vilken är målgruppen",
            "Målgrupp och antal deltagare", "Målgrupp/antal deltagare",
        ),
        weak=("Målgrupp", "Målgruppen", "Målgruppsbeskrivning"),
        about=told(
            r"\bmalgrupp|\bvilka (personer )?((ni|vi) )?(vander|riktar|ska delta)",
            r"\b(for|till) (vem|vilka)\b.*\b(insats|projekt|vand|rikta)",
            r"\bvem (ar|ska) (insatsen|projektet)\b|\bvem vander",
        ),
        question="Målgrupp för insatsen",
        asked=True,
    ),
    Field(
        "/aldrar",
        Reading.AGES,
        ("Ålder på målgruppen", "Målgruppens ålder"),
        ("Ålder", "Åldrar"),
        sources=("/malgrupp", "/syfte", "/metoder", "/bakgrund"),
    ),
    Field(
        "/forvantat_antal_deltagare",
        Reading.COUNT,
        (
            "Ange förväntat antal deltagare", "Förväntat antal deltagare", "Beräknat antal deltagare", "Planerat antal deltagare",
            "Uppskattat antal deltagare", "Hur många deltagare beräknas delta", "Antal deltagare i insatsen", "Förväntat deltagarantal",
            "Antal deltagare per år", "Deltagarantal",
        ),
        weak=("Antal deltagare",),
        about=r"\b(antal (deltagare|personer|individer|platser)|hur manga (deltagare|personer|individer|platser)|deltagarantal(et)?)\b",
        sources=("/malgrupp",),
        question="Förväntat antal deltagare",
        asked=True,
    ),
    Field(
        "/metoder",
        Reading.ANSWER,
        (
            "Beskriv metod/metoder ni kommer använda", "Beskriv metoder ni kommer att använda", "Beskriv metod och arbetssätt",
            "Metod och arbetssätt", "Metoder och arbetssätt", "Arbetssätt och metoder", "Arbetssätt och metod", "Metod och genomförande",
            "Beskriv hur insatsen ska genomföras", "Beskriv insatsens genomförande", "Beskriv arbetssätt och metoder",
        ),
        weak=("Metod", "Metoder", "Arbetssätt", "Genomförande", "Metodbeskrivning", "Metod/metoder"),
        about=told(
            r"\b((arbets)?metod(er|en|erna|ik)?|arbetssatt(et)?|arbetsmodell(en)?|upplagg(et)?|aktivitet(er|erna)?)\b",
            r"\b(genomforandet?|genomforas|insatsens innehall|innehall i insatsen)\b",
            r"\b(hur|vad|sa) (ska|kommer|tanker|vill) (vi|ni|insatsen|projektet)\b.*\b(arbeta|gora|ga till)",
            r"\b(hur|sa( har)?) ((vi|ni) )?(arbetar|jobbar|gor)\b",
            never=r"uppfolj|folj\w* upp|utvarder|implementer|ordinarie|\bbudget|\bbehov|\bta\w* till ?vara",
        ),
        question="Metod/metoder",
        asked=True,
    ),
    Field(
        "/uppfoljning",
        Reading.ANSWER,
        (
            "Beskriv metod för uppföljning och utvärdering av målen", "Beskriv uppföljning och utvärdering av målen",
            "Metod för uppföljning och utvärdering", "Uppföljning och utvärdering", "Beskriv hur insatsen ska följas upp",
            "Hur ska insatsen följas upp", "Hur ska målen följas upp", "Beskriv hur målen ska följas upp",
            "Beskriv uppföljning och utvärdering",
        ),
        weak=("Uppföljning", "Utvärdering", "Uppföljning/utvärdering"),
        about=r"\bfolj\w*( \w+){0,3} upp\b|\b(uppfolj|utvarder)|^hur (mats?|mater|ska \w+ matas)\b",
        question="Uppföljning och utvärdering av målen",
        asked=True,
    ),
    Field(
        "/tillvaratagande",
        Reading.ANSWER,
        (
            "Beskriv hur ni tänker ta tillvara resultaten från insatsen", "Beskriv hur ni tänker arbeta för att implementera insatsen",
            "Hur ska resultaten tas tillvara", "Hur ska resultatet tas tillvara", "Tillvaratagande av resultat",
            "Hur tas resultaten tillvara", "Beskriv hur resultaten ska tas tillvara", "Implementering av insatsen",
            "Plan för implementering", "Beskriv hur insatsen ska implementeras", "Implementering och spridning",
            "Vad händer när finansieringen upphör?", "Vad händer efter insatsens slut?", "Vad händer efter projektets slut?",
            "Hur ska verksamheten implementeras?",
        ),
        weak=("Implementering", "Tillvaratagande", "Resultatspridning"),
        about=told(
            r"\b(ta(s|r)?( resultaten?)?.{0,30} ?till ?vara|tillvarata|tas tillvara|implementer|spridning|permanent|fortlevnad)",
            r"\befter (insats|projekt)\w*|\bnar (insatsen|projektet) (ar (slut|over)|har (slutat|avslutats))",
            r"\bhander\b.*\b(sedan|efter\w*|vidare|slut\w*|upphor)|\blev(er|a) vidare",
            r"\bordinarie (verksamhet|drift)|\bfortsatt (arbete|drift)|\b(inforas|inarbetas) i\b",
        ),
        question="Hur resultaten tas till vara",
        asked=True,
    ),
    *ENDING,
)
# fmt: on
