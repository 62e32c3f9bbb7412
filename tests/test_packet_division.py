"""One file with many documents: where each begins, and what never divides one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.page_building import para, table
from underlag.errors import UsageError
from underlag.extract.parts import PartReading, read_parts
from underlag.schemas.page import Block, Box, Document, Line, Page, Paragraph, Reader, Table

PROSE = (
    "Verksamheten är till för den som har kontakt med flera myndigheter på samma gång, och som vill komma vidare. Parterna möts varje "
    "månad och följer upp hur det går för deltagarna."
)

NOTICE = (
    para("KALLELSE", bold=True),
    para("Styrelsen för Samordningsförbundet Norrån kallas till sammanträde", bold=True),
    table((("Dag", "tisdagen den 5 mars 2024"), ("Tid", "13.00-15.30"), ("Plats", "Rådhuset, sal 2"))),
    table(
        (
            ("Nr", "Ärende", "Föredragande", "Handling"),
            ("1", "Ekonomisk information", "Ekonomen", "Bilaga 1"),
            ("2", "Stigen", "", "Bilaga 2"),
        )
    ),
)

FINANCES = (
    para("Ekonomisk information per 2024-03-01", bold=True),
    para(PROSE),
    table(
        (
            ("", "", "Budget 2024", "Budget 2025"),
            ("FINANSIELLA ANSLAG", "", "9 000", "9 100"),
            ("Namn på insats", "Insatsägare", "", ""),
            ("Stigen", "Å kommun", "1 200", ""),
            ("BESLUTSUTRYMME före nya ansökningar", "", "2 500", "4 000"),
            ("BESLUTSUTRYMME efter nya ansökningar", "", "1 300", "4 000"),
        )
    ),
)


def note(name: str, *, dnr: str = "") -> tuple[Block, ...]:
    """A case note on one page."""
    return (
        *((para(f"Dnr {dnr}"),) if dnr else ()),
        para(f"Ansökan {name}", bold=True),
        para("Förslag till beslut", bold=True),
        para("Arbetsutskottet föreslår styrelsen besluta"),
        para(f"att bevilja medel för insatsen {name} för perioden 1 maj 2024 till 30 april 2025, maximalt 1 200 000 kronor."),
        para("Ärendet", bold=True),
        para(PROSE),
        para("Bedömning", bold=True),
        para(PROSE),
    )


def application(name: str) -> tuple[Block, ...]:
    """The first page of an application."""
    asked = ("Insatsens namn", "Insatsägare", "Samverkansparter", "Beskriv syftet med insatsen", "Beskriv målen med insatsen")
    later = ("Beskriv bakgrunden till/behovet av insatsen", "Beskriv målgrupp för insatsen", "Beskriv metod/metoder ni kommer använda")
    answers = (name, "Å kommun", "Arbetsförmedlingen", PROSE, PROSE, PROSE, PROSE, PROSE)
    blocks = [b for q, a in zip(asked + later, answers, strict=True) for b in (para(q, bold=True), para(a))]
    return (para("Samverkansinsatser inom Samordningsförbundet", bold=True), *blocks)


BUDGET = (
    para("Budgetsammanställning Stigen", bold=True),
    table(
        (
            ("Kostnader i kr", "Att rekvirera från Samordningsförbundet", "Projektägarnas egenfinansiering", "Totalt projektet"),
            ("Å kommun", "1 200 000", "0", "1 200 000"),
            ("Summa", "1 200 000", "0", "1 200 000"),
        )
    ),
)


def _on(block: Block, page: int) -> Block:
    """The block as it stands on another page."""
    if isinstance(block, Paragraph):
        return replace(block, lines=tuple(replace(line, page=page, where=None, box=Box(50, 100, 400, 112)) for line in block.lines))
    if isinstance(block, Table):
        cells = tuple(replace(c, page=page, blocks=tuple(_on(b, page) for b in c.blocks)) for c in block.cells)
        return replace(block, page=page, cells=cells)
    return replace(block, page=page)


def packet(*pages: Sequence[Block], reader: Reader = "pdf-text", footers: Sequence[str] = ()) -> Document:
    """A file with the blocks page by page."""
    made = []
    for n, blocks in enumerate(pages, start=1):
        furniture = (Line(footers[n - 1], n),) if footers else ()
        made.append(Page(n, reader, tuple(_on(b, n) for b in blocks), furniture, 595, 842))
    return Document("application/test", tuple(made))


def seen(parts: Sequence[PartReading]) -> list[tuple[str, tuple[int, int]]]:
    return [(p.part.type, p.part.pages) for p in parts]


def test_a_board_packet_falls_apart_into_its_documents_each_with_a_reason() -> None:
    parts = read_parts(packet(NOTICE, FINANCES, note("Stigen"), application("Stigen"), BUDGET, note("Porten"), application("Porten")))
    assert seen(parts) == [
        ("kallelse", (1, 1)),
        ("ekonomisk_information", (2, 2)),
        ("tjansteskrivelse", (3, 3)),
        ("ansokan", (4, 5)),
        ("tjansteskrivelse", (6, 6)),
        ("ansokan", (7, 7)),
    ]
    assert [bool(p.reasons) for p in parts] == [False, True, True, True, True, True]
    assert parts[3].part.record["budget"]["sammanstallning_summa"]["totalt"] == 1200000


def test_evidence_points_at_the_pages_of_its_own_part() -> None:
    parts = read_parts(packet(NOTICE, note("Stigen"), application("Stigen")))
    for reading in parts:
        first, last = reading.part.pages
        pages = {place.page for e in reading.part.evidence.values() for place in e.places}
        assert pages
        assert pages <= set(range(first, last + 1))


def test_two_applications_in_a_row_are_two() -> None:
    parts = read_parts(packet(application("Stigen"), BUDGET, application("Porten"), BUDGET))
    assert seen(parts) == [("ansokan", (1, 2)), ("ansokan", (3, 4))]
    assert any("börjar om" in reason for reason in parts[1].reasons)


def test_case_notes_with_numbers_of_their_own_are_apart() -> None:
    parts = read_parts(packet(note("Stigen", dnr="2024/12"), note("Porten", dnr="2024/15")))
    assert seen(parts) == [("tjansteskrivelse", (1, 1)), ("tjansteskrivelse", (2, 2))]


def test_an_attachment_is_apart_from_the_case_note() -> None:
    parts = read_parts(packet(note("Stigen"), (para("Bilaga 1", bold=True), para(PROSE), para(PROSE))))
    assert seen(parts) == [("tjansteskrivelse", (1, 1)), ("okand", (2, 2))]


def test_page_numbers_that_restart_begin_a_document() -> None:
    letter = (para("Brev", bold=True), para(PROSE))
    footers = ("Sida 1 av 2", "Sida 2 av 2", "Sida 1 av 1")
    assert seen(read_parts(packet(letter, letter, letter, footers=footers))) == [("okand", (1, 2)), ("okand", (3, 3))]


@pytest.mark.parametrize("quoted", ["Slutrapport", "Ekonomisk information", "Ansökan", "Årsredovisning 2023", "Kallelse", "Bilaga 1"])
def test_a_heading_that_names_another_document_does_not_divide_a_lone_one(quoted: str) -> None:
    document = packet(application("Stigen"), (para(quoted, bold=True), para(PROSE)), BUDGET, footers=("1", "2", "3"))
    assert seen(read_parts(document)) == [("ansokan", (1, 3))]


def test_a_budget_that_names_the_insats_again_stays_with_its_application() -> None:
    asks_again = (para("Insatsens namn", bold=True), para("Stigen"), para("Insatsägare", bold=True), para("Å kommun"), *BUDGET)
    assert seen(read_parts(packet(application("Stigen"), asks_again))) == [("ansokan", (1, 2))]


def test_a_title_page_stays_with_its_document() -> None:
    cover = (para("Samordningsförbundet Norrån", bold=True), para("2024", bold=True))
    assert seen(read_parts(packet(cover, application("Stigen")))) == [("ansokan", (1, 2))]


def test_a_word_file_without_page_breaks_falls_apart_at_the_headings() -> None:
    parts = read_parts(packet((*note("Stigen"), *application("Stigen")), reader="docx"))
    assert seen(parts) == [("tjansteskrivelse", (1, 1)), ("ansokan", (1, 1))]
    assert parts[1].part.record["insatsens_namn"] == "Stigen"


def test_a_person_can_divide_the_file_and_no_page_is_lost() -> None:
    document = packet(note("Stigen"), application("Stigen"), BUDGET)
    assert seen(read_parts(document, ((2, 2),))) == [("tjansteskrivelse", (1, 1)), ("ansokan", (2, 2)), ("budget", (3, 3))]


def test_pages_that_the_file_does_not_have_are_refused() -> None:
    with pytest.raises(UsageError, match="filen har 2"):
        read_parts(packet(NOTICE, note("Stigen")), ((1, 3),))
