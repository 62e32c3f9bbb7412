"""All findings of a meeting as a table to filter and work off (XLSX, by XlsxWriter)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from underlag.report.au.remarks import Rules, title
from underlag.report.findings import Item, groups, items, part_name, part_title, place_line
from underlag.report.labels import SEVERITIES, pages_words
from underlag.report.wording import in_words, one_line
from underlag.schemas.result import Result

LONGEST = 2_000  # characters of a cell; Excel takes 32 767

COLUMNS = (
    ("Fil", 26),
    ("Handling", 24),
    ("Insats", 24),
    ("Allvar", 12),
    ("Utfall", 18),
    ("Anmärkning", 70),
    ("Fält", 34),
    ("Plats", 18),
    ("I dokumentet", 22),
    ("Väntat", 22),
    ("Regelns krav", 40),
    ("Regel", 24),
)
"""The heads, and the widths in characters."""

OUTCOMES = {"broken": "Håller inte", "undecided": "Kunde inte avgöras"}

Row = tuple[str, ...]


def findings_sheet(results: Iterable[Result], rules: Rules, unread: Sequence[str]) -> bytes:
    """The table: file by file, gravest first, then what could not be read. Its head stays in sight and has a filter."""
    rows = [row for result in results for row in (*_findings(result, rules), *_problems(result))]
    rows += [_row({"Allvar": "Kunde inte läsas", "Anmärkning": line}) for line in unread]
    out = BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        _fill(book.add_worksheet("Anmärkningar"), book, rows)
    return out.getvalue()


def _fill(sheet: Worksheet, book: Workbook, rows: Sequence[Row]) -> None:
    """Every cell is text, marked so that Excel takes none for a formula, not even when it is edited."""
    head = book.add_format({"bold": True, "bg_color": "#E9EDEC", "valign": "top", "text_wrap": True, "bottom": 1})
    text = book.add_format({"quote_prefix": True, "num_format": "@", "valign": "top", "text_wrap": True})
    for at, (name, width) in enumerate(COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, head)
    for number, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            sheet.write_string(number, at, cell, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _findings(result: Result, rules: Rules) -> Iterator[Row]:
    for group in groups(items(result)):
        yield from (_finding(item, result, rules) for kind in group.kinds for item in kind.items)


def _finding(item: Item, result: Result, rules: Rules) -> Row:
    finding = item.finding
    part = item.spots[0].part if item.spots else None
    pointer = item.spots[0].pointer if item.spots else ""
    return _row(
        {
            "Fil": result.source.file,
            "Handling": f"{part_title(part)}, {pages_words(*part.pages)}" if part else "",
            "Insats": part_name(part) if part else "",
            "Allvar": SEVERITIES[finding.severity],
            "Utfall": OUTCOMES[finding.outcome],
            "Anmärkning": finding.message,
            "Fält": "; ".join(item.fields),
            "Plats": place_line(item, several=True),
            "I dokumentet": in_words(finding.actual, pointer) or "",
            "Väntat": in_words(finding.expected, pointer) or "",
            "Regelns krav": title(finding.rule, rules),
            "Regel": finding.rule,
        }
    )


def _problems(result: Result) -> Iterator[Row]:
    """What of the file could not be read."""
    for problem in result.problems:
        place = f"sid {problem.page}" if problem.page is not None else ""
        yield _row({"Fil": result.source.file, "Allvar": "Ofullständigt läst", "Anmärkning": problem.what, "Plats": place})


def _row(said: dict[str, str]) -> Row:
    return tuple(one_line(said.get(name, ""), LONGEST) for name, _ in COLUMNS)
