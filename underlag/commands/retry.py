"""`underlag retry`: has a watched folder try again what it gave up, or what waits."""

from __future__ import annotations

from pathlib import Path

import click

from underlag.commands.site import site_above
from underlag.commands.wording import Command
from underlag.corpus.database import open_database
from underlag.corpus.watch.retrying import retry_file, retry_waiting


@click.command("retry", cls=Command)
@click.argument("path", metavar="FIL", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Låter tjänsten läsa FIL i karantan en gång till. Är FIL hela mappen prövas genast allt som väntar på nytt försök."""
    site, settings = site_above(path)
    engine = open_database(settings.ledger, beside=site.root)
    place = path.absolute().relative_to(site.root)
    if place == Path():
        click.echo(f"{retry_waiting(engine)} filer som väntade prövas nu")
    else:
        click.echo(f"{retry_file(engine, place.as_posix()).name} prövas igen")
    engine.dispose()
