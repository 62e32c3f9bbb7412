"""Hälsoporten: form in two columns. Planted: a partner has not signed, the participants do not add up, a year's total is wrong, intake
ends after the insats, the goal for action plans is low.
"""

from __future__ import annotations

from samples.ansokan.application import Answers, Application, Misprint, Sought
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.sample import Flaw
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period
from underlag.schemas.records import Insatstid, Party, Quantity, Signature

REGION, TOWN, FK = "Region Solmark", "Ekhamra kommun", "Försäkringskassan"
TIME = Period(start="2024-09-01", slut="2026-08-31")

ANSWERS = Answers(
    syfte="""
Hälsoporten ska korta tiden från sjukskrivning till återgång i arbete för personer med långvarig smärta eller utmattning. Det ska ske
genom att primärvården, kommunen och Försäkringskassan möter patienten samtidigt, på vårdcentralen, i stället för var för sig.
""",
    bakgrund="""
Vid de två vårdcentralerna i Ekhamra var 164 personer sjukskrivna längre än ett halvt år vid årsskiftet 2023/2024. Knappt hälften av dem
saknade sjukpenninggrundande inkomst och fick sin försörjning genom ekonomiskt bistånd.

Läkarna beskriver att de skriver intyg till flera mottagare om samma sak. Socialsekreterarna beskriver att de väntar på intyg. Patienterna
beskriver att de väntar på alla.

- I 61 av de 164 ärendena fanns ingen plan för återgång.
- I 40 ärenden hade patienten fått motstridiga råd om hur mycket hen borde vila.
- Bara nio personer hade haft ett möte där alla inblandade var med.

Ett försök med gemensamma mottagningstider under hösten 2023 visade att ett enda möte ofta räckte för att ta nästa steg.
""",
    malgrupp="""
Patienter mellan 25 och 60 år vid Ekhamra och Norrvikens vårdcentraler som har varit sjukskrivna i minst 90 dagar på grund av smärta,
stress eller lindrig psykisk ohälsa, och som behöver stöd från minst två av parterna.

Sju av tio i gruppen är kvinnor. Många har arbetat inom vård och omsorg. Män söker vård senare, och därför ska koordinatorn särskilt
uppmärksamma män som återkommer med kroppsliga besvär utan tydlig orsak.
""",
    metoder="""
En gång i veckan håller teamet öppen mottagning på vårdcentralen. Patienten träffar hela teamet vid ett och samma besök och går därifrån
med en skriven plan.

Planen omfattar högst fyra mål för de kommande tolv veckorna. Den kan innehålla till exempel:

- fysisk träning i grupp under ledning av fysioterapeut
- samtal om gränser, sömn och återhämtning
- kontakt med arbetsgivaren om anpassade uppgifter
- arbetsprövning i kommunens regi

I teamet ingår en rehabkoordinator på 75 %, en fysioterapeut på 50 % och en socialsekreterare på 50 %. Regionen bidrar med en psykolog på
20 % och kommunen med en enhetschef på 10 %. Försäkringskassan deltar med en handläggare vid varje mottagning inom ordinarie uppdrag.
""",
    uppfoljning="""
Deltagarna registreras i SUS vid första besöket. Arbetsförmågan skattas med ett formulär vid start, efter tolv veckor och vid avslut.

Koordinatorn sammanställer varje kvartal hur många som har en plan, hur lång tid det tog och vad som hände sedan. Styrgruppen får siffrorna
uppdelade på kön och vårdcentral.
""",
    tillvaratagande="""
Om den gemensamma mottagningen fungerar ska den skrivas in i vårdcentralernas uppdrag från 2027. Teamets mallar för plan och kallelse läggs
i regionens handbok. Kommunen prövar att flytta en socialsekreterartjänst till vårdcentralen.
""",
)

GOALS = (
    Goal(niva="overgripande", text="Sjukskrivna i Ekhamra ska få ett samlat stöd tidigare än i dag."),
    Goal(
        niva="effektmal",
        text="60 % av deltagarna ska ha en handlingsplan inom 4 veckor efter första besöket.",
        kvantiteter=(Quantity(varde=60, enhet="procent", jamforelse="exakt", avser="deltagarna", inom_dagar=28),),
    ),
    Goal(
        niva="effektmal",
        text="Minst 50 % av deltagarna ska ha ökat sin arbetsförmåga vid avslut.",
        kvantiteter=(Quantity(varde=50, enhet="procent", jamforelse="minst", avser="deltagarna"),),
    ),
    Goal(
        niva="insatsmal",
        text="Teamet ska hålla minst 40 mottagningar per år.",
        kvantiteter=(Quantity(varde=40, enhet="antal", jamforelse="minst", avser="mottagningar", per="ar"),),
    ),
    Goal(
        niva="insatsmal",
        text="Alla deltagare ska erbjudas tre uppföljande samtal inom 6 månader.",
        kvantiteter=(Quantity(varde=3, enhet="antal", jamforelse="exakt", avser="samtal", inom_dagar=180),),
    ),
)

