"""From the working folder to where a file ends."""

from __future__ import annotations

import shutil
from pathlib import Path

from underlag.corpus.watch.desk import Desk
from underlag.corpus.watch.moves import make_below, move, write_whole
from underlag.corpus.watch.names import comparable, name_candidates
from underlag.corpus.watch.outcome import Failure, Summary
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.shelving import WHY, Shelf, shelf_of, twin_shelf, unread_shelf, why
from underlag.corpus.watch.tables import State


def plan_read(desk: Desk, file: File, known: Summary) -> File:
    """Decides where a document goes that was read, with its result and report."""
    return _planned(desk, file, shelf_of(file, known), State.DONE, known=known)


def plan_unread(desk: Desk, file: File, failure: Failure) -> File:
    """Decides where a document goes that can't be read, with the reason."""
    return _planned(desk, file, unread_shelf(), State.QUARANTINED, reason=(failure.what, failure.remedy))


def plan_twin(desk: Desk, file: File, first: File) -> File:
    """Decides where a document goes whose content is that of `first`, which has ended."""
    shelf = twin_shelf(first)
    reason = (
        (f"innehållet är detsamma som i {first.name}, som inte kunde läsas ({first.error})", first.remedy or "") if shelf.beside else None
    )
    return _planned(desk, file, shelf, State.DUPLICATE, reason=reason)


def complete(desk: Desk, file: File) -> None:
    """Moves a file and what belongs to it to where they are to lie, as far as they don't lie there yet: the original last."""
    goal = desk.goal(file)
    make_below(desk.site.root, goal.parent)
    for name, target in _beside(desk, file, goal):
        move(name, target)
    if file.error is not None:
        write_whole(why(file), goal.with_name(goal.name + WHY))
    move(desk.held(file), goal)
    shutil.rmtree(desk.folder(file), ignore_errors=True)
    desk.ledger.finish(file, desk.clock.now(), tell=desk.tells)
    desk.journal.tell("klar", file=file.name, state=file.ending, place=file.place, reason=file.error, fel=file.fel or None)


def _planned(
    desk: Desk, file: File, shelf: Shelf, ending: State, *, known: Summary | None = None, reason: tuple[str, str] | None = None
) -> File:
    """The file with the first place of its shelf that is free, which is from then on its own."""
    for name in name_candidates(file.name, file.version):
        place = shelf.folder / name
        paths = [str(place) + behind for behind in ("", *shelf.beside)]
        if any((desk.site.root / path).exists() for path in paths):
            continue
        taken = [comparable(path) for path in paths]
        planned = desk.ledger.plan(file, ending, place=str(place), taken=taken, known=known, reason=reason)
        if planned is not None:
            return planned
    raise AssertionError("there is always a free number")


def _beside(desk: Desk, file: File, goal: Path) -> list[tuple[Path, Path]]:
    """What was made of a document that was read, and where it is to lie."""
    if file.ending != State.DONE:
        return []
    made = sorted(desk.out(file).iterdir()) if desk.out(file).is_dir() else []
    return [(path, goal.with_name(goal.name + path.name.removeprefix(file.name))) for path in made]
