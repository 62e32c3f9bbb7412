"""What an office may set: the file given by `--settings`, in TOML.

    handlingsplan_andel = 80               # percent of the participants; false where the office has no such policy
    handlingsplan_kalla = "Verksamhetsplan 2026, s. 4"
    standard_terms = "villkor.txt"         # the office's standing terms, to compare each application's with; beside this file
    jobs = 2                               # pages read at once; as many as there are processors where it isn't set

Every key may be left out. An unknown key, or a value of another kind, ends the run with a line that names it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from underlag.errors import UsageError
from underlag.schemas.policy import Policy

MAX_BYTES = 1 << 20
MAX_JOBS = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force: what the rules hold documents to, and how many pages are read at once (null: one a processor)."""

    policy: Policy = Policy()
    jobs: int | None = None


def read_settings(path: Path) -> Settings:
    """The settings that the file `path` makes."""
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"är ingen giltig TOML ({error})", where=str(path)) from error
    values: dict[str, object] = {}
    for key, value in table.items():
        where = f"{path}, rad {_line_of(key, text)}"
        if key not in _KEYS:
            raise UsageError(f"inställningen {key} finns inte", where=where, remedy=f"De som finns: {', '.join(_KEYS)}")
        values[key] = _KEYS[key](_Given(key, value, where, path.parent))
    jobs = values.pop("jobs", None)
    assert jobs is None or isinstance(jobs, int)
    return Settings(Policy.model_validate(values), jobs)


@dataclass(frozen=True, slots=True)
class _Given:
    """One key as given; `folder` is the settings file's."""

    key: str
    value: object
    where: str
    folder: Path

    def wrong(self, wanted: str) -> UsageError:
        return UsageError(f"{self.key} ska vara {wanted}", where=self.where)


def _share(given: _Given) -> float | None:
    if given.value is False:
        return None
    if isinstance(given.value, bool) or not isinstance(given.value, int | float) or not 0 <= given.value <= 100:
        raise given.wrong("ett tal från 0 till 100 (procent)")
    return float(given.value)


def _jobs(given: _Given) -> int:
    if isinstance(given.value, bool) or not isinstance(given.value, int) or not 1 <= given.value <= MAX_JOBS:
        raise given.wrong(f"ett heltal från 1 till {MAX_JOBS}")
    return given.value


def _words(given: _Given) -> str:
    if not isinstance(given.value, str) or not given.value.strip():
        raise given.wrong("en text inom citattecken")
    return given.value


def _text_file(given: _Given) -> str:
    return _text(given.folder / _words(given))


_KEYS: dict[str, Callable[[_Given], object]] = {
    "handlingsplan_andel": _share,
    "handlingsplan_kalla": _words,
    "standard_terms": _text_file,
    "jobs": _jobs,
}


def _text(path: Path) -> str:
    """The file's text, which must be UTF-8 and of a size that a person would write."""
    if not path.is_file():
        raise UsageError("filen finns inte", where=str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"filen kan inte läsas ({error.strerror})", where=str(path)) from error
    if len(data) > MAX_BYTES:
        raise UsageError("filen är större än 1 MiB", where=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("filen är inte UTF-8", where=str(path), remedy="Spara den som UTF-8") from error


def _line_of(key: str, text: str) -> int:
    """The line, from 1, where `key` is set at the top level or heads a table; the first line where that can't be told."""
    head = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    return next((n for n, line in enumerate(text.splitlines(), start=1) if head.match(line)), 1)
