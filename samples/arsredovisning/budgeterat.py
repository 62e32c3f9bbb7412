"""A small association's year beside its budget, notes as lines with tabs, one wide table of insatser: with planted mistakes."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from samples import paper
from samples.arsredovisning.book import Book
from samples.grid import Body, Row, Ruling, grid
from samples.misprints import Misprint, flaws, printed
from samples.sample import Flaw
from samples.wording import solid
from underlag.schemas.arsredovisning import AccountRow, Arsredovisning, Cost, Description, Note

NAME, NUMBER = "Samordningsförbundet Granvik–Sundet", "222000-9720"
YEARS, DAYS = ("2016", "2015"), ("2016-12-31", "2015-12-31")
BUDGET = {
    "Medlemsavgifter": 4_200_000,
    "Summa intäkter": 4_200_000,
    "Insatser": 3_100_000,
    "Personal": 890_000,
    "Övriga kostnader": 260_000,
    "Summa kostnader": 4_250_000,
    "Årets resultat": -50_000,
}

FEES = (
    Book(DAYS)
    .row("Staten genom Försäkringskassan", 2_100_000, 2_100_000)
    .row("Region Granland", 1_050_000, 1_050_000)
    .row("Granviks kommun", 714_000, 709_800)
    .row("Sundets kommun", 336_000, 340_200)
    .total("Summa medlemsavgifter")
)
SPENT = (
    Book(DAYS)
    .row("Växtkraft", 1_243_517, 1_180_902)
    .row("Trygg hamn", 866_240, 912_455)
    .row("Nyckeln till arbetslivet", 731_064, 655_310)
    .row("Förstudie unga", 48_700, None)
    .total("Summa insatser")
)
OTHER = (
    Book(DAYS)
    .row("Lokaler", 84_000, 82_000)
    .row("Ekonomitjänst", 60_000, 60_000)
    .row("Resor och möten", 41_318, 52_776)
    .row("Revision", 32_500, 31_000)
)
OTHER.total("Summa övriga kostnader")
INCOME = Book(DAYS).row("Medlemsavgifter", *FEES.amounts("Summa medlemsavgifter"), note=1).total("Summa intäkter")
COST = (
    Book(DAYS)
    .row("Insatser", *SPENT.amounts("Summa insatser"), note=2)
    .row("Personal", 874_233, 861_709)
    .row("Övriga kostnader", *OTHER.amounts("Summa övriga kostnader"), note=3)
    .total("Summa kostnader")
)
YEAR = tuple((i or 0) - (c or 0) for i, c in zip(INCOME.amounts("Summa intäkter"), COST.amounts("Summa kostnader"), strict=True))
RESULT = (*INCOME.rows, *COST.rows, AccountRow(post="Årets resultat", belopp=dict(zip(DAYS, YEAR, strict=True)), summa=True))

OPENING, DEBTS = (1_911_430, 1_911_430 - YEAR[1]), (588_140, 640_905)
CASH = tuple(o + y + d - c for o, y, d, c in zip(OPENING, YEAR, DEBTS, (96_400, 88_150), strict=True))
BALANCE = (
    *Book(DAYS).row("Kundfordringar och moms", 96_400, 88_150).row("Bank", *CASH).total("Summa tillgångar").rows,
    *Book(DAYS)
    .row("Eget kapital, ingående", *OPENING)
    .row("Årets resultat", *YEAR)
    .row("Kortfristiga skulder", *DEBTS)
    .total("Summa eget kapital och skulder")
    .rows,
)
DESCRIBED = (
    Description(
        namn="Växtkraft",
        samverkansparter="Granviks kommun, Arbetsförmedlingen och Försäkringskassan",
        malgrupp="Personer 30–64 år med försörjningsstöd i mer än två år",
        mal="40 deltagare per år\n30 % till arbete eller studier",
        utfall="43 deltagare\n34 % till arbete eller studier",
        insatsperiod="2014-09-01 till 2017-08-31",
    ),
    Description(
        namn="Trygg hamn",
        samverkansparter="Granviks kommun och Region Granland",
        malgrupp="Kvinnor och män med psykisk ohälsa och egen motivation att börja arbeta",
        mal="20 deltagare per år\n25 % till arbete eller studier",
        utfall="21 deltagare\n29 % till arbete eller studier",
        insatsperiod="2015-01-01 till 2016-12-31",
    ),
    Description(
        namn="Nyckeln till arbetslivet",
        samverkansparter="Arbetsförmedlingen, Sundets kommun och Granviks kommun",
        malgrupp="Nyanlända som har lämnat etableringen utan arbete",
        mal="60 deltagare per år\n40 % till arbete eller studier",
        utfall="58 deltagare\n22 % till arbete eller studier",
        insatsperiod="2014-01-01 till 2016-12-31",
    ),
)
RIGHT = Arsredovisning(
    ar=2016,
    organisationsnummer=NUMBER,
    resultatrakning=list(RESULT),
    balansrakning=list(BALANCE),
    noter=[
        Note(nummer=1, rubrik="Medlemsavgifter", rader=FEES.rows),
        Note(nummer=2, rubrik="Insatser", rader=SPENT.rows),
        Note(nummer=3, rubrik="Övriga kostnader", rader=OTHER.rows),
    ],
    insatser=list(DESCRIBED),
    samverkansinsatser=[
        Cost(insats="Växtkraft", belopp={"2016": 1_243_517}, forbrukningskvot=99.0),
        Cost(insats="Trygg hamn", belopp={"2016": 866_240}, forbrukningskvot=96.0),
        Cost(insats="Nyckeln till arbetslivet", belopp={"2016": 731_064}, forbrukningskvot=91.0),
        Cost(insats="Förstudie unga", belopp={"2016": 48_700}, forbrukningskvot=97.0),
    ],
)
MISPRINTS = (
    Misprint("/resultatrakning/5/belopp/2016-12-31", 3_918_527, "Kostnaderna 2016 summerar till 3 981 572, tryckt är 3 918 527."),
    Misprint("/noter/0/rader/3/belopp/2015-12-31", 304_200, "Sundets kommun 2015: raderna summerar inte till 4 200 000.", "sum_mismatch"),
)
RECORD = printed(RIGHT, MISPRINTS)
ANOMALIES = (
    *flaws(RIGHT, MISPRINTS),
    Flaw(
        "/insatser/2/utfall", "goal_missed", "Nyckeln till arbetslivet: 40 % till arbete eller studier var målet, utfallet är 22 %.", 40, 22
    ),
)
TOLERATED = (Flaw("/insatser/2/utfall", "goal_missed", "58 av 60 deltagare.", 60, 58),)

_RULING = Ruling(size=10, head="DDEBF7", line="9BC2E6")
_WORDS = Ruling(size=9, head="DDEBF7", line="9BC2E6", words=frozenset(range(1, 6)))


def draw() -> DocxDocument:
    """The report."""
    document = paper.new_document("Liberation Serif", 11.5, 2.5)
    paper.letterhead(document, NAME, numbered=True)
    paper.line(document, "ÅRSREDOVISNING", bold=True, size=24)
    paper.line(document, "för räkenskapsåret 2016", size=14)
    paper.line(document, f"{NAME}, organisationsnummer {NUMBER}")
    _head(document, "Styrelsens berättelse")
    paper.line(
        document,
        "Förbundet har under året haft tre insatser igång och en förstudie om unga utanför arbete och skola. Styrelsen har hållit "
        "sex möten. "
        "Förbundschef har varit Majvor Klingstedt på halvtid.",
    )
    _costs(document)
    _accounts(document)
    _notes(document)
    paper.landscape(document)
    _described(document)
    return document


def _head(document: DocxDocument, text: str) -> None:
    paper.line(document, text, bold=True, size=13).paragraph_format.keep_with_next = True


def _costs(document: DocxDocument) -> None:
    _head(document, "Insatsernas kostnader under 2016, kr")
    budget = (1_256_000, 902_000, 803_000, 50_000)
    rows = tuple(
        (c.insats or "", solid(planned), solid(c.belopp["2016"]), f"{c.forbrukningskvot:g} %")
        for c, planned in zip(RECORD.samverkansinsatser, budget, strict=True)
    )
    grid(document, (6.4, 3.2, 3.2, 3.2), [("Insats", "Budget 2016", "Utfall 2016", "Förbrukat")], Body(rows), _RULING)
    paper.line(document)


def _accounts(document: DocxDocument) -> None:
    _head(document, "Resultaträkning (kr)")
    rows: tuple[Row, ...] = tuple(
        (
            a.post or "",
            f"Not {a.note}" if a.note else "",
            solid(a.belopp["2016-12-31"]),
            solid(BUDGET.get(a.post or "")),
            solid(a.belopp["2015-12-31"]),
        )
        for a in RECORD.resultatrakning
    )
    bold = frozenset(n for n, a in enumerate(RECORD.resultatrakning) if a.summa)
    grid(document, (5.4, 1.6, 3.0, 3.0, 3.0), [("", "", "Utfall 2016", "Budget 2016", "Utfall 2015")], Body(rows, bold), _RULING)
    paper.line(document)
    _head(document, "Balansräkning (kr)")
    rows = tuple((a.post or "", *map(solid, a.belopp.values())) for a in RECORD.balansrakning)
    bold = frozenset(n for n, a in enumerate(RECORD.balansrakning) if a.summa)
    grid(document, (8.0, 4.0, 4.0), [("", *DAYS)], Body(rows, bold), _RULING)
    paper.line(document)


def _notes(document: DocxDocument) -> None:
    _head(document, "Noter")
    for note in RECORD.noter:
        paper.line(document, f"Not {note.nummer}. {note.rubrik}", bold=True).paragraph_format.keep_with_next = True
        _tabbed(document, "", *YEARS, bold=True)
        for row in note.rader:
            _tabbed(document, row.post or "", *map(solid, row.belopp.values()), bold=row.summa)
        paper.line(document)


def _tabbed(document: DocxDocument, *texts: str, bold: bool) -> None:
    paragraph = paper.line(document, "\t".join(texts), bold=bold)
    paragraph.paragraph_format.space_after = 0
    for place in (11.0, 15.0):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), WD_TAB_ALIGNMENT.RIGHT)


def _described(document: DocxDocument) -> None:
    _head(document, "Bilaga 1. Insatserna under 2016")
    rows = tuple(
        (i.namn or "", i.samverkansparter or "", i.malgrupp or "", i.mal or "", i.utfall or "", i.insatsperiod or "")
        for i in RECORD.insatser
    )
    heads = [("Insats", "Samverkansparter", "Målgrupp", "Mål", "Utfall", "Insatsperiod")]
    grid(document, (3.2, 5.0, 5.6, 4.6, 4.6, 3.2), heads, Body(rows), _WORDS)
