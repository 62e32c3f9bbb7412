"""Odlarna: an older final report; goals in a table, several things missing or contradictory."""

from __future__ import annotations

from samples.sample import Flaw
from samples.slutrapport.report import FinalReport, Signing
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.slutrapport import Pair, Slutrapport

TOWN, REGION, AF, FK = "Solvarps kommun", "Landstinget Mellanö", "Arbetsförmedlingen Solvarp", "Försäkringskassan"

TOLD = Slutrapport(
    insatsens_namn="Odlarna – grön rehabilitering",
    insatsagare=(Party(organisation=TOWN, kontaktperson="Viola Bergsäter"),),
    samverkansparter=(
        Party(organisation=REGION, kontaktperson="Håkan Lövmark"),
        Party(organisation=AF, kontaktperson="Miriam Tallhed"),
        Party(organisation=FK, kontaktperson="Sven-Erik Rosengard"),
    ),
    bakgrund="""
Kommunens handelsträdgård stod tom sedan 2014. Samtidigt hade socialtjänsten och försäkringskassan ett fyrtiotal gemensamma ärenden där
personen varken klarade praktik eller ville sitta hemma. Projektet växte fram ur en förstudie som bekostades av förbundet.
""",
    syfte="""
Att med odling som redskap ge människor med lång frånvaro från arbetslivet en lugn väg tillbaka, i egen takt och med stöd av dem som
redan känner personen.
""",
    malgrupp="""
Personer i åldern 25–60 år med smärta, utmattning eller lindrig psykisk ohälsa, som är aktuella hos minst två parter.
""",
    mal_och_utfall="""
? | Målsättning enligt ansökan | Resultat
| 30 deltagare ska ha varit ute i praktik. | 18 deltagare har varit ute i praktik.
| 50 procent av deltagarna ska skatta sin hälsa högre vid avslut. | Det har inte gått att mäta eftersom enkäten byttes under projekttiden.
| Minst 4 företag ska vara med i nätverket. | 6 företag ingår i nätverket vid projektets slut.
| Projektet ska ge modellen spridning till andra kommuner. | Delvis uppnått, två kommuner har gjort studiebesök.
""",
    mal=(
        Pair(
            text="30 deltagare ska ha varit ute i praktik.",
            utfall="18 deltagare har varit ute i praktik.",
            uppfyllt="nej",
            kvantiteter=(Quantity(varde=30, enhet="antal", jamforelse="exakt", avser="deltagare"),),
        ),
        Pair(
            text="50 procent av deltagarna ska skatta sin hälsa högre vid avslut.",
            utfall="Det har inte gått att mäta eftersom enkäten byttes under projekttiden.",
            kvantiteter=(Quantity(varde=50, enhet="procent", jamforelse="exakt", avser="deltagarna"),),
        ),
        Pair(
            text="Minst 4 företag ska vara med i nätverket.",
            utfall="6 företag ingår i nätverket vid projektets slut.",
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=4, enhet="antal", jamforelse="minst", avser="företag"),),
        ),
        Pair(
            text="Projektet ska ge modellen spridning till andra kommuner.",
            utfall="Delvis uppnått, två kommuner har gjort studiebesök.",
            uppfyllt="delvis",
        ),
    ),
    insatstid=Insatstid(start="2015-08-15", slut="2017-06-30"),
    antal_deltagare=47,
    metoder="""
Deltagarna har varit i trädgården två till fyra dagar i veckan. Dagen börjar med en gemensam genomgång och avslutas med en kort
reflektion. Arbetsledaren är utbildad trädgårdsmästare och har handledning av arbetsterapeut.

1. Prova på, upp till fyra veckor

2. Arbetsförberedelse med individuellt schema

3. Praktik hos företag i nätverket

Vintertid har verksamheten flyttat inomhus med snickeri och förädling av skörden.
""",
    uppfoljning="""
Styrgruppen har träffats sex gånger. Arbetsledaren och handläggarna har haft uppföljning med varje deltagare var åttonde vecka. Högskolan
gjorde en mindre studie under hösten 2016, som finns hos kommunen.
""",
    implementering="""
Solvarps kommun har beslutat att driva trädgården vidare som en del av den dagliga verksamheten. Arbetsförmedlingen kan köpa platser.
""",
    budgetutfall="""
Projektet har kostat mindre än beräknat. Cirka 8 procent av de beviljade medlen har inte använts och betalas tillbaka.
""",
    lardomar="""
Det tar tid att bygga förtroende. Flera deltagare behövde ett halvår innan de kunde tala om arbete.

Det hade varit bra att bjuda in företagen redan första våren. Vi underskattade också hur mycket en trädgård kräver av den som ska leda
den, särskilt under semestertid.
""",
)


def signing(role: str, organisation: str, name: str, place: str, day: str, **known: object) -> Signing:
    """`day` as the signer wrote it."""
    told = {"roll": role, "organisation": organisation, "namn": name, "datum": None, "undertecknad": True, **known}
    return Signing(Signature.model_validate(told), place, day)


REPORT = FinalReport(
    name="odlarna",
    association="Samordningsförbundet Mellanö",
    told=TOLD,
    participants="47 personer (27 kvinnor och 22 män)",
    signings=(
        signing("insatsagare", TOWN, "Viola Bergsäter", "Solvarp", "2017-09-04", datum="2017-09-04"),
        signing("samverkanspart", REGION, "Håkan Lövmark", "Mellköping", "14/9"),
        signing("samverkanspart", AF, "Miriam Tallhed", "Solvarp", "den 11 september 2017", datum="2017-09-11", undertecknad=False),
        signing("samverkanspart", FK, "Sven-Erik Rosengard", "Mellköping", "12/9-17", datum="2017-09-12"),
    ),
    anomalies=(
        Flaw("/mal/0", "goal_missed", "30 deltagare skulle ha varit ute i praktik, 18 har varit det.", 30, 18),
        Flaw("/mal/3", "goal_missed", "Målet om spridning är bara delvis uppnått."),
        Flaw("/antal_deltagare", "sum_mismatch", "27 kvinnor och 22 män är 49 personer, inte 47.", 49, 47),
        Flaw("/budgetutfall", "missing_amount", "Medel betalas tillbaka, men inget belopp anges.", "belopp i kronor"),
        Flaw("/underskrifter/1/datum", "missing_date", "Landstingets underskrift är daterad utan årtal."),
        Flaw("/underskrifter/2/undertecknad", "missing_signature", "Arbetsförmedlingens underskrift saknas.", True, False),
        Flaw("/jamstalldhet", "missing_answer", "Frågan om jämställdhet är obesvarad."),
    ),
    tolerated=(
        Flaw("/mal/1", "goal_unmeasured", "Målet om hälsa har inte mätts."),
        Flaw("/mal/1/uppfyllt", "goal_unmeasured", "Målet om hälsa har inte mätts."),
        Flaw("/konsekvens_aterforda_medel", "missing_answer", "Vad återbetalningen har inneburit står inte."),
    ),
)
