"""`underlag check`: what is wrong with one document or a folder of them, for a person to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from underlag.commands.arguments import judged_at, settings, split
from underlag.commands.ending import exit_code
from underlag.commands.inbox import files_in, report_names
from underlag.commands.output import as_json, make_folder, refuse_overwriting, write
from underlag.commands.wording import Command
from underlag.errors import UnderlagError, UsageError
from underlag.pipeline import Outcome, extract_files, reader_for, report_page
from underlag.report.index import IndexRow, index_row, render_index
from underlag.report.terminal import print_result
from underlag.schemas.division import PageRange
from underlag.settings import Settings
from underlag.values.filenames import name_as_text


@click.command("check", cls=Command)
@click.argument("paths", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--report", metavar="FIL", type=click.Path(path_type=Path), help="Skriver rapporten över en enda fil som HTML.")
@click.option("--out-dir", metavar="MAPP", type=click.Path(path_type=Path), help="Skriver rapport och JSON för varje fil, och index.html.")
@judged_at
@settings
@split
def command(
    paths: tuple[Path, ...], *, report: Path | None, out_dir: Path | None, judged_at: date, settings: Settings, split: tuple[PageRange, ...]
) -> int:
    """Visar vad som är fel i varje FIL; en mapp står för filerna i den."""
    files = tuple(files_in(paths))
    if len(files) != 1 and report:
        raise UsageError(f"--report gäller en enda fil, inte {len(files)}", remedy="Ange --out-dir för flera")
    if len(files) != 1 and split:
        raise UsageError(f"--split gäller en enda fil, inte {len(files)}", remedy="Kör den filen för sig")
    refuse_overwriting(report, files)
    if out_dir:
        make_folder(out_dir)
    inbox = Inbox(Console(highlight=False, markup=False), report, out_dir)
    ended = []
    with reader_for(settings) as reader:
        outcomes = extract_files(files, on=judged_at, settings=settings, reader=reader, split=split)
        for file, name, outcome in zip(files, report_names(files), outcomes, strict=True):
            ended.append(one := inbox.take(file, name, outcome))
            if len(files) > 1:
                if one.error:  # a lone file's error is the command's
                    inbox.console.print(one.error.line(), soft_wrap=True)
                inbox.console.print()
    if out_dir:
        write(render_index(one.row for one in ended).encode(errors="replace"), out_dir / "index.html")
    raise_unread([one.error for one in ended if one.error], of=len(files))
    return max((one.code for one in ended), default=0)


@dataclass(frozen=True, slots=True)
class Ended:
    """How one file ended: its row in the overview, and its exit code, or the error that kept it from being read."""

    row: IndexRow
    code: int = 0
    error: UnderlagError | None = None


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where what is found in each file is to go."""

    console: Console
    report: Path | None
    out_dir: Path | None

    def take(self, file: Path, name: str, outcome: Outcome | UnderlagError) -> Ended:
        """Tells of one file and writes its reports; one that can't be read does not stop the others."""
        if isinstance(outcome, UnderlagError):
            return Ended(IndexRow(file=name_as_text(file), error=outcome.line()), error=outcome)
        print_result(outcome.result, self.console)
        return Ended(index_row(outcome.result, self._written(outcome, name)), exit_code(outcome.result))

    def _written(self, outcome: Outcome, name: str) -> str | None:
        """Writes the reports that are asked for; the name of the one in `out_dir`, if any."""
        if not self.report and not self.out_dir:
            return None
        page = report_page(outcome).encode(errors="replace")
        if self.report:
            write(page, self.report)
        if self.out_dir:
            write(as_json(outcome.result, pretty=True), self.out_dir / f"{name}.json")
            write(page, self.out_dir / f"{name}.html")
        return f"{name}.html" if self.out_dir else None


def raise_unread(errors: list[UnderlagError], *, of: int) -> None:
    """Ends the command as its gravest error says, if there was any."""
    if not errors:
        return
    if of == 1:
        raise errors[0]
    gravest = max(errors, key=lambda error: error.exit_code)
    raise type(gravest)(f"{len(errors)} av {of} filer kunde inte läsas", remedy="Listan ovan säger varför")
