"""The full text of a part, page by page: what it was read from, and what its record says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from underlag.schemas.result import Evidence, Part
from underlag.schemas.words import TYPES
from underlag.values.folding import fold
from underlag.values.pointers import value_at


def page_texts(part: Part) -> tuple[tuple[int, str], ...]:
    """Number and text of each page in order, a line for each place that was read; the first line says what kind of document it is. A
    value that was put right, and so differs from what stands on its page, is there in both forms.
    """
    lines: dict[int, dict[str, None]] = defaultdict(dict)
    lines[part.pages[0]][TYPES[part.type]] = None
    for pointer, evidence in part.evidence.items():
        for place in evidence.places:
            lines[place.page][_on_one_line(place.text)] = None
        for page, value in _otherwise(evidence, value_at(part.record, pointer)):
            lines[page][value] = None
    return tuple((page, "\n".join(filter(None, lines[page]))) for page in sorted(lines))


def _otherwise(evidence: Evidence, value: object) -> Iterator[tuple[int, str]]:
    """A text of the record that its places do not hold, with their page; one that runs over pages is taken to be as they say,
    and a word of the form's own (`overgripande`) to be the one that stands there.
    """
    pages = {place.page for place in evidence.places}
    if isinstance(value, str) and len(pages) == 1:
        said, there = _on_one_line(value), _on_one_line(" ".join(place.text for place in evidence.places))
        if said not in there and (evidence.method == "corrected" or fold(said) not in fold(there)):
            yield pages.pop(), said


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
