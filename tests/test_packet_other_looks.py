"""Notices, case notes and finances as other offices set them: other words, other order, lists for tables."""

from __future__ import annotations

from dataclasses import replace

from tests.page_building import para, table
from tests.test_packet_division import NOTICE, PROSE, application, note, packet, seen
from tests.test_packet_records import lines, record
from underlag.extract.parts import read_parts
from underlag.schemas.page import Block, Box, Cell, Line, Paragraph, Word

MINUTES = (para("Protokoll från styrelsemöte 2024-02-01", bold=True), para(PROSE))
ROOM = (
    para("Ekonomisk rapport per den 31 mars 2024", bold=True),
    para("Förslag till beslut", bold=True),
    para("Styrelsen föreslås besluta att lägga rapporten till handlingarna."),
    table(
        (
            ("tkr", "Budget 2024", "Prognos 2024"),
            ("Kansli", "1 900", "1 850"),
            ("Utrymme för nya beslut innan ansökningar", "2 500", "2 600"),
            ("Återstående beslutsutrymme", "1 300", "1 400"),
        )
    ),
)


def unnamed_note(name: str) -> tuple[Block, ...]:
    """A case note whose heading names no kind of document."""
    return (para(f"Förlängning av {name}", bold=True), *note(name)[1:])


# Division


def test_minutes_and_finances_begin_documents_though_the_pages_are_numbered_through() -> None:
    parts = read_parts(packet(NOTICE, MINUTES, ROOM, MINUTES, footers=("1", "2", "3", "4")))
    assert seen(parts) == [("kallelse", (1, 1)), ("okand", (2, 2)), ("ekonomisk_information", (3, 3)), ("okand", (4, 4))]


def test_a_heading_begins_a_document_though_the_line_before_it_has_no_full_stop() -> None:
    unended = (*note("Stigen"), para("att beslutet skickas till insatsägaren, till parterna och till revisorerna senast den 1 maj"))
    parts = read_parts(packet(unended, application("Stigen"), footers=("1", "2")))
    assert seen(parts) == [("tjansteskrivelse", (1, 1)), ("ansokan", (2, 2))]


def test_the_questions_of_the_next_document_are_not_those_of_the_last_pages() -> None:
    rest = (para("Uppföljning sker", bold=True), para(PROSE))
    parts = read_parts(packet(application("Stigen"), rest, rest, unnamed_note("Porten")))
    assert seen(parts) == [("ansokan", (1, 3)), ("tjansteskrivelse", (4, 4))]


def test_the_name_of_the_kind_alone_on_a_line_is_a_title_however_it_is_set() -> None:
    whole = (para("Tjänsteskrivelse"), *note("Stigen"))
    assert seen(read_parts(packet(NOTICE, whole, footers=("1", "2")))) == [("kallelse", (1, 1)), ("tjansteskrivelse", (2, 2))]


def test_a_page_that_is_a_whole_document_begins_one_without_a_known_title() -> None:
    finances = (para("Läget i december", bold=True), ROOM[-1])
    assert seen(read_parts(packet(MINUTES, finances))) == [("okand", (1, 1)), ("ekonomisk_information", (2, 2))]


def test_the_title_of_another_document_ends_an_application_that_was_whole() -> None:
    plan = (para("Verksamhetsplan 2024", bold=True), para(PROSE), para("Mål", bold=True), para(PROSE))
    more = ("Uppföljning sker", "Beskriv nyttan för individen", "Beskriv nyttan för samverkansparterna", "Implementering")
    whole = (*application("Stigen"), *(b for q in more for b in (para(q, bold=True), para(PROSE))))
    assert seen(read_parts(packet(whole, plan))) == [("ansokan", (1, 1)), ("okand", (2, 2))]


# Kallelse


def test_a_list_that_word_numbers_is_counted() -> None:
    found = record(
        "kallelse",
        para("Ärenden", bold=True),
        *(para(text, bullet=True) for text in ("Mötet öppnas", "Ekonomi, bilaga 1", "Mötet avslutas")),
        table((("tkr", "2022", "2023"), ("Anslag", "6 000", "6 100"))),
    )
    assert [(m["nr"], m["rubrik"], m["handling"]) for m in found["arenden"]] == [
        (1, "Mötet öppnas", None),
        (2, "Ekonomi", "bilaga 1"),
        (3, "Mötet avslutas", None),
    ]


def test_matters_in_a_table_without_headings_count_from_any_paragraph() -> None:
    found = record(
        "kallelse",
        para("Torsdagen den 16 maj 2024, kl. 14.00 – 16.00"),
        table(
            (
                ("§ 41", "Val av justerare", "Eva Ek", ""),
                ("§ 42", "Ekonomi", "Ordföranden", "Utsänds"),
                ("§ 43", "Övrigt", "Nils Alm", "Muntligt"),
            )
        ),
    )
    assert (found["datum"], found["tid"]) == ("2024-05-16", "14.00 – 16.00")
    assert found["arenden"] == [
        {"nr": 41, "rubrik": "Val av justerare", "foredragande": "Eva Ek", "handling": None},
        {"nr": 42, "rubrik": "Ekonomi", "foredragande": "Ordföranden", "handling": "Utsänds"},
        {"nr": 43, "rubrik": "Övrigt", "foredragande": "Nils Alm", "handling": "Muntligt"},
    ]


