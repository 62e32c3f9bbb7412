"""Boxed: each question a ruled box with its label small on top, facts side by side, parties in a table, a box a signature field."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.table import _Cell

from samples import paper, wording
from samples.slutrapport.report import FinalReport, Signing

_WIDE = 17.0
_GREY = "595959"


def render(report: FinalReport) -> DocxDocument:
    """The whole form."""
    told = report.told
    document = paper.new_document("DejaVu Sans", 9, margin=2.0)
    head = document.sections[0].header.paragraphs[0]
    head.text = f"{report.association}\t\tSLUTRAPPORT"
    paper.line(document, "Slutrapport för beviljad insats", bold=True, size=15)
    paper.line(document, "A. Grunduppgifter", bold=True, size=11)
    _box(document, "Insatsens namn", told.insatsens_namn)
    _parties(document, report)
    time = told.insatstid
    days = [wording.slash_date(day) for day in (time.start, time.slut, time.intag_slut)]
    _boxes(document, tuple(zip(("Startdatum", "Slutdatum", "Sista intag"), days, strict=True)))
    paper.line(document, "B. Innehåll", bold=True, size=11)
    _box(document, "Syfte med insatsen", told.syfte)
    _box(document, "Bakgrund och behov", told.bakgrund)
    _box(document, "Ser behovet likadant ut i dag?", told.behov_forandrat)
    _box(document, "Målgrupp", told.malgrupp)
    _box(document, "Antal deltagare", report.participants)
    _box(document, "Använda metoder och genomförda aktiviteter", told.metoder)
    paper.line(document, "C. Resultat", bold=True, size=11)
    paper.line(document, "Mål och resultat (samtliga mål i ansökan ska tas upp)", bold=True, size=8, color=_GREY)
    paper.write(document, told.mal_och_utfall, _WIDE)
    _box(document, "Jämställdhetsperspektiv: hur har det påverkat resultatet?", told.jamstalldhet)
    _box(document, "Hur har insatsen följts upp och utvärderats?", told.uppfoljning)
    _box(document, "Hur tas resultatet till vara i ordinarie verksamhet?", told.implementering)
    _box(document, "När och med vilka har detta diskuterats?", told.implementering_diskussion)
    _box(document, "Erfarenheter och lärdomar av insatsen", told.lardomar)
    _box(document, "Erfarenheter för respektive part", told.lardomar_per_part)
    paper.line(document, "D. Ekonomi", bold=True, size=11)
    _box(document, "Utfall av budget", told.budgetutfall)
    answers = (("Belopp som återförs till förbundet", report.returned or ""),)
    _boxes(document, (*answers, ("Vad har det inneburit för insatsen?", told.konsekvens_aterforda_medel or "")))
    paper.line(document, "E. Underskrifter", bold=True, size=11)
    for signing in report.signings:
        _signature(document, report, signing)
    return document


def _box(document: DocxDocument, label: str, answer: str | None) -> None:
    _boxes(document, ((label, answer or ""),))


def _boxes(document: DocxDocument, told: tuple[tuple[str, str], ...]) -> None:
    """Boxes side by side: label and answer."""
    made = paper.table(document, 1, (_WIDE / len(told),) * len(told), border="404040", weight=6)
    for cell, (label, answer) in zip(made.rows[0].cells, told, strict=True):
        _label(cell, label)
        paper.write(cell, answer, _WIDE / len(told) - 0.5)
    paper.line(document, size=3).paragraph_format.space_after = paper.points(0)


def _label(cell: _Cell, text: str) -> None:
    paper.line(cell, text, size=7.5, color=_GREY).paragraph_format.space_after = paper.points(1)


def _parties(document: DocxDocument, report: FinalReport) -> None:
    told = [("Insatsägare", party) for party in report.told.insatsagare]
    told += [("Samverkanspart", party) for party in report.told.samverkansparter]
    made = paper.table(document, 1 + len(told), (3.2, 4.2, 4.0, 5.6), border="404040", weight=6)
    for cell, text in zip(made.rows[0].cells, ("Roll", "Organisation", "Kontaktperson", "E-postadress"), strict=True):
        paper.line(cell, text, size=7.5, color=_GREY)
    for drawn, (role, party) in zip(made.rows[1:], told, strict=True):
        texts = (role, party.organisation or "", party.kontaktperson or "", party.epost or "")
        for cell, text in zip(drawn.cells, texts, strict=True):
            paper.line(cell, text, size=8)
    paper.line(document, size=3)


def _signature(document: DocxDocument, report: FinalReport, signing: Signing) -> None:
    signature = signing.signature
    role = "Insatsägare" if signature.roll == "insatsagare" else "Samverkanspart"
    made = paper.table(document, 2, (8.5, 8.5), border="404040", weight=6)
    place = f"{signing.place} {wording.iso(signature.datum)}" if signature.datum else ""
    cells = (*made.rows[0].cells, *made.rows[1].cells)
    told = ((role, signature.organisation), ("Ort, datum", place), ("Namnunderskrift", ""), ("Namnförtydligande", signature.namn))
    for cell, (label, answer) in zip(cells, told, strict=True):
        _label(cell, label)
        if answer:
            paper.line(cell, answer)
    if signature.undertecknad:
        paper.sign(cells[2], f"{report.name}{signature.namn}", 3.6)
    paper.together(made)
    paper.line(document, size=3)
