"""A document as one stream of paragraphs and pictures in reading order, each knowing the table cell it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from underlag.schemas.page import Block, Cell, Document, Paragraph, Picture, Table, union
from underlag.values.contact import looks_like_email

_UNFINISHED = re.compile(r"[\w,;)\-–]$")
_GOES_ON = re.compile(r"[a-zåäö(]")


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph or picture of the stream; `table` and `cell` are the innermost it stands in."""

    block: Paragraph | Picture
    table: Table | None = None
    cell: Cell | None = None

    @property
    def paragraph(self) -> Paragraph | None:
        return self.block if isinstance(self.block, Paragraph) else None

    @property
    def text(self) -> str:
        return self.block.text if isinstance(self.block, Paragraph) else ""


def _walk(blocks: tuple[Block, ...], table: Table | None = None, cell: Cell | None = None) -> Iterator[Item]:
    for block in blocks:
        if isinstance(block, Table):
            for inner in block.cells:
                yield from _walk(inner.blocks, block, inner)
        elif isinstance(block, Paragraph):
            yield Item(with_whole_addresses(block), table, cell)
        else:
            yield Item(block, table, cell)


_ADDRESS_BEGUN = re.compile(r"\S@[\w.\-]*$|\S@?$")
_ADDRESS_OPENED = re.compile(r"(?:^|\s)[a-z0-9]+\.[a-z0-9.]*-$")  # "anna.ek-": the name before the @, cut at its hyphen
_ADDRESS_ENDED = re.compile(r"@?[\w.\-]+\.?$")


def _is_cut(line: str) -> bool:
    """May the address at the line's end go on? It does where it is no address yet, or fills its line alone."""
    return " " not in line or not looks_like_email(line.rsplit(maxsplit=1)[-1])


def with_whole_addresses(paragraph: Paragraph) -> Paragraph:
    """The paragraph with an e-mail address that a narrow cell divides on one line again."""
    lines = list(paragraph.lines)
    k = 0
    while "@" in paragraph.text and k + 1 < len(lines):
        first, second = lines[k].text.strip(), lines[k + 1].text.strip()
        begun = "@" in first.rpartition(" ")[2]
        opened = bool(_ADDRESS_OPENED.search(first)) and looks_like_email(first.rpartition(" ")[2] + second.partition(" ")[0])
        if opened or (begun and _ADDRESS_BEGUN.search(first) and _ADDRESS_ENDED.fullmatch(second) and second.islower() and _is_cut(first)):
            whole = lines[k].box
            other = lines[k + 1].box
            box = union([whole, other]) if whole and other else whole
            lines[k : k + 2] = [replace(lines[k], text=first + second, box=box, words=lines[k].words + lines[k + 1].words)]
        else:
            k += 1
    return paragraph if len(lines) == len(paragraph.lines) else replace(paragraph, lines=tuple(lines))


def _continues(before: Item, after: Item) -> bool:
    """Does `after`, first on its page, go on with the paragraph that ended the page before?"""
    if not (before.text and after.text) or (before.cell is None) != (after.cell is None):
        return False
    if isinstance(after.block, Paragraph) and (after.block.bullet or after.block.bold):
        return False
    if before.cell and after.cell and before.cell.col != after.cell.col:
        return False
    return bool(_UNFINISHED.search(before.text) and _GOES_ON.match(after.text))


def stream(document: Document) -> list[Item]:
    """The document's items in reading order; a paragraph that a page break divides is one item again."""
    items: list[Item] = []
    for page in document.pages:
        for number, item in enumerate(_walk(page.blocks)):
            if number == 0 and items and isinstance(item.block, Paragraph):
                last = items[-1]
                if isinstance(last.block, Paragraph) and _continues(last, item):
                    items[-1] = replace(last, block=replace(last.block, lines=last.block.lines + item.block.lines))
                    continue
            items.append(item)
    return items


def tables_of(items: Sequence[Item]) -> list[Table]:
    """The distinct tables that the items stand in, in order."""
    found: list[Table] = []
    for item in items:
        if item.table is not None and all(t is not item.table for t in found):
            found.append(item.table)
    return found
