"""Records as tables: what a database, a spreadsheet or a statistician takes. The tables follow from the records' models alone.

    ansokan                    one row a part: what the record says once
    ansokan_mal                one row a goal
    ansokan_mal_kvantiteter    one row a number of a goal

An object within a record becomes columns (`insatstid_start`), a list a table of its own, and so does a mapping (amounts by heading).
Each row starts with what it belongs to: `dokument` and `del`, as the archive numbers them, and the number or key of each list above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from underlag.report.wording import SHARES, is_amount
from underlag.schemas.published import RECORDS
from underlag.schemas.result import Model, PartType
from underlag.schemas.words import TYPES, key_label
from underlag.values.pointers import pointer_of, step

Scalar = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean"]
Path = tuple[str, ...]

_KINDS: Mapping[type, Kind] = {str: "string", bool: "boolean", int: "integer", float: "number"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `pointer` says where in the record its values lie (`*`: any item), empty for keys; `unit` is `kronor` or `procent`,
    and `allowed` the words that there are, where they are few.
    """

    name: str
    kind: Kind
    title: str
    pointer: str = ""
    unit: str | None = None
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Below:
    """A table below another: the path from a row of that to the list or mapping whose items are its rows."""

    path: Path
    table: Table


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the columns that say what a row belongs to, those that hold what it says (each with the path to it), and what lies below."""

    name: str
    title: str
    keys: tuple[Column, ...]
    columns: tuple[Column, ...] = ()
    paths: tuple[Path, ...] = ()
    below: tuple[Below, ...] = ()

    @property
    def every(self) -> tuple[Column, ...]:
        return self.keys + self.columns


Row = tuple[Scalar, ...]
Sheet = Callable[[Row], object]
"""Takes the rows of one table, one after another."""
NewSheet = Callable[[Table], Sheet]
"""Begins a table in a file."""

KEYS = (Column("dokument", "integer", "Dokumentets nummer i arkivet"), Column("del", "integer", "Delens nummer i dokumentet, från 1"))


class _Unknown(Model):
    """The record of a part of unknown kind."""

    rubrik: str | None = None
    text: str | None = None


@cache
def table_of(kind: PartType) -> Table:
    """The table of a kind of document, with those below it."""
    return _table(kind, TYPES[kind], KEYS, RECORDS.get(kind, _Unknown), ())


def rows_of(table: Table, value: object, keys: Row) -> Iterator[tuple[Table, Row]]:
    """The rows that a record (or an item) becomes, in its table and those below; `keys` are the values of the table's key columns."""
    yield table, keys + tuple(_scalar(reduce(step, path, value)) for path in table.paths)
    for below in table.below:
        held = reduce(step, below.path, value)
        if isinstance(held, Mapping):
            items: Iterator[tuple[Scalar, object]] = iter(held.items())
        else:
            items = enumerate(held, 1) if isinstance(held, Sequence) and not isinstance(held, str) else iter(())
        for key, item in items:
            yield from rows_of(below.table, item, (*keys, key))


def _scalar(value: object) -> Scalar:
    return value if isinstance(value, str | int | float) else None


def _table(name: str, title: str, keys: tuple[Column, ...], item: object, at: Path) -> Table:
    """The table whose rows are of the form `item` (a model, or a plain type) and lie at `at` in the record."""
    columns: list[Column] = []
    paths: list[Path] = []
    below: list[Below] = []
    for path, form in _leaves(item, ()):
        held = _held(form)
        if held is None:
            columns.append(_column(path, form, at))
            paths.append(path)
        else:
            whole = (*at, *path)
            inner, key = _key(path, form)
            label = ", ".join(map(key_label, path))
            below.append(Below(path, _table("_".join((name, *path)), f"{title}: {label}", (*keys, key), inner, (*whole, "*"))))
    return Table(name, title, keys, tuple(columns), tuple(paths), tuple(below))


def _leaves(form: object, path: Path) -> Iterator[tuple[Path, object]]:
    """The fields of a model, those of the models within it included; a plain type is its own leaf."""
    plain = _given(form)
    if isinstance(plain, type) and issubclass(plain, Model):
        for name, field in plain.model_fields.items():
            yield from _leaves(field.annotation, (*path, field.alias or name))
    else:
        yield path, plain


def _given(form: object) -> object:
    """A form without "or null"."""
    if get_origin(form) in {UnionType, Union}:
        left = [one for one in get_args(form) if one is not NoneType]
        assert len(left) == 1, f"{form}: a record has one form for each value"
        return left[0]
    return form


def _held(form: object) -> object | None:
    """The form of the items of a list or mapping, None for anything else."""
    origin, arguments = get_origin(form), get_args(form)
    if origin in {tuple, list}:
        return _given(arguments[0])
    return _given(arguments[1]) if origin is dict else None


def _key(path: Path, form: object) -> tuple[object, Column]:
    """The form of the items, and the column that tells them apart."""
    last = path[-1]
    if get_origin(form) is dict:
        return _held(form), Column(f"{last}_nyckel", "string", f"{key_label(last)}: kolumnens rubrik, som den står")
    return _held(form), Column(f"{last}_nr", "integer", f"{key_label(last)}: nummer i ordning, från 1")


def _column(path: Path, form: object, at: Path) -> Column:
    pointer = pointer_of((*at, *path))
    name = "_".join(path) or "varde"
    title = ", ".join(map(key_label, path)) or "Värde"
    allowed = get_args(form) if get_origin(form) is Literal else ()
    of = type(allowed[0]) if allowed else form
    assert isinstance(of, type), f"{pointer}: a leaf is of a plain type"
    kind = _KINDS[of]
    return Column(name, kind, title, pointer, _unit(kind, path or at, pointer), tuple(a for a in allowed if isinstance(a, str)))


def _unit(kind: Kind, path: Path, pointer: str) -> str | None:
    if kind not in {"integer", "number"}:
        return None
    last = next((key for key in reversed(path) if key != "*"), "")
    if last.startswith(SHARES):
        return "procent"
    return "kronor" if is_amount(pointer) else None
