"""Arbetsgivarlots: plain form in running text. Planted: a row and a column summed wrong, placeholders, tkr for kronor, a signature
without date, an e-mail address without domain.
"""

from __future__ import annotations

from samples.ansokan.application import Answers, Application, Misprint, Sought
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.sample import Flaw
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period
from underlag.schemas.records import Insatstid, Party, Quantity, Signature

TOWN, AF = "Brunnsala kommun", "Arbetsförmedlingen"
TIME = Period(start="2024-02-01", slut="2026-01-31")

ANSWERS = Answers(
    syfte="""
Arbetsgivarlots ska göra det lättare för arbetsgivare i Brunnsala att ta emot personer som behöver stöd i början av en anställning.
Insatsen vänder sig i första hand till arbetsplatserna, men vinsten ska märkas hos dem som i dag blir kvar i långa praktikperioder utan
att någon anställer.

Syftet är också att kommunen och Arbetsförmedlingen ska sluta ringa samma företag var för sig.
""",
    bakgrund="""
Under våren 2023 intervjuade näringslivskontoret 38 små företag. Två av tre hade tagit emot en praktikant från kommunen eller staten de
senaste fem åren. Bara sju hade anställt någon efteråt. Skälen som företagen nämnde var nästan alltid desamma: oklara villkor, för
mycket papper och ingen att vända sig till när något gick fel.

Det finns i dag sex olika kontaktvägar in till arbetsgivarna. Tre av dem ligger hos kommunen. Ingen har i uppdrag att följa med ut på
arbetsplatsen under de första veckorna, trots att det är då som flest avbrott sker.

Bland de arbetssökande märks särskilt två grupper. Den ena är personer över 50 år som har förlorat sitt arbete efter lång sjukdom. Den
andra är utrikes födda kvinnor med kort skolgång som har gått klart sin etableringsplan.
""",
    malgrupp="""
Målgruppen är arbetslösa mellan 18 och 66 år i Brunnsala som har deltagit i minst en arbetsmarknadsåtgärd utan att den lett till
anställning. Personen ska själv vilja arbeta men behöva stöd på arbetsplatsen.

Indirekt riktar sig insatsen till arbetsgivare med färre än 50 anställda.
""",
    metoder="""
Arbetssättet bygger på Supported Employment och har anpassats till små arbetsplatser.

1. Lotsen besöker arbetsgivaren och kartlägger vilka uppgifter som kan utföras av en ny medarbetare.
2. Lotsen och arbetsförmedlaren föreslår gemensamt en person.
3. Lotsen följer med de första dagarna och trappar därefter ner sitt stöd.
4. Arbetsgivaren har ett direktnummer som besvaras samma dag under hela första året.

Två arbetsgivarlotsar på 100 % vardera anställs av kommunen. En arbetsförmedlare avsätts på 50 % och finansieras av förbundet. En
projektledare på 25 % samordnar och rapporterar.

Deltagarna väljs ut vid ett matchningsmöte varannan vecka. Män och kvinnor ska ha samma tillgång till platser inom bristyrken, och
lotsarna följer upp hur erbjudandena fördelas.
""",
    uppfoljning="""
Deltagarna registreras i SUS av lotsen. Arbetsgivarna får en kort enkät efter tre respektive tolv månader. Styrgruppen, där en chef från
vardera parten ingår, möts fyra gånger om året och går då igenom målen punkt för punkt.

En utomstående utvärderare följer insatsen under det andra året.
""",
    tillvaratagande="""
Om insatsen når sina mål avser kommunen att inrätta minst en lotstjänst i sin ordinarie arbetsmarknadsenhet från och med februari 2026.
Handboken för arbetsgivarkontakter ska kunna användas av andra kommuner inom förbundets område.
""",
)

GOALS = (
    Goal(niva="overgripande", text="Fler små arbetsgivare i Brunnsala ska anställa personer som har stått länge utan arbete."),
    Goal(
        niva="effektmal",
        text="Minst 30 personer ska ha fått en anställning som varar i sex månader eller längre.",
        kvantiteter=(Quantity(varde=30, enhet="antal", jamforelse="minst", avser="personer"),),
    ),
    Goal(
        niva="effektmal",
        text="90 procent av deltagarna ska ha en handlingsplan som är känd av båda parter.",
        kvantiteter=(Quantity(varde=90, enhet="procent", jamforelse="exakt", avser="deltagarna"),),
    ),
    Goal(
        niva="effektmal",
        text="Högst 15 procent av anställningarna ska avbrytas i förtid.",
        kvantiteter=(Quantity(varde=15, enhet="procent", jamforelse="hogst", avser="anställningarna"),),
    ),
    Goal(
        niva="insatsmal",
        text="Lotsarna ska besöka 60 arbetsgivare per år.",
        kvantiteter=(Quantity(varde=60, enhet="antal", jamforelse="exakt", avser="arbetsgivare", per="ar"),),
    ),
    Goal(
        niva="insatsmal",
        text="Två frukostmöten per termin ska ordnas för arbetsgivare.",
        kvantiteter=(Quantity(varde=2, enhet="antal", jamforelse="exakt", avser="frukostmöten", per="termin"),),
    ),
)

