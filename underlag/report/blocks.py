"""What a record is shown as: running texts, facts, lists and tables of cells, and how a value becomes a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from underlag.report.wording import in_words, one_line
from underlag.schemas.result import Part
from underlag.values.pointers import pointer_of, tokens

UNSURE_BELOW = 0.8
UNTOLD: Mapping[str, str] = {"undertecknad": "går inte att avgöra"}  # where null means that it can't be told


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell shows. `text` is None where the document does not say; `marks` tell how it was read where that is not plain;
    `blank` cells are such that nothing was asked for there.
    """

    text: str | None
    marks: tuple[str, ...] = ()
    numeric: bool = False
    blank: bool = False

    @property
    def short(self) -> bool:
        """Is it better kept on one line (a date)?"""
        return self.text is not None and len(self.text) <= len("2020-01-01")


BLANK = Value(None, blank=True)


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text by paragraph; without paragraphs it is missing in the document. `folded` text is shown when asked for."""

    paragraphs: tuple[str, ...]
    marks: tuple[str, ...] = ()
    folded: bool = False
    shape: str = field(default="prose", init=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """Short answers, each under its label."""

    rows: tuple[tuple[str, Value], ...]
    shape: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a list: what stands over it, the text by line, and notes under it."""

    heading: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Items in order."""

    entries: tuple[Entry, ...]
    shape: str = field(default="listing", init=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `kind`: "row", "head" (a heading over the rows that follow) or "sum"."""

    cells: tuple[Value, ...]
    kind: str = "row"


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; numbers stand to the right."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column names its rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    shape: str = field(default="table", init=False)


Block = Prose | Facts | Listing | Table


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a record. `key` is the first reference token of its values, empty for the short answers taken together;
    `keys` are all of them, and `pages` those they were read on.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    keys: tuple[str, ...]
    pages: tuple[int, ...]

    @property
    def anchor(self) -> str:
        """The section's address inside its document."""
        return self.key or "kort"


class Cells:
    """Turns the values of one part into cells that also say how they were read."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def value(self, value: object, path: Sequence[str]) -> Value:
        """The value at `path` as a cell."""
        pointer = pointer_of(path)
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        text = UNTOLD.get(path[-1]) if value is None else in_words(value, pointer)
        return Value(text, self.marks(pointer), numeric=number)

    def marks(self, pointer: str) -> tuple[str, ...]:
        """Why a reader should look twice at a leaf."""
        evidence = self._part.evidence.get(pointer)
        if evidence is None:
            return ()
        marks = ["osäkert läst"] if evidence.confidence < UNSURE_BELOW else []
        how = {"corrected": "rättat", "derived": "härlett"}.get(evidence.method)
        if how:
            marks.append(f"{how}: {one_line(evidence.note, 160)}" if evidence.note else how)
        return tuple(marks)

    def pages(self, keys: Sequence[str]) -> tuple[int, ...]:
        """The pages on which the values under the top-level `keys` were read."""
        tops = frozenset(keys)
        return tuple(sorted({at.page for p, e in self._part.evidence.items() if tokens(p)[:1] and tokens(p)[0] in tops for at in e.places}))
