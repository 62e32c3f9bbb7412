"""`underlag export`: the archive as tables in files."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click
from rich.console import Console

from underlag.commands.arguments import archive, today
from underlag.commands.output import make_folder, writing_to
from underlag.commands.wording import Command
from underlag.corpus.export.exporting import FORMATS, Format, export
from underlag.corpus.export.sheets import document_rows, finding_rows, part_rows
from underlag.corpus.store.keeping import kept_documents, kept_findings, kept_parts
from underlag.corpus.store.opening import found_store
from underlag.errors import UsageError
from underlag.report.wording import counted, number


@click.command("export", cls=Command)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", type=click.Choice(FORMATS), metavar="FORMAT", multiple=True, default=("csv",), show_default=True,
    help="csv, jsonl, parquet eller xlsx; kan anges flera gånger.",
)  # fmt: skip
@archive
def command(folder: Path, *, formats: tuple[Format, ...], archive: str) -> None:
    """Skriver arkivets uppgifter som tabeller i MAPP, en tabell för varje lista i handlingarna, och datapackage.json som förklarar dem.

    MAPP får inte hålla något sedan förut.
    """
    engine = found_store(archive)
    make_folder(folder)
    if any(folder.iterdir()):
        raise UsageError("mappen är inte tom", where=str(folder), remedy="Ange en ny mapp")
    rows = chain(document_rows(kept_documents(engine)), part_rows(kept_parts(engine)), finding_rows(kept_findings(engine)))
    with writing_to(folder):
        resources = export(rows, folder, tuple(dict.fromkeys(formats)), made=today().isoformat())
    tables = {resource.table.name: resource.rows for resource in resources}
    console = Console(highlight=False, markup=False)
    console.print(f"{counted(len(tables), 'tabell', 'tabeller')} med {number(sum(tables.values()))} rader i {folder}")
