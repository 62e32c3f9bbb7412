"""Boxed form: every question is a ruled box with its label small on top; three narrow boxes side by side for facts."""

from __future__ import annotations

from itertools import groupby

from docx.document import Document as DocxDocument
from docx.table import _Cell

from samples import paper, wording
from samples.ansokan.application import Application
from samples.ansokan.ledger import Ledger, annex
from samples.ansokan.looks.labels import LEVELS, ROLES, titled
from samples.ansokan.terms import INSTRUCTION
from underlag.schemas.records import Party, Signature

_WIDE = (16.8,)
_THREE = (6.2, 5.0, 5.6)
_LINE = "7F7F7F"
_IDLE = (("",), ("Övriga lokalkostnader",), ("Utvärdering", "Resor", "Informationsmaterial"))


def render(app: Application) -> DocxDocument:
    """The whole form with its budget on a landscape page."""
    document = paper.new_document("Arial", 10, margin=2.1)
    head = document.sections[0].header
    head.paragraphs[0].text = f"{app.association}\t\t{app.version or ''}"
    paper.line(document, "Ansökan om medel till samverkansinsats", bold=True, size=17)
    paper.line(document, "Samtliga rutor ska fyllas i. Ansökan skickas även elektroniskt i Wordformat.", italic=True, size=8)
    _box(document, "Insatsens namn", app.insats)
    _parties(document, app, "Insatsägare", app.owners)
    _parties(document, app, "Samverkansparter", app.partners)
    _box(document, "Beskriv syftet med insatsen", app.answers.syfte)
    _goals(document, app)
    _box(document, "Beskriv bakgrunden till/behovet av insatsen", app.answers.bakgrund)
    days = (app.time.start, app.time.slut, app.time.intag_slut)
    heads = ("Planerat startdatum", "Planerat slutdatum", "Eventuellt slutdatum för intag")
    _facts(document, "Planerad insatstid", heads, tuple(map(wording.iso, days)))
    _box(document, "Beskriv målgrupp för insatsen", app.answers.malgrupp)
    _box(document, "Ange förväntat antal deltagare", app.expected.text)
    _box(document, "Beskriv metod/metoder ni kommer använda", app.answers.metoder)
    _box(document, "Beskriv metod för uppföljning och utvärdering av målen", app.answers.uppfoljning)
    _box(document, "Beskriv hur ni tänker ta tillvara resultaten från insatsen", app.answers.tillvaratagande)
    _box(document, "Ange budget/finansiering (separat budget ska bifogas enligt mall)", app.sought.text)
    _anchoring(document, app)
    _terms(document, app)
    for signature in app.signatures:
        _signature(document, signature, app)
    paper.landscape(document)
    annex(document, app, Ledger("Kostnader i kr", idle=_IDLE))
    return document


def _cell(document: DocxDocument, label: str) -> _Cell:
    cell = paper.table(document, 1, _WIDE, border=_LINE).cell(0, 0)
    _label(cell, label)
    return cell


def _label(cell: _Cell, label: str) -> None:
    paper.line(cell, label, bold=True, size=8, color="404040").paragraph_format.space_after = 0


def _gap(document: DocxDocument) -> None:
    paper.line(document, size=4).paragraph_format.space_after = 0


def _box(document: DocxDocument, label: str, answer: str | None) -> None:
    cell = _cell(document, label)
    paper.write(cell, answer)
    _gap(document)


def _facts(document: DocxDocument, heading: str, labels: tuple[str, ...], values: tuple[str, ...]) -> None:
    paper.line(document, heading, bold=True)
    row = paper.table(document, 1, _THREE, border=_LINE).rows[0].cells
    for cell, label, value in zip(row, labels, values, strict=True):
        _label(cell, label)
        paper.line(cell, value)
    _gap(document)


def _parties(document: DocxDocument, app: Application, heading: str, parties: tuple[Party, ...]) -> None:
    paper.line(document, heading, bold=True)
    made = paper.table(document, len(parties), _THREE, border=_LINE)
    for row, party in zip(made.rows, parties, strict=True):
        values = (party.organisation, titled(app, party.kontaktperson), party.epost)
        for cell, label, value in zip(row.cells, ("Organisation", "Kontaktperson", "E-post"), values, strict=True):
            _label(cell, label)
            paper.line(cell, value or "", size=9)
    _gap(document)


def _goals(document: DocxDocument, app: Application) -> None:
    cell = _cell(document, "Beskriv målen med insatsen")
    for level, goals in groupby(app.goals, key=lambda goal: goal.niva):
        paper.line(cell, LEVELS[level], bold=True)
        paper.items(cell, [goal.text for goal in goals])
    _gap(document)


def _anchoring(document: DocxDocument, app: Application) -> None:
    cell = _cell(document, "Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?")
    yes, no = ("☒", "☐") if app.lokus.diskuterad else ("☐", "☒")
    paper.line(cell, f"Ja {yes}     Nej {no}")
    _gap(document)
    _box(document, "Hur och när har ansökan diskuterats?", app.lokus.text)


def _terms(document: DocxDocument, app: Application) -> None:
    paper.line(document, "Överenskommelse", bold=True, size=13)
    paper.line(document, INSTRUCTION, italic=True)
    for term in app.terms:
        paper.line(document, term.heading, bold=True)
        paper.line(document, term.text)


def _signature(document: DocxDocument, signature: Signature, app: Application) -> None:
    paper.line(document, ROLES[signature.roll], bold=True).paragraph_format.keep_with_next = True
    made = paper.table(document, 2, (8.4, 8.4), border=_LINE)
    (place, ink), (name, mail) = (row.cells for row in made.rows)
    _label(place, "Organisation och datum")
    paper.line(place, f"{signature.organisation or ''} {wording.iso(signature.datum)}".strip())
    _label(ink, "Underskrift")
    if signature.undertecknad:
        paper.sign(ink, f"{app.name}{signature.namn}")
    else:
        paper.line(ink)
    _label(name, "Namnförtydligande")
    paper.line(name, titled(app, signature.namn))
    _label(mail, "E-post")
    paper.line(mail, signature.epost or "")
    paper.together(made)
    _gap(document)
