"""Moving and writing files so that each step happens whole or not at all, and may be done again."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from pathlib import Path

_UNFINISHED = ".underlag-"


def move(source: Path, target: Path) -> None:
    """Moves a file to a place where none lies; done again, it has no more to do. Within a file system it is a rename, and across two a copy
    that is complete before the source goes.

    Raises FileNotFoundError where the file lies in neither place, and FileExistsError where another lies at the target.
    """
    if target.exists():
        if source.exists():
            if digest(source) != digest(target):
                raise FileExistsError(errno.EEXIST, "en annan fil ligger i vägen", str(target))
            source.unlink()
        return
    try:
        source.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _carry(source, target)
    _sync_folder(target.parent)


def write_whole(data: bytes, target: Path) -> None:
    """Writes the file in one step, over the one that lies there."""
    unfinished = target.with_name(f"{_UNFINISHED}{os.getpid()}-{target.name}"[:120])
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(target.parent)


def make_below(root: Path, folder: Path) -> None:
    """Makes `folder` and what lies between it and `root`, which must be there: a share that is away is not made anew."""
    for below in reversed([folder, *folder.parents][: len(folder.relative_to(root).parts)]):
        below.mkdir(exist_ok=True)


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _carry(source: Path, target: Path) -> None:
    unfinished = target.with_name(f"{_UNFINISHED}{os.getpid()}-{target.name}"[:120])
    try:
        shutil.copy2(source, unfinished)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)
    source.unlink()


def _sync_folder(folder: Path) -> None:
    """Has the folder's entries reach the disk, where the file system can be asked to."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(handle)
