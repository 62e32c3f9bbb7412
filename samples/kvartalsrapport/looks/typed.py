"""Typed: running lines in an older face, the answer crossed on a drawn line ("Ja ___  Nej _X_"), comments under each question."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper, wording
from samples.kvartalsrapport.report import QuarterlyReport
from underlag.schemas.kvartalsrapport import Question

_FIRST = (
    ("start_i_tid", "Startade insatsen enligt tidplan?"),
    ("i_fas_med_mal", "Är insatsen i fas med uppsatta mål?"),
    ("prognos_maluppfyllelse", "Bedömer styrgruppen att målen kommer att uppfyllas?"),
    ("avvikelse_mal", "Avvikelse avseende mål"),
    ("avvikelse_malgrupp", "Avvikelse avseende målgrupp"),
    ("avvikelse_budget", "Avvikelse avseende budget"),
)
_SECOND = (
    ("vakanser_sof_medel", "Vakanta tjänster som finansieras av samordningsförbundet?"),
    ("vakanser_egenfinansierade", "Vakanta tjänster som är egenfinansierade?"),
)
_THIRD = (
    ("styrgruppsmoten_enligt_avtal", "Har styrgruppsmöten hållits i enlighet med avtal?"),
    ("ordinarie_representanter_deltagit", "Har samtliga ordinarie representanter deltagit?"),
    ("uppfoljning_enligt_avtal", "Har uppföljningen gjorts enligt avtal?"),
    ("kontroll_metod", "Har metoden kontrollerats?"),
    ("kontroll_malgrupp", "Har målgruppen kontrollerats?"),
    ("jamlikhet", "Har frågor om jämlikhet behandlats?"),
    ("jamstalldhet", "Har frågor om jämställdhet behandlats?"),
)


def render(report: QuarterlyReport) -> DocxDocument:
    """The whole form."""
    record = report.record
    document = paper.new_document("Liberation Mono", 10, margin=2.4)
    document.sections[0].footer.paragraphs[0].text = "Originalet skickas med post, kopia per e-post."
    paper.line(document, report.association.upper())
    paper.rule(paper.line(document, "RAPPORT KVARTALSVIS FÖR SAMVERKANSINSATS", bold=True, size=12), "000000")
    paper.line(document, f"Insats: {record.insatsens_namn}")
    paper.line(document, f"Insatsägande organisation: {record.insatsagare}")
    paper.line(document, f"År: {record.period.ar}        Kvartal: {record.period.kvartal}")
    paper.line(document, f"Rapportdatum: {wording.slash_date(record.inlamnad)}")
    _part(document, report, "1. MÅL OCH AVVIKELSER", _FIRST)
    _part(document, report, "2. PERSONAL", _SECOND)
    _part(document, report, "3. STYRGRUPP OCH KVALITET", _THIRD)
    paper.line(document, f"Antal styrgruppsmöten detta kvartal: {record.antal_styrgruppsmoten}")
    _figures(document, report)
    _signature(document, report)
    return document


def _part(document: DocxDocument, report: QuarterlyReport, heading: str, questions: tuple[tuple[str, str], ...]) -> None:
    _heading(document, heading)
    for key, text in questions:
        answer: Question = getattr(report.record, key)
        yes, no = ("_X_" if chosen else "___" for chosen in (answer.svar is True, answer.svar is False))
        question = paper.line(document, text)
        question.paragraph_format.space_after = paper.points(0)
        question.paragraph_format.keep_with_next = True
        paper.line(document, f"Ja {yes}   Nej {no}").paragraph_format.space_after = paper.points(0)
        paper.line(document, f"Kommentar: {answer.kommentar or ''}").paragraph_format.space_after = paper.points(8)


def _heading(document: DocxDocument, text: str) -> None:
    heading = paper.line(document, text, bold=True)
    heading.paragraph_format.space_before = paper.points(10)
    heading.paragraph_format.keep_with_next = True


def _figures(document: DocxDocument, report: QuarterlyReport) -> None:
    money, people = report.record.budget, report.record.deltagare
    _heading(document, "4. EKONOMI")
    told = (("Budget för kvartalet", money.budget), ("Utfall för kvartalet", money.utfall), ("Prognos för kvartalet", money.prognos))
    for label, amount in told:
        paper.line(document, f"{label + ' ':.<36} {wording.kronor(amount)} kr").paragraph_format.space_after = paper.points(0)
    _heading(document, "5. DELTAGARE")
    share = f"{people.andel_handlingsplan:g} %".replace(".", ",")
    counts = (
        ("Deltagare totalt sedan insatsens start", people.totalt),
        ("Avslutade deltagare totalt", people.avslutade),
        ("Avslutade deltagare under kvartalet", people.avslutade_perioden),
        ("- kvinnor som gått till arbete/studier", people.kvinnor_till_arbete_studier),
        ("- män som gått till arbete/studier", people.man_till_arbete_studier),
        ("Andel deltagare med handlingsplan", share),
        ("Pågående deltagare", people.pagaende),
    )
    for label, count in counts:
        paper.line(document, f"{label + ' ':.<44} {count}").paragraph_format.space_after = paper.points(0)


def _signature(document: DocxDocument, report: QuarterlyReport) -> None:
    (signature,) = report.record.underskrifter
    _heading(document, "6. UNDERSKRIFT")
    paper.line(document, f"Ort och datum: {report.place} {wording.iso(signature.datum)}")
    line = paper.line(document, "Underskrift insatsägare: ")
    if signature.undertecknad:
        paper.scribble_in(line, f"{report.name}{signature.namn}", 3.6)
    else:
        paper.ink(line, "." * 30)
    paper.line(document, f"Namnförtydligande: {signature.namn}")
