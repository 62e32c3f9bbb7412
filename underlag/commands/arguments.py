"""What several commands are given: a day, and a file of settings."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

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
