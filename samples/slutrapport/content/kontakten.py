"""Kontakten: a boxed form; goals in a table with the report's own verdicts, figures that do not agree, one box unsigned."""

from __future__ import annotations

from samples.sample import Flaw
from samples.slutrapport.report import FinalReport, Signing
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.slutrapport import Pair, Slutrapport

FK, TOWN, REGION = "Försäkringskassan", "Hedetorps kommun", "Region Vidablick"

TOLD = Slutrapport(
    insatsens_namn="Kontakten – tidig samverkan vid sjukskrivning",
    insatsagare=(Party(organisation=FK, kontaktperson="Desirée Malmqvarn", epost="desiree.malmqvarn@forsakringskassan.example"),),
    samverkansparter=(
        Party(organisation=TOWN, kontaktperson="Bo Tranesjö", epost="bo.tranesjo@hedetorp.example"),
        Party(organisation=REGION, kontaktperson="Amina Lundekvam", epost="amina.lundekvam@vidablick.example"),
    ),
    syfte="""
Att den som blir sjukskriven länge ska få kontakt med alla berörda redan under de första tre månaderna, och att arbetsgivaren ska vara
med från början.
""",
    bakgrund="""
Sjukskrivningarna i Hedetorp var år 2018 längre än i riket. Arbetsgivarna efterfrågade en väg in till vården, och vården efterfrågade en
väg ut till arbetsplatsen. Ingen av parterna hade uppdraget att knyta ihop dem.
""",
    behov_forandrat="Behovet kvarstår. Det har snarast ökat bland anställda i vård och omsorg.",
    malgrupp="Anställda i små och medelstora företag i Hedetorp som har varit sjukskrivna i 30 till 180 dagar.",
    insatstid=Insatstid(start="2019-03-01", slut="2021-02-28", intag_slut="2020-11-30"),
    antal_deltagare=86,
    mal_och_utfall="""
? | Mål | Resultat | Uppfyllt
| 80 personer ska delta i insatsen. | 86 personer har deltagit. | Ja
| Minst 70 % av deltagarna ska vara tillbaka i arbete inom 12 månader. | 52 av 86 deltagare, 65 %, är tillbaka i arbete. | Delvis
| Samtliga vårdcentraler ska ha en namngiven kontaktperson. | 3 av 5 vårdcentraler har en kontaktperson. | Nej
| Minst 25 arbetsgivare ska ha utbildats. | 31 arbetsgivare har utbildats. | Ja
""",
    mal=(
        Pair(
            text="80 personer ska delta i insatsen.",
            utfall="86 personer har deltagit.",
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=80, enhet="antal", jamforelse="exakt", avser="personer"),),
        ),
        Pair(
            text="Minst 70 % av deltagarna ska vara tillbaka i arbete inom 12 månader.",
            utfall="52 av 86 deltagare, 65 %, är tillbaka i arbete.",
            uppfyllt="delvis",
            kvantiteter=(Quantity(varde=70, enhet="procent", jamforelse="minst", avser="deltagarna", inom_dagar=360),),
        ),
        Pair(
            text="Samtliga vårdcentraler ska ha en namngiven kontaktperson.",
            utfall="3 av 5 vårdcentraler har en kontaktperson.",
            uppfyllt="nej",
        ),
        Pair(
            text="Minst 25 arbetsgivare ska ha utbildats.",
            utfall="31 arbetsgivare har utbildats.",
            uppfyllt="ja",
            kvantiteter=(Quantity(varde=25, enhet="antal", jamforelse="minst", avser="arbetsgivare"),),
        ),
    ),
    jamstalldhet="Tre av fyra deltagare är kvinnor. Det speglar branscherna i kommunen och har inte påverkat resultatet.",
    metoder="""
Två samordnare med var sitt ansvarsområde har arbetat i insatsen, en mot vården och en mot arbetsgivarna. Arbetet utgår från tre möten:

- startmöte senast vecka sex
- avstämning efter tolv veckor
- avslut med plan för återgång

Korta utbildningar för chefer har hållits en gång i kvartalet.
""",
    uppfoljning="Deltagarna har fått en webbenkät vid avslut och efter ett halvår. Svarsfrekvensen har varit 71 %.",
    implementering="""
Samordnarnas arbetssätt går in i Försäkringskassans lokala team. Kommunen har inte tagit ställning till fortsatt medverkan.
""",
    implementering_diskussion="Vid styrgruppsmöten i september och december 2020 samt med kommunens personalchef i januari 2021.",
    budgetutfall="""
Beviljat belopp för hela insatstiden var 2 600 000 kr. Kostnaderna uppgick till 2 410 000 kr. Skillnaden beror på inställda utbildningar.
""",
    aterforda_medel=210_000,
    konsekvens_aterforda_medel="Fyra planerade utbildningstillfällen för arbetsgivare ställdes in under 2020.",
    lardomar="""
Tidiga möten gör skillnad, men bara om den behandlande läkaren är med. Små företag har svårt att avsätta tid och behöver korta möten på
plats.
""",
    lardomar_per_part="""
Försäkringskassan: en gemensam tidslinje sparar utredningstid. Kommunen: frågan om anpassningar behöver lyftas tidigare. Regionen:
rehabkoordinatorerna är nyckeln.
""",
)


def signing(role: str, organisation: str, name: str, **known: object) -> Signing:
    told = {"roll": role, "organisation": organisation, "namn": name, "datum": None, "undertecknad": True, **known}
    return Signing(Signature.model_validate(told), "Hedetorp")


REPORT = FinalReport(
    name="kontakten",
    association="Samordningsförbundet Vida",
    told=TOLD,
    participants="86",
    returned="210 000 kronor",
    signings=(
        signing("insatsagare", FK, "Desirée Malmqvarn", datum="2021-04-20"),
        signing("samverkanspart", TOWN, "Bo Tranesjö", datum=None, undertecknad=False),
        signing("samverkanspart", REGION, "Amina Lundekvam", datum="2021-04-22"),
    ),
    anomalies=(
        Flaw("/mal/1", "goal_missed", "Minst 70 % skulle vara tillbaka i arbete, 65 % är det.", 70, 65),
        Flaw("/mal/1/utfall", "percent_mismatch", "52 av 86 är 60 %, inte 65 %.", 60, 65),
        Flaw("/mal/2", "goal_missed", "Bara tre av fem vårdcentraler har en kontaktperson."),
        Flaw("/aterforda_medel", "sum_mismatch", "2 600 000 − 2 410 000 är 190 000 kr, inte 210 000 kr.", 190_000, 210_000),
        Flaw("/underskrifter/1/undertecknad", "missing_signature", "Hedetorps kommun har inte skrivit under.", True, False),
    ),
    tolerated=(Flaw("/underskrifter/1/datum", "missing_date", "Den underskrift som saknas har inte heller något datum."),),
)
