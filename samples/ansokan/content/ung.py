"""Ung riktning: a sound application (numbered form with coloured bars, large own financing)."""

from __future__ import annotations

from samples.ansokan.application import Answers, Application, Sought
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.sample import Flaw
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period
from underlag.schemas.records import Insatstid, Party, Quantity, Signature

TOWN, REGION, AF = "Tallmyra kommun", "Region Solmark", "Arbetsförmedlingen"
TIME = Period(start="2025-08-01", slut="2027-07-31")

ANSWERS = Answers(
    syfte="""
Ung riktning ska ge unga som varken arbetar eller studerar en väg tillbaka, i egen takt och med vuxna som finns kvar. Parterna vill visa att
uppsökande arbete, psykiskt stöd och studievägledning ger bättre resultat när de erbjuds på samma plats.
""",
    bakgrund="""
Det kommunala aktivitetsansvaret i Tallmyra hade i januari 2025 kontakt med 93 ungdomar. Ytterligare ett femtiotal mellan 20 och 24 år är
kända av socialtjänsten eller Arbetsförmedlingen utan att delta i någon insats.

De unga som parterna har talat med berättar om skolgång som brutits på grund av mobbning, om nattvanor som är svåra att ändra och om rädsla
för att misslyckas en gång till. Flera säger att de inte har öppnat post från myndigheter på länge.

Dagens insatser förutsätter att den unge själv söker upp verksamheten. Det gör få. Bakom ansökan ligger därför ett tydligt gemensamt
behov av att kunna arbeta uppsökande och av att hålla kvar kontakten även när den unge uteblir.
""",
    malgrupp="""
Unga mellan 16 och 24 år som är folkbokförda i Tallmyra, som varken arbetar eller studerar och som behöver stöd från minst två parter.

? 6.1 Hur beaktas jämställdhet och jämlikhet?

Flickor och pojkar söker hjälp på olika sätt. Teamet använder därför olika kanaler i det uppsökande arbetet och stämmer av fördelningen
varje månad.
""",
    metoder="""
Arbetet följer en modell i tre faser.

1. Söka upp: coacherna skriver, ringer, knackar på och återkommer. Ingen skrivs ut för att hen uteblir.
2. Landa: den unge prövar vardagsrutiner, träffar kurator och gör en egen karta över vad hen vill.
3. Ta sats: studiebesök, praktik, sommarjobb eller enstaka kurser, alltid med coachen som sällskap första gången.

Två ungdomscoacher på 100 % arbetar med deltagarna. En studievägledare på 40 % och en kurator på 50 % ingår i teamet. Kommunen
bekostar en verksamhetsledare på 30 % och Arbetsförmedlingen en arbetsförmedlare på 25 %.

Lokalen ligger vid resecentrum och ställs till förfogande av kommunen. Dit kan man komma utan att ha bokat tid.
""",
    uppfoljning="""
Uppföljningen sker på tre nivåer.

- Individ: coachen och den unge går igenom planen var sjätte vecka.
- Verksamhet: alla deltagare registreras i SUS och teamet redovisar läget kvartalsvis.
- Samverkan: styrgruppen gör en självskattning en gång per år.

Sex månader efter avslut ringer coachen upp den unge och frågar vad hen gör då.
""",
    tillvaratagande="""
Kommunen har i sin flerårsplan avsatt medel för en uppsökande coach från hösten 2027 under förutsättning att målen nås. Region Solmark avser
att behålla kuratorns mottagning i lokalen. Parterna skriver tillsammans en vägledning som andra kommuner får använda fritt.
""",
)

