"""What kind of document something is, from its own words: the titles it bears and the questions it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from underlag.extract.flow import Item
from underlag.schemas.forms import TITLES
from underlag.schemas.page import Document
from underlag.schemas.result import PartType
from underlag.values.folding import fold

_FIRST_ITEMS = 12
_ENOUGH = 0.35


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind and how sure it is (0-1)."""

    type: PartType
    confidence: float


def titled(items: list[Item], document: Document) -> set[PartType]:
    """The kinds that the document's first lines, headers or footers name as its title."""
    first = [line.text for i in items[:_FIRST_ITEMS] if i.paragraph for line in i.paragraph.lines[:2] if len(line.text) < 120]
    first += [line.text for page in document.pages[:2] for line in page.furniture]
    folded = [fold(text) for text in first]
    return {kind for kind, patterns in TITLES.items() for p in patterns if any(re.search(p, text) for text in folded)}


def kind_of_document(items: list[Item], document: Document, coverage: float, *, budget: bool) -> Kind:
    """The kind by title and by `coverage`, the share of the application's questions that are asked. Nothing is forced: a
    document that bears another kind's title, or asks too little, is `okand`.
    """
    names = titled(items, document)
    others = names - {"ansokan", "budget"}
    if coverage >= _ENOUGH and not (others and "ansokan" not in names):
        return Kind("ansokan", round(min(0.99, 0.4 + 0.5 * coverage + (0.1 if "ansokan" in names else 0.0)), 2))
    if budget and not others:
        return Kind("budget", 0.9 if "budget" in names else 0.75)
    return Kind("okand", 0.5)
