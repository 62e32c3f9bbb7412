"""`underlag stats`: what the archive counts, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.table import Table

from underlag.commands.arguments import archive
from underlag.commands.output import make_folder, write
from underlag.commands.wording import Command
from underlag.corpus.stats import Year, years_of
from underlag.corpus.store.keeping import kept_parts
from underlag.corpus.store.opening import found_store
from underlag.report.wording import SPACE, amount, number

UNTOLD = "–"
_HEADS = ("År", "Insatser", "Sökt, tkr", "Beviljat, tkr", "Använt, tkr", "Mål satta", "Mål nådda", "Till arbete/studier")
_SOURCES = (
    "Sökt: ansökningar; beviljat: högsta belopp i tjänsteskrivelser; båda på året då insatsen börjar. Använt: årsredovisningar.",
    "Mål satta: ansökningar, på startåret. Mål nådda, av dem som har bedömts (delvis inom parentes): slutrapporter, på slutåret.",
    "Till arbete eller studier, av avslutade deltagare: årets sista uppföljning, annars kvartalsrapporterna.",
)


@click.command("stats", cls=Command)
@click.option("--charts", metavar="MAPP", type=click.Path(path_type=Path), help="Skriver diagram (PNG) dit.")
@archive
def command(*, charts: Path | None, archive: str) -> None:
    """Räknar det som arkivets handlingar säger, år för år: insatser, medel, mål och deltagare till arbete eller studier."""
    years = years_of(kept_parts(found_store(archive)))
    console = Console(highlight=False, markup=False)
    console.print(_table(years))
    for line in _SOURCES:
        console.print(line, style="dim", soft_wrap=True)
    if charts:
        _draw(years, charts)


def _table(years: Sequence[Year]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for head in _HEADS:
        table.add_column(head, justify="right")
    for year in years:
        table.add_row(
            str(year.year), str(year.insatser), *map(_thousands, (year.sought, year.granted, year.used)), *_goals(year), _share(year)
        )
    return table


def _thousands(kronor: int | None) -> str:
    return UNTOLD if kronor is None else amount(round(kronor / 1000)).removesuffix(f"{SPACE}kr")


def _goals(year: Year) -> tuple[str, str]:
    judged = UNTOLD if year.goals_judged is None else f"{year.goals_reached} ({year.goals_partly}) av {year.goals_judged}"
    return UNTOLD if year.goals_set is None else str(year.goals_set), judged


def _share(year: Year) -> str:
    return UNTOLD if year.share_to_work is None else f"{number(round(year.share_to_work, 1))} % av {year.ended}"


def _draw(years: Sequence[Year], folder: Path) -> None:
    """Four charts, one a question."""
    from underlag.report.charts import bars_by_year  # noqa: PLC0415  Matplotlib, half a second

    make_folder(folder)
    when = [year.year for year in years]
    money = {name: [_in_thousands(getattr(year, key)) for year in years] for name, key in _MONEY.items()}
    goals = {name: [getattr(year, key) for year in years] for name, key in _GOALS.items()}
    share = {"Andel": [year.share_to_work for year in years]}
    for file, title, series, unit in (
        ("insatser", "Insatser", {"Insatser": [float(year.insatser) for year in years]}, "antal"),
        ("medel", "Medel", money, "tkr"),
        ("mal", "Mål", goals, "antal"),
        ("arbete-studier", "Till arbete eller studier, av avslutade deltagare", share, "procent"),
    ):
        write(bars_by_year(title, when, series, unit=unit), folder / f"{file}.png")


_MONEY = {"Sökt": "sought", "Beviljat": "granted", "Använt": "used"}
_GOALS = {
    "Satta i ansökningar": "goals_set",
    "Bedömda i slutrapporter": "goals_judged",
    "Nådda": "goals_reached",
    "Delvis nådda": "goals_partly",
}


def _in_thousands(kronor: int | None) -> float | None:
    return None if kronor is None else kronor / 1000
