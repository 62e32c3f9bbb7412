"""Form in two columns: labels to the left on grey, answers to the right, a dark bar over each part."""

from __future__ import annotations

from itertools import groupby

from docx.document import Document as DocxDocument
from docx.table import Table, _Cell

from samples import paper, wording
from samples.ansokan.application import Application
from samples.ansokan.ledger import Ledger, annex
from samples.ansokan.looks.labels import LEVELS, ROLES, titled
from samples.ansokan.terms import INSTRUCTION
from underlag.schemas.records import Party, Signature

_WIDTHS = (4.6, 12.6)
_IDLE = ((), (), ("Utvärdering", "Spridningsseminarier", "Resor"))


def render(app: Application) -> DocxDocument:
    """The whole form; the budget follows on a landscape page."""
    document = paper.new_document("Carlito", 10.5, margin=1.9)
    document.sections[0].footer.paragraphs[0].text = f"{app.association}\t\t{app.version or ''}"
    paper.line(document, app.association, size=11, color="1F6F54", bold=True)
    paper.line(document, "Ansökan om samverkansinsats", bold=True, size=20, color="1F6F54")
    made = paper.table(document, 0, _WIDTHS, border="A6A6A6")
    _facts(made, app)
    _contents(made, app)
    _money(made, app)
    paper.line(document, "Överenskommelse", bold=True, size=14, color="1F6F54").paragraph_format.page_break_before = True
    paper.line(document, INSTRUCTION, italic=True)
    for term in app.terms:
        paper.line(document, term.heading, bold=True).paragraph_format.space_after = 0
        paper.line(document, term.text)
    for signature in app.signatures:
        _signature(document, signature, app)
    paper.landscape(document)
    annex(document, app, Ledger("Kostnader i kronor", head="C6E0B4", fill="", size=8, zero="-", idle=_IDLE))
    return document


def _facts(made: Table, app: Application) -> None:
    _part(made, "Uppgifter om insatsen")
    paper.line(_row(made, "Insatsens namn"), app.insats, bold=True)
    for owner in app.owners:
        _party(_row(made, "Insatsägare"), owner, app)
    for n, partner in enumerate(app.partners, 1):
        _party(_row(made, f"Samverkanspart {n}"), partner, app)
    paper.line(_row(made, "Planerat startdatum"), wording.iso(app.time.start))
    paper.line(_row(made, "Planerat slutdatum"), wording.iso(app.time.slut))
    paper.line(_row(made, "Slutdatum för intag av personer"), wording.iso(app.time.intag_slut))


def _contents(made: Table, app: Application) -> None:
    _part(made, "Syfte, mål och innehåll")
    paper.write(_row(made, "Syfte med insatsen"), app.answers.syfte)
    for level, goals in groupby(app.goals, key=lambda goal: goal.niva):
        paper.items(_row(made, LEVELS[level]), [goal.text for goal in goals])
    for label, answer in (
        ("Bakgrund till/behov av insatsen", app.answers.bakgrund),
        ("Målgrupp", app.answers.malgrupp),
        ("Förväntat antal deltagare", app.expected.text),
        ("Metod/metoder", app.answers.metoder),
        ("Uppföljning och utvärdering av målen", app.answers.uppfoljning),
        ("Hur ska resultaten tas tillvara?", app.answers.tillvaratagande),
    ):
        paper.write(_row(made, label), answer)


def _money(made: Table, app: Application) -> None:
    _part(made, "Finansiering och förankring")
    paper.write(_row(made, "Budget/finansiering (separat budget bifogas)"), app.sought.text)
    yes, no = ("☒", "☐") if app.lokus.diskuterad else ("☐", "☒")
    paper.line(_row(made, "Har ansökan diskuterats i lokal utvecklingsgrupp?"), f"{yes} Ja   {no} Nej")
    paper.write(_row(made, "Hur och när?"), app.lokus.text)


def _part(made: Table, heading: str) -> None:
    left, right = paper.row(made)
    cell = left.merge(right)
    paper.shade(cell, "1F6F54")
    paper.line(cell, heading, bold=True, color="FFFFFF")


def _row(made: Table, label: str) -> _Cell:
    """A new row's answer cell."""
    left, right = paper.row(made)
    paper.size(left, _WIDTHS[0])
    paper.size(right, _WIDTHS[1])
    paper.shade(left, "EDEDED")
    paper.line(left, label, bold=True, size=9.5)
    return right


def _party(cell: _Cell, party: Party, app: Application) -> None:
    for text in (party.organisation or "").split("\n"):
        paper.line(cell, text).paragraph_format.space_after = 0
    paper.line(cell, f"Kontaktperson: {titled(app, party.kontaktperson)}").paragraph_format.space_after = 0
    paper.line(cell, f"E-post: {party.epost or ''}")


def _signature(document: DocxDocument, signature: Signature, app: Application) -> None:
    paper.line(document, f"Underskrift – {ROLES[signature.roll].lower()}", bold=True).paragraph_format.keep_with_next = True
    made = paper.table(document, 0, _WIDTHS, border="A6A6A6")
    paper.line(_row(made, "Organisation"), signature.organisation or "")
    paper.line(_row(made, "Datum"), wording.iso(signature.datum))
    field = _row(made, "Namnteckning")
    if signature.undertecknad:
        paper.sign(field, f"{app.name}{signature.namn}", 3.4)
    else:
        paper.line(field).paragraph_format.space_after = paper.points(20)
    paper.line(_row(made, "Namnförtydligande"), titled(app, signature.namn))
    paper.line(_row(made, "E-post"), signature.epost or "")
    paper.together(made)
    paper.line(document, size=4)
