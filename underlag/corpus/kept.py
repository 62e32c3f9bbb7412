"""What the store gives out of each part and finding, for those who count and export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from underlag.schemas.result import Finding, PartType

KeptFinding = tuple[int, int | None, Finding]
"""The number of the document, of the part (None: parts compared with each other), and the finding."""


@dataclass(frozen=True, slots=True)
class KeptPart:
    """One part: the number of its document, its own number in it (from 1), its first and last page and year, and its record."""

    document: int
    number: int
    type: PartType
    pages: tuple[int, int]
    confidence: float
    record: Mapping[str, object]
    years: tuple[int | None, int | None]
