"""A read document to its parts: the kind told, the record read after its form, everything else kept as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from underlag.extract.flow import Item, stream
from underlag.extract.form_reader import FormReading, read_form
from underlag.extract.kind import Kind, Kinds
from underlag.extract.split import divide, divide_at
from underlag.extract.tree import Json, Leaf, Tree, place_of, unfold
from underlag.schemas.division import PageRange
from underlag.schemas.form import Form
from underlag.schemas.forms import FORMS, TITLES
from underlag.schemas.page import Document, Line, Reader
from underlag.schemas.result import Evidence, Observation, Part, PartType

KINDS = Kinds(FORMS, TITLES)


@dataclass(frozen=True, slots=True)
class PartReading:
    """One part before it is judged, the running text of its answers by pointer (for rules that read prose), the questions within
    them that nothing stands under, their labels as the document words them, and what told that it begins where it does (Swedish;
    empty for a file of one document).
    """

    part: Part
    texts: dict[str, str]
    unanswered: dict[str, tuple[str, ...]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


def read_parts(document: Document, ranges: Sequence[PageRange] = ()) -> list[PartReading]:
    """The parts of the document, in page order; `ranges` divide its pages as a person says."""
    stretches = divide_at(document, ranges, KINDS) if ranges else divide(document, KINDS)
    return [replace(read_as(s.kind, stream(s.document), s.document), reasons=s.reasons) for s in stretches]


def read_as(kind: Kind, items: list[Item], document: Document, forms: Mapping[PartType, Form] = FORMS) -> PartReading:
    """The items, all those of one part, read as a document of that kind; `document` has the part's pages only."""
    observations: tuple[Observation, ...] = ()
    texts: dict[str, str] = {}
    unanswered: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    form = forms.get(kind.type) or (forms.get("ansokan") if kind.type == "budget" else None)
    if form is None:
        record, evidence = _unknown(items, document)
    else:
        reading = read_form(document, items, form)
        record, evidence, observations, texts = reading.record, reading.evidence, reading.observations, reading.texts
        unanswered, labels = reading.unanswered, reading.labels
        budget = record.get("budget")
        if kind.type == "budget" and isinstance(budget, dict):
            record, texts, unanswered = budget, {}, {}
            evidence, observations = _inside(reading, "/budget")
    numbers = [page.number for page in document.pages]
    pages = (min(numbers, default=1), max(numbers, default=1))
    seen = (*observations, *_remarks(document))
    part = Part(type=kind.type, pages=pages, confidence=kind.confidence, record=record, evidence=evidence, observations=seen)
    return PartReading(part, texts, unanswered, labels)


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
