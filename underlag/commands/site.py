"""The site that a command is told of by its folder."""

from __future__ import annotations

from pathlib import Path

from underlag.corpus.watch.site import Site, SiteGoneError
from underlag.errors import UsageError
from underlag.schemas.watching import Watching
from underlag.settings import read_settings


def site_in(folder: Path) -> tuple[Site, Watching]:
    """The site, and how it is to be watched. Raises UsageError where `underlag init` has made none there."""
    site = Site(folder.absolute())
    try:
        site.require()
    except SiteGoneError as error:
        raise UsageError(str(error), remedy=f"Gör mapparna med underlag init {folder}") from error
    return site, read_settings(site.settings).watch if site.settings else Watching()


def site_above(path: Path) -> tuple[Site, Watching]:
    """The site that a path is or lies in. Raises UsageError where it lies in none."""
    path = path.absolute()
    for folder in (path, *path.parents):
        if Site(folder).work.is_dir():
            return site_in(folder)
    raise UsageError("ligger inte i någon mapp som underlag watch sköter", where=str(path))
