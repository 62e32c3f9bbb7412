"""A sound packet: notice with a table of matters, last minutes, finances, a case note with its application, fees."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.ansokan.content import stegvis
from samples.ansokan.looks import boxed
from samples.grid import Body, Ruling, grid
from samples.paket.binding import bind
from samples.paket.okand import Loose
from samples.sample import Part
from samples.wording import kronor
from underlag.schemas.budget import Period
from underlag.schemas.ekonomisk_information import AmountRow, EkonomiskInformation
from underlag.schemas.kallelse import Kallelse, Matter
from underlag.schemas.medlemsavgifter import Fee, Medlemsavgifter, MemberFee
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse

BOARD = "Styrelsen för Samordningsförbundet Vindelbygden"
CHIEF, CLERK = "Hillevi Sandmo", "Rasmus Björkäng"
_RULING = Ruling(size=10, head="EDEDED", words=frozenset({1, 2, 3}))
_NUMBERS = Ruling(size=9.5, head="EDEDED")

NOTICE = Kallelse(
    organ=BOARD,
    datum="2024-10-10",
    tid="13.00–15.30",
    plats="Sammanträdesrummet Vindeln, Lindvassa kommunhus",
    arenden=(
        Matter(nr=1, rubrik="Mötet öppnas, upprop", foredragande="Ordföranden"),
        Matter(nr=2, rubrik="Val av protokolljusterare", foredragande="Ordföranden", handling="Förslag: Birgitta Orrmo"),
        Matter(nr=3, rubrik="Föregående protokoll", foredragande="Ordföranden", handling="Bilaga 1"),
        Matter(nr=4, rubrik="Ekonomisk information", foredragande=CLERK, handling="Bilaga 2"),
        Matter(nr=5, rubrik="Ansökan om medel: Stegvis framåt", foredragande=CHIEF, handling="Bilaga 3 och 3.1"),
        Matter(nr=6, rubrik="Medlemsavgifter 2025", foredragande=CLERK, handling="Bilaga 4"),
        Matter(nr=7, rubrik="Rapport från beredningsgruppen", foredragande=CHIEF, handling="Muntlig information"),
        Matter(nr=8, rubrik="Övriga frågor"),
        Matter(nr=9, rubrik="Nästa sammanträde", handling="2024-12-05"),
    ),
)

_YEARS = ("Budget 2024", "Prognos 2024", "Budget 2025", "Budget 2026")


FINANCES = EkonomiskInformation(
    per_datum="2024-09-30",
    kolumner=_YEARS,
    rader=(
        AmountRow(rubrik="Medlemsavgifter", belopp=(7_400, 7_400, 7_600, 7_600)),
        AmountRow(rubrik="Ingående överskott", belopp=(2_310, 2_310, 2_470, 3_200)),
        AmountRow(rubrik="Summa att fördela", belopp=(9_710, 9_710, 10_070, 10_800)),
        AmountRow(rubrik="Styrelse och revision", belopp=(310, 290, 320, 330)),
        AmountRow(rubrik="Kansli", belopp=(1_850, 1_800, 1_900, 1_950)),
        AmountRow(rubrik="Nästa steg", insatsagare="Almsjö", belopp=(2_300, 2_280, None, None)),
        AmountRow(rubrik="Arbetsmarknadstorget", insatsagare="Almsjö", belopp=(1_960, 1_650, 1_960, 330)),
        AmountRow(rubrik="Ung kraft", insatsagare="Ekfors", belopp=(1_280, 1_220, 600, None)),
        AmountRow(rubrik="Summa insatser", belopp=(5_540, 5_150, 2_560, 330)),
        AmountRow(rubrik="Beräknat resultat", belopp=(-300, 160, 2_820, 4_990)),
        AmountRow(rubrik="Stegvis framåt", insatsagare="Lindvassa", belopp=(None, None, 2_090, 2_110)),
        AmountRow(rubrik="Summa nya ansökningar", belopp=(0, 0, 2_090, 2_110)),
    ),
    beslutsutrymme_fore=(2_010, 2_470, 5_290, 8_190),
    beslutsutrymme_efter=(2_010, 2_470, 3_200, 6_080),
)
CASE = Tjansteskrivelse(
    rubrik="Ansökan om medel till insatsen Stegvis framåt",
    dnr="SV 2024/44",
    datum="2024-09-26",
    forslag_till_beslut=(
        "att bevilja Lindvassa kommun högst 4 200 000 kronor till insatsen Stegvis framåt för tiden 2025-01-01 till 2026-12-31",
        "att medlen betalas ut mot rekvisition i efterskott varje kvartal",
        "att insatsen ska lämna en skriftlig halvtidsrapport till styrelsen senast den 28 februari 2026.",
    ),
    insats="Stegvis framåt",
    period=Period(start="2025-01-01", slut="2026-12-31"),
    maxbelopp=4_200_000,
    forslagsstallare="Arbetsutskottet",
    bedomning="Ansökan har beretts i beredningsgruppen, som ställer sig bakom den. Insatsen svarar mot ett behov som flera parter "
    "delar, och "
    "målen går att följa upp. Parterna bidrar med egen personal och en del av lokalkostnaden.\n"
    "Kansliet bedömer att kostnaden är rimlig i förhållande till antalet deltagare och att förbundets ekonomi tillåter en tvåårig insats.",
)
FEES = Medlemsavgifter(
    ar=2025,
    rader=(
        MemberFee(medlem="Försäkringskassan (staten)", ar=3_800_000, foregaende_ar=3_700_000, forandring=100_000),
        MemberFee(medlem="Region Vinderland", ar=1_900_000, foregaende_ar=1_850_000, forandring=50_000),
        MemberFee(medlem="Almsjö kommun", ar=671_000, foregaende_ar=654_000, forandring=17_000),
        MemberFee(medlem="Brunnsta kommun", ar=322_000, foregaende_ar=315_000, forandring=7_000),
        MemberFee(medlem="Ekfors kommun", ar=478_000, foregaende_ar=466_000, forandring=12_000),
        MemberFee(medlem="Lindvassa kommun", ar=429_000, foregaende_ar=415_000, forandring=14_000),
    ),
    totalt=Fee(ar=7_600_000, foregaende_ar=7_400_000, forandring=200_000),
)
PARTS = (
    Part("kallelse", NOTICE, (1, 1)),
    Part("okand", Loose(rubrik="Protokoll från styrelsemöte 2024-08-29"), (2, 2)),
    Part("ekonomisk_information", FINANCES, (3, 4)),
    Part("tjansteskrivelse", CASE, (5, 5)),
    Part("ansokan", stegvis.APPLICATION.record, (6, 12)),
    Part("medlemsavgifter", FEES, (13, 13)),
)


def draw() -> DocxDocument:
    """The whole packet."""
    return bind((_notice(), _minutes(), _finances(), _case(), boxed.render(stegvis.APPLICATION), _fees()))


def _sheet(right: str = "") -> DocxDocument:
    document = paper.new_document("Carlito", 11)
    paper.letterhead(document, "Samordningsförbundet Vindelbygden", right)
    return document


def _head(document: DocxDocument, text: str, size: float = 12) -> None:
    paper.line(document, text, bold=True, size=size).paragraph_format.keep_with_next = True


def _notice() -> DocxDocument:
    document = _sheet()
    _head(document, "Kallelse till sammanträde", 18)
    facts = (("Organ", NOTICE.organ), ("Datum", "torsdagen den 10 oktober 2024"), ("Tid", f"kl. {NOTICE.tid}"), ("Plats", NOTICE.plats))
    for label, value in facts:
        paragraph = paper.line(document, f"{label}:\t", bold=True)
        paper.ink(paragraph, value or "")
    paper.line(document, "Ledamot som inte kan delta kontaktar sin ersättare och meddelar kansliet, kansliet@vindelbygden.example.")
    _head(document, "Ärenden")
    rows = tuple((str(m.nr), m.rubrik or "", m.foredragande or "", m.handling or "") for m in NOTICE.arenden)
    grid(document, (1.2, 7.2, 4.0, 4.2), [("Nr", "Ärende", "Föredragande", "Handling")], Body(rows), _RULING)
    paper.line(document)
    paper.line(document, "Sixten Hallnäs")
    paper.line(document, "Ordförande")
    return document


def _minutes() -> DocxDocument:
    document = _sheet()
    _head(document, "Protokoll från styrelsemöte 2024-08-29", 16)
    paper.line(
        document,
        "Närvarande: Sixten Hallnäs, Birgitta Orrmo, Kajsa Fjällman, Nils-Olof Rönnbro samt Hillevi Sandmo och Rasmus Björkäng "
        "från kansliet.",
    )
    for number, title, text in (
        (31, "Mötets öppnande", "Ordföranden öppnade mötet och hälsade alla välkomna."),
        (32, "Föregående protokoll", "Protokollet lades till handlingarna."),
        (33, "Uppföljning av insatser", "Hillevi Sandmo redovisade första halvåret. Styrelsen tackade för informationen."),
        (34, "Beslut om insatser", "Styrelsen beslutade att flytta frågan om Arbetsmarknadstorget till nästa möte."),
        (35, "Mötet avslutas", "Ordföranden avslutade mötet."),
    ):
        _head(document, f"§ {number} {title}", 11)
        paper.line(document, text)
    paper.line(document, "Justeras: Sixten Hallnäs och Kajsa Fjällman")
    return document


def _finances() -> DocxDocument:
    document = _sheet()
    _head(document, "Ekonomisk information per 2024-09-30", 16)
    _head(document, "Förslag till beslut")
    paper.line(document, "Styrelsen föreslås besluta att lägga informationen till handlingarna.")
    _head(document, "Sammanfattning")
    paper.line(
        document,
        "Tabellen på nästa sida visar vilket utrymme förbundet har för nya beslut, före och efter den ansökan som behandlas vid mötet. "
        "Prognosen för 2024 är bättre än budget därför att två insatser har haft vakanser.",
    )
    paper.line(document, f"{CLERK}, ekonom")
    paper.landscape(document)
    kinds = {"Nästa steg": "SAMVERKANSINSATSER", "Stegvis framåt": "Nya ansökningar"}
    rows: list[tuple[str, ...]] = []
    for row in FINANCES.rader:
        if row.rubrik in kinds:
            rows.append((kinds[row.rubrik], "", *("",) * len(_YEARS)))
        if row.rubrik == "Stegvis framåt":
            rows.insert(-1, ("BESLUTSUTRYMME före nya ansökningar", "", *map(kronor, FINANCES.beslutsutrymme_fore)))
        rows.append((row.rubrik or "", row.insatsagare or "", *(_signed(v) for v in row.belopp)))
    rows.append(("BESLUTSUTRYMME efter nya ansökningar", "", *map(kronor, FINANCES.beslutsutrymme_efter)))
    bold = frozenset(n for n, row in enumerate(rows) if row[0].startswith(("Summa", "BESLUT", "SAMV", "Nya", "Beräknat")))
    grid(document, (9.0, 3.6, *(3.2,) * 4), [("Belopp i tkr", "Insatsägare", *_YEARS)], Body(tuple(rows), bold), _NUMBERS)
    return document


def _signed(amount: int | None) -> str:
    return f"-{kronor(-amount)}" if amount is not None and amount < 0 else kronor(amount)


def _case() -> DocxDocument:
    document = _sheet("Tjänsteskrivelse")
    made = paper.table(document, 1, (8.3, 8.3), weight=0)
    paper.line(made.cell(0, 0), f"Datum {CASE.datum}")
    paper.line(made.cell(0, 1), f"Dnr {CASE.dnr}")
    _head(document, CASE.rubrik or "", 15)
    _head(document, "Förslag till beslut")
    paper.line(document, "Arbetsutskottet föreslår att styrelsen beslutar")
    first, second, third = CASE.forslag_till_beslut
    paper.items(document, (f"{first},", f"{second}, samt", third))
    _head(document, "Ärendet")
    paper.write(
        document,
        """
