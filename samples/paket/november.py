"""Notice with paragraphs, a note of the office in other words, an application, finances without owners, fees by share: with mistakes."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.ansokan.content import aterstart
from samples.ansokan.looks import controlled
from samples.grid import Body, Ruling, grid
from samples.paket.binding import bind
from samples.paket.okand import Loose
from samples.sample import Fact, Flaw, Part
from samples.wording import kronor
from underlag.schemas.budget import Period
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.schemas.kallelse import Kallelse, Matter
from underlag.schemas.medlemsavgifter import Fee, Medlemsavgifter, MemberFee
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

ASSOCIATION = "Samordningsförbundet Storhamra"
CHIEF = "Solveig Åkermyr"

NOTICE = Kallelse(
    organ="Styrelsen",
    datum="2023-11-16",
    tid="14.00 – 16.00",
    plats="Storhamra konsthall, Hörsalen",
    arenden=(
        Matter(nr=41, rubrik="Val av justerare"),
        Matter(nr=42, rubrik="Anmälan av övriga frågor"),
        Matter(nr=43, rubrik="Ekonomisk rapport", handling="Utsänds med kallelsen"),
        Matter(nr=44, rubrik="Ansökan från Storhamra kommun: Återstart", handling="Tjänsteskrivelse och ansökan"),
        Matter(nr=45, rubrik="Parternas bidrag 2024", handling="Utsänds med kallelsen"),
        Matter(nr=46, rubrik="Minnesanteckningar från beredningsgruppen", handling="Utsänds med kallelsen"),
        Matter(nr=47, rubrik="Sammanträdestider våren 2024", handling="Förslag lämnas vid mötet"),
    ),
)
FINANCES = EkonomiskInformation(
    per_datum="2023-10-31",
    kolumner=("Budget 2023", "Utfall 2023-10-31", "Prognos 2023", "Budget 2024"),
    rader=(
        AmountRow(rubrik="Bidrag från parterna", belopp=(4_800, 4_800, 4_800, 5_000)),
        AmountRow(rubrik="Ingående eget kapital", belopp=(960, 960, 960, 1_195)),
        AmountRow(rubrik="Administration", belopp=(1_150, 930, 1_120, 1_180)),
        AmountRow(rubrik="Nästa led (Storhamra kommun)", belopp=(1_900, 1_480, 1_870, 950)),
        AmountRow(rubrik="Rehabteamet (Region Hamraland)", belopp=(1_600, 1_290, 1_575, 1_600)),
        AmountRow(rubrik="Summa pågående insatser", belopp=(3_500, 2_770, 3_445, 2_550)),
        AmountRow(rubrik="Återstart (Storhamra kommun)", belopp=(None, None, None, 1_645)),
        AmountRow(rubrik="Summa ansökningar", belopp=(None, None, None, 1_645)),
    ),
    beslutsutrymme_fore=(1_110, None, 1_195, 2_465),
    beslutsutrymme_efter=(1_110, None, 1_195, 820),
)
CASE = Tjansteskrivelse(
    rubrik="Ansökan om medel för insatsen Återstart",
    dnr="2023:38",
    datum="2023-11-02",
    forslag_till_beslut=(
        "att bifalla ansökan om medel till insatsen Återstart för perioden 240101–241231",
        "att anslå högst 1 654 000 kr för ändamålet",
        "att återstoden av ansökan prövas under hösten 2024 sedan en första uppföljning har gjorts",
    ),
    insats="Återstart",
    period=Period(start="2024-01-01", slut="2024-12-31"),
    maxbelopp=1_654_000,
    forslagsstallare="Beredningsgruppen",
    bedomning="Beredningsgruppen tillstyrker ansökan för ett år. Insatsen har en tydlig målgrupp och bygger på ett arbetssätt som "
    "kommunen har "
    "prövat i mindre skala. Gruppen anser att antalet deltagare bör följas noga.",
)
FEES = Medlemsavgifter(
    ar=2024,
    rader=(
        MemberFee(medlem="Försäkringskassan", ar=1_250_000, foregaende_ar=1_200_000),
        MemberFee(medlem="Arbetsförmedlingen", ar=1_250_000, foregaende_ar=1_200_000),
        MemberFee(medlem="Region Hamraland", ar=1_250_000, foregaende_ar=1_200_000),
        MemberFee(medlem="Storhamra kommun", ar=1_250_000, foregaende_ar=1_200_000),
    ),
    totalt=Fee(ar=5_000_000, foregaende_ar=4_800_000),
)
PARTS = (
    Part("kallelse", NOTICE, (1, 1)),
    Part("ekonomisk_information", FINANCES, (2, 2)),
    Part("tjansteskrivelse", CASE, (3, 3)),
    Part("ansokan", aterstart.APPLICATION.record, (4, 9)),
    Part("medlemsavgifter", FEES, (10, 10)),
    Part("okand", Loose(rubrik="Minnesanteckningar från beredningsgruppens möte den 19 oktober 2023"), (11, 11)),
)
FACTS = (
    Fact(
        ("/parts/2/record/maxbelopp", "/parts/3/record/budget/per_ar/0/totalt"),
        "maxbelopp_vs_budget_ar1",
        "Återstart: tjänsteskrivelsen föreslår 1 654 000 kr för 2024, ansökans budget är 1 645 000 kr.",
        1_645_000,
        1_654_000,
    ),
    Fact(
        ("/parts/2/record/period/slut", "/parts/3/record/insatstid/slut"),
        "period_vs_insatstid",
        "Återstart: tjänsteskrivelsen föreslår ett år (till 2024-12-31), ansökan gäller två (till 2025-12-31).",
        "2025-12-31",
        "2024-12-31",
    ),
)
ANOMALIES: tuple[Flaw, ...] = tuple(flaw.in_part(3) for flaw in aterstart.APPLICATION.anomalies)
TOLERATED: tuple[Flaw, ...] = tuple(flaw.in_part(3) for flaw in aterstart.APPLICATION.allowed)


def draw() -> DocxDocument:
    """The whole packet."""
    return bind((_notice(), _finances(), _case(), controlled.render(aterstart.APPLICATION), _fees(), _talks()))


def _sheet() -> DocxDocument:
    document = paper.new_document("Liberation Serif", 12, 2.6)
    paper.letterhead(document, ASSOCIATION)
    return document


def _head(document: DocxDocument, text: str, size: float = 13) -> None:
    paper.line(document, text, bold=True, size=size).paragraph_format.keep_with_next = True


def _notice() -> DocxDocument:
    document = _sheet()
    _head(document, "KALLELSE", 20)
    paper.line(document, "Styrelsen kallas till ordinarie möte")
    paper.line(document, "Torsdagen den 16 november 2023, kl. 14.00 – 16.00")
    paper.line(document, "Plats: Storhamra konsthall, Hörsalen")
    _head(document, "Föredragningslista")
    made = paper.table(document, len(NOTICE.arenden), (1.6, 9.0, 5.2), weight=0)
    for row, matter in zip(made.rows, NOTICE.arenden, strict=True):
        for cell, text in zip(row.cells, (f"§ {matter.nr}", matter.rubrik, matter.handling), strict=True):
            paper.line(cell, text or "")
    paper.line(document)
    paper.line(document, "Lars-Inge Kolbäck")
    paper.line(document, "ordförande")
    return document


def _finances() -> DocxDocument:
    document = _sheet()
    _head(document, "Ekonomisk rapport per den 31 oktober 2023", 16)
    paper.line(
        document, "Nedan redovisas förbundets ekonomi och utrymmet för nya beslut (tkr). Ingen part har lämnat medel utöver sitt bidrag."
    )
    rows = [(row.rubrik or "", *map(kronor, row.belopp)) for row in FINANCES.rader]
    blank = ("",) * 4
    rows.insert(0, ("Intäkter", *blank))
    rows.insert(3, ("Kostnader", *blank))
    rows.insert(8, ("Beslutsutrymme före ansökningar", *map(kronor, FINANCES.beslutsutrymme_fore)))
    rows.insert(9, ("Ansökningar till dagens möte", *blank))
    rows.append(("Beslutsutrymme efter ansökningar", *map(kronor, FINANCES.beslutsutrymme_efter)))
    bold = frozenset(n for n, row in enumerate(rows) if row[1:] == blank or row[0].startswith(("Besl", "Summa")))
    made = grid(document, (6.4, 2.3, 2.6, 2.3, 2.3), [("tkr", *FINANCES.kolumner)], Body(tuple(rows), bold), Ruling(10, "", weight=0))
    paper.ruled(made, below=1)
    return document


def _case() -> DocxDocument:
    document = _sheet()
    paper.right(paper.line(document, "Tjänsteskrivelse"))
    paper.right(paper.line(document, "2 november 2023"))
    paper.right(paper.line(document, "Diarienr 2023:38"))
    _head(document, CASE.rubrik or "", 17)
    _head(document, "Ärendebeskrivning")
    paper.write(
        document,
        """
