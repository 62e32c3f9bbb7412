"""How right results are where the answers are known: by kind of document, by field, and by how sure the reader was.

Known answers stand in files `NAME.gold.json`, of the form `{"parts": [{"type": …, "record": …}]}`; every other file whose name begins
with `NAME.` is a copy of that document (`NAME.docx`, `NAME.scan.pdf`), or its saved result.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from underlag.corpus.likeness import Pair, Verdict, compared, likeness
from underlag.errors import UnreadableError
from underlag.schemas.result import Part, PartType, Result
from underlag.values.pointers import tokens

GOLD = ".gold.json"
LIMITS = (0.99, 0.95, 0.9, 0.8, 0.6, 0.0)
"""The table of confidence counts the values of at least that much."""


class KnownPart(BaseModel):
    """A part with its known record; what else the file says of it is not looked at."""

    type: PartType
    record: dict[str, Any]


class Known(BaseModel):
    """The known answers of one document."""

    parts: tuple[KnownPart, ...]


def read_known(file: Path) -> Known:
    """The answers in a file. Raises UnreadableError where it holds none."""
    try:
        return Known.model_validate_json(file.read_bytes())
    except (ValidationError, OSError) as error:
        raise UnreadableError("är inget facit", where=str(file), remedy='Formen är {"parts": [{"type": …, "record": …}]}') from error


def copies(files: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Each copy among the files with the file that holds its answers; files without answers are left out."""
    every = list(files)
    known = {file.name.removesuffix(GOLD): file for file in every if file.name.endswith(GOLD)}
    for file in every:
        answers = known.get(file.name.partition(".")[0])
        if answers and not file.name.endswith(GOLD):
            yield file, answers


@dataclass(slots=True)
class Tally:
    """Values by verdict."""

    counts: Counter[Verdict] = field(default_factory=Counter)

    @property
    def known(self) -> int:
        """Values that the answers hold."""
        return self.counts["right"] + self.counts["wrong"] + self.counts["missing"]

    @property
    def share_right(self) -> float | None:
        """Percent of the known values."""
        return 100 * self.counts["right"] / self.known if self.known else None


@dataclass(slots=True)
class Accuracy:
    """What was found over many documents."""

    by_copy: dict[tuple[PartType, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_field: dict[tuple[PartType, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    trusted: list[tuple[float, bool]] = field(default_factory=list)
    incomplete: int = 0
    """Documents of which some page could not be read."""

    def add(self, known: Known, result: Result, copy: str) -> None:
        """Counts one document; `copy` names the sort of copy that it is (`docx`, `scan.pdf`)."""
        self.incomplete += not result.complete
        for kind, part, pairs in _parts(known, result.parts):
            for pair in pairs:
                self.by_copy[kind, copy].counts[pair.verdict] += 1
                self.by_field[kind, _field(pair.at)].counts[pair.verdict] += 1
                evidence = part.evidence.get(pair.there) if part and pair.there is not None else None
                if evidence:
                    self.trusted.append((evidence.confidence, pair.verdict == "right"))

    def calibration(self) -> Iterator[tuple[float, int, float]]:
        """For each limit the number of values of at least that confidence, and the percentage of them that are right."""
        for limit in LIMITS:
            sure = [right for confidence, right in self.trusted if confidence >= limit]
            if sure:
                yield limit, len(sure), 100 * sum(sure) / len(sure)


def _parts(known: Known, given: Sequence[Part]) -> Iterator[tuple[PartType, Part | None, list[Pair]]]:
    """Each known part held against the given one of its kind that is most like it, in what its answers tell of; a part not known
    is all invented.
    """
    left = list(given)
    for one in known.parts:
        part = max((p for p in left if p.type == one.type), key=lambda p: likeness(one.record, p.record), default=None)
        if part:
            left.remove(part)
        asked = {key: value for key, value in part.record.items() if key in one.record} if part else {}
        yield one.type, part, list(compared(one.record, asked))
    for part in left:
        if part.type != "okand":
            yield part.type, part, list(compared({}, part.record))


def _field(pointer: str) -> str:
    """The question that a value answers: the first key, of a budget the first two."""
    path = list(takewhile(lambda token: not token.isdecimal(), tokens(pointer)))
    return "/" + "/".join(path[: 2 if path[0] == "budget" else 1])


def summed(tallies: Mapping[tuple[PartType, str], Tally], kind: PartType) -> Tally:
    """The tally of a whole kind."""
    return Tally(sum((tally.counts for (of, _), tally in tallies.items() if of == kind), Counter()))
