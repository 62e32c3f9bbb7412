"""Reads one story of a Word file (its body, a header) into blocks: paragraphs, tables and pictures in the order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from underlag.extract.word_cell import Draft, cell_blocks, flow
from underlag.extract.word_line import text_lines
from underlag.extract.word_picture import picture_kind, settle_ink
from underlag.extract.word_run import Anchor, Change, Item, Note, RunReader, deleted_mark, fields_end, text_of
from underlag.extract.word_styles import Form, StyleSheet
from underlag.extract.word_table import Slot, grid, row_fate, unwrapped
from underlag.extract.word_xml import Node, W, remove
from underlag.schemas.page import Block, Cell, Line, Paragraph, Picture, Remark, Table, Trouble

MAX_DEPTH = 20
"""Deepest nesting of tables and text boxes that is read."""

_P, _TBL, _TR, _CHUNK, _BOX = W + "p", W + "tbl", W + "tr", W + "altChunk", W + "txbxContent"
_MAX_NOTE = 80
_CHANGES = {"ins": "Infogad text", "del": "Borttagen text", "move": "Flyttad text"}
_PLAIN = Form(bullet=False, level=0, heading=False, new_page=False)


@dataclass(slots=True)
class Story:
    """What a story holds. `sections`: for each page, the sections (from 0) that have something on it."""

    blocks: list[Block] = field(default_factory=list)
    sections: dict[int, set[int]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    """Gives paragraphs and tables their `where`; `fixed` is that of every paragraph in a cell or text box."""

    fixed: str | None = None
    prefix: str = ""
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    paragraphs: Iterator[int] = field(default_factory=lambda: count(1))

    def paragraph(self) -> str:
        return self.fixed or f"p{next(self.paragraphs)}"

    def table(self) -> str:
        return f"{self.prefix}t{next(self.tables)}"

    def text_box(self, where: str) -> _Place:
        return _Place(where, self.prefix, self.tables)


def read_story(
    root: Node, sheet: StyleSheet, notes: Mapping[tuple[str, str], str], signed: frozenset[str], breaks: tuple[bool, ...]
) -> Story:
    """The story below `root`. `notes`: texts by kind and id; `signed`: ids of signed signature lines; `breaks`: for each
    section, whether it begins on a new page.
    """
    walk = _Walk(RunReader(sheet, fields_end(root)), notes, signed, breaks)
    drafts = walk.blocks(root, _Place(), body=True)
    walk.story.blocks = settle_ink(flow(drafts), in_cell=False)
    return walk.story


@dataclass(slots=True)
class _Walk:
    """The state of a reading: the page, section and depth that it has come to."""

    runs: RunReader
    notes: Mapping[tuple[str, str], str]
    signed: frozenset[str]
    breaks: tuple[bool, ...]
    story: Story = field(default_factory=Story)
    page: int = 1
    section: int = 0
    depth: int = 0
    has_text: bool = False

    def blocks(self, node: Node, place: _Place, *, body: bool = False) -> list[Draft]:
        """What stands below `node`. A paragraph whose mark is deleted runs on into the next."""
        drafts: list[Draft] = []
        carried: list[Item] = []
        for child in unwrapped(node, (_P, _TBL, _CHUNK)):
            if child.tag == _P:
                properties = child.find(W + "pPr")
                style, form = self.runs.sheet.paragraph(properties)
                where = place.paragraph()
                carried += self.runs.read(child, style)
                if not deleted_mark(properties):
                    drafts += self._paragraph(carried, form, where, place)
                    carried = []
                if body and properties is not None and properties.find(W + "sectPr") is not None:
                    self._next_section()
                continue
            if carried:
                drafts += self._paragraph(carried, _PLAIN, place.paragraph(), place)
                carried = []
            if child.tag == _TBL:
                drafts += self._table(child, place)
            else:
                self._trouble("Ett inbäddat dokument i filen har inte lästs")
        return drafts + (self._paragraph(carried, _PLAIN, place.paragraph(), place) if carried else [])

    def _paragraph(self, items: list[Item], form: Form, where: str, place: _Place) -> list[Draft]:
        if form.new_page:
            self._turn()
        drafts: list[Draft] = []
        group: list[Paragraph] = []
        bullet = form.bullet
        for line in text_lines(items):
            if line.styled.text:
                self._fill(text=True)
                made = Line(line.styled.text, self.page, where=where, bold=line.styled.bold, italic=line.styled.italic)
                listed = bullet or line.bullet
                group.append(Paragraph((made,), listed, form.level or int(listed), form.heading))
                bullet = False
            if line.turns:
                drafts += [tuple(group)] if group else []
                group = []
                self._turn()
        drafts += [tuple(group)] if group else []
        self._remark_on(items, where)
        for item in items:
            if isinstance(item, Anchor):
                drafts += self._anchored(item.node, where, place)
        return drafts

    def _remark_on(self, items: list[Item], where: str) -> None:
        for item in items:
            if isinstance(item, Change) and item.text.strip():
                self._changed(_CHANGES[item.kind], item.text, where)
            elif isinstance(item, Note):
                text = self.notes.get((item.kind, item.id))
                if text:
                    self.story.remarks.append(Remark("footnote", text, self.page, where=where))
                elif text is None:
                    self._trouble("Texten till en fotnot saknas i filen")

    def _changed(self, what: str, text: str, where: str) -> None:
        text = " ".join(text.split())
        shown = text if len(text) <= _MAX_NOTE else f"{text[: _MAX_NOTE - 1].rstrip()}…"
        self.story.remarks.append(Remark("tracked_change", f"{what}: {shown}", self.page, where=where))

    def _anchored(self, node: Node, where: str, place: _Place) -> list[Draft]:
        if node.tag == _TBL:
            return self._table(node, place)
        boxes = _outermost(node)
        for box in boxes:
            remove(box)
        drafts: list[Draft] = []
        kind = picture_kind(node, self.signed)
        if kind:
            # A picture before the first text is a letterhead.
            ink = {"ink": True, "other": False, "image": None if self.has_text else False}[kind]
            drafts.append(Picture(self.page, where=where, ink=ink))
            self._fill()
        for box in boxes:
            if self._enter():
                drafts += self.blocks(box, place.text_box(where))
                self.depth -= 1
        return drafts

    def _table(self, node: Node, place: _Place) -> list[Draft]:
        if not self._enter():
            return []
        where = place.table()
        first = next(node.iter(_P), None)
        if first is not None and self.runs.sheet.paragraph(first.find(W + "pPr"))[1].new_page:
            self._turn()
        page = self.page
        slots, columns = grid(self._rows(node, where))
        cells = tuple(self._cell(slot, f"{where}r{slot.row + 1}c{slot.start + 1}") for slot in slots)
        self.depth -= 1
        if not cells:
            return []
        self._fill()
        return [Table(cells, max(c.row + c.row_span for c in cells), columns, page, where=where)]

    def _rows(self, node: Node, where: str) -> list[Node]:
        rows = []
        for row in unwrapped(node, (_TR,)):
            fate = row_fate(row)
            if fate == "del":
                self._changed("Borttagen tabellrad", text_of(row), where)
            elif fate != "hidden":
                rows.append(row)
        return rows

    def _cell(self, slot: Slot, where: str) -> Cell:
        page = self.page
        drafts = self.blocks(slot.node, _Place(where, where))
        blocks = settle_ink(cell_blocks(drafts), in_cell=True)
        return Cell(slot.row, slot.start, tuple(blocks), slot.row_span, slot.end - slot.start, page, where=where)

    def _next_section(self) -> None:
        self.section += 1
        if self.section < len(self.breaks) and self.breaks[self.section]:
            self._turn()

    def _turn(self) -> None:
        """A new page, unless nothing stands on this one yet."""
        if self.page in self.story.sections:
            self.page += 1

    def _fill(self, *, text: bool = False) -> None:
        self.story.sections.setdefault(self.page, set()).add(self.section)
        self.has_text = self.has_text or text

    def _enter(self) -> bool:
        if self.depth >= MAX_DEPTH:
            self._trouble("Tabeller eller textrutor ligger för djupt i varandra och har inte lästs")
            return False
        self.depth += 1
        return True

    def _trouble(self, what: str) -> None:
        trouble = Trouble(self.page, what)
        if trouble not in self.story.troubles:
            self.story.troubles.append(trouble)


def _outermost(node: Node) -> list[Node]:
    """The text boxes below `node` that lie in no other below it (`node` may itself lie in one)."""
    return [box for box in node.iter(_BOX) if next((a for a in box.iterancestors() if a.tag == _BOX or a is node), None) is node]
