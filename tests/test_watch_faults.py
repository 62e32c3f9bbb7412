"""A short run of the fault test (`make fault` is the full one)."""

from __future__ import annotations

from pathlib import Path

from tests.fault import Faults, run_faults


def test_nothing_is_lost_when_the_service_is_killed_its_folder_goes_away_and_its_disk_is_full(tmp_path: Path) -> None:
    suffered = run_faults(Faults(files=30, kills=4), tmp_path)
    assert (suffered.killed, suffered.gone) == (4, 2)
