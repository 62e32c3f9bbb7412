"""A year in whole kronor, notes in ruled tables, each insats in a table of its own with the labels on the left: a sound report."""

from __future__ import annotations

from docx.document import Document as DocxDocument

from samples import paper
from samples.arsredovisning.kronor_record import LAST, NAME, NUMBER, RECORD, THIS
from samples.grid import LEFT, Body, Ruling, grid
from samples.wording import kronor
from underlag.schemas.arsredovisning import AccountRow

_RULING = Ruling(size=9, head="E2EFDA", line="A9D08E")
_HEADINGS = {
    "resultat": {"Medlemsavgifter": "Verksamhetens intäkter", "Kostnader för samverkansinsatser": "Verksamhetens kostnader"},
    "balans": {
        "Inventarier": "TILLGÅNGAR",
        "Kortfristiga fordringar": "Omsättningstillgångar",
        "Ingående eget kapital": "EGET KAPITAL OCH SKULDER",
        "Kortfristiga skulder": "Skulder",
    },
    "flode": {"Årets resultat": "Den löpande verksamheten", "Förvärv av materiella anläggningstillgångar": "Investeringsverksamheten"},
}
"""Heading rows without amounts, by the row that follows."""


def draw() -> DocxDocument:
    """The report."""
    document = paper.new_document("Carlito", 11)
    paper.letterhead(document, "Årsredovisning 2022", NAME, numbered=True)
    _title(document)
    _story(document)
    _described(document)
    paper.break_page(document)
    _accounts(document)
    paper.break_page(document)
    _notes(document)
    _signed(document)
    return document


def _head(document: DocxDocument, text: str, size: float = 14) -> None:
    paper.line(document, text, bold=True, size=size, color="375623").paragraph_format.keep_with_next = True


def _title(document: DocxDocument) -> None:
    for _ in range(6):
        paper.line(document)
    paper.line(document, "Årsredovisning 2022", bold=True, size=30, color="375623")
    paper.line(document, NAME, size=16)
    paper.line(document, f"Organisationsnummer {NUMBER}", size=12)
    paper.line(document, "Antagen av förbundsstyrelsen den 16 mars 2023, § 12", size=12)
    paper.break_page(document)
    _head(document, "Innehåll")
    for title, page in (
        ("Förvaltningsberättelse", 3),
        ("Insatser", 3),
        ("Resultaträkning", 5),
        ("Balansräkning", 5),
        ("Kassaflödesanalys", 6),
        ("Noter", 7),
    ):
        paper.line(document, f"{title} {'.' * 60} {page}")
    paper.break_page(document)


def _story(document: DocxDocument) -> None:
    _head(document, "Förvaltningsberättelse")
    paper.write(
        document,
        """
Samordningsförbundet Vindelbygden bildades 2011. Medlemmar är Försäkringskassan, Arbetsförmedlingen, Region Vinderland och kommunerna
Almsjö, Brunnsta, Ekfors och Lindvassa. Förbundets uppgift är att stödja samverkan och finansiera insatser för personer som behöver
samordnad rehabilitering.

Under 2022 har fyra insatser fått medel. Styrelsen har sammanträtt fem gånger. Årets resultat är ett mindre underskott, i linje med
planen att minska det egna kapitalet.
""",
    )
    _head(document, "Kostnader för insatser", 12)
    rows = tuple(
        (c.insats or "", kronor(c.belopp["2022"]), kronor(c.belopp["2021"]), f"{c.forbrukningskvot:g} %") for c in RECORD.samverkansinsatser
    )
    sums = tuple(kronor(sum(c.belopp[y] or 0 for c in RECORD.samverkansinsatser)) for y in ("2022", "2021"))
    heads = [("Insats", "Kostnad 2022", "Kostnad 2021", "Andel av budget 2022")]
    grid(document, (7.2, 3.0, 3.0, 3.4), heads, Body((*rows, ("Summa", *sums, "95 %")), frozenset({-1})), _RULING)


def _described(document: DocxDocument) -> None:
    _head(document, "Insatser")
    for insats in RECORD.insatser:
        facts = (
            ("Samverkansparter", insats.samverkansparter),
            ("Målgrupp", insats.malgrupp),
            ("Mål", insats.mal),
            ("Utfall 2022", insats.utfall),
            ("Insatsperiod", insats.insatsperiod),
        )
        made = paper.table(document, 1 + len(facts), (3.6, 13.0), border="A9D08E")
        top = made.rows[0].cells[0].merge(made.rows[0].cells[1])
        paper.line(top, insats.namn or "", bold=True, size=12)
        paper.shade(top, "E2EFDA")
        for row, (label, answer) in zip(made.rows[1:], facts, strict=True):
            paper.line(row.cells[0], label, bold=True)
            lines = (answer or "").split("\n")
            if len(lines) > 1:
                paper.items(row.cells[1], lines)
            else:
                paper.line(row.cells[1], lines[0])
        paper.line(document)


def _accounts(document: DocxDocument) -> None:
    _head(document, "Resultaträkning")
    paper.line(document, "Belopp i kronor")
    _account(document, RECORD.resultatrakning, ("2022-01-01\n–2022-12-31", "2021-01-01\n–2021-12-31"), _HEADINGS["resultat"])
    _head(document, "Balansräkning")
    _account(document, RECORD.balansrakning, (THIS, LAST), _HEADINGS["balans"])
    _head(document, "Kassaflödesanalys")
    _account(document, RECORD.kassaflode, ("2022-01-01\n–2022-12-31", "2021-01-01\n–2021-12-31"), _HEADINGS["flode"])


def _account(document: DocxDocument, accounts: list[AccountRow], columns: tuple[str, str], headings: dict[str, str]) -> None:
    rows: list[tuple[str, ...]] = []
    bold: set[int] = set()
    for account in accounts:
        heading = headings.get(account.post or "")
        if heading:
            bold.add(len(rows))
            rows.append((heading, LEFT, LEFT, LEFT))
        if account.summa:
            bold.add(len(rows))
        note = "" if account.note is None else str(account.note)
        rows.append((account.post or "", note, *map(kronor, account.belopp.values())))
    grid(document, (9.0, 1.2, 3.2, 3.2), [("", "Not", *columns)], Body(tuple(rows), frozenset(bold)), _RULING)
    paper.line(document)


def _notes(document: DocxDocument) -> None:
    _head(document, "Noter")
    for note in RECORD.noter:
        _head(document, f"Not {note.nummer} {note.rubrik}", 11)
        if note.rader:
            rows = tuple((row.post or "", *map(kronor, row.belopp.values())) for row in note.rader)
            grid(document, (10.0, 3.2, 3.2), [("", THIS, LAST)], Body(rows, frozenset({-1})), _RULING)
        else:
            paper.line(document, "Årsredovisningen följer lagen om kommunal bokföring och redovisning. Inventarier skrivs av på fem år.")


def _signed(document: DocxDocument) -> None:
    paper.line(document)
    paper.line(document, "Lindvassa den 16 mars 2023")
    for name, role in (("Sixten Hallnäs", "ordförande"), ("Birgitta Orrmo", "vice ordförande"), ("Kajsa Fjällman", "ledamot")):
        paper.line(document)
        paper.line(document, f"{name}, {role}")
