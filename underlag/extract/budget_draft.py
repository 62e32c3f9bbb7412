"""A budget while it is being read; money as written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from underlag.extract.budget_rows import Money, Row
from underlag.schemas.budget import KINDS
from underlag.schemas.page import Line


@dataclass(slots=True)
class Block:
    """One block of the detailed budget while it is being read."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {k: [] for k in KINDS})
    sums: dict[str, Row] = field(default_factory=dict)
    total: Row | None = None


@dataclass(slots=True)
class Draft:
    """A budget while it is being read; money as written. `total`: a total that doesn't say of what."""

    name: tuple[str, Line] | None = None
    period: tuple[tuple[str, Line] | None, tuple[str, Line] | None] = (None, None)
    unit: tuple[Literal["kr", "tkr"], Line] | None = None
    drawn: Block = field(default_factory=Block)
    own: Block = field(default_factory=Block)
    whole: Row | None = None
    total: Row | None = None
    years: list[tuple[int, tuple[Line, ...], dict[str, Money]]] = field(default_factory=list)
    summary: list[tuple[str, tuple[Line, ...], dict[str, Money]]] = field(default_factory=list)
    summary_sum: dict[str, Money] = field(default_factory=dict)
    placeholders: list[tuple[str, str, Line]] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (
            self.years or self.summary or self.whole or self.total or self.drawn.total or self.drawn.sums or any(self.drawn.rows.values())
        )
