"""Numbered questions in running text, the right one of "Ja" and "Nej" bold and underlined, comments in italics; figures in two tables."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper, wording
from samples.kvartalsrapport.report import QuarterlyReport
from underlag.schemas.kvartalsrapport import Question

_BROWN = "7A4B1E"
_QUESTIONS = (
    ("start_i_tid", "Startade insatsen vid planerad tidpunkt?"),
    ("i_fas_med_mal", "Ligger arbetet i fas med målen i ansökan?"),
    ("prognos_maluppfyllelse", "Tror styrgruppen att insatsens mål kommer att nås?"),
    ("avvikelse_mal", "Har ni avvikelser i förhållande till målen?"),
    ("avvikelse_malgrupp", "Har ni avvikelser i förhållande till målgruppen?"),
    ("avvikelse_budget", "Har ni avvikelser i förhållande till budgeten?"),
    ("vakanser_sof_medel", "Har det varit vakanser på tjänster som bekostas med samordningsmedel?"),
    ("vakanser_egenfinansierade", "Har det varit vakanser på tjänster som parterna står för?"),
    ("styrgruppsmoten_enligt_avtal", "Har styrgruppen haft de möten som avtalats?"),
    ("ordinarie_representanter_deltagit", "Deltog parternas ordinarie representanter i styrgruppens möten?"),
    ("uppfoljning_enligt_avtal", "Följs insatsen upp enligt överenskommelsen (SUS, enkäter)?"),
    ("kontroll_metod", "Har ni kontrollerat att arbetet sker enligt metoden?"),
    ("kontroll_malgrupp", "Har ni kontrollerat att ni når rätt målgrupp?"),
    ("jamlikhet", "Har jämlikhetsperspektivet diskuterats?"),
    ("jamstalldhet", "Har jämställdhetsperspektivet diskuterats?"),
)


def render(report: QuarterlyReport) -> DocxDocument:
    """The whole form."""
    record = report.record
    document = paper.new_document("Liberation Serif", 11, margin=2.3)
    paper.ink(document.sections[0].header.paragraphs[0], "● finsam", bold=True, size=15, color=_BROWN)
    document.sections[0].footer.paragraphs[0].text = f"Kvartalsuppföljning {record.period.ar} {report.association}"
    title = f"Kvartalsuppföljning: kvartal {record.period.kvartal} {record.period.ar}"
    paper.rule(paper.line(document, title, bold=True, size=18, color=_BROWN), _BROWN)
    for label, value in (("Insatsens namn", record.insatsens_namn), ("Insatsägare", record.insatsagare)):
        paper.ink(paper.line(document, f"{label}: ", bold=True), value or "")
    paper.ink(paper.line(document, "Inskickad: ", bold=True), wording.long_date(record.inlamnad))
    paper.line(document, "Frågor till styrgruppen", bold=True, size=13, color=_BROWN)
    paper.line(document, "Stryk under det svar som gäller och kommentera vid behov.", italic=True, size=9.5)
    for number, (key, text) in enumerate(_QUESTIONS, 1):
        _question(document, f"{number}. {text}", getattr(record, key))
    _money(document, report)
    _people(document, report)
    _signature(document, report)
    return document


def _question(document: DocxDocument, text: str, answer: Question) -> None:
    question = paper.line(document, f"{text}   ")
    for word, meant in (("Ja", True), ("Nej", False)):
        chosen = answer.svar is meant
        paper.ink(question, word, bold=chosen).underline = chosen or None
        paper.ink(question, "   ")
    if answer.kommentar:
        question.paragraph_format.keep_with_next = True
        paper.line(document, f"Kommentar: {answer.kommentar}", italic=True).paragraph_format.left_indent = paper.points(18)


def _money(document: DocxDocument, report: QuarterlyReport) -> None:
    money = report.record.budget
    paper.line(document, "Ekonomi", bold=True, size=13, color=_BROWN)
    made = paper.table(document, 2, (5.4, 3.6, 3.6, 3.6), border=_BROWN)
    for cell, text in zip(made.rows[0].cells, ("Belopp i kr", "Budget", "Utfall", "Prognos"), strict=True):
        paper.line(cell, text, bold=True)
    amounts = map(wording.kronor, (money.budget, money.utfall, money.prognos))
    for cell, text in zip(made.rows[1].cells, (f"Kvartal {report.record.period.kvartal}", *amounts), strict=True):
        paper.line(cell, text)
    paper.together(made)


def _people(document: DocxDocument, report: QuarterlyReport) -> None:
    people = report.record.deltagare
    paper.line(document, size=4)
    paper.line(document, "Deltagare och styrgrupp", bold=True, size=13, color=_BROWN)
    rows = (
        ("Antal deltagare totalt sedan start", people.totalt),
        ("varav avslutade", people.avslutade),
        ("varav pågående", people.pagaende),
        ("Antal som avslutats under perioden", people.avslutade_perioden),
        ("Kvinnor som avslutats till arbete eller studier", people.kvinnor_till_arbete_studier),
        ("Män som avslutats till arbete eller studier", people.man_till_arbete_studier),
        ("Deltagare med handlingsplan, andel", wording.percent(people.andel_handlingsplan)),
        ("Antal möten i styrgruppen under kvartalet", report.record.antal_styrgruppsmoten),
    )
    made = paper.table(document, len(rows), (11.0, 3.0), border="FFFFFF", weight=0)
    for drawn, (label, value) in zip(made.rows, rows, strict=True):
        paper.line(drawn.cells[0], label)
        paper.right(paper.line(drawn.cells[1], str(value)))


def _signature(document: DocxDocument, report: QuarterlyReport) -> None:
    (signature,) = report.record.underskrifter
    paper.line(document, "För insatsägaren", bold=True, size=13, color=_BROWN).paragraph_format.keep_with_next = True
    lines = [paper.line(document, f"{report.place} den {wording.long_date(signature.datum)}"), paper.line(document)]
    if signature.undertecknad:
        paper.scribble_in(lines[1], f"{report.name}{signature.namn}", 3.8)
    lines.append(paper.line(document, "_" * 32))
    for line in lines:
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_after = paper.points(0)
    paper.line(document, f"{signature.namn}, {report.title}")
    paper.line(document, f"E-post: {signature.epost}")
