"""`underlag search`: words looked for in the archive."""

from __future__ import annotations

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from underlag.commands.arguments import Whole, archive, part_type
from underlag.commands.wording import Command
from underlag.corpus.store.opening import found_store
from underlag.corpus.store.searching import Hit, Hits, Sought, search
from underlag.corpus.words import Snippet
from underlag.errors import UsageError
from underlag.report.labels import pages_words
from underlag.report.wording import counted, one_line, printable
from underlag.schemas.result import PartType
from underlag.schemas.words import TYPES

MOST = 10_000


@click.command("search", cls=Command)
@click.argument("words", metavar="[ORD…]", nargs=-1)
@part_type
@click.option("--insats", metavar="NAMN", default="", help="Bara om insatser med det i namnet.")
@click.option("--organisation", metavar="NAMN", default="", help="Bara där en organisation med det i namnet är med.")
@click.option("--year", metavar="ÅR", type=Whole(1900, 2199), help="Bara det som gäller det året.")
@click.option("--most", metavar="ANTAL", type=Whole(1, MOST), default=20, show_default=True, help="Högsta antal träffar.")
@archive
def command(
    words: tuple[str, ...], *, kind: PartType | None, insats: str, organisation: str, year: int | None, most: int, archive: str
) -> None:
    """Letar i arkivet efter delar som håller alla ORD, i någon böjning; ord inom citattecken ska stå intill varandra.

    å, ä och ö är bokstäver för sig, men text som har förlorat dem hittas också. Utan ORD visas det senast inlagda.
    """
    sought = Sought(" ".join(words), kind, year, insats, organisation)
    if sought == Sought():
        raise UsageError("ange vad som söks", remedy='Till exempel: underlag search "handlingsplan 2019" --type slutrapport')
    console = Console(highlight=False, markup=False)
    hits = search(found_store(archive), sought, most=most)
    for hit in hits.best:
        _print(hit, console)
    console.print(_closing(hits))


def _print(hit: Hit, console: Console) -> None:
    """The part with its number, its file and page, and the piece of text."""
    name = f": {one_line(hit.title)}" if hit.title else ""
    console.print(Text(f"{hit.document}.{hit.number}  {TYPES[hit.type]}{name}{_years(hit)}", style="bold"))
    page = f"sid {hit.snippet.page}" if hit.snippet else pages_words(*hit.pages)
    console.print(Padding(Text(f"{one_line(hit.file)}, {page}", style="dim"), (0, 0, 0, 4), expand=False))
    if hit.snippet:
        console.print(Padding(_marked(hit.snippet), (0, 0, 0, 4), expand=False))
    console.print()


def _marked(snippet: Snippet) -> Text:
    """The piece on one line, what was looked for in bold."""
    text = Text()
    for stretch, found in snippet.stretches:
        text.append(printable(stretch).replace("\n", " "), style="bold" if found else "")
    return text


def _years(hit: Hit) -> str:
    first, last = hit.years
    return "" if first is None else f" ({first})" if first == last else f" ({first}–{last})"


def _closing(hits: Hits) -> str:
    if not hits.best:
        return "Inga träffar"
    shown = f", varav de {len(hits.best)} bästa visas" if hits.total > len(hits.best) else ""
    first = hits.best[0]
    return f"{counted(hits.total, 'träff', 'träffar')}{shown}; underlag show {first.document}.{first.number} visar den första"
