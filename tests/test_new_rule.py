"""The worked example of docs/new-rule.md: rules in one module judge a document of the form of docs/new-form.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from tests.doc_examples import example
from underlag.schemas.policy import Decision, Policy
from underlag.schemas.result import Evidence
from underlag.validators.judging import judge_case
from underlag.validators.rule import Case

ON = date(2024, 6, 1)
CAP = Policy(tak_per_ar=(Decision(varde=130_000, kalla="Styrelsens beslut"),))


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with example("new-form.md", "underlag.schemas.rekvisition", tmp_path_factory.mktemp("schemas")) as module:
        yield module


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory, form: ModuleType) -> Iterator[ModuleType]:
    assert form.FORM.sums, "the rules build on the form"
    with example("new-rule.md", "underlag.validators.rekvisition", tmp_path_factory.mktemp("validators")) as module:
        yield module


def request(form: ModuleType, asked: int, *posts: int) -> Any:
    return form.Rekvisition(belopp=asked, poster=tuple(form.Post(post="Lön", belopp=amount) for amount in posts))


@pytest.mark.parametrize(
    ("amounts", "policy", "broken"),
    [
        ((125_000, 100_000, 25_000), CAP, []),
        ((125_000, 100_000, 52_000), CAP, ["rekvisition.summa"]),
        ((140_000, 100_000, 40_000), CAP, ["rekvisition.tak"]),
        ((140_000, 100_000, 40_000), Policy(), []),
    ],
)
def test_the_rules_of_the_page_judge_a_document(
    form: ModuleType, rules: ModuleType, amounts: tuple[int, ...], policy: Policy, broken: list[str]
) -> None:
    verdict = judge_case(Case(request(form, *amounts), ON, policy), rules.RULES)
    assert [finding.rule for finding in verdict.findings] == broken
    assert verdict.problems == ()


def test_a_figure_that_a_scan_read_badly_decides_nothing(form: ModuleType, rules: ModuleType) -> None:
    unsure = {"/belopp": Evidence(method="ocr", confidence=0.5, note=None, places=())}
    verdict = judge_case(Case(request(form, 140_000, 100_000), ON, CAP, unsure), rules.RULES)
    assert [finding.outcome for finding in verdict.findings] == ["undecided", "undecided"]


def test_a_sum_that_fails_is_told_by_its_name(form: ModuleType, rules: ModuleType) -> None:
    (finding,) = judge_case(Case(request(form, 125_000, 100_000), ON), rules.RULES).findings
    assert finding.at[0] == "/belopp"
    assert finding.message.startswith("”Belopp” är 125\u00a0000\u00a0kr, men")
    assert finding.expected == 100_000
