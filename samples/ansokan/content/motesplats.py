"""Mötesplats Näcksjö: older form, budget in thousands. Planted: the owner signed before the discussion, the summary disagrees with the
detail, the sum sought disagrees with the budget, a question is left empty.
"""

from __future__ import annotations

from samples.ansokan.application import Answers, Application, Misprint, Sought
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.sample import Flaw
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period
from underlag.schemas.records import Insatstid, Party, Quantity, Signature

TOWN, REGION, FK = "Näcksjö kommun", "Region Vinderland", "Försäkringskassan"
TIME = Period(start="2022-04-01", slut="2024-03-31")

ANSWERS = Answers(
    syfte="""
Projektet ska skapa en mötesplats där personer med psykisk funktionsnedsättning kan pröva sysselsättning, bygga nätverk och ta steg mot
arbete. Parterna vill samla det stöd som i dag är utspritt på fyra adresser.
""",
    bakgrund="""
Dagverksamheten i Näcksjö har under flera år haft färre besökare än platser, samtidigt som kön till arbetsrehabilitering är lång. De som
besöker verksamheten säger att den är trygg men att den inte leder vidare. De som väntar på rehabilitering säger att de behöver något att
göra under tiden.

Den öppna psykiatrin uppskattar att ungefär 45 av dess patienter skulle kunna arbeta några timmar i veckan med rätt stöd. Försäkringskassan
ser samma sak bland personer med aktivitetsersättning.

En arbetsgrupp har under 2021 besökt två liknande verksamheter och intervjuat 22 besökare. Önskemålen var tydliga: kortare pass, riktiga
uppgifter och någon som frågar efter en när man inte kommer.
""",
    malgrupp="""
Kvinnor och män mellan 19 och 55 år med psykisk funktionsnedsättning eller långvarig psykisk ohälsa, som bor i Näcksjö och som har
sjukersättning, aktivitetsersättning eller försörjningsstöd.

Deltagandet är frivilligt och kräver ingen remiss.
""",
    metoder="""
Mötesplatsen har öppet fyra dagar i veckan. Deltagarna väljer mellan tre spår:

- caféet, där man lagar och serverar lunch
- verkstaden, där cyklar och möbler lagas åt föreningar
- kontoret, där man sköter mötesplatsens webbsida och bokningar

Arbetsterapeuten gör en bedömning av aktivitetsförmågan och föreslår anpassningar. Samordnaren ordnar praktik hos arbetsgivare när
deltagaren är redo. En erfaren deltagare kan bli värd för nya.

En samordnare på 100 %, en handledare på 80 % och en arbetsterapeut på 40 % arbetar i projektet. Kommunen bidrar med en enhetschef på 10 %.
""",
    uppfoljning="""
Närvaron förs dagligen och redovisas månadsvis. Deltagarna registreras i SUS. Arbetsterapeuten mäter aktivitetsförmågan vid start och
därefter varje halvår. Styrgruppen möts en gång i kvartalet.
""",
    tillvaratagande=None,
)

GOALS = (
    Goal(
        niva="effektmal",
        text="Minst 20 deltagare ska ha gått vidare till praktik, studier eller arbete.",
        kvantiteter=(Quantity(varde=20, enhet="antal", jamforelse="minst", avser="deltagare"),),
    ),
    Goal(
        niva="effektmal",
        text="80 % av deltagarna ska ha en skriven handlingsplan.",
        kvantiteter=(Quantity(varde=80, enhet="procent", jamforelse="exakt", avser="deltagarna"),),
    ),
    Goal(
        niva="insatsmal",
        text="Mötesplatsen ska ha minst 12 besökare per vecka.",
        kvantiteter=(Quantity(varde=12, enhet="antal", jamforelse="minst", avser="besökare", per="vecka"),),
    ),
    Goal(
        niva="insatsmal",
        text="Sex studiebesök per år ska göras hos arbetsgivare.",
        kvantiteter=(Quantity(varde=6, enhet="antal", jamforelse="exakt", avser="studiebesök", per="ar"),),
    ),
)

