"""The desk: what the readings of one document share while they fill its record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from underlag.extract.columns import Paper
from underlag.extract.flow import Item
from underlag.extract.labels import Answer
from underlag.extract.tree import Leaf, Tree, place_of
from underlag.schemas.form import Form
from underlag.schemas.page import Document, Line
from underlag.schemas.result import Observation

Kind = Literal["placeholder", "illegible", "duplicate", "footnote", "unknown_label"]


@dataclass(slots=True)
class Desk:
    """What the readings of one document share while they fill the record."""

    form: Form
    document: Document
    answers: dict[str, list[Answer]]
    budget_items: list[Item]
    signature_items: list[Item]
    items: list[Item] = field(default_factory=list)
    paper: Paper | None = None
    tree: dict[str, Tree] = field(default_factory=dict)
    observations: list[Observation] = field(default_factory=list)

    def of(self, pointer: str) -> list[Answer]:
        """The answers to the field at `pointer`, each time it is asked."""
        return self.answers.get(pointer, [])

    def remark(self, kind: Kind, at: str, text: str, line: Line) -> None:
        """Notes what the record will not show."""
        self.observations.append(Observation(kind=kind, at=at, text=text[:300], places=(place_of(line),)))

    def put(self, pointer: str, value: Tree) -> None:
        """Places a value at its pointer; an object goes into what its sub-fields have filled already, without replacing it."""
        *parents, key = pointer.strip("/").split("/")
        node = self.tree
        for parent in parents:
            child = node.setdefault(parent, {})
            if not isinstance(child, dict):
                raise TypeError(f"{pointer}: {parent} is no object")
            node = child
        old = node.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            node[key] = {**value, **{k: v for k, v in old.items() if v is not None}}
        elif value is not None or key not in node:
            node[key] = value

    def value_of(self, *keys: str) -> str | int | float | bool | None:
        """The value already read at a path of keys, or None."""
        node: Tree = self.tree
        for key in keys:
            node = node.get(key) if isinstance(node, dict) else None
        return node.value if isinstance(node, Leaf) else None
