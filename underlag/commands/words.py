"""`underlag words`: the words of one document, each with its place, as JSON lines."""

from __future__ import annotations

import json
from pathlib import Path

import click

from underlag.commands.arguments import settings
from underlag.commands.output import write
from underlag.commands.wording import Command
from underlag.errors import UnreadableError
from underlag.extract.placed_words import PlacedWord
from underlag.pipeline import reader_for, words_in
from underlag.settings import Settings


@click.command("words", cls=Command)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@settings
def command(file: Path, *, settings: Settings) -> None:
    """Skriver orden i FIL i läsordning, en JSON-rad per ord: sida, ruta i punkter från sidans övre vänstra hörn, text och säkerhet (0–1).

    Word- och textfiler har ingen ruta; där säger where var ordet står. Slutkod 4 om någon sida inte gick att läsa.
    """
    with reader_for(settings) as reader:
        words = words_in(file, reader=reader)
    for page in words.pages:
        write(b"".join(map(_line, page)), None)
    if words.problems:
        what, more = words.problems[0].what.rstrip("."), len(words.problems) - 1
        raise UnreadableError(f"{what} (och {more} till)" if more else what, where=str(file), remedy="Orden på övriga sidor är skrivna.")


def _line(word: PlacedWord) -> bytes:
    """One word as a line of JSON in UTF-8; half a surrogate pair is written as JSON's own escape."""
    box = [round(side, 2) for side in (word.box.x0, word.box.top, word.box.x1, word.box.bottom)] if word.box else None
    fields = {"page": word.page, "bbox": box, "where": word.where, "text": word.text, "confidence": word.confidence}
    return json.dumps(fields, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"
