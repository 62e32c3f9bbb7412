"""A read document to its parts: the kind told, the record read after its form, everything else kept as text."""

from __future__ import annotations

from dataclasses import dataclass

from underlag.extract.flow import Item, stream
from underlag.extract.form_reader import FormReading, read_form
from underlag.extract.kind import Kind, kind_of_document
from underlag.extract.tree import Json, Leaf, Tree, place_of, unfold
from underlag.schemas.forms import FORMS
from underlag.schemas.page import Document, Line, Reader
from underlag.schemas.result import Evidence, Observation, Part


@dataclass(frozen=True, slots=True)
class PartReading:
    """One part before it is judged, and the running text of its answers by pointer, for rules that read prose."""

    part: Part
    texts: dict[str, str]


def read_parts(document: Document) -> list[PartReading]:
    """The parts of the document, in page order."""
    items = stream(document)
    reading = read_form(document, items, FORMS["ansokan"])
    kind = kind_of_document(items, document, reading.coverage, budget=reading.record.get("budget") is not None)
    return [read_as(kind, items, document)]


def read_as(kind: Kind, items: list[Item], document: Document) -> PartReading:
    """The items, all those of one part, read as a document of that kind."""
    observations: tuple[Observation, ...] = ()
    texts: dict[str, str] = {}
    form = FORMS.get(kind.type) or (FORMS["ansokan"] if kind.type == "budget" else None)
    if form is None:
        record, evidence = _unknown(items, document)
    else:
        reading = read_form(document, items, form)
        record, evidence, observations, texts = reading.record, reading.evidence, reading.observations, reading.texts
        budget = record.get("budget")
        if kind.type == "budget" and isinstance(budget, dict):
            record, texts = budget, {}
            evidence, observations = _inside(reading, "/budget")
    pages = (1, max(1, len(document.pages)))
    seen = (*observations, *_remarks(document))
    return PartReading(Part(type=kind.type, pages=pages, confidence=kind.confidence, record=record, evidence=evidence, observations=seen), texts)


def _inside(reading: FormReading, at: str) -> tuple[dict[str, Evidence], tuple[Observation, ...]]:
    """Evidence and observations beneath a pointer, as seen from there."""
    evidence = {pointer.removeprefix(at): e for pointer, e in reading.evidence.items() if pointer.startswith(f"{at}/")}
    seen = tuple(o.model_copy(update={"at": o.at.removeprefix(at)}) for o in reading.observations if o.at.startswith(at))
    return evidence, seen


def _unknown(items: list[Item], document: Document) -> tuple[dict[str, Json], dict[str, Evidence]]:
    """The whole text of a document of no known kind, and its first heading."""
    paragraphs = [p for i in items if (p := i.paragraph) and p.text.strip()]
    lines: tuple[Line, ...] = tuple(line for p in paragraphs for line in p.lines)
    head = next((p for p in paragraphs[:8] if p.heading or p.bold), paragraphs[0] if paragraphs else None)
    tree: dict[str, Tree] = {
        "rubrik": Leaf(head.text[:200], head.lines) if head else None,
        "text": Leaf("\n".join(p.text for p in paragraphs), lines) if paragraphs else None,
    }
    readers: dict[int, Reader] = {p.number: p.reader for p in document.pages}
    unfolded = unfold(tree, readers)
    return unfolded.record, unfolded.evidence


def _remarks(document: Document) -> tuple[Observation, ...]:
    """What the reader left out of the text, as observations."""
    from_reader = []
    for r in document.remarks:
        line = Line(r.text[:300], r.page, r.box, r.where)
        from_reader.append(Observation(kind=r.kind, at="", text=line.text, places=(place_of(line),)))
    return tuple(from_reader)
