"""Results built by hand: a part's record is given, and each of its leaves was read on a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from underlag.schemas.result import Evidence, Finding, Made, Method, Part, PartType, Place, Result, Source


def part(kind: PartType, record: dict[str, Any], *, page: int = 1, findings: tuple[Finding, ...] = (), **how: Any) -> Part:
    """A part on one page; `how` may give the `method` by which all was read, and other words that stand there (`said`)."""
    method: Method = how.get("method", "text")
    said: dict[str, str] = how.get("said", {})
    evidence = {
        at: Evidence(method=method, confidence=how.get("confidence", 0.9), note=None, places=(_place(page, said.get(at, str(value))),))
        for at, value in leaves(record)
    }
    return Part(type=kind, pages=(page, page), confidence=0.9, record=record, evidence=evidence, findings=findings)


def _place(page: int, text: str) -> Place:
    return Place(page=page, bbox=(70.0, 100.0, 300.0, 112.0), where=None, text=text)


def leaves(value: object, at: str = "") -> Iterator[tuple[str, object]]:
    """The values of a record that are not empty, with their pointers."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, f"{at}/{key}")
    elif isinstance(value, list | tuple):
        for n, held in enumerate(value):
            yield from leaves(held, f"{at}/{n}")
    elif value is not None:
        yield at, value


def result(*parts: Part, file: str = "ansokan.pdf", findings: tuple[Finding, ...] = ()) -> Result:
    """A file of these parts; another name is another file."""
    return Result(
        made=Made(tool="0.1.0", policy="sha256:00", judged_at="2026-01-01"),
        source=Source(
            file=file,
            sha256=hashlib.sha256(file.encode(errors="surrogatepass")).hexdigest(),
            media_type="application/pdf",
            pages=max((p.pages[1] for p in parts), default=1),
            reader="pdf-text",
        ),
        complete=True,
        parts=parts,
        findings=findings,
    )
