"""A quarter in a small association: five tables ruled by lines only, period and owner in the table of money: with planted mistakes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as DocxDocument

from samples import paper
from samples.grid import ABOVE, LEFT, Body, Row, Ruling, grid, note
from samples.misprints import Misprint, flaws, printed
from samples.sample import Flaw
from samples.uppfoljning.counts import participants, total
from samples.wording import kronor
from underlag.schemas.uppfoljning import BudgetRow, GoalRow, InsatsRow, ParticipantTotals, Period, QualityRow, Uppfoljning

GROW, HARBOUR, KEY, MEETING = "Växtkraft", "Trygg hamn", "Nyckeln till arbetslivet", "Mötesplats Sundet"
ROAD = "En gemensam väg – från sjukskrivning till arbete"
OWNERS = {
    GROW: "Granviks kommun",
    HARBOUR: "Granviks kommun",
    KEY: "Arbetsförmedlingen",
    MEETING: "Sundets kommun",
    ROAD: "Region Granland",
}

PEOPLE = (
    participants(GROW, 31, (44, 8, 2, 2, 88.0)),
    participants(HARBOUR, 18, (27, 5, 1, 0, 80.0)),
    participants(KEY, 40, (63, 12, 3, 5, 90.0)),
    participants(MEETING, 12, (9, 3, 0, 1, 67.0)),
    participants(ROAD, 22, (6, 2, 1, 0, 100.0)),
)
RIGHT = Uppfoljning(
    period=Period(ar=2022, kvartal=(3,)),
    antal_insatser=5,
    insatser=(
        InsatsRow(insats=GROW, start="2020-09-01", slut="2023-08-31"),
        InsatsRow(insats=HARBOUR, start="2021-01-01", slut="2022-12-31"),
        InsatsRow(insats=KEY, start="2020-01-01", slut="2022-12-31"),
        InsatsRow(insats=MEETING, start="2022-01-15", slut="2024-01-14"),
        InsatsRow(insats=ROAD, start="2022-03-01", slut="2025-02-28"),
    ),
    mal=(
        GoalRow(insats=GROW, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=HARBOUR, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=KEY, i_fas="Ja", prognos="Ja"),
        GoalRow(insats=MEETING, i_fas="Delvis", prognos="Ja"),
        GoalRow(insats=ROAD, i_fas="Ja", prognos="Ja"),
    ),
    budget=(
        BudgetRow(insats=GROW, budget=480_000, utfall=456_000, forbrukningskvot=95.0),
        BudgetRow(insats=HARBOUR, budget=300_000, utfall=273_000, forbrukningskvot=91.0),
        BudgetRow(insats=KEY, budget=655_000, utfall=655_000, forbrukningskvot=100.0),
        BudgetRow(insats=MEETING, budget=210_000, utfall=147_000, forbrukningskvot=70.0),
        BudgetRow(insats=ROAD, budget=390_000, utfall=370_500, forbrukningskvot=95.0),
    ),
    kvalitet=(
        QualityRow(insats=GROW, svar=("Ja", "Ja", "Ja", "Ja", "Nej")),
        QualityRow(insats=HARBOUR, svar=("Ja*", "Ja", "Ja", "Ja", "Nej")),
        QualityRow(insats=KEY, svar=("Ja", "Ja", "Ja", "Nej", "Nej")),
        QualityRow(insats=MEETING, svar=("Nej", "Ja", "Ja", "Ja", "Ja")),
        QualityRow(insats=ROAD, svar=("Ja", "Ja", "Nej", "Ja", "Nej")),
    ),
    deltagare=PEOPLE,
    deltagare_totalt=total(PEOPLE, 85.0),
)
MISPRINTS = (
    Misprint("/budget/1/forbrukningskvot", 81.0, "Trygg hamn: 273 000 av 300 000 är 91 %, tabellen anger 81 %.", "ratio_mismatch"),
    Misprint("/deltagare/0/totalt", 57, "Växtkraft: 44 avslutade och 31 pågående är 75, tabellen anger 57."),
    Misprint("/insatser/4/slut", "2021-02-28", "En gemensam väg slutar före sin start.", "date_mismatch"),
)
RECORD = printed(RIGHT, MISPRINTS)
ANOMALIES = flaws(RIGHT, MISPRINTS)
TOLERATED = (
    Flaw("/deltagare_totalt/totalt", "sum_mismatch", "Följer av det felaktiga antalet för Växtkraft.", 254, 272),
    Flaw("/kvalitet/3", "contradiction", "Mötesplats Sundet: styrgruppen har inte mötts enligt avtal.", None, None),
)

_LINES = Ruling(size=10, head="", line="000000", weight=0, words=frozenset({1, 2, 3, 4, 5}))
_NUMBERS = Ruling(size=10, head="", line="000000", weight=0)


def draw() -> DocxDocument:
    """The memo."""
    document = paper.new_document("Liberation Serif", 11, 2.4)
    paper.letterhead(document, "SAMORDNINGSFÖRBUNDET GRANVIK–SUNDET", numbered=True)
    paper.line(document, "Granvik 2022-11-02", size=10)
    paper.line(document, "Kvartalsuppföljning av förbundets insatser", bold=True, size=17)
    paper.line(document, "Kvartal 3, juli till september 2022", italic=True, size=13)
    paper.line(
        document,
        "Under kvartalet har fem insatser pågått. Denna uppföljning bygger på de rapporter som styrgrupperna har lämnat och på SUS. "
        "Den beskriver läget när det gäller deltagare, mål, ekonomi och styrgruppernas arbete.",
    )
    _people(document)
    _state(document)
    _money(document)
    return document


def _head(document: DocxDocument, text: str) -> None:
    paper.line(document, text, bold=True, size=12.5).paragraph_format.keep_with_next = True


def _ruled(document: DocxDocument, widths: tuple[float, ...], heads: Sequence[Row], body: Body, ruling: Ruling) -> None:
    paper.ruled(grid(document, widths, heads, body, ruling), below=len(heads))
    paper.line(document)


def _people(document: DocxDocument) -> None:
    _head(document, "Deltagarna")
    whole = RECORD.deltagare_totalt
    assert whole is not None
    rows = (*((r.insats, *_counts(r)) for r in RECORD.deltagare), ("Samtliga", *_counts(whole)))
    heads = [
        ("Insats", "Hela insatstiden", LEFT, "Kvartal 3", LEFT, LEFT, LEFT, "Har handlingsplan", "Kvar i insatsen"),
        (
            ABOVE,
            "Antal deltagare",
            "Avslutade",
            "Avslutade",
            "Kvinnor till arbete/studier",
            "Män till arbete/studier",
            "Andel till arbete/studier",
            ABOVE,
            ABOVE,
        ),
    ]
    _ruled(document, (3.4, 1.7, 1.7, 1.7, 1.7, 1.6, 1.6, 1.6, 1.3), heads, Body(rows, frozenset({-1})), Ruling(9, "", weight=0))


def _state(document: DocxDocument) -> None:
    _head(document, "Målen")
    rows = tuple((r.insats, r.i_fas or "", r.prognos or "") for r in RECORD.mal)
    _ruled(document, (8.6, 3.6, 3.8), [("Insats", "I fas med målen?", "Prognos: nås målen?")], Body(rows), _LINES)
    _head(document, "Styrgruppernas arbete")
    answers = tuple((r.insats, *(answer or "" for answer in r.svar)) for r in RECORD.kvalitet)
    heads = [
        (
            "Insats",
            "Har mötts enligt avtal",
            "Följer upp i SUS",
            "Har kontrollerat metod och målgrupp",
            "Har diskuterat jämställdhet",
            "Har anmält avvikelse",
        )
    ]
    _ruled(document, (4.4, 2.2, 2.2, 2.6, 2.6, 2.2), heads, Body(answers), _LINES)
    note(document, "*", "Ett möte ställdes in.")


def _money(document: DocxDocument) -> None:
    _head(document, "Ekonomin")
    paper.line(document, "Alla belopp i kr. Budget och utfall gäller kvartalet.")
    rows = tuple(
        (r.insats, OWNERS[r.insats], f"{t.start} – {t.slut}", kronor(r.budget), kronor(r.utfall), f"{r.forbrukningskvot:g} %")
        for r, t in zip(RECORD.budget, RECORD.insatser, strict=True)
    )
    heads = [("Insats", "Ägare", "Insatstid", "Budget kv 3", "Utfall kv 3", "Förbrukning")]
    _ruled(document, (4.2, 3.0, 2.6, 2.2, 2.2, 2.0), heads, Body(rows), Ruling(9.5, "", weight=0, words=frozenset({1, 2})))
    paper.line(document, "Majvor Klingstedt, förbundschef")


def _counts(row: ParticipantTotals) -> tuple[str, ...]:
    numbers = (row.totalt, row.avslutade, row.avslutade_perioden, row.kvinnor, row.man)
    return (*map(str, numbers), f"{row.andel_arbete_studier:g} %", f"{row.andel_handlingsplan:g} %", str(row.pagaende))
