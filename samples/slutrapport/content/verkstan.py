"""Verkstan: goals, outcomes and participants told in prose; nothing returned; one partner has not signed at all."""

from __future__ import annotations

from samples.sample import Flaw
from samples.slutrapport.report import FinalReport, Signing
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.slutrapport import Pair, Slutrapport

TOWN, OTHER, REGION, AF = "Granhults kommun", "Myrö kommun", "Region Södra Sjöriket", "Arbetsförmedlingen"
GOALS = (
    "Målet var att 50 unga vuxna skulle skrivas in under de två åren.",
    "Ett andra mål var att 35 procent av deltagarna skulle ha gått till arbete eller studier vid avslut.",
    "Det tredje målet var att de båda kommunerna skulle ha en gemensam ingång för unga.",
)
OUTCOMES = (
    "53 unga vuxna skrevs in, och målet är därmed uppnått.",
    "Utfallet blev 28 procent, så det målet nåddes inte.",
    "Ingången öppnade i september 2022 och målet är uppnått.",
)

TOLD = Slutrapport(
    insatsens_namn="Verkstan",
    insatsagare=(Party(organisation=TOWN, kontaktperson="Alva Tjärnkulle", epost="alva.tjarnkulle@granhult.example"),),
    samverkansparter=(
        Party(organisation=OTHER, kontaktperson="Ibrahim Norrsten", epost="ibrahim.norrsten@myro.example"),
        Party(organisation=REGION, kontaktperson="Karin Vassedal", epost="karin.vassedal@sodrasjoriket.example"),
        Party(organisation=AF, kontaktperson="Jörgen Klintehag", epost="jorgen.klintehag@arbetsformedlingen.example"),
    ),
    syfte="""
Verkstan skulle vara en plats dit unga vuxna kunde komma utan remiss och utan krav på att redan veta vad de ville. Insatsen skulle ge dem
någon som lyssnar, en rimlig plan och en första erfarenhet av att arbeta tillsammans med andra.
""",
    bakgrund="""
Granhult och Myrö är två små kommuner som delar arbetsmarknad men inte verksamheter. En kartläggning från 2020 visade att 118 unga mellan
18 och 29 år varken arbetade eller studerade, och att färre än var tredje hade kontakt med någon myndighet.

Ungdomarna själva beskrev att de inte visste vart de skulle vända sig och att de hade blivit skickade mellan olika kontor.
""",
    behov_forandrat="""
Antalet unga utanför arbete och studier har sjunkit i båda kommunerna, men de som är kvar har ett större behov av stöd från psykiatrin än
de som kom i början.
""",
    malgrupp="""
Unga vuxna, 18 till och med 29 år, boende i Granhult eller Myrö, som varken arbetar eller studerar. Ingen diagnos eller remiss har krävts.
""",
    insatstid=Insatstid(start="2021-08-01", slut="2023-07-31", intag_slut="2023-09-30"),
    antal_deltagare=53,
    mal_och_utfall=f"""
{GOALS[0]} {OUTCOMES[0]} Könsfördelningen var 24 kvinnor och 29 män.

{GOALS[1]} {OUTCOMES[1]} Vi tror att det beror på att många av dem som kom det sista halvåret fortfarande väntade på en utredning.

{GOALS[2]} {OUTCOMES[2]}
""",
    mal=(
        Pair(
            text=GOALS[0],
            utfall=OUTCOMES[0],
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=50, enhet="antal", jamforelse="exakt", avser="vuxna"),),
        ),
        Pair(
            text=GOALS[1],
            utfall=OUTCOMES[1],
            uppfyllt="nej",
            kvantiteter=(Quantity(varde=35, enhet="procent", jamforelse="exakt", avser="deltagarna"),),
        ),
        Pair(text=GOALS[2], utfall=OUTCOMES[2], uppfyllt="ja"),
    ),
    jamstalldhet="""
Killarna stannade längre i verkstaden och tjejerna gick oftare vidare till studier. Vi har därför erbjudit studiebesök på yrkesutbildningar
som en fast del för alla.
""",
    metoder="""
Verkstan har haft öppet fyra dagar i veckan i en tidigare cykelverkstad. Två ungdomscoacher och en arbetsterapeut har funnits på plats.

## Lågtröskel
Den som kommer får kaffe och en uppgift. Först efter några veckor frågar coachen om en plan.

## Plan och prövning
När den unga vill gå vidare görs en plan tillsammans med arbetsförmedlaren, som har varit i lokalen en dag i veckan. Planen har lett till
praktik, studier eller kontakt med vården.
""",
    uppfoljning="""
Vi har följt upp varje deltagare efter tre, sex och tolv månader. Resultaten har gått till styrgruppen och till de båda kommunernas
nämnder. Registrering har skett i SUS.
""",
    implementering="""
Granhult och Myrö har ingått ett avtal om att driva verksamheten gemensamt från augusti 2023. Regionen bidrar med arbetsterapeut två dagar
i veckan. Arbetsförmedlingen fortsätter att finnas i lokalen varannan vecka.
""",
    implementering_diskussion="""
Samtalen började i styrgruppen redan hösten 2022 och har förts med socialcheferna, regionens psykiatriledning och kommunernas
ekonomichefer.
""",
    budgetutfall="""
Budgeten på 2 940 000 kr har använts i sin helhet. Lokalen blev dyrare än väntat, medan kostnaden för material blev lägre. Inga medel
återförs till förbundet.
""",
    aterforda_medel=0,
    lardomar="""
Att inte kräva remiss gjorde att vi nådde unga som ingen kände till. Samtidigt blev det svårare att planera, eftersom ingen visste hur många
som skulle komma.

Vi hade velat ha psykiatrin med från första dagen.
""",
)


def signed(role: str, organisation: str, day: str, name: str, place: str) -> Signing:
    signature = Signature.model_validate({"roll": role, "organisation": organisation, "datum": day, "namn": name, "undertecknad": True})
    return Signing(signature, place)


REPORT = FinalReport(
    name="verkstan",
    association="Finsam Sjöriket",
    told=TOLD,
    signings=(
        signed("insatsagare", TOWN, "2023-09-28", "Alva Tjärnkulle", "Granhult"),
        signed("samverkanspart", OTHER, "2023-09-29", "Ibrahim Norrsten", "Myrö"),
        signed("samverkanspart", REGION, "2023-10-03", "Karin Vassedal", "Sjöstad"),
    ),
    titles={"Ibrahim Norrsten": "socialchef"},
    anomalies=(
        Flaw("/mal/1", "goal_missed", "Målet var 35 procent till arbete eller studier, utfallet blev 28 procent.", 35, 28),
        Flaw("/insatstid/intag_slut", "date_order", "Sista dag för intag ligger efter insatsens slut.", "2023-07-31", "2023-09-30"),
        Flaw("/underskrifter", "missing_signature", "Arbetsförmedlingen är samverkanspart men har inte skrivit under.", AF),
    ),
    tolerated=(Flaw("/lardomar_per_part", "missing_answer", "Lärdomar per part frågas inte efter i formuläret."),),
)
