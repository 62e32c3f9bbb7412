"""Plain form: bold headings and running text in a serif face, crosses in brackets, signatures on drawn lines."""

from __future__ import annotations

from itertools import groupby

from docx.document import Document as DocxDocument

from samples import paper, wording
from samples.ansokan.application import Application
from samples.ansokan.ledger import Ledger, annex
from samples.ansokan.looks.labels import LEVELS, ROLES, titled
from samples.ansokan.terms import INSTRUCTION
from underlag.schemas.records import Party, Signature

_RULE = "_" * 46
_IDLE = (("",), ("Lokalhyra", "Övriga lokalkostnader"), ("Spridningsseminarier", "Tolk", "Övrigt"))


def render(app: Application) -> DocxDocument:
    """The whole form with its budget on a landscape page."""
    document = paper.new_document("Times New Roman", 11.5, margin=2.6)
    paper.line(document, app.association.upper(), size=9, color="555555")
    paper.line(document, "Ansökan samverkansinsatser inom samordningsförbundet", bold=True, size=16)
    _section(document, "Insatsens namn", app.insats)
    _heading(document, "Insatsägare")
    for owner in app.owners:
        _party(document, owner, app)
    _heading(document, "Samverkansparter")
    for partner in app.partners:
        _party(document, partner, app)
    _section(document, "Beskriv syftet med insatsen (*)", app.answers.syfte)
    _goals(document, app)
    _section(document, "Beskriv bakgrunden till/behovet av insatsen (*)", app.answers.bakgrund)
    _heading(document, "Planerad insatstid")
    paper.line(document, f"Planerat startdatum: {wording.slash_date(app.time.start)}")
    paper.line(document, f"Planerat slutdatum: {wording.slash_date(app.time.slut)}")
    paper.line(document, f"Eventuellt slutdatum för intag av personer i insatsen: {wording.slash_date(app.time.intag_slut)}")
    _section(document, "Beskriv målgrupp för insatsen (*)", app.answers.malgrupp)
    paragraph = paper.line(document, "Ange förväntat antal deltagare: ", bold=True)
    paper.ink(paragraph, app.expected.text or "")
    _section(document, "Beskriv metod/metoder ni kommer använda (*)", app.answers.metoder)
    _section(document, "Beskriv metod för uppföljning och utvärdering av målen (*)", app.answers.uppfoljning)
    _section(document, "Beskriv hur ni tänker ta tillvara resultaten från insatsen", app.answers.tillvaratagande)
    _section(document, "Ange budget/finansiering (separat budget ska bifogas enligt mall)", app.sought.text)
    _anchoring(document, app)
    _terms(document, app)
    for signature in app.signatures:
        _signature(document, signature, app)
    paper.landscape(document)
    unit = f"Kostnader i {app.budget.angiven_enhet}"
    annex(document, app, Ledger(unit, day=wording.short_date, head="BDD7EE", fill="FFF2CC", numbered=True, idle=_IDLE))
    return document


def _heading(document: DocxDocument, text: str) -> None:
    paragraph = paper.line(document, text, bold=True)
    paragraph.paragraph_format.space_before = paper.points(10)
    paragraph.paragraph_format.keep_with_next = True


def _section(document: DocxDocument, heading: str, answer: str | None) -> None:
    _heading(document, heading)
    paper.write(document, answer)


def _party(document: DocxDocument, party: Party, app: Application) -> None:
    paper.line(document, f"Organisation: {party.organisation}").paragraph_format.space_after = 0
    paper.line(document, f"Kontaktperson: {titled(app, party.kontaktperson)}").paragraph_format.space_after = 0
    paper.line(document, f"E-post: {party.epost or ''}")


def _goals(document: DocxDocument, app: Application) -> None:
    _heading(document, "Beskriv målen med insatsen (*)")
    for level, goals in groupby(app.goals, key=lambda goal: goal.niva):
        paper.line(document, f"{LEVELS[level]}:", italic=True)
        paper.items(document, [goal.text for goal in goals])


def _anchoring(document: DocxDocument, app: Application) -> None:
    _heading(document, "Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?")
    yes, no = ("X", " ") if app.lokus.diskuterad else (" ", "X")
    paper.line(document, f"Ja [{yes}]     Nej [{no}]")
    _section(document, "Hur och när har ansökan diskuterats?", app.lokus.text)


def _terms(document: DocxDocument, app: Application) -> None:
    _heading(document, "Överenskommelse")
    paper.line(document, INSTRUCTION)
    for term in app.terms:
        paper.line(document, term.heading, italic=True).paragraph_format.space_after = 0
        paper.line(document, term.text)


def _signature(document: DocxDocument, signature: Signature, app: Application) -> None:
    role = ROLES[signature.roll]
    _heading(document, "Underskrift (*)")
    place = f"{signature.organisation or ''} {wording.iso(signature.datum)}".strip()
    lines = [paper.line(document, f"Organisation och datum: {place}"), paper.line(document, f"{role} (namn):")]
    if signature.undertecknad:
        lines.append(paper.sign(document, f"{app.name}{signature.namn}"))
    lines.append(paper.line(document, _RULE, color="555555"))
    lines.append(paper.line(document, f"{role} (namnförtydligande): {titled(app, signature.namn)}"))
    for paragraph in lines:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_after = 0
    paper.line(document, f"E-post: {signature.epost or ''}")
