"""A year in thousands of kronor, tables without lines, insatser under running headings with goals beside outcomes: with mistakes."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.arsredovisning.book import Book
from samples.grid import Body, Row, Ruling, grid
from samples.misprints import Misprint, flaws, printed
from samples.sample import Flaw
from samples.wording import thousands
from underlag.schemas.arsredovisning import AccountRow, Arsredovisning, Cost, Description, Note

NAME, NUMBER = "Samordningsförbundet Rimfors", "222000-9712"
YEARS, DAYS = ("2019", "2018"), ("2019-12-31", "2018-12-31")
_K = 1000

INCOME = (
    Book(DAYS)
    .row("Försäkringskassan/staten", 6_850 * _K, 6_850 * _K)
    .row("Region Rimland", 3_425 * _K, 3_425 * _K)
    .row("Rimfors kommun", 2_110 * _K, 2_104 * _K)
    .row("Sörby kommun", 742 * _K, 748 * _K)
    .row("Tallhyttans kommun", 573 * _K, 573 * _K)
    .total("Summa")
)
SPENT = (
    Book(DAYS)
    .row("Kompassen", -4_118 * _K, -3_902 * _K)
    .row("Verkstan Sörby", -2_240 * _K, -2_251 * _K)
    .row("Unga vidare", -3_075 * _K, -1_480 * _K)
    .row("Stegen", -1_986 * _K, -2_044 * _K)
    .row("Kompetensdagar", -212 * _K, -165 * _K)
    .total("Summa")
)
STAFF = (
    Book(DAYS).row("Löner och arvoden", -1_302 * _K, -1_265 * _K).row("Sociala avgifter och pension", -538 * _K, -521 * _K).total("Summa")
)
RESULT = (
    Book(DAYS)
    .row("Bidrag från medlemmarna", *INCOME.amounts("Summa"), note=1)
    .row("Övriga intäkter", 0, 42 * _K)
    .total("Verksamhetens intäkter")
    .row("Insatser", *SPENT.amounts("Summa"), note=2)
    .row("Personal", *STAFF.amounts("Summa"), note=3)
    .row("Lokaler", -164 * _K, -161 * _K)
    .row("Övriga externa kostnader", -288 * _K, -305 * _K)
    .total("Verksamhetens kostnader")
    .whole("Verksamhetens nettoresultat")
    .row("Räntekostnader", -7 * _K, -9 * _K)
    .whole("Årets resultat")
)
YEAR = RESULT.amounts("Årets resultat")
CLAIMS, OPENING = (312 * _K, 298 * _K), (4_391 * _K, 2_752 * _K)
OWED = (
    Book(DAYS)
    .row("Leverantörsskulder", 611 * _K, 540 * _K)
    .row("Upplupna kostnader för insatser", 1_874 * _K, 1_690 * _K)
    .row("Skatter och avgifter", 71 * _K, 69 * _K)
    .total("Summa")
)
DEBTS = OWED.amounts("Summa")
CASH = tuple(o + (y or 0) + (d or 0) - c for o, y, d, c in zip(OPENING, YEAR, DEBTS, CLAIMS, strict=True))
BALANCE = (
    *Book(DAYS).row("Fordringar", *CLAIMS).row("Bank", *CASH).total("Summa tillgångar").rows,
    *Book(DAYS)
    .row("Eget kapital vid årets början", *OPENING)
    .row("Årets resultat", *YEAR)
    .total("Summa eget kapital")
    .row("Kortfristiga skulder", *DEBTS, note=4)
    .total("Summa skulder")
    .whole("Summa eget kapital och skulder")
    .rows,
)
CHANGES = ((CLAIMS[1] - CLAIMS[0], -26 * _K), ((DEBTS[0] or 0) - (DEBTS[1] or 0), 143 * _K))
_FLOW = (
    Book(DAYS)
    .row("Årets resultat", *YEAR)
    .row("Ökning (-) eller minskning (+) av fordringar", *CHANGES[0])
    .row("Ökning (+) eller minskning (-) av skulder", *CHANGES[1])
    .total("Kassaflöde från löpande verksamhet")
)
FLOWED = _FLOW.amounts("Kassaflöde från löpande verksamhet")
FLOW = (
    *_FLOW.rows,
    *Book(DAYS).row("Likvida medel vid årets början", *(c - (f or 0) for c, f in zip(CASH, FLOWED, strict=True))).rows,
    *(row.model_copy(update={"summa": True}) for row in Book(DAYS).row("Likvida medel vid årets slut", *CASH).rows),
)

DESCRIBED = (
    Description(
        namn="Kompassen",
        samverkansparter="Rimfors kommun (ägare), Arbetsförmedlingen, Försäkringskassan och Region Rimland.",
        malgrupp="Vuxna med sammansatta behov som står långt från arbetsmarknaden och som har kontakt med minst två av parterna.",
        mal="Minst 120 personer ska delta under insatsperioden.\n"
        "35 % av de avslutade ska gå till arbete eller studier.\n"
        "80 % ska uppleva att de har fått det stöd de behöver.",
        utfall="118 personer har deltagit sedan starten.\n38 % av de avslutade, 41 personer, gick till arbete eller studier.\n84 "
        "% enligt höstens enkät.",
        insatsperiod="2018-01-01–2020-12-31",
    ),
    Description(
        namn="Unga vidare",
        samverkansparter="Rimfors kommun (ägare), Tallhyttans kommun och Arbetsförmedlingen.",
        malgrupp="Unga 16–24 år som har lämnat gymnasiet utan examen.\nUnga som kommunerna möter inom aktivitetsansvaret prioriteras.",
        mal="60 unga per år ska erbjudas coachning.\nMinst 50 % av de avslutade ska gå till studier eller arbete.",
        utfall="47 unga har fått coachning under 2019.\n52 % gick till studier eller arbete.",
        insatsperiod="2018-08-01–2021-07-31",
    ),
    Description(
        namn="Stegen",
        samverkansparter="Region Rimland (ägare) och Försäkringskassan.",
        malgrupp="Personer som har varit sjukskrivna i mer än 180 dagar för psykisk ohälsa.",
        mal="70 % av deltagarna ska ha återgått till arbete, helt eller delvis, inom ett år.",
        utfall="49 % hade återgått i arbete, helt eller delvis, inom ett år.",
        insatsperiod="2017-03-01–2020-02-29",
    ),
)
COSTS = (
    Cost(insats="Kompassen", belopp={"2019": 4_118 * _K, "2018": 3_902 * _K}, forbrukningskvot=97.0),
    Cost(insats="Verkstan Sörby", belopp={"2019": 2_240 * _K, "2018": 2_251 * _K}, forbrukningskvot=93.0),
    Cost(insats="Unga vidare", belopp={"2019": 3_075 * _K, "2018": 1_480 * _K}, forbrukningskvot=88.0),
    Cost(insats="Stegen", belopp={"2019": 1_986 * _K, "2018": 2_044 * _K}, forbrukningskvot=99.0),
    Cost(insats="Kompetensdagar", belopp={"2019": 212 * _K, "2018": 165 * _K}, forbrukningskvot=71.0),
)
RIGHT = Arsredovisning(
    ar=2019,
    organisationsnummer=NUMBER,
    resultatrakning=RESULT.rows,
    balansrakning=list(BALANCE),
    kassaflode=list(FLOW),
    noter=[
        Note(nummer=1, rubrik="Bidrag från medlemmarna", rader=INCOME.rows),
        Note(nummer=2, rubrik="Insatser", rader=SPENT.rows),
        Note(nummer=3, rubrik="Personal", rader=STAFF.rows),
        Note(nummer=4, rubrik="Kortfristiga skulder", rader=OWED.rows),
    ],
    insatser=list(DESCRIBED),
    samverkansinsatser=list(COSTS),
)
MISPRINTS = (
    Misprint("/noter/1/rader/5/belopp/2019-12-31", -11_361 * _K, "Not 2 summerar till -11 631 tkr, tryckt är -11 361."),
    Misprint(
        "/balansrakning/4/belopp/2019-12-31",
        -216 * _K,
        "Årets resultat i balansräkningen är inte det i resultaträkningen.",
        "contradiction",
    ),
    Misprint(
        "/samverkansinsatser/2/belopp/2019",
        3_057 * _K,
        "Unga vidare kostade 3 075 tkr enligt not 2, tabellen anger 3 057.",
        "contradiction",
    ),
)
RECORD = printed(RIGHT, MISPRINTS)
ANOMALIES = (
    *flaws(RIGHT, MISPRINTS),
    Flaw("/insatser/2/utfall", "goal_missed", "Stegen: 70 % skulle ha återgått i arbete, utfallet är 49 %.", 70, 49),
    Flaw("/insatser/1/utfall", "goal_missed", "Unga vidare: 60 unga per år var målet, 47 fick coachning.", 60, 47),
)
TOLERATED = (
    Flaw("/insatser/0/utfall", "goal_missed", "Kompassen: 118 av 120, perioden pågår.", 120, 118),
    Flaw("/balansrakning/5", "sum_mismatch", "Följer av det felaktiga resultatet."),
    Flaw("/resultatrakning", "deficit", "Årets resultat är ett underskott."),
)

_PLAIN = Ruling(size=10, head="", weight=0)


def draw() -> DocxDocument:
    """The report."""
    document = paper.new_document("Liberation Sans", 10.5, 2.5)
    paper.letterhead(document, "Finsam Rimfors", numbered=True)
    paper.line(document, NAME, size=11)
    paper.line(document, "Årsredovisning för verksamhetsåret 2019", bold=True, size=20)
    paper.line(document, f"Org.nr {NUMBER}    Dnr SFR 2020-004", size=9.5)
    _story(document)
    for insats in RECORD.insatser:
        _insats(document, insats)
    paper.break_page(document)
    _accounts(document)
    _notes(document)
    return document


def _head(document: DocxDocument, text: str, size: float = 13) -> None:
    paper.line(document, text, bold=True, size=size, color="7F1D1D").paragraph_format.keep_with_next = True


def _story(document: DocxDocument) -> None:
    _head(document, "1. Året i korthet")
    paper.write(
        document,
        """
