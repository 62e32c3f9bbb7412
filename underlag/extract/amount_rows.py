"""Tables of a heading and amounts for several years: rows of amounts in column order, whatever the columns are called.

`amount_tables` finds them; the reading forms `amount rows`, `amount headings` and `fees` say what of them a record holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from underlag.extract.column_cells import printed
from underlag.extract.flow import Item, tables_of
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.page import Cell, Line, Table, join_lines, union
from underlag.values.amounts import parse_amount, split_amounts
from underlag.values.folding import fold

_YEAR = re.compile(r"^(?:19|20)\d\d$")
_UNIT = re.compile(r"^(?:belopp )?(?:i )?(?:tkr|tsk|kr|sek|kkr|ksek)$")
_MOST_HEAD_ROWS = 5
_TAIL = re.compile(r"(?P<name>.*?[^\W\d][^\d]*?)\s+(?P<amounts>[-–−]?\d[\d\s.\-–−]*)$")


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One row: its heading, what other columns of words say (by their heading), and the amounts in column order."""

    name: Leaf
    words: dict[str, Leaf]
    amounts: tuple[Leaf | None, ...]

    @property
    def empty(self) -> bool:
        return all(a is None for a in self.amounts)


@dataclass(frozen=True, slots=True)
class AmountTable:
    """The headings of the columns of amounts, and the rows."""

    headings: tuple[Leaf, ...]
    rows: tuple[AmountRow, ...]


def amount_tables(items: Sequence[Item]) -> list[AmountTable]:
    """The tables of amounts among the items; one that goes on over a page break is one."""
    found: list[AmountTable] = []
    for table in tables_of(list(items)):
        read = _read(table, found[-1].headings if found else ())
        if read is None:
            continue
        if found and not read.headings:
            found[-1] = AmountTable(found[-1].headings, found[-1].rows + read.rows)
        else:
            found.append(read)
    return found or _from_lines(items)


def _amount(cell: Cell | None) -> Leaf | None:
    if cell is None:
        return None
    seen = printed([cell])
    value = parse_amount(re.sub(r"^[−–](?=\s?\d)", "-", seen.text))
    return None if value is None else Leaf(value, seen.lines)


def _figures(table: Table, row: int) -> list[Cell]:
    """The cells of the row that hold an amount and no year."""
    return [c for c in table.row(row) if _amount(c) is not None and not _YEAR.match(c.text.strip())]


def _read(table: Table, before: tuple[Leaf, ...]) -> AmountTable | None:
    body = [n for n in range(table.rows) if _figures(table, n)]
    if len(body) < 2:
        return None
    cols = sorted({c.col for n in body for c in _figures(table, n) if c.col > 0})
    cols = [c for c in cols if sum(any(f.col == c for f in _figures(table, n)) for n in body) * 10 >= len(body)]
    head = min(body[0], _MOST_HEAD_ROWS)
    headings = _headings(table, cols, head)
    if len(headings) not in (0, len(cols)) or (not headings and len(before) != len(cols)) or not cols:
        return None
    rows = tuple(row for n in range(head, table.rows) if (row := _row(table, n, cols)))
    return AmountTable(headings, _renamed(table, rows, cols))


def _headings(table: Table, cols: Sequence[int], rows: int) -> tuple[Leaf, ...]:
    """What stands over each column; in a table without lines, the words that end no further right than its amounts do."""
    edges = [] if table.ruled else _right_edges(table, cols, rows)
    told = _words_over(table, cols[0], edges, rows) if edges else {n: _heading(table, c, rows) for n, c in enumerate(cols)}
    return tuple(heading for n in range(len(cols)) if (heading := told.get(n)) is not None)


def _right_edges(table: Table, cols: Sequence[int], first: int) -> list[float]:
    """Where the amounts of each column end, in points; empty where that is not known or not in order."""
    edges: list[float] = []
    for col in cols:
        cells = [c for n in range(first, table.rows) for c in table.row(n) if c.col == col and c.col_span == 1 and _amount(c) is not None]
        edges.append(max((line.box.x1 for c in cells for p in c.paragraphs for line in p.lines if line.box), default=0.0))
    return edges if 0.0 not in edges and all(a < b for a, b in pairwise(edges)) else []


