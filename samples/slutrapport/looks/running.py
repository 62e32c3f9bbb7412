"""Running report: headings in Word's own styles, instructions in brackets and italics, facts in lines at the top, signatures two by two."""

from __future__ import annotations

from itertools import zip_longest

from docx.document import Document as DocxDocument
from docx.table import _Cell

from samples import paper, wording
from samples.slutrapport.report import FinalReport, Signing

_BLUE = "244C8A"


def render(report: FinalReport) -> DocxDocument:
    """The whole report."""
    told = report.told
    document = paper.new_document("Liberation Sans", 10.5, margin=2.4)
    section = document.sections[0]
    paper.ink(section.header.paragraphs[0], "● finsam", bold=True, size=16, color=_BLUE)
    section.footer.paragraphs[0].text = "Slutrapport insats | Mall reviderad 2022-11-15"
    paper.line(document, f"Slutrapport: {told.insatsens_namn}", bold=True, size=22, color=_BLUE)
    paper.line(document, f"Till styrelsen för {report.association}", italic=True)
    _facts(document, report)
    _heading(document, "Sammanhang")
    _sub(document, "Bakgrund till insatsen", told.bakgrund, "Vilket problem skulle insatsen lösa?")
    _sub(document, "Har behoven ändrats?", told.behov_forandrat)
    _sub(document, "Insatsens syfte", told.syfte)
    _sub(document, "Målgruppen för insatsen", told.malgrupp)
    _sub(document, "Antal deltagare", report.participants, "Behövs inte om antalet framgår av resultaten")
    _heading(document, "Genomförande")
    _sub(document, "Metod och aktiviteter", told.metoder, "Vad gjorde ni? Max en sida.")
    _sub(document, "Uppföljning", told.uppfoljning)
    _heading(document, "Resultat")
    _sub(document, "Mål och utfall", told.mal_och_utfall, "Redogör för samtliga mål, även de som inte nåddes")
    _sub(document, "Jämställdhet och jämlikhet", told.jamstalldhet)
    _sub(document, "Implementering", told.implementering)
    _sub(document, "Diskussion om implementering", told.implementering_diskussion, "När och med vem har frågan tagits upp?")
    _sub(document, "Lärdomar", told.lardomar)
    _heading(document, "Ekonomi")
    _sub(document, "Utfall jämfört med budget", told.budgetutfall, "Ange även om medel återförs")
    _signatures(document, report)
    return document


def _facts(document: DocxDocument, report: FinalReport) -> None:
    told = report.told
    _fact(document, "Insatsägare", *map(_party, told.insatsagare))
    _fact(document, "Samverkansparter", *map(_party, told.samverkansparter))
    _fact(document, "Start", wording.iso(told.insatstid.start))
    _fact(document, "Slut", wording.iso(told.insatstid.slut))
    if told.insatstid.intag_slut:
        _fact(document, "Sista intag", wording.iso(told.insatstid.intag_slut))


def _fact(document: DocxDocument, label: str, *values: str) -> None:
    paragraph = paper.line(document, f"{label}: ", bold=True)
    if len(values) == 1:
        paper.ink(paragraph, values[0])
    else:
        paper.items(document, values)


def _party(party: object) -> str:
    told = (getattr(party, key) for key in ("organisation", "kontaktperson", "epost"))
    organisation, person, mail = (text or "" for text in told)
    return f"{organisation} – {person} ({mail})"


def _heading(document: DocxDocument, text: str) -> None:
    heading = document.add_heading(text, level=1)
    heading.paragraph_format.keep_with_next = True


def _sub(document: DocxDocument, label: str, answer: str | None, instruction: str = "") -> None:
    document.add_heading(label, level=2)
    if instruction:
        paper.line(document, f"[{instruction}]", italic=True, size=9, color="808080").paragraph_format.keep_with_next = True
    paper.write(document, answer)


def _signatures(document: DocxDocument, report: FinalReport) -> None:
    _heading(document, "Undertecknande")
    paper.line(document, "Undertecknade parter ställer sig bakom innehållet i rapporten.")
    for pair in zip_longest(report.signings[::2], report.signings[1::2]):
        made = paper.table(document, 1, (8.0, 8.0), weight=0)
        for cell, signing in zip(made.rows[0].cells, pair, strict=True):
            if signing:
                _signature(cell, report, signing)
        paper.together(made)


def _signature(cell: _Cell, report: FinalReport, signing: Signing) -> None:
    signature = signing.signature
    role = "insatsägare" if signature.roll == "insatsagare" else "samverkanspart"
    paper.line(cell, f"{signing.place} {wording.long_date(signature.datum)}")
    paper.sign(cell, f"{report.name}{signature.namn}", 3.8)
    paper.line(cell, "." * 44, size=9)
    title = report.titles.get(signature.namn or "")
    paper.line(cell, f"{signature.namn}, {title}" if title else signature.namn or "")
    paper.line(cell, f"{signature.organisation} ({role})")
    paper.line(cell)
