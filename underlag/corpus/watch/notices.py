"""What is told of files that have come to an end: of each at once, or of all since the day before. No document text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from underlag.corpus.watch.rows import File
from underlag.corpus.watch.tables import State

_ENDS = {
    State.DONE: ("läst", "lästa"),
    State.QUARANTINED: ("i karantän", "i karantän"),
    State.DUPLICATE: ("dubblett", "dubbletter"),
    State.MISSING: ("borta", "borta"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """What is told, for a person and for a program."""

    subject: str
    text: str
    facts: dict[str, object]


def message_on(files: Sequence[File]) -> Message:
    """What is told of these files, at least one."""
    lines = [_line(file) for file in files]
    subject = lines[0] if len(files) == 1 else _sum(files)
    return Message(f"underlag: {subject}", "\n".join(lines) + "\n", {"files": [_facts(file) for file in files]})


def told_before(now: float, daily_at: str | None) -> float:
    """The time before which files have ended that are to be told of `now`: at once, or at the hour of the day `daily_at` ("16:30")."""
    if daily_at is None:
        return now
    here = datetime.fromtimestamp(now, UTC).astimezone()
    hour, minute = map(int, daily_at.split(":"))
    due = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return (due if due <= here else due - timedelta(days=1)).timestamp()


def _line(file: File) -> str:
    found = f", {file.fel} fel, {file.varningar} varningar, {file.undecided} kunde inte avgöras" if file.state == State.DONE else ""
    reason = f" ({file.error})" if file.error else ""
    return f"{file.name}: {_ENDS[file.state][0]}{found}{reason}" + (f" – {file.place}" if file.place else "")


def _sum(files: Sequence[File]) -> str:
    counted = {state: sum(file.state == state for file in files) for state in _ENDS}
    return ", ".join(f"{count} {_ENDS[state][count != 1]}" for state, count in counted.items() if count)


def _facts(file: File) -> dict[str, object]:
    return {
        "file": file.name,
        "tags": file.tags.split("/") if file.tags else [],
        "state": file.state.value,
        "place": file.place,
        "error": file.error,
        "fel": file.fel,
        "varningar": file.varningar,
        "undecided": file.undecided,
        "complete": file.complete,
        "version": file.version,
    }
