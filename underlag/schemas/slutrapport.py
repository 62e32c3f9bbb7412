"""Slutrapport: the final report of a samverkansinsats, as its forms ask for it.

The known forms differ much (boxes, shaded rows, running text, questions left out), so wordings of sister associations' forms
stand beside the association's own, and `about` tells what headings of other wording ask for.
"""

from __future__ import annotations

from typing import Literal

from underlag.schemas.form import Field, Form, Reading
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Model


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
        about=r"^(?!.*(insatsagare|erfarenhet|lardom|erhallit)).*\b(samverkans?part|samarbetspart|medverkande|deltagande part|samverkande (part|org))",
        question="Samverkansparter",
        asked=True,
    ),
)

_PURPOSE_AND_GOALS = (
    Field(
        "/syfte",
        Reading.ANSWER,
        ("Beskriv syftet med insatsen", "Syftet med insatsen", "Syfte med insatsen", "Insatsens syfte", "Vad var syftet med insatsen"),
        weak=("Syfte", "Syftet", "Övergripande syfte", "Projektets syfte", "Syfte och mål", "Syfte och målsättning", "Syfte och målgrupp"),
        about=r"^(?!.*\bmal)(.*\bsyftet?\b)",
        question="Syftet med insatsen",
        asked=True,
    ),
    Field(
        "/mal_och_utfall",
        Reading.ANSWER,
        (
            "Beskriv målen med insatsen samt utfall/resultat",
            "Beskriv målen med insatsen samt utfall",
            "Beskriv mål med insatsen samt resultat",
            "Beskriv målen för insatsen och utfallet",
            "Mål och utfall",
            "Mål och resultat",
            "Mål och måluppfyllelse",
            "Insatsens mål och resultat",
            "Insatsens mål och utfall",
            "Resultat och måluppfyllelse",
            "Måluppfyllelse och resultat",
            "Resultat i förhållande till målen",
            "Resultat i förhållande till mål",
            "Redogör för måluppfyllelse",
            "Redogör för insatsens mål och utfall",
            "Beskriv målen med insatsen",
            "Målen med insatsen",
            "Mål med insatsen",
            "Mål för insatsen",
            "Insatsens mål",
            "Beskriv insatsens resultat",
            "Insatsens resultat",
            "Resultat av insatsen",
            "I vilken grad har målen uppnåtts",
            "Har insatsens mål uppnåtts",
            "Har målen uppnåtts",
            "Om målen inte har uppnåtts, vad beror det på",
            "Om målen inte uppnåtts, vad är orsaken",
            "Ifall målen inte har uppnåtts, vad har detta för orsaker",
            "Varför har målen inte uppnåtts",
        ),
        about=r"^(?!.*\b(folj\w* upp|uppfolj|utvarder|malgrupp|syfte|budget|jamstalldhet|larand|lardom|medel|ta\w* till ?vara|tillvara\w*|implementer\w*|spridning|kommunicera\w*))"
        r".*\b(mal(en|et|sattning\w*)?|maluppfyllelse|resultat(et|en)?|utfall(et)?|effekt(er|erna)?)\b",
        question="Målen med insatsen samt utfall/resultat",
        asked=True,
    ),
    Field("/mal", Reading.PAIRS, sources=("/mal_och_utfall", "/syfte"), question="Mål med utfall"),
    Field(
        "/jamstalldhet",
        Reading.ANSWER,
        (
            "Påverkas utfall/resultat av ett jämställdhetsperspektiv?",
            "Påverkas utfall/resultat ur ett jämställdhetsperspektiv?",
            "Påverkas resultatet av ett jämställdhetsperspektiv?",
            "Påverkas utfallet av kön?",
            "Beskriv resultatet ur ett jämställdhetsperspektiv",
            "Utfall ur ett jämställdhetsperspektiv",
            "Hur har insatsen påverkat jämställdheten",
            "Hur har jämställdhet beaktats i insatsen",
            "Hur har ni arbetat med jämställdhet",
            "Jämställdhet och jämlikhet",
            "Jämställdhet, tillgänglighet och icke-diskriminering",
        ),
        weak=(
            "Jämställdhet",
            "Jämställdhetsperspektiv",
            "Jämställdhetsperspektivet",
            "Horisontella principer",
            "Jämlikhet och jämställdhet",
        ),
        about=r"\b(jamstalld|kvinnor och man|horisontella|genus)",
        question="Påverkas utfall/resultat av ett jämställdhetsperspektiv?",
        asked=True,
    ),
    Field(
        "/bakgrund",
        Reading.ANSWER,
        (
            "Beskriv bakgrunden till/behovet av insatsen",
            "Bakgrunden till/behovet av insatsen",
            "Beskriv bakgrund till insatsen",
            "Beskriv bakgrunden till insatsen",
            "Bakgrund och behov",
            "Bakgrund till insatsen",
            "Beskriv behovet av insatsen",
            "Behovet av insatsen",
            "Bakgrund/behov",
            "Bakgrund och problembild",
            "Bakgrund till projektet",
        ),
        weak=("Bakgrund", "Behov", "Bakgrundsbeskrivning", "Inledning och bakgrund"),
        about=r"^(?!.*\b(forandra|andra)t?s?\b).*\b(bakgrund\w*|varfor behovdes|problem(bild|beskrivning)|behov(et|sanalys)?)\b",
        question="Bakgrunden till/behovet av insatsen",
        asked=True,
    ),
    Field(
        "/behov_forandrat",
        Reading.ANSWER,
        (
            "Har detta behov förändrats i och med insatsens genomförande?",
            "Har behovet förändrats i och med insatsens genomförande?",
            "Har behovet förändrats under insatstiden?",
            "Har behovet förändrats?",
            "Hur har behovet förändrats?",
            "Har behoven förändrats under projekttiden?",
            "Finns behovet kvar?",
            "Kvarstår behovet?",
        ),
        weak=("Förändrat behov", "Förändrade behov"),
        about=r"\bbehov\w*\b.*\b(forandrat?s?|andrats|kvar|kvarstar)\b|\bforandra\w* behov|\bkvarstaende behov",
        question="Har detta behov förändrats i och med insatsens genomförande?",
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

_WORK = (
    Field(
        "/metoder",
        Reading.ANSWER,
        (
            "Beskriv metod/metoder ni använt och aktiviteter som skett",
            "Beskriv metoder ni använt och aktiviteter som skett",
            "Beskriv metod och aktiviteter",
            "Beskriv insatsens genomförande",
            "Beskriv hur insatsen har genomförts",
            "Metoder och aktiviteter",
            "Metod och aktiviteter",
            "Metod och genomförande",
            "Metoder och arbetssätt",
            "Arbetssätt och metoder",
            "Genomförda aktiviteter",
            "Vilka metoder och aktiviteter har använts",
            "Har de metoder/aktiviteter ni angett i ansökan använts/utförts på det sätt som var tänkt?",
            "Har metoderna använts på det sätt som var tänkt?",
            "Har metoderna fungerat som planerat?",
            "Har aktiviteterna genomförts enligt plan?",
            "Om inte, varför har metoderna/aktiviteterna ändrats?",
        ),
        weak=("Metod", "Metoder", "Arbetssätt", "Genomförande", "Aktiviteter", "Metod/metoder"),
        about=r"^(?!.*\bbehov).*\b(metod(er|erna|en|ik)?|arbetssatt|genomforande|genomforts|aktivitet(er|erna)?)\b",
        question="Metoder och aktiviteter",
        asked=True,
    ),
    Field(
        "/uppfoljning",
        Reading.ANSWER,
        (
            "Beskriv uppföljning och utvärdering av målen",
            "Beskriv uppföljning och utvärdering",
            "Uppföljning och utvärdering av målen",
            "Uppföljning och utvärdering",
            "Beskriv hur insatsen har följts upp",
            "Hur har insatsen följts upp",
            "Hur har målen följts upp",
            "Hur har ni arbetat med uppföljning och utvärdering samt till vilka har detta kommunicerats?",
            "Hur och till vilka har uppföljningen kommunicerats?",
            "Till vilka har resultaten kommunicerats?",
        ),
        weak=("Uppföljning", "Utvärdering", "Uppföljning/utvärdering"),
        about=r"\b(folj\w* upp\b|foljts upp|uppfolj|utvarder)",
        question="Uppföljning och utvärdering av målen",
        asked=True,
    ),
    Field(
        "/implementering",
        Reading.ANSWER,
        (
            "Beskriv hur insatsen kommer att implementeras (organisatoriskt, finansiellt och innehållsmässigt)",
            "Beskriv hur insatsen kommer att implementeras",
            "Beskriv hur insatsen ska implementeras",
            "Hur kommer insatsen att implementeras",
            "Hur har insatsen implementerats",
            "Hur tas resultaten tillvara",
            "Hur ska resultaten tas tillvara",
            "Tillvaratagande av resultat",
            "Implementering av insatsen",
            "Implementering i ordinarie verksamhet",
            "Implementering och spridning",
            "Plan för implementering",
            "Vad händer efter insatsens slut",
        ),
        weak=("Implementering", "Tillvaratagande", "Spridning", "Fortsättning", "Fortsatt arbete"),
        about=r"^(?!.*(diskussion|diskuter|samtal|erfarenhet|lardom)).*\b(implementer|ta(s|r)? .{0,30}till ?vara|tillvarata|spridning|ordinarie verksamhet|efter (insatsens|projektets) slut|permanent)",
        question="Hur insatsen implementeras",
        asked=True,
    ),
    Field(
        "/implementering_diskussion",
        Reading.ANSWER,
        (
            "När och med vilka har diskussion kring implementering förts?",
            "När och med vilka har diskussioner om implementering förts?",
            "Med vilka har implementeringen diskuterats?",
            "När och hur har implementeringen diskuterats?",
            "Hur har implementeringen förankrats?",
            "Med vilka har diskussion kring implementering förts?",
        ),
        about=r"^(?=.*(implementer|fortsattning)).*\b(diskussion\w*|diskuter\w*|forankr\w*|med vilka|samtal\w*)",
        question="När och med vilka har diskussion kring implementering förts?",
    ),
)

_MONEY = (
    Field(
        "/budgetutfall",
        Reading.ANSWER,
        (
            "Redogör för utfall av budget/finansiering",
            "Redogör för utfall av budget",
            "Redogör för budgetutfall",
            "Redogör för ekonomiskt utfall",
            "Utfall av budget/finansiering",
            "Utfall av budget",
            "Budget och utfall",
            "Ekonomiskt utfall",
            "Ekonomisk redovisning",
            "Ekonomisk slutredovisning",
            "Budget/finansiering",
            "Ekonomi och finansiering",
            "Insatsens ekonomi",
            "Ifall medel har återförts till förbundet, vad har detta för orsaker?",
            "Om medel har återförts till förbundet, vad är orsaken?",
            "Om medel har återförts, varför?",
            "Vad beror eventuella avvikelser mot budget på?",
        ),
        weak=("Ekonomi", "Budget", "Budgetutfall", "Finansiering"),
        about=r"^(?!.*konsekvens)(.*\b(budget\w*|ekonomi\w*|finansiering\w*|kostnad(er|erna)?)\b|.*\bmedel\b.*\borsak)",
        question="Utfall av budget/finansiering",
        asked=True,
    ),
    Field(
        "/konsekvens_aterforda_medel",
        Reading.ANSWER,
        (
            "Om medel har återförts till förbundet, vad har detta fått för konsekvenser för innehållet och utfallet av insatsen?",
            "Ifall medel har återförts till förbundet, vad har detta fått för konsekvenser för innehållet och utfallet av insatsen?",
            "Om medel har återförts, vilka konsekvenser har det fått?",
            "Vilka konsekvenser har återförda medel fått för insatsen?",
            "Konsekvenser av återförda medel",
            "Konsekvens av återförda medel",
        ),
        about=r"^(?=.*medel).*\bkonsekvens",
        question="Konsekvenser av återförda medel",
    ),
    Field(
        "/aterforda_medel",
        Reading.RETURNED,
        (
            "Återförda medel",
            "Medel som återförs till förbundet",
            "Medel att återföra",
            "Summa återförda medel",
            "Återbetalda medel",
            "Belopp som återförs",
            "Outnyttjade medel",
        ),
        sources=("/budgetutfall", "/konsekvens_aterforda_medel"),
        about=r"^(?!.*(konsekvens|orsak|varfor))(aterforda|aterbetalda|outnyttjade) medel\b",
        question="Återförda medel",
    ),
)

_LESSONS = (
    Field(
        "/lardomar",
        Reading.ANSWER,
        (
            "Beskriv tillvaratagna erfarenheter och lärdomar från insatsen",
            "Beskriv erfarenheter och lärdomar från insatsen",
            "Beskriv lärdomar från insatsen",
            "Erfarenheter och lärdomar från insatsen",
            "Erfarenheter och lärdomar",
            "Lärdomar och erfarenheter",
            "Lärdomar från insatsen",
            "Vilka lärdomar har ni dragit av insatsen",
            "Framgångsfaktorer och hinder",
            "Framgångsfaktorer och svårigheter",
            "Slutsatser och lärdomar",
            "Reflektioner och slutsatser",
        ),
        weak=("Lärdomar", "Erfarenheter", "Slutsatser", "Reflektioner", "Framgångsfaktorer", "Hinder"),
        about=r"^(?!.*\b(respektive|varje|per|parternas|var och en)\b).*\b(lardom\w*|erfarenhet\w*|slutsats\w*|framgangsfaktor\w*|reflektion\w*|(lart|larde) (er|oss|ni)|ni lart|insikter)",
        question="Erfarenheter och lärdomar från insatsen",
        asked=True,
    ),
    Field(
        "/lardomar_per_part",
        Reading.ANSWER,
        (
            "Vilka lärdomar och erfarenheter har respektive samverkanspart erhållit?",
            "Vilka lärdomar har respektive samverkanspart erhållit?",
            "Vilka erfarenheter har respektive part fått?",
            "Lärdomar och erfarenheter per samverkanspart",
            "Lärdomar per samverkanspart",
            "Respektive parts erfarenheter",
            "Parternas lärdomar",
        ),
        about=r"^(?=.*(lardom|erfarenhet)).*\b(respektive|varje|per|parternas|samverkanspart\w*)\b",
        question="Lärdomar hos respektive samverkanspart",
    ),
    Field(
        "/ovrigt",
        Reading.UNREAD,
        ("Projektorganisation", "Organisation och styrning", "Styrgruppens sammansättning"),
        weak=("Sammanfattning", "Inledning", "Innehåll", "Innehållsförteckning", "Bilagor", "Bilaga", "Projektledning"),
    ),
    Field(
        "/underskrifter",
        Reading.SIGNATURES,
        (
            "Underskrift",
            "Underskrifter",
            "Undertecknande",
            "Undertecknas av",
            "Underskrift av behöriga företrädare",
            "Underskrift av behörig beslutsfattare",
        ),
        question="Underskrifter",
        asked=True,
    ),
)

FORM = Form(
    type="slutrapport",
    name="Slutrapport för samverkansinsats",
    record=Slutrapport,
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
    fields=(*_PARTIES, *_PURPOSE_AND_GOALS, *_TIME_AND_PEOPLE, *_WORK, *_MONEY, *_LESSONS),
)
