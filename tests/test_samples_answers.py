"""The sample forms' committed answers follow from their content, and the committed documents say what the answers say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from samples.application import Application
from samples.build import ANSWERS, FORMS, INBOX, MORE, answers
from underlag.schemas.ansokan import Ansokan

APPLICATIONS = [pytest.param(form.application, id=form.application.name) for form in FORMS]


def gold(app: Application) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ANSWERS / f"{app.name}.gold.json").read_text(encoding="utf-8"))
    return read


def word_text(app: Application) -> str:
    """All text of the committed Word file, without its paragraph ends."""
    path = next(folder / f"{app.name}.docx" for folder in (INBOX, MORE) if (folder / f"{app.name}.docx").exists())
    return "".join(str(text) for text in Document(str(path)).element.body.itertext())


def at(record: object, pointer: str) -> object:
    """What a pointer leads to; an error where it leads nowhere."""
    for key in pointer.split("/")[1:]:
        if isinstance(record, list):
            record = record[int(key)]
        else:
            assert isinstance(record, dict)
            record = record[key]
    return record


@pytest.mark.parametrize("app", APPLICATIONS)
def test_committed_answers_are_those_of_the_content(app: Application) -> None:
    assert (ANSWERS / f"{app.name}.gold.json").read_text(encoding="utf-8") == answers(app), "run: python samples/build.py"


@pytest.mark.parametrize("app", APPLICATIONS)
def test_answers_fit_the_schema_and_their_pointers_the_record(app: Application) -> None:
    known = gold(app)
    record = known["parts"][0]["record"]
    assert Ansokan.model_validate(record).model_dump(mode="json") == record
    for flaw in known["anomalies"]:
        found = at(record, flaw["at"])
        if isinstance(flaw["actual"], int):
            assert found == flaw["actual"] or isinstance(found, list | dict), flaw["at"]
    for flaw in known["tolerated"]:
        at(record, flaw["at"])


@pytest.mark.parametrize("app", APPLICATIONS)
def test_committed_word_file_says_what_the_answers_say(app: Application) -> None:
    record, text = app.record, word_text(app)
    answered = (record.syfte, record.bakgrund, record.malgrupp, record.metoder, record.uppfoljning, record.tillvaratagande)
    facts = (record.overenskommelse, record.lokus.text, record.forvantat_antal_deltagare.text)
    said = [*answered, *facts, *(goal.text for goal in record.mal)]
    missing = [line for answer in said if answer for line in answer.split("\n") if line not in text]
    assert missing == []


@pytest.mark.parametrize("app", APPLICATIONS)
def test_only_the_planted_misprints_are_wrong(app: Application) -> None:
    budget = app.budget
    assert sum(year.totalt or 0 for year in budget.per_ar) == budget.detalj.rekvireras.totalt == budget.sammanstallning_summa.rekvireras
    changed = [misprint.at for misprint in app.misprints if at({"budget": budget.model_dump(mode="json")}, misprint.at) == misprint.printed]
    assert changed == [], "these misprints print the right figure"


def test_two_samples_are_sound_and_the_others_carry_a_mix_of_mistakes() -> None:
    kinds = {form.application.name: {flaw.kind for flaw in form.application.anomalies} for form in FORMS}
    assert sorted(name for name, found in kinds.items() if not found) == ["stegvis", "ung"]
    assert len(set.union(*kinds.values())) >= 12
    assert all(len(found) >= 3 for found in kinds.values() if found)


def test_the_inbox_is_small_and_of_mixed_kinds() -> None:
    files = [path for path in Path(INBOX).iterdir() if path.is_file()]
    assert {path.suffix for path in files} == {".docx", ".pdf", ".png", ".txt"}
    assert sum(path.stat().st_size for folder in (INBOX, MORE, ANSWERS) for path in folder.iterdir()) < 8_000_000
