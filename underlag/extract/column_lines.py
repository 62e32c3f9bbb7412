"""Tables of declared columns that have come down as lines (raw OCR text): found by their headings, rows put together again.

Only the order of the values is left, so they are read in the order of the declaration, or of a heading line that names all.
Names that stand on several lines are put together with the help of the names in the paper's other tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from underlag.extract.column_cells import Printed, clean_name, read_cell, read_pair
from underlag.extract.column_fit import Fit, Slot, fit
from underlag.extract.column_tokens import CutLine, Sort, Token, cut_line
from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Column, Columns, Holds
from underlag.schemas.page import Line, join_lines
from underlag.values.folding import fold

Row = dict[str, Tree]

_CAPTION = re.compile(r"^tabell \d{1,2}\b")
_MOST_HEAD_LINES = 14
_PROSE_WORDS = 9
_ENOUGH_HEADINGS = 0.6
_SAME_NAME, _SURELY_SAME, _SHARED = 86, 93, 90
_OPEN_END = re.compile(r"(?:[,/–—-]|\b(?:och|med|i|till|av|för|and|the))$")
_GOES_ON = re.compile(r"^[a-zåäö(]")
_FEWEST_ROWS = 2
_CONFIDENCE = 0.85


@dataclass(slots=True)
class _Draft:
    """A row while its lines are gathered."""

    labels: list[tuple[str, Line]] = field(default_factory=list)
    groups: list[tuple[Token, ...]] = field(default_factory=list)
    wrapped: list[tuple[str, Line]] = field(default_factory=list)
    fit: Fit | None = None

    @property
    def label(self) -> str:
        return join_lines([text for text, _ in self.labels])

    @property
    def full(self) -> bool:
        return self.fit is not None and self.fit.lacking == 0


@dataclass(frozen=True, slots=True)
class _Segment:
    """The lines of one table behind its headings, and its printed columns in order."""

    lines: tuple[CutLine, ...]
    slots: tuple[Slot, ...]


class LineTables:
    """The lines of a paper outside its tables, and the tables of declared columns that they make up."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._lines: list[CutLine] = []
        for item in items:
            if item.table is None and (p := item.paragraph):
                self._lines += [cut_line(line, gap=n == 0) for n, line in enumerate(p.lines) if line.text.strip()]
        self._found: dict[Columns, list[_Segment]] = {}

    def _segments(self, spec: Columns) -> list[_Segment]:
        if spec not in self._found:
            self._found[spec] = list(_segments(self._lines, spec))
        return self._found[spec]

    def has(self, spec: Columns) -> bool:
        """Does a table of the kind open among the lines?"""
        return bool(self._segments(spec))

    def rows(self, spec: Columns, known: Sequence[str] = ()) -> list[Row]:
        """The rows of every table of the kind. `known`: names of rows in the paper's other tables."""
        rows: list[Row] = []
        for segment in self._segments(spec):
            drafts = [d for d in _gather(segment, spec, known) if d.fit is not None and d.label and d.fit.lacking * 2 <= len(segment.slots)]
            if len(drafts) >= _FEWEST_ROWS:
                rows += [row for d in drafts if (row := _row(d, segment, spec)).get(spec.name.key) is not None]
        return rows

    def names(self, specs: Sequence[Columns]) -> list[str]:
        """The folded names that more than one of the paper's tables give their rows; none that only begins another."""
        shared: list[str] = []
        for _ in range(2):  # what the first round puts together helps the second
            names: list[set[str]] = []
            for spec in specs:
                leaves = [row.get(spec.name.key) for row in self.rows(spec, shared)]
                names.append({fold(str(leaf.value)) for leaf in leaves if isinstance(leaf, Leaf)})
            found = {n for k, own in enumerate(names) for n in own if _is_shared(n, names[:k] + names[k + 1 :])}
            shared = sorted(n for n in found if not any(o.startswith(f"{n} ") for o in found))
        return shared


def _is_shared(name: str, others: Sequence[set[str]]) -> bool:
    return any(fuzz.ratio(name, other) >= _SHARED for own in others for other in own)


def _segments(lines: Sequence[CutLine], spec: Columns) -> Iterator[_Segment]:
    at = 0
    while at < len(lines):
        head = _head(lines, at, spec)
        if head is None:
            at += 1
            continue
        first, slots = head
        end = next((n for n in range(first, len(lines)) if _CAPTION.match(lines[n].folded)), len(lines))
        body = tuple(c for c in lines[first:end] if not _is_heading_again(c, lines[at:first]))
        yield _Segment(body, slots)
        at = end


def _is_heading_again(cut: CutLine, head: Sequence[CutLine]) -> bool:
    """Is the line a heading line that a page break repeats?"""
    return len(cut.folded) > 5 and any(fuzz.ratio(cut.folded, h.folded) >= 85 for h in head)


