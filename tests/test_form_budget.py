"""The budget: detailed, per year and summary, whatever columns it has; kronor whatever its heading claims."""

from __future__ import annotations

import pytest

from tests.page_building import para, read, table


def _detail(organisations: tuple[str, ...], wage: tuple[str, ...], total: str) -> list[list[str]]:
    blank = [""] * len(organisations)
    return [
        [
            "Kostnader i tkr",
            "",
            "",
            "",
            *["Huvudinsatsägare", *["Delinsatsägare"] * (len(organisations) - 1)],
            "ATT REKVIRERA - ALLA INSATSÄGARE",
        ],
        ["", "", "", "", *organisations, ""],
        ["Lönekostnader inkl PO-pålägg", "tjänst i %", "från", "till", *blank, ""],
        ["1. Vägledare", "50%", "240301", "260228", *wage, total],
        ["Summa lönekostnader", "50%", "", "", *wage, total],
        ["Lokalkostnader", "", "", "", *blank, ""],
        ["Lokalhyra", "", "", "", *["0"] * len(organisations), "0"],
        ["Summa lokalkostnader", "", "", "", *["0"] * len(organisations), "0"],
        ["Övriga kostnader", "", "", "", *blank, ""],
        ["Summa övriga kostnader", "", "", "", *["0"] * len(organisations), "0"],
        ["Totalt från Samordningsförbundet", "", "", "", *wage, total],
        ["Egenfinansiering", "", "", "", *organisations, ""],
        ["Lönekostnader inkl po-pål", "tjänst i %", "", "", *blank, ""],
        ["1. Chef", "10%", "", "", *blank, "0"],
        ["2.", "0%", "", "", *blank, "0"],
        ["Summa lönekostnader", "10%", "", "", *["0"] * len(organisations), "0"],
        ["Summa egenfinansiering", "", "", "", *["0"] * len(organisations), "0"],
        ["Total kostnad för insatsen", "", "", "", *wage, total],
    ]


def test_the_detailed_budget_of_two_organisations() -> None:
    rows = _detail(("Ekby kommun", "Region Ekland"), ("", "612 000"), "612 000")
    reading = read(para("Budget - detaljerad  Vägvisaren", bold=True), para("Insatsens löptid: 2024-03-01 - 2026-02-28"), table(rows))
    budget = reading.record["budget"]
    assert budget["insatsens_namn"] == "Vägvisaren"
    assert budget["loptid"] == {"start": "2024-03-01", "slut": "2026-02-28"}
    assert budget["angiven_enhet"] == "tkr"
    drawn = budget["detalj"]["rekvireras"]
    assert drawn["lonekostnader"] == [
        {
            "benamning": "Vägledare",
            "tjanst_procent": 50.0,
            "start": "2024-03-01",
            "slut": "2026-02-28",
            "belopp": {"Region Ekland": 612000},
            "summa": 612000,
        }
    ]
    assert (drawn["lokalkostnader"], drawn["summa_lokalkostnader"], drawn["totalt"]) == ([], 0, 612000)
    own = budget["detalj"]["egenfinansiering"]
    assert [(r["benamning"], r["tjanst_procent"], r["belopp"], r["summa"]) for r in own["lonekostnader"]] == [("Chef", 10.0, {}, 0)]
    assert budget["detalj"]["total_kostnad"] == 612000


def test_placeholder_columns_are_remarked_and_equal_headings_told_apart() -> None:
    reading = read(table(_detail(("Ekby kommun", "NAMN", "NAMN"), ("612 000", "", ""), "612 000")))
    assert [(o.kind, o.text) for o in reading.observations] == [("placeholder", "NAMN"), ("placeholder", "NAMN (2)")]
    assert list(reading.record["budget"]["detalj"]["rekvireras"]["summor_per_organisation"]) == ["Ekby kommun"]


@pytest.mark.parametrize(("written", "kronor"), [("612", 612_000), ("612 000", 612_000)])
def test_thousands_are_told_by_magnitude_not_by_the_heading(written: str, kronor: int) -> None:
    budget = read(table(_detail(("Ekby kommun",), (written,), written))).record["budget"]
    assert budget["detalj"]["total_kostnad"] == kronor


def test_years_and_summary() -> None:
    years = table(
        [
            ["", "ÅR 1", "ÅR 2"],
            ["", "2024", "2025"],
            ["LÖNEKOSTNADER", "200 000", ""],
            ["inkl P.O tillägg", "280 000", "290 000"],
            ["ÖVRIGA KOSTNADER", "0", "-"],
            ["TOTALT", "280 000", "290 000"],
        ]
    )
    summary = table(
        [
            ["Projektets löptid", "2024-03-01", "2026-02-28", ""],
            ["Kostnader i kr", "Att rekvirera från Samordningsförbundet", "Projektägarnas egenfinansiering", "Totalt projektet"],
            ["Huvudinsatsägare", "", "", ""],
            ["Ekby kommun", "570 000", "10 000", "580 000"],
            ["Delinsatsägare 1", "", "", ""],
            ["NAMN", "0", "0", "0"],
            ["Summa", "570 000", "10 000", "580 000"],
        ]
    )
    reading = read(years, summary)
    budget = reading.record["budget"]
    assert [(y["ar"], y["lonekostnader"], y["ovriga_kostnader"], y["totalt"]) for y in budget["per_ar"]] == [
        (2024, 280000, 0, 280000),
        (2025, 290000, None, 290000),
    ]
    assert budget["sammanstallning"] == [{"organisation": "Ekby kommun", "rekvireras": 570000, "egenfinansiering": 10000, "totalt": 580000}]
    assert budget["sammanstallning_summa"]["totalt"] == 580000
    assert budget["angiven_enhet"] == "kr"
    assert [(o.kind, o.at) for o in reading.observations] == [("placeholder", "/budget/sammanstallning")]
