"""Budgets that came down as bare lines: row by row, or column by column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underlag.extract.budget_cuts import cut_line
from underlag.extract.budget_record import budget_tree
from underlag.extract.budget_text import read_budget_lines
from underlag.extract.flow import Item
from underlag.extract.tree import Json, unfold
from underlag.schemas.budget import Budget
from underlag.schemas.page import Line, Paragraph


def budget(text: str) -> Budget:
    lines = [Line(t, 1, where=f"line {n}") for n, t in enumerate(text.strip().split("\n"), start=1) if t.strip()]
    draft = read_budget_lines([Item(Paragraph((line,))) for line in lines])
    record: dict[str, Json] = unfold(budget_tree(draft, None)[0], {1: "text"}).record
    return Budget.model_validate(record)


HEAD = """
Budget - detaljerad Stigen
Insatsens löptid: 2024-01-01 2025-12-31
Kostnader att rekvirera från Samordningsförbundet
Kostnader i tlr
Ekby kommun Region Ekland ATT REKVIRERA - ALLA INSATSÄGARE
"""

ROWS = (
    HEAD
    + """
Lönekostnader tjänst | % | tidsperiod (ååmmdd)
1. Projektledare 100% 240101 251231 1200 000 1200 000
2. Handläggare 1 50% 240101 1251231 600 000! 600 000
3. Läkare 20% 240101 251231 320 000 320 000
Summa lönekostnader 170% 1 800 000 320 000 2120 000
Lokalkostnader
Lokalhyra 240101 251231 0 0
Summa lokalkostnader 0 0 0
Övriga kostnader
Inköpta utredningar, utbildningar och
tjänster avsedda för deltagare 90 000 90 000
|Tolk 0
Summa övriga kostnader 90 000 0 90 000
Totalt från Samordningsförbundet 1890 000 320 000 2210 000
Egenfinansiering Ekby kommun Region Ekland
Lönekostnader inkl po-pål tjänst %
Handläggare 25% 0 0
Lokalkostnader
Lokalhyra 120 000/ 120 000
Summa lokalkostnader 120 000 0 120 000
Summa egenfinansiering 120 000 0 120 000
Total kostnad för insatsen 2 010 000 320 000 2 330 000
"""
)


def test_rows_with_lost_spaces_and_marks_of_the_rules() -> None:
    found = budget(ROWS)
    drawn, own = found.detalj.rekvireras, found.detalj.egenfinansiering
    assert [(r.benamning, r.tjanst_procent, r.slut, r.belopp, r.summa) for r in drawn.lonekostnader] == [
        ("Projektledare", 100.0, "2025-12-31", {"Ekby kommun": 1200000}, 1200000),
        ("Handläggare 1", 50.0, "2025-12-31", {"Ekby kommun": 600000}, 600000),
        ("Läkare", 20.0, "2025-12-31", {"Region Ekland": 320000}, 320000),
    ]
    assert [(r.benamning, r.summa) for r in drawn.ovriga_kostnader] == [
        ("Inköpta utredningar, utbildningar och tjänster avsedda för deltagare", 90000)
    ]
    assert (drawn.summa_lonekostnader, drawn.summa_lokalkostnader, drawn.summa_ovriga_kostnader, drawn.totalt) == (
        2120000,
        0,
        90000,
        2210000,
    )
    assert [(r.benamning, r.belopp) for r in own.lokalkostnader] == [("Lokalhyra", {"Ekby kommun": 120000})]
    assert (own.totalt, found.detalj.total_kostnad) == (120000, 2330000)


def test_heading_period_and_a_misread_unit() -> None:
    found = budget(ROWS)
    assert (found.insatsens_namn, found.loptid.start, found.loptid.slut, found.angiven_enhet) == (
        "Stigen",
        "2024-01-01",
        "2025-12-31",
        "tkr",
    )


COLUMNS = (
    HEAD
    + """
