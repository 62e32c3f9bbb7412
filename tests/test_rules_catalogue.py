"""The catalogue as a whole: how a document is judged, what a crash becomes, and that the printed catalogue is the real one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from underlag.errors import UsageError
from underlag.schemas.ansokan import Ansokan, Goal
from underlag.schemas.budget import Budget, CostBlock, CostRow, Detail
from underlag.schemas.forms import FORMS
from underlag.schemas.policy import Decision, Policy
from underlag.schemas.records import Party, Quantity
from underlag.schemas.result import Evidence, Method, Observation, Part, Place, Severity
from underlag.validators.catalogue import BETWEEN, CHAPTERS, catalogue_page
from underlag.validators.judging import judge, judge_case
from underlag.validators.rule import Case, Judgment, Record, Rule, find

ON = date(2024, 6, 1)
ROOT = Path(__file__).parents[1]


def part(record: Ansokan | Budget, kind: str = "ansokan") -> Part:
    return Part.model_validate({"type": kind, "pages": (1, 1), "confidence": 1.0, "record": record.model_dump(), "evidence": {}})


def made(check_answer: Judgment) -> Rule[Record]:
    return Rule("prov.regel", "Provregel", "varning", "Provet", "Rätta till det.", lambda _: iter((check_answer,)))


def test_a_broken_rule_becomes_a_finding_that_says_what_to_do() -> None:
    verdict = judge_case(Case(Ansokan(), ON), (made(Judgment("broken", ("/syfte",), "Syftet är tomt.", 1, 2)),))
    (finding,) = verdict.findings
    assert (finding.rule, finding.severity, finding.outcome, finding.at) == ("prov.regel", "varning", "broken", ("/syfte",))
    assert (finding.message, finding.expected, finding.actual) == ("Syftet är tomt. Rätta till det.", 1, 2)


def test_judgments_are_counted_by_outcome_and_only_broken_and_undecided_are_shown() -> None:
    answers = [Judgment("holds"), Judgment("broken"), Judgment("undecided"), Judgment("not_applicable")]
    verdict = judge_case(Case(Ansokan(), ON), tuple(made(answer) for answer in answers))
    assert verdict.checks.model_dump() == {"holds": 1, "broken": 1, "undecided": 1, "not_applicable": 1}
    assert [finding.outcome for finding in verdict.findings] == ["broken", "undecided"]


def test_a_rule_that_judges_nothing_does_not_apply() -> None:
    silent: Rule[Record] = Rule("prov.tyst", "Tyst", "fel", "Provet", "", lambda _: iter(()))
    assert judge_case(Case(Ansokan(), ON), (silent,)).checks.not_applicable == 1


def test_a_rule_that_crashes_is_a_problem_and_the_others_still_judge(caplog: pytest.LogCaptureFixture) -> None:
    def check(case: Case[Ansokan]) -> Iterator[Judgment]:
        raise ValueError(case.record.syfte)

    faulty = Rule("prov.trasig", "Trasig regel", "fel", "Provet", "", check)
    case = Case(Ansokan(syfte="hemlig text"), ON)
    with caplog.at_level(logging.DEBUG):
        verdict = judge_case(case, (faulty, made(Judgment("broken", ("/syfte",)))))
    assert [problem.rule for problem in verdict.problems] == ["prov.trasig"]
    assert [finding.rule for finding in verdict.findings] == ["prov.regel"]
    assert "prov.trasig" in caplog.text
    assert "hemlig" not in caplog.text + verdict.problems[0].what


@pytest.mark.parametrize(("method", "where", "severity"), [("docx", "p1", "fel"), ("ocr", None, "varning"), ("text", "line 3", "varning")])
def test_what_was_read_by_ocr_is_at_worst_a_warning(method: Method, where: str | None, severity: str) -> None:
    place = Place(page=1, bbox=None, where=where, text="x")
    evidence = {"/syfte": Evidence(method=method, confidence=0.9, note=None, places=(place,))}
    grave: Rule[Record] = Rule("prov.grov", "Grov", "fel", "Provet", "", lambda _: iter((Judgment("broken", ("/syfte",)),)))
    assert judge_case(Case(Ansokan(), ON, evidence=evidence), (grave,)).findings[0].severity == severity


def test_what_is_undecided_is_never_an_error() -> None:
    unsure: Rule[Record] = Rule("prov.oviss", "Oviss", "fel", "Provet", "", lambda _: iter((Judgment("undecided", ("/syfte",)),)))
    assert judge_case(Case(Ansokan(), ON), (unsure,)).findings[0].severity == "varning"


def test_a_finding_names_twelve_places_at_most() -> None:
    many = made(Judgment("broken", tuple(f"/mal/{n}" for n in range(40))))
    assert len(judge_case(Case(Ansokan(), ON), (many,)).findings[0].at) == 12


def test_a_budget_alone_is_judged_with_pointers_into_itself() -> None:
    row = CostRow(benamning="Coach", belopp={"Almvik kommun": 500}, summa=700)
    verdict = judge(part(Budget(detalj=Detail(rekvireras=CostBlock(lonekostnader=(row,)))), "budget"), Policy(), ON)
    assert verdict.problems == ()
    assert ("budget.rad", "/detalj/rekvireras/lonekostnader/0/summa") in {(f.rule, f.at[0]) for f in verdict.findings}


def test_a_document_of_a_kind_without_rules_is_not_judged() -> None:
    unknown = Part(type="okand", pages=(1, 1), confidence=1.0, record={"rubrik": None, "text": "Hej"}, evidence={})
    assert judge(unknown, Policy(), ON).findings == ()


_TEXT = st.sampled_from(
    ["", "-", "50 %", "Almvik kommun", "Tre lärare arbetar 100 % och", "1/13 2024", "x" * 300, "å@", "18-66 år", "1 400 000 kr"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.builds(Party, organisation=_TEXT, kontaktperson=_TEXT, epost=_TEXT), _TEXT, st.integers(-5, 5), st.floats(0, 1))
def test_no_rule_crashes_on_odd_answers(party: Party, text: str, amount: int, confidence: float) -> None:
    row = CostRow(benamning=text, tjanst_procent=50.0, belopp={text: amount, "a/b~c": amount}, summa=amount)
    block = CostBlock(lonekostnader=(row, row), totalt=amount)
    record = Ansokan.model_validate(
        {
            "insatsagare": [party], "samverkansparter": [party], "syfte": text, "metoder": text, "overenskommelse": text,
            "underskrifter": [{"roll": "insatsagare", "organisation": text, "datum": "2024-01-01", "undertecknad": None}],
            "mal": [{"niva": "effektmal", "text": text}], "budget": Budget(detalj=Detail(rekvireras=block), angiven_enhet="tkr"),
        }
    )  # fmt: skip
    evidence = {"/syfte": Evidence(method="ocr", confidence=confidence, note=None, places=())}
    observed = (Observation(kind="placeholder", at="/budget", text=text),)
    judged = judge(
        part(record).model_copy(update={"evidence": evidence, "observations": observed}), Policy(), ON, texts={"/insatstid": text}
    )
    assert judged.problems == ()


def test_ids_are_unique_and_every_rule_says_its_source_and_remedy() -> None:
    rules = [*(rule for rules in BETWEEN.values() for rule in rules), *(rule for chapter in CHAPTERS.values() for rule in chapter.rules)]
    words = {(rule.id, rule.title, rule.severity, rule.source, rule.guidance) for rule in rules}
    assert len(words) == len({rule.id for rule in rules}), "one id, one rule, whatever kinds of document it judges"
    assert all(len({rule.id for rule in chapter.rules}) == len(chapter.rules) for chapter in CHAPTERS.values())
    assert all(rule.title and rule.source and rule.guidance.endswith(".") for rule in rules)


def test_what_a_rule_needs_is_in_the_record_or_the_policy() -> None:
    for type_, chapter in CHAPTERS.items():
        assert chapter.inside or chapter.record is FORMS[type_].record
        needs = {need for rule in chapter.rules for need in rule.needs}
        assert {need for need in needs if not need.startswith("/")} <= set(Policy.model_fields)
        assert {need.split("/")[1] for need in needs if need.startswith("/")} <= {*chapter.record.model_fields, "*"}


def test_a_rule_without_what_it_needs_does_not_apply() -> None:
    broken = Judgment("broken", ("/syfte",))
    capped = Rule[Record]("prov.tak", "Tak", "fel", "Provet", "", lambda _: iter((broken,)), needs=("/mal/*/kvantiteter", "tak_per_ar"))
    goals = (Goal(text="Arbete"), Goal(text="60 %", kvantiteter=(Quantity(varde=60, enhet="procent", jamforelse="minst"),)))
    cap = Policy(tak_per_ar=(Decision(varde=1, kalla="Plan", till=date(2024, 1, 1)),))
    outcomes = [
        capped.judge(Case(Ansokan(mal=mal), ON, policy, dated=day))[0].outcome
        for mal, policy, day in (
            (goals, cap, date(2023, 5, 5)), (goals, cap, ON), (goals, cap, None), (goals, Policy(), date(2023, 5, 5)),
            (goals[:1], cap, date(2023, 5, 5)), (goals, cap, date(2030, 1, 1)),
        )
    ]  # fmt: skip
    assert outcomes == ["broken", *["not_applicable"] * 5]


@pytest.mark.parametrize(
    ("office", "own", "expected"),
    [({}, None, "varning"), ({"prov.regel": "fel"}, None, "fel"), ({"prov.regel": "upplysning"}, None, "upplysning"),
     ({"prov.regel": "fel"}, "upplysning", "upplysning"), ({"prov.regel": "upplysning"}, "varning", "upplysning")],
)  # fmt: skip
def test_an_office_sets_the_severity_and_a_milder_judgment_stays_mild(
    office: dict[str, Severity], own: Severity | None, expected: Severity
) -> None:
    judgment = Judgment("broken", ("/syfte",), severity=own)
    assert judge_case(Case(Ansokan(), ON, Policy(allvar=office)), (made(judgment),)).findings[0].severity == expected


def test_an_unknown_rule_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"budget\.summa"):
        find(CHAPTERS["budget"].rules, "budget.sumna")


def test_the_printed_catalogue_is_the_one_in_force() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == catalogue_page(), "write docs/rules.md anew with underlag.validators.catalogue.catalogue_page()"


def test_equal_policies_have_equal_fingerprints_and_others_do_not() -> None:
    assert Policy().fingerprint() == Policy().fingerprint()
    assert Policy().fingerprint().startswith("sha256:")
    assert Policy(handlingsplan_andel=(Decision(varde=75.0, kalla="Plan"),)).fingerprint() != Policy().fingerprint()
    assert Policy(allvar={"mal.handlingsplan": "fel"}).fingerprint() != Policy().fingerprint()
