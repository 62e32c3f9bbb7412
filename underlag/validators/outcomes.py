"""What the rules about goals and their outcomes have in common."""

from __future__ import annotations

import re

from underlag.validators.wording import number, share
from underlag.values.measures import Measure
from underlag.values.quantities import Quantity

ROUNDING = 1.0
"""Percentage points."""

UNMEASURED = re.compile(
    r"\b(?:inte|ej|aldrig) (?:längre |gått att |kunnat |kunde |möjligt att |går att )?(?:mät\w*|mätas|följ\w* upp|följts upp|utvärder\w*)"
    r"|\b(?:mäts|mättes|mäter vi|följs|följdes|utvärderas) (?:inte|ej)\b"
    r"|\b(?:inte|ej) mätbar\w*|\bsaknas (?:underlag|uppgift\w*|statistik|mätning\w*)|\b(?:inga|ingen) (?:mätning\w*|uppföljning)",
    re.IGNORECASE,
)
"""An outcome that says that it was not measured."""


def missed(measure: Measure) -> bool:
    """Does the outcome miss the goal by more than rounding?"""
    off = abs(measure.got.varde - measure.wanted.varde)
    return not measure.reached and off > (ROUNDING if measure.wanted.enhet == "procent" else 0)


def figures_of(measure: Measure) -> str:
    """ "målet är minst 70 % och utfallet 62 %"."""
    least = {"minst": "minst ", "hogst": "högst ", "exakt": ""}[measure.wanted.jamforelse]
    return f"målet är {least}{_figure(measure.wanted)} och utfallet {_figure(measure.got)}"


def _figure(quantity: Quantity) -> str:
    return share(quantity.varde) if quantity.enhet == "procent" else number(quantity.varde)
