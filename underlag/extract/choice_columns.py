"""Tables that ask Ja or Nej in columns of their own: the cell with the cross becomes what a line of text would say.

"Ja" in the heading and "X" in the cell are together the line "Ja X", each with its own place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from underlag.extract.flow import Item, tables_of
from underlag.extract.turned_rows import continued
from underlag.schemas.page import EMPTY, MARKED, Cell, Line, Paragraph, Picture, Table
from underlag.values.folding import fold

_EMPTY = re.compile(r"[\s☐_.…\[\]()–-]*")
ONLY_CHOICE = re.compile(r"(?:(?:ja|nej)\b|[☒☐xX×✓_.…:\s]|[\[(][\s_]{0,9}[xX×✓]?[\s_]{0,9}[\])])+", re.IGNORECASE)
"""Ja, Nej and signs, and nothing else."""
_NUMBERED = re.compile(r"\d{1,2}\s*[.)]?")
_WIDEST = 7
"""Headings in the row; a table with more is no table of questions."""


@dataclass(frozen=True, slots=True)
class ChoiceColumns:
    """The headings Ja and Nej, one pair for each group of questions side by side, and the row that they stand in (-1 where the
    table goes on from an earlier page).
    """

    pairs: tuple[tuple[Cell, Cell], ...]
    row: int


def choice_columns(table: Table) -> ChoiceColumns | None:
    """The columns headed Ja and Nej, in one of the first rows."""
    for row in range(min(table.rows - 1, 3)):
        pairs = tuple(_pairs(table.row(row)))
        if pairs and len([c for c in table.row(row) if c.text.strip()]) < _WIDEST * len(pairs):
            offered = any(_said(table.row(below)) == {"ja", "nej"} for below in range(row + 1, table.rows))
            return None if offered and len(pairs) == 1 else ChoiceColumns(pairs, row)
    return None


def _pairs(cells: tuple[Cell, ...]) -> Iterator[tuple[Cell, Cell]]:
    """Each Ja of a heading row with the Nej next to it."""
    named = [c for c in cells if fold(c.text) in ("ja", "nej")]
    for first, second in zip(named[::2], named[1::2], strict=False):
        if fold(first.text) != fold(second.text):
            yield (first, second) if fold(first.text) == "ja" else (second, first)


def _said(cells: tuple[Cell, ...]) -> set[str]:
    """Which of the two words stand in cells of their own: where a row offers both, they head no columns."""
    return {word for c in cells if ONLY_CHOICE.fullmatch(c.text) for word in fold(c.text).split() if word in ("ja", "nej")}


def with_choices(items: list[Item]) -> list[Item]:
    """The stream with each row of such a table as question, choice and comment; headings and row numbers are left out."""
    found: dict[int, ChoiceColumns] = {}
    going_on = continued(items)
    for table in tables_of(items):
        columns = choice_columns(table)
        earlier = found.get(id(going_on.get(id(table))))
        if columns is None and earlier is not None:
            columns = replace(earlier, row=-1)
        if columns is not None:
            found[id(table)] = columns
    if not found:
        return items
    given: list[Item] = []
    rows: set[tuple[int, int]] = set()
    for item in items:
        columns = found.get(id(item.table))
        if columns is None or item.table is None or item.cell is None:
            given.append(item)
        elif item.cell.row > columns.row and (id(item.table), item.cell.row) not in rows:
            rows.add((id(item.table), item.cell.row))
            given += _row(item.table, item.cell.row, columns, items)
    return given


def with_whole_choices(items: list[Item]) -> list[Item]:
    """The stream with Ja, Nej and their signs as one item where cells of a row, or lines, of their own hold them."""
    given: list[Item] = []
    run: list[Item] = []
    for item in [*items, None]:
        if item is not None and ONLY_CHOICE.fullmatch(item.text) and item.paragraph and (not run or _beside(run[-1], item)):
            run.append(item)
            continue
        given += _whole(run)
        run = []
        if item is not None and ONLY_CHOICE.fullmatch(item.text) and item.paragraph:
            run = [item]
        elif item is not None:
            given.append(item)
    return given


def _beside(item: Item, other: Item) -> bool:
    if item.cell is None or other.cell is None:
        return item.cell is other.cell
    return item.table is other.table and item.cell.row == other.cell.row


def _whole(run: list[Item]) -> list[Item]:
    """The run as one item where it holds one Ja and one Nej, or the two boxes of such columns whose headings are lost."""
    if len(run) < 2:
        return run
    said = [word for item in run for word in fold(item.text).split() if word in ("ja", "nej")]
    boxes = "".join(item.text.strip() for item in run)
    if sorted(said) != ["ja", "nej"] and sorted(boxes) != sorted((MARKED, EMPTY)):
        return run
    lines = tuple(line for item in run if item.paragraph for line in item.paragraph.lines)
    return [replace(run[0], block=Paragraph(lines))]


def _row(table: Table, row: int, columns: ChoiceColumns, items: list[Item]) -> list[Item]:
    """One row's items, each question with its choice and what stands behind it."""
    mine = [i for i in items if i.table is table and i.cell is not None and i.cell.row == row]
    starts = [0, *(_question_left_of(mine, pair, before) for before, pair in pairwise(columns.pairs)), table.cols]
    given: list[Item] = []
    for pair, (start, end) in zip(columns.pairs, pairwise(starts), strict=True):
        group = [i for i in mine if i.cell is not None and start <= i.cell.col < end]
        if group and (len(columns.pairs) == 1 or any(i.text.strip() for i in group)):
            asked = _question(table, row, pair, group)
            given += asked if not start else [replace(i, table=None, cell=None) for i in asked]  # no comment on the first question
    return given


