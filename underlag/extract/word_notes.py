"""The parts beside a Word file's body: footnotes, headers and footers, signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from underlag.extract.word_package import Package, Relation
from underlag.extract.word_run import Piece, RunReader
from underlag.extract.word_settle import settle
from underlag.extract.word_story import read_story
from underlag.extract.word_styles import StyleSheet
from underlag.extract.word_table import unwrapped
from underlag.extract.word_xml import Node, R, W, child_value, switched, value
from underlag.schemas.page import Line, paragraphs

_SECTION = W + "sectPr"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the body: does it begin on a new page, and which parts (by relationship id) are its headers and footers?"""

    new_page: bool
    furniture: tuple[str, ...]


def read_notes(package: Package, targets: dict[str, str], sheet: StyleSheet) -> dict[tuple[str, str], str]:
    """The texts of footnotes and endnotes by kind and id. `targets`: part names by relationship kind."""
    texts: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        root = package.tree(targets.get(f"{kind}s", f"word/{kind}s.xml"))
        if root is None:
            continue
        settle(root)
        for note in root.iterchildren(W + kind):
            texts[kind, value(note, "id") or ""] = _note_text(note, sheet)
    return texts


def _note_text(note: Node, sheet: StyleSheet) -> str:
    words: list[str] = []
    for paragraph in note.iter(W + "p"):
        style, _ = sheet.paragraph(paragraph.find(W + "pPr"))
        items = RunReader(sheet, fields_end=False).read(paragraph, style)
        words += "".join(item.text for item in items if isinstance(item, Piece)).split()
    return " ".join(words)


def read_sections(body: Node, *, even_differ: bool) -> list[Section]:
    """The sections in order. A section without a header or footer of its own has that of the section before."""
    marks = [m for p in unwrapped(body, (W + "p",)) if (m := p.find(f"{W}pPr/{_SECTION}")) is not None]
    last = body.find(_SECTION)
    sections: list[Section] = []
    inherited: dict[tuple[str, str], str] = {}
    for mark in marks if last is None else [*marks, last]:
        for kind in ("headerReference", "footerReference"):
            for node in mark.iterchildren(W + kind):
                inherited[kind, value(node, "type") or "default"] = node.get(R + "id") or ""
        used = {"default"} | ({"first"} if switched(mark, "titlePg") else set()) | ({"even"} if even_differ else set())
        ids = tuple(part for (_, page_kind), part in sorted(inherited.items(), reverse=True) if page_kind in used)
        sections.append(Section(child_value(mark, "type") not in ("continuous", "nextColumn"), ids))
    return sections or [Section(new_page=False, furniture=())]


def read_furniture(package: Package, relations: dict[str, Relation], sections: list[Section], sheet: StyleSheet) -> list[tuple[Line, ...]]:
    """The lines of headers and footers for each section, no line twice."""
    known: dict[str, list[Line]] = {}
    for section in sections:
        for key in section.furniture:
            if key in relations and key not in known:
                known[key] = _furniture_lines(package, relations[key], sheet)
    return [tuple({line.text: line for key in section.furniture for line in known.get(key, ())}.values()) for section in sections]


def _furniture_lines(package: Package, relation: Relation, sheet: StyleSheet) -> list[Line]:
    root = package.tree(relation.target)
    if root is None:
        return []
    settle(root)
    story = read_story(root, sheet, {}, frozenset(), ())
    return [replace(line, where=relation.kind) for p in paragraphs(tuple(story.blocks)) for line in p.lines]


def signed_lines(package: Package) -> frozenset[str]:
    """Ids of the signature lines that somebody signed digitally. The signatures themselves are not verified."""
    ids: set[str] = set()
    for name in package.names:
        root = package.tree(name) if name.startswith("_xmlsignatures/") and name.endswith(".xml") else None
        if root is not None:
            ids |= {(node.text or "").strip().upper() for node in root.iter("{*}SetupID")}
    return frozenset(ids - {""})
