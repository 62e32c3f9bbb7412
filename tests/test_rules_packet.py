"""Rules that compare the parts of one file with each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget, CostBlock, Detail, Period, YearRow
from underlag.schemas.policy import Policy
from underlag.schemas.records import Insatstid
from underlag.schemas.result import Evidence, Model, Outcome, Part, PartType
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.validators.judging import judge_parts

ON = date(2024, 6, 1)


def part(type_: PartType, record: Model, evidence: Mapping[str, Evidence] | None = None) -> Part:
    return Part(type=type_, pages=(1, 1), confidence=1.0, record=record.model_dump(), evidence=dict(evidence or {}))


def an_application(name: str) -> Ansokan:
    years = (YearRow(ar=2024, totalt=400_000), YearRow(ar=2025, totalt=500_000))
    budget = Budget(detalj=Detail(rekvireras=CostBlock(totalt=900_000)), per_ar=years)
    return Ansokan(insatsens_namn=name, insatstid=Insatstid(start="2024-01-01", slut="2025-12-31"), budget=budget)


def a_note(name: str, amount: int | None, last_day: str) -> Tjansteskrivelse:
    return Tjansteskrivelse(insats=name, maxbelopp=amount, period=Period(start="2024-01-01", slut=last_day))


@pytest.mark.parametrize(
    ("note", "outcome"),
    [
        (a_note("Ljusglimten", 900_000, "2025-12-31"), "holds"),
        (a_note("Ljusglimten", 950_000, "2025-12-31"), "broken"),
        (a_note("insatsen ”Ljusglimten”", 400_000, "2024-12-31"), "holds"),
        (a_note("Ljusglimten", 450_000, "2024-12-31"), "broken"),
        (a_note("Arbetsvägen", 950_000, "2025-12-31"), None),
        (a_note("Ljusglimten", 950_000, "2026-12-31"), None),
        (a_note("Ljusglimten", None, "2025-12-31"), None),
    ],
)
def test_a_proposed_amount_is_within_what_its_application_draws(note: Tjansteskrivelse, outcome: Outcome | None) -> None:
    parts = (part("tjansteskrivelse", note), part("ansokan", an_application("Ljusglimten")), part("ansokan", an_application("Stegvis")))
    verdict = judge_parts(parts, Policy(), ON)
    assert (verdict.checks.holds, verdict.checks.broken) == (outcome == "holds", outcome == "broken")
    for finding in verdict.findings:
        assert finding.at[0] == "/parts/0/record/maxbelopp"
        assert finding.at[1].startswith("/parts/1/record/budget/")
    assert verdict.problems == ()


def test_an_amount_that_a_scan_read_badly_decides_nothing() -> None:
    note = part("tjansteskrivelse", a_note("Ljusglimten", 950_000, "2025-12-31"))
    unsure = {"/budget/detalj/rekvireras/totalt": Evidence(method="ocr", confidence=0.4, note=None, places=())}
    verdict = judge_parts((note, part("ansokan", an_application("Ljusglimten"), unsure)), Policy(), ON)
    assert [(finding.rule, finding.outcome) for finding in verdict.findings] == [("paket.belopp", "undecided")]


def test_which_of_two_applications_is_meant_is_not_guessed() -> None:
    note = part("tjansteskrivelse", a_note("Ljusglimten", 950_000, "2025-12-31"))
    twice = part("ansokan", an_application("Ljusglimten"))
    assert judge_parts((note, twice, twice), Policy(), ON).checks.not_applicable == 1


def test_a_document_alone_is_compared_with_nothing() -> None:
    assert judge_parts((part("ansokan", an_application("Ljusglimten")),), Policy(), ON).checks.model_dump() == {
        "holds": 0,
        "broken": 0,
        "undecided": 0,
        "not_applicable": 0,
    }