def _question_left_of(items: list[Item], pair: tuple[Cell, Cell], before: tuple[Cell, Cell]) -> int:
    """The column in which a further group of questions stands: that next to its Ja or Nej."""
    left, floor = min(c.col for c in pair), max(c.col for c in before)
    return max((i.cell.col for i in items if i.cell is not None and floor < i.cell.col < left), default=left)


def _question(table: Table, row: int, pair: tuple[Cell, Cell], mine: list[Item]) -> list[Item]:
    """What stands before the choice, the choice, what stands behind it."""
    sides = {cell.col: cell for cell in pair}
    others = [i for i in mine if i.cell is not None and i.cell.col not in sides]
    if len(others) > 1 and _NUMBERED.fullmatch(others[0].text.strip()):
        others = others[1:]
    before = [i for i in others if i.cell is not None and i.cell.col < min(sides)]
    behind = [i for i in others if i not in before]
    if not before:
        before, behind = behind[:1], behind[1:]
    marked = [(head, lines) for col, head in sides.items() if (lines := _marks(table.at(row, col), col, head)) is not None]
    if len(marked) != 1:
        unmarked = Line("Ja / Nej", table.page)
        return [*before, replace(before[0] if before else mine[0], block=Paragraph((unmarked,))), *behind] if before else mine
    head, lines = marked[0]
    named = tuple(line for p in head.paragraphs for line in p.lines)[:1]
    cell = table.at(row, head.col)
    return [*before, Item(Paragraph((*named, *lines)), table, cell), *behind]


def _marks(cell: Cell | None, col: int, head: Cell) -> tuple[Line, ...] | None:
    """The lines that mark the cell (a picture is a line of its own), or None where it is empty."""
    if cell is None or cell.col != col:
        return None
    pictures = [p for p in cell.pictures if p.ink is not False]
    text = cell.text.strip()
    if _EMPTY.fullmatch(text):
        return (_crossed(pictures[0], cell),) if pictures else None
    lines = tuple(line for p in cell.paragraphs for line in p.lines)
    if text.lower() in ("x", "×", "✓", "v", "1", "*") or MARKED in text:
        return (replace(lines[0], text=MARKED if len(lines[0].text.strip()) > 1 else lines[0].text.strip()),)
    return lines if fold(text) == fold(head.text) else None


def _crossed(picture: Picture, cell: Cell) -> Line:
    return Line(MARKED, picture.page, picture.box, picture.where or cell.where)
