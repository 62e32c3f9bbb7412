"""The inside of a Word paragraph: its runs, fields, notes, tracked changes and anchored things, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from underlag.extract.word_glyphs import readable, symbol
from underlag.extract.word_styles import Face, Style, StyleSheet
from underlag.extract.word_table import WRAPPERS
from underlag.extract.word_xml import MC, M, Node, W, child_value, elements, switch, value, whole_number
from underlag.schemas.page import EMPTY, MARKED


@dataclass(frozen=True, slots=True)
class Piece:
    """Text set in one way; `looks` as in `word_styles`."""

    text: str
    looks: int


@dataclass(frozen=True, slots=True)
class Break:
    """A soft line break (`line`, also for columns) or a page break inside a paragraph."""

    kind: Literal["line", "page"]


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a footnote or endnote."""

    kind: Literal["footnote", "endnote"]
    id: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something that hangs in the paragraph: a drawing, an old-style picture, an embedded object, or (misplaced) a table."""

    node: Node


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change, with the text it put in or took out."""

    kind: Literal["ins", "del", "move"]
    text: str


Item = Piece | Break | Note | Anchor | Change

_GROUPS = WRAPPERS | {W + n for n in ("hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase")} | {M + "oMath", M + "oMathPara"}
_ANCHORS = frozenset(W + n for n in ("drawing", "pict", "object", "tbl", "contentPart"))
_INSERTED: dict[str, Literal["ins", "move"]] = {W + "ins": "ins", W + "moveTo": "move"}
_LONG = 500
"""Characters of a tracked change after which nobody reads on."""
_PARAGRAPH, _RUN = W + "p", W + "r"


def deleted_mark(properties: Node | None) -> bool:
    """Is the paragraph's own mark deleted, so that its text runs on into the next paragraph?"""
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def text_of(node: Node) -> str:
    """All typed text in the paragraphs below `node`, deleted text too, with spaces made plain."""
    return " ".join(" ".join(_raw_text(paragraph) for paragraph in node.iter(_PARAGRAPH)).split())


def _raw_text(node: Node) -> str:
    return readable("".join(t.text or "" for t in node.iter(W + "t", W + "delText")))


@dataclass(slots=True)
class _Field:
    """An open field: its code is not text, its result is, unless `silent` (a form box, already written out)."""

    in_result: bool = False
    silent: bool = False


