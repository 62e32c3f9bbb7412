"""Older form: other wordings, headings in underlined capitals, goals in a table, the answer Ja or Nej underlined, one table of
signatures, and an economic plan of its own (one column for the period, years as rows).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from docx.document import Document as DocxDocument

from samples import paper, wording
from samples.ansokan.application import Application
from samples.ansokan.looks.labels import ROLES
from samples.ansokan.terms import INSTRUCTION
from underlag.schemas.budget import Budget, CostBlock, CostRow

Amount = Callable[[int | None], str]
_PARTS = (("Lönekostnader inkl PO-pålägg", "lonekostnader"), ("Lokalkostnader", "lokalkostnader"), ("Övriga kostnader", "ovriga_kostnader"))


def render(app: Application) -> DocxDocument:
    """The whole form; amounts of the plan in thousands where the budget says so."""
    document = paper.new_document("Liberation Sans", 11, margin=2.5)
    paper.centre(paper.line(document, app.association, bold=True, size=14))
    paper.centre(paper.line(document, "Ansökan om projektmedel för samverkansinsats", size=14))
    _section(document, "Projektets namn", app.insats)
    for owner in app.owners:
        _section(document, "Ansökande organisation", owner.organisation)
        _section(document, "Kontaktuppgifter", f"{owner.kontaktperson}\n\n{owner.epost}")
    _heading(document, "Samverkande parter")
    for party in app.partners:
        paper.line(document, f"{party.organisation}, {party.kontaktperson}, {party.epost}")
    _section(document, "Bakgrund och behov", app.answers.bakgrund)
    _section(document, "Projektets syfte", app.answers.syfte)
    _goals(document, app)
    _section(document, "Beskrivning av målgruppen", app.answers.malgrupp)
    _section(document, "Beräknat antal deltagare", app.expected.text)
    _section(document, "Arbetssätt och metod", app.answers.metoder)
    _heading(document, "Tidplan")
    for label, day in (("Projektstart", app.time.start), ("Projektavslut", app.time.slut), ("Sista dag för intag", app.time.intag_slut)):
        paper.line(document, f"{label}: {wording.iso(day)}").paragraph_format.space_after = 0
    _section(document, "Uppföljning och utvärdering", app.answers.uppfoljning)
    _section(document, "Hur ska resultaten tas tillvara?", app.answers.tillvaratagande)
    _section(document, "Ekonomi", app.sought.text)
    _anchoring(document, app)
    _terms(document, app)
    _signatures(document, app)
    _plan(document, app)
    return document


def _heading(document: DocxDocument, text: str) -> None:
    paragraph = paper.line(document)
    paper.ink(paragraph, text.upper(), bold=True, size=10).underline = True
    paragraph.paragraph_format.space_before = paper.points(12)
    paragraph.paragraph_format.keep_with_next = True


def _section(document: DocxDocument, heading: str, answer: str | None) -> None:
    _heading(document, heading)
    if answer:
        paper.write(document, answer)
    else:
        paper.line(document)


def _goals(document: DocxDocument, app: Application) -> None:
    """Effektmål to the left, insatsmål to the right."""
    _heading(document, "Målsättning")
    effects = [goal.text for goal in app.goals if goal.niva == "effektmal"]
    efforts = [goal.text for goal in app.goals if goal.niva == "insatsmal"]
    made = paper.table(document, 1 + max(len(effects), len(efforts)), (8.0, 8.0))
    for row, texts in zip(made.rows, [("Effektmål", "Insatsmål"), *zip_longest(effects, efforts, fillvalue="")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            paper.line(cell, text, bold=texts[0] == "Effektmål")


def _anchoring(document: DocxDocument, app: Application) -> None:
    _heading(document, "Förankring")
    paper.line(document, "Har ansökan diskuterats i lokal utvecklingsgrupp?  (Stryk under)")
    paragraph = paper.line(document)
    paper.ink(paragraph, "Ja").underline = app.lokus.diskuterad is True
    paper.ink(paragraph, "     ")
    paper.ink(paragraph, "Nej").underline = app.lokus.diskuterad is False
    paper.line(document, "Hur och när har ansökan diskuterats?")
    paper.write(document, app.lokus.text)


def _terms(document: DocxDocument, app: Application) -> None:
    _heading(document, "Överenskommelse")
    paper.line(document, INSTRUCTION, size=9)
    for term in app.terms:
        paper.line(document, term.heading, italic=True, size=10).paragraph_format.keep_with_next = True
        paper.line(document, term.text, size=10)


def _signatures(document: DocxDocument, app: Application) -> None:
    made = paper.table(document, 1 + len(app.signatures), (3.0, 3.1, 2.1, 3.5, 5.4))
    rows = made.rows
    for cell, text in zip(rows[0].cells, ("Organisation", "Namnförtydligande", "Datum", "Underskrift", "E-post"), strict=True):
        paper.line(cell, text, bold=True, size=9)
    for n, signature in enumerate(app.signatures, 1):
        organisation, name, day, ink, mail = rows[n].cells
        paper.line(organisation, signature.organisation or "", size=9)
        paper.line(organisation, f"({ROLES[signature.roll].lower()})", size=8)
        paper.line(name, signature.namn or "", size=9)
        paper.line(day, wording.iso(signature.datum), size=9)
        paper.line(mail, signature.epost or "", size=7)
        if signature.undertecknad:
            paper.sign(ink, f"{app.name}{signature.namn}", 3.0)
    paper.together(made)


def _plan(document: DocxDocument, app: Application) -> None:
    budget = app.printed_budget
    amount = wording.thousands if budget.angiven_enhet == "tkr" else wording.kronor
    paper.break_page(document)
    paper.line(document, f"Budget - detaljerad {app.insats}", bold=True, size=13)
    paper.line(document, f"Insatsens löptid: {budget.loptid.start} – {budget.loptid.slut}")
    paper.line(document, f"Samtliga belopp anges i {budget.angiven_enhet}")
    for heading, costs, total in (
        ("Kostnader att rekvirera från Samordningsförbundet", budget.detalj.rekvireras, "Totalt från Samordningsförbundet"),
        ("Egenfinansiering", budget.detalj.egenfinansiering, "Summa egenfinansiering"),
    ):
        paper.line(document, heading, bold=True)
        _grid(document, (4.6, 1.6, 4.0, 2.3, 2.3, 2.0), list(_costs(costs, total, amount)))
        paper.line(document)
    paper.line(document, f"Total kostnad för insatsen: {amount(budget.detalj.total_kostnad)} {budget.angiven_enhet}", bold=True)
    _years(document, budget, amount)
    _summary(document, app, amount)


def _costs(costs: CostBlock, total: str, amount: Amount) -> Iterator[tuple[str, ...]]:
    organisations = tuple(costs.summor_per_organisation)
    yield ("", "tjänst i %", "tidsperiod", *organisations, "Summa")
    for label, kind in _PARTS:
        rows: tuple[CostRow, ...] = getattr(costs, kind)
        yield (label, *("" for _ in range(len(organisations) + 3)))
        for row in rows:
            span = f"{wording.short_date(row.start)}–{wording.short_date(row.slut)}" if row.start else ""
            amounts = (amount(row.belopp.get(o)) for o in organisations)
            yield (row.benamning or "", wording.percent(row.tjanst_procent), span, *amounts, amount(row.summa))
        sums = (amount(getattr(costs.summor_per_organisation[o], kind)) for o in organisations)
        yield (f"Summa {label.split(' inkl')[0].lower()}", "", "", *sums, amount(getattr(costs, f"summa_{kind}")))
    yield (total, "", "", *(amount(s.totalt) for s in costs.summor_per_organisation.values()), amount(costs.totalt))


def _years(document: DocxDocument, budget: Budget, amount: Amount) -> None:
    paper.line(document, "Kostnader per år", bold=True)
    head = ("År", "Lönekostnader", "Lokalkostnader", "Övriga kostnader", "Totalt")
    years = [(str(y.ar), *map(amount, (y.lonekostnader, y.lokalkostnader, y.ovriga_kostnader, y.totalt))) for y in budget.per_ar]
    _grid(document, (2.4, 3.4, 3.4, 3.6, 2.6), [head, *years])
    paper.line(document)


def _summary(document: DocxDocument, app: Application, amount: Amount) -> None:
    budget = app.printed_budget
    paper.line(document, f"Budgetsammanställning {app.insats}", bold=True)
    head = ("Organisation", "Att rekvirera från Samordningsförbundet", "Egenfinansiering", "Totalt projektet")
    parts = [(r.organisation or "", *map(amount, (r.rekvireras, r.egenfinansiering, r.totalt))) for r in budget.sammanstallning]
    total = budget.sammanstallning_summa
    whole = ("Summa", *map(amount, (total.rekvireras, total.egenfinansiering, total.totalt)))
    _grid(document, (4.8, 4.4, 3.4, 3.4), [head, *parts, whole])


def _grid(document: DocxDocument, widths: tuple[float, ...], rows: Sequence[tuple[str, ...]]) -> None:
    made = paper.table(document, len(rows), widths)
    for number, (row, texts) in enumerate(zip(made.rows, rows, strict=True)):
        for n, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            strong = number == 0 or texts[0].startswith(("Summa", "Totalt"))
            paragraph = paper.line(cell, text, bold=strong, size=9)
            paragraph.paragraph_format.space_after = 0
            if n and number:
                paper.right(paragraph)
