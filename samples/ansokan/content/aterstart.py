"""Återstart: form with content controls. Planted: changed standing terms, a post beyond the period, wrong totals in the detail and the
summary, a post of another size in the text, a question left empty.
"""

from __future__ import annotations

from samples.ansokan.application import Answers, Application, Misprint, Sought, Term
from samples.ansokan.sums import block, budget, row, year
from samples.ansokan.terms import STANDING
from samples.sample import Flaw
from underlag.schemas.ansokan import Ages, Expected, Goal, Lokus
from underlag.schemas.budget import Period
from underlag.schemas.records import Insatstid, Party, Quantity, Signature

TOWN, FK, AF = "Storhamra kommun", "Försäkringskassan", "Arbetsförmedlingen"
TIME = Period(start="2024-01-01", slut="2025-12-31")

ANSWERS = Answers(
    syfte="""
Återstart ska ge personer som har fått avslag på fortsatt sjukpenning en snabb och värdig övergång till nästa steg. Ingen ska behöva vänta
mer än två veckor på ett första möte efter beslutet.
""",
    bakgrund="""
Under 2022 förlorade 118 personer i Storhamra sin sjukpenning. Vid en uppföljning ett halvår senare var 44 av dem åter sjukskrivna, 31 levde
på försörjningsstöd och 12 hade ingen känd inkomst. Bara var fjärde arbetade.

Handläggarna hos alla tre parterna beskriver glappet på samma sätt: ärendet avslutas på ett kontor innan det har öppnats på nästa. Den som
är sjuk förväntas själv samordna.

Sedan ett år träffas parterna i en arbetsgrupp. Gruppen har tagit fram en checklista för övergångar, men saknar tid och uppdrag att följa
med personen genom hela kedjan.
""",
    malgrupp="""
Målgruppen är personer mellan 30 och 62 år, bosatta i Storhamra, som har fått eller inom kort väntas få avslag på sjukpenning och som inte
har en arbetsgivare att återgå till.

## Jämställdhet
Två tredjedelar av dem som berörs är kvinnor. Processledaren granskar varje halvår om kvinnor och män erbjuds samma stöd och rapporterar
till styrgruppen.
""",
    metoder="""
Försäkringskassan frågar personen om samtycke redan innan beslutet fattas. Inom två veckor hålls ett trepartsmöte, där en preliminär plan
skrivs. Därefter får personen en egen handläggare i insatsen, som följer ärendet tills det är stadigvarande förankrat hos rätt part.

Arbetet bygger på fyra principer:

- en person, en plan
- mötet kommer före blanketten
- den som lämnar över ringer, den skriver inte bara
- inget ärende stängs på en fredag

Insatsen bemannas av en processledare på 50 %, en handläggare på 100 % och en jobbcoach på 80 %. Parterna utser var sin kontaktperson inom
ordinarie tjänst.
""",
    uppfoljning="""
Varje ärende registreras i SUS. Tid från beslut till första möte mäts för alla. Personens egen upplevelse fångas i en intervju som görs av
en utomstående student från högskolan.

En utvärdering upphandlas under 2025 och ska vara klar före insatsens slut.
""",
    tillvaratagande="""
Checklistan för övergångar ska fastställas av respektive part och användas även efter 2025. Styrgruppen lämnar senast i juni 2025 ett
förslag om vem som ska ha det fortsatta ansvaret.
""",
)

GOALS = (
    Goal(niva="overgripande", text="Ingen i Storhamra ska falla mellan stolarna när sjukpenningen upphör."),
    Goal(
        niva="effektmal",
        text="Minst 90 procent av deltagarna ska ha en handlingsplan inom 30 dagar.",
        kvantiteter=(Quantity(varde=90, enhet="procent", jamforelse="minst", avser="deltagarna", inom_dagar=30),),
    ),
    Goal(
        niva="effektmal",
        text="Högst 10 procent av deltagarna ska vara utan känd inkomst vid avslut.",
        kvantiteter=(Quantity(varde=10, enhet="procent", jamforelse="hogst", avser="deltagarna"),),
    ),
    Goal(
        niva="insatsmal",
        text="55 personer per år ska erbjudas plats.",
        kvantiteter=(Quantity(varde=55, enhet="antal", jamforelse="exakt", avser="personer", per="ar"),),
    ),
    Goal(
        niva="insatsmal",
        text="Arbetsgruppen ska träffas minst två gånger per månad.",
        kvantiteter=(Quantity(varde=2, enhet="antal", jamforelse="minst", avser="gånger", per="manad"),),
    ),
)