def test_who_presents_and_the_papers_stand_behind_the_matter_or_below_it() -> None:
    found = record(
        "kallelse",
        para("1. Ekonomisk rapport (Bilaga 1) – Eva Ek"),
        para("2. Ansökan – Stegvis Framåt"),
        para("Föredragande: Nils Alm"),
        para("Bilaga 2 och 2.1"),
        lines("3. Delegationsbeslut – Eva Ek (Bilaga 3)", "4. Övriga frågor"),
    )
    told = [(m["nr"], m["rubrik"], m["foredragande"], m["handling"]) for m in found["arenden"]]
    assert told[0] == (1, "Ekonomisk rapport", "Eva Ek", "Bilaga 1")
    assert told[2:] == [(3, "Delegationsbeslut", "Eva Ek", "Bilaga 3"), (4, "Övriga frågor", None, None)]
    assert told[1][3] == "Bilaga 2 och 2.1"


def test_one_name_behind_one_matter_may_be_part_of_it() -> None:
    found = record("kallelse", para("1. Mötet öppnas"), para("2. Ansökan – Nya Vägar"), para("3. Mötet avslutas"))
    assert [(m["rubrik"], m["foredragande"]) for m in found["arenden"]][1] == ("Ansökan – Nya Vägar", None)


# Tjänsteskrivelse


def test_headings_of_any_wording_end_the_text_before_them_and_say_what_follows() -> None:
    found = record(
        "tjansteskrivelse",
        para("Ansökan om medel till insatsen Stigen", bold=True),
        para("Beredningsgruppens bedömning", bold=True),
        para("Insatsen behövs."),
        para("Så påverkas ekonomin", bold=True),
        para("Kostnaden ryms."),
        para("Beredningsgruppens förslag till beslut", bold=True),
        para("Beredningsgruppen föreslår styrelsen besluta"),
        para("1. att bevilja högst 500 000 kronor"),
        para("2. att följa upp insatsen"),
        para("Eva Ek, förbundschef"),
    )
    assert (found["rubrik"], found["bedomning"]) == ("Ansökan om medel till insatsen Stigen", "Insatsen behövs.")
    assert found["forslag_till_beslut"] == ["att bevilja högst 500 000 kronor", "att följa upp insatsen"]
    assert (found["maxbelopp"], found["forslagsstallare"]) == (500000, "Beredningsgruppen")


def test_a_letterhead_of_labels_over_answers_is_read_column_by_column() -> None:
    head = table((("Handläggare", "Datum", "Diarienummer"), ("Eva Ek", "2024-05-08", "SET 2024-0021")))
    found = record("tjansteskrivelse", head, *note("Stigen"))
    assert (found["datum"], found["dnr"]) == ("2024-05-08", "SET 2024-0021")


def test_a_date_before_other_facts_of_the_letterhead_is_the_papers() -> None:
    assert record("tjansteskrivelse", para("Datum 2024-05-08  Dnr SF 2024/44"), *note("Stigen"))["datum"] == "2024-05-08"


def test_clauses_are_parted_where_a_word_more_would_have_found_room() -> None:
    def printed(*told: tuple[str, float]) -> Paragraph:
        lines = []
        for n, (text, right) in enumerate(told):
            first = Word(text.split()[0], Box(70, 100 + 14 * n, 84, 112 + 14 * n))
            lines.append(Line(text, 1, Box(70, 100 + 14 * n, right, 112 + 14 * n), words=(first,)))
        return Paragraph(tuple(lines))

    full = "Insatsen är en del av förbundets verksamhetsplan och har beretts av parterna under hela våren"
    found = record(
        "tjansteskrivelse",
        para("Förslag till beslut"),
        printed(
            ("att förlänga insatsen till och med den 31 december 2024", 380), ("att kostnaden får vara 2 000 000 kronor så länge", 519)
        ),
        printed(("att parterna följer planen", 240)),
        para("Bedömning"),
        printed((full, 520)),
        reader="pdf-text",
    )
    assert [clause.split()[1] for clause in found["forslag_till_beslut"]] == ["förlänga", "kostnaden", "parterna"]


# Ekonomisk information


def test_room_for_decisions_is_told_by_other_words_too() -> None:
    found = record("ekonomisk_information", *ROOM)
    assert (found["beslutsutrymme_fore"], found["beslutsutrymme_efter"]) == ([2500, 2600], [1300, 1400])
    assert [row["rubrik"] for row in found["rader"]] == ["Kansli"]


def test_headings_of_a_table_without_lines_stand_over_the_amounts_that_end_further_right() -> None:
    def at(row: int, col: int, text: str, left: float, right: float) -> Cell:
        count = len(text.split())
        step = (right - left) / count
        top = 100 + 14 * row
        edges = [(w, left + n * step) for n, w in enumerate(text.split())]
        words = tuple(Word(w, Box(x, top, x + step - 3, top + 10)) for w, x in edges)
        line = Line(text, 1, Box(left, top, right, top + 10), words=words)
        return Cell(row, col, (Paragraph((line,)),), col_span=3 if text == "Prognos Budget" else 1)

    cells = (
        at(0, 1, "Utfall 2023-", 200, 262),
        at(0, 2, "Prognos Budget", 280, 420),
        at(1, 1, "10-31", 200, 225),
        at(1, 2, "2023", 280, 305),
        at(1, 4, "2024", 360, 385),
        *(at(2 + n, 0, name, 50, 120) for n, name in enumerate(("Kansli", "Styrelse", "Summa"))),
        *(
            at(2 + n, col, amount, right - 25, right)
            for n, amount in enumerate(("1 900", "300", "2 200"))
            for col, right in ((1, 270), (3, 350), (4, 430))
        ),
    )
    found = record("ekonomisk_information", replace(table((("",),)), cells=cells, rows=5, cols=5, ruled=False))
    assert found["kolumner"] == ["Utfall 2023-10-31", "Prognos 2023", "Budget 2024"]
