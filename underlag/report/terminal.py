"""A result in the terminal: what `underlag check FILE` prints. Everything is said in words; colour only helps the eye."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from underlag.report.findings import Group, Item, Kind, counts_line, groups, items, part_name, part_title, place_line
from underlag.report.labels import GROUPS, READERS, pages_words
from underlag.report.wording import in_words, one_line
from underlag.schemas.result import Part, Result

STYLES = {"fel": "bold red", "varning": "yellow", "upplysning": "blue", "undecided": "magenta"}
LONGEST_MESSAGE = 600  # characters
LONGEST_VALUE = 120
NARROWEST = 20  # columns


def print_result(result: Result, console: Console) -> None:
    """The file, its findings by severity with where they stand, and the counts."""
    for line in _header(result):
        console.print(line)
    for problem in result.problems:
        place = f"sid {problem.page}: " if problem.page is not None else ""
        rule = f" [{one_line(problem.rule)}]" if problem.rule else ""
        print_indented(Text(f"{place}{one_line(problem.what, LONGEST_MESSAGE)}{rule}"), 2, console)
    for group in groups(items(result)):
        console.print()
        console.print(Text(f"{GROUPS[group.key]} ({group.count})", style=STYLES[group.key]))
        _print_group(group, result, console)
    console.print()
    console.print(Text(counts_line(result) + ("" if result.complete else " (ofullständigt läst)"), style="bold"))


def _header(result: Result) -> list[Text]:
    file = Text(one_line(result.source.file), style="bold")
    paged = result.source.reader not in {"docx", "text"}
    size = f"{result.source.pages} {'sida' if result.source.pages == 1 else 'sidor'}, " if paged else ""
    file.append(f"  ({size}{READERS[result.source.reader]})", style="not bold")
    lines = [file, *(Text(_part_line(part, several=len(result.parts) > 1)) for part in result.parts)]
    if not result.complete:
        lines.append(Text("Ofullständigt läst: jämför med originalet.", style="bold red"))
    return lines


def _part_line(part: Part, *, several: bool) -> str:
    name = part_name(part)
    return part_title(part) + (f": {name}" if name else "") + (f" ({pages_words(*part.pages)})" if several else "")


def _print_group(group: Group, result: Result, console: Console) -> None:
    for kind in group.kinds:
        for item in kind.first:
            _print_finding(item, result, console)
        _print_more(kind, console)


def _print_more(kind: Kind, console: Console) -> None:
    if kind.rest:
        print_indented(Text(f"… och {len(kind.rest)} till [{one_line(kind.rule)}]"), 2, console)


def _print_finding(item: Item, result: Result, console: Console) -> None:
    """The place and message, then the field and the values beneath."""
    finding = item.finding
    place = place_line(item, several=len(result.parts) > 1)
    first = Text(f"{one_line(place, 60)}: " if place else "", style="bold")
    first.append(one_line(finding.message, LONGEST_MESSAGE), style="not bold")
    first.append(f" [{one_line(finding.rule)}]", style="not bold dim")
    print_indented(first, 2, console)
    if details := _details(item):
        print_indented(Text(details, style="dim"), 4, console)


def _details(item: Item) -> str:
    finding = item.finding
    pointer = item.spots[0].pointer if item.spots else ""
    said = [item.fields[0]] if item.fields else []
    actual, expected = (one_line(in_words(v, pointer) or "–", LONGEST_VALUE) for v in (finding.actual, finding.expected))
    if finding.expected is not None:
        said.append(f"i dokumentet {actual}, väntat {expected}")
    elif finding.actual is not None:
        said.append(f"i dokumentet {actual}")
    return "; ".join(said)


def print_indented(text: Text, columns: int, console: Console) -> None:
    """Wrapped lines keep the indentation."""
    for line in text.wrap(console, max(NARROWEST, console.width - columns)):
        line.rstrip()
        console.print(Text(" " * columns).append_text(line))
