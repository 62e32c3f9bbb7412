"""A tertial, landscape, insatser by kind with rows between them, columns in another order: with planted mistakes."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.grid import ABOVE, LEFT, Body, Row, Ruling, grid, note
from samples.misprints import Misprint, flaws, printed
from samples.sample import Flaw
from samples.uppfoljning.counts import expected, participants, support, total
from samples.wording import kronor
from underlag.schemas.uppfoljning import (
    BudgetRow,
    ConditionRow,
    EndingRow,
    ExpectedRow,
    GoalRow,
    InsatsRow,
    ParticipantTotals,
    Period,
    Uppfoljning,
)

COMPASS, WORKSHOP, BRIDGE, HEALTH, START = "Kompassen", "Verkstan Sörby", "Bron mellan skola och arbete", "Hälsosteget", "Mammor i start"
DIALOGUE, SKILLS = "Gemensam dialog om sjukskrivning", "Kompetenslyftet"
OWNERS = {
    COMPASS: "Rimfors kommun",
    WORKSHOP: "Sörby kommun",
    BRIDGE: "Rimfors kommun",
    HEALTH: "Region Rimland",
    START: "Tallhyttans kommun",
    DIALOGUE: "Försäkringskassan",
    SKILLS: "Samordningsförbundet",
}
INDIVIDUAL = (COMPASS, WORKSHOP, BRIDGE, HEALTH, START)
STRUCTURAL = (DIALOGUE, SKILLS)
ENDED = 47

PEOPLE = (
    participants(COMPASS, 41, (96, 17, 5, 6, None)),
    participants(WORKSHOP, 24, (38, 9, 2, 3, None)),
    participants(BRIDGE, 33, (52, 13, 4, 4, None)),
    participants(HEALTH, 19, (21, 6, 1, 0, None)),
    participants(START, 14, (5, 2, 1, 0, None)),
)
WANTED = (
    ExpectedRow(insats=COMPASS, totalt=137, forvantat=150),
    ExpectedRow(insats=WORKSHOP, totalt=62, forvantat=80),
    ExpectedRow(insats=BRIDGE, totalt=85, forvantat=90),
    ExpectedRow(insats=HEALTH, totalt=40, forvantat=25),
    ExpectedRow(insats=START, totalt=19, forvantat=45),
)

RIGHT = Uppfoljning(
    period=Period(ar=2023),
    antal_insatser=7,
    insatser=(
        InsatsRow(insats=COMPASS, start="2021-01-01", slut="2023-12-31"),
        InsatsRow(insats=WORKSHOP, start="2022-04-01", slut="2025-03-31"),
        InsatsRow(insats=BRIDGE, start="2021-08-01", slut="2024-07-31"),
        InsatsRow(insats=HEALTH, start="2022-10-01", slut="2024-09-30"),
        InsatsRow(insats=START, start="2023-02-01", slut="2025-01-31"),
        InsatsRow(insats=DIALOGUE, start="2022-01-01", slut="2024-12-31"),
        InsatsRow(insats=SKILLS, start="2023-01-01", slut="2023-12-31"),
    ),
    mal=(
        GoalRow(insats=COMPASS, i_fas="Ja", prognos="Nås"),
        GoalRow(insats=WORKSHOP, i_fas="Ja", prognos="Nås"),
        GoalRow(insats=BRIDGE, i_fas="Ja", prognos="Nås delvis"),
        GoalRow(insats=HEALTH, i_fas="Nej", prognos="Nås delvis"),
        GoalRow(insats=START, i_fas="Ja*", prognos="För tidigt att bedöma"),
        GoalRow(insats=DIALOGUE, i_fas="Ja", prognos="Nås"),
        GoalRow(insats=SKILLS, i_fas="Ja", prognos="Nås"),
    ),
    forutsattningar=(
        ConditionRow(insats=COMPASS, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=WORKSHOP, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=BRIDGE, start_i_tid="Ja", vakanser_sof="Ja", vakanser_egen="Nej", avvikelser_budget="Ja"),
        ConditionRow(insats=HEALTH, start_i_tid="Nej", vakanser_sof="Ja", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=START, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Ja", avvikelser_budget="Nej"),
        ConditionRow(insats=DIALOGUE, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
        ConditionRow(insats=SKILLS, start_i_tid="Ja", vakanser_sof="Nej", vakanser_egen="Nej", avvikelser_budget="Nej"),
    ),
    budget=(
        BudgetRow(insats=COMPASS, budget=3_200_000, utfall=2_144_000, forbrukningskvot=67.0, prognos="I nivå med budget"),
        BudgetRow(insats=WORKSHOP, budget=1_450_000, utfall=942_500, forbrukningskvot=65.0, prognos="I nivå med budget"),
        BudgetRow(insats=BRIDGE, budget=1_800_000, utfall=1_098_000, forbrukningskvot=61.0, prognos="Underskrider"),
        BudgetRow(insats=HEALTH, budget=990_000, utfall=495_000, forbrukningskvot=50.0, prognos="Underskrider"),
        BudgetRow(insats=START, budget=760_000, utfall=516_800, forbrukningskvot=68.0, prognos="I nivå med budget"),
        BudgetRow(insats=DIALOGUE, budget=420_000, utfall=277_200, forbrukningskvot=66.0, prognos="I nivå med budget"),
        BudgetRow(insats=SKILLS, budget=150_000, utfall=163_500, forbrukningskvot=109.0, prognos="Överskrider"),
    ),
    deltagare=PEOPLE,
    deltagare_totalt=total(PEOPLE, None),
    avslutsanledningar=(
        EndingRow(anledning="Anställning utan subvention", kvinnor=3, man=4, totalt=7),
        EndingRow(anledning="Anställning med subvention", kvinnor=5, man=6, totalt=11),
        EndingRow(anledning="Studier", kvinnor=5, man=3, totalt=8),
        EndingRow(anledning="Aktivt arbetssökande", kvinnor=6, man=5, totalt=11),
        EndingRow(anledning="Fortsatt vård eller rehabilitering", kvinnor=4, man=2, totalt=6),
        EndingRow(anledning="Avbruten medverkan", kvinnor=1, man=3, totalt=4),
    ),
    forsorjning=(
        support("Sjukpenning/rehabiliteringspenning", 8, 5, ENDED),
        support("Sjuk- eller aktivitetsersättning", 5, 4, ENDED),
        support("Arbetslöshetsersättning", 3, 2, ENDED),
        support("Aktivitetsstöd/utvecklingsersättning", 11, 12, ENDED),
        support("Försörjningsstöd", 20, 9, ENDED),
        support("Studiestöd", 0, 8, ENDED),
        support("Ingen offentlig försörjning", 6, 19, ENDED),
    ),
    forvantade_deltagare=WANTED,
    forvantade_deltagare_totalt=expected(WANTED),
)
MISPRINTS = (
    Misprint("/deltagare/2/andel_arbete_studier", 72.0, "Bron: 4 + 4 av 13 är 62 %, tabellen anger 72 %.", "ratio_mismatch"),
    Misprint("/deltagare_totalt/pagaende", 141, "Pågående deltagare summerar till 131, raden Totalt anger 141."),
    Misprint("/avslutsanledningar/1/totalt", 12, "Anställning med subvention: 5 kvinnor och 6 män är 11, tabellen anger 12."),
    Misprint("/forsorjning/4/forandring", -10, "Försörjningsstöd går från 20 till 9, en minskning med 11; tabellen anger 10."),
    Misprint("/forvantade_deltagare_totalt/forvantat", 380, "Planerat antal summerar till 390, raden Totalt anger 380."),
)
RECORD = printed(RIGHT, MISPRINTS)
ANOMALIES = (
    *flaws(RIGHT, MISPRINTS),
    Flaw("/budget/6/utfall", "budget_overrun", "Kompetenslyftet: utfallet överstiger budgeten för helåret.", 150_000, 163_500),
    Flaw("/forvantade_deltagare/3/totalt", "count_mismatch", "Hälsosteget: 40 deltagare mot 25 planerade, utan förklaring.", 25, 40),
)
TOLERATED = (
    Flaw("/forvantade_deltagare/4/totalt", "goal_missed", "Pågående insats under planerat antal.", 45, 19),
    Flaw("/budget/3/forbrukningskvot", "budget_underrun", "Låg förbrukning, men prognosen säger det.", 67.0, 50.0),
)

_RULING = Ruling(size=9, head="404040", line="BFBFBF", words=frozenset({1, 2, 3, 4, 5}), ink="FFFFFF")
_NUMBERS = Ruling(size=9, head="404040", line="BFBFBF", ink="FFFFFF")


def draw() -> DocxDocument:
    """The memo."""
    document = paper.new_document("Liberation Sans", 10)
    paper.landscape(document, first=True)
    paper.letterhead(document, "Finsam Rimfors", "Tertialrapport 2", numbered=True)
    paper.line(document, "Lägesrapport: uppföljning av insatser tertial 2 2023", bold=True, size=18)
    paper.line(
        document, "Till styrelsen för Samordningsförbundet Rimfors. Ärende SFR 2023-018. Sammanställd av kansliet den 20 september 2023."
    )
    paper.line(
        document,
        "Rapporten omfattar 7 insatser som förbundet finansierar under maj–augusti 2023. Belopp anges i kronor och avser hela året "
        "respektive utfallet till och med den 31 augusti.",
    )
    _goals(document)
    _money(document)
    _people(document)
    _listed(document)
    return document


def _head(document: DocxDocument, text: str) -> None:
    paper.line(document, text, bold=True, size=12, color="7F1D1D").paragraph_format.keep_with_next = True


def _goals(document: DocxDocument) -> None:
    _head(document, "1. Når insatserna sina mål?")
    rows = tuple((r.insats, r.i_fas or "", r.prognos or "", _COMMENTS.get(r.insats, "")) for r in RECORD.mal)
    heads = [("Insats", "Följer planen mot målen", "Bedömning: nås målen vid insatsens slut?", "Kansliets kommentar")]
    grid(document, (6.4, 3.6, 5.6, 10.6), heads, _by_kind(rows), _RULING)
    paper.line(document, "* Insatsen har nyligen startat.", size=8)


_COMMENTS = {
    BRIDGE: "Studie- och yrkesvägledaren slutade i maj och har inte ersatts.",
    HEALTH: "Få remisser från vårdcentralerna; styrgruppen arbetar med frågan.",
    START: "De första deltagarna skrevs in i mars.",
}


def _money(document: DocxDocument) -> None:
    _head(document, "2. Ekonomi")
    rows = tuple((r.insats, kronor(r.budget), kronor(r.utfall), f"{r.forbrukningskvot:g}%", r.prognos or "") for r in RECORD.budget)
    heads = [("Insats", "Beviljat för 2023", "Upparbetat t.o.m. 2023-08-31", "Andel förbrukat", "Prognos för helåret")]
    spent = (kronor(sum(r.budget or 0 for r in RECORD.budget)), kronor(sum(r.utfall or 0 for r in RECORD.budget)))
    body = _by_kind(rows)
    whole = Body((*body.rows, ("Summa", *spent, "", "")), frozenset({*body.bold, -1}))
    grid(document, (7.4, 4.2, 5.0, 3.6, 6.0), heads, whole, Ruling(9, "404040", line="BFBFBF", words=frozenset({4}), ink="FFFFFF"))
    paper.line(document)
    rows = tuple(
        (r.insats, r.start_i_tid or "", r.vakanser_sof or "", r.vakanser_egen or "", r.avvikelser_budget or "")
        for r in RECORD.forutsattningar
    )
    heads = [
        ("Insats", "Startade enligt plan", "Vakanta tjänster", LEFT, "Avvikelse från budget anmäld"),
        (ABOVE, ABOVE, "som förbundet finansierar", "som parterna finansierar", ABOVE),
    ]
    grid(document, (7.4, 4.2, 5.0, 5.0, 4.6), heads, _by_kind(rows), _RULING)


def _people(document: DocxDocument) -> None:
    _head(document, "3. Deltagare i de individinriktade insatserna")
    heads: list[Row] = [
        (
            "Insats",
            "Nya under tertialet",
            "Deltagare sedan start",
            "Pågående 31/8",
            "Avslutade sedan start",
            "Avslutade under tertialet",
            "Varav till arbete/studier (kv/män)",
            "Andel till arbete/studier",
        )
    ]
    fresh = (18, 7, 11, 5, 6)
    rows = [(r.insats, str(n), *_counts(r)) for r, n in zip(RECORD.deltagare, fresh, strict=True)]
    totals = RECORD.deltagare_totalt
    assert totals is not None
    rows.append(("Totalt", str(sum(fresh)), *_counts(totals)))
    grid(document, (6.2, 2.6, 2.9, 2.7, 2.9, 3.0, 3.4, 2.9), heads, Body(tuple(rows), frozenset({-1})), _NUMBERS)
    note(document, "1", "Uppgifterna är hämtade ur SUS den 11 september 2023.")
    endings = tuple((r.anledning, str(r.totalt), str(r.kvinnor), str(r.man)) for r in RECORD.avslutsanledningar)
    _head(document, "4. Varför avslutades deltagarna?")
    grid(document, (9.0, 3.2, 3.2, 3.2), [("Anledning till avslut", "Antal", "varav kvinnor", "varav män")], Body(endings), _NUMBERS)
    _head(document, "5. Försörjning vid start och avslut")
    heads = [
        (
            "Försörjningskälla",
            "Vid start, antal",
            "Vid start, andel",
            "Vid avslut, antal",
            "Vid avslut, andel",
            "Skillnad, antal",
            "Skillnad, %",
        )
    ]
    grid(document, (7.4, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0), heads, Body(_supports()), _NUMBERS)
    _head(document, "6. Planerat och faktiskt antal deltagare")
    whole = RECORD.forvantade_deltagare_totalt
    assert whole is not None
    wanted = tuple((r.insats, str(r.forvantat), str(r.totalt)) for r in RECORD.forvantade_deltagare)
    heads = [("Insats", "Planerat antal deltagare enligt ansökan", "Antal deltagare t.o.m. 2023-08-31")]
    grid(document, (9.0, 5.4, 5.4), heads, Body((*wanted, ("Totalt", str(whole.forvantat), str(whole.totalt))), frozenset({-1})), _NUMBERS)


def _listed(document: DocxDocument) -> None:
    _head(document, "Bilaga. Förteckning över insatserna")
    rows = tuple((r.insats, OWNERS[r.insats], r.start or "", r.slut or "") for r in RECORD.insatser)
    grid(document, (9.0, 6.0, 4.0, 4.0), [("Insatsens namn", "Insatsägare", "Startar", "Slutar")], _by_kind(rows), _RULING)


def _supports() -> tuple[Row, ...]:
    return tuple(
        (
            r.forsorjning,
            str(r.fore),
            f"{r.andel_fore:g}%",
            str(r.efter),
            f"{r.andel_efter:g}%",
            str(r.forandring),
            "-" if r.forandring_procent is None else f"{r.forandring_procent:g}%",
        )
        for r in RECORD.forsorjning
    )


def _counts(row: ParticipantTotals) -> tuple[str, ...]:
    numbers = (row.totalt, row.pagaende, row.avslutade, row.avslutade_perioden)
    return (*map(str, numbers), f"{row.kvinnor}/{row.man}", f"{row.andel_arbete_studier:g}%")


def _by_kind(rows: tuple[Row, ...]) -> Body:
    """The rows under the kind of insats that each is."""
    named = {row[0]: row for row in rows}
    blank = (LEFT,) * (len(rows[0]) - 1)
    individual, structural = (tuple(named[name] for name in kind) for kind in (INDIVIDUAL, STRUCTURAL))
    listed = (("Individinriktade insatser", *blank), *individual, ("Strukturinriktade insatser", *blank), *structural)
    return Body(listed, frozenset({0, len(individual) + 1}))
