"""`underlag watch`: serves a folder, for months or once."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import FrameType

import click

from underlag.commands.output import failed_writing
from underlag.commands.site import site_in
from underlag.commands.wording import Command
from underlag.corpus.watch.serving import serve, serve_once


@click.command("watch", cls=Command)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Läser det som ligger i inkorgen och slutar; för körning enligt schema.")
def command(folder: Path, *, once: bool) -> None:
    """Sköter MAPP (gjord med underlag init): läser det som läggs i inkorg och lägger det i klart eller karantan.

    Avbryt med Ctrl-C; det som är påbörjat görs klart nästa gång.
    """
    site, settings = site_in(folder)
    signal.signal(signal.SIGTERM, _stop)
    with failed_writing(str(folder)):
        (serve_once if once else serve)(site, settings, out=sys.stdout)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """A service manager's wish to stop is Ctrl-C."""
    raise KeyboardInterrupt
