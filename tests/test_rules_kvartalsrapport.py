"""Rules about quarterly reports: when they come, what is answered and explained, money, people, steering group, signature."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from underlag.schemas.kvartalsrapport import Deltagare, Kvartalsrapport, Period, QuarterBudget, Question
from underlag.schemas.policy import Bands, Decision, Policy
from underlag.schemas.records import Signature
from underlag.schemas.result import Evidence, Outcome
from underlag.settings import shipped_policy
from underlag.validators.catalogue import KVARTALSRAPPORT
from underlag.validators.kvartalsrapport.questions import QUESTIONS
from underlag.validators.rule import Case, Judgment, find

ON = date(2024, 9, 1)
POLICY = shipped_policy().model_copy(
    update={"budget_forbrukning": (Decision(varde=Bands(gront_fran=90, gront_till=105, gult_fran=75, gult_till=115), kalla="Plan"),)}
)
YES, NO, UNSAID = Question(svar=True), Question(svar=False), Question()
AS_IT_SHOULD = {f.pointer[1:]: NO if f.pointer.startswith(("/vakanser", "/avvikelse")) else YES for f in QUESTIONS}


def a_report(**changes: object) -> Kvartalsrapport:
    """A report for the second quarter of 2024 in which nothing is wrong, with `changes`."""
    record = Kvartalsrapport(
        insatsens_namn="Spåret",
        insatsagare="Almvik kommun",
        period=Period(ar=2024, kvartal=2),
        inlamnad="2024-07-12",
        antal_styrgruppsmoten=1,
        budget=QuarterBudget(budget=400_000, utfall=390_000, prognos=400_000),
        deltagare=Deltagare(
            totalt=30,
            avslutade=12,
            avslutade_perioden=5,
            kvinnor_till_arbete_studier=2,
            man_till_arbete_studier=1,
            andel_handlingsplan=90.0,
            pagaende=18,
        ),
        underskrifter=(Signature(roll="insatsagare", organisation="Almvik kommun", datum="2024-07-12", undertecknad=True),),
    )
    return record.model_copy(update={**AS_IT_SHOULD, **changes})


def people(**changes: float | None) -> Kvartalsrapport:
    return a_report(deltagare=a_report().deltagare.model_copy(update=changes))


def money(budget: int | None = 400_000, utfall: int | None = 390_000, prognos: int | None = 400_000) -> Kvartalsrapport:
    return a_report(budget=QuarterBudget(budget=budget, utfall=utfall, prognos=prognos))


def told(answer: bool, comment: str) -> Question:
    return Question(svar=answer, kommentar=comment)


def read(confidence: float, *pointers: str) -> Mapping[str, Evidence]:
    return {p: Evidence(method="ocr", confidence=confidence, note=None, places=()) for p in pointers}


def judgments(
    name: str, record: Kvartalsrapport, evidence: Mapping[str, Evidence] | None = None, texts: Mapping[str, str] | None = None
) -> tuple[Judgment, ...]:
    case = Case(record, ON, POLICY, evidence=evidence or {}, texts=texts or {})
    return find(KVARTALSRAPPORT.rules, name).judge(case)


def judged(
    name: str, record: Kvartalsrapport, evidence: Mapping[str, Evidence] | None = None, texts: Mapping[str, str] | None = None
) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment but those that hold."""
    return [(j.outcome, j.at[0]) for j in judgments(name, record, evidence, texts) if j.at and j.outcome != "holds"]


