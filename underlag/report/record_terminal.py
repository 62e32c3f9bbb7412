"""A part's record in the terminal: what `underlag show` prints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from underlag.report.blocks import Block, Entry, Facts, Listing, Prose, Table, Value
from underlag.report.findings import part_name, part_title
from underlag.report.labels import pages_words
from underlag.report.record import sections
from underlag.report.wording import one_line, printable
from underlag.schemas.result import Part

UNSAID = "–"
_INDENT = 2


def print_record(part: Part, console: Console) -> None:
    """The kind and name of the document, and its answers by heading with the pages they were read on."""
    name = part_name(part)
    title = Text(part_title(part) + (f": {name}" if name else ""), style="bold")
    console.print(title.append(f" ({pages_words(*part.pages)})", style="not bold"))
    for section in sections(part):
        console.print()
        console.print(Text(section.title, style="bold").append(_pages(section.pages), style="not bold dim"))
        for block in section.blocks:
            for shown in _shown(block):
                console.print(Padding(shown, (0, 0, 0, _INDENT), expand=False))


def _pages(pages: tuple[int, ...]) -> str:
    return f" (sid {', '.join(map(str, pages))})" if pages else ""


@singledispatch
def _shown(block: Block) -> Iterator[RenderableType]:
    """A block as what rich prints."""
    raise NotImplementedError(type(block))


@_shown.register
def _prose(block: Prose) -> Iterator[RenderableType]:
    yield from (Text(printable(paragraph)) for paragraph in block.paragraphs or (UNSAID,))
    yield from _marks(block.marks)


@_shown.register
def _facts(block: Facts) -> Iterator[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for label, value in block.rows:
        grid.add_row(Text(label), _cell(value))
    yield grid


@_shown.register
def _listing(block: Listing) -> Iterator[RenderableType]:
    for number, entry in enumerate(block.entries, 1):
        yield from _entry(number, entry)


@_shown.register
def _table(block: Table) -> Iterator[RenderableType]:
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in block.columns:
        grid.add_column(Text(column.label), justify="right" if column.numeric else "left")
    for row in block.rows:
        grid.add_row(*map(_cell, row.cells), style="" if row.kind == "row" else "bold")
    yield grid


def _entry(number: int, entry: Entry) -> Iterator[RenderableType]:
    heading = f" [{entry.heading}]" if entry.heading else ""
    lines = [printable(line) for line in entry.lines] or [UNSAID]
    yield Text(f"{number}. {lines[0]}{heading}")
    for line in (*lines[1:], *entry.notes):
        yield Padding(Text(printable(line)), (0, 0, 0, _INDENT + 1), expand=False)
    yield from _marks(entry.marks)


def _marks(marks: tuple[str, ...]) -> Iterator[RenderableType]:
    if marks:
        yield Text(f"({'; '.join(marks)})", style="dim")


def _cell(value: Value) -> Text:
    text = Text("" if value.blank else UNSAID if value.text is None else one_line(value.text))
    return text.append(f" ({'; '.join(value.marks)})", style="dim") if value.marks else text
