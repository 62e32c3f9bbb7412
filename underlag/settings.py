"""What an office may set: the file given by `--settings`, in TOML.

    standard_terms = "villkor.txt"         # the office's standing terms, to compare each application's with; beside this file
    jobs = 2                               # pages read at once; as many as there are processors where it isn't set
    cache = "lästa-sidor"                  # a folder, beside this file, that keeps what scanned pages say from run to run
    word_templates = "mallar"              # a folder, beside this file, with Word templates of the office's own
    handlingsplan_andel = [                # any key of the policy (`schemas.policy`), in the form that policy.toml has
        { varde = 85, kalla = "Verksamhetsplan 2026, s. 4", fran = 2026-01-01 },
    ]

    [watch]                                # how `underlag watch` serves a folder (`schemas.watching`)
    settle_seconds = 10

    [allvar]                               # severities of the office's own
    "mal.handlingsplan" = "fel"

Every key may be left out; what the policy says then is what lies in `policy.toml` beside this module. An unknown key or rule, or a
value of another kind, ends the run with a line that names it and where it stands.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from underlag.errors import UsageError
from underlag.schemas.policy import Decision, Policy, Text
from underlag.schemas.standing import STANDING_TERMS
from underlag.schemas.watching import Notice, Watching
from underlag.validators.catalogue import catalogue_table
from underlag.values.toml_lines import Path as KeyPath
from underlag.values.toml_lines import line_of, toml_lines

MAX_BYTES = 1 << 20
MAX_JOBS = 64

_SHIPPED = Path(__file__).with_name("policy.toml")


class _File(Policy):
    """A settings file as it is written: keys of the policy, `standard_terms` as the name of a file, and how the tool runs and writes."""

    standard_terms: Text | None = None
    jobs: Annotated[int, Field(strict=True, ge=1, le=MAX_JOBS)] | None = None
    cache: Text | None = None
    word_templates: Text | None = None
    watch: Watching = Watching()


@cache
def shipped_policy() -> Policy:
    """The policy as far as it is known of the association whose forms the tool knows best."""
    return Policy.model_validate({**_table(_SHIPPED, _text(_SHIPPED)), "standard_terms": STANDING_TERMS})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force: what the rules hold documents to, how many pages are read at once (null: one a processor), the folder
    that keeps what scanned pages say (null: nothing is kept), that of the office's own Word templates
    (null: the shipped ones), and how a folder is watched.
    """

    policy: Policy = field(default_factory=shipped_policy)
    jobs: int | None = None
    cache: Path | None = None
    word_templates: Path | None = None
    watch: Watching = field(default_factory=Watching)


def read_settings(path: Path) -> Settings:
    """The settings that the file `path` makes."""
    text = _text(path)
    table = _table(path, text)
    try:
        given = _File.model_validate(table)
    except ValidationError as error:
        raise _wrong(_first(error), path, text) from error
    _refuse_unknown_rules(given, path, text)
    said = {key: value for key, value in given if key in given.model_fields_set and key in Policy.model_fields}
    if given.standard_terms is not None:
        said["standard_terms"] = _text(path.parent / given.standard_terms)
    cache, templates = (path.parent / name if name else None for name in (given.cache, given.word_templates))
    if templates is not None and not templates.is_dir():
        raise UsageError(f"word_templates: mappen {templates} finns inte", where=_where(path, text, ("word_templates",)))
    return Settings(shipped_policy().model_copy(update=said), given.jobs, cache, templates, given.watch)


def _table(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{path}, rad {line[1] if line else text.count(chr(10)) + 1}"
        remedy = "Kontrollera citattecken, klamrar och likhetstecken, och att ingen nyckel står två gånger"
        raise UsageError("är ingen giltig TOML", where=where, remedy=remedy) from error


def _refuse_unknown_rules(given: Policy, path: Path, text: str) -> None:
    known = [entry.id for entry in catalogue_table()]
    for rule in given.allvar:
        if rule not in known:
            raise UsageError(
                f"regeln {rule} finns inte", where=_where(path, text, ("allvar", rule)), remedy="Reglerna listas av underlag rules"
            )


def _where(path: Path, text: str, key: KeyPath) -> str:
    return f"{path}, rad {line_of(key, toml_lines(text))}"


_WANTED = {
    "bool_type": "true eller false",
    "date_type": "ett datum utan citattecken, till exempel 2026-01-31",
    "finite_number": "ett tal",
    "float_type": "ett tal",
    "int_type": "ett heltal",
    "literal_error": "”fel”, ”varning” eller ”upplysning”",
    "mapping_type": "en tabell",
    "model_type": 'skrivet inom klamrar med varde och kalla, till exempel { varde = 80, kalla = "Verksamhetsplan 2026" }',
    "string_pattern_mismatch": "en text inom citattecken",
    "string_too_short": "en text inom citattecken",
    "string_type": "en text inom citattecken",
    "tuple_type": 'en lista av värden med källa, till exempel [{ varde = 80, kalla = "Verksamhetsplan 2026" }]',
}
_BOUNDS = {"greater_than": "större än {gt:g}", "greater_than_equal": "minst {ge:g}", "less_than_equal": "högst {le:g}"}


def _known(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that there are where an unknown one stands: in the file, in a table of settings, or in one value of the policy."""
    if len(loc) == 1:
        return tuple(_File.model_fields)
    if loc[0] == "watch":
        return tuple((Notice if "notice" in loc else Watching).model_fields)
    return tuple(Decision.model_fields) if len(loc) == 3 else ()


def _first(errors: ValidationError) -> ErrorDetails:
    """The error to tell of: a key that is misspelt before the one that is missed for it."""
    return min(errors.errors(), key=lambda error: error["type"] != "extra_forbidden")


def _wrong(error: ErrorDetails, path: Path, text: str) -> UsageError:
    """What pydantic found wrong, as one Swedish line with its place."""
    loc, kind, facts = error["loc"], error["type"], error.get("ctx", {})
    where, name = _where(path, text, loc), ": ".join(str(key) for key in loc if not isinstance(key, int))
    if kind == "extra_forbidden":
        known = _known(loc)
        return UsageError(f"inställningen {name} finns inte", where=where, remedy=f"De som finns: {', '.join(known)}" if known else "")
    if kind == "missing":
        return UsageError(f"{name} saknas", where=where)
    if kind == "value_error":
        return UsageError(f"{name}: {facts['error']}", where=where)
    if loc[0] == "watch" and kind in {"tuple_type", "string_pattern_mismatch"}:
        field = (Notice if "notice" in loc else Watching).model_fields[str(loc[2] if "notice" in loc else loc[1])]
        return UsageError(f"{name} är fel skriven", where=where, remedy=f"Den ska vara {field.description}")
    wanted = _BOUNDS[kind].format(**facts) if kind in _BOUNDS else _WANTED.get(kind, "av annat slag")
    return UsageError(f"{name} ska vara {wanted}", where=where)


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
