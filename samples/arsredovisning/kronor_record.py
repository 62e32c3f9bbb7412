"""What the report for 2022 says: accounts that add up, three insatser, nothing wrong."""

from __future__ import annotations

from samples.arsredovisning.book import Book
from underlag.schemas.arsredovisning import Arsredovisning, Cost, Description, Note

NAME, NUMBER = "Samordningsförbundet Vindelbygden", "222000-9704"
THIS, LAST = "2022-12-31", "2021-12-31"
COLUMNS = (THIS, LAST)

MEMBERS = (
    Book(COLUMNS)
    .row("Försäkringskassan och Arbetsförmedlingen (staten)", 3_600_000, 3_500_000)
    .row("Region Vinderland", 1_800_000, 1_750_000)
    .row("Almsjö kommun", 636_000, 618_000)
    .row("Brunnsta kommun", 306_000, 298_000)
    .row("Ekfors kommun", 453_000, 440_000)
    .row("Lindvassa kommun", 405_000, 394_000)
    .total("Summa medlemsavgifter")
)
INSATSER = (
    Book(COLUMNS)
    .row("Nästa steg", -2_214_300, -2_150_800)
    .row("Koordinator för flerpartsmöten", -780_450, -612_000)
    .row("Ung kraft", -421_900, 0)
    .row("Tidig dialog", -1_015_600, -998_250)
    .row("Arbetslivsresurs (avslutad 2021)", None, -1_320_700)
    .total("Summa samverkansinsatser")
)
STAFF = (
    Book(COLUMNS)
    .row("Löner kansli", -1_486_200, -1_431_900)
    .row("Arvoden styrelse", -212_400, -198_700)
    .row("Sociala avgifter", -533_700, -512_300)
    .row("Pensionskostnader", -141_800, -139_600)
    .total("Summa personal")
)
OTHER = (
    Book(COLUMNS)
    .row("Lokalhyra", -186_000, -182_400)
    .row("Revision", -64_500, -61_000)
    .row("Utbildning och konferens", -143_250, -88_900)
    .row("Övriga kostnader", -97_310, -102_640)
    .total("Summa övriga kostnader")
)
RESULT = (
    Book(COLUMNS)
    .row("Medlemsavgifter", *MEMBERS.amounts("Summa medlemsavgifter"), note=2)
    .row("Övriga intäkter", 35_000, 0)
    .total("Summa verksamhetens intäkter")
    .row("Kostnader för samverkansinsatser", *INSATSER.amounts("Summa samverkansinsatser"), note=3)
    .row("Personalkostnader", *STAFF.amounts("Summa personal"), note=4)
    .row("Övriga verksamhetskostnader", *OTHER.amounts("Summa övriga kostnader"), note=5)
    .row("Avskrivningar", -18_600, -18_600, note=6)
    .total("Summa verksamhetens kostnader")
    .whole("Verksamhetens resultat")
    .row("Finansiella intäkter", 12_480, 310)
    .row("Finansiella kostnader", -2_140, -3_950)
    .whole("Resultat efter finansiella poster")
)
YEAR = RESULT.amounts("Resultat efter finansiella poster")
RESULT.whole("Årets resultat")

INVENTORY = (
    Book(COLUMNS)
    .row("Ingående anskaffningsvärde", 93_000, 93_000)
    .row("Ackumulerade avskrivningar", -55_800, -37_200)
    .row("Utgående bokfört värde", 37_200, 55_800)
)
CLAIMS = (
    Book(COLUMNS)
    .row("Momsfordran", 124_310, 141_860)
    .row("Förutbetalda kostnader", 58_200, 46_900)
    .row("Upplupna intäkter", 35_000, None)
    .total("Summa kortfristiga fordringar")
)
OPENING = (3_402_000, 3_402_000 - (YEAR[1] or 0))
DEBTS = (
    Book(COLUMNS)
    .row("Leverantörsskulder", 402_800, 388_150)
    .row("Skulder till insatsägare, kvartal 4", 1_108_420, 1_243_900)
    .row("Personalens skatter och avgifter", 96_330, 92_740)
    .row("Semesterlöneskuld", 74_900, 71_300)
    .total("Summa kortfristiga skulder")
)
_EQUITY = tuple((a or 0) + (b or 0) for a, b in zip(OPENING, YEAR, strict=True))
_OWED, _CLAIMED = DEBTS.amounts("Summa kortfristiga skulder"), CLAIMS.amounts("Summa kortfristiga fordringar")
_THINGS = INVENTORY.amounts("Utgående bokfört värde")
CASH = tuple(e + (d or 0) - (c or 0) - (t or 0) for e, d, c, t in zip(_EQUITY, _OWED, _CLAIMED, _THINGS, strict=True))

