"""How a line is set, for telling labels from text: bold, numbered, where in its cell it stands, or apart where type tells nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from underlag.extract.flow import Item
from underlag.extract.vocabulary import LONGEST, NUMBERING
from underlag.schemas.page import Cell, Paragraph, Table

Place = Literal["flow", "line", "over", "side", "top"]
"""Where a line stands: in running text or deep in a cell; alone on a line, where type tells nothing; right over a box of one cell; alone
at the left of a row; first in a box that holds its answer too.
"""
_LONGEST_LINE = 80


@dataclass(frozen=True, slots=True)
class Shape:
    """How a line is set: what makes the labels of one document look alike."""

    heading: bool
    bold: bool
    numbered: bool
    capitals: bool
    place: Place
    question: bool

    @property
    def distinct(self) -> bool:
        """Is it told from a subheading inside an answer, which is at most bold?"""
        return self.heading or self.numbered or self.capitals or self.place in ("side", "top")

    @property
    def marked(self) -> bool:
        """Is it set as labels are, by its type or its place, whatever it says?"""
        return self.bold or self.heading or self.numbered or self.question or self.place != "flow"

    @property
    def bare(self) -> bool:
        """Does nothing but perhaps a question mark tell it from running text?"""
        return not (self.bold or self.distinct or self.place != "flow")

    def like(self, other: Shape) -> bool:
        """Are the two set alike, whether or not they ask with a question mark (where more than that tells them)?"""
        return self == other if self.bare else replace(self, question=other.question) == other


def shape_of(item: Item, *, typography: bool = True, below: Item | None = None) -> Shape | None:
    """The item's shape, or None for what is too long to be a label. `typography`: does the reader see what is bold? `below`: the next."""
    p = item.paragraph
    if p is None or not p.text or len(p.text) > LONGEST:
        return None
    letters = [c for c in p.text if c.isalpha()]
    capitals = len(letters) > 3 and all(c.isupper() for c in letters)
    asks = "?" in p.text
    place = _place(p, item.table, item.cell)
    if place == "flow" and item.cell is None and below is not None and below.table is not None and len(below.table.cells) == 1:
        place = "over"
    elif place == "flow" and not typography and item.cell is None and _stands_alone(p):
        place = "line"
    return Shape(p.heading, p.bold, bool(NUMBERING.match(p.text)), capitals, place, asks)


def _stands_alone(p: Paragraph) -> bool:
    """Is the paragraph one short line that begins as a heading does and ends as no sentence does?"""
    short = len(p.lines) == 1 and len(p.text) <= _LONGEST_LINE and not p.bullet
    return short and p.text[:1].isupper() and not p.text.rstrip().endswith((".", ",", ";"))


def _place(p: Paragraph, table: Table | None, cell: Cell | None) -> Place:
    if table is None or cell is None or not cell.paragraphs or cell.paragraphs[0].lines[0].text.strip() != p.lines[0].text.strip():
        return "flow"
    if len(cell.paragraphs) > 1 or table.cols == 1:
        return "top"
    return "side" if cell.col == 0 else "flow"


def stands_apart(item: Item, *, typography: bool) -> bool:
    """Is the paragraph set apart from running text: bold, a heading, or alone on its line where type tells nothing?"""
    p = item.block
    if not isinstance(p, Paragraph):
        return False
    alone = item.cell is not None and len(item.cell.paragraphs) == 1 and item.table is not None and item.table.cols > 1
    opening = item.cell is not None and item.cell.paragraphs[:1] == (p,)
    bold = p.bold or p.heading or bool(p.lines[0].bold)
    plain = not typography and len(p.lines) == 1 and len(p.text) <= 60 and not p.bullet and not p.text.rstrip().endswith((".", ","))
    return bold or alone or (opening and not typography) or plain


def is_section_heading(shape: Shape | None, shapes: set[Shape]) -> bool:
    """Is it a heading set like the document's labels, and more than bold, though it asks nothing that the form knows?"""
    return shape is not None and shape.distinct and (shape.bold or shape.heading) and any(shape.like(s) for s in shapes)
