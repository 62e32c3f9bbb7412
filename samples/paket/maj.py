"""Agenda as a numbered list, two case notes that end with the proposal, one application, fees with the years reversed: with mistakes."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.ansokan.content import ung
from samples.ansokan.looks import numbered
from samples.grid import ABOVE, LEFT, Body, Ruling, grid
from samples.paket.binding import bind
from samples.paket.okand import Loose
from samples.sample import Fact, Flaw, Part
from samples.wording import kronor
from underlag.schemas.budget import Period
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.schemas.kallelse import Kallelse, Matter
from underlag.schemas.medlemsavgifter import Fee, Medlemsavgifter, MemberFee
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

ASSOCIATION = "Samordningsförbundet Ekhamra och Tallmyra"
CHIEF, ECONOMIST = "Gunvor Alsterdal", "Pontus Ekvall"
_RULING = Ruling(size=9.5, head="1F4E79", line="9DC3E6", ink="FFFFFF")

NOTICE = Kallelse(
    organ="Förbundsstyrelsen",
    datum="2025-05-22",
    tid="09:00-11:30",
    plats="Tallmyra stadshus, lokal Granen",
    arenden=(
        Matter(nr=1, rubrik="Mötets öppnande"),
        Matter(nr=2, rubrik="Fastställande av dagordning"),
        Matter(nr=3, rubrik="Val av justerare"),
        Matter(nr=4, rubrik="Ekonomisk uppföljning per den 30 april", foredragande=ECONOMIST, handling="Bilaga 1"),
        Matter(nr=5, rubrik="Beslut om Ung riktning", foredragande=CHIEF, handling="Bilaga 2 och 3"),
        Matter(nr=6, rubrik="Beslut om förlängning av Språkbron", foredragande=CHIEF, handling="Bilaga 4"),
        Matter(nr=7, rubrik="Medlemsavgifter för 2026", foredragande=ECONOMIST, handling="Bilaga 5"),
        Matter(nr=8, rubrik="Delegationsbeslut", foredragande=CHIEF, handling="Bilaga 6"),
        Matter(nr=9, rubrik="Övriga frågor"),
    ),
)
_COLUMNS = ("Bokslut 2024", "Budget 2025", "Prognos 2025", "Plan 2026", "Plan 2027")
FINANCES = EkonomiskInformation(
    per_datum="2025-04-30",
    kolumner=_COLUMNS,
    rader=(
        AmountRow(rubrik="Medlemsavgifter", belopp=(5_600, 5_800, 5_800, 6_000, 6_000)),
        AmountRow(rubrik="Överskott från tidigare år", belopp=(1_940, 1_705, 1_705, 2_215, 1_440)),
        AmountRow(rubrik="Summa tillgängliga medel", belopp=(7_540, 7_505, 7_505, 8_215, 7_440)),
        AmountRow(rubrik="Förbundsstyrelse", belopp=(-210, -220, -215, -225, -230)),
        AmountRow(rubrik="Förbundskansli", belopp=(-1_385, -1_420, -1_400, -1_460, -1_490)),
        AmountRow(rubrik="Hälsoporten", insatsagare="Region Ekdal", belopp=(-398, -1_205, -1_150, -797, None)),
        AmountRow(rubrik="Språkbron", insatsagare="Ekhamra kommun", belopp=(-1_642, -1_700, -1_700, -850, None)),
        AmountRow(rubrik="Samverkansteam", insatsagare="Tallmyra kommun", belopp=(-2_200, -825, -825, None, None)),
        AmountRow(rubrik="S:a beslutade insatser", belopp=(-4_240, -3_730, -3_675, -1_647, 0)),
        AmountRow(rubrik="Ung riktning", insatsagare="Tallmyra kommun", belopp=(None, -775, -775, -1_875, -1_100)),
        AmountRow(rubrik="Språkbron, förlängning", insatsagare="Ekhamra kommun", belopp=(None, None, None, -950, -1_800)),
        AmountRow(rubrik="S:a nya insatser", belopp=(0, -775, -775, -2_825, -2_900)),
    ),
    beslutsutrymme_fore=(1_705, 2_135, 2_215, 4_883, 5_720),
    beslutsutrymme_efter=(1_705, 1_360, 1_440, 2_058, 2_820),
)
YOUNG = Tjansteskrivelse(
    rubrik="Ansökan om finansiering av Ung riktning",
    dnr="SET 2025-0021",
    datum="2025-05-08",
    forslag_till_beslut=(
        (
            "att bevilja Tallmyra kommun finansiering av insatsen Ung riktning under perioden 1 augusti 2025 – 30 juni 2027 med "
            "maximalt 3 570 000 kronor"
        ),
        "att förbundschefen får i uppdrag att teckna överenskommelse med insatsägaren",
        "att insatsen följs upp enligt förbundets uppföljningsplan",
    ),
    insats="Ung riktning",
    period=Period(start="2025-08-01", slut="2027-06-30"),
    maxbelopp=3_570_000,
    forslagsstallare="Förbundschefen",
    bedomning="Ung riktning vänder sig till en grupp som parterna länge har haft svårt att nå var för sig. Målen är tydliga och "
    "kan mätas.\n"
    "Tallmyra kommun står för lokaler och för en betydande del av personalen. Det talar för att arbetssättet kan leva kvar.",
)
SPEECH = Tjansteskrivelse(
    rubrik="Förlängning av insatsen Språkbron",
    dnr="SET 2025-0017",
    datum="2025-05-09",
    forslag_till_beslut=(
        "att förlänga insatsen Språkbron från och med 1 juli 2026 till och med 31 december 2027",
        "att kostnaden får uppgå till högst 2 750 000 kronor",
    ),
    insats="Språkbron",
    period=Period(start="2026-07-01", slut="2027-12-31"),
    maxbelopp=2_750_000,
    forslagsstallare="Förbundschefen",
    bedomning="Språkbron har nått sina mål två år i rad. En förlängning ger kommunen tid att föra över arbetet till ordinarie verksamhet.",
)
FEES = Medlemsavgifter(
    ar=2026,
    rader=(
        MemberFee(medlem="Arbetsförmedlingen", ar=1_500_000, foregaende_ar=1_450_000, forandring=50_000),
        MemberFee(medlem="Försäkringskassan", ar=1_500_000, foregaende_ar=1_450_000, forandring=50_000),
        MemberFee(medlem="Region Ekdal", ar=1_500_000, foregaende_ar=1_450_000, forandring=50_000),
        MemberFee(medlem="Ekhamra kommun", ar=885_000, foregaende_ar=857_000, forandring=28_000),
        MemberFee(medlem="Tallmyra kommun", ar=615_000, foregaende_ar=593_000, forandring=22_000),
    ),
    totalt=Fee(ar=6_000_000, foregaende_ar=5_800_000, forandring=220_000),
)
PARTS = (
    Part("kallelse", NOTICE, (1, 1)),
    Part("ekonomisk_information", FINANCES, (2, 2)),
    Part("tjansteskrivelse", YOUNG, (3, 3)),
    Part("ansokan", ung.APPLICATION.record, (4, 8)),
    Part("tjansteskrivelse", SPEECH, (9, 9)),
    Part("medlemsavgifter", FEES, (10, 10)),
    Part("okand", Loose(rubrik="Delegationsbeslut april–maj 2025"), (11, 11)),
)
FACTS = (
    Fact(
        ("/parts/2/record/maxbelopp", "/parts/3/record/sokt_belopp"),
        "maxbelopp_vs_sokt",
        "Ung riktning: tjänsteskrivelsen föreslår 3 570 000 kr, ansökan gäller 3 750 000 kr.",
        3_750_000,
        3_570_000,
    ),
    Fact(
        ("/parts/2/record/period/slut", "/parts/3/record/insatstid/slut"),
        "period_vs_insatstid",
        "Ung riktning: tjänsteskrivelsen föreslår tiden till 2027-06-30, ansökan gäller till 2027-07-31.",
        "2027-07-31",
        "2027-06-30",
    ),
)
ANOMALIES = (
    Flaw(
        "/totalt/forandring", "sum_mismatch", "Förändringen summerar till 200 000 kr, raden Summa anger 220 000.", 200_000, 220_000, part=5
    ),
)


def draw() -> DocxDocument:
    """The whole packet."""
    return bind((_notice(), _finances(), _young(), numbered.render(ung.APPLICATION), _speech(), _fees(), _delegated()))


def _sheet() -> DocxDocument:
    document = paper.new_document("Liberation Sans", 10.5, 2.4)
    paper.letterhead(document, ASSOCIATION, numbered=True)
    return document


def _head(document: DocxDocument, text: str, size: float = 12) -> None:
    paper.line(document, text, bold=True, size=size, color="1F4E79").paragraph_format.keep_with_next = True


def _notice() -> DocxDocument:
    document = _sheet()
    _head(document, "Kallelse och dagordning", 18)
    paper.line(
        document, "Förbundsstyrelsen kallas till sammanträde torsdag 22 maj 2025 klockan 09:00-11:30 i Tallmyra stadshus, lokal Granen."
    )
    made = paper.table(document, 3, (3.0, 13.0), weight=0)
    for row, (label, value) in zip(made.rows, (("När", "2025-05-22"), ("Tid", NOTICE.tid), ("Var", NOTICE.plats)), strict=True):
        paper.line(row.cells[0], label, bold=True)
        paper.line(row.cells[1], value or "")
    _head(document, "Dagordning")
    for matter in NOTICE.arenden:
        speaker = f" – {matter.foredragande}" if matter.foredragande else ""
        papers = f" ({matter.handling})" if matter.handling else ""
        paper.line(document, f"{matter.nr}. {matter.rubrik}{papers}{speaker}")
    paper.line(document)
    paper.line(document, "Anmäl förhinder till kansliet@ekhamratallmyra.example senast den 19 maj.")
    paper.line(document, "Välkomna!")
    paper.line(document, "Torgny Lindhage, ordförande")
    return document


def _finances() -> DocxDocument:
    document = _sheet()
    _head(document, "Ekonomisk uppföljning per 30 april 2025", 16)
    paper.line(
        document, "Tabellen visar vad förbundet har beslutat om och vad som återstår att besluta om. Alla belopp är i tusental kronor."
    )
    rows: list[tuple[str, ...]] = []
    heads = {"Medlemsavgifter": "INTÄKTER", "Förbundsstyrelse": "FÖRVALTNING", "Hälsoporten": "BESLUTADE INSATSER"}
    for row in FINANCES.rader:
        if row.rubrik == "Ung riktning":
            rows.append(("Beslutsutrymme innan nya insatser", "", *map(_tkr, FINANCES.beslutsutrymme_fore)))
            rows.append(("NYA INSATSER", *(LEFT,) * 6))
        elif row.rubrik in heads:
            rows.append((heads[row.rubrik], *(LEFT,) * 6))
        rows.append((row.rubrik or "", row.insatsagare or "", *map(_tkr, row.belopp)))
    rows.append(("Beslutsutrymme efter nya insatser", "", *map(_tkr, FINANCES.beslutsutrymme_efter)))
    bold = frozenset(n for n, row in enumerate(rows) if row[0].startswith(("Summa", "S:a", "Besluts")) or row[1] == LEFT)
    heads_row = ("", "Ägare", "Bokslut\n2024", "Budget\n2025", "Prognos\n2025", "Plan\n2026", "Plan\n2027")
    grid(
        document,
        (5.4, 3.0, *(1.7,) * 5),
        [heads_row],
        Body(tuple(rows), bold),
        Ruling(8.5, "1F4E79", line="9DC3E6", words=frozenset({1}), ink="FFFFFF"),
    )
    paper.line(document)
    paper.line(document, f"{ECONOMIST}, ekonom")
    return document


def _tkr(amount: int | None) -> str:
    return f"-{kronor(-amount)}" if amount is not None and amount < 0 else kronor(amount)


def _case(case: Tjansteskrivelse, background: str, money: str) -> DocxDocument:
    document = _sheet()
    made = paper.table(document, 2, (5.4, 5.4, 5.4), border="9DC3E6")
    for cells, texts in zip(
        (r.cells for r in made.rows), (("Handläggare", "Datum", "Diarienummer"), (CHIEF, case.datum, case.dnr)), strict=True
    ):
        for cell, text in zip(cells, texts, strict=True):
            paper.line(cell, text or "", size=9)
    paper.line(document)
    paper.line(document, "TJÄNSTESKRIVELSE", size=9)
    paper.line(document, "Till förbundsstyrelsen", size=9)
    _head(document, case.rubrik or "", 15)
    _head(document, "Bakgrund")
    paper.line(document, background)
    _head(document, "Bedömning")
    for text in (case.bedomning or "").split("\n"):
        paper.line(document, text)
    _head(document, "Ekonomiska konsekvenser")
    paper.line(document, money)
    _head(document, "Förslag till beslut")
    paper.line(document, "Förbundschefen föreslår förbundsstyrelsen")
    for text in case.forslag_till_beslut:
        paper.line(document, text)
    return document


def _young() -> DocxDocument:
    return _case(
        YOUNG,
        "Tallmyra kommun ansöker tillsammans med Arbetsförmedlingen och Region Ekdal om medel för att ge unga som varken arbetar eller "
        "studerar en väg vidare. Ansökan kom in den 14 april och har behandlats i beredningsgruppen.",
        "Kostnaden ryms inom förbundets beslutsutrymme för 2025–2027.",
    )


def _speech() -> DocxDocument:
    return _case(
        SPEECH,
        "Språkbron startade 2023 och drivs av Ekhamra kommun tillsammans med Arbetsförmedlingen. Nuvarande beslut gäller till "
        "halvårsskiftet 2026.",
        "Förlängningen belastar budgeten för 2026 med 950 000 kronor och budgeten för 2027 med 1 800 000 kronor.",
    )


def _fees() -> DocxDocument:
    document = _sheet()
    _head(document, "Förslag till medlemsavgifter 2026", 16)
    paper.line(
        document, "Beredningsgruppen föreslår att medlemmarnas bidrag höjs med 200 000 kronor. Parterna bidrar enligt lagens fördelning."
    )
    rows = tuple((r.medlem or "", kronor(r.foregaende_ar), kronor(r.ar), kronor(r.forandring)) for r in FEES.rader)
    whole = ("Summa", kronor(FEES.totalt.foregaende_ar), kronor(FEES.totalt.ar), kronor(FEES.totalt.forandring))
    heads = [("Medlem", "Avgift i kr", LEFT, "Ökning"), (ABOVE, "2025", "2026", ABOVE)]
    grid(document, (6.4, 3.2, 3.2, 3.0), heads, Body((*rows, whole), frozenset({-1})), _RULING)
    return document


def _delegated() -> DocxDocument:
    document = _sheet()
    _head(document, "Delegationsbeslut april–maj 2025", 16)
    heads = [("Datum", "Beslut", "Beslutat av")]
    rows = (
        ("2025-04-11", "Avtal om revisionstjänster 2025", CHIEF),
        ("2025-04-29", "Bidrag till samverkansdag, 38 000 kronor", CHIEF),
        ("2025-05-06", "Anställning av vikarierande administratör", CHIEF),
    )
    grid(document, (2.6, 9.4, 4.0), heads, Body(rows), Ruling(9.5, "1F4E79", line="9DC3E6", words=frozenset({1, 2}), ink="FFFFFF"))
    return document
