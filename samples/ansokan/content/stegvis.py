"""Stegvis framåt: a sound application (boxed form, four organisations with own financing)."""

from __future__ import annotations

from samples.ansokan.application import Answers, Application, Sought
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.sample import Flaw
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period
from underlag.schemas.records import Insatstid, Party, Quantity, Signature

TOWN, REGION, AF, FK = "Lindvassa kommun", "Region Vinderland", "Arbetsförmedlingen", "Försäkringskassan"
TIME = Period(start="2025-01-01", slut="2026-12-31")

ANSWERS = Answers(
    syfte="""
Syftet med Stegvis framåt är att personer som länge har stått utanför arbetslivet ska få ett sammanhållet stöd, oavsett från vilken
myndighet de har sin försörjning. Genom att parterna arbetar i samma team och under samma tak ska deltagaren slippa bära information
mellan kontoren.

Insatsen ska också pröva hur en gemensam ingång kan bli en del av parternas ordinarie arbete när finansieringen upphör.
""",
    bakgrund="""
I Lindvassa har antalet hushåll med långvarigt försörjningsstöd vuxit under tre år i rad. En genomgång som parterna gjorde hösten 2023
omfattade 212 ärenden. I mer än hälften av dem hade personen kontakt med minst tre aktörer, men bara i vart femte ärende fanns en
gemensam planering.

Genomgången pekade ut tre brister:

- deltagaren får olika besked om vad som krävs och vem som ansvarar för nästa steg
- väntetiden mellan två insatser är ofta längre än själva insatsen
- vårdens bedömning når sällan den som planerar arbetsträningen

Arbetsgivarna i kommunen säger samtidigt att de gärna tar emot fler, men att de saknar någon att ringa när det uppstår problem på
arbetsplatsen. Parterna bedömer därför att behovet inte kan mötas av någon av dem på egen hand.
""",
    malgrupp="""
Personer mellan 20 och 64 år som bor i Lindvassa kommun, som har varit utan arbete i minst ett år och som behöver stöd från två eller
flera av parterna för att närma sig arbete eller studier.

Kvinnor har hittills anvisats till rehabilitering senare än män i samma situation. Teamet ska därför följa könsfördelningen varje månad
och ta upp avvikelser med den anvisande parten.
""",
    metoder="""
Varje deltagare får en fast coach under hela tiden. Arbetet sker i fyra steg: kartläggning, förberedelse, prövning på arbetsplats och
uppföljning. Stegen tas i den takt som passar personen och kan tas om.

## Kartläggning
Coachen och deltagaren går igenom hälsa, ekonomi, tidigare erfarenheter och vad personen själv vill. Rehabiliteringskoordinatorn bjuder
in vården när det behövs en medicinsk bedömning.

## Förberedelse och prövning
Deltagaren erbjuds gruppträffar två förmiddagar i veckan om arbetsliv, sömn och vardagsekonomi. Därefter prövar deltagaren ett arbete
med stöd av coachen, som också är arbetsgivarens kontakt.

## Bemanning
- Insatsledare, 50 %, leder teamet och svarar för rapporteringen.
- Två coacher, 100 % vardera, arbetar med deltagarna.
- Rehabiliteringskoordinator, 50 %, är länken till vårdcentralerna.
- Arbetsförmedlare, 20 %, och handläggare från Försäkringskassan, 10 %, deltar som parternas egen insats.
""",
    uppfoljning="""
Alla deltagare registreras i SUS. Coachen gör en skattning tillsammans med deltagaren vid start, var tredje månad och vid avslut.
Resultaten redovisas för styrgruppen varje kvartal, uppdelade på kvinnor och män.

Efter ett år genomför parterna en gemensam halvtidsöversyn. Styrgruppen avgör då om arbetssättet ska ändras.
""",
    tillvaratagande="""
Styrgruppen behandlar frågan om fortsatt drift senast sex månader före insatsens slut. Rutiner för den gemensamma ingången skrivs löpande
och fastställs av parterna, så att de kan användas utan särskild finansiering. Erfarenheterna sprids vid förbundets årliga
samverkansdag.
""",
)

