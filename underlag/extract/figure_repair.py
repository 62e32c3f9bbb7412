"""Figures of scanned tables that were misread, put right by the sums that they enter.

A figure is changed only where its reading was unsure and the change is the only one that makes every sum hold in which it stands.
Either another reading of the same ink saw the new value, or it is one that a reader may take for the old, and at least two sums fail
without it: a sum that fails alone may be its author's mistake. Word and born-digital files are left alone: there a wrong sum is the
author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from underlag.extract.tree import Leaf, Tree, unfold
from underlag.schemas.form import Form
from underlag.schemas.page import Reader
from underlag.schemas.relations import figures
from underlag.schemas.repairs import Changes, repairs
from underlag.schemas.sums import relations
from underlag.values.misread_figures import Misreading, misreading
from underlag.values.pointers import escaped

_SURE = 0.95  # as sure as a figure is that two readings and the shape of its ink agree on
_SURE_OF_DIGITS = 0.9  # that two readings agree on; a minus sign both may miss
_BORNE_OUT = 0.9
_SEEN, _ALIKE = 1, 2  # how many failing sums bear out what another reading saw, and what merely looks like the figure
_NUMBER = re.compile(r"[^\w-]*(-?\d{1,12}(?:[.,]\d{1,2})?)\W*")
_DASHES = str.maketrans("–—−", "---")
_SWEDISH = str.maketrans(",.", " ,")
_BY_EYE = frozenset({"pdf-ocr", "image"})
_SEEN_SO = "en annan läsning av samma ställe"
_HOW: Mapping[Misreading, str] = {
    "sign": "minustecknet lästes fel",
    "digit": "en siffra lästes fel",
    "lost": "siffror föll bort",
    "added": "en siffra lästes för mycket",
    "mark": "decimaltecknet lästes fel",
}


def repaired(tree: dict[str, Tree], form: Form, readers: Mapping[int, Reader]) -> dict[str, Tree]:
    """The tree with its misread figures put right; `readers` tells how each page was read."""
    scanned = {at: leaf for at, leaf in _numbers(tree, "") if leaf.lines and readers.get(leaf.lines[0].page) in _BY_EYE}
    if not form.sums or not scanned:
        return tree
    record = form.record.model_validate(unfold(tree, readers).record).model_dump(mode="json")
    unsure = {at: leaf for at, leaf in scanned.items() if _confidence(leaf) < _SURE}

    unit = _unit(scanned.values())

    def doubt(at: str, read: float, true: float) -> int | None:
        if at not in unsure:
            return None
        if any(true in (seen, seen * unit) for seen in _others(unsure[at])):
            return _SEEN
        how = misreading(read, true)
        return _ALIKE if how == "sign" or (how and _confidence(unsure[at]) < _SURE_OF_DIGITS) else None

    found = repairs(figures(record), relations(form.sums, record), doubt, unit)
    changes = {at: value for repair in found if len(repair.ways) == 1 for at, value in repair.ways[0].items()}
    return {key: _changed(below, f"/{escaped(key)}", changes) for key, below in tree.items()} if changes else tree


def _numbers(node: Tree, at: str) -> Iterator[tuple[str, Leaf]]:
    """The figures of a tree, by pointer."""
    if isinstance(node, dict):
        for key, below in node.items():
            yield from _numbers(below, f"{at}/{escaped(key)}")
    elif isinstance(node, list):
        for n, below in enumerate(node):
            yield from _numbers(below, f"{at}/{n}")
    elif isinstance(node, Leaf) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        yield at, node


def _confidence(leaf: Leaf) -> float:
    """How surely a figure was read: as surely as the least sure of the words that hold digits."""
    words = [word.confidence for line in leaf.lines for word in line.words if any(c.isdigit() for c in word.text)]
    return leaf.confidence * min(words or [line.confidence for line in leaf.lines])


def _others(leaf: Leaf) -> Iterator[float]:
    """What other readings of the figure's ink saw."""
    for text in (other for line in leaf.lines for word in line.words for other in word.others):
        found = _NUMBER.fullmatch(text.replace(" ", "").translate(_DASHES))
        if found:
            yield float(found[1].replace(",", "."))


def _unit(leaves: Iterable[Leaf]) -> float:
    """1000 where most of the large figures stand on the page in thousands, else 1."""
    large = [(str(leaf.value), leaf.lines) for leaf in leaves if isinstance(leaf.value, int) and leaf.value >= 1000]
    converted = sum(digits not in re.sub(r"\D", "", "".join(line.text for line in lines)) for digits, lines in large)
    return 1000 if 2 * converted > len(large) else 1


def _changed(node: Tree, at: str, changes: Changes) -> Tree:
    if isinstance(node, dict):
        return {key: _changed(below, f"{at}/{escaped(key)}", changes) for key, below in node.items()}
    if isinstance(node, list):
        return [_changed(below, f"{at}/{n}", changes) for n, below in enumerate(node)]
    return _corrected(node, changes[at]) if isinstance(node, Leaf) and at in changes else node


def _corrected(leaf: Leaf, value: float) -> Leaf:
    assert isinstance(leaf.value, int | float), "only figures are repaired"
    how = misreading(leaf.value, value)
    read = f"{leaf.value:,}".translate(_SWEDISH)
    notes = (leaf.note, f"läst {read}, rättat efter summorna: {_HOW[how] if how else _SEEN_SO}")
    return replace(leaf, value=type(leaf.value)(value), confidence=_BORNE_OUT, note="; ".join(filter(None, notes)), corrected=True)
