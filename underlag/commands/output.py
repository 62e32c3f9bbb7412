"""What a command gives, written: whole or not at all, and never over the document it came from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from underlag.errors import OutputError, UsageError
from underlag.schemas.result import Model


def refuse_overwriting(target: Path | None, sources: tuple[Path, ...]) -> None:
    """Stops a command whose output would replace one of the documents that it reads."""
    if target and target.exists() and any(source.exists() and target.samefile(source) for source in sources):
        raise UsageError("är dokumentet som ska läsas", where=str(target), remedy="Skriv till en annan fil")


def as_json(result: Model, *, pretty: bool) -> bytes:
    """A result, or a case, as one JSON object in UTF-8, ended by a line break."""
    return result.model_dump_json(by_alias=True, indent=2 if pretty else None).encode() + b"\n"


def write(data: bytes, target: Path | None) -> None:
    """Writes `data` to `target`, or to standard output. An ordinary file is replaced in one step, when all is written."""
    with writing_to(target):
        if target is None:
            _print(data)
        elif target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or pipe, which can't be replaced
        else:
            _replace(target, data)


@contextmanager
def writing_to(target: Path | None) -> Iterator[None]:
    """What the system refuses while something is written to `target` (None: standard output), as one of our errors."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard ut" if target is None else str(target)
        raise OutputError("kan inte skrivas", where=where, remedy=_reason(error)) from error


def _print(data: bytes) -> None:
    """All of `data` to standard output, which takes only a part at a time where Python runs unbuffered and the reader goes away."""
    left = memoryview(data)
    while left:
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()


def make_folder(folder: Path) -> None:
    """Makes `folder` and those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("mappen kan inte skapas", where=str(folder), remedy=_reason(error)) from error


@contextmanager
def failed_writing(where: str) -> Iterator[None]:
    """Makes an error of the system's one of ours that names what could not be written."""
    try:
        yield
    except OSError as error:
        raise OutputError("kan inte skrivas", where=where, remedy=_reason(error)) from error


def _replace(target: Path, data: bytes) -> None:
    target = target.resolve()
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "Mappen finns inte"
        case PermissionError():
            return "Skrivrätt saknas"
        case IsADirectoryError():
            return "Det är en mapp"
        case FileExistsError() | NotADirectoryError():
            return "En fil står i vägen"
    return {28: "Utrymmet är slut", 30: "Filsystemet är skrivskyddat", 36: "Namnet är för långt"}.get(error.errno or 0, str(error.strerror))
