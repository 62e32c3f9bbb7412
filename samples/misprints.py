"""What a document prints wrong: the right record, and the few figures that its tables get wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from samples.sample import Flaw, Scalar
from underlag.schemas.result import Model

Record = TypeVar("Record", bound=Model)


@dataclass(frozen=True, slots=True)
class Misprint:
    """A leaf of the record at the pointer `at`, and what is printed in its place."""

    at: str
    printed: Scalar
    why: str
    kind: str = "sum_mismatch"


def printed(record: Record, misprints: Iterable[Misprint]) -> Record:
    """The record as the document prints it."""
    whole = record.model_dump(mode="json", by_alias=True)
    for misprint in misprints:
        node, key = _place(whole, misprint.at)
        if node[key] == misprint.printed:
            raise ValueError(f"{misprint.at} is printed right")
        node[key] = misprint.printed
    return type(record).model_validate(whole)


def flaws(record: Model, misprints: Iterable[Misprint]) -> tuple[Flaw, ...]:
    """What a reviewer would note of the misprints, with the right figures from `record`."""
    whole = record.model_dump(mode="json", by_alias=True)
    found = []
    for misprint in misprints:
        node, key = _place(whole, misprint.at)
        found.append(Flaw(misprint.at, misprint.kind, misprint.why, expected=node[key], actual=misprint.printed))
    return tuple(found)


def _place(root: dict[str, Any], pointer: str) -> tuple[Any, str | int]:
    """The object or list that holds a leaf, and the leaf's key in it (of JSON, hence Any)."""
    *path, last = pointer.removeprefix("/").split("/")
    node: Any = root
    for key in path:
        node = node[int(key)] if isinstance(node, list) else node[key]
    return node, int(last) if isinstance(node, list) else last
