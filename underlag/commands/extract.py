"""`underlag extract`: one document in, one JSON result out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from underlag.commands.arguments import judged_at, settings, split
from underlag.commands.ending import exit_code
from underlag.commands.output import as_json, refuse_overwriting, write
from underlag.commands.wording import Command
from underlag.pipeline import extract_file, reader_for
from underlag.schemas.division import PageRange
from underlag.settings import Settings


@click.command("extract", cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--out", metavar="FIL", type=click.Path(path_type=Path), help="Skriver dit i stället för på standard ut.")
@click.option("--pretty", is_flag=True, help="Skriver JSON med radbrytningar och indrag.")
@judged_at
@settings
@split
def command(file: Path, *, out: Path | None, pretty: bool, judged_at: date, settings: Settings, split: tuple[PageRange, ...]) -> int:
    """Läser FIL (Word, PDF, skannad eller inte, bild eller text) och skriver resultatet som JSON i UTF-8."""
    refuse_overwriting(out, (file,))
    with reader_for(settings) as reader:
        result = extract_file(file, on=judged_at, settings=settings, reader=reader, split=split).result
    write(as_json(result, pretty=pretty), out)
    return exit_code(result)
