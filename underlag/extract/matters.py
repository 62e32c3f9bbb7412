"""Reading form *matters*: the list of what a meeting will take up, from a table or from numbered lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from underlag.extract.column_cells import Printed, printed
from underlag.extract.flow import Item, tables_of
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Columns
from underlag.schemas.page import Cell, Paragraph, Table
from underlag.values.folding import fold

_NUMBERED = re.compile(r"^\s*(?:§\s*|punkt\s+)?(?P<nr>\d{1,3})\s*[.):|§\]]?\s*(?:[|\]]\s*)?(?P<rest>\S.*)?$", re.IGNORECASE | re.DOTALL)
_MOST_HEAD_ROWS = 3
_FILLED = re.compile(r"^[\s|\-–—]*$")


def read_matters(items: Sequence[Item], spec: Columns) -> list[Tree]:
    """The matters that have a number, in order, from every table with the declared headings (a page break apart); where there
    is none, from numbered lines.
    """
    found: list[Tree] = []
    columns: dict[str, int] = {}
    for table in tables_of(list(items)):
        head = _head(table, spec)
        if head:
            columns, first = head
        elif columns and found and table.cols > max(columns.values()):
            first = 0
        else:
            continue
        found += [row for n in range(first, table.rows) if (row := _matter(table, n, columns))]
    return found or _numbered_lines(items)


def _head(table: Table, spec: Columns) -> tuple[dict[str, int], int] | None:
    """Which column is which, and the first row of the body."""
    for number in range(min(_MOST_HEAD_ROWS, table.rows)):
        columns: dict[str, int] = {}
        for cell in table.row(number):
            key = next((c.key for c in spec.columns if c.key not in columns and _says(cell, c.headings, c.never)), None)
            if key:
                columns[key] = cell.col
        if "rubrik" in columns and len(columns) > 1:
            return columns, number + 1
    return None


def _says(cell: Cell, headings: Sequence[str], never: str) -> bool:
    folded = fold(cell.text)
    return any(re.search(h, folded) for h in headings) and not (never and re.search(never, folded))


def _matter(table: Table, number: int, columns: Mapping[str, int]) -> dict[str, Tree] | None:
    """The row as a matter; None for one without number or heading (a divider, "Övriga frågor")."""
    cells = {cell.col: printed([cell]) for cell in table.row(number)}
    texts = {key: cells.get(col, Printed("", ())) for key, col in columns.items()}
    nr, heading = texts.get("nr", Printed("", ())), texts["rubrik"]
    if nr.blank and (glued := _NUMBERED.match(heading.text)):
        nr, heading = Printed(glued["nr"], heading.lines), Printed(glued["rest"] or "", heading.lines)
    elif (glued := _NUMBERED.match(nr.text)) and glued["rest"] and heading.blank:
        heading, nr = Printed(glued["rest"], nr.lines), Printed(glued["nr"], nr.lines)
    told = _NUMBERED.match(nr.text)
    if told is None or heading.blank:
        return None
    return {
        "nr": Leaf(int(told["nr"]), nr.lines),
        "rubrik": Leaf(heading.text, heading.lines),
        "foredragande": _text(texts.get("foredragande")),
        "handling": _text(texts.get("handling")),
    }


def _text(cell: Printed | None) -> Leaf | None:
    return None if cell is None or _FILLED.match(cell.text) else Leaf(cell.text, cell.lines)


def _numbered_lines(items: Sequence[Item]) -> list[Tree]:
    """Matters written as a list that counts 1, 2, 3 …; a line that goes on with one says who presents it or what its papers are."""
    found: list[Tree] = []
    for paragraph in (p for i in items if (p := i.paragraph)):
        numbered = _NUMBERED.match(paragraph.text)
        if numbered and numbered["rest"] and int(numbered["nr"]) == len(found) + 1:
            found.append(_from_line(int(numbered["nr"]), numbered["rest"], paragraph))
    return found if len(found) >= 3 else []


def _from_line(number: int, text: str, paragraph: Paragraph) -> dict[str, Tree]:
    """Of "Ekonomisk information, Föredragande: A B, Handling – bilaga 3" the parts that have a word before them."""
    paper = re.search(r"[\s,;(–-]*(?P<value>(?:handling(?:ar)?|bilaga|underlag)\b.*?)\)?$", text, re.IGNORECASE)
    rest = text[: paper.start()] if paper and paper.start() else text
    speaker = re.search(r"[\s,;(–-]*föredragande\s*:?\s*(?P<value>[^,;()]+)\)?", rest, re.IGNORECASE)
    heading = rest[: speaker.start()] if speaker else rest
    return {
        "nr": Leaf(number, paragraph.lines),
        "rubrik": Leaf(heading.strip(" ,;"), paragraph.lines),
        "foredragande": Leaf(speaker["value"].strip(), paragraph.lines) if speaker else None,
        "handling": Leaf(paper["value"].strip(), paragraph.lines) if paper and paper.start() else None,
    }
