"""What a part is about, as it is looked for: insatser, organisations and years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from underlag.schemas.dating import document_day
from underlag.schemas.forms import FORMS
from underlag.schemas.result import Part
from underlag.values.pointers import places, value_at

_INSATSER = ("/insatsens_namn", "/insats", "/insatser/*/insats", "/insatser/*/namn", "/samverkansinsatser/*/insats")
_ORGANISATIONS = (
    "/insatsagare", "/insatsagare/*/organisation", "/samverkansparter/*/organisation", "/underskrifter/*/organisation",
    "/budget/sammanstallning/*/organisation", "/sammanstallning/*/organisation", "/rader/*/insatsagare", "/rader/*/medlem",
)  # fmt: skip
_DAYS = ("/insatstid/start", "/insatstid/slut", "/loptid/start", "/loptid/slut", "/period/start", "/period/slut")
_YEARS = ("/ar", "/period/ar", "/per_ar/*/ar", "/budget/per_ar/*/ar")

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Heading:
    """The insatser and organisations that a part names, each once, and the first and last year that it covers (null: unknown)."""

    insatser: tuple[str, ...]
    organisations: tuple[str, ...]
    first_year: int | None
    last_year: int | None


def heading_of(part: Part) -> Heading:
    """The years are those of the insats or period; where a part tells none, that of the day it bears."""
    record = part.record
    years = [int(day[:4]) for day in _texts(record, _DAYS) if day[:4].isdecimal()]
    years += [value for pointer in _pointers(record, _YEARS) if isinstance(value := value_at(record, pointer), int)]
    if not years and (day := _day(part)):
        years = [day.year]
    return Heading(insatser_of(record), _texts(record, _ORGANISATIONS), min(years, default=None), max(years, default=None))


def insatser_of(record: Record) -> tuple[str, ...]:
    """The insatser that a record names, each once."""
    return _texts(record, _INSATSER)


def _day(part: Part) -> date | None:
    form = FORMS.get(part.type)
    return document_day(form.dated, part.record) if form else None


def _texts(record: Record, patterns: Iterable[str]) -> tuple[str, ...]:
    values = (value_at(record, pointer) for pointer in _pointers(record, patterns))
    return tuple(dict.fromkeys(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()))


def _pointers(record: Record, patterns: Iterable[str]) -> list[str]:
    return [pointer for pattern in patterns for pointer, _ in places(record, pattern)]
