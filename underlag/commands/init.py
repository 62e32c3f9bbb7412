"""`underlag init`: the folders of a new site."""

from __future__ import annotations

from pathlib import Path

import click

from underlag.commands.output import failed_writing
from underlag.commands.wording import Command
from underlag.corpus.watch.making import make_site
from underlag.corpus.watch.site import SETTINGS, Site


@click.command("init", cls=Command)
@click.argument("folder", metavar="MAPP", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Gör mapparna inkorg, klart, granska och karantan i MAPP, och filen underlag.toml med förklarade inställningar.

    Det som redan finns lämnas som det är.
    """
    site = Site(folder.absolute())
    with failed_writing(str(folder)):
        fresh = make_site(site)
    settings = "Inställningarna ligger i" if fresh else "Inställningarna låg redan i"
    click.echo(f"Lägg dokument i {site.inbox}. {settings} {site.root / SETTINGS}.")
    click.echo(f"Starta tjänsten med: underlag watch {folder}")
