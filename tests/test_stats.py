"""What the archive counts by year: each insats once, and null where no document says anything."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.result_building import part, result
from underlag.cli import run
from underlag.corpus.kept import KeptPart
from underlag.corpus.stats import Year, years_of
from underlag.corpus.store.keeping import keep_together
from underlag.corpus.store.opening import made_store
from underlag.schemas.result import PartType

APPLICATION = {
    "insatsens_namn": "Ny väg",
    "insatstid": {"start": "2023-03-01", "slut": "2024-12-31"},
    "sokt_belopp": 2_500_000,
    "mal": [{"text": "Ett"}, {"text": "Två"}],
}
REPORT = {
    "insatsens_namn": "Ny väg",
    "insatstid": {"start": "2023-03-01", "slut": "2024-12-31"},
    "mal": [{"text": "Ett", "uppfyllt": "ja"}, {"text": "Två", "uppfyllt": "delvis"}, {"text": "Tre"}],
}


def kept(kind: PartType, record: dict[str, Any], first: int | None = None, last: int | None = None) -> KeptPart:
    return KeptPart(1, 1, kind, (1, 1), 0.9, record, (first, last or first))


def year_of(*parts: KeptPart, year: int) -> Year:
    return next(one for one in years_of(parts) if one.year == year)


def test_an_application_counts_once_however_many_copies_there_are() -> None:
    copies = [kept("ansokan", APPLICATION, 2023, 2024), kept("ansokan", {**APPLICATION, "insatsens_namn": "NY VÄG"}, 2023, 2024)]
    assert [(one.year, one.insatser, one.sought, one.goals_set) for one in years_of(copies)] == [
        (2023, 1, 2_500_000, 2),
        (2024, 1, None, None),
    ]


def test_what_the_text_does_not_state_is_sought_by_the_budget() -> None:
    budget = {"detalj": {"rekvireras": {"totalt": 900_000}}}
    assert year_of(kept("ansokan", {**APPLICATION, "sokt_belopp": None, "budget": budget}, 2023), year=2023).sought == 900_000


def test_goals_are_reached_as_final_reports_say_at_the_end() -> None:
    ended = year_of(kept("slutrapport", REPORT, 2023, 2024), year=2024)
    assert (ended.goals_judged, ended.goals_reached, ended.goals_partly) == (2, 1, 1)


def test_money_is_granted_by_case_notes_and_used_by_annual_reports() -> None:
    note = kept("tjansteskrivelse", {"insats": "Ny väg", "period": {"start": "2023-01-01"}, "maxbelopp": 2_000_000}, 2023)
    costs = [{"insats": "Ny väg", "belopp": {"2023": -1_100_000, "2022-12-31": None}}, {"insats": "Kontakten", "belopp": {"2023": 400_000}}]
    found = year_of(note, kept("arsredovisning", {"ar": 2023, "samverkansinsatser": costs}, 2023), year=2023)
    assert (found.granted, found.used) == (2_000_000, 1_500_000)


def memo(quarter: int, ended: int) -> KeptPart:
    return kept(
        "uppfoljning", {"period": {"ar": 2023, "kvartal": [quarter]}, "deltagare_totalt": {"avslutade": ended, "kvinnor": 3, "man": 2}}
    )


def test_the_share_to_work_is_that_of_the_last_memo_of_the_year() -> None:
    quarterly = {"insatsens_namn": "A", "period": {"ar": 2023, "kvartal": 4}}
    report = kept("kvartalsrapport", {**quarterly, "deltagare": {"avslutade": 2, "kvinnor_till_arbete_studier": 1}})
    assert year_of(memo(4, 20), memo(2, 10), report, year=2023).share_to_work == 25.0
    assert year_of(report, year=2023).share_to_work == 50.0
    assert year_of(kept("kvartalsrapport", quarterly, 2023), year=2023).share_to_work is None


def test_a_misread_year_does_not_fill_a_century() -> None:
    assert len(years_of([kept("okand", {}, 2012, 2102)])) == 10


def test_the_command_prints_a_table_and_draws_charts(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    archive, charts = tmp_path / "arkiv.db", tmp_path / "diagram"
    keep_together(made_store(str(archive)), [result(part("ansokan", APPLICATION), part("slutrapport", REPORT))])
    assert run(["stats", "--archive", str(archive), "--charts", str(charts)], stderr=io.BytesIO(), debug=False) == 0
    rows = [line.split() for line in capsysbinary.readouterr().out.decode().splitlines()]
    assert ["2023", "1", "2", "500", "–", "–", "2", "–", "–"] in rows
    assert sorted(file.name for file in charts.iterdir()) == ["arbete-studier.png", "insatser.png", "mal.png", "medel.png"]
    for file in charts.iterdir():
        with Image.open(file) as chart:
            chart.verify()
