"""Reading form *matters*: the list of what a meeting will take up, from a table or from numbered lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from underlag.extract.column_cells import Printed, printed
from underlag.extract.flow import Item, tables_of
from underlag.extract.matter_lines import NUMBERED, listed_matters, looks_like_speaker, numbered_lines
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Columns
from underlag.schemas.page import Cell, Paragraph, Table
from underlag.values.folding import fold

_MOST_HEAD_ROWS = 3
_FEWEST = 3
_FILLED = re.compile(r"^[\s|\-–—]*$")


def read_matters(items: Sequence[Item], spec: Columns, listed: Sequence[Paragraph] = ()) -> list[Tree]:
    """The matters that have a number, in order, from every table with the declared headings (a page break apart); where there
    is none, from tables that count their rows, from numbered lines, or from the list among what is `listed` under their heading.
    """
    found: list[Tree] = []
    columns: dict[str, int] = {}
    tables = tables_of(list(items))
    for table in tables:
        head = _head(table, spec)
        if head:
            columns, first = head
        elif columns and found and table.cols > max(columns.values()):
            first = 0
        else:
            continue
        found += _matters(table, first, columns)
    return found or _unheaded(tables) or numbered_lines(items) or listed_matters(listed)


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


def _matters(table: Table, first: int, columns: Mapping[str, int]) -> list[Tree]:
    return [row for n in range(first, table.rows) if (row := _matter(table, n, columns))]


def _matter(table: Table, number: int, columns: Mapping[str, int]) -> dict[str, Tree] | None:
    """The row as a matter; None for one without number or heading (a divider, "Övriga frågor")."""
    cells = {cell.col: printed([cell]) for cell in table.row(number)}
    texts = {key: cells.get(col, Printed("", ())) for key, col in columns.items()}
    nr, heading = texts.get("nr", Printed("", ())), texts["rubrik"]
    if nr.blank and (glued := NUMBERED.match(heading.text)):
        nr, heading = Printed(glued["nr"], heading.lines), Printed(glued["rest"] or "", heading.lines)
    elif (glued := NUMBERED.match(nr.text)) and glued["rest"] and heading.blank:
        heading, nr = Printed(glued["rest"], nr.lines), Printed(glued["nr"], nr.lines)
    told = NUMBERED.match(nr.text)
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


def _unheaded(tables: Sequence[Table]) -> list[Tree]:
    """The matters of tables without headings whose rows are counted; those of one list go on from table to table."""
    found: list[Tree] = []
    for table in tables:
        counted = {n: int(m["nr"]) for n in range(table.rows) if (c := table.at(n, 0)) and (m := NUMBERED.match(c.text)) and not m["rest"]}
        numbers = list(counted.values())
        if len(numbers) < _FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            continue
        found += _matters(table, 0, _columns(table, list(counted)))
    return found


def _columns(table: Table, rows: Sequence[int]) -> dict[str, int]:
    """Number and heading come first; who presents a matter is told from its papers by how names look."""
    told = [col for col in range(1, table.cols) if any((c := table.at(n, col)) and c.text.strip() for n in rows)]
    columns = {"nr": 0, "rubrik": told[0] if told else 1}
    for col in told[1:]:
        texts = [c.text for n in rows if (c := table.at(n, col)) and not _FILLED.match(c.text)]
        spoken = 2 * sum(map(looks_like_speaker, texts)) > len(texts)
        columns.setdefault("foredragande" if spoken else "handling", col)
    return columns