Styrelsen för Samordningsförbundet Rimfors lämnar här sin redovisning för år 2019. Förbundet har finansierat fem insatser. Unga vidare
har vuxit under året medan Stegen närmar sig sitt slut.

Förbundet har inga anställda förutom förbundschefen och en processledare. Ekonomi och löner köps av Rimfors kommun.
""",
    )
    _head(document, "2. Ekonomisk översikt över insatserna")
    paper.line(document, "Belopp i tkr", italic=True, size=9)
    rows = tuple((c.insats or "", *(thousands(c.belopp[y]) for y in YEARS), f"{c.forbrukningskvot:g}%") for c in RECORD.samverkansinsatser)
    heads = [("Insats", "Utfall 2019", "Utfall 2018", "Förbrukad andel av budget")]
    paper.ruled(grid(document, (6.0, 2.8, 2.8, 4.4), heads, Body(rows), _PLAIN), below=1)
    paper.line(document)
    _head(document, "3. Insatserna")


def _insats(document: DocxDocument, insats: Description) -> None:
    _head(document, insats.namn or "", 12)
    for label, answer in (("Samverkansparter", insats.samverkansparter), ("Målgrupp", insats.malgrupp)):
        first, *more = (answer or "").split("\n")
        paragraph = paper.line(document, f"{label}: ", bold=True)
        paper.ink(paragraph, first)
        for text in more:
            paper.line(document, text)
    rows = tuple(zip((insats.mal or "").split("\n"), (insats.utfall or "").split("\n"), strict=True))
    grid(document, (7.9, 7.9), [("Mål", "Utfall")], Body(rows), Ruling(size=10, head="F2F2F2", line="A6A6A6", words=frozenset({1})))
    paragraph = paper.line(document, "Insatsperiod: ", bold=True)
    paper.ink(paragraph, insats.insatsperiod or "")


def _accounts(document: DocxDocument) -> None:
    for title, accounts, years in (
        ("4. Resultaträkning", RECORD.resultatrakning, YEARS),
        ("5. Balansräkning", RECORD.balansrakning, DAYS),
        ("6. Kassaflödesanalys", RECORD.kassaflode, YEARS),
    ):
        _head(document, title)
        rows = _rows(accounts, noted=True)
        bold = frozenset(n for n, account in enumerate(accounts) if account.summa)
        made = grid(document, (8.4, 1.4, 3.0, 3.0), [("Tkr", "Not", *years)], Body(rows, bold), _PLAIN)
        paper.ruled(made, below=1)
        paper.line(document)


def _rows(accounts: list[AccountRow], *, noted: bool) -> tuple[Row, ...]:
    notes = ("" if a.note is None else str(a.note) for a in accounts)
    return tuple(
        (a.post or "", *((note,) if noted else ()), *(_tkr(amount) for amount in a.belopp.values()))
        for a, note in zip(accounts, notes, strict=True)
    )


def _tkr(amount: int | None) -> str:
    return "" if amount is None else f"{'-' if amount < 0 else ''}{thousands(abs(amount))}"


def _notes(document: DocxDocument) -> None:
    _head(document, "7. Noter (tkr)")
    for note in RECORD.noter:
        _head(document, f"Not {note.nummer} – {note.rubrik}", 10.5)
        columns = DAYS if note.nummer == 4 else YEARS
        bold = frozenset({len(note.rader) - 1})
        grid(document, (9.8, 3.0, 3.0), [("", *columns)], Body(_rows(note.rader, noted=False), bold), _PLAIN)
    paper.line(document)
    paper.line(document, "Rimfors den 24 mars 2020")
    paper.line(document, "Styrelsen för Samordningsförbundet Rimfors")
