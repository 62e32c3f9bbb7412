"""Short answers of a scanned column, with what the scan reader added to them or misread in them put right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from underlag.extract.tree import Leaf, Tree
from underlag.schemas.columns import Column, Holds

Row = dict[str, Tree]

_LONGEST = 6
_FEWEST = 3
_ALIKE = 66
_DOUBTFUL, _HARDLY_READ = 0.95, 0.6
_STRAY = re.compile(r"[^\w*]{1,2}|[A-ZÅÄÖ]{2,8}|[a-zA-Z]{1,2}")
_RAISED = re.compile(r"^(ja|nej|ok)\s?[\"”“'’´`^]$", re.IGNORECASE)


def settle_answers(columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Puts right the texts of scanned tables; answers are told by how often the column gives them."""
    for column in columns:
        if column.holds not in (Holds.TEXT, Holds.LIST):
            continue
        leaves = [leaf for row in rows for leaf in _leaves(row.get(column.key))]
        usual = _usual([str(leaf.value) for leaf in leaves])
        if all(_sureness(leaf) >= 1.0 for leaf in leaves):
            continue
        for row in rows:
            value = row.get(column.key)
            if isinstance(value, list):
                row[column.key] = [_settled(v, usual) if isinstance(v, Leaf) else v for v in value]
            elif isinstance(value, Leaf):
                row[column.key] = _settled(value, usual)


def _leaves(value: Tree) -> list[Leaf]:
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, Leaf)]


def _usual(texts: Sequence[str]) -> list[str]:
    """The short answers that the column gives again and again, the commonest first."""
    counted = Counter(text for text in texts if text.isalpha() and len(text) <= _LONGEST)
    return [text for text, times in counted.most_common() if times >= _FEWEST]


def _sureness(leaf: Leaf) -> float:
    return min((line.confidence for line in leaf.lines), default=1.0)


def _settled(leaf: Leaf, usual: Sequence[str]) -> Leaf:
    """The leaf as it must have been printed; where nothing tells, as read."""
    text, sure = str(leaf.value), _sureness(leaf)
    if sure >= _DOUBTFUL or text in usual:
        return leaf
    if raised := _RAISED.match(text):
        return _corrected(leaf, f"{raised[1]}*", 0.9)
    words = text.split()
    answers = [w for w in words if w.rstrip(".,;:") in usual]
    if len(answers) == 1 and all(w in answers or _STRAY.fullmatch(w) for w in words):
        return _corrected(leaf, answers[0].rstrip(".,;:"), 0.8)
    if sure <= _HARDLY_READ and len(words) == 1:
        even = text.replace("0", "O")
        near = max(usual, key=lambda u: fuzz.ratio(u, even), default=None)
        if near is not None and fuzz.ratio(near, even) >= _ALIKE:
            return _corrected(leaf, near, 0.6)
    return leaf


def _corrected(leaf: Leaf, answer: str, confidence: float) -> Leaf:
    """The leaf with another answer, and how sure that is."""
    note = f"läst {leaf.value}, rättat efter kolumnens övriga svar"
    return Leaf(answer, leaf.lines, round(confidence * _sureness(leaf), 3), note, corrected=True)
