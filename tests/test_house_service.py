"""The recipes for running the service: as well-formed as this machine can tell."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
RECIPES = ROOT / "docs" / "service"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("unit", ["underlag.service", "underlag-once.service", "underlag-once.timer"])
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path, unit: str) -> None:
    program = tmp_path / "underlag"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for recipe in RECIPES.glob("underlag*.*"):
        (tmp_path / recipe.name).write_text(recipe.read_text(encoding="utf-8").replace("/opt/underlag/.venv/bin/underlag", str(program)))
    done = subprocess.run(["systemd-analyze", "verify", tmp_path / unit], capture_output=True, text=True, check=False)  # noqa: S607
    complaints = [line for line in done.stderr.splitlines() if tmp_path.name in line or "underlag" in line]
    assert (done.returncode, complaints) == (0, [])


def test_the_task_for_windows_is_well_formed_and_runs_the_service() -> None:
    task = etree.fromstring((RECIPES / "underlag.xml").read_text(encoding="utf-8").partition("?>")[2])
    assert "underlag watch /mnt/underlag" in "".join(str(text) for text in task.itertext())


def test_the_image_has_what_the_installer_installs() -> None:
    installer = (ROOT / "scripts" / "system-deps.sh").read_text(encoding="utf-8")
    needed = [package for packages in re.findall(r'^(?:ocr|pdf)="(.+)"$', installer, re.MULTILINE) for package in packages.split()]
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert needed
    assert [package for package in needed if package not in image.split()] == []
    assert f"python:{_oldest_python()}-slim" in image


def _oldest_python() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["requires-python"]).removeprefix(">=")
