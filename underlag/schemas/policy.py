"""What an office has decided and the rules hold documents to: each value with where it is written and when it is in force.

The values are data: those that are known of the association whose forms the tool knows best lie in `underlag/policy.toml`, an
office's own in its settings file (see `settings`). A key without a value is not decided, and the rules that need it do not apply.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from itertools import combinations
from typing import Annotated, Generic, TypeVar

from pydantic import Field, field_validator, model_validator

from underlag.schemas.result import Model, Severity

T = TypeVar("T")

Share = Annotated[float, Field(strict=True, ge=0, le=100)]
"""Percent."""
Percent = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)]
"""Percent that may be more than 100."""
Kronor = Annotated[int, Field(strict=True, gt=0)]
"""Whole kronor."""
Count = Annotated[int, Field(strict=True, ge=1, le=1000)]
Truth = Annotated[bool, Field(strict=True)]
Text = Annotated[str, Field(strict=True, min_length=1, pattern=r"\S")]
Day = Annotated[date, Field(strict=True)]


class Allocation(Model):
    """How the association's money is divided between efforts, in percent."""

    individ: Share
    struktur: Share
    kompetens: Share

    @model_validator(mode="after")
    def _whole(self) -> Allocation:
        if round(self.individ + self.struktur + self.kompetens, 6) != 100:
            raise ValueError("delarna ska tillsammans vara 100")
        return self


class Span(Model):
    """From the lowest to the highest amount in kronor, both included."""

    lagst: Kronor
    hogst: Kronor

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.lagst > self.hogst:
            raise ValueError("lagst är större än hogst")
        return self


class Bands(Model):
    """Which use of a budget is green and which yellow, in percent of it, both ends included; all else is red."""

    gront_fran: Percent
    gront_till: Percent
    gult_fran: Percent
    gult_till: Percent

    @model_validator(mode="after")
    def _within_each_other(self) -> Bands:
        if not self.gult_fran <= self.gront_fran <= self.gront_till <= self.gult_till:
            raise ValueError("grönt ska ligga inom gult")
        return self


class Decision(Model, Generic[T]):
    """One value, where it is written, and the first and last day on which it is in force (null: open)."""

    varde: T
    kalla: Text
    fran: Day | None = None
    till: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Decision[T]:
        if self.fran and self.till and self.fran > self.till:
            raise ValueError("till ligger före fran")
        return self

    def covers(self, day: date) -> bool:
        """Is it in force on that day?"""
        return (self.fran or date.min) <= day <= (self.till or date.max)

    def meets(self, other: Decision[T]) -> bool:
        """Is there a day on which both are in force?"""
        return self.covers(other.fran or date.min) or other.covers(self.fran or date.min)


def in_force(decisions: tuple[Decision[T], ...], day: date) -> Decision[T] | None:
    """The decision in force on `day`, None where there is none."""
    return next((decision for decision in decisions if decision.covers(day)), None)


class Policy(Model):
    """Everything that the rules hold documents to. By default nothing is decided; no key has two values on the same day."""

    handlingsplan_andel: tuple[Decision[Share], ...] = Field(
        default=(), description="participants in pre-rehabilitation with a plan of action, at least"
    )
    arbete_studier_andel: tuple[Decision[Share], ...] = Field(
        default=(), description="participants to work or studies: the national average"
    )
    styrgrupp_moten_per_ar: tuple[Decision[Count], ...] = Field(
        default=(), description="meetings of the steering group in a year, at least"
    )
    kvartalsrapport_manader: tuple[Decision[Count], ...] = Field(
        default=(), description="months after a quarter's end for its report, at most"
    )
    alla_parter_undertecknar: tuple[Decision[Truth], ...] = Field(default=(), description="owner and all partners sign the application")
    arbetsformedlingen_hogst_ar: tuple[Decision[Count], ...] = Field(
        default=(), description="years at a time that Arbetsförmedlingen takes part, at most"
    )
    fordelning: tuple[Decision[Allocation], ...] = Field(
        default=(), description="the money over individual, structural and competence efforts"
    )
    beviljat_ar_tak: tuple[Decision[Truth], ...] = Field(default=(), description="the granted amount is a cap; only real costs are paid")
    tak_per_ar: tuple[Decision[Kronor], ...] = Field(default=(), description="what an insats is granted in a year, at most")
    tak_per_insats: tuple[Decision[Kronor], ...] = Field(default=(), description="what an insats is granted in all, at most")
    arslon_heltid: tuple[Decision[Span], ...] = Field(default=(), description="the cost of a full post in a year")
    budget_forbrukning: tuple[Decision[Bands], ...] = Field(default=(), description="use of a budget that is green and yellow")
    standard_terms: str | None = Field(
        default=None, description="the office's wording of the standing terms, paragraphs on lines of their own; null: not compared"
    )
    allvar: Mapping[str, Severity] = Field(default_factory=dict, description="severities of the office's own, by the rule's id")

    @field_validator("*")
    @classmethod
    def _apart(cls, value: object) -> object:
        decisions = [item for item in value if isinstance(item, Decision)] if isinstance(value, tuple) else []
        if any(one.meets(other) for one, other in combinations(decisions, 2)):
            raise ValueError("två värden gäller samma dag; skilj dem åt med fran och till")
        return value

    def decided(self, key: str, day: date) -> bool:
        """Has `key`, one of the fields, a value that is in force on that day?"""
        value: object = dict(self)[key]
        return in_force(value, day) is not None if isinstance(value, tuple) else value is not None

    def fingerprint(self) -> str:
        """`sha256:` and the digest of the policy as canonical JSON; equal policies have equal fingerprints."""
        canonical = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