Lindvassa kommun söker tillsammans med Region Vinderland, Arbetsförmedlingen och Försäkringskassan medel till en samverkansinsats för
personer som länge har stått utanför arbetslivet. Arbetet sker i ett gemensamt team med fasta coacher, och deltagaren får ett
sammanhållet stöd oavsett försörjning.

Insatsen beräknas nå 40 personer per år. Ansökan omfattar två år.
""",
    )
    _head(document, "Bedömning")
    for text in (CASE.bedomning or "").split("\n"):
        paper.line(document, text)
    paper.line(document)
    paper.line(document, f"{CHIEF}, verksamhetsutvecklare")
    return document


def _fees() -> DocxDocument:
    document = _sheet()
    _head(document, "Medlemsavgifter 2025", 16)
    paper.line(
        document,
        "Staten svarar för hälften, regionen för en fjärdedel och kommunerna för en fjärdedel efter invånarantal. Belopp i kronor.",
    )
    rows = tuple((r.medlem or "", kronor(r.ar), kronor(r.foregaende_ar), kronor(r.forandring)) for r in FEES.rader)
    whole = ("Totalt", kronor(FEES.totalt.ar), kronor(FEES.totalt.foregaende_ar), kronor(FEES.totalt.forandring))
    grid(document, (7.2, 3.2, 3.2, 3.0), [("Medlem", "2025", "2024", "Förändring")], Body((*rows, whole), frozenset({-1})), _NUMBERS)
    return document
