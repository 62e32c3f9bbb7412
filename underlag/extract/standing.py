"""Reading form *standing*: the form's own terms, from their first subheading to the end of the paragraph under the last."""

from __future__ import annotations

from underlag.extract.labels import Answer
from underlag.extract.sublabels import kind_of
from underlag.extract.tree import Leaf
from underlag.schemas.page import Paragraph
from underlag.schemas.wordings import SIGNATURE
from underlag.values.folding import fold


def _until_end(paragraphs: list[Paragraph], last_heading: str) -> list[Paragraph]:
    """Up to the paragraph after `last_heading`, or to the first field of a signature block."""
    kept: list[Paragraph] = []
    closing = False
    for p in paragraphs:
        if kind_of(p.text, SIGNATURE) in ("organisation_datum", "underskrift") and fold(p.text) != fold(last_heading):
            break
        kept.append(p)
        if fold(p.text).startswith(fold(last_heading)) and len(p.text) < len(last_heading) + 8:
            closing = True
        elif closing and len(p.text) > 80 and p.text.rstrip().endswith((".", ":")):
            break
    return kept


def read_standing(answers: list[Answer], last_heading: str = "Underskrifter") -> Leaf | None:
    """The terms of the first copy that stands there whole; a second copy is remarked on elsewhere."""
    for answer in answers:
        paragraphs = _until_end([p for p in answer.paragraphs if p.text.strip()], last_heading)
        if paragraphs:
            lines = tuple(line for p in paragraphs for line in p.lines)
            return Leaf("\n".join(p.text.strip() for p in paragraphs), lines, answer.likeness)
    return None
