"""The settings file: what it may say, and how it is told what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from underlag.errors import UsageError
from underlag.settings import MAX_BYTES, Settings, read_settings, shipped_policy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "underlag.toml"


def test_an_empty_file_sets_nothing(file: Path) -> None:
    file.write_text("")
    assert read_settings(file) == Settings()


def test_what_is_set_is_in_force_and_the_rest_is_as_it_was(file: Path) -> None:
    (file.parent / "villkor.txt").write_text("Parterna följer lagen.\n", encoding="utf-8-sig")
    file.write_text(
        'handlingsplan_andel = [{ varde = 75, kalla = "Plan 2026" }]\nstandard_terms = "villkor.txt"\njobs = 3\n'
        '[allvar]\n"mal.handlingsplan" = "fel"\n'
    )
    settings = read_settings(file)
    assert settings.jobs == 3
    (share,) = settings.policy.handlingsplan_andel
    assert (share.varde, share.kalla) == (75.0, "Plan 2026")
    assert settings.policy.standard_terms == "Parterna följer lagen.\n"
    assert settings.policy.allvar == {"mal.handlingsplan": "fel"}
    assert settings.policy.styrgrupp_moten_per_ar == Settings().policy.styrgrupp_moten_per_ar
    file.write_text("jobs = 1\n")
    assert read_settings(file).policy == Settings().policy


def test_an_office_may_have_no_such_policy(file: Path) -> None:
    file.write_text("handlingsplan_andel = []\n")
    assert not read_settings(file).policy.decided("handlingsplan_andel", date(2026, 1, 31))


def test_a_value_may_be_a_table_of_its_own(file: Path) -> None:
    file.write_text('[[tak_per_ar]]\nvarde = 900_000\nkalla = "Plan"\nfran = 2026-01-01\n')
    (cap,) = read_settings(file).policy.tak_per_ar
    assert (cap.varde, cap.fran) == (900_000, date(2026, 1, 1))


def test_the_policy_that_comes_along_says_its_sources_and_what_is_not_known() -> None:
    policy = shipped_policy()
    decided = {key for key, value in policy if isinstance(value, tuple) and value}
    assert decided == {
        "alla_parter_undertecknar", "arbete_studier_andel", "arbetsformedlingen_hogst_ar", "beviljat_ar_tak", "fordelning",
        "handlingsplan_andel", "kvartalsrapport_manader", "styrgrupp_moten_per_ar",
    }  # fmt: skip
    assert policy.decided("arbete_studier_andel", date(2017, 6, 30))
    assert not policy.decided("arbete_studier_andel", date(2018, 1, 1))


SHARE = '{ varde = 80, kalla = "Plan" }'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# procent\nhandlingsplan_andel = 80", "rad 2: handlingsplan_andel ska vara en lista av värden med källa"),
        (f"handlingsplan_andel = [\n  {SHARE},\n  80,\n]", "rad 3: handlingsplan_andel ska vara skrivet inom klamrar"),
        (f"handlingsplan_andel = [\n{SHARE.replace('80', '101')}]", "rad 2: handlingsplan_andel: varde ska vara högst 100"),
        (f"handlingsplan_andel = [{SHARE.replace('80', 'true')}]", "rad 1: handlingsplan_andel: varde ska vara ett tal"),
        (f"handlingsplan_andel = [{SHARE.replace('80', 'nan')}]", "rad 1: handlingsplan_andel: varde"),
        (f"styrgrupp_moten_per_ar = [{SHARE.replace('80', '3.5')}]", "rad 1: styrgrupp_moten_per_ar: varde ska vara ett heltal"),
        ("handlingsplan_andel = [\n{ varde = 80 }]", "rad 2: handlingsplan_andel: kalla saknas"),
        ('handlingsplan_andel = [\n{ varde = 80, kalla = " " }]', "rad 2: handlingsplan_andel: kalla ska vara en text"),
        ('[[handlingsplan_andel]]\nvarde = 80\nkalla = "x"\nfran = "2026"', "rad 4: handlingsplan_andel: fran ska vara ett datum"),
        ('[[handlingsplan_andel]]\nvarde = 80\nkallan = "x"', "rad 3: inställningen handlingsplan_andel: kallan finns inte"),
        ("[handlingsplan_andel]\nvarde = 80", "rad 1: handlingsplan_andel ska vara en lista av värden med källa"),
        (f"\nhandlingsplan_andel = [{SHARE}, {SHARE}]", "rad 2: handlingsplan_andel: två värden gäller samma dag"),
        (
            'fordelning = [{ kalla = "x", varde = { individ = 60, struktur = 30, kompetens = 20 } }]',
            "rad 1: fordelning: varde: delarna ska tillsammans vara 100",
        ),
        ("jobs = 0", "rad 1: jobs ska vara minst 1"),
        ("jobs = 1.5", "rad 1: jobs ska vara ett heltal"),
        ("jobs = true", "rad 1: jobs"),
        ("jobs = 1\nhandlingsplan = 80", "rad 2: inställningen handlingsplan finns inte"),
        ("\n[ocr]\njobs = 1", "rad 2: inställningen ocr finns inte"),
        ('[allvar]\n\n"mal.handlingsplan" = "grovt"', "rad 3: allvar: mal.handlingsplan ska vara ”fel”, ”varning” eller ”upplysning”"),
        ('[allvar]\n"mal.handlingsplam" = "fel"', "rad 2: regeln mal.handlingsplam finns inte"),
        ('standard_terms = ""', "rad 1: standard_terms"),
        ('standard_terms = "finns-inte.txt"', "finns-inte.txt: filen finns inte"),
        ("jobs = ", "rad 1: är ingen giltig TOML"),
        ("jobs = 1\njobs = 2", "rad 2: är ingen giltig TOML"),
    ],
)
def test_a_faulty_setting_is_named_with_its_line(file: Path, text: str, told: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_settings(file)
    assert told in caught.value.line()


@pytest.mark.parametrize("content", ["räkna".encode("latin-1"), b" " * (MAX_BYTES + 1)])
def test_what_no_person_wrote_as_settings_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(UsageError):
        read_settings(file)
