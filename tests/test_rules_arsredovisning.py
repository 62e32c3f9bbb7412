"""Rules about annual reports: sums, what is told in two places, and what the insatser reached."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annual_building import TEXT, a_case, changed, data, judgments
from underlag.schemas.arsredovisning import FORM, Arsredovisning
from underlag.schemas.relations import figures
from underlag.schemas.result import Outcome
from underlag.schemas.sums import relations
from underlag.validators.arsredovisning import RULES
from underlag.validators.arsredovisning.pairs import paired
from underlag.validators.catalogue import ARSREDOVISNING

NAMES = tuple(rule.id for rule in RULES)
RESULT, BALANCE, FLOW, NOTES = "/resultatrakning", "/balansrakning", "/kassaflode", "/noter"
Y, BEFORE = "belopp/2023-12-31", "belopp/2022-12-31"


def judged(name: str, report: Arsredovisning, **how: Any) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment but those that hold."""
    return [(j.outcome, j.at[0]) for j in judgments(name, report, **how) if j.at and j.outcome != "holds"]


def report(**changes: object) -> Arsredovisning:
    return Arsredovisning.model_validate(data() | changes)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_without_faults_breaks_no_rule_and_gives_each_something_to_judge(name: str) -> None:
    assert {j.outcome for j in judgments(name, report())} == {"holds"}


@pytest.mark.parametrize(
    ("name", "pointer", "value", "first"),
    [
        ("konto.summa", f"{RESULT}/5/{Y}", -5_600_580, None),
        ("konto.summa", f"{RESULT}/4/{BEFORE}", -1_405_300, None),
        ("konto.summa", f"{FLOW}/1/{Y}", -16_100, f"{FLOW}/3/{Y}"),
        ("konto.notsumma", f"{NOTES}/0/rader/1/{Y}", 3_200_000, f"{NOTES}/0/rader/2/{Y}"),
        ("konto.balans", f"{BALANCE}/9/{Y}", 3_319_100, None),
        ("konto.resultat", f"{BALANCE}/4/{Y}", 431_000, None),
        ("konto.ingaende", f"{FLOW}/4/{Y}", 2_645_200, None),
        ("konto.kassa", f"{BALANCE}/1/{BEFORE}", 2_645_200, None),
        ("konto.insatser", "/samverkansinsatser/0/belopp/2023", 2_601_050, None),
        ("konto.ar", "/ar", 2022, None),
        ("konto.underskott", f"{RESULT}/8/{Y}", -413_000, None),
        ("konto.forbrukat", "/samverkansinsatser/1/forbrukningskvot", 108.0, None),
        ("konto.forbrukning", "/samverkansinsatser/1/forbrukningskvot", 70.0, None),
        ("mal.snitt", "/insatser/0/utfall", "42 personer\n28 % gick till arbete\nSamtliga", None),
        ("konto.finns", BALANCE, [], None),
        ("insats.mal", "/insatser/0/utfall", "28 personer\n35 % gick till arbete\nSamtliga", None),
        ("insats.mal", "/insatser/0/utfall", "42 personer\n22 % gick till arbete\nSamtliga", None),
        ("insats.mal", "/insatser/1/utfall", "24 deltagare\n10 st studerar\n8 %", None),
        ("insats.mal", "/insatser/1/utfall", "24 deltagare\n60 % studerar\n18 %", None),
        ("insats.mal", "/insatser/1/utfall", "24 deltagare\n20 % gick vidare till studier. 60 % är kvar i insatsen.\n8 %", None),
        ("insats.mal", "/insatser/1/utfall", "Det första målet har inte uppnåtts, det andra med råge.", None),
        ("insats.matt", "/insatser/1/utfall", "Statistik saknas för flera av målen.", None),
        ("insats.matt", "/insatser/0/utfall", "42 personer\nMäts ej längre\nSamtliga", None),
        ("insats.matt", "/insatser/0/utfall", "42 personer\nVi hoppas på det bästa.\nSamtliga", None),
        ("insats.tid", "/insatser/1/insatsperiod", "2023-09-01 – 2022-12-31", None),
        ("insats.tider", "/insatser/0/insatsperiod", "2022-01-01 – 2022-12-01\n2023-01-01 – 2024-12-31", None),
        ("insats.tider", "/insatser/0/insatsperiod", "2022-01-01 – 2023-03-31\n2023-01-01 – 2024-12-31", None),
        ("insats.ar", "/insatser/1/insatsperiod", "2020-09-01 – 2021-12-31", None),
    ],
)
def test_one_value_that_does_not_fit_is_told_where_it_stands(name: str, pointer: str, value: object, first: str | None) -> None:
    """And is undecided where a scan may have misread it."""
    at = first or pointer
    assert ("broken", at) in judged(name, changed(pointer, value))
    assert ("undecided", at) in judged(name, changed(pointer, value), unsure=(at,), scanned=True)