def _head(lines: Sequence[CutLine], at: int, spec: Columns) -> tuple[int, tuple[Slot, ...]] | None:
    """Where the rows begin and the columns in order, where a table of the kind opens at `at`."""
    captioned = bool(_CAPTION.match(lines[at].folded))
    if not captioned and not any(re.search(p, lines[at].folded.split(" ")[0]) for p in spec.name.headings):
        return None
    slots_tried = [_slots(spec, paired=True), _slots(spec, paired=False)]
    for first in range(at + 1, min(len(lines), at + _MOST_HEAD_LINES + 1)):
        cut = lines[first]
        if _CAPTION.match(cut.folded):
            return None
        told = [c.folded for c in lines[at:first]]
        for slots in slots_tried:
            row = slots * len(cut.tokens) if slots[0].holds is Holds.LIST else slots
            if _is_row(cut, row):
                return (first, _in_told_order(row, told, spec)) if _is_told(told, spec, captioned=captioned) else None
    return None


def _is_row(cut: CutLine, slots: tuple[Slot, ...]) -> bool:
    """Has the line values for most of the columns, two answers at least where it is a list of them?"""
    found = fit(cut.tokens, slots) if cut.tokens else None
    wanted = 2 if slots and slots[0].holds is Holds.LIST else 1
    return found is not None and len(cut.tokens) >= wanted and found.lacking * 3 <= len(slots) and found.surplus <= 1


def _slots(spec: Columns, *, paired: bool) -> tuple[Slot, ...]:
    """The printed columns in declared order; `paired`: counts that may share a column do."""
    slots: list[Slot] = []
    for column in (c for c in spec.columns if c.holds is not Holds.NAME):
        last = slots[-1].columns if slots else ()
        if paired and column.paired and last and last[-1].paired and column.holds is Holds.NUMBER is last[-1].holds:
            slots[-1] = Slot((*last, column))
        else:
            slots.append(Slot((column,)))
    return tuple(slots)


def _met(column: Column, texts: Sequence[str]) -> int:
    """How many of the column's expressions the heading lines, alone or together, meet."""
    return sum(any(re.search(pattern, text) for text in texts) for pattern in column.headings)


def _is_told(told: Sequence[str], spec: Columns, *, captioned: bool) -> bool:
    """Do the heading lines name the columns?"""
    texts = [*told, " ".join(told)]
    if any(c.required and not _met(c, texts) for c in spec.columns):
        return False
    values = [c for c in spec.columns if c.holds is not Holds.NAME]
    met = sum(_met(c, texts) >= (2 if c.holds is Holds.LIST else 1) for c in values) / len(values)
    bonus = 0.2 if captioned and any(re.search(p, told[0]) for p in spec.captions) else 0.0
    return met > 0 and met + bonus >= max(_ENOUGH_HEADINGS, min(0.75, (spec.least + 0.5) / len(values)))


def _in_told_order(slots: tuple[Slot, ...], told: Sequence[str], spec: Columns) -> tuple[Slot, ...]:
    """The order in which one heading line names all columns behind the rows' names, else as declared."""
    for folded in told:
        if not any(re.search(p, folded.split(" ")[0]) for p in spec.name.headings):
            continue
        places = [min((m.start() for c in s.columns for p in c.headings if (m := re.search(p, folded))), default=-1) for s in slots]
        if min(places) >= 0 and len(set(places)) == len(places):
            return tuple(slot for _, slot in sorted(zip(places, slots, strict=True), key=lambda pair: pair[0]))
    return slots


def _gather(segment: _Segment, spec: Columns, known: Sequence[str]) -> list[_Draft]:
    """The rows, each with all its lines, up to where running text begins."""
    rows: list[_Draft] = []
    waiting: list[tuple[str, Line]] = []
    for cut in (_without_strays(c, segment.slots) for c in segment.lines):
        if len(cut.label.split()) > _PROSE_WORDS or len(" ".join(t for t, _ in waiting).split()) > 2 * _PROSE_WORDS:
            break
        last = rows[-1] if rows else None
        if cut.tokens:
            if last is not None and not last.full and not waiting and _fills(last, cut, segment):
                _take(last, cut, segment.slots)
                continue
            rows.append(_Draft(labels=[] if cut.label and cut.gap else waiting))
            waiting = []
            _take(rows[-1], cut, segment.slots)
        elif last is None or waiting:
            waiting = [*([] if cut.gap and waiting and not _is_open(waiting[-1][0], cut.label) else waiting), (cut.label, cut.line)]
        elif not _add_to_row(last, cut, spec, known):
            waiting = [(cut.label, cut.line)]
        if rows and spec.totals and rows[-1].full and re.search(spec.totals, fold(rows[-1].label)):
            break
    return rows


def _without_strays(cut: CutLine, slots: Sequence[Slot]) -> CutLine:
    """The line; values that fit no column are words of it."""
    found = fit(cut.tokens, slots) if cut.tokens and cut.label else None
    if found is None or found.surplus < len(cut.tokens):
        return cut
    return CutLine(cut.line, cut.folded, " ".join([cut.label, *(t.text for t in cut.tokens)]), (), cut.gap)