@pytest.mark.parametrize("name", [rule.id for rule in KVARTALSRAPPORT.rules])
def test_a_report_without_faults_breaks_no_rule(name: str) -> None:
    assert judged(name, a_report()) == []


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        ("rapport.i_tid", a_report(inlamnad="2024-07-31"), []),
        ("rapport.i_tid", a_report(inlamnad="2024-08-01"), [("broken", "/inlamnad")]),
        ("rapport.i_tid", a_report(period=Period(ar=2023, kvartal=4), inlamnad="2024-01-31"), []),
        ("rapport.i_tid", a_report(period=Period(ar=2023, kvartal=4), inlamnad="2024-02-01"), [("broken", "/inlamnad")]),
        ("rapport.i_tid", a_report(inlamnad=None), []),
        (
            "rapport.i_tid",
            a_report(inlamnad=None, underskrifter=(Signature(roll="insatsagare", datum="2024-08-15"),)),
            [("broken", "/underskrifter/0/datum")],
        ),
        ("rapport.efter_kvartalet", a_report(inlamnad="2024-06-30"), []),
        ("rapport.efter_kvartalet", a_report(inlamnad="2024-06-14"), [("broken", "/inlamnad")]),
        ("period.hel", a_report(period=Period(ar=2024)), [("broken", "/period/kvartal")]),
        ("svar.kryss", a_report(jamlikhet=UNSAID), [("broken", "/jamlikhet/svar")]),
        ("svar.kommentar", a_report(avvikelse_mal=YES), [("broken", "/avvikelse_mal/kommentar")]),
        ("svar.kommentar", a_report(avvikelse_mal=told(True, "Färre deltagare.")), []),
        ("svar.kommentar", a_report(i_fas_med_mal=NO), [("broken", "/i_fas_med_mal/kommentar")]),
        ("svar.kommentar", a_report(vakanser_sof_medel=YES), [("broken", "/vakanser_sof_medel/kommentar")]),
        ("svar.avviker", a_report(uppfoljning_enligt_avtal=told(False, "Släpar efter.")), [("broken", "/uppfoljning_enligt_avtal/svar")]),
        ("svar.avviker", a_report(prognos_maluppfyllelse=told(False, "Osäkert.")), [("broken", "/prognos_maluppfyllelse/svar")]),
        ("svar.mal", a_report(i_fas_med_mal=NO), [("broken", "/avvikelse_mal/svar")]),
        ("svar.mal", a_report(prognos_maluppfyllelse=NO), [("broken", "/avvikelse_mal/svar")]),
        ("svar.mal", a_report(avvikelse_mal=YES), [("broken", "/i_fas_med_mal/svar")]),
        ("svar.mal", a_report(avvikelse_mal=YES, i_fas_med_mal=NO), []),
        ("svar.mal", a_report(avvikelse_mal=UNSAID, prognos_maluppfyllelse=NO), [("broken", "/i_fas_med_mal/svar")]),
        ("styrgrupp.moten", a_report(antal_styrgruppsmoten=0), [("broken", "/antal_styrgruppsmoten")]),
        ("styrgrupp.moten", a_report(antal_styrgruppsmoten=None), []),
        ("budget.utfall", money(utfall=401_000), []),
        ("budget.utfall", money(utfall=420_000), [("broken", "/budget/utfall")]),
        ("budget.forbrukning", money(utfall=330_000), [("broken", "/budget/utfall")]),
        ("budget.avvikelse", money(utfall=190_000), [("broken", "/avvikelse_budget/svar")]),
        ("budget.avvikelse", money(utfall=190_000).model_copy(update={"avvikelse_budget": YES}), []),
        ("budget.prognos", money(prognos=430_000), [("broken", "/budget/prognos")]),
        ("budget.prognos", money(utfall=399_000, prognos=380_000), [("broken", "/budget/prognos")]),
        ("budget.storlek", money(budget=400), [("broken", "/budget/utfall"), ("broken", "/budget/prognos")]),
        ("budget.storlek", money(budget=900_000_000, utfall=None, prognos=None), [("broken", "/budget/budget")]),
        ("budget.utfall", money(budget=400), []),
        ("deltagare.summa", people(pagaende=19), [("broken", "/deltagare/totalt")]),
        ("deltagare.summa", people(pagaende=None), []),
        ("deltagare.delar", people(avslutade_perioden=13), [("broken", "/deltagare/avslutade_perioden")]),
        ("deltagare.delar", people(pagaende=None, avslutade=31), [("broken", "/deltagare/avslutade")]),
        ("deltagare.arbete", people(kvinnor_till_arbete_studier=5), [("undecided", "/deltagare/avslutade_perioden")]),
        ("deltagare.arbete", people(kvinnor_till_arbete_studier=5, avslutade=None), [("broken", "/deltagare/avslutade_perioden")]),
        ("deltagare.arbete", people(man_till_arbete_studier=12), [("broken", "/deltagare/avslutade")]),
        ("deltagare.handlingsplan", people(andel_handlingsplan=79.0), [("broken", "/deltagare/andel_handlingsplan")]),
        ("deltagare.handlingsplan", people(andel_handlingsplan=110.0), [("broken", "/deltagare/andel_handlingsplan")]),
        ("underskrift.rapport", a_report(underskrifter=()), [("broken", "/underskrifter")]),
        (
            "underskrift.rapport",
            a_report(underskrifter=(Signature(roll="insatsagare", organisation="Almvik kommun", undertecknad=False),)),
            [("broken", "/underskrifter/0/undertecknad")],
        ),
        (
            "underskrift.agare",
            a_report(underskrifter=(Signature(roll="insatsagare", organisation="Region Norrdal", undertecknad=True),)),
            [("broken", "/underskrifter/0/organisation")],
        ),
    ],
)
def test_what_is_wrong_with_a_report(name: str, record: Kvartalsrapport, expected: list[tuple[Outcome, str]]) -> None:
    assert judged(name, record) == expected


