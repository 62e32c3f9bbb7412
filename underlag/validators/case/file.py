"""From the results of many files to one case: their documents by insats, compared with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from underlag.schemas.case import Belonging, Document, Doubt, Followed, Insats, document_pointer
from underlag.schemas.result import Result
from underlag.validators.case import memos, minutes
from underlag.validators.case.goals import goals_told
from underlag.validators.case.grouping import Group, Grouping, grouped
from underlag.validators.case.versions import versions


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents by insats, before they are judged."""

    documents: tuple[Document, ...]
    grouping: Grouping

    def insatser(self) -> Iterator[tuple[Insats, Followed]]:
        """Each insats with the documents that its rules see."""
        for group in self.grouping.groups:
            followed = Followed({n: self.documents[n] for n in (*group.fits, *self._elsewhere(group))})
            insats = Insats(
                namn=self._name(group),
                documents=(*_belongings(group), *(_told(n) for n in followed.documents if n not in group.fits)),
                versions=versions(followed),
                goals=tuple(goals_told(followed)),
            )
            yield insats, followed

    def _elsewhere(self, group: Group) -> list[int]:
        """The documents about many insatser that tell of this one: minutes and memos."""
        own = Followed({n: self.documents[n] for n in group.fits})
        every = ((n, self.documents[n]) for n in self.grouping.unplaced)
        return [n for n, each in every if minutes.tells_of(each, own) or memos.tells_of(each, own)]

    def unplaced(self) -> tuple[str, ...]:
        """The documents that tell of no insats."""
        told = {n for group in self.grouping.groups for n in self._elsewhere(group)}
        return tuple(document_pointer(n) for n in self.grouping.unplaced if n not in told)

    def _name(self, group: Group) -> str:
        """As the newest application calls it, else the document that the group began with."""
        applied = [self.documents[n].record.get("insatsens_namn") for n in group.fits if self.documents[n].type == "ansokan"]
        return next((name for name in reversed(applied) if isinstance(name, str)), group.name)

    def doubts(self) -> tuple[Doubt, ...]:
        """The documents that may belong to several insatser."""
        return tuple(
            Doubt(document=document_pointer(n), insatser=tuple(f"/insatser/{g}" for g in several))
            for n, several in sorted(self.grouping.doubts.items())
        )


def gathered(results: Iterable[Result]) -> Gathered:
    """The documents of all results, each file once, by insats."""
    once = {result.source.sha256: result for result in results}
    documents = tuple(document for result in once.values() for document in _documents(result))
    return Gathered(documents, grouped(documents))


def _documents(result: Result) -> Iterator[Document]:
    for n, part in enumerate(result.parts):
        yield Document(
            file=result.source.file,
            sha256=result.source.sha256,
            part=n,
            type=part.type,
            pages=part.pages,
            record=part.record,
            evidence=part.evidence,
        )


def _told(number: int) -> Belonging:
    return Belonging(document=document_pointer(number), likeness=1.0, why="nämner insatsen")


def _belongings(group: Group) -> Iterator[Belonging]:
    for n, fit in group.fits.items():
        yield Belonging(document=document_pointer(n), likeness=fit.likeness, why=fit.why)
