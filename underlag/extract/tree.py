"""Values with the lines they were read from, and their unfolding into a record and its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from underlag.schemas.page import Box, Line, Reader
from underlag.schemas.result import Evidence, Method, Place
from underlag.values.pointers import escaped

Scalar = str | int | float | bool | None
Json = Scalar | list["Json"] | dict[str, "Json"]

METHODS: Mapping[Reader, Method] = {"pdf-text": "text", "pdf-ocr": "ocr", "docx": "docx", "text": "text", "image": "ocr"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value and where it was read.

    `lines` in reading order; empty only where the value was computed or taken from context, and then `note` names its
    sources. `confidence`: how sure the reading is beyond the reader's own confidence in the lines (1.0: quite). `corrected`: the
    value is not what the lines say but what was made of it; `note` then tells what was read, and `confidence` is that of the value alone.
    """

    value: Scalar
    lines: tuple[Line, ...] = ()
    confidence: float = 1.0
    note: str | None = None
    corrected: bool = False


Tree = Leaf | dict[str, "Tree"] | list["Tree"] | None


@dataclass(slots=True)
class Unfolded:
    """The record of a tree and the evidence of its leaves, by JSON Pointer."""

    record: dict[str, Json]
    evidence: dict[str, Evidence] = field(default_factory=dict)


def box_tuple(box: Box | None) -> tuple[float, float, float, float] | None:
    """The box as the result writes it, to a tenth of a point."""
    return None if box is None else (round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))


def place_of(line: Line) -> Place:
    """The line as a place of the result."""
    return Place(page=line.page, bbox=box_tuple(line.box), where=None if line.box else line.where, text=line.text)


def places_of(lines: tuple[Line, ...]) -> tuple[Place, ...]:
    """The lines as places, each place once, its texts joined (a Word cell is one place, however many paragraphs it has)."""
    places: dict[tuple[int, str | None, tuple[float, ...] | None], Place] = {}
    for line in lines:
        new = place_of(line)
        key = (new.page, new.where, new.bbox)
        if key in places and new.text not in places[key].text:
            new = new.model_copy(update={"text": f"{places[key].text}\n{new.text}"})
        elif key in places:
            continue
        places[key] = new
    return tuple(places.values())


def _evidence(leaf: Leaf, readers: Mapping[int, Reader]) -> Evidence:
    """Confidence is the weakest of: the reader's mean over the lines, and the reading of the value itself."""
    if not leaf.lines:
        return Evidence(method="derived", confidence=leaf.confidence, note=leaf.note, places=())
    if leaf.corrected:
        return Evidence(method="corrected", confidence=leaf.confidence, note=leaf.note, places=places_of(leaf.lines))
    weights = [max(1, len(line.text)) for line in leaf.lines]
    seen = sum(line.confidence * w for line, w in zip(leaf.lines, weights, strict=True)) / sum(weights)
    method = METHODS[readers.get(leaf.lines[0].page, "pdf-text")]
    return Evidence(
        method=method, confidence=round(min(1.0, max(0.0, seen * leaf.confidence)), 3), note=leaf.note, places=places_of(leaf.lines)
    )


def unfold(tree: dict[str, Tree], readers: Mapping[int, Reader]) -> Unfolded:
    """The tree's record, and evidence for each leaf that has a value. `readers` tells how each page was read."""
    evidence: dict[str, Evidence] = {}

    def walk(node: Tree, at: str) -> Json:
        if node is None:
            return None
        if isinstance(node, Leaf):
            if node.value is not None:
                evidence[at] = _evidence(node, readers)
            return node.value
        if isinstance(node, dict):
            return {key: walk(child, f"{at}/{escaped(key)}") for key, child in node.items()}
        return [walk(child, f"{at}/{i}") for i, child in enumerate(node)]

    return Unfolded({key: walk(child, f"/{escaped(key)}") for key, child in tree.items()}, evidence)
