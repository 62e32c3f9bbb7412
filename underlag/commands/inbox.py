"""The files that a person names, singly or by folder, and what their reports are called."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of `paths` in order, each folder's own by name; hidden files, and folders behind links, are passed over."""
    for path in paths:
        yield from _folder(path) if path.is_dir() else (path,)


def taken_in(paths: Iterable[Path], *, but: Collection[Path] = ()) -> Iterator[Path]:
    """As `files_in`, for a command that takes saved results too: of a folder without the reports that lie beside them (HTML),
    and without `but`, what the command itself writes.
    """
    own = {path.resolve() for path in but}
    for path in paths:
        files = files_in((path,))
        yield from (f for f in files if f.suffix.casefold() != ".html" and f.resolve() not in own) if path.is_dir() else files


def _folder(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))


def report_names(files: Iterable[Path]) -> Iterator[str]:
    """A name without ending for the report on each file: the file's own, numbered where a name comes again."""
    taken: set[str] = {"index"}  # the overview's
    for file in files:
        name, number = file.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{file.name} ({number})"
        taken.add(name.casefold())
        yield name
