"""Rows of a table that has come down as lines, put together: a name on several lines, values on one or more of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from underlag.extract.column_cells import Printed, clean_name, read_cell, read_pair
from underlag.extract.column_fit import Fit, Slot, fit
from underlag.extract.column_tokens import CutLine, Sort, Token
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Columns, Holds
from underlag.schemas.page import Line, join_lines
from underlag.values.folding import fold

Row = dict[str, Tree]

_PROSE_WORDS = 9
_LONGEST_NAME = 14
_SAME_NAME, _SURELY_SAME = 86, 93
_OPEN_END = re.compile(r"(?:[,/–—-]|\b(?:och|med|i|till|av|för|and|the))$")
_GOES_ON = re.compile(r"^[a-zåäö(]")
_CONFIDENCE = 0.85


@dataclass(slots=True)
class Draft:
    """A row while its lines are gathered."""

    labels: list[tuple[str, Line]] = field(default_factory=list)
    groups: list[tuple[Token, ...]] = field(default_factory=list)
    wrapped: list[tuple[str, Line]] = field(default_factory=list)
    fit: Fit | None = None

    @property
    def label(self) -> str:
        return join_lines([text for text, _ in self.labels])

    @property
    def is_named(self) -> bool:
        """Is its name as short as names are?"""
        return 0 < len(self.label.split()) <= _LONGEST_NAME

    @property
    def full(self) -> bool:
        return self.fit is not None and self.fit.lacking == 0


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines of one table behind its headings `told` (folded), and its printed columns in order."""

    told: str
    lines: tuple[CutLine, ...]
    slots: tuple[Slot, ...]


def gather(segment: Segment, spec: Columns, known: Sequence[str]) -> list[Draft]:
    """The rows, each with all its lines, up to where running text begins."""
    rows: list[Draft] = []
    waiting: list[tuple[str, Line]] = []
    lines = [_without_strays(c, segment.slots) for c in segment.lines]
    for cut, following in zip(lines, [*lines[1:], None], strict=True):
        if len(cut.label.split()) > _PROSE_WORDS or len(" ".join(t for t, _ in waiting).split()) > 2 * _PROSE_WORDS:
            break
        last = rows[-1] if rows else None
        if cut.tokens:
            if last is not None and not last.full and not waiting and _fills(last, cut, segment):
                _take(last, cut, segment.slots)
                continue
            rows.append(Draft(labels=[] if cut.label and cut.gap else waiting))
            waiting = []
            _take(rows[-1], cut, segment.slots)
        elif last is None or waiting:
            waiting = [*([] if cut.gap and waiting and not _is_open(waiting[-1][0], cut.label) else waiting), (cut.label, cut.line)]
        elif (last.full and _begins(cut, following)) or not _add_to_row(last, cut, spec, known):
            waiting = [(cut.label, cut.line)]
        if rows and spec.totals and rows[-1].full and re.search(spec.totals, fold(rows[-1].label)):
            break
    return rows


def _begins(cut: CutLine, following: CutLine | None) -> bool:
    """Does the name that begins here end on the next line, with its values behind it?"""
    goes_on = following is not None and bool(following.tokens) and bool(_GOES_ON.match(following.label))
    return goes_on and not _GOES_ON.match(cut.label)


def _without_strays(cut: CutLine, slots: Sequence[Slot]) -> CutLine:
    """The line; values that fit no column are words of it."""
    found = fit(cut.tokens, slots) if cut.tokens and cut.label else None
    if found is None or found.surplus < len(cut.tokens):
        return cut
    return CutLine(cut.line, cut.folded, " ".join([cut.label, *(t.text for t in cut.tokens)]), (), cut.gap)


def _is_open(label: str, after: str) -> bool:
    return bool(_OPEN_END.search(label) or _GOES_ON.match(after))


def _fills(row: Draft, cut: CutLine, segment: Segment) -> bool:
    """Do the line's values stand in columns that the row lacks?"""
    before = row.fit.lacking if row.fit else len(segment.slots)
    after = _fit_of([*row.groups, cut.tokens], segment.slots)
    return after is not None and after.lacking <= before - 1 and after.surplus == 0 and all(p.sound for p in after.pieces)


def _fit_of(groups: Sequence[tuple[Token, ...]], slots: Sequence[Slot]) -> Fit | None:
    """The cheapest fit of the lines' values, in the order of the lines or the other way round (a cell set higher)."""
    ways = [fit([t for g in order for t in g], slots) for order in (groups, tuple(reversed(groups)))]
    return min((w for w in ways if w is not None), key=lambda f: f.cost, default=None)


def _take(row: Draft, cut: CutLine, slots: Sequence[Slot]) -> None:
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


def _add_to_row(row: Draft, cut: CutLine, spec: Columns, known: Sequence[str]) -> bool:
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


def row_of(draft: Draft, segment: Segment, spec: Columns) -> Row:
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


def _add_wrapped(row: Row, draft: Draft, spec: Columns) -> None:
    """Puts the lines that go on with a text behind the last column's."""
    last = row.get(spec.columns[-1].key)
    if draft.wrapped and isinstance(last, Leaf):
        text = join_lines([str(last.value), *(t for t, _ in draft.wrapped)])
        row[spec.columns[-1].key] = Leaf(text, (*last.lines, *(line for _, line in draft.wrapped)), _CONFIDENCE)