def _words_over(table: Table, first: int, edges: Sequence[float], rows: int) -> dict[int, Leaf | None]:
    """The words of the heading rows, each given to the column whose amounts it stands over."""
    found: dict[int, list[Line]] = {}
    cells = (c for n in range(rows) for c in table.row(n) if c.col >= first or c.col + c.col_span > first > 0 < c.col)
    for line in sorted((line for c in cells for p in c.paragraphs for line in p.lines), key=lambda line: line.box.top if line.box else 0.0):
        for n, run in groupby(line.words, key=lambda word: min(bisect_left(edges, word.box.middle[0]), len(edges) - 1)):
            words = tuple(run)
            found.setdefault(n, []).append(
                replace(line, text=" ".join(w.text for w in words), box=union([w.box for w in words]), words=words)
            )
    return {n: Leaf(join_lines([line.text for line in lines]), tuple(lines)) for n, lines in found.items()}


def _heading(table: Table, col: int, rows: int) -> Leaf | None:
    """The words over a column, those of several rows joined."""
    told = [printed([c]) for n in range(rows) for c in table.row(n) if c.col <= col < c.col + c.col_span and (c.col > 0 or c.col_span == 1)]
    told = [t for t in told if t.text and not _UNIT.match(fold(t.text))]
    return Leaf(" ".join(t.text for t in told), tuple(line for t in told for line in t.lines)) if told else None


def _row(table: Table, number: int, cols: Sequence[int]) -> AmountRow | None:
    cells = {c.col: c for c in table.row(number)}
    told = {col: printed([c]) for col, c in cells.items() if col < cols[0] and c.text.strip()}
    if not told:
        return None
    first = min(told)
    words = {str(col): Leaf(seen.text, seen.lines) for col, seen in told.items() if col != first}
    return AmountRow(Leaf(told[first].text, told[first].lines), words, tuple(_amount(cells.get(c)) for c in cols))


def _renamed(table: Table, rows: Sequence[AmountRow], cols: Sequence[int]) -> tuple[AmountRow, ...]:
    """The rows with their words by the column's heading: the text of the first row without amounts that names the column."""
    names: dict[str, str] = {}
    for number in range(table.rows):
        if _figures(table, number):
            continue
        for cell in table.row(number):
            if 0 < cell.col < cols[0] and cell.text.strip():
                names.setdefault(str(cell.col), fold(cell.text))
    return tuple(AmountRow(r.name, {names.get(k, k): v for k, v in r.words.items()}, r.amounts) for r in rows)


def _from_lines(items: Sequence[Item]) -> list[AmountTable]:
    """Rows whose borders were lost: words and then amounts on one line, as many on most of them."""
    lines = [line for i in items if (p := i.paragraph) for line in p.lines]
    split = [(line, m, split_amounts(m["amounts"])) for line in lines if (m := _TAIL.match(line.text.strip()))]
    widths = [len(amounts) for _, _, amounts in split if len(amounts) > 1]
    if len(widths) < 3:
        return []
    width = max(set(widths), key=widths.count)
    rows = []
    for line, match, _ in split:
        amounts = split_amounts(match["amounts"], width)
        if len(amounts) == width:
            rows.append(
                AmountRow(
                    Leaf(match["name"].strip(), (line,), 0.7), {}, tuple(None if a is None else Leaf(a, (line,), 0.7) for a in amounts)
                )
            )
    headings = _headings_in_lines(lines, width)
    return [AmountTable(headings, tuple(rows))] if rows else []