@dataclass(slots=True)
class RunReader:
    """Reads paragraphs one after the other; fields may run over several. `fields_end`: does every field that begins also end?"""

    sheet: StyleSheet
    fields_end: bool = True
    _open: list[_Field] = field(default_factory=list)
    _items: list[Item] = field(default_factory=list)

    def read(self, paragraph: Node, style: Style) -> list[Item]:
        """The paragraph's content in order."""
        self._items = []
        self._walk(paragraph, style)
        return self._items

    def _walk(self, node: Node, style: Style) -> None:
        for child in elements(node):
            tag = child.tag
            if tag == _RUN:
                self._run(child, style)
            elif tag in _INSERTED:
                self._inserted(child, style)
            elif tag == W + "del":
                self._change("del", _raw_text(child), len(self._items))
            elif tag in _GROUPS or tag == _PARAGRAPH:
                self._walk(child, style)
            elif tag in _ANCHORS:
                self._items.append(Anchor(child))
            elif tag.startswith(M):
                self._formula(child)

    def _inserted(self, node: Node, style: Style) -> None:
        start = len(self._items)
        self._walk(node, style)
        text = "".join(item.text for item in self._items[start:] if isinstance(item, Piece))
        self._change(_INSERTED[node.tag], text, start)

    def _change(self, kind: Literal["ins", "del", "move"], text: str, start: int) -> None:
        """Word splits one change into many (by author, minute, spelling); those that touch become one again."""
        before = self._items[start - 1] if start else None
        if isinstance(before, Change) and before.kind == kind:
            text = before.text + text if len(before.text) < _LONG else before.text
            del self._items[start - 1]
        if text:
            self._items.append(Change(kind, text))

    def _formula(self, node: Node) -> None:
        text = "".join(t.text or "" for t in node.iter(M + "t"))
        self._put(readable(text), 0)

    def _run(self, run: Node, style: Style) -> None:
        face = self.sheet.looks(run.find(W + "rPr"), style)
        if face.hidden:
            for char in run.iterchildren(W + "fldChar"):
                self._field(char, face)
            return
        self._content(run, face)

    def _content(self, node: Node, face: Face) -> None:
        for child in elements(node):
            name = child.tag[len(W) :] if child.tag.startswith(W) else ""
            if name == "t":
                self._put(readable(child.text or "", face.font or ""), face.looks)
            elif name in ("tab", "ptab"):
                self._put("\t", face.looks)
            elif name in ("br", "cr"):
                self._put_break(child)
            elif name == "noBreakHyphen":
                self._put("-", face.looks)
            elif name == "sym":
                self._put(symbol(_hexadecimal(value(child, "char")), value(child, "font") or ""), face.looks)
            elif name == "fldChar":
                self._field(child, face)
            elif name in ("footnoteReference", "endnoteReference"):
                self._items.append(Note("footnote" if name == "footnoteReference" else "endnote", value(child, "id") or ""))
            elif name == "ruby":
                self._walk(child, Style(face=face))
            else:
                self._foreign(child, face)

    def _foreign(self, child: Node, face: Face) -> None:
        if child.tag in _ANCHORS:
            self._items.append(Anchor(child))
        elif child.tag.startswith(MC):
            self._content(child, face)
        elif child.tag.endswith("}symEx"):
            code = _hexadecimal(next((str(v) for k, v in child.attrib.items() if str(k).endswith("}char")), None))
            self._put(readable(chr(code)) if code < 0x110000 else "", face.looks)

    def _put(self, text: str, looks: int) -> None:
        if text and self._visible():
            self._items.append(Piece(text, looks))

    def _put_break(self, node: Node) -> None:
        if self._visible():
            self._items.append(Break("page" if value(node, "type") == "page" else "line"))

    def _visible(self) -> bool:
        return not self._open or not self.fields_end or all(f.in_result and not f.silent for f in self._open)

    def _field(self, node: Node, face: Face) -> None:
        kind = value(node, "fldCharType")
        if kind == "begin":
            shown = _form_field(node.find(W + "ffData"))
            if shown is not None:
                self._put(shown, face.looks)
            self._open.append(_Field(silent=shown is not None))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            self._open.pop()


def _form_field(data: Node | None) -> str | None:
    """What a box or a list of an old-style form shows; None for a text field, whose result says it."""
    box = data.find(W + "checkBox") if data is not None else None
    if box is not None:
        checked = box.find(W + "checked")
        return MARKED if switch(checked if checked is not None else box.find(W + "default")) else EMPTY
    entries = data.find(W + "ddList") if data is not None else None
    if entries is None:
        return None
    texts = [value(entry) or "" for entry in entries.iterchildren(W + "listEntry")]
    chosen = whole_number(child_value(entries, "result") or child_value(entries, "default"))
    return readable(texts[chosen]) if 0 <= chosen < len(texts) else ""


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return 0


def fields_end(root: Node) -> bool:
    """Does every field that begins also end? If not, what stands before a result can't be told from text, and all is kept."""
    balance = 0
    for kind in _field_marks(root):
        balance += {"begin": 1, "end": -1}.get(kind, 0)
        if balance < 0:
            return False
    return balance == 0


def _field_marks(root: Node) -> Iterator[str]:
    for node in root.iter(W + "fldChar"):
        if next(node.iterancestors(W + "del", W + "moveFrom"), None) is None:
            yield value(node, "fldCharType") or ""