def test_a_note_that_adds_up_to_another_amount_than_the_statement_is_told() -> None:
    accounts = data()
    for row in accounts["noter"][0]["rader"][1:]:
        row["belopp"]["2023-12-31"] += 40
    told, at = Arsredovisning.model_validate(accounts), f"{NOTES}/0/rader/2/{Y}"
    assert judged("konto.not", told) == [("broken", at)]
    assert judged("konto.not", told, unsure=(f"{RESULT}/0/{Y}",)) == [("undecided", at)]


def test_a_note_without_a_total_is_added_up() -> None:
    accounts = data()
    accounts["noter"][0]["rader"].pop()
    assert judged("konto.not", Arsredovisning.model_validate(accounts)) == []
    accounts["noter"][0]["rader"][0]["belopp"]["2023-12-31"] = 3_000_020
    told, at = Arsredovisning.model_validate(accounts), f"{RESULT}/0/{Y}"
    assert judged("konto.not", told) == [("broken", at)]
    assert judged("konto.not", told, unsure=(at,)) == [("undecided", at)]


def test_a_row_of_a_note_that_was_the_whole_one_year_is_a_part_the_next() -> None:
    accounts = data()
    rows = [{"post": "Hyra", "belopp": {"2023": -1_400_000, "2022": -1_450_300}}, {"post": "El", "belopp": {"2023": -90_000}}]
    accounts["noter"].append({"nummer": 3, "rader": rows})
    accounts["resultatrakning"][4]["not"] = 3
    assert ("broken", "/noter/2/rader/0/belopp/2023") not in judged("konto.not", Arsredovisning.model_validate(accounts))


def test_costs_may_be_written_without_a_minus() -> None:
    accounts = data()
    for row in (*accounts["resultatrakning"][3:6], *accounts["noter"][1]["rader"]):
        row["belopp"] = {year: -amount if amount else amount for year, amount in row["belopp"].items()}
    assert [found for name in NAMES for found in judged(name, Arsredovisning.model_validate(accounts))] == []
    accounts["resultatrakning"][5]["belopp"]["2023-12-31"] = 5_600_580
    assert judged("konto.summa", Arsredovisning.model_validate(accounts)) == [("broken", f"{RESULT}/5/{Y}")]


def test_thousands_that_were_rounded_one_by_one_are_no_fault() -> None:
    accounts = data()
    for key in ("resultatrakning", "balansrakning", "kassaflode"):
        for row in accounts[key]:
            row["belopp"] = {year: round(amount, -3) for year, amount in row["belopp"].items()}
    accounts |= {"noter": [], "samverkansinsatser": []}
    assert [found for name in NAMES[:6] for found in judged(name, Arsredovisning.model_validate(accounts))] == []


def test_totals_that_no_year_bears_out_are_not_judged() -> None:
    accounts = data()
    for row in accounts["resultatrakning"][3:5]:
        row["belopp"] = {year: amount - 77_000 for year, amount in row["belopp"].items()}
    assert judged("konto.summa", Arsredovisning.model_validate(accounts)) == []


def test_the_only_total_of_a_note_of_one_year_is_judged() -> None:
    rows = [{"post": n, "belopp": {"2023": a}, "summa": n == "Summa"} for n, a in (("Staten", 40), ("Regionen", 50), ("Summa", 80))]
    assert judged("konto.notsumma", report(noter=[{"nummer": 1, "rader": rows}])) == [("broken", "/noter/0/rader/2/belopp/2023")]


def test_a_long_column_is_not_pointed_at_row_by_row() -> None:
    rows = [{"post": f"Insats {n}", "belopp": {"2023": 10 + n}, "summa": False} for n in range(20)]
    long = report(noter=[{"nummer": 2, "rader": [*rows, {"post": "Summa", "belopp": {"2023": 400}, "summa": True}]}])
    assert len(judgments("konto.notsumma", long)[0].at) == 12


def test_a_column_with_a_cell_lost_in_a_scan_decides_nothing() -> None:
    lost = changed(f"{NOTES}/1/rader/1/{Y}", None)
    assert judged("konto.notsumma", lost) == [("broken", f"{NOTES}/1/rader/3/{Y}")]
    assert judged("konto.notsumma", lost, scanned=True) == [("undecided", f"{NOTES}/1/rader/3/{Y}")]


def test_an_insats_without_outcome_is_told_where_others_have_one() -> None:
    described = [*data()["insatser"], {"namn": "Kaptenen", "mal": "10 ska delta"}]
    assert judged("insats.utfall", report(insatser=described)) == [("broken", "/insatser/2/utfall")]
    assert judged("insats.utfall", report(insatser=described), scanned=True) == [("undecided", "/insatser/2/utfall")]
    assert judged("insats.utfall", report(insatser=described[1:])) == []  # it may be told elsewhere