DRAWN = block(
    (REGION, TOWN),
    wages=(
        row("Rehabkoordinator", {REGION: 930_000}, 75, TIME),
        row("Fysioterapeut", {REGION: 560_000}, 50, TIME),
        row("Socialsekreterare", {TOWN: 600_000}, 50, TIME),
    ),
    premises=(row("Lokalhyra", {REGION: 96_000}, None, TIME), row("Övriga lokalkostnader", {REGION: 24_000}, None, TIME)),
    other=(
        row("Inköpta utredningar, utbildningar och tjänster avsedda för deltagare", {REGION: 160_000}, None, TIME),
        row("Tolk", {TOWN: 30_000}, None, TIME),
    ),
)
OWN = block((REGION, TOWN), wages=(row("Psykolog", {REGION: 290_000}, 20), row("Enhetschef", {TOWN: 140_000}, 10)))

APPLICATION = Application(
    name="halsoporten",
    association="Samordningsförbundet Ekhamra och Tallmyra",
    version="Version 3.2",
    insats="Hälsoporten",
    owners=(
        Party(
            organisation="Region Solmark\nPrimärvården Ekhamra",
            kontaktperson="Disa Hultmarker",
            epost="disa.hultmarker@regionsolmark.example",
        ),
    ),
    partners=(
        Party(organisation=TOWN, kontaktperson="Göte Brännlycka", epost="gote.brannlycka@ekhamra.example"),
        Party(organisation=FK, kontaktperson="Yasmin Torpedal", epost="yasmin.torpedal@forsakringskassan.example"),
    ),
    answers=ANSWERS,
    goals=GOALS,
    time=Insatstid(start="2024-09-01", slut="2026-08-31", intag_slut="2026-11-30"),
    ages=Ages(fran=25, till=60),
    expected=Expected(per_ar=30, totalt=75, text="30 deltagare per år, sammanlagt 75 deltagare under de två åren."),
    sought=Sought("Sökt belopp är 2 400 000 kronor. Se bifogad budget.", 2_400_000),
    lokus=Lokus(
        diskuterad=True,
        text="Diskuterad i den lokala utvecklingsgruppen den 12 februari och den 15 april 2024. Gruppen stödjer ansökan.",
        datum=("2024-02-12", "2024-04-15"),
    ),
    terms=STANDING,
    signatures=(
        Signature(
            roll="insatsagare",
            organisation=REGION,
            datum="2024-05-06",
            namn="Folke Ristamäe",
            epost="folke.ristamae@regionsolmark.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=TOWN,
            datum="2024-05-13",
            namn="Göte Brännlycka",
            epost="gote.brannlycka@ekhamra.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=FK,
            datum=None,
            namn="Yasmin Torpedal",
            epost="yasmin.torpedal@forsakringskassan.example",
            undertecknad=False,
        ),
    ),
    titles={"Folke Ristamäe": "primärvårdschef"},
    budget=budget(
        "Hälsoporten",
        TIME,
        "kr",
        (DRAWN, OWN),
        (
            year(2024, 348_000, 16_000, 4_000, 30_000),
            year(2025, 1_045_000, 48_000, 12_000, 100_000),
            year(2026, 697_000, 32_000, 8_000, 60_000),
        ),
    ),
    misprints=(Misprint("/budget/per_ar/1/totalt", 1_250_000, "The costs of 2025 add up to 1 205 000; two figures have changed places."),),
    flaws=(
        Flaw("/underskrifter/2/undertecknad", "missing_signature", "Försäkringskassan has not signed.", expected=True, actual=False),
        Flaw("/forvantat_antal_deltagare/totalt", "participants_mismatch", "30 a year for two years is 60, not 75.", 60, 75),
        Flaw(
            "/insatstid/intag_slut",
            "date_order",
            "Intake is said to end three months after the insats itself.",
            expected=None,
            actual="2026-11-30",
        ),
        Flaw("/mal/1/kvantiteter", "low_goal", "At least 80 % are expected to have an action plan; the goal says 60 %.", 80, 60),
    ),
    tolerated=(
        Flaw("/mal/0/kvantiteter", "tolerated", "overall goal without a number"),
        Flaw("/underskrifter/2/datum", "tolerated", "no date, as there is no signature"),
        Flaw("/budget/per_ar", "tolerated", "the years' sum, which follows from the wrong total of 2025"),
        Flaw("/budget/detalj/rekvireras/totalt", "tolerated", "against the years' sum"),
        Flaw("/insatstid/slut", "tolerated", "against the end of intake"),
    ),
)