Lönekostnader
Projektledare
Handläggare
Läkare
tjänst i %
100%
50%
20%
från
1/1-2024
1/2-2024
1/3-2024
till
31/12-2025 1200 000
31/12-2025 600 000
30/6-2025
Region Ekland ALLA INSATSÄGARE
1200 000
600 000
320 000 320 000
Summa lönekostnader
170%
1 800 000
320 000 2 120 000
Övriga kostnader
Resor
Tolk
Material
1/1-2024
31/12-2025 45 000
{others}
Summa övriga kostnader
45 000 0 45 000
Totalt från Samordningsförbundet
1 845 000 320 000 2 165 000
"""
)


def test_columns_are_put_beside_their_labels_and_proved_by_the_sums() -> None:
    drawn = budget(COLUMNS.format(others="0\n45 000\n0")).detalj.rekvireras
    assert [(r.benamning, r.tjanst_procent, r.start, r.slut, r.belopp, r.summa) for r in drawn.lonekostnader] == [
        ("Projektledare", 100.0, "2024-01-01", "2025-12-31", {"Ekby kommun": 1200000}, 1200000),
        ("Handläggare", 50.0, "2024-02-01", "2025-12-31", {"Ekby kommun": 600000}, 600000),
        ("Läkare", 20.0, "2024-03-01", "2025-06-30", {"Region Ekland": 320000}, 320000),
    ]
    assert [(r.benamning, r.start, r.slut, r.belopp, r.summa) for r in drawn.ovriga_kostnader] == [
        ("Tolk", "2024-01-01", "2025-12-31", {"Ekby kommun": 45000}, 45000)
    ]
    assert drawn.totalt == 2165000


@pytest.mark.parametrize("others", ["45 000", "0\n45 000", "0\n0\n45 000\n0", "40 000\n45 000\n0"])
def test_a_column_that_does_not_fit_its_labels_or_its_sum_is_left_out(others: str) -> None:
    drawn = budget(COLUMNS.format(others=others)).detalj.rekvireras
    assert drawn.ovriga_kostnader == ()
    assert drawn.summa_ovriga_kostnader == 45000


def test_two_rows_that_could_both_make_a_sum_give_it_to_no_column() -> None:
    text = HEAD + "Lönekostnader\n"
    text += "A-tjänst 300 000 300 000\nB-tjänst 300 000 300 000\nSumma lönekostnader 300 000 300 000 600 000\n"
    drawn = budget(text).detalj.rekvireras
    assert [(r.benamning, r.belopp, r.summa) for r in drawn.lonekostnader] == [("A-tjänst", {}, 300000), ("B-tjänst", {}, 300000)]


def test_a_summary_in_columns_needs_differences_that_agree() -> None:
    names = "Budgetsammanställning Stigen\nKostnader i tkr\nHuvudinsatsägare\n"
    names += "Ekby kommun\nDelinsatsägare 1\nRegion (egen\nfinansiering)\nSumma\n"
    right = budget(names + "900 000\n900 000\n100 000 1 000 000\n50 000 50 000\n150 000 1 050 000\n")
    assert [(r.organisation, r.rekvireras, r.egenfinansiering, r.totalt) for r in right.sammanstallning] == [
        ("Ekby kommun", 900000, 100000, 1000000),
        ("Region (egen finansiering)", 0, 50000, 50000),
    ]
    assert right.sammanstallning_summa.totalt == 1050000
    wrong = budget(names + "800 000\n900 000\n100 000 1 000 000\n50 000 50 000\n150 000 1 050 000\n")
    assert wrong.sammanstallning == ()


def test_years_side_by_side() -> None:
    text = "ÅR1 ÅR 2\n2024 2025\nLÖNEKOSTNADER 1391 430 1391 430\ninkl P.O tillägg 1726 000 1726 000\nTOTALT 1726 000 1 726 000\n"
    found = budget(text + "Budgetsammanställning Stigen\nEkby kommun 1 0 1\n")
    assert [(y.ar, y.lonekostnader, y.totalt) for y in found.per_ar] == [(2024, 1726000, 1726000), (2025, 1726000, 1726000)]


@settings(deadline=None)
@given(st.text(alphabet="0123456789oOcl |/.%-()abÅä&", max_size=50))
def test_any_line_can_be_taken_apart(text: str) -> None:
    cut = cut_line(Line(text, 1))
    assert all(isinstance(n, int) for n in cut.numbers())
    assert cut.numbers(3) == [] or len(cut.numbers(3)) == 3


def test_what_follows_the_total_drawn_is_the_parties_own_though_its_heading_is_lost() -> None:
    text = ROWS.replace("Egenfinansiering Ekby kommun Region Ekland\n", "Ekby kommun Region Ekland\n")
    found = budget(text).detalj
    assert [r.belopp for r in found.egenfinansiering.lokalkostnader] == [{"Ekby kommun": 120000}]
    assert (found.rekvireras.summa_lokalkostnader, found.egenfinansiering.summa_lokalkostnader) == (0, 120000)


def test_a_heading_read_too_early_takes_nothing_from_what_is_drawn() -> None:
    early = ROWS.replace("Egenfinansiering Ekby", "Ekby").replace("Lönekostnader tjänst", "Egenfinansiering\nLönekostnader tjänst")
    assert [r.benamning for r in budget(early).detalj.rekvireras.lonekostnader] == ["Projektledare", "Handläggare 1", "Läkare"]


def test_years_are_read_behind_the_last_total() -> None:
    wages = "LÖNEKOSTNADER inkl P.O tillägg 1 060 000 1 060 000"
    years = f"\n]AR1 AR 2\n{wages}\n| 2024 | 2025 |\n{wages}"
    found = budget(ROWS + years)
    assert [(y.ar, y.lonekostnader) for y in found.per_ar] == [(2024, 1060000), (2025, 1060000)]
    assert all("tillägg" not in (r.benamning or "") for r in found.detalj.egenfinansiering.ovriga_kostnader)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Summa lokalkostnader ti) (i) [)", [0, 0, 0]),
        ("Region Ekland 660 000 ol 660 000", [660000, 0, 660000]),
        ("Arbetsförmedlingen (0) 260 000 260 000", [0, 260000, 260000]),
        ("Ekby kommun 3.540 000 90 000 3.630 000", [3540000, 90000, 3630000]),
        ("Handledare 80% 220401-240331 820 820", [820, 820]),
        ("Lokalhyra 1 januari 2024 31 december 2025 150 000:- 150 000:-", [150000, 150000]),
        ("Tolk 1 kr 1 kr", [1, 1]),
    ],
)
def test_amounts_as_scan_readers_leave_them(line: str, numbers: list[int]) -> None:
    assert cut_line(Line(line, 1)).numbers() == numbers


@pytest.mark.parametrize("line", ["Lokalhyra 240101-251231 150 000", "Lokalhyra 1 januari 2024 31 december 2025 150 000"])
def test_days_spelt_out_or_set_together(line: str) -> None:
    assert [day.isoformat() for day in cut_line(Line(line, 1)).days] == ["2024-01-01", "2025-12-31"]


def test_a_sum_with_one_figure_unread_keeps_its_columns_where_the_others_add_up() -> None:
    assert cut_line(Line("Totalt från Samordningsförbundet 3 120 000 630 000 —v} 3 750 000", 1)).numbers() == [3120000, 630000, 0, 3750000]
    assert cut_line(Line("Summa övriga kostnader 210 000 10 mj 240 000", 1)).numbers() == [240000]


def test_a_total_whose_word_for_sum_is_lost_still_ends_the_parties_own() -> None:
    found = budget(ROWS.replace("Summa egenfinansiering 120 000", "ale egenfinansiering 120 000")).detalj.egenfinansiering
    assert (found.totalt, [r.benamning for r in found.lokalkostnader]) == (120000, ["Lokalhyra"])


def test_lines_that_a_scan_reader_made_of_rules_are_no_costs() -> None:
    noise = "Spridning ee na S\u2018i{ e r e 23281 99 000\n"
    found = budget(ROWS.replace("|Tolk 0\n", noise)).detalj.rekvireras
    assert [r.benamning for r in found.ovriga_kostnader] == ["Inköpta utredningar, utbildningar och tjänster avsedda för deltagare"]


def test_a_name_misread_in_the_summary_is_the_one_that_the_tables_write() -> None:
    summary = "\nBudgetsammanställning Stigen\nEkby kornmun 1890 000 120 000 2 010 000\nRegion Ekland 320 000 0 320 000\n"
    assert [row.organisation for row in budget(ROWS + summary).sammanstallning] == ["Ekby kommun", "Region Ekland"]
