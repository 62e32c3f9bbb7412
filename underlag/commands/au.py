"""`underlag au`: the papers of one meeting for its working committee (arbetsutskott), from results or documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from underlag.commands.arguments import Day, judged_at, settings
from underlag.commands.check import raise_unread
from underlag.commands.ending import exit_code
from underlag.commands.inbox import taken_in
from underlag.commands.output import refuse_overwriting, write
from underlag.commands.wording import Command
from underlag.errors import UnderlagError, UsageError
from underlag.pipeline import Taken, reader_for, results_of
from underlag.report.au.pack import Mote, pack_of
from underlag.report.au.page import render_page
from underlag.report.au.remarks import Rules, RuleWords
from underlag.report.au.word import render_word
from underlag.schemas.result import Result
from underlag.settings import Settings
from underlag.validators.catalogue import catalogue_table

FORMS = (".docx", ".html")


@click.command("au", cls=Command)
@click.argument("paths", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--meeting", type=Day(), required=True, metavar="DATUM", help="Mötets dag.")
@click.option("--out", metavar="FIL", required=True, type=click.Path(path_type=Path), help="Skriver underlaget dit: .docx eller .html.")
@judged_at
@settings
def command(paths: tuple[Path, ...], *, meeting: date, out: Path, judged_at: date, settings: Settings) -> int:
    """Gör underlaget till arbetsutskottets möte av varje FIL: sparade resultat (.json) och dokument; en mapp står för filerna i den."""
    if out.suffix.casefold() not in FORMS:
        raise UsageError(f"--out: {out} slutar inte på {' eller '.join(FORMS)}")
    files = tuple(taken_in(paths, but=(out,)))
    refuse_overwriting(out, files)
    with reader_for(settings) as reader:
        taken = tuple(results_of(files, on=judged_at, settings=settings, reader=reader))
    mote = pack_of(tuple(_read(taken)), meeting, rule_words(), unread=[error.line() for error in _errors(taken)])
    write(_rendered(mote, out, settings), out)
    _tell(mote)
    raise_unread(list(_errors(taken)), of=len(taken))
    return max(map(exit_code, _read(taken)), default=0)


def _read(taken: Sequence[Taken]) -> Iterator[Result]:
    return (one.result for one in taken if isinstance(one.result, Result))


def _errors(taken: Sequence[Taken]) -> Iterator[UnderlagError]:
    return (one.result for one in taken if isinstance(one.result, UnderlagError))


def rule_words() -> Rules:
    """What each rule in force asks, and how to put right what breaks it."""
    return {rule.id: RuleWords(rule.title, rule.guidance) for rule in catalogue_table()}


def _rendered(mote: Mote, out: Path, settings: Settings) -> bytes:
    if out.suffix.casefold() == ".docx":
        return render_word(mote, settings.word_templates)
    return render_page(mote).encode(errors="replace")


def _tell(mote: Mote) -> None:
    """One line a matter."""
    console = Console(highlight=False, markup=False)
    for line in mote.olasta:
        console.print(line, soft_wrap=True)
    for arende in mote.arenden:
        console.print(f"{arende.nr}. {arende.namn}: {arende.ljus.ord}. {arende.ljus.skal}", soft_wrap=True)
