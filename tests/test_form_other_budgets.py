"""Budgets of other associations: columns by who pays or by year, posts with their share behind the name, bare totals."""

from __future__ import annotations

from typing import Any

from tests.page_building import para, read, table
from underlag.schemas.page import Block, Cell, Table


def budget(*blocks: Block, heading: str = "Budget") -> Any:
    """The budget that the blocks hold, loose so that a test can reach into it."""
    return read(para(heading, bold=True), *blocks).record["budget"]


def rows(block: Any, kind: str) -> list[tuple[Any, ...]]:
    """Name, share, amounts and sum of each row."""
    return [(r["benamning"], r["tjanst_procent"], r["belopp"], r["summa"]) for r in block[kind]]


def test_what_is_sought_and_what_the_parties_pay_side_by_side() -> None:
    lines = [
        ["Kostnadsslag", "Förbundet", "Medfinansiering", "Summa"],
        ["Personalkostnader", "", "", ""],
        ["Coach 80 %", "800 000", "100 000", "900 000"],
        ["Lokaler", "", "", ""],
        ["Hyra", "60 000", "", "60 000"],
        ["Summa", "860 000", "100 000", "960 000"],
    ]
    detail = budget(table(lines))["detalj"]
    drawn, own = detail["rekvireras"], detail["egenfinansiering"]
    assert rows(drawn, "lonekostnader") == [("Coach", 80.0, {"Förbundet": 800000}, 800000)]
    assert rows(own, "lonekostnader") == [("Coach", 80.0, {"Medfinansiering": 100000}, 100000)]
    assert rows(drawn, "lokalkostnader") == [("Hyra", None, {"Förbundet": 60000}, 60000)]
    assert rows(own, "lokalkostnader") == []
    assert (drawn["totalt"], own["totalt"], detail["total_kostnad"]) == (860000, 100000, 960000)
    assert drawn["summor_per_organisation"] == {}


def test_a_column_a_year() -> None:
    lines = [
        ["Kostnad", "2024", "2025", "Totalt"],
        ["Personalkostnader", "", "", ""],
        ["Coach", "500 000", "600 000", "1 100 000"],
        ["Summa personalkostnader", "500 000", "600 000", "1 100 000"],
        ["Övriga kostnader", "", "", ""],
        ["Resor", "10 000", "20 000", "30 000"],
        ["Totalt", "510 000", "620 000", "1 130 000"],
    ]
    found = budget(table(lines), heading="Budget (kronor)")
    drawn = found["detalj"]["rekvireras"]
    assert found["angiven_enhet"] == "kr"
    assert rows(drawn, "lonekostnader") == [("Coach", None, {"2024": 500000, "2025": 600000}, 1100000)]
    assert (drawn["summa_lonekostnader"], drawn["totalt"], drawn["summor_per_organisation"]) == (1100000, 1130000, {})
    assert [(y["ar"], y["lonekostnader"], y["ovriga_kostnader"], y["totalt"]) for y in found["per_ar"]] == [
        (2024, 500000, 10000, 510000),
        (2025, 600000, 20000, 620000),
    ]


def test_one_heading_only_and_the_other_kinds_told_by_their_words() -> None:
    lines = [
        ["Kostnader", "Belopp"],
        ["Personalkostnader", ""],
        ["Samordnare 75 %", "1 050"],
        ["PO-pålägg 43 %", "450"],
        ["Lokaler", "160"],
        ["Material", "40"],
        ["Summa kostnader", "1 700"],
        ["Avgår egenfinansiering", "60"],
        ["Sökt från samordningsförbundet", "1 640"],
    ]
    found = budget(table(lines), heading="Budget (tkr)")
    drawn = found["detalj"]["rekvireras"]
    assert [(r[0], r[1]) for r in rows(drawn, "lonekostnader")] == [("Samordnare", 75.0), ("PO-pålägg 43 %", None)]
    assert [[r[0] for r in rows(drawn, kind)] for kind in ("lokalkostnader", "ovriga_kostnader")] == [["Lokaler"], ["Material"]]
    assert (found["angiven_enhet"], found["insatsens_namn"]) == ("tkr", None)
    assert (drawn["totalt"], found["detalj"]["egenfinansiering"]["totalt"]) == (1640000, 60000)
    assert found["detalj"]["total_kostnad"] == 1700000


