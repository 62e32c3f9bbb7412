"""Reads a Word file (.docx) into the page model.

Word's own XML is walked with lxml: tables by python-docx are slow, and it stops at a missing style or a broken reference,
which must not keep us from the text. Pages are those that the author made: page breaks and sections that begin on a new page.
"""

from __future__ import annotations

from dataclasses import replace

from underlag.errors import UnreadableError
from underlag.extract.word_notes import read_furniture, read_notes, read_sections, signed_lines
from underlag.extract.word_package import Package, open_package
from underlag.extract.word_settle import settle
from underlag.extract.word_story import Story, read_story
from underlag.extract.word_styles import read_styles
from underlag.extract.word_xml import Node, W, parse, switched
from underlag.schemas.page import Block, Document, Line, Page, Trouble

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_REMEDY = "Öppna filen i Word, spara om den som .docx och försök igen"


def read_word(data: bytes) -> Document:
    """The document in a .docx, .docm, .dotx or .dotm file (transitional or strict).

    Raises `EncryptedError` for a locked file and `UnreadableError` for anything that holds no Word document.
    """
    package, main = open_package(data)
    root, troubles = _main_tree(package, main)
    body = root.find(W + "body")
    if root.tag != W + "document" or body is None:
        raise UnreadableError("filens huvuddel är inget Word-dokument", remedy=_REMEDY)
    settle(root)
    relations = package.relations(main)
    targets = {relation.kind: relation.target for relation in relations.values()}
    styles, numbering, settings = (package.tree(targets.get(kind, f"word/{kind}.xml")) for kind in ("styles", "numbering", "settings"))
    sheet = read_styles(styles, numbering)
    sections = read_sections(body, even_differ=switched(settings, "evenAndOddHeaders"))
    breaks = tuple(section.new_page for section in sections)
    story = read_story(body, sheet, read_notes(package, targets, sheet), signed_lines(package), breaks)
    pages = _pages(story, read_furniture(package, relations, sections, sheet))
    return Document(MEDIA_TYPE, pages, tuple(story.remarks), (*troubles, *story.troubles))


def _pages(story: Story, furniture: list[tuple[Line, ...]]) -> tuple[Page, ...]:
    """The blocks by the page on which they begin; a file without any text is one empty page."""
    blocks: dict[int, list[Block]] = {page: [] for page in range(1, max(story.sections, default=1) + 1)}
    for block in story.blocks:
        blocks[block.page].append(block)
    return tuple(Page(number, "docx", tuple(found), _margins(story, furniture, number)) for number, found in blocks.items())


def _margins(story: Story, furniture: list[tuple[Line, ...]], page: int) -> tuple[Line, ...]:
    """The headers and footers of all sections that have something on the page."""
    lines = (line for i in sorted(story.sections.get(page, {0})) for line in furniture[min(i, len(furniture) - 1)])
    return tuple({line.text: replace(line, page=page) for line in lines}.values())


def _main_tree(package: Package, name: str) -> tuple[Node, list[Trouble]]:
    data = package.read(name)
    root = parse(data) if data else None
    if root is not None:
        return root, []
    root = parse(data, mend=True) if data else None
    if root is None:
        raise UnreadableError("filens text är skadad eller orimligt stor", remedy=_REMEDY)
    return root, [Trouble(None, "Filens text är skadad; det som följer efter skadan kan saknas")]