def _headings_in_lines(lines: Sequence[Line], width: int) -> tuple[Leaf, ...]:
    """The years that stand over lines of amounts, with the words of the line before them."""
    for before, line in zip([None, *lines], lines, strict=False):
        years = re.findall(r"\b(?:19|20)\d\d\b", line.text)
        if len(years) != width:
            continue
        words = re.findall(r"[A-ZÅÄÖ][a-zåäö]+", line.text) or (re.findall(r"\w+", before.text) if before else [])
        used = (line,) if re.search(r"[A-ZÅÄÖ]", line.text) or before is None else (before, line)
        return tuple(
            Leaf(f"{w} {y}" if len(words) == width else y, used, 0.7)
            for w, y in zip(words if len(words) == width else years, years, strict=True)
        )
    return ()


def widest(items: Sequence[Item]) -> AmountTable | None:
    """The largest table of amounts."""
    return max(amount_tables(items), key=lambda t: len(t.rows), default=None)


def read_amount_headings(items: Sequence[Item]) -> list[Tree]:
    """What the columns of amounts are called."""
    table = widest(items)
    return list(table.headings) if table else []


def read_amount_rows(items: Sequence[Item], words: str, omitted: str) -> list[Tree]:
    """The rows with amounts; `words` tells the heading of the column of owners, `omitted` the rows that stand elsewhere."""
    table = widest(items)
    rows = [r for r in table.rows if not r.empty and not re.search(omitted, fold(str(r.name.value)))] if table else []
    return [{"rubrik": r.name, "insatsagare": _named(r, words), "belopp": list(r.amounts)} for r in rows]


def _named(row: AmountRow, words: str) -> Leaf | None:
    return next((leaf for heading, leaf in row.words.items() if re.search(words, heading)), None)


def read_amount_row(items: Sequence[Item], patterns: Sequence[str]) -> list[Tree]:
    """The amounts of the row whose heading meets a pattern, one a column."""
    table = widest(items)
    for row in table.rows if table else ():
        if any(re.search(p, fold(str(row.name.value))) for p in patterns) and not row.empty:
            return list(row.amounts)
    return []


def read_fees(items: Sequence[Item], change: str, total: str) -> dict[str, Tree]:
    """What members pay: `ar` the later of the two years in the headings, `foregaende_ar` the one before; a column that `change`
    tells is the change, unless it is in percent. Thousands become kronor.
    """
    for table in amount_tables(items):
        years = {
            n: int(m[0])
            for n, h in enumerate(table.headings)
            if (m := re.search(r"\b(?:19|20)\d\d\b", str(h.value))) and not _tells(h, change)
        }
        if not years:
            continue
        now = max(years, key=lambda n: (years[n], -n))
        before = next((n for n, y in years.items() if y == years[now] - 1), None)
        changed = next((n for n, h in enumerate(table.headings) if _tells(h, change) and "%" not in str(h.value)), None)
        keys = {"ar": now, "foregaende_ar": before, "forandring": changed}
        worth = _worth(items, table)
        rows = [
            (r, {key: _times(r.amounts[n], worth) if n is not None else None for key, n in keys.items()}) for r in table.rows if not r.empty
        ]
        members: list[Tree] = [{"medlem": r.name, **fees} for r, fees in rows if not re.search(total, fold(str(r.name.value)))]
        sums: dict[str, Tree] = next(({**fees} for r, fees in rows if re.search(total, fold(str(r.name.value)))), {})
        return {"ar": Leaf(years[now], table.headings[now].lines), "rader": members, "totalt": sums}
    return {}


def _tells(heading: Leaf, pattern: str) -> bool:
    return bool(re.search(pattern, fold(str(heading.value))))


def _worth(items: Sequence[Item], table: AmountTable) -> int:
    """1000 where the table or the line above says thousands and the amounts are as small."""
    said = any(re.search(r"\b(?:tkr|tsk|kkr|ksek|tusental)", fold(i.text)) for i in items if len(i.text) < 200)
    largest = max((abs(int(a.value or 0)) for r in table.rows for a in r.amounts if a), default=0)
    return 1000 if said and largest < 100_000 else 1


def _times(leaf: Leaf | None, worth: int) -> Leaf | None:
    return leaf if leaf is None or worth == 1 else Leaf(int(leaf.value or 0) * worth, leaf.lines, leaf.confidence, leaf.note)
