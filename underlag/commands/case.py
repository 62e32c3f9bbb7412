"""`underlag case`: what belongs to one insats, held together and compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from rich.console import Console

from underlag.commands.arguments import judged_at, settings
from underlag.commands.check import raise_unread
from underlag.commands.ending import has_mistakes
from underlag.commands.inbox import taken_in
from underlag.commands.output import as_json, refuse_overwriting, write
from underlag.commands.wording import Command
from underlag.errors import UnderlagError
from underlag.pipeline import case_of, reader_for, results_of
from underlag.report.case_html import render_case
from underlag.report.case_terminal import print_case
from underlag.settings import Settings
from underlag.validators.catalogue import catalogue_table


@click.command("case", cls=Command)
@click.argument("paths", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", metavar="FIL", type=click.Path(path_type=Path), help="Skriver sammanställningen som JSON.")
@click.option("--report", metavar="FIL", type=click.Path(path_type=Path), help="Skriver den som en HTML-sida.")
@judged_at
@settings
def command(paths: tuple[Path, ...], *, out: Path | None, report: Path | None, judged_at: date, settings: Settings) -> int:
    """Samlar det som hör till samma insats och jämför det: dokument, mappar av dem och resultat som redan finns som JSON."""
    written = tuple(target for target in (out, report) if target)
    files = tuple(taken_in(paths, but=written))
    for target in written:
        refuse_overwriting(target, files)
    with reader_for(settings) as reader:
        taken = list(results_of(files, on=judged_at, settings=settings, reader=reader))
    case = case_of(taken, on=judged_at, settings=settings)
    print_case(case, Console(highlight=False, markup=False))
    if out:
        write(as_json(case, pretty=True), out)
    if report:
        write(render_case(case, titles={rule.id: rule.title for rule in catalogue_table()}).encode(errors="replace"), report)
    raise_unread([each.result for each in taken if isinstance(each.result, UnderlagError)], of=len(files))
    return int(has_mistakes(finding for insats in case.insatser for finding in insats.findings))
