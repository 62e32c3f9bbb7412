"""A form's own instructions under its questions: in italics, in brackets, or told by how they begin."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from underlag.extract.flow import Item
from underlag.schemas.page import Paragraph
from underlag.values.folding import fold

_LONGEST = 300
_ORDERS = re.compile(
    r"(?:var god )?(?:beskriv|ange|redogor|fyll|kryssa|markera|motivera|kommentera|sammanfatta|lista|specificera|bifoga|utga fran|tank pa"
    r"|ta med|skriv|svara|hall er|valj|ge exempel|utveckla|redovisa|beratta)\b(?! av\b)"
)
_BRACKETED = re.compile(r"[\[(][^\[\]()]*[\])][\s.,;]*")


def instructions_behind(items: Sequence[Item], labels: Collection[int]) -> frozenset[int]:
    """The items right behind a label (by index) that tell how to answer it."""
    found: set[int] = set()
    for label in labels:
        at = label + 1
        while at < len(items) and at not in labels and _instructs(items, at):
            found.add(at)
            at += 1
    return frozenset(found)


def _instructs(items: Sequence[Item], at: int) -> bool:
    p = items[at].paragraph
    if p is None or p.bullet or len(p.text) > _LONGEST or len(p.text.split()) < 2:
        return False
    if _BRACKETED.fullmatch(p.text.strip()) or _ORDERS.match(fold(p.text)):
        return True
    following = items[at + 1].paragraph if at + 1 < len(items) else None
    return p.italic and not (following is not None and following.italic) and not _answers(p)


def _answers(p: Paragraph) -> bool:
    """Is a line in italics too short to instruct anyone, as a name or a date is?"""
    return len(p.text.split()) < 4 and not p.text.rstrip().endswith((".", "?", ":"))
