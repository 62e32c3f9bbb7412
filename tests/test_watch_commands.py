"""The commands of a watched folder, with the extractor that an office has."""

from __future__ import annotations

import io
import json
import shutil
import tomllib
from pathlib import Path

import pytest

from underlag.cli import run
from underlag.corpus.watch.making import commented_settings
from underlag.schemas.watching import Notice, Watching

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "inbox"


def tool(*arguments: str | Path) -> tuple[int, str]:
    """Runs a command line; gives its exit code and what it said on standard error."""
    stderr = io.BytesIO()
    code = run([str(argument) for argument in arguments], stderr=stderr, debug=False)
    return code, stderr.getvalue().decode()


def test_a_scheduled_run_reads_what_lies_in_the_inbox(tmp_path: Path) -> None:
    site = tmp_path / "plats"
    assert tool("init", site) == (0, "")
    settings = site / "underlag.toml"
    settings.write_text(settings.read_text().replace("# settle_seconds = 5", "settle_seconds = 0"))
    assert tool("init", site) == (0, "")
    assert "\nsettle_seconds = 0" in settings.read_text()
    for name in ("stegvis.docx", "tom.pdf"):
        shutil.copy(SAMPLES / name, site / "inkorg")
    assert tool("watch", "--once", site) == (0, "")
    (original,) = (site / "klart").rglob("*.docx")
    assert original.read_bytes() == (SAMPLES / "stegvis.docx").read_bytes()
    result = json.loads(original.with_name("stegvis.docx.json").read_text())
    assert result["source"]["file"] == "stegvis.docx"
    assert original.parent.name == result["parts"][0]["record"]["insatsens_namn"]
    assert {path.name for path in (site / "karantan").iterdir()} == {"tom.pdf", "tom.pdf.txt"}


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    code, line = tool("watch", tmp_path)
    assert code == 2
    assert "underlag init" in line


def test_the_settings_of_a_new_site_name_each_key_with_what_holds() -> None:
    lines = commented_settings().splitlines()
    told = tomllib.loads("\n".join(line.removeprefix("# ") for line in lines if " = " in line or line.startswith("[")))["watch"]
    assert told.keys() == Watching.model_fields.keys()
    assert told["notice"].keys() == Notice.model_fields.keys()
    notice = {key: value for key, value in told["notice"].items() if value != ""}
    assert Watching.model_validate({key: value for key, value in told.items() if value != ""} | {"notice": notice}) == Watching()


@pytest.mark.parametrize(
    "line", ["settle_secs = 1", "json_log = 1", "memory_limit_mb = 1", 'notice.daily_at = "kl 8"', "notice.webhok = 1"]
)
def test_a_wrong_setting_of_a_site_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    tool("init", tmp_path)
    (tmp_path / "underlag.toml").write_text(f"[watch]\n{line}\n")
    code, told = tool("watch", tmp_path)
    assert code == 2
    assert "underlag.toml, rad 2" in told
