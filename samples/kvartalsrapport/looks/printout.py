"""A print of an e-service: grey labels over their values in two columns of a table without lines, every answer as "Svar: Ja"."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.table import _Cell

from samples import paper, wording
from samples.kvartalsrapport.report import QuarterlyReport
from underlag.schemas.kvartalsrapport import Question

_GREY = "6B6B6B"
_QUESTIONS = (
    ("start_i_tid", "Har insatsen startat i tid?"),
    ("i_fas_med_mal", "Ligger insatsen i fas med målen?"),
    ("prognos_maluppfyllelse", "Är styrgruppens prognos att målen uppnås?"),
    ("vakanser_sof_medel", "Vakanser på tjänster finansierade av förbundet?"),
    ("vakanser_egenfinansierade", "Vakanser på tjänster finansierade av parterna?"),
    ("styrgruppsmoten_enligt_avtal", "Har styrgruppsmöten genomförts enligt avtal?"),
    ("ordinarie_representanter_deltagit", "Har ordinarie representanter deltagit?"),
    ("uppfoljning_enligt_avtal", "Sker uppföljning i SUS enligt avtal?"),
    ("kontroll_metod", "Har metoden stämts av mot ansökan?"),
    ("kontroll_malgrupp", "Har målgruppen stämts av mot ansökan?"),
    ("jamlikhet", "Har jämlikhet diskuterats i styrgruppen?"),
    ("jamstalldhet", "Har jämställdhet diskuterats i styrgruppen?"),
    ("avvikelse_mal", "Rapporteras avvikelse från mål?"),
    ("avvikelse_malgrupp", "Rapporteras avvikelse från målgrupp?"),
    ("avvikelse_budget", "Rapporteras avvikelse från budget?"),
)


def render(report: QuarterlyReport) -> DocxDocument:
    """The whole print."""
    record = report.record
    document = paper.new_document("DejaVu Sans", 9, margin=2.0)
    head = document.sections[0].header.paragraphs[0]
    paper.ink(head, f"E-tjänst: Kvartalsrapport\tÄrende KR-{record.period.ar}-0417\tUtskriven 2020-11-02", size=7.5, color=_GREY)
    paper.line(document, "Kvartalsrapport", bold=True, size=16)
    paper.line(document, f"{report.association} har tagit emot din rapport. Spara gärna en kopia.", size=8, color=_GREY)
    people, money = record.deltagare, record.budget
    _heading(document, "Insats")
    _pairs(document, (("Insats", record.insatsens_namn), ("Ansvarig organisation", record.insatsagare)))
    _pairs(document, (("Rapporteringsperiod", f"Q{record.period.kvartal} {record.period.ar}"), ("Inskickad", f"{record.inlamnad} 09:41")))
    _heading(document, "Frågor")
    for key, text in _QUESTIONS:
        _question(document, text, getattr(record, key))
    _heading(document, "Styrgruppsmöten")
    _pairs(document, (("Antal styrgruppsmöten under kvartalet", str(record.antal_styrgruppsmoten)), ("", "")))
    _heading(document, "Ekonomi (kr)")
    _pairs(document, (("Kvartalets budget", wording.kronor(money.budget)), ("Kvartalets utfall", wording.kronor(money.utfall))))
    _pairs(document, (("Kvartalets prognos", wording.kronor(money.prognos)), ("", "")))
    _heading(document, "Deltagare")
    _pairs(document, (("Totalt antal deltagare", str(people.totalt)), ("Pågående", str(people.pagaende))))
    _pairs(document, (("Avslutade totalt", str(people.avslutade)), ("Avslutade under perioden", str(people.avslutade_perioden))))
    women, men = str(people.kvinnor_till_arbete_studier), str(people.man_till_arbete_studier)
    _pairs(document, (("Kvinnor till arbete/studier", women), ("Män till arbete/studier", men)))
    share = f"{people.andel_handlingsplan:g}".replace(".", ",")
    _pairs(document, (("Andel med handlingsplan (%)", share), ("", "")))
    return document


def _heading(document: DocxDocument, text: str) -> None:
    heading = paper.line(document, text, bold=True, size=11)
    paper.rule(heading, "BBBBBB")
    heading.paragraph_format.space_before = paper.points(8)
    heading.paragraph_format.keep_with_next = True


def _pairs(document: DocxDocument, told: tuple[tuple[str, str | None], ...]) -> None:
    made = paper.table(document, 1, (8.5, 8.5), weight=0)
    for cell, (label, value) in zip(made.rows[0].cells, told, strict=True):
        _pair(cell, label, value)


def _pair(cell: _Cell, label: str, value: str | None) -> None:
    paper.line(cell, label, size=7.5, color=_GREY).paragraph_format.space_after = paper.points(0)
    paper.line(cell, value or "")


def _question(document: DocxDocument, text: str, answer: Question) -> None:
    chosen = {True: "Ja", False: "Nej", None: "Ej besvarad"}[answer.svar]
    told = (text, f"Svar: {chosen}", f"Kommentar: {answer.kommentar or '-'}")
    lines = [paper.line(document, line, bold=line is text) for line in told]
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_after = paper.points(0)
