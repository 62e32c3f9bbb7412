"""The command line: the table of commands, and the one boundary where every way to end becomes an exit code.

Only click is imported at start, and a command's module when it is called for, so that `underlag --help` is immediate.
On standard error stands one line or nothing. Libraries' own noise, printed by C code past Python's streams, is kept away
from it; with `UNDERLAG_DEBUG=1` everything is let through and an internal error shows its traceback.
"""

from __future__ import annotations

import importlib
import io
import logging
import os
import sys
import traceback
import warnings
from typing import BinaryIO

import click

from underlag import __version__
from underlag.commands.wording import Command, Group, usage_line
from underlag.errors import MissingDependencyError, UnderlagError, UsageError, internal_error

COMMANDS = {
    "extract": ("underlag.commands.extract", "läser ett dokument och skriver resultatet som JSON"),
    "check": ("underlag.commands.check", "visar för en människa vad som är fel i ett eller flera dokument"),
    "au": ("underlag.commands.au", "gör underlaget till ett möte: ärenden, anmärkningar, frågor till de sökande"),
    "case": ("underlag.commands.case", "samlar handlingar om samma insats och jämför dem med varandra"),
    "words": ("underlag.commands.words", "skriver ett dokuments ord med sida, plats och säkerhet, en JSON-rad per ord"),
    "digitise": ("underlag.commands.digitise", "läser alla dokument i mappar; kan avbrytas och fortsätta"),
    "searchable": ("underlag.commands.searchable", "gör en sökbar PDF/A av en skannad handling"),
    "store": ("underlag.commands.store", "lägger in dokument och sparade resultat i arkivet"),
    "search": ("underlag.commands.search", "letar i arkivet"),
    "show": ("underlag.commands.show", "visar ett dokument i arkivet"),
    "export": ("underlag.commands.export", "skriver arkivets uppgifter som tabeller: CSV, Excel, Parquet, JSON"),
    "stats": ("underlag.commands.stats", "räknar arkivets insatser, medel, mål och deltagare år för år"),
    "evaluate": ("underlag.commands.evaluate", "visar hur ofta uppgifterna blir rätt i dokument vars svar är kända"),
    "rules": ("underlag.commands.rules", "listar reglerna: id, allvar, vad de kräver och varför"),
    "init": ("underlag.commands.init", "gör mapparna som underlag watch sköter"),
    "watch": ("underlag.commands.watch", "sköter en mapp: läser det som läggs i dess inkorg"),
    "status": ("underlag.commands.status", "visar hur det går i en mapp som sköts av underlag watch"),
    "retry": ("underlag.commands.retry", "prövar igen en fil som underlag watch gett upp"),
    "schema": ("underlag.commands.schema", "skriver JSON Schema (draft 2020-12) för resultatet eller sammanställningen"),
    "doctor": ("underlag.commands.doctor", "visar vad som är installerat och vad som fattas"),
}
"""Each command: the module that holds it as `command`, and what it does in a line."""

INTERRUPTED, PIPE_CLOSED = 130, 141  # as the shell counts a process ended by SIGINT and SIGPIPE

EXITS = """\b
Slutkoder:
  0  inga fel (varningar och upplysningar kan finnas)
  1  dokumentet har fel
  2  felaktigt kommando, eller en fil som inte finns
  3  ett program eller språkdata som behövs är inte installerat
  4  filen går inte att läsa som dokument
  5  filen är låst med lösenord
  6  resultatet kunde inte skrivas
 70  internt fel i underlag
"""


class Commands(Group):
    """The group of commands, each imported when it is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            raise UsageError(f"kommandot {cmd_name} finns inte", remedy=f"Kommandon: {', '.join(COMMANDS)}")
        command = importlib.import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(command, Command)
        return command

    def summaries(self) -> list[tuple[str, str]]:
        return [(name, summary) for name, (_, summary) in COMMANDS.items()]


@click.command(cls=Commands, invoke_without_command=True, epilog=EXITS)
@click.version_option(__version__, message="%(prog)s %(version)s", help="Visar versionen.")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Gör inlämnade dokument till granskade uppgifter, var och en med sin plats på sidan."""
    if ctx.invoked_subcommand is None:
        raise UsageError("ange ett kommando", remedy=f"Kommandon: {', '.join(COMMANDS)}; mer med underlag --help")


def main() -> None:
    """The program `underlag`: runs the command line and ends the process."""
    debug = os.environ.get("UNDERLAG_DEBUG") == "1"
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # lists for a person; results are written as bytes
    code = run(sys.argv[1:], stderr=_own_stderr(debug=debug), debug=debug)
    if code > 1:
        _abandon_stdout()
    sys.exit(code)


def run(arguments: list[str], *, stderr: BinaryIO, debug: bool) -> int:
    """Runs one command line and gives its exit code; whatever went wrong is told in one line on `stderr`."""
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the boundary: nothing gets past it as a traceback
        if debug:
            traceback.print_exception(error)
        known = as_known(error)
        stderr.write(f"underlag: {known.line()}\n".encode(errors="backslashreplace"))
        stderr.flush()
        return known.exit_code
    return code


def _invoke(arguments: list[str]) -> int:
    """The exit code of a command that ended by itself."""
    try:
        with commands.make_context("underlag", arguments) as ctx:
            code = commands.invoke(ctx)
    except click.exceptions.Exit as asked:  # --help and --version
        return asked.exit_code
    return code if isinstance(code, int) else 0


def as_known(error: Exception) -> UnderlagError:
    """Any error as one of ours; one that has no place in the tree is an internal error."""
    match error:
        case UnderlagError():
            return error
        case click.ClickException():
            return UsageError(usage_line(error), remedy="Mer med underlag --help")
        case ModuleNotFoundError(name=str(name)) if not name.startswith("underlag"):
            return MissingDependencyError(f"Python-paketet {name} är inte installerat", remedy="Kör make install")
    return internal_error(error)


def _own_stderr(*, debug: bool) -> BinaryIO:
    """Standard error as only this module writes to it; what libraries print there is lost unless `debug`."""
    if debug:
        logging.basicConfig(level=logging.INFO)
        return sys.stderr.buffer
    warnings.simplefilter("ignore")
    logging.disable()
    own = os.fdopen(os.dup(2), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return own


def _abandon_stdout() -> None:
    """Lets what is still buffered for standard output go nowhere, so that Python's own last flush can't fail on it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
