"""`underlag rules`: the catalogue of rules."""

from __future__ import annotations

import click
from rich import box
from rich.console import Console
from rich.table import Column, Table

from underlag.commands.wording import Command
from underlag.validators.catalogue import catalogue_table


@click.command("rules", cls=Command)
def command() -> None:
    """Listar reglerna: id, allvar, vad var och en kräver och varifrån kravet kommer."""
    table = Table(Column("Regel", no_wrap=True), Column("Allvar", no_wrap=True), "Krav", "Källa", box=box.SIMPLE_HEAD)
    for rule in catalogue_table():
        table.add_row(rule.id, rule.severity, rule.title, rule.source)
    Console(highlight=False, markup=False).print(table)
