"""Where a file ends, by what it says, and what is told of one that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from underlag.corpus.watch.names import safe_name
from underlag.corpus.watch.outcome import REPORT, RESULT, Summary
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.tables import State

DONE, QUARANTINE = PurePosixPath("klart"), PurePosixPath("karantan")
NAMELESS = "Utan insats"
LONGEST_FOLDER = 60
WHY = ".txt"
"""What the text that says why is called: as the file, with this behind."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder, from the site's, in which a file is to lie, and what is put beside it: the file's name with each of these behind."""

    folder: PurePosixPath
    beside: tuple[str, ...] = ()


def shelf_of(file: File, known: Summary) -> Shelf:
    """Where a file that was read ends: by the year of its day, else of its arrival, and its insats, else its kind."""
    year = known.year if known.year is not None else arrival(file).year
    subject = known.insats or known.kinds.split(", ")[0] or NAMELESS
    return Shelf(DONE / f"{year:04}" / safe_name(subject, longest=LONGEST_FOLDER), (RESULT, REPORT))


def unread_shelf() -> Shelf:
    """Where a file ends that could not be read."""
    return Shelf(QUARANTINE, (WHY,))


def twin_shelf(first: File) -> Shelf:
    """Where a file ends whose content is that of `first`: near it, in a folder of duplicates."""
    if first.ending == State.QUARANTINED or first.place is None:
        return Shelf(QUARANTINE / "dubbletter", (WHY,))
    return Shelf(PurePosixPath(first.place).parent / "dubbletter")


def arrival(file: File) -> datetime:
    """When the file came in, by the clock where the service runs."""
    return datetime.fromtimestamp(file.arrived, UTC).astimezone()


def why(file: File) -> bytes:
    """The text beside a file that could not be read: what is wrong and what to do, for Windows' editors too."""
    remedy = f"Gör så här: {file.remedy}\n" if file.remedy else ""
    text = (
        f"Fil: {file.name}\n"
        f"Inkom: {arrival(file):%Y-%m-%d %H:%M}\n"
        "\n"
        f"Filen har inte kunnat läsas: {file.error}.\n"
        f"{remedy}"
        "\n"
        "Filen ligger här som den kom. När den är rättad: lägg den rättade filen i inkorg.\n"
        "Ska samma fil prövas igen, till exempel sedan något har installerats, kör i tjänstens mapp\n"
        f'  underlag retry "{file.place}"\n'
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")
