"""What Word's styles and lists make of a paragraph and of its runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from underlag.extract.word_xml import Node, W, child_value, elements, switch, value, whole_number

BOLD, UNDERLINED, STRUCK, LIT, ITALIC = 1, 2, 4, 8, 16
"""Looks of a character, as bits; `LIT` is highlighted with a marker pen."""

_TOGGLES = ((BOLD, ("b",)), (ITALIC, ("i",)), (STRUCK, ("strike", "dstrike")))
_HEADING = re.compile(r"(heading|rubrik|title|titel|underrubrik|subtitle)( ?\d)?$", re.IGNORECASE)
_BULLETED = re.compile(r"(list bullet|list number|punktlista|numrerad lista)(?: (\d))?$", re.IGNORECASE)
_LISTED = re.compile(r"(list paragraph|liststycke|list continue|listfortsättning|list|lista)(?: (\d))?$", re.IGNORECASE)
_INDENT = 720
"""Twips of one step of indent (Word's default tab, half an inch)."""
_MAX_CHAIN = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Face:
    """How characters are set. `looks`: bits that are on; `told`: bits that are said at all. None: not said."""

    looks: int = 0
    told: int = 0
    hidden: bool | None = None
    font: str | None = None

    def under(self, upper: Face) -> Face:
        """This face with `upper` laid over it: what `upper` says counts."""
        return Face(
            (self.looks & ~upper.told) | upper.looks,
            self.told | upper.told,
            self.hidden if upper.hidden is None else upper.hidden,
            self.font if upper.font is None else upper.font,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set, as its style or it itself says. `number` is a list's id ("0": none), None where nothing is said."""

    number: str | None = None
    step: int | None = None
    outline: int | None = None
    indent: int | None = None
    new_page: bool | None = None

    def under(self, upper: Shape) -> Shape:
        """This shape with `upper` laid over it."""
        return Shape(
            upper.number or self.number,
            self.step if upper.step is None else upper.step,
            self.outline if upper.outline is None else upper.outline,
            self.indent if upper.indent is None else upper.indent,
            self.new_page if upper.new_page is None else upper.new_page,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A named style with all that it inherits; `names` are its own and its ancestors', its own first."""

    names: tuple[str, ...] = ()
    face: Face = Face()
    shape: Shape = Shape()


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is: list item, heading, first on a new page."""

    bullet: bool
    level: int
    heading: bool
    new_page: bool


@dataclass(slots=True)
class StyleSheet:
    """The styles of a file by id, and the kinds of its lists. Styles that refer in a ring end at the ring's first."""

    nodes: dict[str, Node] = field(default_factory=dict)
    standard: str = ""
    unmarked: frozenset[tuple[str, int]] = frozenset()
    _known: dict[str, Style] = field(default_factory=dict)

    def style(self, name: str | None) -> Style:
        """The style with the id `name`; an unknown one says nothing."""
        key = name or ""
        if key not in self._known:
            self._known[key] = self._inherit(key)
        return self._known[key]

    def _inherit(self, key: str) -> Style:
        chain: list[Node] = []
        node = self.nodes.get(key)
        while node is not None and node not in chain and len(chain) < _MAX_CHAIN:
            chain.append(node)
            node = self.nodes.get(child_value(node, "basedOn") or "")
        face, shape = Face(), Shape()
        for node in reversed(chain):
            face = face.under(face_of(node.find(W + "rPr")))
            shape = shape.under(shape_of(node.find(W + "pPr")))
        return Style(tuple(child_value(n, "name") or "" for n in chain), face, shape)

    def paragraph(self, properties: Node | None) -> tuple[Style, Form]:
        """The style and the form of a paragraph with these `w:pPr`."""
        style = self.style(child_value(properties, "pStyle") or self.standard)
        return style, self._form(style, style.shape.under(shape_of(properties)))

    def _form(self, style: Style, shape: Shape) -> Form:
        named = any(_HEADING.match(name) for name in style.names)
        heading = named if shape.outline is None else shape.outline < _BODY_LEVEL
        bulleted = next((m for name in style.names if (m := _BULLETED.match(name))), None)
        listed = bulleted or next((m for name in style.names[:1] if (m := _LISTED.match(name))), None)
        step = shape.step or 0
        bullet = self._marks(shape.number, step) if shape.number is not None else bulleted is not None
        by_name = whole_number(listed[2], 1) if listed else 0
        indent = max(0, round((shape.indent or 0) / _INDENT)) or int((shape.indent or 0) >= _INDENT // 3)
        level = max(step + 1, by_name) if bullet else by_name or indent
        return Form(bullet and not heading, min(level, _BODY_LEVEL), heading, bool(shape.new_page))

    def _marks(self, number: str, step: int) -> bool:
        """Do the items of list `number` bear a glyph or number at this step?"""
        return number != "0" and (number, step) not in self.unmarked

    def looks(self, properties: Node | None, style: Style) -> Face:
        """How a run with these `w:rPr` looks in a paragraph of `style`.

        Bold and strike of the two styles cancel each other, as Word has it (ECMA-376 part 1, 17.7.3); what the run itself
        says always counts.
        """
        if properties is None:
            return style.face
        named = self.style(child_value(properties, "rStyle")).face
        both = style.face.under(named)
        crossed = (style.face.looks & named.looks) & (BOLD | STRUCK)
        return Face(both.looks & ~crossed, both.told, both.hidden, both.font).under(face_of(properties))


def read_styles(styles: Node | None, numbering: Node | None) -> StyleSheet:
    """The style sheet of a file; either part may be missing."""
    nodes: dict[str, Node] = {}
    standard = ""
    for node in styles.iterchildren(W + "style") if styles is not None else ():
        key = value(node, "styleId") or ""
        nodes.setdefault(key, node)
        if value(node, "type") == "paragraph" and (value(node, "default") or "0") in ("1", "true", "on"):
            standard = standard or key
    return StyleSheet(nodes, standard, _unmarked(numbering))


def _unmarked(numbering: Node | None) -> frozenset[tuple[str, int]]:
    """The (list, step) pairs whose items bear neither glyph nor number."""
    if numbering is None:
        return frozenset()
    plain: dict[str, set[int]] = {}
    for node in numbering.iterchildren(W + "abstractNum"):
        levels = [level for level in node.iterchildren(W + "lvl") if child_value(level, "numFmt") == "none"]
        plain[value(node, "abstractNumId") or ""] = {whole_number(value(level, "ilvl")) for level in levels}
    pairs = ((value(n, "numId") or "", plain.get(child_value(n, "abstractNumId") or "", set())) for n in numbering.iterchildren(W + "num"))
    return frozenset((number, step) for number, steps in pairs for step in steps)


def face_of(properties: Node | None) -> Face:
    """What a `w:rPr` itself says."""
    if properties is None:
        return Face()
    looks = told = 0
    hidden: bool | None = None
    font: str | None = None
    for node in elements(properties):
        name = node.tag[len(W) :] if node.tag.startswith(W) else ""
        for bit, names in _TOGGLES:
            if name in names:
                told |= bit
                looks |= bit if switch(node) else 0
        if name in ("u", "highlight"):
            bit = UNDERLINED if name == "u" else LIT
            told |= bit
            looks |= bit if value(node) not in (None, "none") else 0
        elif name == "vanish":
            hidden = switch(node)
        elif name == "rFonts":
            font = value(node, "ascii") or value(node, "hAnsi") or font
    return Face(looks, told, hidden, font)


def shape_of(properties: Node | None) -> Shape:
    """What a `w:pPr` itself says."""
    if properties is None:
        return Shape()
    numbering, indent = properties.find(W + "numPr"), properties.find(W + "ind")
    step, outline = child_value(numbering, "ilvl"), child_value(properties, "outlineLvl")
    left = value(indent, "left") or value(indent, "start")
    return Shape(
        number=child_value(numbering, "numId"),
        step=whole_number(step) if step else None,
        outline=whole_number(outline, _BODY_LEVEL) if outline else None,
        indent=whole_number(left) if left else None,
        new_page=switch(properties.find(W + "pageBreakBefore")),
    )
