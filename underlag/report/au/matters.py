"""The matters of a meeting: each application with the case note that proposes a decision on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from underlag.report.findings import Item, items, part_name
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.result import Part, PartType, Result
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.values.insats_names import same_insats


@dataclass(frozen=True, eq=False, slots=True)
class Paper:
    """One document of the meeting: the result that it lies in, by its number among the meeting's, and its own number in that."""

    result: Result
    file: int
    index: int

    @property
    def part(self) -> Part:
        return self.result.parts[self.index]

    @property
    def name(self) -> str:
        """The insats (or heading) that it is about, empty where it does not say."""
        return part_name(self.part)


@dataclass(frozen=True, eq=False, slots=True)
class Matter:
    """An application, the case note about it, or both."""

    application: Paper | None
    note: Paper | None

    @property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(paper for paper in (self.application, self.note) if paper is not None)

    @property
    def name(self) -> str:
        return next((paper.name for paper in self.papers if paper.name), "")

    @property
    def asked(self) -> Ansokan | None:
        """The application's record."""
        return Ansokan.model_validate(self.application.part.record) if self.application else None

    @property
    def proposed(self) -> Tjansteskrivelse | None:
        """The case note's record."""
        return Tjansteskrivelse.model_validate(self.note.part.record) if self.note else None


def papers_of(results: Iterable[Result]) -> tuple[Paper, ...]:
    """Every document of the meeting; one that came twice, byte for byte, counts once."""
    once: dict[str, Result] = {}
    for result in results:
        once.setdefault(result.source.sha256, result)
    return tuple(Paper(result, file, index) for file, result in enumerate(once.values()) for index in range(len(result.parts)))


def of_type(papers: Iterable[Paper], kind: PartType) -> tuple[Paper, ...]:
    """The documents of one kind."""
    return tuple(paper for paper in papers if paper.part.type == kind)


def matters_of(papers: Sequence[Paper]) -> tuple[Matter, ...]:
    """The applications in order, each with its note, then the notes that propose an amount to an insats without application."""
    applications = of_type(papers, "ansokan")
    notes = [(note, _application_of(note, applications)) for note in of_type(papers, "tjansteskrivelse")]
    made = [Matter(application, _only(note for note, about in notes if about is application)) for application in applications]
    placed = {matter.note for matter in made}
    return (*made, *(Matter(None, note) for note, _ in notes if note not in placed and _grants(note)))


def _application_of(note: Paper, applications: Sequence[Paper]) -> Paper | None:
    """The application that the note is about: one in its own file before others; None where more than one may be it."""
    named = [application for application in applications if same_insats(note.part.record.get("insats"), application.name)]
    near = [application for application in named if application.file == note.file]
    return _only(near or named)


def _only(papers: Iterable[Paper]) -> Paper | None:
    every = tuple(papers)
    return every[0] if len(every) == 1 else None


def _grants(note: Paper) -> bool:
    return note.part.record.get("insats") is not None and note.part.record.get("maxbelopp") is not None


def items_of(papers: Sequence[Paper]) -> tuple[Item, ...]:
    """The findings that are about any of these documents, those included that compare them with others of their file."""
    found: list[Item] = []
    for result in {paper.file: paper.result for paper in papers}.values():
        mine = {paper.index for paper in papers if paper.result is result}
        found += [item for item in items(result) if any(spot.index in mine for spot in item.spots)]
    return tuple(found)
