"""Numbered form: coloured bars with "3. Syfte och mål", sub-labels "3.1", facts in a line, signatures side by side."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from docx.document import Document as DocxDocument
from docx.table import _Cell

from samples import paper, wording
from samples.ansokan.application import Application
from samples.ansokan.ledger import Ledger, annex
from samples.ansokan.looks.labels import LEVELS, ROLES
from samples.ansokan.terms import INSTRUCTION
from underlag.schemas.records import Party, Signature

_BLUE, _PALE = "2F5597", "DAE3F3"


def render(app: Application) -> DocxDocument:
    """The whole form with its budget on landscape pages."""
    document = paper.new_document("DejaVu Sans", 9.5, margin=2.3)
    document.sections[0].header.paragraphs[0].text = app.association
    document.sections[0].footer.paragraphs[0].text = f"Mall för ansökan – {app.version}"
    paper.line(document, "ANSÖKAN", bold=True, size=24, color=_BLUE)
    paper.line(document, "Samverkansinsatser inom Samordningsförbundet", size=12, color=_BLUE)
    _section(document, "1. Insatsens namn", app.insats)
    _parties(document, app)
    _aims(document, app)
    _section(document, "4. Bakgrund till och behov av insatsen", app.answers.bakgrund)
    _time(document, app)
    _group(document, app)
    _section(document, "7. Metod och arbetssätt", app.answers.metoder)
    _section(document, "8. Metod för uppföljning och utvärdering", app.answers.uppfoljning)
    _section(document, "9. Hur tas resultaten från insatsen tillvara?", app.answers.tillvaratagande)
    _section(document, "10. Budget och finansiering", app.sought.text)
    _anchoring(document, app)
    _bar(document, "12. Överenskommelse")
    paper.line(document, INSTRUCTION, italic=True, size=8)
    for term in app.terms:
        _label(document, term.heading)
        paper.line(document, term.text)
    _signatures(document, app)
    paper.landscape(document)
    style = Ledger("Kostnader i kr", amount=wording.solid, day=wording.slash_date, head=_PALE, fill="F2F2F2", numbered=True)
    annex(document, app, replace(style, size=7, column=3.5))
    return document


def _bar(document: DocxDocument, text: str) -> None:
    paragraph = paper.line(document, text, bold=True, size=11, color="FFFFFF")
    paper.bar(paragraph, _BLUE)
    paragraph.paragraph_format.space_before = paper.points(9)
    paragraph.paragraph_format.keep_with_next = True


def _label(document: DocxDocument, text: str) -> None:
    paragraph = paper.line(document, text, bold=True, color=_BLUE)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = paper.points(1)


def _section(document: DocxDocument, heading: str, answer: str | None) -> None:
    _bar(document, heading)
    paper.write(document, answer)


def _parties(document: DocxDocument, app: Application) -> None:
    _bar(document, "2. Insatsägare och samverkansparter")
    for heading, parties in (("2.1 Insatsägare", app.owners), ("2.2 Samverkansparter", app.partners)):
        _label(document, heading)
        made = paper.table(document, 1, (4.2, 3.8, 8.4), border="B4C7E7")
        for cell, text in zip(made.rows[0].cells, ("Organisation", "Kontaktperson", "E-post"), strict=True):
            paper.line(cell, text, bold=True, size=8)
            paper.shade(cell, _PALE)
        for party in parties:
            _party(paper.row(made), party)
        paper.line(document, size=3).paragraph_format.space_after = 0


def _party(cells: tuple[_Cell, ...], party: Party) -> None:
    for cell, text in zip(cells, (party.organisation, party.kontaktperson, party.epost), strict=True):
        paper.line(cell, text or "", size=8.5)


def _aims(document: DocxDocument, app: Application) -> None:
    _bar(document, "3. Syfte och mål")
    _label(document, "3.1 Syftet med insatsen")
    paper.write(document, app.answers.syfte)
    for n, (level, goals) in enumerate(groupby(app.goals, key=lambda goal: goal.niva), 2):
        _label(document, f"3.{n} {LEVELS[level]}")
        paper.items(document, [goal.text for goal in goals])


def _time(document: DocxDocument, app: Application) -> None:
    _bar(document, "5. Planerad insatstid")
    paragraph = paper.line(document)
    for label, day in (("Startdatum: ", app.time.start), ("Slutdatum: ", app.time.slut), ("Sista intag: ", app.time.intag_slut)):
        paper.ink(paragraph, label, bold=True)
        paper.ink(paragraph, f"{wording.iso(day)}     ")


def _group(document: DocxDocument, app: Application) -> None:
    _bar(document, "6. Målgrupp")
    paper.write(document, app.answers.malgrupp)
    _label(document, "6.2 Förväntat antal deltagare")
    paper.line(document, app.expected.text or "")


def _anchoring(document: DocxDocument, app: Application) -> None:
    _bar(document, "11. Förankring")
    _label(document, "Har ansökan diskuterats i lokal utvecklingsgrupp (LOKUS)?")
    yes, no = ("☒", "☐") if app.lokus.diskuterad else ("☐", "☒")
    paper.line(document, f"{yes} Ja     {no} Nej")
    _label(document, "Hur och när har ansökan diskuterats?")
    paper.write(document, app.lokus.text)


def _signatures(document: DocxDocument, app: Application) -> None:
    _bar(document, "13. Underskrift av behörig beslutsfattare")
    made = paper.table(document, (len(app.signatures) + 1) // 2, (8.2, 8.2), border="FFFFFF", weight=0)
    for n, signature in enumerate(app.signatures):
        _block(made.cell(n // 2, n % 2), signature, app)
    paper.together(made)


def _block(cell: _Cell, signature: Signature, app: Application) -> None:
    lines = [
        paper.line(cell, f"{ROLES[signature.roll]}: {signature.organisation or ''}", bold=True),
        paper.line(cell, f"Datum: {wording.long_date(signature.datum)}"),
        paper.line(cell, "Underskrift:"),
    ]
    if signature.undertecknad:
        lines.append(paper.sign(cell, f"{app.name}{signature.namn}", 3.8))
    lines += [
        paper.line(cell, "." * 40, color="808080"),
        paper.line(cell, f"Namnförtydligande: {signature.namn or ''}"),
        paper.line(cell, f"E-post: {signature.epost or ''}", size=8),
    ]
    for line in lines:
        line.paragraph_format.space_after = paper.points(1)