DRAWN = block(
    (TOWN, AF),
    wages=(
        row("Projektledare", {TOWN: 365_000}, 25, TIME),
        row("Arbetsgivarlots", {TOWN: 1_190_000}, 100, TIME),
        row("Arbetsgivarlots", {TOWN: 1_190_000}, 100, TIME),
        row("Arbetsförmedlare", {AF: 655_000}, 50, TIME),
    ),
    other=(
        row("Utvärdering", {TOWN: 150_000}, None, Period(start="2025-02-01", slut="2026-01-31")),
        row("Utbildning insatsmedarbetare", {TOWN: 45_000, AF: 15_000}, None, TIME),
        row("Resor", {TOWN: 50_000}, None, TIME),
        row("Informationsmaterial", {TOWN: 20_000}, None, TIME),
    ),
)
OWN = block((TOWN, AF), premises=(row("Lokalhyra", {TOWN: 144_000}),))

APPLICATION = Application(
    name="lots",
    association="Samordningsförbundet Vindelbygden",
    insats="Arbetsgivarlots i Brunnsala",
    owners=(Party(organisation=TOWN, kontaktperson="Hedvig Ljungskär", epost="hedvig.ljungskar@brunnsala.example"),),
    partners=(Party(organisation=AF, kontaktperson="Petrus Åkervret", epost="petrus.akervret@"),),
    answers=ANSWERS,
    goals=GOALS,
    time=Insatstid(start="2024-02-01", slut="2026-01-31", intag_slut="2025-10-31"),
    ages=Ages(fran=18, till=66),
    expected=Expected(totalt=70, text="Ungefär 70 personer under hela insatsen."),
    sought=Sought("Vi ansöker om 3 680 000 kr för perioden 2024-02-01 till 2026-01-31. Se separat budget.", 3_680_000),
    lokus=Lokus(
        diskuterad=True,
        text="Ansökan togs upp i LOKUS Brunnsala 2023-09-12. Gruppen föreslog att arbetsförmedlarens tid skulle utökas, vilket har skett.",
        datum=("2023-09-12",),
    ),
    terms=STANDING,
    signatures=(
        Signature(
            roll="insatsagare",
            organisation=TOWN,
            datum="2023-10-02",
            namn="Rurik Dalbo",
            epost="rurik.dalbo@brunnsala.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=AF,
            datum=None,
            namn="Petrus Åkervret",
            epost="petrus.akervret@arbetsformedlingen.example",
            undertecknad=True,
        ),
    ),
    titles={"Hedvig Ljungskär": "arbetsmarknadschef", "Rurik Dalbo": "kommundirektör"},
    budget=budget(
        None,
        TIME,
        "tkr",
        (DRAWN, OWN),
        (year(2024, 1_560_000, None, None, 60_000), year(2025, 1_700_000, None, None, 190_000), year(2026, 140_000, None, None, 30_000)),
    ),
    budget_name="<Insatsens namn>",
    spare_columns=2,
    misprints=(
        Misprint(
            "/budget/detalj/rekvireras/ovriga_kostnader/1/summa",
            50_000,
            "The row's total says 50 000 although its columns add up to 60 000.",
        ),
        Misprint(
            "/budget/detalj/rekvireras/summor_per_organisation/Brunnsala kommun/lonekostnader",
            2_754_000,
            "The municipality's wages add up to 2 745 000; two figures have changed places.",
        ),
    ),
    flaws=(
        Flaw(
            "/budget/insatsens_namn",
            "placeholder",
            "The placeholder <Insatsens namn> was left.",
            "Arbetsgivarlots i Brunnsala",
            "<Insatsens namn>",
        ),
        Flaw("/budget/sammanstallning", "placeholder", 'The placeholder "NAMN" was left in two columns and rows.', None, "NAMN"),
        Flaw("/budget/angiven_enhet", "unit_mismatch", "The tables are headed tkr although the amounts are whole kronor.", "kr", "tkr"),
        Flaw("/samverkansparter/0/epost", "bad_email", "The e-mail address ends at the @ sign.", None, "petrus.akervret@"),
        Flaw("/underskrifter/1/datum", "missing_date", "Arbetsförmedlingen's signature has no date."),
    ),
    tolerated=(
        Flaw("/mal/0/kvantiteter", "tolerated", "overall goal without a number"),
        Flaw("/budget/detalj/rekvireras/summa_ovriga_kostnader", "tolerated", "follows from the row's wrong total"),
        Flaw("/budget/detalj/rekvireras/summa_lonekostnader", "tolerated", "follows from the column's wrong sum"),
        Flaw(
            "/budget/detalj/rekvireras/summor_per_organisation/Brunnsala kommun/totalt",
            "tolerated",
            "follows from the column's wrong sum",
        ),
        Flaw("/forvantat_antal_deltagare", "tolerated", "only a rough total is given"),
        Flaw("/mall_version", "tolerated", "not given"),
    ),
)
