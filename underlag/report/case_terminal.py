"""A case in the terminal: what `underlag case` prints."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from underlag.report.case import ShownChange, ShownInsats, document_words, place_in_words, shown
from underlag.report.findings import Group, Item
from underlag.report.labels import GROUPS
from underlag.report.terminal import LONGEST_MESSAGE, STYLES, print_indented
from underlag.report.wording import one_line
from underlag.schemas.case import CaseFile

_SIGNS = {"lika": ("", ""), "borttaget": ("[-", "-]"), "tillagt": ("{+", "+}")}


def print_case(case: CaseFile, console: Console) -> None:
    """Each insats with its documents, findings and changes; then what could not be placed."""
    for problem in case.problems:
        console.print(Text(one_line(problem.what, LONGEST_MESSAGE)), soft_wrap=True)
    if case.problems:
        console.print()
    for insats in shown(case):
        _print_insats(case, insats, console)
    _print_list("Kan höra till flera insatser", _doubts(case), console)
    _print_list("Säger inte vilken insats", [document_words(case, pointer) for pointer in case.unplaced], console)


def _doubts(case: CaseFile) -> list[str]:
    names = {f"/insatser/{n}": f"”{one_line(insats.namn)}”" for n, insats in enumerate(case.insatser)}
    return [f"{document_words(case, doubt.document)}: {' eller '.join(names[at] for at in doubt.insatser)}" for doubt in case.doubts]


def _print_insats(case: CaseFile, insats: ShownInsats, console: Console) -> None:
    console.print(Text(insats.name, style="bold"))
    for line in insats.lines:
        told = "; ".join(part for part in (line.time, line.figures, line.file) if part)
        unsure = f"  (osäkert: {line.doubtful})" if line.doubtful else ""
        print_indented(Text(f"{line.kind}: {told}{unsure}"), 2, console)
    for group in insats.groups:
        console.print()
        console.print(Text(f"{GROUPS[group.key]} ({group.count})", style=STYLES[group.key]))
        _print_group(case, group, console)
    for version in insats.versions:
        console.print()
        count = len(version.changes) + version.hidden
        console.print(Text(f"Ändrat i {version.new} mot {version.old} ({count or 'inget'})", style="bold"))
        for change in version.changes:
            print_indented(Text(_change_words(change)), 2, console)
        if version.hidden:
            print_indented(Text(f"… och {version.hidden} till"), 2, console)
    console.print()
    console.print(Text(insats.counts, style="bold"))
    console.print()


def _print_group(case: CaseFile, group: Group, console: Console) -> None:
    for kind in group.kinds:
        for item in kind.first:
            _print_finding(case, item, console)
        if kind.rest:
            print_indented(Text(f"… och {len(kind.rest)} till [{one_line(kind.rule)}]"), 2, console)


def _print_finding(case: CaseFile, item: Item, console: Console) -> None:
    said = Text(one_line(item.finding.message, LONGEST_MESSAGE))
    said.append(f" [{one_line(item.finding.rule)}]", style="dim")
    print_indented(said, 2, console)
    print_indented(Text(" · ".join(place_in_words(case, item)), style="dim"), 4, console)


def _change_words(change: ShownChange) -> str:
    if change.pieces:
        marked = " ".join(f"{_SIGNS[p.kind][0]}{one_line(p.text)}{_SIGNS[p.kind][1]}" for p in change.pieces)
        return f"{change.field}: {one_line(marked, LONGEST_MESSAGE)}"
    match change.kind:
        case "tillagd":
            return f"{change.field}: nytt: {change.after}"
        case "borttagen":
            return f"{change.field}: borttaget: {change.before}"
    return f"{change.field}: {change.before or '–'} → {change.after or '–'}"


def _print_list(heading: str, lines: list[str], console: Console) -> None:
    if not lines:
        return
    console.print(Text(f"{heading} ({len(lines)})", style="bold"))
    for line in lines:
        print_indented(Text(line), 2, console)
    console.print()
