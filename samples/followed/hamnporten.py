"""Hamnporten: three quarters of a year in which every document agrees with the others."""

from __future__ import annotations

from samples.ansokan.application import Answers
from samples.followed.course import Course
from samples.slutrapport.report import FinalReport
from underlag.schemas.ansokan import Goal
from underlag.schemas.budget import Period
from underlag.schemas.kvartalsrapport import Deltagare, QuarterBudget
from underlag.schemas.records import Insatstid, Party, Quantity
from underlag.schemas.slutrapport import Pair, Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

COURSE = Course(
    stem="hamnporten",
    association="Samordningsförbundet Skärgårdslänken",
    insats="Hamnporten",
    parties=(
        Party(organisation="Skärviks kommun", kontaktperson="Tove Brännare", epost="tove.brannare@skarvik.example"),
        Party(organisation="Region Ytterland", kontaktperson="Anders Vrakås", epost="anders.vrakas@ytterland.example"),
        Party(organisation="Arbetsförmedlingen", kontaktperson="Mira Sjölyckan", epost="mira.sjolyckan@arbetsformedlingen.example"),
    ),
    signers=("Torgny Hällkar", "Anders Vrakås", "Mira Sjölyckan"),
    place="Skärvik",
    start="2023-01-01",
    slut="2023-09-30",
)

