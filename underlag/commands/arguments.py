"""What several commands are given: a day, and a file of settings."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import click

from underlag.schemas.division import PageRange
from underlag.schemas.result import PartType
from underlag.schemas.words import TYPES
from underlag.settings import Settings, read_settings
from underlag.validators.catalogue import CHAPTERS


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


class Kind(click.ParamType[PartType]):
    """A kind of document that there are rules for."""

    name = "typ"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PartType:
        known: dict[object, PartType] = {kind: kind for kind in CHAPTERS}
        if value not in known:
            self.fail(f"{value} är ingen sorts handling som det finns regler för (de är {', '.join(CHAPTERS)})", param, ctx)
        return known[value]


class Pages(click.ParamType[tuple[PageRange, ...]]):
    """Ranges of pages in rising order: "pages=1-4,5-18,19"."""

    name = "sidor"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[PageRange, ...]:
        if isinstance(value, tuple):
            return value
        text = str(value).replace(" ", "").removeprefix("pages=")
        if not re.fullmatch(r"\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*", text, re.ASCII):
            self.fail(f"{value} är inga sidor (skriv som pages=1-4,5-18)", param, ctx)
        ranges = tuple((int(first), int(last or first)) for first, _, last in (piece.partition("-") for piece in text.split(",")))
        before = 0
        for first, last in ranges:
            if not before < first <= last:
                self.fail(f"{value}: sidorna ska stå i stigande ordning och börja på 1", param, ctx)
            before = last
        return ranges


class Whole(click.ParamType[int]):
    """A whole number within bounds, both included."""

    name = "tal"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if not re.fullmatch(r"\d{1,9}", str(value), re.ASCII) or not self.least <= int(str(value)) <= self.most:
            self.fail(f"{value} är inget tal från {self.least} till {self.most}", param, ctx)
        return int(str(value))


def today() -> date:
    """The day where the user sits."""
    return datetime.now().astimezone().date()


judged_at = click.option(
    "--judged-at", type=Day(), default=today, show_default="i dag", metavar="DATUM", help="Dagen som bedömningen gäller."
)
archive = click.option(
    "--archive",
    metavar="ADRESS",
    envvar="UNDERLAG_ARCHIVE",
    default="arkiv.db",
    show_default=True,
    help="Arkivet: en fil (SQLite), eller postgresql://användare@värd/databas.",
)
part_type = click.option("--type", "kind", type=click.Choice(tuple(TYPES)), metavar="TYP", help="Bara en sorts handling (ansokan …).")
settings = click.option("--settings", type=SettingsFile(), default=Settings(), metavar="FIL", help="Inställningar (TOML).")
split = click.option(
    "--split",
    type=Pages(),
    default=(),
    metavar="SIDOR",
    help="Delar filen vid de sidorna (pages=1-4,5-18) i stället för där nya dokument ser ut att börja.",
)
