"""A matrix: one row a question under headings of parts, a column each for Ja and Nej with a box in it, and one for comments."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.table import Table

from samples import paper, wording
from samples.kvartalsrapport.report import QuarterlyReport
from underlag.schemas.kvartalsrapport import Question

_WIDTHS = (8.2, 1.2, 1.2, 6.8)
_GREEN, _PALE = "3B6E4C", "E6F0E8"
_PARTS = (
    (
        "Igångsättning och bemanning",
        (
            ("start_i_tid", "Kom insatsen igång vid den tidpunkt som ansökan anger?"),
            ("vakanser_sof_medel", "Har någon tjänst som förbundet betalar varit vakant under kvartalet?"),
            ("vakanser_egenfinansierade", "Har någon tjänst som parterna själva bekostar varit vakant?"),
        ),
    ),
    (
        "Mål",
        (
            ("i_fas_med_mal", "Följer insatsen planen för att nå målen?"),
            ("prognos_maluppfyllelse", "Räknar styrgruppen med att målen nås?"),
            ("avvikelse_mal", "Finns det avvikelser från målen att rapportera?"),
            ("avvikelse_malgrupp", "Finns det avvikelser i fråga om målgruppen att rapportera?"),
            ("avvikelse_budget", "Finns det avvikelser i fråga om budgeten att rapportera?"),
        ),
    ),
    (
        "Styrning och kvalitet",
        (
            ("styrgruppsmoten_enligt_avtal", "Har styrgruppen träffats så ofta som avtalats?"),
            ("ordinarie_representanter_deltagit", "Har alla parters ordinarie ledamöter varit med?"),
            ("uppfoljning_enligt_avtal", "Sker uppföljning i SUS så som avtalats?"),
            ("kontroll_metod", "Har styrgruppen kontrollerat att avtalad metod används?"),
            ("kontroll_malgrupp", "Har styrgruppen kontrollerat att deltagarna tillhör målgruppen?"),
            ("jamlikhet", "Har jämlikhet tagits upp?"),
            ("jamstalldhet", "Har jämställdhet mellan kvinnor och män tagits upp?"),
        ),
    ),
)
_PEOPLE = (
    ("totalt", "Deltagare sedan start"),
    ("avslutade", "Avslutade sedan start"),
    ("avslutade_perioden", "Avslutade under kvartalet"),
    ("till_arbete_studier", "   därav till arbete eller studier"),
    ("pagaende", "Pågående vid kvartalets slut"),
)


def render(report: QuarterlyReport) -> DocxDocument:
    """The whole form."""
    record = report.record
    document = paper.new_document("Carlito", 10, margin=1.8)
    document.sections[0].header.paragraphs[0].text = f"{report.association}\t\tUppföljning av insats"
    paper.line(document, "Kvartalsrapport från insats", bold=True, size=17, color=_GREEN)
    paper.line(document, "Lämnas till kansliet inom en månad efter kvartalets slut.", italic=True, size=9)
    told = (
        ("Namn på insatsen", record.insatsens_namn),
        ("Insatsägare", record.insatsagare),
        ("Rapporten avser", f"kvartal {record.period.kvartal}, {record.period.ar}"),
        ("Datum för inlämning", wording.long_date(record.inlamnad)),
    )
    made = paper.table(document, len(told), (4.6, 12.8), border=_GREEN)
    for drawn, (label, value) in zip(made.rows, told, strict=True):
        paper.shade(drawn.cells[0], _PALE)
        paper.line(drawn.cells[0], label, bold=True)
        paper.line(drawn.cells[1], value or "")
    paper.line(document, size=5)
    _questions(document, report)
    _money(document, report)
    _people(document, report)
    _signature(document, report)
    return document


def _questions(document: DocxDocument, report: QuarterlyReport) -> None:
    made = paper.table(document, 1, _WIDTHS, border=_GREEN)
    for cell, text in zip(made.rows[0].cells, ("Frågor", "Ja", "Nej", "Kommentar"), strict=True):
        paper.shade(cell, _GREEN)
        paper.line(cell, text, bold=True, color="FFFFFF")
    for part, questions in _PARTS:
        heading = _row(made)
        whole = heading[0].merge(heading[3])
        paper.shade(whole, _PALE)
        paper.line(whole, part, bold=True)
        for key, text in questions:
            answer: Question = getattr(report.record, key)
            cells = _row(made)
            paper.line(cells[0], text)
            paper.centre(paper.line(cells[1], "☒" if answer.svar else "☐"))
            paper.centre(paper.line(cells[2], "☒" if answer.svar is False else "☐"))
            paper.line(cells[3], answer.kommentar or "", size=9)
    paper.line(document, f"Antal möten med styrgruppen under kvartalet: {report.record.antal_styrgruppsmoten}")


def _row(made: Table) -> tuple[paper.Cell, ...]:
    cells = paper.row(made)
    for cell, width in zip(cells, _WIDTHS, strict=True):
        paper.size(cell, width)
    return cells


def _money(document: DocxDocument, report: QuarterlyReport) -> None:
    money = report.record.budget
    paper.line(document, "Ekonomi, medel från förbundet (kronor)", bold=True, color=_GREEN)
    made = paper.table(document, 3, (9.0, 4.0), border=_GREEN)
    rows = (
        ("Budgeterat för kvartalet", money.budget),
        ("Förbrukat under kvartalet", money.utfall),
        ("Prognos för kvartalet", money.prognos),
    )
    for drawn, (label, amount) in zip(made.rows, rows, strict=True):
        paper.line(drawn.cells[0], label)
        paper.right(paper.line(drawn.cells[1], wording.kronor(amount)))


def _people(document: DocxDocument, report: QuarterlyReport) -> None:
    paper.line(document, size=5)
    paper.line(document, "Deltagare enligt SUS", bold=True, color=_GREEN)
    made = paper.table(document, 1 + len(_PEOPLE), (9.0, 2.6, 2.6, 2.6), border=_GREEN)
    for cell, text in zip(made.rows[0].cells, ("", "Kvinnor", "Män", "Totalt"), strict=True):
        paper.line(cell, text, bold=True)
    for drawn, (key, label) in zip(made.rows[1:], _PEOPLE, strict=True):
        women, men = report.by_sex[key]
        for cell, text in zip(drawn.cells, (label, str(women), str(men), str(women + men)), strict=True):
            paper.line(cell, text)
    paper.together(made)
    share = wording.percent(report.record.deltagare.andel_handlingsplan)
    paper.line(document, f"Andel deltagare som har en handlingsplan: {share}")


def _signature(document: DocxDocument, report: QuarterlyReport) -> None:
    (signature,) = report.record.underskrifter
    paper.line(document, "Underskrift för insatsägaren", bold=True, color=_GREEN)
    made = paper.table(document, 2, (5.6, 6.0, 5.8), border=_GREEN)
    for cell, text in zip(made.rows[0].cells, ("Ort och datum", "Namnteckning", "Namnförtydligande"), strict=True):
        paper.line(cell, text, size=8)
    place, ink, name = made.rows[1].cells
    paper.line(place, f"{report.place} {wording.iso(signature.datum)}")
    if signature.undertecknad:
        paper.sign(ink, f"{report.name}{signature.namn}", 3.6)
    paper.line(name, ", ".join(filter(None, (signature.namn, report.title))))
    paper.together(made)