ASSETS = (
    Book(COLUMNS)
    .row("Inventarier", *_THINGS, note=6)
    .total("Summa anläggningstillgångar")
    .row("Kortfristiga fordringar", *_CLAIMED, note=7)
    .row("Kassa och bank", *CASH)
    .total("Summa omsättningstillgångar")
    .whole("SUMMA TILLGÅNGAR")
)
SOURCES = (
    Book(COLUMNS)
    .row("Ingående eget kapital", *OPENING)
    .row("Årets resultat", *YEAR)
    .total("Summa eget kapital")
    .row("Kortfristiga skulder", *_OWED, note=8)
    .total("Summa skulder")
    .whole("SUMMA EGET KAPITAL OCH SKULDER")
)
_BEFORE = {"Kortfristiga fordringar": (_CLAIMED[1] or 0, 151_400), "Kortfristiga skulder": (_OWED[1] or 0, 1_602_700)}
FLOW = (
    Book(COLUMNS)
    .row("Årets resultat", *YEAR)
    .row("Justering för avskrivningar", 18_600, 18_600, note=6)
    .total("Medel från verksamheten före förändring av rörelsekapital")
    .row(
        "Förändring av kortfristiga fordringar",
        *(b - (now or 0) for b, now in zip(_BEFORE["Kortfristiga fordringar"], _CLAIMED, strict=True)),
    )
    .row("Förändring av kortfristiga skulder", *((now or 0) - b for b, now in zip(_BEFORE["Kortfristiga skulder"], _OWED, strict=True)))
    .whole("Kassaflöde från den löpande verksamheten")
    .row("Förvärv av materiella anläggningstillgångar", 0, 0)
    .total("Kassaflöde från investeringsverksamheten")
    .whole("Årets kassaflöde")
)
_FLOWED = FLOW.amounts("Årets kassaflöde")
FLOW_ROWS = (
    *FLOW.rows,
    *Book(COLUMNS).row("Likvida medel vid årets början", *(c - (f or 0) for c, f in zip(CASH, _FLOWED, strict=True))).rows,
    *(row.model_copy(update={"summa": True}) for row in Book(COLUMNS).row("Likvida medel vid årets slut", *CASH).rows),
)

NOTES = (
    Note(nummer=1, rubrik="Redovisningsprinciper"),
    Note(nummer=2, rubrik="Medlemsavgifter", rader=MEMBERS.rows),
    Note(nummer=3, rubrik="Kostnader för samverkansinsatser", rader=INSATSER.rows),
    Note(nummer=4, rubrik="Personalkostnader", rader=STAFF.rows),
    Note(nummer=5, rubrik="Övriga verksamhetskostnader", rader=OTHER.rows),
    Note(nummer=6, rubrik="Inventarier", rader=INVENTORY.rows),
    Note(nummer=7, rubrik="Kortfristiga fordringar", rader=CLAIMS.rows),
    Note(nummer=8, rubrik="Kortfristiga skulder", rader=DEBTS.rows),
)
DESCRIBED = (
    Description(
        namn="Nästa steg",
        samverkansparter="Almsjö kommun (insatsägare), Arbetsförmedlingen, Försäkringskassan och Region Vinderland",
        malgrupp="Personer i åldern 25–60 år som har haft försörjningsstöd eller sjukpenning i mer än ett år och som behöver stöd "
        "från flera parter.",
        mal="30 personer per år ska skrivas in.\nMinst 40 % ska vid avslut ha gått vidare till arbete eller studier.\nAlla "
        "deltagare ska ha en gemensam plan.",
        utfall="32 personer skrevs in under året.\n43 % av dem som avslutades gick till arbete eller studier.\nSamtliga deltagare "
        "har en plan.",
        insatsperiod="2022-01-01 – 2024-12-31",
    ),
    Description(
        namn="Koordinator för flerpartsmöten",
        samverkansparter="Brunnsta kommun (insatsägare), Försäkringskassan och Region Vinderland",
        malgrupp="Medarbetare hos parterna som möter personer med behov av samordnat stöd.",
        mal="Minst 60 flerpartsmöten ska hållas varje år.\nEn gemensam rutin ska vara antagen av alla parter.",
        utfall="71 möten hölls.\nRutinen antogs i oktober.",
        insatsperiod="2021-06-01 – 2025-12-31",
    ),
    Description(
        namn="Ung kraft",
        samverkansparter="Ekfors kommun (insatsägare) och Arbetsförmedlingen",
        malgrupp="Unga mellan 16 och 29 år som varken arbetar eller studerar.",
        mal="Minst hälften av deltagarna ska gå vidare till arbete, studier eller praktik.",
        utfall="Insatsen startade i september. Åtta unga är inskrivna och ingen har ännu avslutats.",
        insatsperiod="2022-09-01 – 2025-08-31",
    ),
)
COSTS = (
    Cost(insats="Nästa steg", belopp={"2022": 2_214_300, "2021": 2_150_800}, forbrukningskvot=96.0),
    Cost(insats="Koordinator för flerpartsmöten", belopp={"2022": 780_450, "2021": 612_000}, forbrukningskvot=99.0),
    Cost(insats="Ung kraft", belopp={"2022": 421_900, "2021": None}, forbrukningskvot=84.0),
    Cost(insats="Tidig dialog", belopp={"2022": 1_015_600, "2021": 998_250}, forbrukningskvot=100.0),
)
RECORD = Arsredovisning(
    ar=2022,
    organisationsnummer=NUMBER,
    resultatrakning=RESULT.rows,
    balansrakning=[*ASSETS.rows, *SOURCES.rows],
    kassaflode=list(FLOW_ROWS),
    noter=list(NOTES),
    insatser=list(DESCRIBED),
    samverkansinsatser=list(COSTS),
)