GOALS = (
    Goal(niva="overgripande", text="Färre unga i Tallmyra ska stå utanför arbete och studier."),
    Goal(
        niva="effektmal",
        text="Minst 60 procent av ungdomarna ska vid avslut arbeta eller studera.",
        kvantiteter=(Quantity(varde=60, enhet="procent", jamforelse="minst", avser="ungdomarna"),),
    ),
    Goal(
        niva="effektmal",
        text="95 procent av deltagarna ska ha en egen handlingsplan inom 3 månader.",
        kvantiteter=(Quantity(varde=95, enhet="procent", jamforelse="exakt", avser="deltagarna", inom_dagar=90),),
    ),
    Goal(
        niva="insatsmal",
        text="Minst 25 unga per år ska delta i insatsen.",
        kvantiteter=(Quantity(varde=25, enhet="antal", jamforelse="minst", avser="unga", per="ar"),),
    ),
    Goal(
        niva="insatsmal",
        text="Coacherna ska göra 10 hembesök per månad.",
        kvantiteter=(Quantity(varde=10, enhet="antal", jamforelse="exakt", avser="hembesök", per="manad"),),
    ),
    Goal(
        niva="insatsmal",
        text="Två träffar per termin ska hållas för anhöriga.",
        kvantiteter=(Quantity(varde=2, enhet="antal", jamforelse="exakt", avser="träffar", per="termin"),),
    ),
)

DRAWN = block(
    (TOWN, REGION, AF),
    wages=(
        row("Ungdomscoach 1", {TOWN: 1_210_000}, 100, TIME),
        row("Ungdomscoach 2", {TOWN: 1_210_000}, 100, TIME),
        row("Studievägledare", {TOWN: 490_000}, 40, TIME),
        row("Kurator", {REGION: 620_000}, 50, TIME),
    ),
    other=(
        row("Övriga aktiviteter för deltagare", {TOWN: 140_000}, None, TIME),
        row("Telefon-, IT-kostnader", {TOWN: 20_000, REGION: 10_000}, None, TIME),
        row("Resor", {TOWN: 50_000}, None, TIME),
    ),
)
OWN = block(
    (TOWN, REGION, AF),
    wages=(row("Verksamhetsledare", {TOWN: 480_000}, 30), row("Arbetsförmedlare", {AF: 310_000}, 25)),
    premises=(row("Lokalhyra", {TOWN: 240_000}),),
)

APPLICATION = Application(
    name="ung",
    association="Samordningsförbundet Ekhamra och Tallmyra",
    version="Version 4.0",
    insats="Ung riktning",
    owners=(Party(organisation=TOWN, kontaktperson="Linnea Stavåker", epost="linnea.stavaker@tallmyra.example"),),
    partners=(
        Party(organisation=REGION, kontaktperson="Joar Dyngeland", epost="joar.dyngeland@regionsolmark.example"),
        Party(organisation=AF, kontaktperson="Mirjam Osterholt", epost="mirjam.osterholt@arbetsformedlingen.example"),
    ),
    answers=ANSWERS,
    goals=GOALS,
    time=Insatstid(start="2025-08-01", slut="2027-07-31", intag_slut="2027-03-31"),
    ages=Ages(fran=16, till=24),
    expected=Expected(per_ar=25, totalt=50, text="25 unga per år, sammanlagt 50 unga."),
    sought=Sought("Ansökan avser 3 750 000 kronor för hela perioden. Fördelningen framgår av bilagd budget.", 3_750_000),
    lokus=Lokus(
        diskuterad=True,
        text="Behovet togs upp i LOKUS Tallmyra den 11 februari 2025. Den färdiga ansökan godkändes av gruppen den 18 mars 2025.",
        datum=("2025-02-11", "2025-03-18"),
    ),
    terms=STANDING,
    signatures=(
        Signature(
            roll="insatsagare",
            organisation=TOWN,
            datum="2025-04-02",
            namn="Sixten Opsahlén",
            epost="sixten.opsahlen@tallmyra.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=REGION,
            datum="2025-04-07",
            namn="Joar Dyngeland",
            epost="joar.dyngeland@regionsolmark.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=AF,
            datum="2025-04-08",
            namn="Mirjam Osterholt",
            epost="mirjam.osterholt@arbetsformedlingen.example",
            undertecknad=True,
        ),
    ),
    budget=budget(
        "Ung riktning",
        TIME,
        "kr",
        (DRAWN, OWN),
        (year(2025, 735_000, 0, None, 40_000), year(2026, 1_765_000, 0, None, 110_000), year(2027, 1_030_000, 0, None, 70_000)),
    ),
    tolerated=(Flaw("/mal/0/kvantiteter", "tolerated", "overall goal without a number"),),
)
