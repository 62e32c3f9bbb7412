"""The settings file: what it may say, and how it is told what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from underlag.errors import UsageError
from underlag.settings import MAX_BYTES, Settings, read_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "underlag.toml"


def test_an_empty_file_sets_nothing(file: Path) -> None:
    file.write_text("")
    assert read_settings(file) == Settings()


def test_what_is_set_is_in_force_and_the_rest_is_as_it_was(file: Path) -> None:
    (file.parent / "villkor.txt").write_text("Parterna följer lagen.\n", encoding="utf-8-sig")
    file.write_text('handlingsplan_andel = 75\nhandlingsplan_kalla = "Plan 2026"\nstandard_terms = "villkor.txt"\njobs = 3\n')
    settings = read_settings(file)
    assert settings.jobs == 3
    assert settings.policy.handlingsplan_andel == 75.0
    assert settings.policy.handlingsplan_kalla == "Plan 2026"
    assert settings.policy.standard_terms == "Parterna följer lagen.\n"
    file.write_text("jobs = 1\n")
    assert read_settings(file).policy == Settings().policy


def test_an_office_may_have_no_such_policy(file: Path) -> None:
    file.write_text("handlingsplan_andel = false\n")
    assert read_settings(file).policy.handlingsplan_andel is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# procent\nhandlingsplan_andel = 101", "rad 2: handlingsplan_andel ska vara ett tal från 0 till 100"),
        ("handlingsplan_andel = true", "rad 1: handlingsplan_andel"),
        ('handlingsplan_andel = "80"', "rad 1: handlingsplan_andel"),
        ("handlingsplan_andel = nan", "rad 1: handlingsplan_andel"),
        ("jobs = 0", "rad 1: jobs ska vara ett heltal"),
        ("jobs = 1.5", "rad 1: jobs"),
        ("jobs = true", "rad 1: jobs"),
        ("jobs = 1\nhandlingsplan = 80", "rad 2: inställningen handlingsplan finns inte"),
        ("\n[ocr]\njobs = 1", "rad 2: inställningen ocr finns inte"),
        ('standard_terms = ""', "rad 1: standard_terms"),
        ('standard_terms = "finns-inte.txt"', "finns-inte.txt: filen finns inte"),
        ("jobs = ", "giltig TOML"),
        ("jobs = 1\njobs = 2", "giltig TOML"),
    ],
)
def test_a_faulty_setting_is_named_with_its_line(file: Path, text: str, told: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError) as caught:
        read_settings(file)
    assert told in caught.value.line()


@pytest.mark.parametrize("content", ["räkna".encode("latin-1"), b" " * (MAX_BYTES + 1)])
def test_what_no_person_wrote_as_settings_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(UsageError):
        read_settings(file)
