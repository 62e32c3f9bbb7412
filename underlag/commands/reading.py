"""One named file, read; whatever is wrong with it is said with its name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from underlag.errors import UnderlagError, UnreadableError, UsageError
from underlag.pipeline import Outcome, Words, extract_file, words_in
from underlag.schemas.division import PageRange
from underlag.settings import Settings


def read(file: Path, *, on: date, settings: Settings, split: Sequence[PageRange] = ()) -> Outcome:
    """What the file becomes, judged as of the day `on`; `split` divides its pages."""
    with _named(file):
        return extract_file(file, on=on, settings=settings, split=split)


def read_words(file: Path, settings: Settings) -> Words:
    """The file's words, without a judgment."""
    with _named(file):
        return words_in(file, settings=settings)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Gives errors that say no place the file as theirs; what is no readable file is refused."""
    try:
        _refuse_unreadable(file)
        yield
    except UnderlagError as error:
        error.where = error.where or str(file)
        raise


def _refuse_unreadable(file: Path) -> None:
    """Stops at what is no ordinary file (a pipe or device may never end) or may not be read."""
    if file.is_dir():
        raise UsageError("är en mapp", remedy="Ange en fil")
    if not file.exists():
        raise UsageError("filen finns inte")
    if not file.is_file():
        raise UnreadableError("är ingen vanlig fil")
    if not os.access(file, os.R_OK):
        raise UnreadableError("filen får inte läsas", remedy="Ge läsrätt till den")
