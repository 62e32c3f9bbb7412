"""`underlag au`: the papers of one meeting for its working committee (arbetsutskott), from results or documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from underlag.commands.arguments import Day, judged_at, settings
from underlag.commands.check import raise_unread
from underlag.commands.ending import exit_code
from underlag.commands.inbox import taken_in
from underlag.commands.output import make_folder, refuse_overwriting, write
from underlag.commands.wording import Command
from underlag.errors import UnderlagError
from underlag.pipeline import Taken, reader_for, results_of
from underlag.report.au.matters import each_once
from underlag.report.au.pack import Mote, pack_of
from underlag.report.au.page import render_page
from underlag.report.au.remarks import Rules, RuleWords
from underlag.report.au.sheet import findings_sheet
from underlag.report.au.word import render_letter, render_word
from underlag.report.pdf import html_to_pdf
from underlag.schemas.result import Result
from underlag.settings import Settings
from underlag.validators.catalogue import catalogue_table
from underlag.values.filenames import as_file_name

FORMS: Mapping[str, Callable[[Mote, Settings], bytes]] = {
    ".docx": lambda mote, settings: render_word(mote, settings.word_templates),
    ".html": lambda mote, _: render_page(mote).encode(errors="replace"),
    ".pdf": lambda mote, _: html_to_pdf(render_page(mote)),
}
"""What the pack is written as, by the ending of its name."""

SHEET = ".xlsx"
LETTER = "komplettering "
"""How the letters' names begin."""


class Named(click.Path):
    """A file to write, whose name has one of these endings."""

    def __init__(self, *endings: str) -> None:
        super().__init__(path_type=Path)
        self.endings = endings

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(str(value))
        if path.suffix.casefold() not in self.endings:
            self.fail(f"{path} slutar inte på {' eller '.join(self.endings)}", param, ctx)
        return path


@click.command("au", cls=Command)
@click.argument("paths", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--meeting", type=Day(), required=True, metavar="DATUM", help="Mötets dag.")
@click.option("--out", metavar="FIL", required=True, type=Named(*FORMS), help="Skriver underlaget dit: .docx, .html eller .pdf.")
@click.option("--findings", metavar="FIL", type=Named(SHEET), help="Skriver alla anmärkningar som en tabell (.xlsx).")
@click.option("--letters", metavar="MAPP", type=click.Path(path_type=Path), help="Skriver dit utkast till begäran om komplettering.")
@judged_at
@settings
def command(
    paths: tuple[Path, ...], *, meeting: date, out: Path, findings: Path | None, letters: Path | None, judged_at: date, settings: Settings
) -> int:
    """Gör underlaget till arbetsutskottets möte av varje FIL: sparade resultat (.json) och dokument; en mapp står för filerna i den."""
    written = [out, *([findings] if findings else [])]
    files = tuple(taken_in(paths, but=(*written, *(letters.glob(f"{LETTER}*") if letters else ()))))
    for target in written:
        refuse_overwriting(target, files)
    with reader_for(settings) as reader:
        taken = tuple(results_of(files, on=judged_at, settings=settings, reader=reader))
    results, unread, rules = each_once(_read(taken)), [error.line() for error in _errors(taken)], rule_words()
    mote = pack_of(results, meeting, rules, unread=unread)
    write(FORMS[out.suffix.casefold()](mote, settings), out)
    if findings:
        write(findings_sheet(results, rules, unread), findings)
    if letters:
        _write_letters(mote, letters, settings)
    _tell(mote)
    raise_unread(list(_errors(taken)), of=len(taken))
    return max(map(exit_code, results), default=0)


def _read(taken: Sequence[Taken]) -> Iterator[Result]:
    return (one.result for one in taken if isinstance(one.result, Result))


def _errors(taken: Sequence[Taken]) -> Iterator[UnderlagError]:
    return (one.result for one in taken if isinstance(one.result, UnderlagError))


def rule_words() -> Rules:
    """What each rule in force asks, and how to put right what breaks it."""
    return {rule.id: RuleWords(rule.title, rule.guidance) for rule in catalogue_table()}


def _write_letters(mote: Mote, folder: Path, settings: Settings) -> None:
    """A letter for each application that there is something to ask about."""
    make_folder(folder)
    for arende in mote.arenden:
        if arende.fragor:
            name = f"{LETTER}{arende.nr} {as_file_name(arende.namn)}".strip()
            write(render_letter(arende, mote, settings.word_templates), folder / f"{name}.docx")


def _tell(mote: Mote) -> None:
    """What could not be read, and one line a matter."""
    console = Console(highlight=False, markup=False)
    for line in mote.olasta:
        console.print(line, soft_wrap=True)
    for arende in mote.arenden:
        console.print(f"{arende.nr}. {arende.namn}: {arende.ljus.ord}. {arende.ljus.skal}", soft_wrap=True)
