"""What the fault test drops: files of every sort of trouble, and how each is put into the inbox."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from underlag.corpus.watch.moves import make_below

GOOD, BAD = "klart", "karantan"
SETTLE = 0.7
"""Seconds after which the services of the fault test take a file."""


@dataclass(frozen=True, slots=True)
class Drop:
    """A file to drop: its path in the inbox, its content, where that belongs in the end, and how it comes there."""

    name: str
    content: str
    belongs: str
    manner: str = "whole"  # or "slowly", in pieces, or "open", while Word says that it has it open


def drops(count: int, seed: int) -> list[Drop]:
    """So many files in random order: most are fine; of the rest some are duplicates of earlier ones."""
    chance = random.Random(seed)  # noqa: S311  a test's chance
    made = list(_distinct(count - count // 6, chance))
    copies = [
        Drop(f"kopia {n} av {of.name.rpartition('/')[2]}", of.content, of.belongs)
        for n, of in enumerate(chance.choices(made, k=count // 6))
    ]
    chance.shuffle(everything := made + copies)
    return everything


def _distinct(count: int, chance: random.Random) -> Iterator[Drop]:
    for number in range(count):
        name = f"{chance.choice(['', 'BUS/', 'Styrelsen/november/'])}ansökan {number % (count * 4 // 5)}.pdf"  # some names come again
        if number % 100 == 11:
            yield Drop(name, f"häng {number}", BAD)
            continue
        match number % 50:
            case 7 | 23:
                yield Drop(name, f"trasig {number}", BAD)
            case 19:
                yield Drop(name, f"hungrig {number}", BAD)
            case 31:
                yield Drop(name, f"krasch {number}", BAD)
            case 3 | 13 | 43:
                yield Drop(name, f"först {1 + number % 3} {number}", GOOD)
            case 5 | 17 | 29 | 37:
                yield Drop(name, f"läslig Insats {number % 9}\n{number}", GOOD, "slowly")
            case 41 | 47:
                yield Drop(name.replace(".pdf", ".docx"), f"läslig Insats {number % 9}\n{number}", GOOD, "open")
            case _:
                yield Drop(name, f"läslig Insats {number % 9}\n{number}", GOOD)


class Dropper(threading.Thread):
    """Someone who drops files one after another for as long as `seconds`; who fails to, because the folder is away or full, tries again."""

    def __init__(self, inbox: Path, everything: list[Drop], seconds: float) -> None:
        super().__init__(name="kansli", daemon=True)
        self._inbox, self._everything, self._pause = inbox, everything, seconds / len(everything)

    def run(self) -> None:
        """Drops all of them."""
        for drop in self._everything:
            while not self._dropped(drop):
                time.sleep(0.05)
            time.sleep(self._pause)

    def _dropped(self, drop: Drop) -> bool:
        path = self._inbox / drop.name
        unfinished = path.with_name(f"{path.name}.part")
        if not self._inbox.is_dir() or path.exists():  # one of the same name has not been taken yet
            return False
        try:
            make_below(self._inbox, path.parent)
            if drop.manner == "slowly":
                _write_slowly(path, drop.content)
            else:
                unfinished.write_text(drop.content, encoding="utf-8")
                _put(unfinished, path, in_use=drop.manner == "open")
        except OSError:
            (path if drop.manner == "slowly" else unfinished).unlink(missing_ok=True)
            return False
        return True


def _write_slowly(path: Path, content: str) -> None:
    with path.open("wb", buffering=0) as file:
        for piece in range(0, len(data := content.encode()), 8):
            file.write(data[piece : piece + 8])
            time.sleep(SETTLE / 14)


def _put(unfinished: Path, path: Path, *, in_use: bool) -> None:
    """Gives the file its name, under the eyes of Word where it is `in_use`."""
    if not in_use:
        unfinished.rename(path)
        return
    owner = path.with_name(f"~${path.name[2:]}")
    owner.write_bytes(b"")
    unfinished.rename(path)
    threading.Timer(2 * SETTLE, lambda: owner.unlink(missing_ok=True)).start()