@pytest.mark.parametrize(
    ("goals", "outcomes", "times"),
    [
        ("90 personer ska delta", "42 personer", "2023-01-01 – 2024-12-31"),  # not yet due
        ("Upp till 40 platser", "12 platser", "2022-01-01 – 2023-12-31"),
        ("40 deltagare per år", "30 deltagare sedan starten", "2022-01-01 – 2023-12-31"),
        ("40 % till arbete", "39 % till arbete", "2022-01-01 – 2023-12-31"),
        ("40 % till arbete", "30 % är kvar. 50 % har flyttat.", "2022-01-01 – 2023-12-31"),
        ("40 % till arbete\n20 % till studier", "10 % till arbete, resten pågår", "2022-01-01 – 2023-12-31"),  # no pairs
    ],
)
def test_what_is_not_due_or_not_the_same_is_not_compared(goals: str, outcomes: str, times: str) -> None:
    described = [{"namn": "Bryggan", "mal": goals, "utfall": outcomes, "insatsperiod": times}]
    assert judged("insats.mal", report(insatser=described)) == []


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Årets resultat är ett överskott på 143 tkr.", [("broken", "")]),
        ("Årets resultat uppgick till 0,4 mkr.", []),
        ("Årets resultat blev 431 000 kronor.", [("broken", "")]),
        ("Årets resultat 2022 blev 431 000 kronor.", []),
        ("Årets resultat avviker från budgeten med 150 000 kronor.", []),
    ],
)
def test_the_text_says_the_result_of_the_statement(said: str, outcome: list[tuple[Outcome, str]]) -> None:
    assert judged("berattelse.resultat", report(), text=said) == outcome
    unread = judged("berattelse.resultat", report(), text=said, unsure=(f"{RESULT}/8/{Y}",))
    assert unread == [("undecided", at) for _, at in outcome]


def test_shares_in_the_text_are_those_of_their_counts() -> None:
    assert judged("text.andelar", report(), text=TEXT.replace("75 %", "65 %")) == [("broken", "")]
    unread = judged("text.andelar", report(), text=TEXT.replace("75 %", "65 %"), unsure=("",))
    assert unread == [("undecided", "")]


@pytest.mark.parametrize(("individual", "outcome"), [(6_000, []), (5_950, []), (9_000, [("broken", "/noter/0/rader/0/belopp/2023")])])
def test_the_money_is_divided_as_the_policy_says(individual: int, outcome: list[tuple[Outcome, str]]) -> None:
    named = (("Summa individinriktade insatser", individual), ("Strukturinriktade insatser", 3_000), ("Kompetenshöjande insatser", 1_000))
    note = {"nummer": 3, "rader": [{"post": name, "belopp": {"2023": amount}} for name, amount in named]}
    assert judged("medel.fordelning", report(noter=[note])) == outcome
    unread = judged("medel.fordelning", report(noter=[note]), unsure=("/noter/0/rader/1/belopp/2023",))
    assert unread == [("undecided", at) for _, at in outcome]


def test_the_text_may_tell_how_the_money_is_divided() -> None:
    said = "På kompetenshöjande insatser gick 25 %, på individinriktade 60 % och på strukturinriktade 15 %."
    assert judged("medel.fordelning", report(), text=said) == [("broken", "")]
    assert judged("medel.fordelning", report(), text=said.replace("kompetenshöjande", "lokala")) == []


def test_tables_that_fail_on_many_places_blame_no_figure() -> None:
    accounts = data()
    for n, row in enumerate((*accounts["balansrakning"], *accounts["kassaflode"])):
        row["belopp"]["2023-12-31"] += 31 * (n + 1) ** 2
    unread = Arsredovisning.model_validate(accounts)
    assert judged("konto.last", unread, scanned=True) == [("undecided", "")]
    assert judged("konto.summa", unread, scanned=True) == []


_TIED = sorted({p for relation in relations(FORM.sums, data()) for p in relation.pointers})


def test_every_amount_stands_in_some_relation() -> None:
    assert {p for p in figures(data()) if "/belopp/" in p} <= {*_TIED}


@given(st.sampled_from([p for p in _TIED if figures(data()).get(p)]), st.integers(3, 900_000), st.booleans())
def test_whichever_amount_is_misprinted_some_rule_tells_of_it(pointer: str, by: int, less: bool) -> None:
    case = a_case(changed(pointer, int(figures(data())[pointer]) + by * (-1 if less else 1)))
    assert any(judgment.outcome == "broken" and judgment.at[0] != "" for rule in RULES for judgment in rule.judge(case))


LINES = st.lists(st.text("ab 1%\n", max_size=12), max_size=5).map("\n".join)


@given(LINES, LINES)
def test_goals_and_outcomes_are_paired_in_order_each_once(goals: str, outcomes: str) -> None:
    lines = [line.strip() for line in outcomes.split("\n")]
    for _, outcome in paired(goals, outcomes):
        lines = lines[lines.index(outcome) + 1 :]
    assert all(goal in goals for goal, _ in paired(goals, outcomes))


def test_the_chapter_has_these_rules() -> None:
    assert {*NAMES} < {rule.id for rule in ARSREDOVISNING.rules}
