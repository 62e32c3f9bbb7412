"""`underlag searchable`: a scan as a PDF/A whose text can be searched and copied."""

from __future__ import annotations

from pathlib import Path

import click

from underlag.commands.arguments import settings
from underlag.commands.output import refuse_overwriting, write
from underlag.commands.wording import Command
from underlag.errors import UnreadableError
from underlag.pipeline import reader_for, searchable_copy
from underlag.settings import Settings


@click.command("searchable", cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", metavar="FIL.pdf", type=click.Path(path_type=Path), required=True, help="Skriver den sökbara kopian dit.")
@settings
def command(file: Path, *, out: Path, settings: Settings) -> None:
    """Gör en sökbar PDF/A av FIL, en skannad PDF eller bild: sidorna som de är, och orden osynliga på sina platser. FIL rörs inte.

    Slutkod 4 om någon sida inte gick att läsa; den är då med som bild, utan ord.
    """
    refuse_overwriting(out, (file,))
    with reader_for(settings) as reader:
        copy = searchable_copy(file, reader=reader)
    write(copy.pdf, out)
    if copy.problems:
        what, more = copy.problems[0].what.rstrip("."), len(copy.problems) - 1
        said = f"{what} (och {more} till)" if more else what
        raise UnreadableError(said, where=str(file), remedy="Kopian är skriven; de sidorna är med som bild, utan ord.")