def test_each_section_with_a_sum_of_its_own_and_the_total_last() -> None:
    lines = [
        ["Kostnad", "Ekby kommun", "Summa"],
        ["Löner", "", ""],
        ["Coach", "500 000", "500 000"],
        ["Summa", "500 000", "500 000"],
        ["Övrigt", "", ""],
        ["Resor", "20 000", "20 000"],
        ["Summa", "20 000", "20 000"],
        ["Totalt", "520 000", "520 000"],
    ]
    drawn = budget(table(lines))["detalj"]["rekvireras"]
    assert (drawn["summa_lonekostnader"], drawn["summa_ovriga_kostnader"], drawn["totalt"]) == (500000, 20000, 520000)
    assert drawn["summor_per_organisation"]["Ekby kommun"]["totalt"] == 520000


def test_a_table_of_who_pays() -> None:
    costs = [["Kostnad", "Ekby kommun", "Summa"], ["Löner", "", ""], ["Coach", "500 000", "500 000"], ["Lokaler", "", ""]]
    costs += [["Hyra", "50 000", "50 000"], ["Totalt", "550 000", "550 000"]]
    paid = [["Finansiär", "Belopp (kr)"], ["Samordningsförbundet", "450 000"], ["Egen finansiering", "100 000"], ["Summa", "550 000"]]
    detail = budget(table(costs), para("Finansiering", bold=True), table(paid))["detalj"]
    assert (detail["rekvireras"]["totalt"], detail["egenfinansiering"]["totalt"]) == (450000, 100000)
    assert detail["total_kostnad"] == 550000


def test_a_table_goes_on_over_the_page() -> None:
    first = [["Kostnader", "Belopp"], ["Personalkostnader", ""], ["Coach", "500 000"], ["Lokaler", ""], ["Hyra", "50 000"]]
    rest = Table(tuple(Cell(0, c, (para(text, page=2),)) for c, text in enumerate(("Städning", "9 000"))), 1, 2, 2)
    drawn = budget(table([*first, ["Summa kostnader", "559 000"]][:5]), rest)["detalj"]["rekvireras"]
    assert [r[0] for r in rows(drawn, "lokalkostnader")] == ["Hyra", "Städning"]


def test_a_table_for_each_party_under_its_name() -> None:
    def costs(*lines: list[str]) -> Table:
        return table([["Kostnad", "Omfattning", "Belopp"], *lines])

    blocks: list[Block] = [
        para("Ekby kommun", bold=True),
        costs(["Coach", "100 %", "1 300"], ["Hyra", "", "120"], ["Summa", "", "1 420"]),
        para("Region Exempel", bold=True),
        costs(["Kurator", "20 %", "180"], ["Summa", "", "180"]),
        para("Total kostnad: 1 600 tkr"),
    ]
    detail = budget(*blocks, heading="Budget i tkr")["detalj"]
    drawn = detail["rekvireras"]
    assert [(r[0], r[2]) for r in rows(drawn, "lonekostnader")] == [
        ("Coach", {"Ekby kommun": 1300000}),
        ("Kurator", {"Region Exempel": 180000}),
    ]
    assert {name: sums["totalt"] for name, sums in drawn["summor_per_organisation"].items()} == {
        "Ekby kommun": 1420000,
        "Region Exempel": 180000,
    }
    assert (drawn["totalt"], detail["total_kostnad"]) == (None, 1600000)


def test_a_sum_says_what_the_rows_above_it_are_where_no_heading_does() -> None:
    lines = [["Kostnad", "Ekby kommun", "Summa"], ["Kursledare", "690 000", "690 000"], ["Summa personal", "690 000", "690 000"]]
    lines += [["Hyra", "54 000", "54 000"], ["Böcker", "36 000", "36 000"], ["Summa övrigt", "90 000", "90 000"]]
    drawn = budget(table([*lines, ["TOTALT", "780 000", "780 000"]]))["detalj"]["rekvireras"]
    assert [[r[0] for r in rows(drawn, kind)] for kind in ("lonekostnader", "ovriga_kostnader")] == [["Kursledare"], ["Hyra", "Böcker"]]
    assert drawn["totalt"] == 780000
