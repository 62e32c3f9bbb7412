"""Older wording in a serif face: numbered questions under each other, parties numbered, signatures as a stack of drawn lines."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper, wording
from samples.slutrapport.report import FinalReport, Signing

_TITLES = {"insatsagare": "För projektägaren", "samverkanspart": "För samverkansparten"}


def render(report: FinalReport) -> DocxDocument:
    """The whole form."""
    told = report.told
    document = paper.new_document("Liberation Serif", 11.5, margin=2.6)
    document.sections[0].footer.paragraphs[0].text = f"{report.association}   Box 17   slutrapport projekt"
    paper.centre(paper.line(document, report.association.upper(), bold=True, size=12))
    paper.centre(paper.line(document, "SLUTRAPPORT", bold=True, size=20))
    paper.rule(paper.centre(paper.line(document, "för projekt som fått stöd av förbundet", italic=True)), "000000")
    questions = (
        ("Projektets namn", told.insatsens_namn),
        ("Projektägare och samverkande parter", _parties(report)),
        ("Bakgrund till projektet", told.bakgrund),
        ("Projektets syfte", told.syfte),
        ("Målgrupp", told.malgrupp),
        ("Projekttid", f"{wording.iso(told.insatstid.start)} -- {wording.iso(told.insatstid.slut)}"),
        ("Hur många personer har deltagit?", report.participants),
        ("Projektets mål och vilka resultat som har uppnåtts", told.mal_och_utfall),
        ("På vilket sätt har jämställdhetsperspektivet påverkat resultatet?", told.jamstalldhet),
        ("Arbetssätt och aktiviteter", told.metoder),
        ("Hur har projektet följts upp?", told.uppfoljning),
        ("Vad händer efter projekttiden? Beskriv hur arbetet tas in i den ordinarie verksamheten.", told.implementering),
        ("Ekonomisk redovisning (utfall i förhållande till budget)", told.budgetutfall),
        ("Vilka erfarenheter har projektet gett?", told.lardomar),
    )
    for number, (question, answer) in enumerate(questions, 1):
        heading = paper.line(document, f"{number}.  {question}", bold=True)
        heading.paragraph_format.space_before = paper.points(10)
        heading.paragraph_format.keep_with_next = True
        if answer:
            paper.write(document, answer)
        else:
            paper.line(document)
    _signatures(document, report)
    return document


def _parties(report: FinalReport) -> str:
    parties = (*report.told.insatsagare, *report.told.samverkansparter)
    return "\n".join(f"{n}. {party.organisation} (kontaktperson: {party.kontaktperson})" for n, party in enumerate(parties, 1))


def _signatures(document: DocxDocument, report: FinalReport) -> None:
    heading = paper.line(document, "Underskrifter av samtliga parter", bold=True)
    heading.paragraph_format.space_before = paper.points(14)
    heading.paragraph_format.keep_with_next = True
    for signing in report.signings:
        _signature(document, report, signing)


def _signature(document: DocxDocument, report: FinalReport, signing: Signing) -> None:
    signature = signing.signature
    lines = [paper.line(document, f"{_TITLES[signature.roll]} {signature.organisation}", italic=True)]
    lines.append(paper.line(document, f"Ort och datum: {signing.place} {signing.day or ''}"))
    lines.append(paper.line(document, "Namnteckning: "))
    if signature.undertecknad:
        paper.scribble_in(lines[-1], f"{report.name}{signature.namn}", 3.6)
    else:
        paper.ink(lines[-1], "_" * 38)
    paper.line(document, f"Namnförtydligande: {signature.namn}").paragraph_format.space_after = paper.points(10)
    for line in lines:
        line.paragraph_format.keep_with_next = True
        line.paragraph_format.space_after = paper.points(2)
