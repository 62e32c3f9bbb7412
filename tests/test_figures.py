"""A figure that enters a sum, quota or total can't be changed unnoticed; the figures that enter none are listed."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

import pytest

from bench.figures import CLEAN, WAYS, clean_readings, figures_page, finder, summed
from samples.sample import Sample
from underlag.schemas.relations import figures

PAGE = Path(__file__).resolve().parent.parent / "docs" / "figures.md"


@pytest.mark.parametrize("sample", CLEAN, ids=lambda sample: sample.name)
def test_a_changed_figure_is_found(sample: Sample) -> None:
    """Each figure in one of the ways, by turns; `python -m bench figures` changes each in all of them."""
    ways = cycle(WAYS)
    outcomes = []
    for reading in clean_readings(sample):
        given, is_found = figures(reading.part.record), finder(reading)
        for pointer in summed(reading.part.type, reading.part.record):
            changes = next(filter(None, (way(given, pointer) for way in islice(ways, len(WAYS) + 1))))
            outcomes.append(is_found(changes))
    assert sum(outcomes) >= 0.95 * len(outcomes)


def test_the_list_of_figures_is_true() -> None:
    assert PAGE.read_text("utf-8") == figures_page(), "write docs/figures.md anew: python -m bench.figures > docs/figures.md"
