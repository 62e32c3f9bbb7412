"""Vändpunkten: a second version of the application, and documents each of which is sound but which contradict each other."""

from __future__ import annotations

from dataclasses import replace

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
    stem="vandpunkten",
    association="Samordningsförbundet Dalkroken",
    insats="Vändpunkten",
    parties=(
        Party(organisation="Granhults kommun", kontaktperson="Hedda Kvarnlid", epost="hedda.kvarnlid@granhult.example"),
        Party(organisation="Försäkringskassan", kontaktperson="Rune Mossberg", epost="rune.mossberg@forsakringskassan.example"),
        Party(organisation="Arbetsförmedlingen", kontaktperson="Selma Torpare", epost="selma.torpare@arbetsformedlingen.example"),
    ),
    signers=("Ragnar Sotlid", "Rune Mossberg", "Selma Torpare"),
    place="Granhult",
    start="2023-01-01",
    slut="2023-09-30",
)

ANSWERS = Answers(
    syfte="""
Vändpunkten ska hjälpa personer som har varit sjukskrivna länge att hitta tillbaka till arbete eller studier. Parterna ska möta deltagaren
tillsammans, så att ingen behöver berätta sin historia flera gånger.
""",
    bakgrund="""
Antalet långa sjukskrivningar i Granhult har vuxit sedan 2019. En genomgång av 60 ärenden visade att planeringen ofta stannar när ansvaret
går från en part till en annan.
""",
    malgrupp="""
Kvinnor och män mellan 18 och 64 år i Granhults kommun som har varit sjukskrivna i minst 180 dagar och behöver stöd från två av parterna.
""",
    metoder="""
En coach på heltid leder gruppträffar om hälsa och arbete och följer deltagaren till arbetsplatsen. Parternas handläggare deltar i ett
gemensamt möte var fjärde vecka.
""",
    uppfoljning="""
Deltagarna registreras i SUS. Resultaten redovisas för styrgruppen varje kvartal, uppdelade på kvinnor och män.
""",
    tillvaratagande="""
Styrgruppen beslutar under sommaren hur arbetssättet förs vidare. Rutinerna skrivs ned under insatsens gång.
""",
)
PLACED = Goal(
    niva="effektmal",
    text="Minst 50 % av deltagarna ska gå vidare till arbete eller studier.",
    kvantiteter=(Quantity(varde=50, enhet="procent", jamforelse="minst", avser="deltagarna"),),
)
PLANNED = Goal(
    niva="effektmal",
    text="Minst 85 % av deltagarna ska ha en handlingsplan inom 6 veckor.",
    kvantiteter=(Quantity(varde=85, enhet="procent", jamforelse="minst", avser="deltagarna", inom_dagar=42),),
)
EMPLOYERS = Goal(
    niva="insatsmal",
    text="Minst 20 arbetsgivare ska bjudas in till frukostmöten.",
    kvantiteter=(Quantity(varde=20, enhet="antal", jamforelse="minst", avser="arbetsgivare"),),
)
EASED = PLACED.model_copy(
    update={"text": PLACED.text.replace("50", "35"), "kvantiteter": (PLACED.kvantiteter[0].model_copy(update={"varde": 35.0}),)}
)
FIRST = COURSE.application("vandpunkten-ansokan", ANSWERS, (PLACED, PLANNED), people=30, wages=500_000, rent=50_000, signed="2022-09-19")
SECOND = COURSE.application(
    "vandpunkten-ansokan-2",
    replace(ANSWERS, metoder=(ANSWERS.metoder or "").replace("var fjärde vecka", "varannan vecka")),
    (PLACED, PLANNED, EMPLOYERS),
    people=36,
    wages=520_000,
    rent=50_000,
    signed="2022-10-18",
)
NOTE = Tjansteskrivelse(
    rubrik="Ansökan om medel till insatsen Vändpunkten",
    dnr="DK 2022/17",
    datum="2022-10-10",
    forslag_till_beslut=(
        "att bevilja Granhults kommun högst 550 000 kronor till insatsen Vändpunkten för tiden 2023-01-01 till 2023-09-30",
        "att medlen betalas ut mot rekvisition i efterskott varje kvartal.",
    ),
    insats="Vändpunkten",
    period=Period(start="2023-01-01", slut="2023-09-30"),
    maxbelopp=550_000,
    forslagsstallare="Kansliet",
    bedomning="Parterna har ett gemensamt behov av insatsen. Kansliet bedömer att målen går att följa upp.",
)
QUARTERLY = (
    COURSE.quarterly(
        1,
        "Vändpunkten",
        QuarterBudget(budget=200_000, utfall=198_000, prognos=200_000),
        Deltagare(
            totalt=12,
            avslutade=1,
            avslutade_perioden=1,
            kvinnor_till_arbete_studier=1,
            man_till_arbete_studier=0,
            andel_handlingsplan=92.0,
            pagaende=11,
        ),
        "2023-04-14",
    ),
    COURSE.quarterly(
        2,
        "Insatsen Vändpunkten",
        QuarterBudget(budget=200_000, utfall=199_000, prognos=200_000),
        Deltagare(
            totalt=26,
            avslutade=8,
            avslutade_perioden=7,
            kvinnor_till_arbete_studier=2,
            man_till_arbete_studier=2,
            andel_handlingsplan=88.0,
            pagaende=18,
        ),
        "2023-07-11",
    ),
    COURSE.quarterly(
        3,
        "Vändpunkten",
        QuarterBudget(budget=200_000, utfall=197_000, prognos=200_000),
        Deltagare(
            totalt=24,
            avslutade=24,
            avslutade_perioden=16,
            kvinnor_till_arbete_studier=3,
            man_till_arbete_studier=3,
            andel_handlingsplan=88.0,
            pagaende=0,
        ),
        "2023-10-13",
    ),
)
FINAL = FinalReport(
    name="vandpunkten-slutrapport",
    association=COURSE.association,
    told=Slutrapport(
        insatsens_namn="Vändpunkten",
        insatsagare=COURSE.parties[:1],
        samverkansparter=COURSE.parties[2:],
        syfte=ANSWERS.syfte,
        bakgrund=ANSWERS.bakgrund,
        behov_forandrat="Behovet har inte förändrats.",
        malgrupp=ANSWERS.malgrupp,
        insatstid=Insatstid(start="2023-01-01", slut="2023-10-31"),
        antal_deltagare=24,
        mal_och_utfall="""
? | Mål | Resultat | Uppfyllt
| Minst 35 % av deltagarna ska gå vidare till arbete eller studier. | 10 av 24 deltagare, 42 %, har gått vidare till arbete. | Ja
| Minst 85 % av deltagarna ska ha en handlingsplan inom 6 veckor. | 21 av 24 deltagare, 88 %, fick en handlingsplan i tid. | Ja
""",
        mal=(
            Pair(
                text=EASED.text,
                utfall="10 av 24 deltagare, 42 %, har gått vidare till arbete.",
                uppfyllt="ja",
                kvantiteter=EASED.kvantiteter,
            ),
            Pair(
                text=PLANNED.text,
                utfall="21 av 24 deltagare, 88 %, fick en handlingsplan i tid.",
                uppfyllt="ja",
                kvantiteter=PLANNED.kvantiteter,
            ),
        ),
        jamstalldhet="Av deltagarna var 13 kvinnor och 11 män. Grupperna har fått samma stöd.",
        metoder="Coachen har hållit gruppträffar varje vecka och följt deltagarna till arbetsplatsen.",
        uppfoljning="Alla deltagare har registrerats i SUS, och resultatet har redovisats för styrgruppen varje kvartal.",
        implementering="Kommunen fortsätter med gruppträffarna i mindre omfattning.",
        implementering_diskussion="Styrgruppen behandlade frågan i augusti 2023.",
        budgetutfall="Insatsen beviljades 550 000 kr och har förbrukat 540 000 kr.",
        aterforda_medel=10_000,
        konsekvens_aterforda_medel="Ett planerat studiebesök ställdes in. Deltagarna påverkades inte i övrigt.",
        lardomar="Deltagarna behöver tid innan gruppen blir en trygg plats.",
        lardomar_per_part="Granhults kommun: gemensamma möten sparar tid. Arbetsförmedlingen: tidig kontakt ger bättre planering.",
    ),
    participants="24",
    returned="10 000 kronor",
    signings=COURSE.signings("2023-11-22", without=("Försäkringskassan",)),
)
