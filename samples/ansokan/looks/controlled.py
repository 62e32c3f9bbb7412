"""Form filled in on screen: content controls under thin rules, dates in words, amounts as "1 250 000:-", one organisation's budget
in a small table for each kind of cost.
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from docx.document import Document as DocxDocument
from docx.text.paragraph import Paragraph

from samples import controls, paper, wording
from samples.ansokan.application import Application
from samples.ansokan.ledger import Ledger, per_year, summary
from samples.ansokan.looks.labels import LEVELS, ROLES, titled
from samples.ansokan.terms import INSTRUCTION
from underlag.schemas.budget import CostBlock, CostRow
from underlag.schemas.records import Party, Signature

_GREEN = "385723"
_PARTS = (("Lönekostnader inkl PO-pålägg", "lonekostnader"), ("Lokalkostnader", "lokalkostnader"), ("Övriga kostnader", "ovriga_kostnader"))


def render(app: Application) -> DocxDocument:
    """The whole form."""
    document = paper.new_document("Carlito", 11.5, margin=2.4)
    document.sections[0].header.paragraphs[0].text = f"\t\t{app.version or ''}"
    paper.line(document, app.association, italic=True, color=_GREEN)
    paper.line(document, "Ansökan – finansiering av insats", bold=True, size=22, color=_GREEN)
    _field(document, "Insatsens namn", app.insats)
    _heading(document, "Insatsägare")
    for owner in app.owners:
        _party(document, owner, app)
    _heading(document, "Samverkansparter")
    for partner in app.partners:
        _party(document, partner, app)
    _answer(document, "Vad är syftet med insatsen?", app.answers.syfte)
    _goals(document, app)
    _answer(document, "Varför behövs insatsen? Beskriv bakgrunden.", app.answers.bakgrund)
    _heading(document, "När ska insatsen pågå?")
    _field(document, "Startdatum", wording.long_date(app.time.start), "date")
    _field(document, "Slutdatum", wording.long_date(app.time.slut), "date")
    _field(document, "Slutdatum för intag av personer", wording.long_date(app.time.intag_slut), "date")
    _answer(document, "Vilken är målgruppen?", app.answers.malgrupp)
    _field(document, "Förväntat antal deltagare", app.expected.text or "")
    _answer(document, "Vilka metoder kommer ni att använda?", app.answers.metoder)
    _answer(document, "Hur ska målen följas upp och utvärderas?", app.answers.uppfoljning)
    _answer(document, "Hur tänker ni ta tillvara resultaten från insatsen?", app.answers.tillvaratagande)
    _answer(document, "Budget och finansiering", app.sought.text)
    _anchoring(document, app)
    _heading(document, "Överenskommelse")
    paper.line(document, INSTRUCTION, italic=True, size=9)
    for term in app.terms:
        paper.line(document, term.heading, bold=True, size=10.5).paragraph_format.space_after = 0
        paper.line(document, term.text, size=10.5)
    for signature in app.signatures:
        _signature(document, signature, app)
    _budget(document, app)
    return document


def _heading(document: DocxDocument, text: str) -> None:
    paragraph = paper.line(document, text, bold=True, size=13, color=_GREEN)
    paper.rule(paragraph, _GREEN)
    paragraph.paragraph_format.space_before = paper.points(10)
    paragraph.paragraph_format.keep_with_next = True


def _field(document: DocxDocument, label: str, text: str, kind: Literal["text", "date"] = "text") -> Paragraph:
    paragraph = paper.line(document, f"{label}: ", bold=True)
    controls.field(paragraph, text, kind)
    return paragraph


def _answer(document: DocxDocument, heading: str, answer: str | None) -> None:
    _heading(document, heading)
    if answer:
        controls.enclose(paper.write(document, answer))
    else:
        controls.field(paper.line(document), "")


def _party(document: DocxDocument, party: Party, app: Application) -> None:
    for label, text in (("Organisation", party.organisation), ("Kontaktperson", titled(app, party.kontaktperson)), ("E-post", party.epost)):
        _field(document, label, text or "").paragraph_format.space_after = 0
    paper.line(document, size=4).paragraph_format.space_after = 0


def _goals(document: DocxDocument, app: Application) -> None:
    _heading(document, "Vilka är målen med insatsen?")
    for level, goals in groupby(app.goals, key=lambda goal: goal.niva):
        paper.line(document, LEVELS[level], bold=True)
        controls.enclose(paper.items(document, [goal.text for goal in goals]))


def _anchoring(document: DocxDocument, app: Application) -> None:
    _heading(document, "Har ansökan diskuterats i lokal utvecklingsgrupp eller i den strategiska utvecklingsgruppen?")
    paragraph = paper.line(document, "Ja ")
    controls.checkbox(paragraph, ticked=app.lokus.diskuterad is True)
    paper.ink(paragraph, "    Nej ")
    controls.checkbox(paragraph, ticked=app.lokus.diskuterad is False)
    _answer(document, "Hur och när har ansökan diskuterats?", app.lokus.text)


def _signature(document: DocxDocument, signature: Signature, app: Application) -> None:
    made = paper.table(document, 1, (5.4, 5.4, 5.4), border=_GREEN)
    cell = made.cell(0, 0).merge(made.cell(0, 2))
    paper.line(cell, f"Underskrift {ROLES[signature.roll].lower()}", bold=True)
    place = paper.line(cell, "Organisation och datum: ")
    controls.field(place, f"{signature.organisation or ''}, {wording.long_date(signature.datum)}".strip(", "))
    paper.line(cell, "Namnteckning:")
    if signature.undertecknad:
        paper.sign(cell, f"{app.name}{signature.namn}")
    controls.field(paper.line(cell, "Namnförtydligande: "), titled(app, signature.namn))
    controls.field(paper.line(cell, "E-post: "), signature.epost or "")
    paper.together(made)
    paper.line(document, size=4)


def _budget(document: DocxDocument, app: Application) -> None:
    budget = app.printed_budget
    paper.line(document, f"Budget - detaljerad {app.insats}", bold=True, size=15, color=_GREEN).paragraph_format.page_break_before = True
    paper.line(document, f"Insatsens löptid: {wording.long_date(budget.loptid.start)} – {wording.long_date(budget.loptid.slut)}")
    paper.line(document, "Kostnader i kronor", italic=True)
    _costs(document, "Kostnader att rekvirera från Samordningsförbundet", budget.detalj.rekvireras, "Totalt från Samordningsförbundet")
    _costs(document, "Egenfinansiering", budget.detalj.egenfinansiering, "Summa egenfinansiering")
    paper.line(document, f"Total kostnad för insatsen: {wording.dashed(budget.detalj.total_kostnad)}", bold=True)
    style = Ledger("Kostnader i kronor", amount=wording.dashed, day=wording.iso, head="E2EFD9", fill="", size=9)
    paper.line(document, "Fördelning per år", bold=True).paragraph_format.page_break_before = True
    per_year(document, budget, style)
    paper.line(document)
    paper.line(document, f"Budgetsammanställning {app.insats}", bold=True, size=13)
    summary(document, app, budget, style)


def _costs(document: DocxDocument, heading: str, costs: CostBlock, total: str) -> None:
    """A heading, a table for each kind of cost, and the total under them."""
    paper.line(document, heading, bold=True, size=12, color=_GREEN)
    organisation = next(iter(costs.summor_per_organisation))
    for label, kind in _PARTS:
        rows: tuple[CostRow, ...] = getattr(costs, kind)
        terms = ("tjänst i %", "från", "till") if kind == "lonekostnader" else ("", "från", "till")
        lines = [(label, *terms, organisation, "Totalt")]
        lines += [_cost(row, organisation) for row in rows]
        column: int | None = getattr(costs.summor_per_organisation[organisation], kind)
        name = label.split(" inkl")[0].lower()
        lines.append((f"Summa {name}", "", "", "", wording.dashed(column), wording.dashed(getattr(costs, f"summa_{kind}"))))
        _grid(document, lines)
        paper.line(document, size=4).paragraph_format.space_after = 0
    column = costs.summor_per_organisation[organisation].totalt
    _grid(document, [(total, "", "", "", wording.dashed(column), wording.dashed(costs.totalt))])
    paper.line(document, size=4)


def _cost(row: CostRow, organisation: str) -> tuple[str, str, str, str, str, str]:
    terms = (wording.percent(row.tjanst_procent), wording.long_date(row.start), wording.long_date(row.slut))
    return (row.benamning or "", *terms, wording.dashed(row.belopp.get(organisation)), wording.dashed(row.summa))


def _grid(document: DocxDocument, lines: list[tuple[str, str, str, str, str, str]]) -> None:
    made = paper.table(document, len(lines), (4.4, 1.6, 2.7, 2.9, 2.4, 2.4), border="A9D18E")
    for number, (row, texts) in enumerate(zip(made.rows, lines, strict=True)):
        for n, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            head = number == 0 and len(lines) > 1
            paragraph = paper.line(cell, text, bold=head or texts[0].startswith(("Summa", "Totalt")), size=9)
            paragraph.paragraph_format.space_after = 0
            if head:
                paper.shade(cell, "E2EFD9")
            elif n > 3:
                paper.right(paragraph)
    paper.together(made)
