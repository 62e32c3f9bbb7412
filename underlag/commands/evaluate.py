"""`underlag evaluate`: how right the tool is on documents whose answers are known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.table import Table

from underlag.commands.arguments import judged_at, settings
from underlag.commands.check import raise_unread
from underlag.commands.inbox import taken_in
from underlag.commands.wording import Command
from underlag.corpus.accuracy import Accuracy, Tally, copies, read_known, summed
from underlag.errors import UnderlagError, UsageError
from underlag.pipeline import reader_for, results_of
from underlag.report.wording import counted, number
from underlag.schemas.words import KEYS, TYPES, key_label
from underlag.settings import Settings
from underlag.values.pointers import tokens


@click.command("evaluate", cls=Command)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--copies", "endings", metavar="ÄNDELSER", default="", help="Bara kopior med de ändelserna, till exempel docx,pdf,scan.pdf.")
@click.option("--fields", is_flag=True, help="Visar också varje fråga för sig.")
@judged_at
@settings
def command(folder: Path, *, endings: str, fields: bool, judged_at: date, settings: Settings) -> None:
    """Läser dokumenten i MAPP vars svar är kända och visar hur ofta uppgifterna blir rätt.

    Svaren till NAMN.docx, NAMN.scan.pdf och så vidare står i NAMN.gold.json, var i MAPP som helst.
    """
    wanted = tuple(filter(None, endings.split(",")))
    known = {file: answers for file, answers in copies(taken_in((folder,))) if not wanted or _ending(file) in wanted}
    if not known:
        raise UsageError("här finns inget dokument med facit", where=str(folder), remedy="Facit till NAMN.pdf heter NAMN.gold.json")
    accuracy, unread = Accuracy(), list[UnderlagError]()
    with reader_for(settings) as reader:
        for taken in results_of(tuple(known), on=judged_at, settings=settings, reader=reader):
            if isinstance(taken.result, UnderlagError):
                unread.append(taken.result)
            else:
                accuracy.add(read_known(known[taken.file]), taken.result, _ending(taken.file))
    _print(accuracy, Console(highlight=False, markup=False), fields=fields)
    raise_unread(unread, of=len(known))


def _ending(file: Path) -> str:
    """What sort of copy a file is: its name after the first dot, that of a saved result without its own."""
    return file.name.partition(".")[2].removesuffix(".json")


def _print(accuracy: Accuracy, console: Console, *, fields: bool) -> None:
    table = _table("Handling", "Kopia")
    for kind in TYPES:
        rows = sorted((copy, tally) for (of, copy), tally in accuracy.by_copy.items() if of == kind)
        for copy, tally in rows:
            table.add_row(TYPES[kind], copy, *_figures(tally))
        if len(rows) > 1:
            table.add_row(TYPES[kind], "alla", *_figures(summed(accuracy.by_copy, kind)), style="bold")
    console.print(table)
    if fields:
        table = _table("Handling", "Uppgift")
        for (kind, at), tally in accuracy.by_field.items():
            table.add_row(TYPES[kind], _label(tokens(at)), *_figures(tally))
        console.print(table)
    table = Table("Säkerhet minst", "lästa värden", "därav rätt", box=box.SIMPLE_HEAD)
    for limit, count, share in accuracy.calibration():
        table.add_row(number(limit), number(count), f"{number(round(share, 2))} %")
    console.print(table)
    if accuracy.incomplete:
        console.print(f"{counted(accuracy.incomplete, 'fil', 'filer')} lästes ofullständigt; det som saknas där är räknat som saknat")


def _table(*heads: str) -> Table:
    table = Table(*heads, box=box.SIMPLE_HEAD)
    for head in ("kända", "rätt", "fel", "saknas", "påhittat"):
        table.add_column(head, justify="right")
    return table


def _figures(tally: Tally) -> tuple[str, ...]:
    share = "–" if tally.share_right is None else f"{number(round(tally.share_right, 1))} %"
    return number(tally.known), share, *(number(tally.counts[verdict]) for verdict in ("wrong", "missing", "invented"))


def _label(path: Iterable[str]) -> str:
    return ", ".join(key_label(key) if key in KEYS else key for key in path)