GOALS = (
    Goal(niva="overgripande", text="Fler kvinnor och män i Lindvassa ska försörja sig genom arbete eller bedriva studier."),
    Goal(niva="overgripande", text="Parterna ska ha en gemensam ingång för personer som behöver samordnat stöd."),
    Goal(
        niva="effektmal",
        text="Minst 85 % av deltagarna ska ha en gemensam handlingsplan inom 8 veckor från inskrivningen.",
        kvantiteter=(Quantity(varde=85, enhet="procent", jamforelse="minst", avser="deltagarna", inom_dagar=56),),
    ),
    Goal(
        niva="effektmal",
        text="45 % av deltagarna ska vid avslut ha gått vidare till arbete eller studier.",
        kvantiteter=(Quantity(varde=45, enhet="procent", jamforelse="exakt", avser="deltagarna"),),
    ),
    Goal(
        niva="insatsmal",
        text="40 personer per år ska ta del av insatsen.",
        kvantiteter=(Quantity(varde=40, enhet="antal", jamforelse="exakt", avser="personer", per="ar"),),
    ),
    Goal(
        niva="insatsmal",
        text="Varje deltagare ska erbjudas minst ett enskilt samtal per vecka.",
        kvantiteter=(Quantity(varde=1, enhet="antal", jamforelse="minst", avser="samtal", per="vecka"),),
    ),
    Goal(
        niva="insatsmal",
        text="Minst fyra utbildningstillfällen per år ska hållas för medarbetare hos parterna.",
        kvantiteter=(Quantity(varde=4, enhet="antal", jamforelse="minst", avser="utbildningstillfällen", per="ar"),),
    ),
)

DRAWN = block(
    (TOWN, REGION, AF, FK),
    wages=(
        row("Insatsledare", {TOWN: 680_000}, 50, TIME),
        row("Coach", {TOWN: 1_240_000}, 100, TIME),
        row("Coach", {TOWN: 1_240_000}, 100, TIME),
        row("Rehabiliteringskoordinator", {REGION: 640_000}, 50, TIME),
    ),
    premises=(row("Lokalhyra", {TOWN: 180_000}, None, TIME),),
    other=(
        row("Utbildning insatsmedarbetare", {TOWN: 40_000, REGION: 20_000}, None, TIME),
        row("Övriga aktiviteter för deltagare", {TOWN: 120_000}, None, TIME),
        row("Tolk", {TOWN: 40_000}, None, TIME),
    ),
)
OWN = block(
    (TOWN, REGION, AF, FK),
    wages=(row("Arbetsförmedlare", {AF: 260_000}, 20), row("Handläggare", {FK: 130_000}, 10)),
    premises=(row("Lokalhyra", {TOWN: 90_000}),),
)

APPLICATION = Application(
    name="stegvis",
    association="Samordningsförbundet Vindelbygden",
    version="Version 2024:1",
    insats="Stegvis framåt",
    owners=(Party(organisation=TOWN, kontaktperson="Tyra Almestrand", epost="tyra.almestrand@lindvassa.example"),),
    partners=(
        Party(organisation=REGION, kontaktperson="Börje Snickarmo", epost="borje.snickarmo@regionvinderland.example"),
        Party(organisation=AF, kontaktperson="Samira Kullenhag", epost="samira.kullenhag@arbetsformedlingen.example"),
        Party(organisation=FK, kontaktperson="Otto Videbrink", epost="otto.videbrink@forsakringskassan.example"),
    ),
    answers=ANSWERS,
    goals=GOALS,
    time=Insatstid(start="2025-01-01", slut="2026-12-31", intag_slut="2026-08-31"),
    ages=Ages(fran=20, till=64),
    expected=Expected(per_ar=40, totalt=80, text="40 personer per år, totalt 80 personer under insatstiden."),
    sought=Sought("Totalt söks 4 200 000 kr från Samordningsförbundet för hela insatstiden. Se bifogad budget.", 4_200_000),
    lokus=Lokus(
        diskuterad=True,
        text="LOKUS Lindvassa behandlade ett utkast den 14 maj 2024 och ställde sig bakom den färdiga ansökan den 27 augusti 2024.",
        datum=("2024-05-14", "2024-08-27"),
    ),
    terms=STANDING,
    signatures=(
        Signature(
            roll="insatsagare",
            organisation=TOWN,
            datum="2024-09-03",
            namn="Malte Herrskog",
            epost="malte.herrskog@lindvassa.example",
            undertecknad=True,
        ),
        *(
            Signature(roll="samverkanspart", organisation=organisation, datum=day, namn=name, epost=mail, undertecknad=True)
            for organisation, day, name, mail in (
                (REGION, "2024-09-05", "Ingela Tornfjord", "ingela.tornfjord@regionvinderland.example"),
                (AF, "2024-09-09", "Samira Kullenhag", "samira.kullenhag@arbetsformedlingen.example"),
                (FK, "2024-09-10", "Elof Mårdvik", "elof.mardvik@forsakringskassan.example"),
            )
        ),
    ),
    titles={"Tyra Almestrand": "enhetschef", "Malte Herrskog": "socialchef"},
    budget=budget(
        "Stegvis framåt",
        TIME,
        "kr",
        (DRAWN, OWN),
        (year(2025, 1_880_000, 90_000, None, 120_000), year(2026, 1_920_000, 90_000, None, 100_000)),
    ),
    tolerated=(
        Flaw("/mal/0/kvantiteter", "tolerated", "overall goal without a number"),
        Flaw("/mal/1/kvantiteter", "tolerated", "overall goal without a number"),
    ),
)