@pytest.mark.parametrize(
    ("name", "record", "place"),
    [
        ("rapport.i_tid", a_report(inlamnad="2024-08-15"), "/inlamnad"),
        ("rapport.efter_kvartalet", a_report(inlamnad="2024-06-14"), "/inlamnad"),
        ("period.hel", a_report(period=Period(ar=2024)), "/period"),
        ("svar.kryss", a_report(jamlikhet=UNSAID), "/jamlikhet/kommentar"),
        ("svar.kommentar", a_report(avvikelse_mal=YES), "/avvikelse_mal/svar"),
        ("svar.avviker", a_report(uppfoljning_enligt_avtal=told(False, "Släpar efter.")), "/uppfoljning_enligt_avtal/svar"),
        ("svar.mal", a_report(avvikelse_mal=YES), "/avvikelse_mal/svar"),
        ("svar.kommentar_mot_svar", a_report(avvikelse_budget=told(False, "Vi överskrider budgeten.")), "/avvikelse_budget/svar"),
        ("styrgrupp.moten", a_report(antal_styrgruppsmoten=0), "/antal_styrgruppsmoten"),
        ("budget.utfall", money(utfall=420_000), "/budget/budget"),
        ("budget.forbrukning", money(utfall=330_000), "/budget/utfall"),
        ("budget.avvikelse", money(utfall=190_000), "/budget/utfall"),
        ("budget.prognos", money(prognos=430_000), "/budget/prognos"),
        ("budget.storlek", money(budget=400, prognos=None), "/budget/utfall"),
        ("deltagare.summa", people(pagaende=19), "/deltagare/pagaende"),
        ("deltagare.delar", people(avslutade_perioden=13), "/deltagare/avslutade"),
        ("deltagare.arbete", people(kvinnor_till_arbete_studier=5), "/deltagare/kvinnor_till_arbete_studier"),
        ("deltagare.handlingsplan", people(andel_handlingsplan=79.0), "/deltagare/andel_handlingsplan"),
        ("underskrift.rapport", a_report(underskrifter=()), "/insatsagare"),
        (
            "underskrift.agare",
            a_report(underskrifter=(Signature(roll="insatsagare", organisation="Region Norrdal", undertecknad=True),)),
            "/underskrifter/0/organisation",
        ),
    ],
)
def test_what_a_scan_shows_badly_is_undecided(name: str, record: Kvartalsrapport, place: str) -> None:
    assert [outcome for outcome, _ in judged(name, record, evidence=read(0.5, place))] == ["undecided"]


def test_those_gone_to_work_are_held_to_the_quarter_where_their_label_says_so() -> None:
    labels = {"/deltagare/kvinnor_till_arbete_studier": "varav kvinnor till arbete"}
    case = Case(people(kvinnor_till_arbete_studier=5), ON, POLICY, labels=labels)
    assert [j.outcome for j in find(KVARTALSRAPPORT.rules, "deltagare.arbete").judge(case)] == ["broken"]


def test_a_report_is_late_whatever_a_scan_leaves_in_doubt() -> None:
    quarter = read(0.3, "/period/kvartal")
    assert [outcome for outcome, _ in judged("rapport.i_tid", a_report(inlamnad="2024-08-15"), quarter)] == ["broken"]
    of_the_first = a_report(period=Period(ar=2024, kvartal=1), inlamnad="2024-07-12")
    assert [outcome for outcome, _ in judged("rapport.i_tid", of_the_first, quarter)] == ["undecided"]
    signed = Signature(roll="insatsagare", organisation="Almvik kommun", datum="2024-08-15", undertecknad=True)
    same_day = a_report(inlamnad="2024-08-15", underskrifter=(signed,))
    assert [outcome for outcome, _ in judged("rapport.i_tid", same_day, read(0.5, "/inlamnad"))] == ["broken"]


def test_a_missing_comment_in_a_scan_is_sure_where_others_were_read() -> None:
    evidence = read(0.95, "/avvikelse_mal/svar")
    record = a_report(avvikelse_mal=YES)
    assert [outcome for outcome, _ in judged("svar.kommentar", record, evidence=evidence)] == ["undecided"]
    commented = record.model_copy(update={"jamlikhet": told(True, "Vid mötet i maj."), "kontroll_metod": told(True, "Ja, i april.")})
    assert [outcome for outcome, _ in judged("svar.kommentar", commented, evidence=evidence)] == ["broken"]


