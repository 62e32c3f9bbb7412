"""`underlag watch`: serves a folder, for months or once."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from types import FrameType

import click

from underlag.commands.site import site_in
from underlag.commands.wording import Command
from underlag.corpus.watch.desk import Clock
from underlag.corpus.watch.serving import serve, serve_once, service_of


@click.command("watch", cls=Command)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Läser det som ligger i inkorgen och slutar; för körning enligt schema.")
def command(folder: Path, *, once: bool) -> None:
    """Sköter MAPP (gjord med underlag init): läser det som läggs i inkorg och lägger det i klart eller karantan.

    Avbryt med Ctrl-C; det som är påbörjat görs klart nästa gång.
    """
    site, settings = site_in(folder)
    signal.signal(signal.SIGTERM, _stop)
    clock = Clock()
    with service_of(site, settings, out=sys.stdout, clock=clock) as service:
        if once:
            serve_once(service, time.sleep, clock=clock, settle=settings.settle_seconds)
        else:
            serve(service, time.sleep)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """A service manager's wish to stop is Ctrl-C."""
    raise KeyboardInterrupt
