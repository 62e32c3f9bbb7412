"""`underlag rules`: the catalogue of rules."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import Console
from rich.padding import Padding

from underlag.commands.arguments import Kind
from underlag.commands.wording import Command
from underlag.schemas.result import PartType
from underlag.validators.catalogue import Entry, by_kind, catalogue_table


@click.command("rules", cls=Command)
@click.option("--type", "kind", type=Kind(), metavar="TYP", help="Bara reglerna för en sorts handling (ansokan, budget …).")
def command(kind: PartType | None) -> None:
    """Listar reglerna: id, allvar, vad var och en kräver och behöver, varifrån kravet kommer och vad som ska göras."""
    console = Console(highlight=False, markup=False)
    for kinds, entries in by_kind(entry for entry in catalogue_table() if kind is None or kind in entry.types).items():
        console.print(kinds, style="bold")
        for entry in entries:
            console.print()
            for indent, line in _lines(entry):
                console.print(Padding(line, (0, 0, 0, indent), expand=False))
        console.print()


def _lines(entry: Entry) -> Iterator[tuple[int, str]]:
    """What is said of a rule, with how far each line is set in."""
    yield 2, f"{entry.id} ({entry.severity})"
    yield 4, entry.title
    if entry.needs:
        yield 4, f"Behöver: {', '.join(entry.needs)}"
    yield 4, f"Källa: {entry.source}"
    yield 4, f"Åtgärd: {entry.guidance}"
