"""The samples' committed answers follow from their content, and the committed documents say what the answers say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from samples.ansokan.application import Application
from samples.ansokan.listing import APPLICATIONS
from samples.build import ANSWERS, HERE, INBOX, INSATSER, MORE, SAMPLES, answers
from samples.sample import Sample

EVERY = [pytest.param(sample, id=sample.name) for sample in SAMPLES]
A_SENTENCE = 30  # characters: shorter leaves (dates, roles, units) may be written otherwise in the document


def gold(sample: Sample) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ANSWERS / f"{sample.name}.gold.json").read_text(encoding="utf-8"))
    return read


def word_text(sample: Sample) -> str:
    """All text of the committed Word file, without its paragraph ends."""
    path = HERE / sample.copies["docx"] / f"{sample.name}.docx"
    return "".join(str(text) for text in Document(str(path)).element.body.itertext())


def texts(value: object) -> Iterator[str]:
    """The strings of a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for held in value.values():
            yield from texts(held)
    elif isinstance(value, list):
        for held in value:
            yield from texts(held)


def at(record: object, pointer: str) -> object:
    """What a pointer leads to; an error where it leads nowhere."""
    for key in pointer.split("/")[1:]:
        if isinstance(record, list):
            record = record[int(key)]
        else:
            assert isinstance(record, dict)
            record = record[key]
    return record


@pytest.mark.parametrize("sample", EVERY)
def test_committed_answers_are_those_of_the_content(sample: Sample) -> None:
    assert (ANSWERS / f"{sample.name}.gold.json").read_text(encoding="utf-8") == answers(sample), "run: python samples/build.py"


@pytest.mark.parametrize("sample", EVERY)
def test_answers_fit_the_schema_and_their_pointers_the_record(sample: Sample) -> None:
    known = gold(sample)
    for part, told in zip(sample.parts, known["parts"], strict=True):
        assert type(part.record).model_validate(told["record"]).model_dump(mode="json") == told["record"]
    records = [part["record"] for part in known["parts"]]
    for flaw in known["anomalies"]:
        found = at(records[flaw.get("part", 0)], flaw["at"])
        if isinstance(flaw["actual"], int):
            said = str(flaw["actual"]) in found if isinstance(found, str) else found == flaw["actual"]
            assert said or isinstance(found, list | dict), flaw["at"]
    for flaw in known["tolerated"]:
        at(records[flaw.get("part", 0)], flaw["at"])
    for fact in known.get("facts", []):
        for pointer in fact["at"]:
            at(known, pointer)


@pytest.mark.parametrize("sample", EVERY)
def test_committed_word_file_says_what_the_answers_say(sample: Sample) -> None:
    said = [line for part in gold(sample)["parts"] for text in texts(part["record"]) for line in text.split("\n")]
    text = word_text(sample)
    assert [line for line in said if len(line) >= A_SENTENCE and line not in text] == []


@pytest.mark.parametrize("app", [pytest.param(app, id=app.name) for app in APPLICATIONS])
def test_only_the_planted_misprints_are_wrong(app: Application) -> None:
    budget = app.budget
    assert sum(year.totalt or 0 for year in budget.per_ar) == budget.detalj.rekvireras.totalt == budget.sammanstallning_summa.rekvireras
    changed = [misprint.at for misprint in app.misprints if at({"budget": budget.model_dump(mode="json")}, misprint.at) == misprint.printed]
    assert changed == [], "these misprints print the right figure"


def test_two_applications_are_sound_and_the_others_carry_a_mix_of_mistakes() -> None:
    kinds = {app.name: {flaw.kind for flaw in app.anomalies} for app in APPLICATIONS}
    assert sorted(name for name, found in kinds.items() if not found) == ["stegvis", "ung"]
    assert len(set.union(*kinds.values())) >= 12
    assert all(len(found) >= 3 for found in kinds.values() if found)


def test_the_inbox_is_small_and_of_mixed_kinds() -> None:
    files = [path for path in Path(INBOX).iterdir() if path.is_file()]
    assert {path.suffix for path in files} == {".docx", ".pdf", ".png", ".txt"}
    assert sum(path.stat().st_size for folder in (INBOX, MORE, INSATSER, ANSWERS) for path in folder.iterdir()) < 9_000_000
