"""A short run of the fault test (`make fault` is the full one)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fault import Faults, run_faults
from tests.postgres_server import postgres


def test_nothing_is_lost_when_a_service_is_killed_its_folder_goes_away_and_its_disk_is_full(tmp_path: Path) -> None:
    suffered = run_faults(Faults(files=30, kills=4), tmp_path)
    assert (suffered.killed, suffered.gone) == (4, 2)


def test_nothing_is_lost_when_two_services_with_a_ledger_in_postgresql_are_killed(tmp_path: Path) -> None:
    with postgres() as address:
        if address is None:
            pytest.skip("PostgreSQL is not installed")
        suffered = run_faults(Faults(files=30, kills=4, ledger=address, services=2), tmp_path)
    assert (suffered.killed, suffered.gone) == (4, 2)
