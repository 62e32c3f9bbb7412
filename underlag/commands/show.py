"""`underlag show`: one document or part of the archive."""

from __future__ import annotations

import re

import click
from rich.console import Console

from underlag.commands.arguments import archive
from underlag.commands.output import as_json, write
from underlag.commands.wording import Command
from underlag.corpus.store.keeping import kept_result
from underlag.corpus.store.opening import found_store
from underlag.errors import UsageError
from underlag.report.record_terminal import print_record
from underlag.report.terminal import print_result
from underlag.schemas.result import Result


@click.command("show", cls=Command)
@click.argument("number", metavar="NUMMER")
@click.option("--json", "plain", is_flag=True, help="Skriver hela dokumentets resultat som JSON.")
@archive
def command(number: str, *, plain: bool, archive: str) -> None:
    """Visar det som arkivet vet om ett dokument (NUMMER 12) eller en av dess delar (12.2): uppgifterna och vad som är fel."""
    document, part = _number(number)
    result = kept_result(found_store(archive), document)
    if result is None or (part is not None and part > len(result.parts)):
        raise UsageError(f"{number} finns inte i arkivet", remedy="Numren visas av underlag search")
    if plain:
        write(as_json(result, pretty=True), None)
    else:
        _print(result, part)


def _number(text: str) -> tuple[int, int | None]:
    if not (parsed := re.fullmatch(r"(\d{1,9})(?:\.([1-9]\d{0,4}))?", text, re.ASCII)):
        raise UsageError(f"{text} är inget nummer i arkivet", remedy="Skriv som 12 eller 12.2")
    return int(parsed[1]), int(parsed[2]) if parsed[2] else None


def _print(result: Result, part: int | None) -> None:
    """The findings on the whole document, or on the part alone; then the records."""
    console = Console(highlight=False, markup=False)
    parts = result.parts if part is None else (result.parts[part - 1],)
    print_result(result if part is None else result.model_copy(update={"parts": parts, "findings": ()}), console)
    for one in parts:
        console.print()
        print_record(one, console)
