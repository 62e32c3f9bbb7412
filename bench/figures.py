"""Which figures of the samples enter a sum, quota or total, and whether a change of one such figure is found.

python -m bench.figures > docs/figures.md
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from samples.build import HERE, SAMPLES
from samples.sample import Sample
from underlag.extract.document import read_document
from underlag.extract.parts import PartReading, read_parts
from underlag.schemas.forms import FORMS
from underlag.schemas.relations import figures
from underlag.schemas.sums import relations
from underlag.schemas.words import TYPES
from underlag.settings import shipped_policy
from underlag.validators.judging import judge
from underlag.values.pointers import tokens

CLEAN = tuple(sample for sample in SAMPLES if not sample.anomalies and not sample.facts)
_ON = date(2026, 1, 1)
_NAMED = re.compile(r"/(belopp|summor_per_organisation)/[^/]+")
_NUMBERED = re.compile(r"/\d+(?=/|$)")
_HEAD = """# Siffrorna i handlingarna

Skapad ur provhandlingarna av `python -m bench.figures`; ändra inte här.

En siffra som ingår i en summa, en kvot eller en total prövas mot de andra: är den fel, märks det. De övriga prövas bara där en regel
frågar efter dem (docs/rules.md). `*` är vilken rad eller kolumn som helst.
"""

Changes = dict[str, float]
"""By pointer, what is written instead."""


def summed(kind: str, record: object) -> list[str]:
    """The figures of a record of some kind that enter a relation which the record decides."""
    given = figures(record)
    sums = next((form.sums for type_, form in FORMS.items() if type_ == kind), ())
    decided = {p for relation in relations(sums, record) if relation.holds(given) is not None for p in relation.pointers}
    return [pointer for pointer in given if pointer in decided]


def clean_readings(sample: Sample) -> Iterator[PartReading]:
    """The parts of a sample without mistakes, as they are read from Word."""
    return iter(read_parts(read_document((HERE / sample.copies["docx"] / f"{sample.name}.docx").read_bytes())))


def _other_digit(given: Mapping[str, float], at: str) -> Changes:
    value = given[at]
    text = re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10 or 4), str(value), count=1)
    return {at: type(value)(text)}


def _tenfold(given: Mapping[str, float], at: str) -> Changes:
    return {at: given[at] * 10} if given[at] else {}


def _other_sign(given: Mapping[str, float], at: str) -> Changes:
    return {at: -given[at]} if given[at] else {}


def _neighbours_swapped(given: Mapping[str, float], at: str) -> Changes:
    row = at.rpartition("/")[0]
    other = next((p for p in list(given)[list(given).index(at) + 1 :] if p.rpartition("/")[0] == row and given[p] != given[at]), None)
    return {at: given[other], other: given[at]} if other else {}


WAYS: tuple[Callable[[Mapping[str, float], str], Changes], ...] = (_other_digit, _tenfold, _other_sign, _neighbours_swapped)
"""The ways in which one figure is written wrongly; no changes where a way is not open to it."""


def finder(reading: PartReading) -> Callable[[Changes], bool]:
    """Tells whether the rules find changes: a broken finding of fel or varning that the part has not as it is."""
    before = _broken(reading, reading.part.record)

    def is_found(changes: Changes) -> bool:
        record = deepcopy(reading.part.record)
        for pointer, value in changes.items():
            _write(record, pointer, value)
        return bool(_broken(reading, record) - before)

    return is_found


def _write(record: Any, pointer: str, value: float) -> None:
    *path, last = tokens(pointer)
    for token in path:
        record = record[int(token)] if isinstance(record, list) else record[token]
    record[int(last) if isinstance(record, list) else last] = value


def _broken(reading: PartReading, record: dict[str, Any]) -> set[tuple[str, tuple[str, ...]]]:
    part = reading.part.model_copy(update={"record": record})
    findings = judge(part, shipped_policy(), _ON, texts=reading.texts, unanswered=reading.unanswered).findings
    return {(f.rule, f.at) for f in findings if f.outcome == "broken" and f.severity != "upplysning"}


def measure_changes() -> None:
    """Prints how many changes of each way are found, by kind of document."""
    asked, met = Counter[str](), Counter[str]()
    for reading in (reading for sample in CLEAN for reading in clean_readings(sample)):
        given, is_found = figures(reading.part.record), finder(reading)
        for pointer in summed(reading.part.type, reading.part.record):
            for way in WAYS:
                if changes := way(given, pointer):
                    key = f"{TYPES[reading.part.type]}, {way.__name__.strip('_').replace('_', ' ')}"
                    asked[key] += 1
                    met[key] += is_found(changes)
    for key, count in sorted(asked.items()):
        print(f"  {key:45}{met[key]:6} of {count:6} found, {100 * met[key] / count:6.2f} %")
    print(f"  {'all':45}{met.total():6} of {asked.total():6} found, {100 * met.total() / asked.total():6.2f} %")


def figures_page() -> str:
    """docs/figures.md: by kind of document, the places whose figures enter relations, and those that none covers."""
    entering: dict[str, set[str]] = defaultdict(set)
    bare: dict[str, set[str]] = defaultdict(set)
    for part in (part for sample in SAMPLES for part in sample.parts):
        record = part.record.model_dump(mode="json", by_alias=True)
        entered = set(summed(part.type, record))
        for pointer in figures(record):
            (entering if pointer in entered else bare)[part.type].add(_NUMBERED.sub("/*", _NAMED.sub(r"/\1/*", pointer)))
    return _HEAD + "".join(_section(title, entering[kind], bare[kind]) for kind, title in TYPES.items() if entering[kind] or bare[kind])


def _section(title: str, entering: set[str], bare: set[str]) -> str:
    lists = (
        ("Ingår i en summa, kvot eller total", [f"- `{at}`" for at in sorted(entering)]),
        ("Ingår inte i någon", [f"- `{at}`" + (" (i vissa handlingar)" if at in entering else "") for at in sorted(bare)]),
    )
    return f"\n## {title}\n" + "".join(f"\n{head}:\n\n" + "\n".join(lines) + "\n" for head, lines in lists if lines)


if __name__ == "__main__":
    print(figures_page(), end="")
