"""What several commands are given: files that must be there, a day, a file of settings."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import click

from underlag.errors import UnreadableError, UsageError
from underlag.settings import Settings, read_settings


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "datum"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            self.fail(f"{value} är inget datum (skriv som 2026-01-31)", param, ctx)


class SettingsFile(click.ParamType[Settings]):
    """A file of settings, read."""

    name = "fil"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Settings:
        return value if isinstance(value, Settings) else read_settings(Path(str(value)))


def today() -> date:
    """The day where the user sits."""
    return datetime.now().astimezone().date()


judged_at = click.option(
    "--judged-at", type=Day(), default=today, show_default="i dag", metavar="DATUM", help="Dagen som bedömningen gäller."
)
settings = click.option("--settings", type=SettingsFile(), default=Settings(), metavar="FIL", help="Inställningar (TOML).")


def readable_file(path: Path) -> Path:
    """`path`, which must be an ordinary file that may be read."""
    if path.is_dir():
        raise UsageError("är en mapp", where=str(path), remedy="Ange en fil")
    if not path.exists():
        raise UsageError("filen finns inte", where=str(path))
    if not path.is_file():
        raise UnreadableError("är ingen vanlig fil", where=str(path))
    if not os.access(path, os.R_OK):
        raise UnreadableError("filen får inte läsas", where=str(path), remedy="Ge läsrätt till den")
    return path
