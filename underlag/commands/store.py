"""`underlag store`: documents and saved results into the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import click
from rich.console import Console

from underlag.commands.arguments import archive, judged_at, settings
from underlag.commands.check import raise_unread
from underlag.commands.inbox import taken_in
from underlag.commands.wording import Command
from underlag.corpus.store.keeping import count_kept, keep
from underlag.corpus.store.opening import made_store, own_files
from underlag.errors import UnderlagError
from underlag.pipeline import Taken, reader_for, results_of
from underlag.report.wording import counted
from underlag.schemas.result import Result
from underlag.settings import Settings

_AT_ONCE = 200  # files; a document and its saved result, which need not be read twice, lie side by side by name


@click.command("store", cls=Command)
@click.argument("paths", metavar="FIL…", nargs=-1, required=True, type=click.Path(path_type=Path))
@archive
@judged_at
@settings
def command(paths: tuple[Path, ...], *, archive: str, judged_at: date, settings: Settings) -> None:
    """Lägger in varje FIL i arkivet: resultat som är sparade som JSON som de är, dokument efter att ha läst dem.

    En mapp står för filerna i den. Ett dokument som redan finns i arkivet behåller sitt nummer och får det nya resultatet.
    """
    console = Console(highlight=False, markup=False)
    engine = made_store(archive)
    unread: list[UnderlagError] = []
    files = tuple(taken_in(paths, but=own_files(engine)))
    with reader_for(settings) as reader:
        taken = chain.from_iterable(results_of(some, on=judged_at, settings=settings, reader=reader) for some in _in_turns(files))
        count = sum(1 for _ in keep(engine, _read(taken, unread, console, lone=len(files) == 1)))
    documents, parts = count_kept(engine)
    stored = counted(count, "resultat inlagt", "resultat inlagda")
    console.print(f"{stored}; arkivet håller {documents} dokument med {counted(parts, 'del', 'delar')}")
    raise_unread(unread, of=len(files))


def _in_turns(files: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """The files some at a time: the saved results among them are all in memory at once."""
    return (files[n : n + _AT_ONCE] for n in range(0, len(files), _AT_ONCE))


def _read(taken: Iterable[Taken], unread: list[UnderlagError], console: Console, *, lone: bool) -> Iterator[Result]:
    """The results that could be had; the errors of the others are told and kept. A lone file's error is the command's."""
    for one in taken:
        if isinstance(one.result, Result):
            yield one.result
        else:
            unread.append(one.result)
            if not lone:
                console.print(one.result.line(), soft_wrap=True)
