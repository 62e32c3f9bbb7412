"""From the inbox into the working folder, and from quarantine back to it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from urllib.parse import quote_from_bytes

from underlag.corpus.watch.desk import Desk
from underlag.corpus.watch.moves import digest, move
from underlag.corpus.watch.names import name_candidates, safe_name
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.shelving import WHY
from underlag.values.filenames import name_as_text


def take(desk: Desk, path: Path) -> bool:
    """Takes a file that has stood still; False where another service is taking it. Raises the system's error where it can't be had."""
    with path.open("rb") as opened:
        opened.read(1)
    inside = path.relative_to(desk.site.inbox)
    tags = "/".join(safe_name(name_as_text(Path(part))) for part in inside.parts[:-1])
    claim = quote_from_bytes(os.fsencode(inside))
    file = desk.ledger.begin_taking(claim, name=safe_name(name_as_text(path)), tags=tags, at=desk.clock.now())
    if file is None:
        return False
    try:
        desk.folder(file).mkdir(exist_ok=True)
        move(path, desk.held(file))
    except OSError:
        desk.site.require()
        settle_taking(desk, file)
        raise
    settle_taking(desk, file)
    return True


def settle_taking(desk: Desk, file: File) -> None:
    """Ends a taking that was begun: the file is registered if it was moved, and the taking forgotten if it wasn't."""
    held = desk.held(file)
    if not held.exists():
        _remove_empty(desk.folder(file))
        desk.ledger.forget(file)
        return
    state = desk.ledger.register(file, sha256=digest(held), size=held.stat().st_size)
    desk.journal.tell("inkom", file=file.name, tags=file.tags or None, number=file.id, state=state)


def sweep(desk: Desk) -> None:
    """Empties folders of the working folder that belong to no file in the ledger's hands: of files that have ended, and of files that a
    ledger from before does not know, which go back to the inbox. Nobody's file is removed.
    """
    for folder in desk.site.work.iterdir():
        if folder.name.isdecimal() and not desk.views.is_under_way(int(folder.name)):
            for path in folder.iterdir():
                if path.is_file():
                    _give_back(desk, path)
            shutil.rmtree(folder)


def _give_back(desk: Desk, path: Path) -> None:
    for name in name_candidates(path.name, version=1):
        target = desk.site.inbox / name
        if not target.exists():
            move(path, target)
            desk.journal.tell("lades tillbaka i inkorgen", file=name)
            return


def take_again(desk: Desk, file: File) -> None:
    """Registers a file anew whose content changed while it was read: whoever wrote it was still at it, and writes where it lies now."""
    desk.journal.tell("ändrades under läsningen", file=file.name)
    settle_taking(desk, desk.ledger.changed(file))


def bring_back(desk: Desk, file: File) -> None:
    """Takes a file out of quarantine, to be read again."""
    goal = desk.goal(file)
    desk.folder(file).mkdir(exist_ok=True)
    move(goal, desk.held(file))
    goal.with_name(goal.name + WHY).unlink(missing_ok=True)
    desk.ledger.returned(file)
    desk.journal.tell("prövas igen", file=file.name)


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except FileNotFoundError:
        return
