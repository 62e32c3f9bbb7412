"""Documents of one insats against each other: each rule where it holds, where it is broken, and where the scan is too bad to tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests.case_building import APPLICATION, CLEAN, FINAL, NOTE, QUARTERS, Minutes, result
from underlag.schemas.ansokan import Ansokan
from underlag.schemas.case import Followed
from underlag.schemas.kvartalsrapport import Kvartalsrapport
from underlag.schemas.result import Model
from underlag.schemas.slutrapport import Slutrapport
from underlag.schemas.tjansteskrivelse import Tjansteskrivelse
from underlag.schemas.uppfoljning import Uppfoljning
from underlag.settings import Settings
from underlag.validators.case.file import gathered
from underlag.validators.case.goals import known_again
from underlag.validators.catalogue import INSATS
from underlag.validators.rule import Case, Judgment, find
from underlag.values.pointers import tokens

ON = date(2024, 3, 1)
POLICY = Settings().policy

A, N, Q1, Q2, Q4, F = 0, 1, 2, 3, 5, 6


def changed(number: int, pointer: str, value: object) -> tuple[Model, ...]:
    """The clean documents with one value changed in one of them."""
    record = CLEAN[number].model_dump(mode="json")
    *path, last = tokens(pointer)
    here: Any = record
    for token in path:
        here = here[int(token)] if isinstance(here, list) else here[token]
    here[int(last) if isinstance(here, list) else last] = value
    return (*CLEAN[:number], type(CLEAN[number]).model_validate(record), *CLEAN[number + 1 :])


def without(*numbers: int) -> tuple[Model, ...]:
    return tuple(record for n, record in enumerate(CLEAN) if n not in numbers)


def longer(start: str, slut: str) -> tuple[Model, ...]:
    """The clean documents and an application for more time."""
    return (*CLEAN, Ansokan.model_validate(APPLICATION.model_dump() | {"insatstid": {"start": start, "slut": slut}}))


def again(budget: int) -> tuple[Model, ...]:
    """The clean documents and a second report for the second quarter."""
    return (*CLEAN, Kvartalsrapport.model_validate(QUARTERS[1].model_dump() | {"inlamnad": "2023-09-01", "budget": {"budget": budget}}))


def judged(rule: str, records: Sequence[Model], *, scanned: bool = False) -> list[Judgment]:
    found = gathered(result(record, file=f"{n}.docx", scanned=scanned) for n, record in enumerate(records))
    ((_, followed),) = found.insatser()
    return list(find(INSATS, rule).judge(Case(followed, ON, POLICY, followed.evidence())))


def decided(sentence: str) -> tuple[Model, ...]:
    """The clean documents and minutes with that decision between others."""
    text = f"§ 4 Lots i hamn\nStyrelsen beviljar Lots i hamn 800 000 kr.\n§ 5 Stegvis\n{sentence}\n§ 6 Mötet avslutas"
    return (*CLEAN, Minutes(rubrik="Protokoll från styrelsemöte 2022-11-20", text=text))


def memo(people: int, outcome: int, quarters: Sequence[int] = (3, 4)) -> tuple[Model, ...]:
    """The clean documents and a memo over several insatser."""
    rows = [
        {"insats": "Lots i hamn", "totalt": 9},
        {"insats": "Lindvassa, Stegvis", "totalt": people, "avslutade": 20, "avslutade_perioden": 10},
    ]
    money = [{"insats": "Lindvassa, Stegvis", "budget": 600_000, "utfall": outcome}]
    told = {"period": {"ar": 2023, "kvartal": list(quarters)}, "deltagare": rows, "budget": money}
    return (*CLEAN, Uppfoljning.model_validate(told))


BROKEN = {
    "insats.uppfoljning": memo(42, 600_000),
    "insats.beslut": decided("Styrelsen beviljar högst 900 000 kronor till insatsen Stegvis för 2023."),
    "insats.tid_beslut": changed(N, "/period/slut", "2023-11-30"),
    "insats.tid_slutrapport": changed(F, "/insatstid/slut", "2024-01-31"),
    "insats.rapport_utanfor": changed(Q4, "/period", {"ar": 2025, "kvartal": 4}),
    "insats.foljd": longer("2023-12-01", "2024-11-30"),
    "insats.arbetsformedlingen": longer("2024-01-01", "2025-06-30"),
    "insats.undertecknad_forst": changed(A, "/underskrifter", [{"roll": "insatsagare", "datum": "2022-12-01"}]),
    "insats.rapporter_saknas": without(Q2),
    "insats.slutrapport_saknas": without(F),
    "insats.rapport_dubbel": again(350_000),
    "insats.styrgrupp": changed(Q1, "/antal_styrgruppsmoten", 0),
    "insats.beviljat": changed(N, "/maxbelopp", 1_300_000),
    "insats.tak": changed(Q4, "/budget/utfall", 500_000),
    "insats.arsbudget": changed(Q4, "/budget/budget", 500_000),
    "insats.forbrukat": changed(F, "/budgetutfall", "Beviljat 1 200 000 kr, förbrukat 1 000 000 kr."),
    "insats.aterfort": (
        *changed(F, "/budgetutfall", None)[:-1],
        Slutrapport.model_validate(FINAL.model_dump() | {"budgetutfall": None, "aterforda_medel": 0}),
    ),
    "insats.mal_redovisade": changed(F, "/mal", [goal.model_dump() for goal in FINAL.mal[:2]]),
    "insats.mal_andrade": changed(F, "/mal/0/kvantiteter", [{"varde": 40, "enhet": "procent", "jamforelse": "minst"}]),
    "insats.mal_natt": changed(
        F, "/mal/0", {"text": "Andel av deltagarna som gått vidare till arbete eller studier.", "utfall": "48 procent", "uppfyllt": "ja"}
    ),
    "insats.deltagare_lovade": changed(F, "/antal_deltagare", 31),
    "insats.deltagare_sjunker": changed(Q4, "/deltagare/totalt", 20),
    "insats.deltagare_avslutade": changed(Q2, "/deltagare/avslutade_perioden", 9),
    "insats.deltagare_slut": changed(F, "/antal_deltagare", 50),
    "insats.agare": changed(Q1, "/insatsagare", "Östervik kommun"),
    "insats.parter": changed(F, "/samverkansparter", [{"organisation": "Arbetsförmedlingen"}]),
}
HOLDS = {
    "insats.uppfoljning": memo(42, 560_000),
    "insats.beslut": decided("Styrelsen beviljar högst 1 200 000 kronor till insatsen Stegvis för 2023."),
    "insats.foljd": longer("2024-01-01", "2024-12-31"),
    "insats.arbetsformedlingen": longer("2024-01-01", "2024-12-31"),
    "insats.rapport_dubbel": again(300_000),
    "insats.aterfort": changed(F, "/budgetutfall", None),
}


def test_every_rule_has_its_broken_case() -> None:
    assert [rule.id for rule in INSATS if rule.id not in BROKEN] == []


@pytest.mark.parametrize("rule", BROKEN)
def test_the_rule_holds_where_the_documents_agree(rule: str) -> None:
    assert {judgment.outcome for judgment in judged(rule, HOLDS.get(rule, CLEAN))} == {"holds"}


@pytest.mark.parametrize("rule", BROKEN)
def test_the_rule_is_broken_where_they_do_not(rule: str) -> None:
    broken = [judgment for judgment in judged(rule, BROKEN[rule]) if judgment.outcome == "broken"]
    assert len(broken) == 1
    assert broken[0].message.endswith(".")
    assert all(pointer.startswith("/documents/") for pointer in broken[0].at)


@pytest.mark.parametrize("rule", BROKEN)
def test_what_a_bad_scan_says_decides_nothing(rule: str) -> None:
    outcomes = {judgment.outcome for judgment in judged(rule, BROKEN[rule], scanned=True)}
    assert "undecided" in outcomes
    assert "broken" not in outcomes


def test_a_clean_case_has_no_finding_and_a_lone_document_nothing_to_judge() -> None:
    assert {j.outcome for rule in INSATS for j in judged(rule.id, CLEAN)} == {"holds", "not_applicable"}
    assert {j.outcome for rule in INSATS for record in (QUARTERS[0], NOTE) for j in judged(rule.id, [record])} <= {
        "holds",
        "not_applicable",
        "undecided",
    }


def test_an_insats_of_which_nothing_is_reported_may_not_have_begun() -> None:
    (judgment,) = judged("insats.rapporter_saknas", (APPLICATION, NOTE))
    assert judgment.outcome == "undecided"
    assert judgment.message.endswith("kvartal 1, 2, 3 och 4 2023. Kontrollera om insatsen har startat.")
    assert judged("insats.rapporter_saknas", (APPLICATION,)) == [Judgment("not_applicable")]


def test_less_than_was_asked_for_is_only_remarked_and_a_turn_of_the_year_makes_sinking_counts_milder() -> None:
    assert judged("insats.beviljat", changed(N, "/maxbelopp", 900_000))[0].severity == "upplysning"
    next_year = Kvartalsrapport.model_validate(QUARTERS[0].model_dump() | {"period": {"ar": 2024, "kvartal": 1}})
    assert {j.severity for j in judged("insats.deltagare_sjunker", (*CLEAN, next_year)) if j.outcome == "broken"} == {"varning"}


@pytest.mark.parametrize(
    ("promised", "told", "same"),
    [
        (
            "Minst 50 % av deltagarna ska gå vidare till arbete eller studier.",
            "Andel deltagare som gått vidare till arbete eller studier",
            True,
        ),
        ("Minst 12 arbetsplatser ska ta emot deltagare.", "10 arbetsplatser tar emot deltagare", True),
        (
            "Minst 50 % av deltagarna ska gå vidare till arbete eller studier.",
            "Minst 80 % av deltagarna ska vara nöjda med insatsen.",
            False,
        ),
        ("30 % av deltagarna ska ha gått till arbete.", "20 % av deltagarna ska ha gått till studier.", False),
        ("30 % av kvinnorna ska gå till arbete.", "20 % av männen ska gå till arbete.", False),
        ("Minst 20 arbetsgivare ska bjudas in till frukostmöten.", "Minst 25 arbetsgivare ska ha utbildats.", False),
    ],
)
def test_goals_are_known_again_by_the_words_of_their_own(promised: str, told: str, *, same: bool) -> None:
    assert bool(known_again([promised], [told])) is same


def test_goals_in_other_words_are_left_to_the_reader() -> None:
    goals = [{"text": text, "utfall": "Ja"} for text in ("Fler vågar söka jobb.", "Alla har en plan framåt med datum.")]
    (judgment,) = judged("insats.mal_redovisade", changed(F, "/mal", goals))
    assert judgment.outcome == "undecided"


def test_what_the_minutes_grant_is_the_cap_and_what_they_refuse_is_told() -> None:
    (broken,) = judged("insats.tak", decided("Styrelsen beviljar högst 900 000 kronor till insatsen Stegvis för 2023."))
    assert (broken.outcome, broken.expected) == ("broken", 900_000)
    (refused,) = judged("insats.beslut", decided("Ansökan från Stegvis återremitteras till kansliet."))
    assert (refused.outcome, refused.actual) == ("broken", None)


def test_a_memo_is_held_against_the_last_of_its_quarters_and_all_of_them() -> None:
    broken = [j for j in judged("insats.uppfoljning", memo(40, 600_000, (2, 4))) if j.outcome == "broken"]
    assert [(j.expected, j.actual) for j in broken] == [(42, 40), (560_000, 600_000)]
    assert {j.outcome for j in judged("insats.uppfoljning", (*memo(12, 1)[:2], QUARTERS[2], memo(32, 1, (2, 3))[-1]))} == {
        "broken",
        "holds",
    }


def test_a_final_report_over_two_decisions_of_a_year_each_ends_as_the_last() -> None:
    time = {"start": "2023-01-01", "slut": "2024-12-31"}
    second = Tjansteskrivelse.model_validate(NOTE.model_dump() | {"period": {"start": "2024-01-01", "slut": "2024-12-31"}})
    final = Slutrapport.model_validate(FINAL.model_dump() | {"insatstid": time})
    assert {j.outcome for j in judged("insats.tid_slutrapport", (NOTE, second, final))} == {"holds"}
    assert {j.outcome for j in judged("insats.tid_slutrapport", (NOTE, final))} == {"holds", "broken"}


def test_what_is_no_day_in_a_saved_result_says_no_time() -> None:
    application = Ansokan.model_validate(APPLICATION.model_dump() | {"insatstid": {"start": "våren", "slut": "2023-12-31"}})
    assert judged("insats.rapporter_saknas", (application, *QUARTERS)) == [Judgment("not_applicable")]


def test_minutes_that_decide_nothing_about_the_insats_are_no_document_of_it() -> None:
    records = decided("Styrelsen tackade för informationen om Stegvis.\nStyrelsen beviljar Stegvis 2 högst 500 000 kr.")
    found = gathered(result(record, file=f"{n}.docx") for n, record in enumerate(records))
    assert found.unplaced() == (f"/documents/{len(records) - 1}",)


def test_amounts_in_thousands_are_not_held_against_kronor() -> None:
    assert judged(
        "insats.tak",
        [
            r.model_copy(update={"budget": r.budget.model_copy(update={"utfall": 500})}) if isinstance(r, Kvartalsrapport) else r
            for r in CLEAN
        ],
    ) == [Judgment("not_applicable")]


def test_the_newest_of_several_versions_of_an_application_counts() -> None:
    newer = APPLICATION.model_copy(update={"sokt_belopp": 1_300_000, "lokus": APPLICATION.lokus, "budget": None})
    signed = newer.model_copy(update={"underskrifter": tuple(s.model_copy(update={"datum": "2022-11-01"}) for s in newer.underskrifter)})
    broken = [j for j in judged("insats.beviljat", (*CLEAN, signed)) if j.outcome == "broken"]
    assert [j.expected for j in broken] == [1_300_000]


def test_a_record_of_one_insats_is_pointed_into_from_the_case() -> None:
    found = gathered(result(record, file=f"{n}.docx") for n, record in enumerate(CLEAN))
    ((insats, followed),) = found.insatser()
    assert isinstance(followed, Followed)
    assert insats.namn == "Stegvis"
    assert Case(followed, ON).value("/documents/1/record/maxbelopp") == 1_200_000