Storhamra kommun söker medel för två år till en insats för personer som är på väg tillbaka till arbete efter lång tid utan. Ansökan har
gått igenom av kansliet och diskuterats i beredningsgruppen vid två tillfällen.
""",
    )
    _head(document, "Beredningsgruppens bedömning")
    paper.line(document, CASE.bedomning or "")
    _head(document, "Beredningsgruppens förslag till beslut")
    paper.line(document, "Beredningsgruppen föreslår styrelsen besluta")
    for number, text in enumerate(CASE.forslag_till_beslut, 1):
        paper.line(document, f"{number}. {text}")
    paper.line(document)
    paper.line(document, CHIEF)
    paper.line(document, "Förbundschef")
    return document


def _fees() -> DocxDocument:
    document = _sheet()
    _head(document, "Medlemsbidrag 2024", 16)
    paper.line(document, "Parternas bidrag till förbundet i kronor, med fjärdedelar enligt förbundsordningen.")
    rows = tuple((r.medlem or "", "25 %", kronor(r.foregaende_ar), kronor(r.ar)) for r in FEES.rader)
    whole = ("Summa", "100 %", kronor(FEES.totalt.foregaende_ar), kronor(FEES.totalt.ar))
    heads = [("Part", "Andel", "Bidrag 2023", "Bidrag 2024")]
    grid(document, (6.0, 2.6, 3.6, 3.6), heads, Body((*rows, whole), frozenset({-1})), Ruling(11, "", line="000000"))
    return document


def _talks() -> DocxDocument:
    document = _sheet()
    _head(document, "Minnesanteckningar från beredningsgruppens möte den 19 oktober 2023", 15)
    paper.line(document, "Närvarande: Solveig Åkermyr, Hans-Erik Tunvik, Mona Strandalm, Peder Vikmark")
    for text in (
        (
            "Gruppen gick igenom ansökan om Återstart. Frågor ställdes om antalet deltagare och om hur kommunen tänker fortsätta "
            "efter insatsen."
        ),
        "Rehabteamet berättade om höstens arbete. Kön är kortare än i våras.",
        "Nästa möte hålls den 18 januari 2024.",
    ):
        paper.line(document, text)
    return document
