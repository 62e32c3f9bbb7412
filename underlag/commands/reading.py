"""One named file, read and judged; whatever is wrong with it is said with its name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from underlag.errors import UnderlagError, UnreadableError, UsageError
from underlag.pipeline import Outcome, extract_file
from underlag.schemas.division import PageRange
from underlag.settings import Settings


def read(file: Path, *, on: date, settings: Settings, split: Sequence[PageRange] = ()) -> Outcome:
    """What the file becomes, judged as of the day `on`; `split` divides its pages."""
    try:
        _refuse_unreadable(file)
        return extract_file(file, on=on, settings=settings, split=split)
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
