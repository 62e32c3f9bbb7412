"""`underlag doctor`: what is installed, and what to do about what isn't."""

from __future__ import annotations

import click
from rich import box
from rich.console import Console
from rich.table import Table

from underlag.commands.wording import Command
from underlag.doctor import Item, examine
from underlag.errors import MissingDependencyError


@click.command("doctor", cls=Command)
def command() -> None:
    """Visar vad som är installerat, i vilken version, och vad som fattas. Slutkod 3 om något som behövs saknas."""
    items = examine()
    table = Table("", "Del", "Version eller plats", box=box.SIMPLE)
    for item in items:
        table.add_row(*_row(item))
    Console(highlight=False, markup=False).print(table)
    missing = [item for item in items if item.found is None]
    if missing:
        raise MissingDependencyError(f"{', '.join(item.name for item in missing)} saknas", remedy=missing[0].remedy)


def _row(item: Item) -> tuple[str, str, str]:
    return ("ja", item.name, item.found) if item.found is not None else ("NEJ", item.name, f"saknas. {item.remedy}")
