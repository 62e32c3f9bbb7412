"""Two columns: the question on a tinted ground to the left with its instruction in italics, the answer to the right; a dark bar a part."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.table import Table, _Cell

from samples import paper, wording
from samples.slutrapport.report import FinalReport

_LEFT, _RIGHT = 5.2, 11.8
_DARK, _TINT = "1F4E5F", "E8F1F2"


def render(report: FinalReport) -> DocxDocument:
    """The whole form."""
    told = report.told
    document = paper.new_document("Carlito", 10.5, margin=2.0)
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{report.association}\tSlutredovisning\tBlankett 7, fastställd 2020"
    section.footer.paragraphs[0].text = "Skickas till förbundets kansli senast två månader efter att insatsen har avslutats."
    paper.line(document, "Slutredovisning av samverkansinsats", bold=True, size=18, color=_DARK)
    sheet = _sheet(document, "Del 1. Om insatsen")
    _row(sheet, "Insatsens benämning", told.insatsens_namn)
    _row(sheet, "Insatsägare", _party_lines(report, owners=True), "Organisation, kontaktperson och e-post")
    _row(sheet, "Medverkande parter", _party_lines(report, owners=False), "En rad för varje part")
    start, slut, intag = (wording.long_date(day) for day in (told.insatstid.start, told.insatstid.slut, told.insatstid.intag_slut))
    _row(sheet, "Insatsens tidsperiod", f"{start} – {slut}")
    _row(sheet, "Sista dag för intag av deltagare", intag)
    _row(sheet, "Antal deltagare i insatsen", report.participants)
    sheet = _sheet(document, "Del 2. Bakgrund och inriktning")
    _row(sheet, "Varför behövdes insatsen?", told.bakgrund, "Beskriv bakgrund och behov")
    _row(sheet, "Har behovet förändrats under insatsens gång?", told.behov_forandrat)
    _row(sheet, "Syftet med insatsen", told.syfte)
    _row(sheet, "Vilka riktade sig insatsen till?", told.malgrupp, "Målgruppen som den faktiskt blev")
    sheet = _sheet(document, "Del 3. Genomförande och resultat")
    _row(sheet, "Så här har vi arbetat", told.metoder, "Metoder och aktiviteter")
    _row(sheet, "Mål och måluppfyllelse", told.mal_och_utfall, "Ange varje mål från ansökan och vad det blev")
    _row(sheet, "Jämställdhet", told.jamstalldhet, "Skiljer sig resultatet mellan kvinnor och män?")
    _row(sheet, "Uppföljning och utvärdering", told.uppfoljning)
    sheet = _sheet(document, "Del 4. Ekonomi")
    _row(sheet, "Ekonomiskt utfall", told.budgetutfall, "Jämför med den budget som beviljats")
    _row(sheet, "Medel som återbetalas till förbundet", report.returned)
    _row(sheet, "Hur har insatsen påverkats av att medel återbetalas?", told.konsekvens_aterforda_medel)
    sheet = _sheet(document, "Del 5. Efter insatsen")
    _row(sheet, "Vad lever vidare, och hur?", told.implementering, "Hur insatsen införs i ordinarie verksamhet")
    _row(sheet, "Var och när har införandet diskuterats?", told.implementering_diskussion)
    _row(sheet, "Erfarenheter och lärdomar", told.lardomar)
    _row(sheet, "Lärdomar hos var och en av parterna", told.lardomar_per_part)
    _signatures(document, report)
    return document


def _sheet(document: DocxDocument, heading: str) -> Table:
    made = paper.table(document, 1, (_LEFT, _RIGHT), border="B7C9CC")
    bar = made.rows[0].cells[0].merge(made.rows[0].cells[1])
    paper.shade(bar, _DARK)
    paper.line(bar, heading, bold=True, color="FFFFFF")
    paper.line(document, size=4)
    return made


def _row(sheet: Table, label: str, answer: str | None, instruction: str = "") -> None:
    left, right = paper.row(sheet)
    paper.size(left, _LEFT)
    paper.size(right, _RIGHT)
    paper.shade(left, _TINT)
    paper.line(left, label, bold=True, size=10)
    if instruction:
        paper.line(left, instruction, italic=True, size=8)
    paper.write(right, answer, _RIGHT - 0.6)


def _party_lines(report: FinalReport, *, owners: bool) -> str:
    parties = report.told.insatsagare if owners else report.told.samverkansparter
    return "\n\n".join(", ".join(filter(None, (p.organisation, p.kontaktperson, p.epost))) for p in parties)


def _signatures(document: DocxDocument, report: FinalReport) -> None:
    paper.line(document, "Underskrifter", bold=True, size=13, color=_DARK)
    paper.line(document, "Samtliga parter skriver under redovisningen.", italic=True, size=9)
    made = paper.table(document, 1 + len(report.signings), (4.4, 2.6, 5.0, 5.0), border="B7C9CC")
    heads = ("Part", "Ort och datum", "Underskrift", "Namnförtydligande")
    _cells(made.rows[0].cells, heads, bold=True)
    for drawn, signing in zip(made.rows[1:], report.signings, strict=True):
        signature = signing.signature
        name = ", ".join(filter(None, (signature.namn, report.titles.get(signature.namn or ""))))
        role = " (insatsägare)" if signature.roll == "insatsagare" else ""
        day = signing.day or wording.iso(signature.datum)
        _cells(drawn.cells, (f"{signature.organisation}{role}", f"{signing.place} {day}", "", name))
        if signature.undertecknad:
            paper.sign(drawn.cells[2], f"{report.name}{signature.namn}", 3.4)
    paper.together(made)


def _cells(cells: tuple[_Cell, ...], texts: tuple[str, ...], *, bold: bool = False) -> None:
    for cell, text in zip(cells, texts, strict=True):
        paper.line(cell, text, bold=bold, size=9.5)
