"""The descriptions of insatser in an annual report: one after another, each under the same small labels.

A label may head a column (`Mål individ | Utfall individ`), stand left of its answer, above it, or before it on its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from underlag.extract.account_rows import part_of, spaced
from underlag.extract.description_tables import described_rows, is_table_of_figures
from underlag.extract.flow import Item, tables_of
from underlag.extract.sublabels import kind_of
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.arsredovisning import DESCRIPTION
from underlag.schemas.form import Form, Reading
from underlag.schemas.page import Line, Paragraph, Table, join_lines
from underlag.values.folding import fold

KINDS = ("samverkansparter", "malgrupp", "mal", "utfall", "insatsperiod")
_MANY = ("mal", "utfall")
_DASH = re.compile(r"^[\s\-–—_.•«*]*$")
_ENDED = re.compile(r"[.!?:]$")
_GLYPHS = re.compile(r"^(?:[«»•·*◦]|[-–](?=\s))\s*")
_NAMED = re.compile(
    r"^(?:\d{1,2}(?:(?:\.\d{1,2})+\.?|[.)])\s+(?=[^\W\d]))?(?:(?:insats(?:ens namn)?|projekt(?:ets namn)?|namn)\s*:\s*)?", re.IGNORECASE
)
"""What may stand before a name: the number of a chapter, and what it is the name of."""
_QUALIFIED = re.compile(
    r"(mal|utfall)(?: (?!(?:ska|skall|var|ar|har|budget|per|och|kr|tkr|mkr)\b)\w+){1,3}(?<! av)(?<! for)(?<! i)(?<! pa)"
)
"""A label that says which goals or outcomes ("Mål arbetsgivare", "Utfall 2016"), folded."""
_LONGEST_NAME = 90
_EDGE = 12.0


@dataclass(frozen=True, slots=True)
class Bit:
    """A label or a piece of answer. `table` and `row` say which row of what it stands in, `col` its column from the left."""

    text: str
    lines: tuple[Line, ...]
    table: Table | None = None
    row: int | Line | None = None
    col: int = 0
    kind: str | None = None
    heads: bool = False
    bullet: bool = False

    @property
    def beside(self) -> bool:
        """Does it stand right of something in a table: an answer to a label that is not known?"""
        return self.table is not None and self.col > 0

    @property
    def nameable(self) -> bool:
        """May it be the name of an insats: short, no list item, no sentence?"""
        return len(self.text) <= _LONGEST_NAME and not self.bullet and not self.text.rstrip().endswith((".", ",", ";"))


@dataclass(slots=True)
class Block:
    """One description: its name and the answers by kind, each a list of bits in reading order."""

    name: Bit | None
    lead: str
    answers: dict[str, list[Bit]] = field(default_factory=dict)


@dataclass(slots=True)
class Reader:
    """The reading as it stands: the description that is open, the labels in force, and the bit before."""

    closers: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)
    block: Block | None = None
    labels: list[Bit] = field(default_factory=list)
    owner: str | None = None
    before: Bit | None = None
    heading: Bit | None = None

    def take(self, bit: Bit) -> None:
        """Takes the next bit of the document."""
        if bit.kind is not None:
            self._label(bit, bit.kind)
        elif self._ends(bit):
            self.block, self.labels, self.owner = None, [], None
        elif bit.heads:
            self.labels, self.owner = [], None
        elif self.labels and self.block is not None:
            for part in _by_column(bit, self.labels):
                self.owner = self._owner(part)
                if self.owner in KINDS or self.owner == "namn":
                    _append(self.block.answers.setdefault(self.owner, []), part)
        self.before = bit
        self.heading = bit if bit.heads and bit.kind is None else self.heading

    def _label(self, bit: Bit, kind: str) -> None:
        if kind != "annat" and self._starts(kind):
            self._open(kind)
        same_row = bool(self.labels) and bit.row is not None and self.labels[-1].row is bit.row and self.labels[-1].table is bit.table
        self.labels = [*self.labels, bit] if same_row else [bit]
        if self.block is not None and kind in KINDS:
            self.block.answers.setdefault(kind, [])

    def _starts(self, kind: str) -> bool:
        """Does a label of this kind begin the next description?"""
        block = self.block
        if block is None or kind == "namn":
            return block is None or bool(block.answers)
        if kind not in block.answers:
            return False
        if kind not in _MANY:
            return True
        return kind == block.lead and "utfall" in block.answers and self.before is not None and self.before.heads

    def _open(self, kind: str) -> None:
        """Begins a description; the bit before its first label is its name, and no answer to the one before."""
        before = self.heading if self.before is not None and self.before.beside else self.before
        name = before if before is not None and before.kind is None and before.nameable else None
        if name is not None and self.block is not None and self.owner is not None:
            given = self.block.answers.get(self.owner, [])
            if given and given[-1].lines[-1:] == name.lines[-1:]:
                given.pop()
        self.block = Block(name, kind)
        self.blocks.append(self.block)

    def _ends(self, bit: Bit) -> bool:
        """Does the bit belong to no description: the accounts begin, or a period is followed by something that names no time?"""
        folded = fold(bit.text)
        if bit.table is None and any(folded == c or folded.startswith(f"{c} ") for c in self.closers):
            return True
        given = self.block.answers.get("insatsperiod", []) if self.block is not None and self.owner == "insatsperiod" else []
        return bool(given) and bit.table is None and not bit.nameable and not any(c.isdigit() for c in bit.text)

    def _owner(self, bit: Bit) -> str | None:
        """Whose answer the bit is: of the label above its column, left of it in its row, or the only one in force."""
        if len(self.labels) == 1:
            return self.labels[0].kind
        last = self.labels[-1]
        if bit.row is not None:
            left = [label for label in self.labels if label.col <= bit.col]
            return (left or self.labels)[-1 if left else 0].kind
        if isinstance(last.row, Line) or bit.lines[0].box is None:
            return self.owner or last.kind
        x = bit.lines[0].box.x0
        over = [label for label in self.labels if (box := label.lines[0].box) is not None and box.x0 - _EDGE <= x]
        return (over or self.labels)[-1 if over else 0].kind


def _by_column(bit: Bit, labels: list[Bit]) -> list[Bit]:
    """The bit parted where printed labels stand side by side above it: the words under each label, a bit a column."""
    starts = [box.x0 - _EDGE / 2 for label in labels if isinstance(label.row, Line) and (box := label.lines[0].box)]
    if bit.table is not None or len(starts) != len(labels) or len(starts) < 2 or not all(line.words for line in bit.lines):
        return [bit]
    parts: list[Bit] = []
    for k, (left, right) in enumerate(zip([-1e6, *starts[1:]], [*starts[1:], 1e6], strict=True)):
        lines = [part_of(line, words) for line in bit.lines if (words := [w for w in line.words if left <= w.box.x0 < right])]
        if lines:
            parts.append(replace(bit, text=join_lines([line.text for line in lines]), lines=tuple(lines), row=labels[k].row, col=k))
    return parts


def _append(given: list[Bit], bit: Bit) -> None:
    """Adds a bit to an answer; a sentence that a page break divides is one again."""
    if _DASH.match(bit.text):
        return
    last = given[-1] if given else None
    over_page = last is not None and last.lines[-1].page != bit.lines[0].page
    rest_of_line = last is not None and isinstance(last.row, Line) and bit.row is None
    if last is not None and (over_page or rest_of_line) and bit.text[:1].islower() and not _ENDED.search(last.text):
        given[-1] = replace(last, text=join_lines([last.text, bit.text]), lines=(*last.lines, *bit.lines))
    else:
        given.append(bit)


def _bits(items: list[Item], closers: tuple[str, ...]) -> Iterator[Bit]:
    for item in items:
        p = item.paragraph
        if p is None or not p.text.strip():
            continue
        for piece in _pieces(p, closers):
            yield from _divided(piece, item)


def _pieces(p: Paragraph, closers: tuple[str, ...]) -> Iterator[Paragraph]:
    """The paragraph cut where a line is a label, has columns, or begins the accounts."""
    start = 0
    for k, line in enumerate(p.lines):
        folded = fold(line.text)
        alone = "\t" in line.text or _labels_apart(line) or _label(line.text) is not None or any(folded.startswith(c) for c in closers)
        if alone and len(p.lines) > 1:
            if k > start:
                yield replace(p, lines=p.lines[start:k])
            yield replace(p, lines=(line,))
            start = k + 1
    if start < len(p.lines):
        yield replace(p, lines=p.lines[start:])


def _labels_apart(line: Line) -> bool:
    """Is the line labels side by side and nothing else?"""
    runs = spaced(line) if len(line.text) < _LONGEST_NAME else []
    return len(runs) > 1 and all(_label(run.text) for run in runs)


def _label(text: str) -> str | None:
    """Which of the labels the whole text is; a label begins with a capital, what wraps from the line above seldom does."""
    if len(text) >= _LONGEST_NAME or not text.lstrip(" •*-–")[:1].isupper():
        return None
    known = kind_of(text, DESCRIPTION)
    qualified = _QUALIFIED.fullmatch(fold(text)) if known is None and text.rstrip()[-1:] not in (".", ",", ";") else None
    return qualified[1] if qualified else known


def _divided(p: Paragraph, item: Item) -> Iterator[Bit]:
    """The paragraph as bits: its tab stops apart, and a label apart from the answer on its line."""
    line = p.lines[0]
    if len(p.lines) == 1 and "\t" in line.text:
        for col, text in enumerate(line.text.split("\t")):
            if text.strip():
                yield Bit(text.strip(), (line,), None, line, col, _label(text))
        return
    if len(p.lines) == 1 and item.cell is None and _labels_apart(line):
        for col, run in enumerate(spaced(line)):
            yield Bit(run.text, run.lines, None, line, col, _label(run.text))
        return
    cell = item.cell
    row = cell.row if cell is not None else None
    col = cell.col if cell is not None else 0
    heads = p.heading or (p.bold and cell is None)
    bit = Bit(_GLYPHS.sub("", p.text.strip()), p.lines, item.table, row, col, _label(p.text), heads, p.bullet)
    head, mark, rest = bit.text.partition(":")
    kind = _label(head) if mark and bit.kind is None and rest.strip() else None
    if kind is None or len(rest.split()) < 1 or p.bullet:
        yield bit
        return
    yield replace(bit, text=head, lines=p.lines[:1], kind=kind)
    yield replace(bit, text=rest.strip(), kind=None, heads=False)


def read_descriptions(items: list[Item], form: Form) -> list[Tree]:
    """Every description that answers at least two of the labels."""
    kinds = (Reading.STATEMENT, Reading.NOTES)
    closers = tuple(fold(w) for f in form.fields if f.reading in kinds for w in (*f.labels, *f.weak) if len(w) > 5)
    tables = tables_of(items)
    rows = [row for table in tables for row in described_rows(table, _label)]
    aside = [t for t in tables if is_table_of_figures(t, _label) or described_rows(t, _label)]
    reader = Reader(closers)
    for bit in _bits([i for i in items if i.table is None or all(i.table is not t for t in aside)], closers):
        reader.take(bit)
    told = [b for b in reader.blocks if sum(bool(b.answers.get(k)) for k in KINDS) >= 2]
    return [*map(_tree, told), *({key: row.get(key) for key in ("namn", *KINDS)} for row in rows)]


def _tree(block: Block) -> Tree:
    given = block.answers.get("namn") or ([block.name] if block.name else [])
    name: Tree = Leaf(_NAMED.sub("", given[0].text), given[0].lines) if given else None
    answers: dict[str, Tree] = {kind: _leaf(block.answers.get(kind, [])) for kind in KINDS}
    return {"namn": name, **answers}


def _leaf(bits: list[Bit]) -> Leaf | None:
    if not bits:
        return None
    lines = tuple(dict.fromkeys(line for bit in bits for line in bit.lines))
    return Leaf("\n".join(bit.text for bit in bits), lines)
