"""`underlag status`: how a watched folder is doing."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from underlag.commands.site import site_in
from underlag.commands.wording import Command
from underlag.corpus.database import open_database
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.status import Status, status_of
from underlag.corpus.watch.tables import State
from underlag.corpus.watch.views import Views

MOST_HINDERED = 10
"""Lines at most on files that wait."""


@click.command("status", cls=Command)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Skriver samma uppgifter som JSON.")
def command(folder: Path, *, as_json: bool) -> int:
    """Visar hur det går i MAPP: tjänstens livstecken, kön, det senaste, och vad som blivit av allt som kommit in.

    Slutkod 1 om ingen tjänst är igång.
    """
    site, settings = site_in(folder)
    engine = open_database(settings.ledger, beside=site.root)
    status = status_of(site, Views(engine), now=time.time())
    engine.dispose()
    if as_json:
        click.echo(json.dumps(_facts(status), ensure_ascii=False))
    else:
        _print(status)
    return int(not status.alive)


def _print(status: Status) -> None:
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for head, text in _lines(status):
        table.add_row(head, text)
    Console(highlight=False, markup=False).print(table)


def _lines(status: Status) -> Iterator[tuple[str, str]]:
    yield "Tjänst", _service(status)
    yield "I inkorgen", f"{status.dropped} filer" + (f", varav {status.in_use} öppna i ett annat program" if status.in_use else "")
    yield "Inkomna", f"{status.arrived} = {_sum(status)}"
    if status.done:
        yield "Senast läst", f"{_when(status.done.ended)} {status.done.place}"
    if status.quarantined:
        yield "Senast i karantän", f"{_when(status.quarantined.ended)} {status.quarantined.place}: {status.quarantined.error}"
    if status.service and status.service.error:
        yield "Senaste avbrott", f"{_when(status.service.error_at)} {status.service.error}"
    for file in status.hindered[:MOST_HINDERED]:
        yield "Väntar", f"{file.name}: {file.hindrance} (nytt försök {_when(file.next_try)})"
    if len(status.hindered) > MOST_HINDERED:
        yield "", f"och {len(status.hindered) - MOST_HINDERED} till"


def _service(status: Status) -> str:
    if status.service is None or status.silent is None:
        return "ingen har startats"
    age = f"livstecken för {max(0, round(status.silent))} sekunder sedan (dator {status.service.host}, process {status.service.process})"
    return age if status.alive else f"INGEN ÄR IGÅNG; {age}"


def _sum(status: Status) -> str:
    """What became of all that came in, as a sum."""
    named = {
        "lästa": State.DONE,
        "i karantän": State.QUARANTINED,
        "dubbletter": State.DUPLICATE,
        "som läses": State.WORKING,
        "borta": State.MISSING,
    }
    return " + ".join((f"{status.queued} i kö", *(f"{status.counts.get(state, 0)} {name}" for name, state in named.items())))


def _when(at: float | None) -> str:
    return f"{datetime.fromtimestamp(at, UTC).astimezone():%Y-%m-%d %H:%M:%S}" if at is not None else ""


def _facts(status: Status) -> dict[str, object]:
    return {
        "alive": status.alive,
        "silent_seconds": None if status.silent is None else round(status.silent, 1),
        "inbox": status.dropped,
        "in_use": status.in_use,
        "arrived": status.arrived,
        "queued": status.queued,
        "states": {state.value: status.counts.get(state, 0) for state in State},
        "last_done": _place(status.done),
        "last_quarantined": _place(status.quarantined),
        "last_error": status.service.error if status.service else None,
        "hindered": [{"file": file.name, "reason": file.hindrance, "next_try": file.next_try} for file in status.hindered],
    }


def _place(file: File | None) -> str | None:
    return file.place if file else None