@pytest.mark.parametrize(
    ("question", "answer", "comment", "outcomes"),
    [
        ("avvikelse_mal", False, "Utfallet är lägre än planerat.", ["broken"]),
        ("avvikelse_mal", False, "Inga avvikelser.", ["holds"]),
        ("avvikelse_budget", False, "Vi överskrider budgeten för lokaler.", ["broken"]),
        ("avvikelse_budget", True, "Vi överskrider budgeten för lokaler.", ["holds"]),
        ("vakanser_sof_medel", False, "En coach har slutat.", ["broken"]),
        ("vakanser_sof_medel", False, "Inga vakanser.", ["holds"]),
        ("start_i_tid", True, "Starten försköts till mars.", ["broken"]),
        ("i_fas_med_mal", True, "Arbetet ligger inte efter planen.", ["holds"]),
        ("kontroll_malgrupp", True, "Två deltagare avviker från målgruppen.", ["not_applicable"]),
    ],
)
def test_a_comment_does_not_deny_its_answer(question: str, answer: bool, comment: str, outcomes: list[Outcome]) -> None:
    record = a_report(**{question: told(answer, comment)})
    assert [j.outcome for j in judgments("svar.kommentar_mot_svar", record)] == outcomes


def test_a_question_with_both_boxes_marked_is_said_to_be_so() -> None:
    (judgment,) = [
        j
        for j in judgments("svar.kryss", a_report(jamlikhet=UNSAID), texts={f.pointer: "☒ Ja ☒ Nej" for f in QUESTIONS})
        if j.outcome == "broken"
    ]
    assert "både Ja och Nej" in judgment.message


def test_a_question_that_the_copy_does_not_ask_is_a_remark() -> None:
    texts = {f.pointer: "☒ Ja ☐ Nej" for f in QUESTIONS if f.pointer != "/jamlikhet"}
    (judgment,) = [j for j in judgments("svar.kryss", a_report(jamlikhet=UNSAID), texts=texts) if j.outcome == "broken"]
    assert judgment.severity == "upplysning"


def test_marks_that_could_not_be_told_are_one_doubt_and_no_fault() -> None:
    record = Kvartalsrapport(start_i_tid=YES)
    assert [outcome for outcome, _ in judged("svar.kryss", record)] == ["undecided"]


def test_an_overrun_that_no_deviation_tells_of_says_so() -> None:
    (judgment,) = judgments("budget.utfall", money(utfall=460_000))
    assert "115" in judgment.message
    assert "/avvikelse_budget/svar" in judgment.at


@pytest.mark.parametrize(("used", "severity"), [(330_000, "upplysning"), (200_000, None)])
def test_the_use_of_the_budget_is_yellow_or_red(used: int, severity: str | None) -> None:
    (judgment,) = judgments("budget.forbrukning", money(utfall=used))
    assert (judgment.outcome, judgment.severity) == ("broken", severity)


def test_without_bands_no_use_of_a_budget_is_judged() -> None:
    rule = find(KVARTALSRAPPORT.rules, "budget.forbrukning")
    assert [j.outcome for j in rule.judge(Case(money(utfall=100_000), ON, Policy()))] == ["not_applicable"]


def test_those_who_went_to_work_are_held_against_the_average_of_the_year() -> None:
    record = people(avslutade_perioden=12).model_copy(update={"period": Period(ar=2017, kvartal=2)})
    rule = find(KVARTALSRAPPORT.rules, "deltagare.snitt")
    (judgment,) = rule.judge(Case(record, ON, POLICY, dated=date(2017, 6, 30)))
    assert (judgment.outcome, judgment.actual, rule.severity) == ("broken", 25.0, "upplysning")
    assert [j.outcome for j in rule.judge(Case(record, ON, POLICY, dated=date(2019, 6, 30)))] == ["not_applicable"]


def test_a_number_that_can_not_be_read_is_told_from_one_that_is_missing() -> None:
    said = {
        j.at[0]: j for j in judgments("fragor.besvarade", Kvartalsrapport(), texts={"/antal_styrgruppsmoten": "se bilaga", "/inlamnad": ""})
    }
    assert (said["/antal_styrgruppsmoten"].severity, said["/inlamnad"].severity) == ("varning", None)
    assert "se bilaga" in said["/antal_styrgruppsmoten"].message
    assert said["/deltagare/totalt"].severity == "upplysning"
