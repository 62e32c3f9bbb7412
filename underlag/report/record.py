"""A part's record as readable sections, in the record's own order: one walk serves every kind of document, and only goals and
the budget have a shape of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from underlag.report.account import ACCOUNT_KEYS, account_table
from underlag.report.blocks import Block, Cells, Column, Entry, Facts, Listing, Prose, Row, Section, Table, Value
from underlag.report.budget import Path, Record, budget_blocks, mapping, row_list
from underlag.report.wording import in_words, one_line, quantity
from underlag.schemas.result import Part
from underlag.schemas.words import VALUES, key_label
from underlag.values.pointers import pointer_of, step

LONG = 90  # characters; a longer text is set as running text
DEEPEST = 6

PROSE = frozenset(
    {
        "bakgrund", "bedomning", "behov_forandrat", "budgetutfall", "implementering", "implementering_diskussion", "jamstalldhet",
        "konsekvens_aterforda_medel", "lardomar", "lardomar_per_part", "mal_och_utfall", "malgrupp", "metoder", "overenskommelse", "syfte",
        "tillvaratagande", "uppfoljning",
    }
)  # fmt: skip
NAMES = frozenset({"insatsens_namn"})  # a fact, however long
FOLDED = frozenset({"overenskommelse"})  # long standing terms
NAMING = ("insats", "medlem")  # columns that tell what a row is about, wherever the record has them
SPREAD = frozenset({"belopp", "svar"})  # lists that have a column for each of their items
BUDGET_KEYS = frozenset({"loptid", "angiven_enhet", "detalj", "per_ar", "sammanstallning", "sammanstallning_summa"})


def sections(part: Part) -> tuple[Section, ...]:
    """The record of `part`, the short answers first."""
    cells = Cells(part)
    if part.type == "budget":
        keys = tuple(part.record)
        return (Section("", "Belopp och löptid", tuple(budget_blocks(part.record, (), cells)), keys, cells.pages(keys)),)
    account = ACCOUNT_KEYS if part.type == "ekonomisk_information" else ()
    short = tuple(key for key, value in part.record.items() if key not in account and _is_short(key, value))
    facts = tuple(row for key in short for row in _fact_rows(key, part.record[key], cells))
    made = [Section("", "I korthet", (Facts(facts),), short, cells.pages(short))] if facts else []
    if account:
        made.append(Section("rader", "Tabell", (account_table(part.record, cells),), account, cells.pages(account)))
    for key, value in part.record.items():
        if key not in short and key not in account:
            made.append(Section(key, key_label(key), tuple(_blocks(value, (key,), cells)), (key,), cells.pages((key,))))
    return tuple(made)


def _is_short(key: str, value: object) -> bool:
    if key in PROSE or (key == "budget" and value is None):
        return False
    if isinstance(value, Mapping):
        return bool(value) and all(_is_leaf(leaf) for leaf in value.values())
    return key in NAMES or _is_leaf(value)


def _is_leaf(value: object) -> bool:
    if isinstance(value, str):
        return "\n" not in value and len(value) <= LONG
    return value is None or isinstance(value, (bool, int, float))


def _fact_rows(key: str, value: object, cells: Cells) -> Iterator[tuple[str, Value]]:
    for inner, leaf in mapping(value).items():
        yield f"{key_label(key)}, {key_label(str(inner)).lower()}", cells.value(leaf, (key, str(inner)))
    if not isinstance(value, Mapping):
        yield key_label(key), cells.value(value, (key,))


def _blocks(value: object, path: Path, cells: Cells) -> Iterator[Block]:
    """The value at `path` as blocks."""
    rows = row_list(value)
    if path[-1] == "mal" and any("text" in row for row in rows):
        yield _goals(rows, path, cells)
    elif isinstance(value, Mapping) and "detalj" in value:
        yield from budget_blocks(value, path, cells)
    elif isinstance(value, Mapping) and value and len(path) < DEEPEST:
        yield from _mapping_blocks(value, path, cells)
    elif any(row_list(inner) for row in rows for inner in row.values()) and len(path) < DEEPEST:
        yield from _nested(rows, path, cells)
    elif rows:
        yield _table(rows, path, cells)
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        yield Listing(tuple(_entry(item, (*path, str(n)), cells) for n, item in enumerate(value)))
    else:
        text = in_words(value, pointer_of(path))
        yield Prose(_lines(text), cells.marks(pointer_of(path)), folded=path[-1] in FOLDED and text is not None)


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line for line in (text or "").split("\n") if line.strip())


def _mapping_blocks(value: Record, path: Path, cells: Cells) -> Iterator[Block]:
    """An object: its short answers as facts, then the rest, one by one."""
    leaves = [key for key, leaf in value.items() if _is_leaf(leaf) or _is_plain_list(leaf)]
    if leaves:
        yield Facts(tuple((key_label(key), cells.value(value[key], (*path, key))) for key in leaves))
    for key, inner in value.items():
        if key not in leaves:
            yield from _blocks(inner, (*path, key), cells)


def _is_plain_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and all(_is_leaf(item) for item in value)


def _goals(goals: Sequence[Record], path: Path, cells: Cells) -> Listing:
    return Listing(tuple(_goal(goal, (*path, str(n)), cells) for n, goal in enumerate(goals)))


def _goal(goal: Record, path: Path, cells: Cells) -> Entry:
    """A goal with its level above it, and its numbers and outcome below."""
    level, done = goal.get("niva"), goal.get("uppfyllt")
    notes = [f"Mätetal: {quantity(q)}" for q in row_list(goal.get("kvantiteter"))]
    if isinstance(outcome := goal.get("utfall"), str):
        notes.append(f"Utfall: {one_line(outcome)}")
    if isinstance(done, str):
        notes.append(f"Uppfyllt: {VALUES.get(('uppfyllt', done), done)}")
    heading = VALUES.get(("niva", level), level) if isinstance(level, str) else ""
    return Entry(heading, _lines(in_words(goal.get("text"))), tuple(notes), cells.marks(pointer_of((*path, "text"))))


def _entry(item: object, path: Path, cells: Cells) -> Entry:
    return Entry("", _lines(in_words(item, pointer_of(path))), (), cells.marks(pointer_of(path)))


def _table(rows: Sequence[Record], path: Path, cells: Cells) -> Table:
    """Rows of one shape; what is spread in a cell (amounts by year, answers in order) becomes columns of its own."""
    keys = sorted(dict.fromkeys(at for row in rows for at in _columns(row)), key=lambda at: at[0] not in NAMING)
    kinds = tuple("sum" if row.get("summa") is True else "row" for row in rows)
    made = tuple(Row(tuple(cells.value(_leaf(row, at), (*path, str(n), *at)) for at in keys), kinds[n]) for n, row in enumerate(rows))
    columns = tuple(Column(_column_label(at), _all_numbers(made, i)) for i, at in enumerate(keys))
    return Table(key_label(path[-1]), columns, made)


def _leaf(row: object, at: Path) -> object:
    return reduce(step, at, row)


def _columns(row: Record) -> Iterator[Path]:
    """The paths of a row's cells; whether it is a sum is told by how it is set, not by a cell."""
    for key, value in row.items():
        if inner := mapping(value):
            yield from ((key, str(name)) for name in inner)
        elif key in SPREAD and isinstance(value, Sequence):
            yield from ((key, str(n)) for n in range(len(value)))
        elif not isinstance(value, bool) or key != "summa":
            yield (key,)


def _column_label(at: Path) -> str:
    """Amounts are headed by what they are split by, answers by their number; anything else by both words."""
    if at[0] in SPREAD and len(at) > 1:
        return f"{key_label(at[0])} {int(at[1]) + 1}" if at[0] == "svar" else one_line(at[1])
    return ", ".join(key_label(key) for key in at)


def _nested(rows: Sequence[Record], path: Path, cells: Cells) -> Iterator[Block]:
    """Rows that hold rows of their own (the notes of an annual report): one after the other."""
    for n, row in enumerate(rows):
        yield from _mapping_blocks(row, (*path, str(n)), cells)


def _all_numbers(rows: Sequence[Row], column: int) -> bool:
    given = [row.cells[column] for row in rows if row.cells[column].text is not None]
    return bool(given) and all(cell.numeric for cell in given)