def _is_open(label: str, after: str) -> bool:
    return bool(_OPEN_END.search(label) or _GOES_ON.match(after))


def _fills(row: _Draft, cut: CutLine, segment: _Segment) -> bool:
    """Do the line's values stand in columns that the row lacks?"""
    before = row.fit.lacking if row.fit else len(segment.slots)
    after = _fit_of([*row.groups, cut.tokens], segment.slots)
    return after is not None and after.lacking <= before - 1 and after.surplus == 0 and all(p.sound for p in after.pieces)


def _fit_of(groups: Sequence[tuple[Token, ...]], slots: Sequence[Slot]) -> Fit | None:
    """The cheapest fit of the lines' values, in the order of the lines or the other way round (a cell set higher)."""
    ways = [fit([t for g in order for t in g], slots) for order in (groups, tuple(reversed(groups)))]
    return min((w for w in ways if w is not None), key=lambda f: f.cost, default=None)


def _take(row: _Draft, cut: CutLine, slots: Sequence[Slot]) -> None:
    """Adds the line to the row; values too many at its left are part of the name."""
    tokens, label = cut.tokens, cut.label
    if label and len(tokens) > 1 and tokens[0].sort is Sort.DASH and not row.groups and _lacks(tokens, slots):
        tokens, label = tokens[1:], f"{label} {tokens[0].text}"
    row.groups.append(tokens)
    row.fit = _fit_of(row.groups, slots)
    if row.fit is not None and row.fit.surplus and len(row.groups) == 1:
        label = " ".join([label, *(t.text for t in tokens[: row.fit.surplus])]).strip()
    if label:
        row.labels.append((label, cut.line))


def _lacks(tokens: Sequence[Token], slots: Sequence[Slot]) -> bool:
    found = fit(tokens, slots)
    return found is None or found.lacking > 0


def _add_to_row(row: _Draft, cut: CutLine, spec: Columns, known: Sequence[str]) -> bool:
    """Takes a line without values as more of the row above: of its name, or of its last text. False where it opens the next."""
    part = _part_of_name(row.label, cut, known) if row.full else cut.label
    if part:
        row.labels.append((part, cut.line))
        return True
    if _GOES_ON.match(cut.label) and spec.columns[-1].holds is Holds.TEXT:
        row.wrapped.append((cut.label, cut.line))
        return True
    return False


def _part_of_name(name: str, cut: CutLine, known: Sequence[str]) -> str:
    """How much of the line goes on with the name: by the known names, else by how the first part ends and the second begins."""
    words = cut.label.split()
    whole, alone = fold(join_lines([name, cut.label])), fold(name)
    if any(len(k) >= len(whole) - 2 and fuzz.ratio(whole, k[: len(whole)]) >= _SAME_NAME for k in known):
        return cut.label
    if alone and any(fuzz.ratio(alone, k) >= _SURELY_SAME for k in known):
        return ""
    for size in range(len(words) - 1, 0, -1):
        part = " ".join(words[:size])
        if any(fuzz.ratio(fold(join_lines([name, part])), k) >= _SURELY_SAME for k in known):
            return part
    return cut.label if not name or _is_open(name, cut.label) or not cut.gap else ""


def _row(draft: _Draft, segment: _Segment, spec: Columns) -> Row:
    row: Row = {c.key: [] if c.holds is Holds.LIST else None for c in spec.columns}
    name = clean_name(draft.label)
    row[spec.name.key] = Leaf(name, tuple(line for _, line in draft.labels), _CONFIDENCE) if name else None
    pieces = draft.fit.pieces if draft.fit else ()
    for slot, piece in zip(segment.slots, pieces, strict=False):
        text = " ".join(t.text for t in piece.tokens).replace("° ", " ").rstrip("°,")
        cell = Printed(text if piece.sound else "", tuple(dict.fromkeys(t.line for t in piece.tokens)))
        if len(slot.columns) > 1:
            row |= {key: _doubted(leaf) for key, leaf in read_pair(slot.columns, cell, "").items()}
            continue
        column = slot.columns[0]
        leaf = _doubted(read_cell(column, cell, "%"))
        listed = row[column.key]
        if isinstance(listed, list):
            listed.append(leaf)
        else:
            row[column.key] = leaf
    _add_wrapped(row, draft, spec)
    return row


def _doubted(leaf: Leaf | None) -> Leaf | None:
    return Leaf(leaf.value, leaf.lines, _CONFIDENCE) if leaf else None


def _add_wrapped(row: Row, draft: _Draft, spec: Columns) -> None:
    """Puts the lines that go on with a text behind the last column's."""
    last = row.get(spec.columns[-1].key)
    if draft.wrapped and isinstance(last, Leaf):
        text = join_lines([str(last.value), *(t for t, _ in draft.wrapped)])
        row[spec.columns[-1].key] = Leaf(text, (*last.lines, *(line for _, line in draft.wrapped)), _CONFIDENCE)
