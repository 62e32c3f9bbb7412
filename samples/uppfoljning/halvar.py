"""The first half of a year, nine captioned tables in portrait: a sound memo."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.grid import ABOVE, LEFT, Body, Row, Ruling, grid, note
from samples.uppfoljning.halvar_record import GREEN, PAIN, RECORD
from samples.wording import kronor
from underlag.schemas.uppfoljning import ParticipantTotals

_RULING = Ruling(size=8.5, head="DCE6F1", band="F5F8FC", line="95B3D7", words=frozenset({1, 2, 3, 4}))
_NUMBERS = Ruling(size=8.5, head="DCE6F1", band="F5F8FC", line="95B3D7")


def draw() -> DocxDocument:
    """The memo."""
    document = paper.new_document("Carlito", 11)
    paper.letterhead(document, "Samordningsförbundet Vindelbygden", "PM 2024-08-21   Dnr SV 2024/31", numbered=True)
    paper.line(document, "Uppföljning av samverkansinsatser kvartal 1 och 2, 2024", bold=True, size=16, color="1F3864")
    _summary(document)
    _listed(document)
    _people(document)
    _money(document)
    _goals(document)
    _quality(document)
    _closing(document)
    return document


def _head(document: DocxDocument, text: str) -> None:
    paper.line(document, text, bold=True, size=13, color="1F3864").paragraph_format.keep_with_next = True


def _caption(document: DocxDocument, text: str) -> None:
    paper.line(document, text, italic=True, size=9.5).paragraph_format.keep_with_next = True


def _summary(document: DocxDocument) -> None:
    _head(document, "Sammanfattning")
    paper.line(
        document,
        "Åtta insatser har varit igång under första halvåret 2024. En av dem, Tidig dialog, avslutades den 30 juni. Av de 57 deltagare som "
        "skrivits ut gick 47 procent vidare till arbete eller studier. Två insatser ligger efter i förhållande till sina mål och följs "
        "särskilt av kansliet.",
    )
    _head(document, "Underlag")
    paper.line(
        document,
        "Uppgifterna är hämtade ur SUS, ur styrgruppernas kvartalsrapporter och ur rekvisitionerna. Insatser som arbetar med "
        "strukturer har "
        "inga registrerade deltagare och saknas därför i tabellerna om individer.",
    )


def _listed(document: DocxDocument) -> None:
    _head(document, "Insatser under perioden")
    _caption(document, "Tabell 1. Pågående insatser")
    rows = tuple((r.insats, f"{r.start}{'*' if r.insats == GREEN else ''}", r.slut or "") for r in RECORD.insatser)
    grid(document, (10.6, 3.0, 3.0), [("Insats", "Startdatum", "Slutdatum")], Body(rows), _RULING)
    paper.line(document, "* Insatsen började senare än planerat.", size=8.5)


def _people(document: DocxDocument) -> None:
    _head(document, "Deltagare")
    paper.line(
        document, "Här redovisas deltagare som är registrerade med personuppgifter i SUS, från insatsens start till och med 30 juni."
    )
    _caption(document, "Tabell 2. Individinriktade insatser")
    totals = RECORD.deltagare_totalt
    assert totals is not None
    rows = (*((r.insats, *_counts(r)) for r in RECORD.deltagare), ("Totalt", *_counts(totals)))
    heads: list[Row] = [
        (
            "Insats",
            "Deltagare totalt",
            "Avslutade totalt",
            "Avslutade jan–juni 2024",
            "Till arbete eller studier",
            LEFT,
            LEFT,
            "Andel med plan",
            "Pågående 30 juni",
        ),
        (ABOVE, ABOVE, ABOVE, ABOVE, "Kvinnor", "Män", "Andel", ABOVE, ABOVE),
    ]
    grid(document, (4.4, 1.6, 1.7, 1.8, 1.4, 1.1, 1.3, 1.5, 1.8), heads, Body(rows, frozenset({-1})), _NUMBERS)
    paper.line(document)
    _caption(document, "Tabell 3. Orsak till avslut")
    endings = tuple((r.anledning, str(r.kvinnor), str(r.man), str(r.totalt)) for r in RECORD.avslutsanledningar)
    grid(document, (8.4, 2.2, 2.2, 2.2), [("Avslutsorsak", "Kvinnor", "Män", "Totalt")], Body(endings), _NUMBERS)
    paper.line(document)
    _caption(document, "Tabell 4. Försörjning före och efter insatsen")
    grid(document, (5.2, 1.7, 1.7, 1.7, 1.7, 2.1, 2.3), _SUPPORT_HEADS, Body(_supports()), _NUMBERS)
    paper.line(document)
    _caption(document, "Tabell 5. Antal deltagare i förhållande till ansökan")
    whole = RECORD.forvantade_deltagare_totalt
    assert whole is not None
    wanted = tuple((r.insats, str(r.totalt), str(r.forvantat)) for r in RECORD.forvantade_deltagare)
    heads = [("Insats", "Deltagare till och med 2024-06-30", "Förväntat antal under hela insatstiden")]
    grid(document, (9.2, 3.6, 3.8), heads, Body((*wanted, ("Totalt", str(whole.totalt), str(whole.forvantat))), frozenset({-1})), _NUMBERS)


_SUPPORT_HEADS = [
    ("Försörjning", "Före insats", LEFT, "Efter insats", LEFT, "Förändring", "Förändring i %"),
    (ABOVE, "Antal", "Andel", "Antal", "Andel", ABOVE, ABOVE),
]


def _supports() -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            r.forsorjning,
            str(r.fore),
            _percent(r.andel_fore),
            str(r.efter),
            _percent(r.andel_efter),
            f"{r.forandring:+d}",
            _percent(r.forandring_procent),
        )
        for r in RECORD.forsorjning
    )


def _money(document: DocxDocument) -> None:
    _head(document, "Ekonomi")
    paper.line(document, "Utfallet avser upparbetade och rekvirerade kostnader. Budget och utfall gäller första halvåret, i kronor.")
    _caption(document, "Tabell 6. Budget och utfall")
    rows = tuple((r.insats, kronor(r.budget), kronor(r.utfall), _percent(r.forbrukningskvot), r.prognos or "") for r in RECORD.budget)
    heads = [("Insats", "Budget jan–juni", "Utfall jan–juni", "Förbrukat", "Prognos helår")]
    grid(document, (6.4, 2.6, 2.6, 1.8, 3.2), heads, Body(rows), Ruling(8.5, "DCE6F1", "F5F8FC", "95B3D7", words=frozenset({4})))
    paper.line(document)
    _caption(document, "Tabell 7. Förutsättningar för budgetutfall")
    conditions = tuple(
        (r.insats, r.start_i_tid or "", r.vakanser_sof or "", r.vakanser_egen or "", r.avvikelser_budget or "")
        for r in RECORD.forutsattningar
    )
    heads = [
        (
            "Insats",
            "Start i tid",
            "Vakanser, tjänster som förbundet betalar",
            "Vakanser, parternas egna tjänster",
            "Avvikelse budget inlämnad",
        )
    ]
    grid(document, (5.8, 2.0, 3.2, 3.0, 2.6), heads, Body(conditions), _RULING)


def _goals(document: DocxDocument) -> None:
    _head(document, "Måluppfyllelse")
    paper.line(document, "Styrgrupperna svarar varje kvartal på om insatsen följer sina mål och om de räknar med att nå dem.")
    _caption(document, "Tabell 8. Läget för insatsernas mål")
    rows = tuple((r.insats, f"{r.i_fas}{'^1' if r.insats == PAIN else ''}", r.prognos or "") for r in RECORD.mal)
    heads = [("Insats", "I fas med målen", "Styrgruppens prognos för måluppfyllelse")]
    grid(document, (9.0, 3.0, 4.6), heads, Body(rows), _RULING)
    note(document, "1", "Rekryteringen av fysioterapeut tog längre tid än väntat. En avvikelserapport är inlämnad.")


def _quality(document: DocxDocument) -> None:
    _head(document, "Kvalitetssäkring")
    paper.line(
        document, "Förbundets policy anger att styrgruppen ska mötas minst fyra gånger per år och regelbundet pröva metod och målgrupp."
    )
    _caption(document, "Tabell 9. Styrgruppernas svar om kvalitet")
    rows = tuple((r.insats, *(answer or "" for answer in r.svar)) for r in RECORD.kvalitet)
    heads = [
        ("Insats", "Möten enligt avtal", "Uppföljning i SUS", "Kontroll av", LEFT, "Diskuterat", LEFT, "Avvikelse mål/målgrupp"),
        (ABOVE, ABOVE, ABOVE, "metod", "målgrupp", "jämlikhet", "jämställdhet", ABOVE),
    ]
    ruling = Ruling(8, "DCE6F1", "F5F8FC", "95B3D7", words=frozenset(range(1, 8)))
    grid(document, (4.1, 1.7, 1.9, 1.5, 1.8, 1.7, 2.1, 2.1), heads, Body(rows), ruling)


def _closing(document: DocxDocument) -> None:
    _head(document, "Avslutade insatser")
    paper.line(document, "Tidig dialog", bold=True)
    paper.line(
        document,
        "Insatsägare: Försäkringskassan. Insatsen pågick i tre år och lämnar efter sig en gemensam rutin för det första samtalet med den "
        "som riskerar långvarig sjukskrivning. Parterna fortsätter arbetet inom ordinarie verksamhet.",
    )
    _head(document, "Slutord")
    paper.line(
        document,
        "De flesta insatser följer sin planering. Smärtrehabiliteringen och Arbetsmarknadstorget har haft svårt att fylla sina platser. "
        "Kansliet föreslår att styrelsen tar upp båda vid mötet i oktober.",
    )
    paper.line(document, "Hillevi Sandmo, verksamhetsutvecklare")


def _counts(row: ParticipantTotals) -> tuple[str, ...]:
    numbers = (row.totalt, row.avslutade, row.avslutade_perioden, row.kvinnor, row.man)
    return (*map(str, numbers), _percent(row.andel_arbete_studier), _percent(row.andel_handlingsplan), str(row.pagaende))


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:g} %"
