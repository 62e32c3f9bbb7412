"""Tables of declared columns that have come down as lines (raw OCR text): found by their headings, rows put together again.

Only the order of the values is left, so they are read in the order of the declaration, or of a heading line that names all.
Names that stand on several lines are put together with the help of the names in the paper's other tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from underlag.extract.column_cells import in_kronor
from underlag.extract.column_drafts import Segment, gather, row_of
from underlag.extract.column_fit import Fit, Slot, fit
from underlag.extract.column_tokens import CutLine, cut_line
from underlag.extract.flow import Item
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Column, Columns, Holds
from underlag.values.folding import fold

Row = dict[str, Tree]

_CAPTION = re.compile(r"^tabell \d{1,2}\b")
_MOST_HEAD_LINES = 14
_ENOUGH_HEADINGS = 0.6
_SHARED = 90
_FEWEST_ROWS = 2


class LineTables:
    """The lines of a paper outside its tables, and the tables of declared columns that they make up."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._lines: list[CutLine] = []
        for item in items:
            if item.table is None and (p := item.paragraph):
                self._lines += [cut_line(line, gap=n == 0) for n, line in enumerate(p.lines) if line.text.strip()]
        self._found: dict[Columns, list[Segment]] = {}

    def _segments(self, spec: Columns) -> list[Segment]:
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
            drafts = [
                d for d in gather(segment, spec, known) if d.fit is not None and d.is_named and d.fit.lacking * 2 <= len(segment.slots)
            ]
            if len(drafts) >= _FEWEST_ROWS:
                found = [row for d in drafts if (row := row_of(d, segment, spec)).get(spec.name.key) is not None]
                in_kronor(spec.columns, found, {c.key: segment.told for c in spec.columns})
                rows += found
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


def _segments(lines: Sequence[CutLine], spec: Columns) -> Iterator[Segment]:
    at = 0
    while at < len(lines):
        head = _head(lines, at, spec)
        if head is None:
            at += 1
            continue
        first, slots = head
        end = next((n for n in range(first, len(lines)) if _opens_another(lines[n], lines[at:first], spec)), len(lines))
        body = tuple(c for c in lines[first:end] if not _is_heading_again(c, lines[at:first]))
        yield Segment(" ".join(c.folded for c in lines[at:first]), body, slots)
        at = end


def _opens_another(cut: CutLine, head: Sequence[CutLine], spec: Columns) -> bool:
    """Does another table open here, with its caption or its heading line?"""
    named = any(re.search(p, cut.folded.split(" ")[0]) for p in spec.name.headings)
    heads = named and not cut.tokens and " " in cut.folded and not _is_heading_again(cut, head)
    return heads or bool(_CAPTION.match(cut.folded))


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
        rows = [slots * len(cut.tokens) if slots[0].holds is Holds.LIST else slots for slots in slots_tried]
        found = [(made.cost, n) for n, row in enumerate(rows) if (made := _row_in(cut, row)) is not None]
        if found:
            ordered = _in_told_order(rows[min(found)[1]], told, spec)
            return (first, ordered) if ordered and _is_told(told, spec, captioned=captioned) else None
    return None


def _row_in(cut: CutLine, slots: tuple[Slot, ...]) -> Fit | None:
    """The line's values in the columns, where it has them for most, and two answers at least where it is a list of them."""
    found = fit(cut.tokens, slots) if cut.tokens else None
    wanted = 2 if slots and slots[0].holds is Holds.LIST else 1
    if found is None or len(cut.tokens) < wanted or found.lacking * 3 > len(slots) or found.surplus > 1:
        return None
    return found


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
    """The order in which one heading line names the columns behind the rows' names, else as declared; empty where a line that
    does not name them all has them in another order than the declared one.
    """
    for folded in told:
        if not any(re.search(p, folded.split(" ")[0]) for p in spec.name.headings):
            continue
        places = [min((m.start() for c in s.columns for p in c.headings if (m := re.search(p, folded))), default=-1) for s in slots]
        found = [place for place in places if place >= 0]
        if len(set(found)) < len(found):
            continue
        if len(found) == len(slots):
            return tuple(slot for _, slot in sorted(zip(places, slots, strict=True), key=lambda pair: pair[0]))
        if found != sorted(found):
            return ()
    return slots
