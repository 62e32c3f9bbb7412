"""The matters of a meeting: each application with the budget that came beside it and the case note that proposes a decision on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from underlag.report.findings import Item, items, part_name
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget
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
    """An application with its budget (where that is a document of its own) and the case note about it, or a case note alone.

    `doubtful`: papers about the insats do not go together in one way only.
    """

    application: Paper | None
    budget: Paper | None = None
    note: Paper | None = None
    doubtful: bool = False

    @property
    def papers(self) -> tuple[Paper, ...]:
        return tuple(paper for paper in (self.application, self.budget, self.note) if paper is not None)

    @property
    def name(self) -> str:
        return next((paper.name for paper in self.papers if paper.name), "")

    @property
    def asked(self) -> Ansokan | None:
        """The application's record, with the budget that came beside it where it has none of its own."""
        if self.application is None:
            return None
        asked = Ansokan.model_validate(self.application.part.record)
        if self.budget is None or asked.budget is not None:
            return asked
        return asked.model_copy(update={"budget": Budget.model_validate(self.budget.part.record)})

    @property
    def proposed(self) -> Tjansteskrivelse | None:
        """The case note's record."""
        return Tjansteskrivelse.model_validate(self.note.part.record) if self.note else None

    @property
    def applicants(self) -> tuple[Part, ...]:
        """The documents that the applicant can put right."""
        return tuple(paper.part for paper in (self.application, self.budget) if paper is not None)


def each_once(results: Iterable[Result]) -> tuple[Result, ...]:
    """The results, of which those of the same file, byte for byte, count once."""
    once: dict[str, Result] = {}
    for result in results:
        once.setdefault(result.source.sha256, result)
    return tuple(once.values())


def papers_of(results: Iterable[Result]) -> tuple[Paper, ...]:
    """Every document of the meeting."""
    return tuple(Paper(result, file, index) for file, result in enumerate(results) for index in range(len(result.parts)))


def of_type(papers: Iterable[Paper], kind: PartType) -> tuple[Paper, ...]:
    """The documents of one kind."""
    return tuple(paper for paper in papers if paper.part.type == kind)


def matters_of(papers: Sequence[Paper]) -> tuple[Matter, ...]:
    """The applications in order, each with its papers, then the notes that propose an amount and go with no application for certain."""
    applications = of_type(papers, "ansokan")
    budgets = {budget: _candidates(budget, "insatsens_namn", applications) for budget in of_type(papers, "budget")}
    notes = {note: _candidates(note, "insats", applications) for note in of_type(papers, "tjansteskrivelse")}
    made = tuple(Matter(each, _only_about(each, budgets), _only_about(each, notes)) for each in applications)
    placed = {matter.note for matter in made}
    alone = (note for note in notes if note not in placed and _grants(note))
    return (*made, *(Matter(None, note=note, doubtful=bool(notes[note])) for note in alone))


def _candidates(paper: Paper, key: str, applications: Sequence[Paper]) -> tuple[Paper, ...]:
    """The applications that a paper may be about, by what it calls the insats under `key`: those in its own file before others."""
    named = [application for application in applications if same_insats(paper.part.record.get(key), application.name)]
    return tuple([application for application in named if application.file == paper.file] or named)


def _only_about(application: Paper, candidates: Mapping[Paper, tuple[Paper, ...]]) -> Paper | None:
    """The one paper that is about this application and no other; None where there is none, or more than one."""
    about = [paper for paper, may_be in candidates.items() if may_be == (application,)]
    return about[0] if len(about) == 1 else None


def _grants(note: Paper) -> bool:
    return note.part.record.get("insats") is not None and note.part.record.get("maxbelopp") is not None


def items_of(papers: Sequence[Paper]) -> tuple[Item, ...]:
    """The findings that are about any of these documents, those included that compare them with others of their file."""
    found: list[Item] = []
    for result in {paper.file: paper.result for paper in papers}.values():
        mine = {paper.index for paper in papers if paper.result is result}
        found += [item for item in items(result) if any(spot.index in mine for spot in item.spots)]
    return tuple(found)
