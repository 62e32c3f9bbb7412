"""Writes the Word templates that are shipped (`underlag/report/templates`): run it after a change here, and commit what it wrote.

    .venv/bin/python scripts/word_templates.py

An office that wants a letterhead of its own does not need this: it copies a template, changes it in Word and names the folder in its
settings (`word_templates`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TEMPLATES = Path(__file__).resolve().parent.parent / "underlag" / "report" / "templates"

INK, SOFT, SHADE, LINE = RGBColor(0x1D, 0x25, 0x28), RGBColor(0x56, 0x60, 0x67), "E9EDEC", "B9BEBA"
FONT = "Calibri"

Cell = tuple[str, Any]
"""What a cell holds, and how it is aligned."""


def main() -> None:
    """Writes both templates."""
    TEMPLATES.mkdir(exist_ok=True)
    pack().save(str(TEMPLATES / "au.docx"))
    letter().save(str(TEMPLATES / "komplettering.docx"))


def pack() -> Any:
    """The pack of a meeting."""
    doc = blank("Underlag till arbetsutskottet {{ mote.datum }}", margin=14)
    doc.add_paragraph("Underlag till arbetsutskottet", "Soft")
    doc.add_heading("Mötet den {{ mote.dag }}", 0)
    about_the_papers(doc)
    summary(doc)
    rooms(doc)
    matter(doc)
    others(doc)
    made(doc)
    footer(doc, "Underlag till arbetsutskottet {{ mote.datum }}")
    return doc


def about_the_papers(doc: Any) -> None:
    """What could not be read, and what is odd about the papers."""
    tags(doc, "if mote.olasta or mote.anmarkningar")
    doc.add_heading("Att veta om handlingarna", 2)
    repeated(doc, "line in mote.olasta", "Kunde inte läsas: {{ line }}", "List Bullet")
    repeated(doc, "line in mote.anmarkningar[:5]", "{{ line }}", "List Bullet")
    tags(doc, "if mote.anmarkningar|length > 5")
    doc.add_paragraph("… och {{ mote.anmarkningar|length - 5 }} till", "List Bullet")
    tags(doc, "endif", "endif")


def summary(doc: Any) -> None:
    """The table of matters."""
    doc.add_heading("Sammanfattning", 1)
    tags(doc, "if mote.arenden")
    doc.add_paragraph(
        "Föreslaget tak är det högsta belopp som tjänsteskrivelsen föreslår; streck betyder att ingen tjänsteskrivelse finns. "
        "Rött: något är säkert fel eller saknas. Gult: en människa behöver titta. Grönt: allt som kunde kontrolleras höll.",
        "Soft",
    )
    table = grid(
        doc,
        cells("Nr", "Insats och sökande", "Sökt>", "Föreslaget tak>", "Deltagare>", "Kostnad per deltagare>", "Ljus", "Skäl"),
        (8, 30, 23, 23, 17, 19, 12, 38),
    )
    loop(table, "a in mote.arenden")
    row(
        table,
        cells("{{ a.nr }}", "{{ a.namn }}\n{{ a.sokande }}", "{{ a.sokt }}>", "{{ a.tak }}>", "{{ a.deltagare }}>")
        + cells("{{ a.per_deltagare }}>", "{% cellbg a.ljus.farg %}{{ a.ljus.ord }}", "{{ a.ljus.skal }}"),
    )
    loop(table)
    row(table, cells("", "Summa", "{{ mote.summa_sokt }}>", "{{ mote.summa_tak }}>", "", "", "", ""), bold=True)
    tags(doc, "else")
    doc.add_paragraph("Bland handlingarna finns ingen ansökan och ingen tjänsteskrivelse som föreslår ett belopp.")
    tags(doc, "endif")


def rooms(doc: Any) -> None:
    """The effect on the room for decisions."""
    doc.add_heading("Beslutsutrymme", 1)
    tags(doc, "for u in mote.utrymmen")
    told = doc.add_paragraph("{{ u.rubrik }}, i tusental kronor så som det står i handlingen ({{ u.kalla }}).", "Soft")
    chart = doc.add_paragraph("{{ diagram[loop.index0]|bild(u.beskrivning) }}")
    told.paragraph_format.keep_with_next = chart.paragraph_format.keep_with_next = True
    table = grid(doc, cells("tkr", "{%tc for k in u.kolumner %}", "{{ k }}>", "{%tc endfor %}"), (62, 36, 36, 36))
    loop(table, "r in u.rader")
    row(table, cells("{{ r.rubrik }}", "{%tc for b in r.belopp %}", "{{ b }}>", "{%tc endfor %}"))
    loop(table)
    tags(doc, "else")
    doc.add_paragraph(
        "Ingen ekonomisk information med beslutsutrymme finns bland handlingarna, så påverkan på beslutsutrymmet framgår inte."
    )
    tags(doc, "endfor")


def matter(doc: Any) -> None:
    """One page a matter: key facts, findings, questions."""
    tags(doc, "for a in mote.arenden")
    doc.add_heading("{{ a.nr }}. {{ a.namn }}", 1).paragraph_format.page_break_before = True
    verdict = grid(doc, [], (14, 156))
    row(verdict, cells("{% cellbg a.ljus.farg %}{{ a.ljus.ord }}", "{{ a.ljus.skal }}"))
    doc.add_heading("I korthet", 2)
    facts = grid(doc, [], (36, 134))
    loop(facts, "rubrik, text in a.fakta")
    row(facts, cells("{{ rubrik }}", "{{ text }}"))
    loop(facts)
    doc.add_heading("Anmärkningar", 2)
    remarks(doc, "a.grupper")
    doc.add_paragraph("{{ a.kontroller }}", "Soft")
    doc.add_heading("Frågor till sökanden", 2)
    tags(doc, "for f in a.fragor")
    doc.add_paragraph("{{ f.nr }}. {{ f.text }}{% if f.anmarkningar %} ({{ f.anmarkningar }}){% endif %}", "Numbered")
    tags(doc, "else")
    doc.add_paragraph(
        "{% if a.har_ansokan %}Inga frågor.{% else %}"
        "Ingen ansökan hör säkert till ärendet, så det går inte att säga vad sökanden bör frågas om.{% endif %}"
    )
    tags(doc, "endfor", "endfor")


def remarks(doc: Any, groups: str) -> None:
    """Groups of findings under their headings."""
    tags(doc, f"for g in {groups}")
    doc.add_heading("{{ g.rubrik }} ({{ g.antal }})", 3)
    tags(doc, "for x in g.anmarkningar")
    remark = doc.add_paragraph("{% if x.nr is not none %}{{ x.nr }}. {% endif %}{{ x.text }}", "Numbered")
    place = remark.add_run("{% if x.plats %} [{{ x.plats }}]{% endif %}")
    place.font.size, place.font.color.rgb = Pt(9), SOFT
    tags(doc, "endfor", "else")
    doc.add_paragraph("Inga anmärkningar.")
    tags(doc, "endfor")


def others(doc: Any) -> None:
    """Papers beside the matters."""
    tags(doc, "if mote.ovriga")
    doc.add_heading("Övriga handlingar", 1).paragraph_format.page_break_before = True
    tags(doc, "for h in mote.ovriga")
    doc.add_heading("{{ h.namn }}", 2)
    remarks(doc, "h.grupper")
    tags(doc, "endfor", "endif")


def made(doc: Any) -> None:
    """The files that the pack was made from."""
    doc.add_heading("Så är underlaget gjort", 1)
    files = grid(doc, cells("Fil", "Innehåller", "Läst som", "Bedömd per"), (44, 74, 32, 20))
    loop(files, "f in mote.filer")
    row(files, cells("{{ f.namn }}", "{{ f.innehall }}", "{{ f.last }}", "{{ f.bedomd }}"))
    loop(files)
    doc.add_paragraph("Gjort av underlag {{ mote.verktyg }}, regelverk {{ mote.regelverk|join(', ') }}.", "Soft")
    doc.add_paragraph("Underlaget hjälper den som granskar. Bedömningen och beslutet är människors.", "Soft")


def letter() -> Any:
    """The letter that asks an applicant to complete."""
    doc = blank("Begäran om komplettering: {{ arende.namn }}", margin=25)
    doc.add_paragraph("UTKAST – läs igenom, ändra och stryk den här raden före utskick", "Soft")
    doc.add_paragraph("[Förbundets namn och adress]")
    doc.add_paragraph("[Datum]{% if arende.dnr %}\nDnr {{ arende.dnr }}{% endif %}")
    tags(doc, "for lines in arende.mottagare")
    doc.add_paragraph("{{ lines|join('\\n') }}")
    tags(doc, "else")
    doc.add_paragraph("[Sökandens namn och adress]")
    tags(doc, "endfor")
    doc.add_heading("Begäran om komplettering av ansökan {{ arende.namn }}", 1)
    doc.add_paragraph(
        "Vi har gått igenom er ansökan inför arbetsutskottets möte den {{ mote.dag }}. För att den ska kunna behandlas behöver den "
        "kompletteras eller rättas på följande punkter."
    )
    tags(doc, "for f in arende.fragor")
    doc.add_paragraph("{{ f.nr }}. {{ f.text }}", "Numbered").paragraph_format.keep_with_next = True
    repeated(doc, "line in f.galler", "{{ line }}", "List Bullet")
    tags(doc, "endfor")
    doc.add_paragraph(
        "Skicka den kompletterade ansökan till oss senast den [datum]. Är något oklart, eller anser ni att en uppgift redan stämmer, "
        "så hör av er."
    )
    doc.add_paragraph("Med vänlig hälsning")
    doc.add_paragraph("[Namn]\n[Samordningsförbundet]")
    return doc


def blank(title: str, *, margin: int) -> Any:
    """An A4 document in Swedish with the styles that the templates use; the margin in millimetres."""
    doc = Document()
    doc.core_properties.title = title
    doc.core_properties.author = ""
    doc.core_properties.comments = ""
    page = doc.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin = page.bottom_margin = Mm(margin)
    styles(doc)
    return doc


def styles(doc: Any) -> None:
    """Type and spacing."""
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(10.5), INK
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    normal.element.get_or_add_rPr().append(language)
    for name, size, before in (("Title", 22, 0), ("Heading 1", 16, 12), ("Heading 2", 12, 7), ("Heading 3", 10.5, 4)):
        heading(doc.styles[name], size, before)
    for name, size, color in (("Soft", 9.5, SOFT), ("Numbered", 9.5, INK), ("Cell", 9, INK)):
        style = doc.styles.add_style(name, 1)
        style.base_style = normal
        style.font.size, style.font.color.rgb = Pt(size), color
        style.paragraph_format.space_before = Pt(4 if name == "Soft" else 0)
        style.paragraph_format.space_after = Pt({"Cell": 1, "Numbered": 2}.get(name, 4))


def heading(style: Any, size: float, before: float) -> None:
    """A heading in the document's own letters, which Word's headings are not."""
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FONT, Pt(size), True, INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(attribute), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)
    style.paragraph_format.keep_with_next = True


def tags(doc: Any, *each: str) -> None:
    """Paragraphs that only steer the template and vanish from what is made of it."""
    for tag in each:
        doc.add_paragraph(f"{{%p {tag} %}}")


def repeated(doc: Any, each: str, text: str, style: str) -> None:
    """A paragraph for each."""
    tags(doc, f"for {each}")
    doc.add_paragraph(text, style)
    tags(doc, "endfor")


def grid(doc: Any, heads: Sequence[Cell], widths: Sequence[float]) -> Any:
    """A table with thin lines, its columns of these widths in millimetres, and a head that comes again on each page."""
    table = doc.add_table(rows=0, cols=len(widths))
    table.autofit = False
    lines(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    if heads:
        row(table, heads, bold=True, shade=SHADE)
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
    return table


def cells(*texts: str) -> list[Cell]:
    """What the cells of a row hold; a text that ends with `>` stands to the right."""
    right, left = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
    return [(text.removesuffix(">"), right if text.endswith(">") else left) for text in texts]


def lines(table: Any) -> None:
    """Thin lines between the rows."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def loop(table: Any, each: str = "") -> None:
    """A row that begins (with what is taken one by one) or ends the repeating of those between."""
    row(table, cells(f"{{%tr for {each} %}}" if each else "{%tr endfor %}"))


def row(table: Any, holding: Sequence[Cell], *, bold: bool = False, shade: str = "") -> None:
    """A row that no page break cuts."""
    made = table.add_row()
    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for at, (text, alignment) in enumerate(holding):
        cell = made.cells[at]
        cell.width = table.columns[at].width
        cell.paragraphs[0].style, cell.paragraphs[0].alignment = "Cell", alignment
        cell.paragraphs[0].add_run(text).bold = bold or None
        if shade:
            ground = OxmlElement("w:shd")
            for key, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
                ground.set(qn(f"w:{key}"), value)
            cell._tc.get_or_add_tcPr().append(ground)


def footer(doc: Any, text: str) -> None:
    """The text, and the page's number."""
    paragraph = doc.sections[0].footer.paragraphs[0]
    paragraph.style = "Soft"
    paragraph.add_run(f"{text} · sid ")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    paragraph._p.append(number)


if __name__ == "__main__":
    main()