DRAWN = block(
    (TOWN,),
    wages=(
        row("Processledare", {TOWN: 690_000}, 50, TIME),
        row("Handläggare", {TOWN: 1_230_000}, 100, TIME),
        row("Jobbcoach", {TOWN: 1_180_000}, 100, Period(start="2024-03-01", slut="2026-03-31")),
    ),
    premises=(row("Lokalhyra", {TOWN: 150_000}, None, TIME),),
    other=(
        row("Utvärdering", {TOWN: 100_000}, None, Period(start="2025-01-01", slut="2025-12-31")),
        row("Övriga aktiviteter för deltagare", {TOWN: 90_000}, None, TIME),
        row("Övrigt", {TOWN: 30_000}, None, TIME),
    ),
)
OWN = block((TOWN,), premises=(row("Lokalhyra", {TOWN: 60_000}, None, TIME),))

# One word of the terms is exchanged: what was a ceiling has become a guide.
TERMS = tuple(Term(term.heading, term.text.replace("utgör ett maxbelopp", "utgör ett riktbelopp")) for term in STANDING)

APPLICATION = Application(
    name="aterstart",
    association="Samordningsförbundet Storhamra",
    version="Version 2023-05",
    insats="Återstart",
    owners=(Party(organisation=TOWN, kontaktperson="Kerstin Vallbergius", epost="kerstin.vallbergius@storhamra.example"),),
    partners=(
        Party(organisation=FK, kontaktperson="Nils-Erik Sandhamre", epost="nils-erik.sandhamre@forsakringskassan.example"),
        Party(organisation=AF, kontaktperson="Amira Stenflycht", epost="amira.stenflycht@arbetsformedlingen.example"),
    ),
    answers=ANSWERS,
    goals=GOALS,
    time=Insatstid(start="2024-01-01", slut="2025-12-31", intag_slut="2025-09-30"),
    ages=Ages(fran=30, till=62),
    expected=Expected(per_ar=55, totalt=110, text="55 personer per år, sammanlagt 110 personer."),
    sought=Sought("Sökt belopp: 3 470 000:-", 3_470_000),
    lokus=Lokus(diskuterad=True, text=None, datum=()),
    terms=TERMS,
    signatures=(
        Signature(
            roll="insatsagare",
            organisation=TOWN,
            datum="2023-09-28",
            namn="Torkel Granqvister",
            epost="torkel.granqvister@storhamra.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=FK,
            datum="2023-10-02",
            namn="Nils-Erik Sandhamre",
            epost="nils-erik.sandhamre@forsakringskassan.example",
            undertecknad=True,
        ),
        Signature(
            roll="samverkanspart",
            organisation=AF,
            datum="2023-10-05",
            namn="Amira Stenflycht",
            epost="amira.stenflycht@arbetsformedlingen.example",
            undertecknad=True,
        ),
    ),
    titles={"Torkel Granqvister": "förvaltningschef"},
    budget=budget(
        "Återstart",
        TIME,
        "kr",
        (DRAWN, OWN),
        (year(2024, 1_510_000, 75_000, None, 60_000), year(2025, 1_590_000, 75_000, None, 160_000)),
    ),
    misprints=(
        Misprint("/budget/detalj/rekvireras/totalt", 3_740_000, "The three sums add up to 3 470 000; two figures have changed places."),
        Misprint("/budget/sammanstallning/0/totalt", 3_350_000, "Drawn and own financing add up to 3 530 000."),
    ),
    flaws=(
        Flaw(
            "/overenskommelse",
            "changed_terms",
            'The standing terms call the granted funds a "riktbelopp" where the form says "maxbelopp".',
            "maxbelopp",
            "riktbelopp",
        ),
        Flaw(
            "/budget/detalj/rekvireras/lonekostnader/2/slut",
            "date_mismatch",
            "The job coach is budgeted three months beyond the insats.",
            expected="2025-12-31",
            actual="2026-03-31",
        ),
        Flaw(
            "/budget/detalj/rekvireras/lonekostnader/2/tjanst_procent",
            "text_vs_budget",
            "The text says a job coach at 80 %, the budget 100 %.",
            80,
            100,
        ),
        Flaw("/lokus/text", "missing_answer", "How and when the application was discussed is left empty."),
    ),
    tolerated=(
        Flaw("/mal/0/kvantiteter", "tolerated", "overall goal without a number"),
        Flaw("/lokus/datum", "tolerated", "no date, as there is no answer"),
        Flaw("/budget/detalj/total_kostnad", "tolerated", "against the wrong total drawn"),
        Flaw("/budget/detalj/rekvireras/summor_per_organisation/Storhamra kommun/totalt", "tolerated", "against the wrong total drawn"),
        Flaw("/budget/sammanstallning_summa", "tolerated", "against the wrong total drawn or the wrong row"),
        Flaw("/budget/sammanstallning/0/rekvireras", "tolerated", "against the wrong total drawn"),
        Flaw("/budget/per_ar", "tolerated", "against the wrong total drawn"),
        Flaw("/sokt_belopp", "tolerated", "against the wrong total drawn"),
        Flaw("/metoder", "tolerated", "against the post in the budget"),
    ),
)
