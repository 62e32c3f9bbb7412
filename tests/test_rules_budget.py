"""Rules about the budget: its sums, its unit, its parties and what they pay themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from underlag.schemas.ansokan import Ansokan
from underlag.schemas.budget import Budget, CostBlock, CostRow, Detail, OrganisationSums, SummaryRow, Sums, YearRow
from underlag.schemas.budget_sums import budget_figures, budget_relations
from underlag.schemas.records import Party
from underlag.schemas.relations import mends
from underlag.schemas.result import Evidence, Method, Outcome, Place
from underlag.validators.catalogue import ANSOKAN
from underlag.validators.rule import Case, find

ON = date(2024, 6, 1)
TOWN, REGION = "Almvik kommun", "Region Almland"
DRAWN, OWN = "/budget/detalj/rekvireras", "/budget/detalj/egenfinansiering"
SUM_RULES = ("budget.rad", "budget.radsumma", "budget.kolumn", "budget.summa", "budget.per_ar", "budget.sammanstallning", "budget.stammer")


def a_budget() -> dict[str, Any]:
    """A budget in which everything adds up, as plain data to be changed: drawn 1 400 000, own 200 000."""
    coach = CostRow(benamning="Jobbcoach", tjanst_procent=100.0, belopp={TOWN: 900_000}, summa=900_000)
    nurse = CostRow(benamning="Sjuksköterska", tjanst_procent=40.0, belopp={REGION: 400_000}, summa=400_000)
    travel = CostRow(benamning="Resor", belopp={TOWN: 60_000, REGION: 40_000}, summa=100_000)
    lead = CostRow(benamning="Enhetschef", tjanst_procent=20.0, belopp={TOWN: 200_000}, summa=200_000)
    drawn = CostBlock(
        lonekostnader=(coach, nurse),
        ovriga_kostnader=(travel,),
        summa_lonekostnader=1_300_000,
        summa_lokalkostnader=0,
        summa_ovriga_kostnader=100_000,
        totalt=1_400_000,
        summor_per_organisation={
            TOWN: OrganisationSums(lonekostnader=900_000, lokalkostnader=0, ovriga_kostnader=60_000, totalt=960_000),
            REGION: OrganisationSums(lonekostnader=400_000, lokalkostnader=0, ovriga_kostnader=40_000, totalt=440_000),
        },
    )
    own = CostBlock(lonekostnader=(lead,), summa_lonekostnader=200_000, summa_lokalkostnader=0, summa_ovriga_kostnader=0, totalt=200_000)
    budget = Budget(
        angiven_enhet="kr",
        detalj=Detail(rekvireras=drawn, egenfinansiering=own, total_kostnad=1_600_000),
        per_ar=(
            YearRow(ar=2024, lonekostnader=600_000, ovriga_kostnader=50_000, totalt=650_000),
            YearRow(ar=2025, lonekostnader=700_000, ovriga_kostnader=50_000, totalt=750_000),
        ),
        sammanstallning=(
            SummaryRow(organisation=TOWN, rekvireras=960_000, egenfinansiering=200_000, totalt=1_160_000),
            SummaryRow(organisation=REGION, rekvireras=440_000, egenfinansiering=0, totalt=440_000),
        ),
        sammanstallning_summa=Sums(rekvireras=1_400_000, egenfinansiering=200_000, totalt=1_600_000),
    )
    return budget.model_dump()


def changed(changes: Mapping[str, object]) -> Budget:
    """That budget with other figures; keys are pointers into it."""
    data = a_budget()
    for pointer, value in changes.items():
        at: Any = data
        *path, last = pointer.split("/")[1:]
        for key in path:
            at = at[int(key)] if isinstance(at, (list, tuple)) else at[key]
        at[last] = value
    return Budget.model_validate(data)


def seen(method: Method, confidence: float, places: Mapping[str, str]) -> dict[str, Evidence]:
    def one(text: str) -> Evidence:
        return Evidence(method=method, confidence=confidence, note=None, places=(Place(page=1, bbox=None, where=None, text=text),))

    return {pointer: one(text) for pointer, text in places.items()}


def judged(name: str, record: Ansokan, evidence: Mapping[str, Evidence] | None = None) -> list[tuple[Outcome, str]]:
    """Outcome and first place of every judgment that a person sees."""
    case = Case(record, ON, evidence=evidence or {})
    return [(j.outcome, j.at[0]) for j in find(ANSOKAN.rules, name).judge(case) if j.outcome in {"broken", "undecided"}]


def complaints(budget: Budget, evidence: Mapping[str, Evidence] | None = None) -> list[tuple[str, Outcome, str]]:
    return [(name, *found) for name in SUM_RULES for found in judged(name, Ansokan(budget=budget), evidence)]


def test_a_budget_that_adds_up_has_nothing_to_complain_of() -> None:
    assert complaints(changed({})) == []
    assert all(
        any(j.outcome == "holds" for j in find(ANSOKAN.rules, name).judge(Case(Ansokan(budget=changed({})), ON))) for name in SUM_RULES
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"/detalj/rekvireras/ovriga_kostnader/0/summa": 110_000}, ("budget.rad", f"{DRAWN}/ovriga_kostnader/0/summa")),
        (
            {"/detalj/rekvireras/ovriga_kostnader/0/belopp/Almvik kommun": 66_000},
            ("budget.rad", f"{DRAWN}/ovriga_kostnader/0/belopp/Almvik kommun"),
        ),
        (
            {"/detalj/rekvireras/summor_per_organisation/Region Almland/lonekostnader": 500_000},
            ("budget.kolumn", f"{DRAWN}/summor_per_organisation/Region Almland/lonekostnader"),
        ),
        ({"/detalj/rekvireras/summa_lonekostnader": 1_030_000}, ("budget.summa", f"{DRAWN}/summa_lonekostnader")),
        ({"/detalj/rekvireras/totalt": 1_040_000}, ("budget.summa", f"{DRAWN}/totalt")),
        ({"/detalj/total_kostnad": 1_060_000}, ("budget.summa", "/budget/detalj/total_kostnad")),
        ({"/per_ar/1/totalt": 570_000}, ("budget.per_ar", "/budget/per_ar/1/totalt")),
        ({"/sammanstallning/0/totalt": 1_610_000}, ("budget.sammanstallning", "/budget/sammanstallning/0/totalt")),
        ({"/sammanstallning_summa/egenfinansiering": 20_000}, ("budget.sammanstallning", "/budget/sammanstallning_summa/egenfinansiering")),
    ],
)
def test_one_misprint_is_one_complaint_about_the_figure_that_is_wrong(changes: dict[str, object], expected: tuple[str, str]) -> None:
    name, at = expected
    assert complaints(changed(changes)) == [(name, "broken", at)]


def test_a_row_left_out_of_its_total_is_told_where_it_stands() -> None:
    budget = changed({"/detalj/rekvireras/lonekostnader/1/summa": None})
    assert complaints(budget) == [("budget.radsumma", "broken", f"{DRAWN}/lonekostnader/1/summa")]


def test_a_budget_without_a_total_column_has_no_missing_totals() -> None:
    rows = {
        f"/detalj/{block}/{kind}/{n}/summa": None
        for block, kind, n in (
            ("rekvireras", "lonekostnader", 0),
            ("rekvireras", "lonekostnader", 1),
            ("rekvireras", "ovriga_kostnader", 0),
            ("egenfinansiering", "lonekostnader", 0),
        )
    }
    assert complaints(changed(rows)) == []


def test_a_total_is_not_blamed_for_a_sum_that_was_not_read() -> None:
    assert complaints(changed({"/detalj/rekvireras/summa_lonekostnader": None})) == []
    assert complaints(changed({"/detalj/rekvireras/totalt": None})) == []
    unprinted = {"/detalj/rekvireras/summa_ovriga_kostnader": None}
    for name in ("Almvik kommun", "Region Almland"):
        unprinted[f"/detalj/rekvireras/summor_per_organisation/{name}/ovriga_kostnader"] = None
    assert complaints(changed(unprinted)) == []


def test_the_summary_that_disagrees_with_an_organisations_column_is_named() -> None:
    moved = changed(
        {
            "/sammanstallning/0/rekvireras": 910_000,
            "/sammanstallning/0/totalt": 1_110_000,
            "/sammanstallning/1/rekvireras": 490_000,
            "/sammanstallning/1/totalt": 490_000,
        }
    )
    assert complaints(moved) == [
        ("budget.stammer", "broken", "/budget/sammanstallning/0/rekvireras"),
        ("budget.stammer", "broken", "/budget/sammanstallning/1/rekvireras"),
    ]


def test_a_sum_with_a_figure_read_with_little_confidence_is_undecided() -> None:
    at = f"{DRAWN}/ovriga_kostnader/0/summa"
    budget = changed({"/detalj/rekvireras/ovriga_kostnader/0/summa": 110_000})
    assert complaints(budget, seen("ocr", 0.6, {at: "110 000"})) == [("budget.rad", "undecided", at)]
    assert complaints(budget, seen("ocr", 0.95, {at: "110 000"})) == [("budget.rad", "broken", at)]


def test_rounding_by_one_holds() -> None:
    assert complaints(changed({"/per_ar/1/totalt": 750_001})) == []
    assert complaints(changed({"/per_ar/1/totalt": 750_002})) != []


def test_rounding_to_thousands_holds_where_thousands_are_written() -> None:
    written = seen("text", 1.0, {"/budget/per_ar/0/totalt": "650", "/budget/per_ar/1/totalt": "751"})
    assert complaints(changed({"/per_ar/1/totalt": 751_000, "/angiven_enhet": "tkr"}), written) == []
    assert complaints(changed({"/per_ar/1/totalt": 752_000, "/angiven_enhet": "tkr"}), written) != []


def test_tables_in_which_many_sums_fail_were_misread_and_no_single_sum_is_blamed() -> None:
    wild = {f"/per_ar/{n}/totalt": 7_777 for n in (0, 1)} | {f"/sammanstallning/{n}/totalt": 5_555 for n in (0, 1)}
    budget = changed(wild | {"/detalj/rekvireras/totalt": 3, "/detalj/total_kostnad": 4})
    scan = seen("ocr", 0.95, {"/budget/per_ar/0/totalt": "7 777"})
    assert complaints(budget, scan) == []
    assert judged("budget.last", Ansokan(budget=budget), scan) == [("undecided", "/budget/detalj")]
    assert judged("budget.last", Ansokan(budget=changed({})), scan) == []


@given(st.sampled_from(sorted({r.total for r in budget_relations(changed({}))})), st.integers(2, 10_000_000))
def test_whichever_total_is_misprinted_it_is_found_and_mended_to_what_it_was(pointer: str, by: int) -> None:
    data: Any = a_budget()
    *path, last = pointer.split("/")[1:]
    for key in path:
        data = data[int(key)] if isinstance(data, (list, tuple)) else data[key]
    budget = changed({pointer: data[last] + by})
    found = mends(budget_figures(budget), budget_relations(budget))
    assert (pointer, data[last]) in {(m.pointer, m.value) for m in found}


@pytest.mark.parametrize(
    ("sought", "text", "expected"),
    [
        (1_400_000, "1 400 000 kr", []),
        (1_040_000, "1 040 000 kr", [("broken", "/sokt_belopp")]),
        (1_000_000, "cirka 1 mkr", []),
        (2_000_000, "cirka 2 mkr", [("broken", "/sokt_belopp")]),
    ],
)
def test_the_amount_applied_for_is_the_budgets(sought: int, text: str, expected: list[tuple[Outcome, str]]) -> None:
    record = Ansokan(sokt_belopp=sought, budget=changed({}))
    assert judged("budget.sokt", record, seen("text", 1.0, {"/sokt_belopp": text})) == expected


def test_an_uncertain_amount_applied_for_is_undecided() -> None:
    record = Ansokan(sokt_belopp=1_040_000, budget=changed({}))
    assert judged("budget.sokt", record, seen("ocr", 0.5, {"/sokt_belopp": "1 040 000 kr"})) == [("undecided", "/sokt_belopp")]


@pytest.mark.parametrize(
    ("claim", "written", "expected"),
    [
        ("tkr", "900 000", "broken"),
        ("tkr", "900", "holds"),
        ("kr", "900 000", "holds"),
        ("kr", "900", "broken"),
        ("tkr", "", "undecided"),
    ],
)
def test_amounts_are_written_in_the_unit_of_the_heading(claim: str, written: str, expected: Outcome) -> None:
    record = Ansokan(budget=changed({"/angiven_enhet": claim}))
    evidence = seen("text", 1.0, {f"{DRAWN}/lonekostnader/0/summa": written}) if written else {}
    assert [j.outcome for j in find(ANSOKAN.rules, "budget.enhet").judge(Case(record, ON, evidence=evidence))] == [expected]


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        ("budget.saknas", Ansokan(budget=changed({})), []),
        ("budget.saknas", Ansokan(), [("broken", "/budget")]),
        ("budget.saknas", Ansokan(budget=Budget()), [("broken", "/budget")]),
        ("budget.namn", Ansokan(insatsens_namn="Ljusglimten", budget=changed({"/insatsens_namn": "Ljusglimten 2.0"})), []),
        (
            "budget.namn",
            Ansokan(insatsens_namn="Ljusglimten", budget=changed({"/insatsens_namn": "Arbetsvägen"})),
            [("broken", "/budget/insatsens_namn")],
        ),
        (
            "budget.parter",
            Ansokan(insatsagare=(Party(organisation=TOWN),), samverkansparter=(Party(organisation=REGION),), budget=changed({})),
            [],
        ),
        (
            "budget.parter",
            Ansokan(insatsagare=(Party(organisation=TOWN),), budget=changed({})),
            [("broken", "/budget/sammanstallning/1/organisation")],
        ),
        (
            "budget.tjanstegrad",
            Ansokan(budget=changed({"/detalj/rekvireras/lonekostnader/0/tjanst_procent": None})),
            [("broken", f"{DRAWN}/lonekostnader/0/tjanst_procent")],
        ),
    ],
)
def test_the_budget_belongs_to_the_application(name: str, record: Ansokan, expected: list[tuple[Outcome, str]]) -> None:
    assert judged(name, record) == expected


def test_a_budget_that_a_scan_may_hide_is_undecided() -> None:
    assert judged("budget.saknas", Ansokan(syfte="Arbete"), seen("ocr", 0.9, {"/syfte": "Arbete"})) == [("undecided", "/budget")]


def test_a_post_that_a_party_pays_has_an_amount() -> None:
    unpaid = Ansokan(budget=changed({"/detalj/egenfinansiering/lonekostnader/0/summa": 0}))
    assert judged("egenfinansiering.rad", Ansokan(budget=changed({}))) == []
    assert judged("egenfinansiering.rad", unpaid) == [("broken", f"{OWN}/lonekostnader/0/summa")]
    unread = Ansokan(
        budget=changed({"/detalj/egenfinansiering/lonekostnader/0/summa": None, "/detalj/egenfinansiering/lonekostnader/0/belopp": {}})
    )
    scan = seen("ocr", 0.95, {f"{OWN}/lonekostnader/0/benamning": "Enhetschef"})
    assert judged("egenfinansiering.rad", unread, scan) == [("undecided", f"{OWN}/lonekostnader/0/summa")]


NO_OWN = {
    "/detalj/egenfinansiering/lonekostnader": [],
    "/detalj/egenfinansiering/summa_lonekostnader": 0,
    "/detalj/egenfinansiering/totalt": 0,
    "/sammanstallning_summa/egenfinansiering": 0,
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunen finansierar själv en handläggare på 50 %.", [("broken", f"{OWN}/summa_lonekostnader")]),
        ("Insatsen har en studiecoach (egenfinansierad av skolan).", [("broken", f"{OWN}/summa_lonekostnader")]),
        ("Lokalerna bekostas av Almvik kommun.", [("broken", f"{OWN}/summa_lokalkostnader")]),
        ("Parterna bidrar med egen finansiering.", [("broken", f"{OWN}/totalt")]),
        ("Ingen egenfinansiering förekommer.", []),
        ("Insatsen finansieras av Samordningsförbundet.", []),
        ("Försäkringskassan betalar ut ersättning som vanligt.", []),
    ],
)
def test_own_financing_that_the_text_speaks_of_is_in_the_budget(text: str, expected: list[tuple[Outcome, str]]) -> None:
    assert judged("egenfinansiering.text", Ansokan(metoder=text, budget=changed(NO_OWN))) == expected


def test_own_financing_that_is_in_the_budget_holds() -> None:
    record = Ansokan(metoder="Kommunen finansierar själv en chef på 20 %.", budget=changed({}))
    assert judged("egenfinansiering.text", record) == []
    assert judged("egenfinansiering.finns", record) == []
    assert judged("egenfinansiering.finns", Ansokan(budget=changed(NO_OWN))) == [("broken", f"{OWN}/totalt")]
    assert judged("egenfinansiering.finns", Ansokan(budget=Budget())) == [("undecided", f"{OWN}/totalt")]


def test_a_party_said_to_pay_for_itself_draws_no_post() -> None:
    says = {"/sammanstallning/1/organisation": "AF (egen finansiering)", "/sammanstallning/1/egenfinansiering": 10_000}
    assert judged("egenfinansiering.part", Ansokan(budget=changed(says))) == []
    drawn = changed(says | {"/detalj/rekvireras/lonekostnader/1/benamning": "Arbetsförmedlare"})
    at = "/budget/sammanstallning/1/organisation"
    assert judged("egenfinansiering.part", Ansokan(budget=drawn)) == [("broken", at)]
    assert judged("egenfinansiering.part", Ansokan(budget=drawn), seen("ocr", 0.5, {at: "AF"})) == [("undecided", at)]
