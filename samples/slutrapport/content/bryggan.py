"""Bryggan: a sound final report (goals as a list with outcomes, a small table of the money)."""

from __future__ import annotations

from samples.slutrapport.report import FinalReport, Signing
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.slutrapport import Pair, Slutrapport

TOWN, REGION, AF, FK = "Åslidens kommun", "Region Fjällvik", "Arbetsförmedlingen", "Försäkringskassan"

TOLD = Slutrapport(
    insatsens_namn="Bryggan till vardagen",
    insatsagare=(Party(organisation=TOWN, kontaktperson="Gunvor Hällestam", epost="gunvor.hallestam@asliden.example"),),
    samverkansparter=(
        Party(organisation=REGION, kontaktperson="Nils Åkervret", epost="nils.akervret@fjallvik.example"),
        Party(organisation=AF, kontaktperson="Leyla Storbacke", epost="leyla.storbacke@arbetsformedlingen.example"),
        Party(organisation=FK, kontaktperson="Petter Ljungkvast", epost="petter.ljungkvast@forsakringskassan.example"),
    ),
    syfte="""
Bryggan startades för att personer som lämnar en längre sjukskrivning eller ett långvarigt försörjningsstöd inte skulle bli stående
mellan vården och arbetsmarknaden. Deltagaren skulle möta ett och samma team hela vägen.

Syftet var också att parterna skulle pröva ett gemensamt sätt att ta emot remisser.
""",
    bakgrund="""
Våren 2020 gick parterna igenom 140 ärenden i Åsliden. I två av tre hade personen bytt handläggare minst tre gånger på ett år, och i
nästan hälften saknades en plan som alla kände till. Väntan mellan vårdens bedömning och den första arbetsprövningen var i genomsnitt
sju månader.
""",
    behov_forandrat="""
Behovet är i stort detsamma, men gruppen har förändrats. Under det andra året kom fler deltagare med utmattning och färre med
smärtproblematik, vilket ställde större krav på korta arbetspass i början.
""",
    malgrupp="""
Kvinnor och män mellan 18 och 62 år i Åslidens kommun som har varit borta från arbete i minst ett år och som behöver stöd från minst
två av parterna.
""",
    insatstid=Insatstid(start="2021-01-01", slut="2022-12-31", intag_slut="2022-09-30"),
    antal_deltagare=64,
    mal_och_utfall="""
## Mål på individnivå
- Minst 60 personer ska delta i insatsen.

Utfall: 64 personer har deltagit. Målet är uppnått.

- Minst 40 % av deltagarna ska gå vidare till arbete eller studier.

Utfall: 28 av de 64 deltagarna, 44 %, har gått vidare till arbete eller studier. Målet är uppnått.

- Minst 90 % av deltagarna ska ha en gemensam plan inom 6 veckor.

Utfall: 60 av 64 deltagare, 94 %, fick en plan i tid. Målet är uppnått.

## Mål på strukturnivå
- Parterna ska ha en gemensam rutin för överlämningar.

Utfall: Rutinen antogs av styrgruppen i mars 2022 och används i alla nya ärenden. Målet är uppnått.
""",
    mal=(
        Pair(
            text="Minst 60 personer ska delta i insatsen.",
            utfall="64 personer har deltagit. Målet är uppnått.",
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=60, enhet="antal", jamforelse="minst", avser="personer"),),
        ),
        Pair(
            text="Minst 40 % av deltagarna ska gå vidare till arbete eller studier.",
            utfall="28 av de 64 deltagarna, 44 %, har gått vidare till arbete eller studier. Målet är uppnått.",
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=40, enhet="procent", jamforelse="minst", avser="deltagarna"),),
        ),
        Pair(
            text="Minst 90 % av deltagarna ska ha en gemensam plan inom 6 veckor.",
            utfall="60 av 64 deltagare, 94 %, fick en plan i tid. Målet är uppnått.",
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=90, enhet="procent", jamforelse="minst", avser="deltagarna", inom_dagar=42),),
        ),
        Pair(
            text="Parterna ska ha en gemensam rutin för överlämningar.",
            utfall="Rutinen antogs av styrgruppen i mars 2022 och används i alla nya ärenden. Målet är uppnått.",
            uppfyllt="ja",
        ),
    ),
    jamstalldhet="""
Av deltagarna var 35 kvinnor och 29 män. Andelen som gick till arbete eller studier var nästan lika stor i båda grupperna. Männen fick
oftare en praktikplats tidigt, och teamet ändrade därför hur platserna fördelades under hösten 2021.
""",
    metoder="""
Teamet har bestått av en teamledare, två coacher och en rehabiliteringskoordinator. Varje deltagare har haft en fast coach och träffat
henne minst en gång i veckan.

Följande aktiviteter har genomförts:

- kartläggning i tre samtal tillsammans med vården
- gruppen Må bra, tio träffar per omgång
- prövning hos sammanlagt 31 arbetsgivare
- trepartssamtal var sjätte vecka

? Genomfördes metoderna som det var tänkt?

Ja, med ett undantag. Gruppträffarna hölls på distans från januari till maj 2021 på grund av pandemin.
""",
    uppfoljning="""
Alla deltagare har registrerats i SUS. Deltagarna har svarat på en enkät vid start och vid avslut, och resultatet har redovisats för
styrgruppen varje kvartal. En extern utvärderare intervjuade tolv deltagare hösten 2022.
""",
    implementering="""
Teamets arbetssätt förs in i kommunens arbetsmarknadsenhet från den 1 januari 2023. Kommunen finansierar två coacher och regionen
behåller koordinatorn på halvtid. Rutinen för överlämningar gäller tills vidare.
""",
    implementering_diskussion="""
Frågan behandlades av styrgruppen vid fyra möten från februari 2022. Förvaltningscheferna i kommunen och regionens primärvårdschef fattade
beslut i oktober 2022.
""",
    budgetutfall="""
Insatsen har kostat mindre än beviljat, eftersom tjänsten som koordinator var obesatt under sex veckor.

| År | Beviljat, kr | Förbrukat, kr
| 2021 | 1 650 000 | 1 598 000
| 2022 | 1 750 000 | 1 687 000
| Summa | 3 400 000 | 3 285 000
""",
    aterforda_medel=115_000,
    konsekvens_aterforda_medel="""
Vakansen innebar att remisserna från vårdcentralen i Norrbyn fick vänta. Antalet deltagare påverkades inte.
""",
    lardomar="""
Det viktigaste har varit att en och samma coach finns kvar när deltagaren byter myndighet. Korta arbetspass fungerar bättre än långa
förberedelser. Styrgruppen behöver ha mandat att ändra arbetssättet under gång.
""",
    lardomar_per_part="""
Åslidens kommun: handläggarna fick en väg in i vården som de saknade.

Region Fjällvik: tidiga trepartssamtal kortade väntan.

Arbetsförmedlingen: arbetsgivare vågar mer när någon svarar i telefonen.

Försäkringskassan: en gemensam plan gjorde besluten lättare att förklara.
""",
)


def signed(role: str, organisation: str, day: str, name: str) -> Signing:
    signature = Signature.model_validate({"roll": role, "organisation": organisation, "datum": day, "namn": name, "undertecknad": True})
    return Signing(signature, "Åsliden" if organisation == TOWN else "Fjällvik")


REPORT = FinalReport(
    name="bryggan",
    association="Samordningsförbundet Norra Åsbygden",
    told=TOLD,
    participants="64 personer, varav 35 kvinnor och 29 män",
    returned="115 000 kr",
    signings=(
        signed("insatsagare", TOWN, "2023-01-19", "Gunvor Hällestam"),
        signed("samverkanspart", REGION, "2023-01-23", "Nils Åkervret"),
        signed("samverkanspart", AF, "2023-01-20", "Leyla Storbacke"),
        signed("samverkanspart", FK, "2023-01-25", "Petter Ljungkvast"),
    ),
    titles={"Gunvor Hällestam": "arbetsmarknadschef", "Nils Åkervret": "primärvårdschef"},
)