DRAWN = block(
    (TOWN, REGION),
    wages=(
        row("Samordnare", {TOWN: 1_160_000}, 100, TIME),
        row("Handledare", {TOWN: 820_000}, 80, TIME),
        row("Arbetsterapeut", {REGION: 440_000}, 40, TIME),
    ),
    premises=(row("Lokalhyra", {TOWN: 200_000}, None, TIME),),
    other=(row("Resor och studiebesök", {TOWN: 36_000}, None, TIME), row("Föreläsare", {TOWN: 24_000}, None, TIME)),
)
OWN = block((TOWN, REGION), wages=(row("Enhetschef", {TOWN: 130_000}, 10, TIME),))
_MOVED = "The summary moves 50 000 kr from the municipality to the region; the detailed budget says otherwise."

APPLICATION = Application(
    name="motesplats",
    association="Vinderlands samordningsförbund",
    insats="Mötesplats Näcksjö",
    owners=(Party(organisation=TOWN, kontaktperson="Vivi-Ann Skogsberger", epost="vivi-ann.skogsberger@nacksjo.example"),),
    partners=(
        Party(organisation=REGION, kontaktperson="Hassan Lundmarker", epost="hassan.lundmarker@regionvinderland.example"),
        Party(organisation=FK, kontaktperson="Berit Ekskogh", epost="berit.ekskogh@forsakringskassan.example"),
    ),
    answers=ANSWERS,
    goals=GOALS,
    time=Insatstid(start="2022-04-01", slut="2024-03-31", intag_slut="2023-12-31"),
    ages=Ages(fran=19, till=55),
    expected=Expected(per_ar=35, totalt=70, text="35 personer per år, totalt 70 personer."),
    sought=Sought("Sökt belopp från förbundet: 2 860 tkr. Se bilagd ekonomisk plan.", 2_860_000),
    lokus=Lokus(
        diskuterad=True,
        text="Ansökan behandlades i den lokala utvecklingsgruppen i Näcksjö 2021-11-18.",
        datum=("2021-11-18",),
    ),
    terms=STANDING,
    signatures=(
        Signature(
            roll="insatsagare",
            organisation=TOWN,
            datum="2021-11-04",
            namn="Vivi-Ann Skogsberger",
            epost="vivi-ann.skogsberger@nacksjo.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=REGION,
            datum="2021-11-22",
            namn="Hassan Lundmarker",
            epost="hassan.lundmarker@regionvinderland.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=FK,
            datum="2021-11-25",
            namn="Berit Ekskogh",
            epost="berit.ekskogh@forsakringskassan.example",
            undertecknad=True,
        ),
    ),
    budget=budget(
        "Mötesplats Näcksjö",
        TIME,
        "tkr",
        (DRAWN, OWN),
        (
            year(2022, 900_000, 75_000, None, 20_000),
            year(2023, 1_215_000, 100_000, None, 30_000),
            year(2024, 305_000, 25_000, None, 10_000),
        ),
    ),
    misprints=(
        Misprint("/budget/sammanstallning/0/rekvireras", 2_190_000, _MOVED, "summary_mismatch"),
        Misprint("/budget/sammanstallning/1/rekvireras", 490_000, _MOVED, "summary_mismatch"),
        Misprint("/budget/sammanstallning/0/totalt", 2_320_000, "follows from what is drawn", "tolerated", follows=True),
        Misprint("/budget/sammanstallning/1/totalt", 490_000, "follows from what is drawn", "tolerated", follows=True),
    ),
    flaws=(
        Flaw(
            "/underskrifter/0/datum",
            "date_order",
            "The owner signed two weeks before the application was discussed.",
            expected=None,
            actual="2021-11-04",
        ),
        Flaw("/sokt_belopp", "text_vs_budget", "The text seeks 2 860 tkr, the budget 2 680 tkr.", 2_680_000, 2_860_000),
        Flaw("/tillvaratagande", "missing_answer", "The question how the results are taken care of is left empty."),
    ),
    tolerated=(
        Flaw("/mall_version", "tolerated", "not given"),
        Flaw("/lokus/datum", "tolerated", "against the owner's signature"),
        Flaw("/budget/detalj/rekvireras/totalt", "tolerated", "against the sum sought"),
        Flaw("/budget/detalj/rekvireras/summor_per_organisation", "tolerated", "against the summary"),
    ),
)
