"""One file's journey, from bytes to a checked result: read, find its kind, extract, judge."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from underlag import __version__
from underlag.extract.document import read_document
from underlag.extract.flow import stream
from underlag.extract.form_reader import read_form
from underlag.schemas.ansokan import FORM
from underlag.schemas.page import Document
from underlag.schemas.result import Made, Part, Problem, Result, Source
from underlag.settings import Settings
from underlag.validators.catalogue import judge


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result, and the means to show where it was read."""

    result: Result


def extract_file(path: Path, *, on: date, settings: Settings) -> Outcome:
    """Reads the file and judges it as of the day `on`."""
    data = path.read_bytes()
    document = read_document(data)
    reading = read_form(document, stream(document), FORM)
    part = Part(type="ansokan", pages=(1, len(document.pages)), confidence=round(reading.coverage, 2), record=reading.record, evidence=reading.evidence, observations=reading.observations)
    verdict = judge(part, settings.policy, on, texts=reading.texts)
    part = part.model_copy(update={"findings": verdict.findings, "checks": verdict.checks})
    problems = tuple(Problem(page=t.page, what=t.what) for t in document.troubles) + tuple(verdict.problems)
    result = Result(
        made=Made(tool=__version__, policy=settings.policy.fingerprint(), judged_at=on.isoformat()),
        source=Source(file=path.name, sha256=hashlib.sha256(data).hexdigest(), media_type=document.media_type, pages=len(document.pages), reader=document.pages[0].reader),
        complete=not problems,
        problems=problems,
        parts=(part,),
    )
    return Outcome(result)
