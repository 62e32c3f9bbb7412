"""What the documents and the build promise about the code."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from underlag import errors
from underlag.cli import COMMANDS, EXITS
from underlag.report.au.pack import Arende, Fil, Handling, Mote
from underlag.report.au.questions import Fraga
from underlag.report.au.remarks import Anmarkning, Grupp, Ljus
from underlag.report.au.room import Rad, Utrymme
from underlag.schemas.policy import Policy
from underlag.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
TEMPLATES = (ROOT / "docs" / "wordmallar.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LONGEST_MODULE = 400
LONGEST_TABLE_OF_CASES = 500  # lines


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_tells_of_each_command(command: str) -> None:
    assert f"`underlag {command}" in README


def test_the_readme_and_the_help_tell_of_each_exit_code() -> None:
    codes = {kind.exit_code for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.UnderlagError)}
    assert codes == {2, 3, 4, 5, 6, 70}
    for code in codes:
        assert f"| {code} |" in README
        assert re.search(rf"^ +{code} ", EXITS, re.MULTILINE)


def test_the_readme_tells_of_each_setting() -> None:
    keys = {field.name for field in dataclasses.fields(Settings)} - {"policy"} | set(Policy.model_fields)
    assert all(f"| `{key}` |" in README for key in keys)


@pytest.mark.parametrize("shown", [Mote, Arende, Ljus, Grupp, Anmarkning, Fraga, Utrymme, Rad, Handling, Fil])
def test_the_office_is_told_every_name_that_a_word_template_may_hold(shown: type[Any]) -> None:
    names = {field.name for field in dataclasses.fields(shown)} | {name for name, of in vars(shown).items() if isinstance(of, property)}
    assert {name for name in names if f"`{name}`" not in TEMPLATES} == set()


@pytest.mark.parametrize("anchor", re.findall(r"\]\(#([\w-]+)\)", README))
def test_the_readme_points_at_sections_that_it_has(anchor: str) -> None:
    assert anchor in {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", README, re.MULTILINE)}


def test_the_map_names_each_room() -> None:
    rooms = {path.stem for path in (ROOT / "underlag").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert all(f"`{room}`" in ARCHITECTURE for room in rooms if not room.startswith("__"))


@pytest.mark.parametrize("path", re.findall(r"`(\w+/[\w/]+\.py)`", ARCHITECTURE))
def test_the_map_names_modules_that_exist(path: str) -> None:
    assert (ROOT / "underlag" / path).is_file()


def test_no_module_has_grown_long() -> None:
    sources = [*ROOT.glob("underlag/**/*.py"), *ROOT.glob("tests/*.py"), *ROOT.glob("samples/**/*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    long = {name for name, lines in lengths.items() if lines > (LONGEST_TABLE_OF_CASES if name.startswith("tests/") else LONGEST_MODULE)}
    assert long == set()


@pytest.mark.parametrize("step", ["ruff check", "mypy", "lint-imports"])
def test_the_checks_run_every_tool(step: str) -> None:
    check = MAKEFILE.split("\ncheck:")[1].split("\n\n")[0]
    assert f"$(BIN)/{step}\n" in check + "\n"


@pytest.mark.parametrize("target", re.findall(r"make ([a-z]+)", README))
def test_the_readme_names_targets_that_can_be_made(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_lock_names_a_version_of_every_package_that_is_declared() -> None:
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    names = {_normal(name) for name in locked}
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    assert {_normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in declared} <= names


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_installed_package_carries_its_report_and_its_types() -> None:
    files = {path.name for path in (ROOT / "underlag").rglob("*") if path.is_file()}
    assert {"policy.toml", "py.typed", "report.html.j2", "report.css", "au.html.j2", "au.css", "au.docx", "komplettering.docx"} <= files
    assert metadata.version("underlag")