ANSWERS = Answers(
    syfte="""
Hamnporten ska ge personer med långvarigt försörjningsstöd en väg in till hamnens arbetsplatser. Parterna vill pröva om korta
arbetspass med stöd på plats räcker för att fler ska våga ta steget.
""",
    bakgrund="""
I Skärvik har hamnen svårt att hitta personal, samtidigt som drygt hundra personer har stått utan arbete i mer än två år. Parterna har
var för sig försökt nå dem, utan att lyckas hålla kontakten när något går fel.
""",
    malgrupp="""
Kvinnor och män mellan 18 och 64 år i Skärviks kommun som har haft försörjningsstöd i minst ett år och behöver stöd från två av parterna.
""",
    metoder="""
En coach på heltid möter deltagarna i hamnens lokaler. Varje deltagare börjar med två timmar i veckan på en arbetsplats, och tiden ökas
i den takt som personen själv vill.
""",
    uppfoljning="""
Deltagarna registreras i SUS. Coachen redovisar läget för styrgruppen varje kvartal, uppdelat på kvinnor och män.
""",
    tillvaratagande="""
Kommunens arbetsmarknadsenhet tar över coachen om målen nås. Arbetssättet skrivs ned så att andra arbetsplatser kan använda det.
""",
)
PLACED = Goal(
    niva="effektmal",
    text="Minst 50 % av deltagarna ska gå vidare till arbete eller studier.",
    kvantiteter=(Quantity(varde=50, enhet="procent", jamforelse="minst", avser="deltagarna"),),
)
PLANNED = Goal(
    niva="effektmal",
    text="Minst 90 % av deltagarna ska ha en handlingsplan inom 4 veckor.",
    kvantiteter=(Quantity(varde=90, enhet="procent", jamforelse="minst", avser="deltagarna", inom_dagar=28),),
)
HOSTS = Goal(
    niva="insatsmal",
    text="Minst 12 arbetsplatser ska ta emot deltagare.",
    kvantiteter=(Quantity(varde=12, enhet="antal", jamforelse="minst", avser="arbetsplatser"),),
)
APPLICATION = COURSE.application(
    "hamnporten-ansokan", ANSWERS, (PLACED, PLANNED, HOSTS), people=30, wages=540_000, rent=60_000, signed="2022-09-20"
)
NOTE = Tjansteskrivelse(
    rubrik="Ansökan om medel till insatsen Hamnporten",
    dnr="SL 2022/31",
    datum="2022-10-12",
    forslag_till_beslut=(
        "att bevilja Skärviks kommun högst 600 000 kronor till insatsen Hamnporten för tiden 2023-01-01 till 2023-09-30",
        "att medlen betalas ut mot rekvisition i efterskott varje kvartal.",
    ),
    insats="Hamnporten",
    period=Period(start="2023-01-01", slut="2023-09-30"),
    maxbelopp=600_000,
    forslagsstallare="Kansliet",
    bedomning="Insatsen svarar mot ett behov som parterna delar. Kostnaden är rimlig i förhållande till antalet deltagare.",
)
QUARTERLY = (
    COURSE.quarterly(
        1,
        "Hamnporten",
        QuarterBudget(budget=200_000, utfall=188_000, prognos=200_000),
        Deltagare(
            totalt=14,
            avslutade=2,
            avslutade_perioden=2,
            kvinnor_till_arbete_studier=1,
            man_till_arbete_studier=0,
            andel_handlingsplan=93.0,
            pagaende=12,
        ),
        "2023-04-17",
    ),
    COURSE.quarterly(
        2,
        "Projekt Hamnporten",
        QuarterBudget(budget=200_000, utfall=196_000, prognos=200_000),
        Deltagare(
            totalt=24,
            avslutade=9,
            avslutade_perioden=7,
            kvinnor_till_arbete_studier=2,
            man_till_arbete_studier=2,
            andel_handlingsplan=92.0,
            pagaende=15,
        ),
        "2023-07-12",
    ),
    COURSE.quarterly(
        3,
        "Hamnporten",
        QuarterBudget(budget=200_000, utfall=191_000, prognos=195_000),
        Deltagare(
            totalt=32,
            avslutade=32,
            avslutade_perioden=23,
            kvinnor_till_arbete_studier=6,
            man_till_arbete_studier=6,
            andel_handlingsplan=94.0,
            pagaende=0,
        ),
        "2023-10-16",
    ),
)
FINAL = FinalReport(
    name="hamnporten-slutrapport",
    association=COURSE.association,
    told=Slutrapport(
        insatsens_namn="Hamnporten – arbete vid kajen",
        insatsagare=COURSE.parties[:1],
        samverkansparter=COURSE.parties[1:],
        syfte=ANSWERS.syfte,
        bakgrund=ANSWERS.bakgrund,
        behov_forandrat="Behovet är detsamma som när insatsen planerades.",
        malgrupp=ANSWERS.malgrupp,
        insatstid=Insatstid(start="2023-01-01", slut="2023-09-30"),
        antal_deltagare=32,
        mal_och_utfall="""
## Effektmål
- Minst 50 % av deltagarna ska gå vidare till arbete eller studier.

Utfall: 17 av de 32 deltagarna, 53 %, har gått vidare till arbete eller studier. Målet är uppnått.

- Minst 90 % av deltagarna ska ha en handlingsplan inom 4 veckor.

Utfall: 30 av 32 deltagare, 94 %, fick en plan i tid. Målet är uppnått.

## Insatsmål
- Minst 12 arbetsplatser ska ta emot deltagare.

Utfall: 14 arbetsplatser har tagit emot deltagare. Målet är uppnått.
""",
        mal=(
            Pair(
                text=PLACED.text,
                utfall="17 av de 32 deltagarna, 53 %, har gått vidare till arbete eller studier. Målet är uppnått.",
                uppfyllt="ja",
                kvantiteter=PLACED.kvantiteter,
            ),
            Pair(
                text=PLANNED.text,
                utfall="30 av 32 deltagare, 94 %, fick en plan i tid. Målet är uppnått.",
                uppfyllt="ja",
                kvantiteter=PLANNED.kvantiteter,
            ),
            Pair(
                text=HOSTS.text,
                utfall="14 arbetsplatser har tagit emot deltagare. Målet är uppnått.",
                uppfyllt="ja",
                kvantiteter=HOSTS.kvantiteter,
            ),
        ),
        jamstalldhet="Av deltagarna var 17 kvinnor och 15 män. Lika många kvinnor som män gick vidare till arbete.",
        metoder="Coachen har mött deltagarna i hamnen varje vecka. Genomfördes metoderna som det var tänkt? Ja, utan ändringar.",
        uppfoljning="Alla deltagare har registrerats i SUS, och resultatet har redovisats för styrgruppen varje kvartal.",
        implementering="Kommunens arbetsmarknadsenhet anställer coachen från den 1 oktober 2023.",
        implementering_diskussion="Frågan behandlades av styrgruppen vid två möten våren 2023.",
        budgetutfall="Insatsen beviljades 600 000 kr och har förbrukat 575 000 kr.",
        aterforda_medel=25_000,
        konsekvens_aterforda_medel="Medlen blev över eftersom hyran var lägre än beräknat. Deltagarna påverkades inte.",
        lardomar="Korta arbetspass med stöd på plats gör att fler vågar börja.",
        lardomar_per_part="Skärviks kommun: hamnen är en bra granne. Region Ytterland: tidiga samtal kortar väntan.",
    ),
    participants="32 personer, varav 17 kvinnor och 15 män",
    returned="25 000 kr",
    signings=COURSE.signings("2023-11-20"),
)
