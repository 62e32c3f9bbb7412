"""Rules that hold an application to values of the policy."""

from __future__ import annotations

from datetime import date

import pytest

from underlag.schemas.ansokan import Ansokan, Goal
from underlag.schemas.budget import Budget, CostBlock, CostRow, Detail, Period, YearRow
from underlag.schemas.policy import Decision, Policy, Span
from underlag.schemas.records import Insatstid, Party, Quantity, Signature
from underlag.schemas.result import Evidence, Outcome, Part
from underlag.validators.catalogue import ANSOKAN
from underlag.validators.judging import judge
from underlag.validators.rule import Case, find

ON = date(2024, 6, 1)
POLICY = Policy(
    tak_per_ar=(Decision(varde=700_000, kalla="Plan"),),
    tak_per_insats=(Decision(varde=1_300_000, kalla="Plan"),),
    arslon_heltid=(Decision(varde=Span(lagst=450_000, hogst=750_000), kalla="Plan"),),
    arbetsformedlingen_hogst_ar=(Decision(varde=2, kalla="Plan"),),
    styrgrupp_moten_per_ar=(Decision(varde=4, kalla="Plan"),),
)
WAGE = "/budget/detalj/rekvireras/lonekostnader/0"


def an_application(*, year: int = 650_000, drawn: int = 1_300_000, wage: int = 600_000, last_day: str = "2025-12-31") -> Ansokan:
    """One coach on half time for two years at Arbetsförmedlingen."""
    coach = CostRow(benamning="Jobbcoach", tjanst_procent=50.0, summa=wage)
    budget = Budget(
        loptid=Period(start="2024-01-01", slut="2025-12-31"),
        detalj=Detail(rekvireras=CostBlock(lonekostnader=(coach,), totalt=drawn)),
        per_ar=(YearRow(ar=2024, totalt=year), YearRow(ar=2025, totalt=None)),
    )
    parties = (Party(organisation="Almvik kommun"), Party(organisation="Arbetsförmedlingen Almvik"))
    return Ansokan(samverkansparter=parties, insatstid=Insatstid(start="2024-01-01", slut=last_day), budget=budget)


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        ("budget.tak_ar", an_application(), ("holds", "/budget/per_ar/0/totalt")),
        ("budget.tak_ar", an_application(year=700_001), ("broken", "/budget/per_ar/0/totalt")),
        ("budget.tak_insats", an_application(), ("holds", "/budget/detalj/rekvireras/totalt")),
        ("budget.tak_insats", an_application(drawn=1_400_000), ("broken", "/budget/detalj/rekvireras/totalt")),
        ("budget.arslon", an_application(), ("holds", f"{WAGE}/summa")),
        ("budget.arslon", an_application(wage=60_000), ("broken", f"{WAGE}/summa")),
        ("budget.arslon", an_application(wage=900_000), ("broken", f"{WAGE}/summa")),
        ("parter.arbetsformedlingen", an_application(), ("holds", "/samverkansparter/1/organisation")),
        ("parter.arbetsformedlingen", an_application(last_day="2026-12-31"), ("broken", "/samverkansparter/1/organisation")),
        ("styrgrupp.planerade_moten", Ansokan(uppfoljning="Styrgruppen möts en gång i kvartalet."), ("holds", "/uppfoljning")),
        ("styrgrupp.planerade_moten", Ansokan(metoder="Styrgruppen träffas två till tre gånger om året."), ("broken", "/metoder")),
        ("styrgrupp.planerade_moten", Ansokan(uppfoljning="Styrgruppen har ett möte per halvår."), ("broken", "/uppfoljning")),
    ],
)
def test_an_application_keeps_within_the_policy(name: str, record: Ansokan, expected: tuple[Outcome, str]) -> None:
    rule = find(ANSOKAN.rules, name)
    assert [(j.outcome, j.at[0]) for j in rule.judge(Case(record, ON, POLICY))] == [expected]
    assert [j.outcome for j in rule.judge(Case(record, ON, Policy()))] == ["not_applicable"]
    unsure = {expected[1]: Evidence(method="ocr", confidence=0.5, note=None, places=())}
    assert [j.outcome for j in rule.judge(Case(record, ON, POLICY, unsure))] == ["holds" if expected[0] == "holds" else "undecided"]


@pytest.mark.parametrize(("signed", "lacking"), [("2022-03-01", False), ("2023-03-01", True), (None, True), ("2029-03-01", True)])
def test_an_application_is_judged_by_the_policy_of_the_day_of_its_last_signature(signed: str | None, *, lacking: bool) -> None:
    """60 percent was enough until the end of 2022; an application without a day, or of one to come, is judged as of today."""
    policy = Policy(
        handlingsplan_andel=(
            Decision(varde=60.0, kalla="Gammal plan", till=date(2022, 12, 31)),
            Decision(varde=80.0, kalla="Ny plan", fran=date(2023, 1, 1)),
        )
    )
    share = Quantity(varde=70, enhet="procent", jamforelse="minst")
    blocks = (Signature(roll="insatsagare", datum="2021-01-01"), Signature(roll="samverkanspart", datum=signed)) if signed else ()
    record = Ansokan(mal=(Goal(text="70 % har en handlingsplan", kvantiteter=(share,)),), underskrifter=blocks)
    part = Part(type="ansokan", pages=(1, 1), confidence=1.0, record=record.model_dump(), evidence={})
    found = {finding.rule: finding for finding in judge(part, policy, ON).findings}
    assert ("mal.handlingsplan" in found) is lacking
    assert not lacking or "Ny plan" in found["mal.handlingsplan"].message
